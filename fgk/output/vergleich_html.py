"""A comparison as one HTML page that stands alone: style inside, no script, nothing loaded from anywhere."""

from fgk.templating.seite import render_html
from fgk.vergleich import ART_IN_WORTEN, KEIN_WERT, Vergleich


def vergleich_html(vergleich: Vergleich) -> str:
    """Return the page."""
    return render_html("vergleich.html.j2", vergleich=vergleich, arten=ART_IN_WORTEN, kein_wert=KEIN_WERT)

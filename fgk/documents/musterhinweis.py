"""The notice on the first page that content is invented, and whose statements it therefore is not."""

from fgk.models.audit import Audit

_WESSEN = {"kreis": "des Kreises", "bezirk": "des Bezirks", "quartier": "der Träger"}


def musterhinweis(audit: Audit) -> str:
    """Return the notice; where the Akte as a whole is marked, nothing in it is marked again."""
    wessen = _WESSEN.get(audit.ort.art, "der Kommune")
    if audit.musterdaten:
        return (
            "Dieses Dokument enthält erfundene Musterdaten: Die ganze Akte ist ein Muster. Sie zeigt, wie das "
            f"Dokument aussieht; es sind keine Aussagen {wessen}."
        )
    return (
        "Dieses Dokument enthält erfundene Musterdaten. Sie zeigen, wie das Dokument aussieht, und sind keine "
        f"Aussagen {wessen}. Erfundene Angaben sind mit „Muster“ gekennzeichnet."
    )

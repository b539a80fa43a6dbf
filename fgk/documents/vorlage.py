"""Fill a template of ours with a view: the one place where documents meet Jinja."""

from functools import cache

from fgk import resources, templating
from fgk.documents import wortlaut
from fgk.documents.sicht import Sicht
from fgk.models.audit import SCHRITT
from fgk.models.begutachtung import BEGUTACHTUNGSERGEBNIS, ZERTIFIKATSART
from fgk.models.beschluss import ABSTIMMUNGSART, BERATUNGSROLLE, ERGEBNIS
from fgk.models.indikatoren import MERKER, RAUMEBENE
from fgk.models.jahresbericht import PRUEFERGEBNIS, STATUS, TREFFENART, ZIELSTAND
from fgk.models.massnahme import PRIORITAET, WIRKUNG

#: signs that differ in black and white; never without the word
STATUSZEICHEN = {
    "geplant": "○",
    "in_umsetzung": "▷",
    "umgesetzt": "✓",
    "teilweise_umgesetzt": "◐",
    "verschoben": "→",
    "ruht": "‖",
    "ersetzt": "↔",
    "entfallen": "✗",
}
_WORTE = {
    "SCHRITT": SCHRITT.worte,
    "ROLLE": BERATUNGSROLLE.worte,
    "ERGEBNIS": ERGEBNIS.worte,
    "ABSTIMMUNG": ABSTIMMUNGSART.worte,
    "PRIORITAET": PRIORITAET.worte,
    "WIRKUNG": WIRKUNG.worte,
    "STATUS": STATUS.worte,
    "ZEICHEN": STATUSZEICHEN,
    "ZIELSTAND": ZIELSTAND.worte,
    "TREFFEN": TREFFENART.worte,
    "PRUEFUNG": PRUEFERGEBNIS.worte,
    "MERKER": MERKER.worte,
    "RAUMEBENE": RAUMEBENE.worte,
    "BEGUTACHTUNG": BEGUTACHTUNGSERGEBNIS.worte,
    "ZERTIFIKAT": ZERTIFIKATSART.worte,
}


_FILTER = (
    wortlaut.ergebnis,
    wortlaut.kosten,
    wortlaut.quelle,
    wortlaut.vorbehalt,
    wortlaut.zeitraum,
)


@cache
def _umgebung() -> templating.Umgebung:
    umgebung = templating.environment([resources.folder("templates")])
    umgebung.globals.update(_WORTE)
    umgebung.filters.update({funktion.__name__: funktion for funktion in _FILTER})
    return umgebung


def fuelle(name: str, sicht: Sicht, **werte: object) -> str:
    """Return the Markdown of the template ``name``; raises ``FgkError`` for a faulty template."""
    return templating.render(_umgebung(), name, sicht=sicht, audit=sicht.audit, **werte)

"""The codes FGK0xx: faults that show while reading. The rules of higher codes see only what was read.

The German page of each lies in ``texte/``, in the form of a rule's docstring; its examples are run as tests.
Faults of bytes cannot be shown in a text; they are tested with real files.
"""

from fgk import resources
from fgk.diagnostic import RuleInfo, Severity


class ReadingCode(RuleInfo):
    """A code whose page is a file, read only when somebody wants to see it."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """The page in German Markdown."""
        return resources.data("loading", "texte", f"{self.code}.md").read_text(encoding="utf-8")


def _code(code: str, name: str, severity: Severity = Severity.FEHLER) -> ReadingCode:
    return ReadingCode(code, name, severity, "0.1", doc="")


CODES: dict[str, RuleInfo] = {
    info.code: info
    for info in (
        _code("FGK001", "keine-utf8-datei"),
        _code("FGK002", "steuerzeichen"),
        _code("FGK003", "kein-yaml"),
        _code("FGK004", "doppelter-schluessel"),
        _code("FGK005", "yaml-sonderform"),
        _code("FGK006", "datei-zu-gross"),
        _code("FGK007", "zu-tief-geschachtelt"),
        _code("FGK008", "schluessel-kein-wort"),
        _code("FGK009", "tag-gibt-es-nicht"),
        _code("FGK010", "unbekannter-schluessel"),
        _code("FGK011", "fehlender-schluessel"),
        _code("FGK012", "falsche-art-von-wert"),
        _code("FGK013", "wert-nicht-erlaubt"),
        _code("FGK014", "falsche-form"),
        _code("FGK015", "leere-datei"),
        _code("FGK016", "unbekannte-datei"),
        _code("FGK018", "datei-nicht-lesbar"),
        _code("FGK019", "verknuepfung-nach-aussen"),
        _code("FGK020", "kennmarke-am-anfang", Severity.HINWEIS),
        _code("FGK021", "fuehrende-null", Severity.HINWEIS),
        _code("FGK022", "ausserhalb-der-grenzen"),
        _code("FGK023", "tausenderpunkt", Severity.HINWEIS),
        _code("FGK024", "text-abgeschnitten", Severity.WARNUNG),
        _code("FGK025", "akte-ohne-audit"),
    )
}


def severity_of(code: str) -> Severity:
    """Return the severity of a reading code."""
    return CODES[code].severity

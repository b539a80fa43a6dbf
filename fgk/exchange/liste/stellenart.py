"""What kind of body a name is likely to be, and whether a text names one at all."""

import re

from fgk.exchange.liste.felder import gefaltet
from fgk.register.schreibweisen import worte

#: first that fits; without one it is "sonstige"
_ARTEN = (
    ("stabsstelle", r"stabsstelle|beauftragte"),
    ("verwaltungsleitung", r"buergermeister|verwaltungsleitung|verwaltungsvorstand|landrat$|landraetin|stadtdirektor"),
    ("behoerde", r"jobcenter|agentur fuer arbeit|arbeitsagentur|polizei|kreisverwaltung|bezirksregierung|land "),
    ("eigenbetrieb", r"eigenbetrieb|stadtwerke|wirtschaftsbetriebe|\bggmbh|\bgmbh"),
    ("traeger", r"caritas|awo\b|arbeiterwohlfahrt|diakonie|drk\b|rotes kreuz|paritaet|traeger|kirche|kirchengemeinde|malteser|johanniter"),
    ("verein", r".*\bverein|.*\be v\b|initiative|verband|foerderverein|buendnis|netzwerk"),
    ("bildung", r".*schule|.*\bkitas?\b|kinderta|vhs\b|volkshochschule|.*gymnasium|familienzentr|kindergaert|kindergart"),
    ("unternehmen", r"ihk\b|handwerkskammer|unternehmen|arbeitgeber|.*wohnungsbau|.*\bag\b"),
    ("gremium", r".*ausschuss|stadtrat|gemeinderat|kreistag|.*beirat|jugendparlament|jugendrat|rat$"),
    ("amt", r".*\bamt\b|.*amt$|.*amt\b|fachbereich|fachdienst|fb\b|fd\b|abteilung|dezernat|referat|.*buero|.*stelle$|kaemmerei|amt"),
)  # fmt: skip
EXTERN = frozenset({"traeger", "verein", "bildung", "unternehmen", "behoerde"})
#: a text has such a word: then it names a body, and commas may part several
EINHEIT = re.compile(
    r"(?i:\w*(?:amt|ämter|büro|stelle|bereich|dienst|abteilung|dezernat|referat|schulen?|kitas?|verein|verband|träger|werke?|"
    r"zentrum|beauftragte[rn]?|beirat|rat|leitung|jobcenter|agentur|caritas|diakonie|gmbh|kirche|bibliothek|bücherei)\b)|"
    r"\b[A-ZÄÖÜ]{2,6}\b|\d"
)

_KLAMMER = re.compile(r"\(([^()]*)(?:\)|\Z)")


def ohne_klammern(text: str) -> tuple[str, list[str]]:
    """Return a text without what stands in parentheses, often a person, and what that was."""
    klammern: list[str] = []
    while match := _KLAMMER.search(text):  # the innermost first
        klammern.append(" ".join(match[1].split()))
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return text, [klammer for klammer in klammern if klammer]


def art_von(name: str) -> str:
    """Return what kind of body a name is likely to be, ``sonstige`` where it does not say."""
    text = gefaltet(name)
    return next((art for art, muster in _ARTEN if re.match(muster, text)), "sonstige")


def schluessel_von(name: str) -> str:
    """Return a name as names of bodies are compared; numbers tell one Fachbereich from another."""
    return " ".join(wort.rstrip(".") for wort in worte(name)) or name.casefold()

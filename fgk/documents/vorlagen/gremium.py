"""Names with their article: „der Rat“, „die Bezirksverordnetenversammlung“, „das Quartierskonzept“."""

import re
from typing import NamedTuple

from fgk.documents.sicht import Sicht
from fgk.models.beschluss import Beratung, Beschluss

_WEIBLICH = ("ung", "schaft", "kommission", "gruppe", "konferenz", "runde")
_SAECHLICH = (
    "amt", "gremium", "präsidium", "kollegium", "kuratorium", "plenum", "parlament", "forum", "konzept", "papier",
    "programm", "leitbild",
)  # fmt: skip
#: behind these a name only says more about the body: Ausschuss für Soziales, Rat der Stadt
_ZUSATZ = re.compile(r"[,(]|\s(?:für|der|des|von|zur|zum|im|in|am|mit)\s")
_ARTIKEL = {"m": ("Der", "dem"), "w": ("Die", "der"), "s": ("Das", "dem")}


class Benannt(NamedTuple):
    """A body or a document with its article.

    Such as: „Der Rat“, in a sentence „der Rat“, „dem Rat“, „den Rat“, „des Rats“, „ein Rat“.
    """

    name: str
    wer: str
    danach: str
    wem: str
    wen: str
    wessen: str
    eins: str


def mit_artikel(name: str) -> Benannt:
    """Return a name with its article, which follows from the end of its main word."""
    kern, zusatz = name, ""
    if gefunden := _ZUSATZ.search(name):
        kern, zusatz = name[: gefunden.start()], name[gefunden.start() :]
    wort = (kern.split() or [name])[-1].lower()
    geschlecht = "w" if wort.endswith(_WEIBLICH) else "s" if wort.endswith(_SAECHLICH) else "m"
    wer, wem = _ARTIKEL[geschlecht]
    endung = "" if geschlecht == "w" else "es" if wort.endswith(("s", "ß", "z")) else "s"
    return Benannt(
        name,
        f"{wer} {name}",
        f"{wer.lower()} {name}",
        f"{wem} {name}",
        f"{'den' if geschlecht == 'm' else wer.lower()} {name}",
        f"{'der' if geschlecht == 'w' else 'des'} {kern}{endung}{zusatz}",
        f"{'eine' if geschlecht == 'w' else 'ein'} {name}",
    )


def gremium_in(sicht: Sicht, beschluss: Beschluss) -> Benannt:
    """Return the body that a paper is for: who decides or takes note, else the one of the Verfahren."""
    beratung = entscheidende(beschluss)
    return mit_artikel(beratung.gremium if beratung else sicht.verfahren.gremium or "Rat")


def entscheidende(beschluss: Beschluss) -> Beratung | None:
    """Return the deliberation that the paper is made for, the last one that decides or takes note."""
    for rolle in ("entscheidung", "kenntnisnahme"):
        gefunden = [beratung for beratung in beschluss.beratungen if beratung.rolle == rolle]
        if gefunden:
            return gefunden[-1]
    return None

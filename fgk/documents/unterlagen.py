"""What is enclosed with the documentation for the assessment: the papers that the Akte has by the Stichtag."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fgk.documents.sicht import Sicht
from fgk.models.analyse import Analyse
from fgk.models.beschluss import Beschluss
from fgk.models.beteiligung import Beteiligung
from fgk.models.indikatoren import Indikatoren
from fgk.models.vertrag import Vertrag
from fgk.schreibweise import datum, datum_lang


class Unterlage(NamedTuple):
    """A paper, and what is to be said of it."""

    titel: str
    angabe: str


def unterlagen(sicht: Sicht, beschluesse: Iterable[Beschluss]) -> Iterator[Unterlage]:
    """Yield the papers in the order in which they are read."""
    stand = f"Stand {datum_lang(sicht.stichtag)}"
    if sicht.vereinbarung:
        yield Unterlage(sicht.verfahren.ergebnisdokument, f"Fassung {sicht.vereinbarung.fassung}, {stand}")
    if sicht.akte.einzeln(Indikatoren) or sicht.akte.alle(Analyse):
        yield Unterlage("Bestandsaufnahme", stand)
    if sicht.akte.alle(Beteiligung):
        yield Unterlage("Dokumentation der Beteiligung", stand)
    for termin in sicht.termine:
        if termin.schritt == "fragebogen" and termin.datum:
            yield Unterlage("Audit-Fragebogen", datum(termin.datum))
    yield from map(_beschluss, beschluesse)
    vertrag = sicht.akte.einzeln(Vertrag)
    if vertrag:
        tag = vertrag.modell.unterzeichnet_am
        yield Unterlage("Vertrag mit dem Verein", f"unterzeichnet am {datum(tag)}" if tag else "")


def _beschluss(beschluss: Beschluss) -> Unterlage:
    entscheidung = beschluss.entscheidung
    teile = [
        f"Vorlage {beschluss.vorlage.nummer}" if beschluss.vorlage and beschluss.vorlage.nummer else "",
        f"{entscheidung.gremium}, {datum(entscheidung.datum)}" if entscheidung and entscheidung.datum else "",
    ]
    return Unterlage(f"Beschluss: {beschluss.titel}", ", ".join(filter(None, teile)))

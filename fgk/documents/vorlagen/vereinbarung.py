"""For adopting an agreement: how it came about, what it holds, and what its measures cost as far as they say."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from fgk.documents.sicht import Sicht
from fgk.festlegung.umfang import betrifft_vereinbarung
from fgk.models.audit import SCHRITT, Termin
from fgk.models.beschluss import Beratung, Beschluss
from fgk.models.datum import fruehestens, ist_sicher_vor
from fgk.models.massnahme import Massnahme
from fgk.schreibweise import datum
from fgk.stand.rueckblick import beschluss_am

#: steps that a paper on the agreement tells of: what led to it
_SCHRITTE = frozenset(
    {
        "auftakt", "fragebogen", "bestandsaufnahme", "strategieworkshop", "beteiligung", "zielvereinbarungsworkshop",
        "erhaltungsworkshop",
    }
)  # fmt: skip


class Kostensumme(NamedTuple):
    """What measures cost together; ``beziffert`` of ``anzahl`` say a sum."""

    einmalig: Decimal
    jaehrlich: Decimal
    beziffert: int
    anzahl: int
    unter_vorbehalt: int


def werte(sicht: Sicht, beschluss: Beschluss) -> Mapping[str, object]:
    """Return what the agreement holds, where the decision concerns it as a whole."""
    if beschluss.art == "aenderung" or not betrifft_vereinbarung(sicht.akte, beschluss):
        return {
            "vereinbarung": None, "felder": [], "ziele_je_feld": {}, "anzahl_ziele": 0, "anzahl_massnahmen": 0, "kosten": None,
            "teilnahmebeschluss": None, "schritte": [],
        }  # fmt: skip
    # later added ones are not part of what is decided
    ziele = {
        feld.kennung: sum(gruppe.ziel.herkunft == "vereinbart" for gruppe in feld.ziele)
        for feld in sicht.felder
    }
    massnahmen = [m for feld in sicht.felder for gruppe in feld.ziele for m in gruppe.vereinbart]
    return {
        "vereinbarung": sicht.vereinbarung,
        "felder": sicht.felder,
        "ziele_je_feld": ziele,
        "anzahl_ziele": sum(ziele.values()),
        "anzahl_massnahmen": len(massnahmen),
        "kosten": summe(massnahmen),
        "teilnahmebeschluss": _teilnahme(sicht, beschluss),
        "schritte": [_schritt(termin) for termin in _bisher(sicht, beschluss)],
    }


def summe(massnahmen: Iterable[Massnahme]) -> Kostensumme:
    """Return what measures cost together, as far as they say."""
    alle = list(massnahmen)
    kosten = [m.kosten for m in alle if m.kosten is not None]
    beziffert = [k for k in kosten if k.einmalig is not None or k.jaehrlich is not None]
    return Kostensumme(
        sum((Decimal(str(k.einmalig or 0)) for k in beziffert), Decimal(0)),
        sum((Decimal(str(k.jaehrlich or 0)) for k in beziffert), Decimal(0)),
        len(beziffert),
        len(alle),
        sum(k.ist_haushaltsvorbehalt for k in kosten),
    )


def _teilnahme(sicht: Sicht, beschluss: Beschluss) -> Beratung | None:
    """Return the deliberation that decided on taking part, by the Stichtag."""
    for record in sicht.akte.alle(Beschluss):
        if record.modell.art in ("teilnahme", "bilanz") and record.modell.kennung != beschluss.kennung:
            entscheidung = beschluss_am(record.modell, sicht.stichtag).entscheidung
            if entscheidung is not None and entscheidung.datum is not None:
                return entscheidung
    return None


def _bisher(sicht: Sicht, beschluss: Beschluss) -> Iterator[Termin]:
    """Yield the steps before the first sitting that deals with the paper, in the order of their days."""
    sitzungen = [b.datum for b in beschluss.beratungen if b.datum is not None]
    grenze = min(sitzungen, key=fruehestens, default=None)
    getan = [t for t in sicht.termine if t.schritt in _SCHRITTE and t.datum is not None]
    for termin in sorted(getan, key=lambda t: fruehestens(t.datum or sicht.stichtag)):
        if not ist_sicher_vor(grenze, termin.datum):
            yield termin


def _schritt(termin: Termin) -> str:
    return f"{termin.bezeichnung or SCHRITT[termin.schritt]} ({datum(termin.datum)})"

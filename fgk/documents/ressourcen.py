"""What an agreement costs and depends on: sums over its measures, and all reservations in one list."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from fgk.documents.gliederung import Feld
from fgk.documents.wortlaut import vorbehalt
from fgk.models.base import Vorbehalt
from fgk.models.massnahme import FOERDERSTAND, WIRKUNG, Kosten, Massnahme
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.schreibweise import euro


def vereinbarte(felder: Iterable[Feld]) -> list[Massnahme]:
    """Return the measures that were agreed, without those that came later."""
    return [m for feld in felder for gruppe in feld.ziele for m in gruppe.vereinbart]


def ressourcen(massnahmen: Sequence[Massnahme]) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of money and staff, as (name, text)."""
    kosten = [m.kosten for m in massnahmen if m.kosten]
    yield "Maßnahmen mit Angaben zu den Kosten", f"{len(kosten)} von {len(massnahmen)}"
    for name, betraege in (
        ("Einmalige Kosten", [k.einmalig for k in kosten]),
        ("Jährliche Kosten", [k.jaehrlich for k in kosten]),
    ):
        genannt = [Decimal(str(b)) for b in betraege if b is not None]
        if genannt:
            yield name, f"{euro(sum(genannt))} ({_massnahmen(len(genannt))})"
    if personal := sum(bool(k.personal) for k in kosten):
        yield "Mit Personalaufwand", _massnahmen(personal)
    yield from _foerderung(kosten)


def _foerderung(kosten: Iterable[Kosten]) -> Iterator[tuple[str, str]]:
    alle = [foerderung for k in kosten for foerderung in k.foerdermittel]
    for stand in dict.fromkeys(f.stand for f in alle):
        betraege = [Decimal(str(f.betrag)) for f in alle if f.stand == stand and f.betrag is not None]
        text = euro(sum(betraege)) if betraege else "Beträge sind nicht genannt"
        yield f"Fördermittel ({FOERDERSTAND[stand]})", text


def wirkungen(massnahmen: Sequence[Massnahme]) -> Iterator[tuple[str, str]]:
    """Yield how many measures can be done by the lead itself, and how many only be brought about."""
    for wort, text in WIRKUNG.worte.items():
        yield f"Wirkung {text}", _massnahmen(sum(m.wirkung == wort for m in massnahmen))


def _massnahmen(anzahl: int) -> str:
    return "1 Maßnahme" if anzahl == 1 else f"{anzahl} Maßnahmen"


def vorbehalte(vereinbarung: Zielvereinbarung | None, felder: Iterable[Feld]) -> Iterator[tuple[str, str]]:
    """Yield every reservation, as (what it stands on, text); those that only the costs name come together at the end."""
    if vereinbarung:
        yield from _je("Vereinbarung", vereinbarung.vorbehalte)
    nur_kosten = []
    for gruppe in (gruppe for feld in felder for gruppe in feld.ziele):
        yield from _je(f"Ziel {gruppe.ziel.kennung[2:]}", gruppe.ziel.vorbehalte)
        for massnahme in gruppe.vereinbart:
            yield from _je(f"Maßnahme {massnahme.kennung[2:]}", massnahme.vorbehalte)
            if massnahme.kosten and massnahme.kosten.ist_haushaltsvorbehalt and not massnahme.vorbehalte:
                nur_kosten.append(massnahme.kennung[2:])
    if nur_kosten:
        yield (
            "Mittel noch nicht im Haushalt",
            f"Maßnahme{'n' if len(nur_kosten) > 1 else ''} {', '.join(nur_kosten)}",
        )


def _je(wo: str, liste: Iterable[Vorbehalt]) -> Iterator[tuple[str, str]]:
    yield from ((wo, vorbehalt(eintrag)) for eintrag in liste)

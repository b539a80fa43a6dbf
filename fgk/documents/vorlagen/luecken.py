"""What a paper for a council lacks, each with its file and key."""

from collections.abc import Iterable, Iterator

from fgk.documents.fehlend import Fehlend
from fgk.documents.sicht import Sicht
from fgk.documents.vorlagen.aenderung import ist_unklar
from fgk.documents.vorlagen.bericht import berichte_in
from fgk.documents.vorlagen.gremium import entscheidende
from fgk.documents.vorlagen.tarifbetrag import tarifbetrag
from fgk.documents.vorlagen.teilnahme import ARTEN, vertrag_zu
from fgk.festlegung.umfang import betrifft_vereinbarung
from fgk.models.arten import art_namens
from fgk.models.beschluss import Beschluss

_GEGENSTAND = {
    "zielvereinbarung": "die Zielvereinbarung, über die entschieden wird",
    "aenderung": "die Ziele und Maßnahmen, die geändert werden",
    "jahresbericht": "der Jahresbericht, der zur Kenntnis gegeben wird",
}

#: to take note costs nothing, and what an agreement costs, its measures say
_OHNE_BETRAG = frozenset({"jahresbericht", "zielvereinbarung"})


def fehlt(sicht: Sicht, kennung: str | None) -> Iterable[Fehlend]:
    """Yield what a council could not do without; nothing for a decision that is not on file, which ``baue`` refuses."""
    beschluss = sicht.beschluss(kennung)
    if beschluss is None:
        return
    datei = art_namens("beschluss").pfad_zu(beschluss.kennung)
    for schluessel, was in _luecken(sicht, beschluss):
        yield Fehlend(datei, schluessel, was)


def _luecken(sicht: Sicht, beschluss: Beschluss) -> Iterator[tuple[str, str]]:
    beratung = entscheidende(beschluss)
    if beratung is None:
        yield "beratungen", "das Gremium, das entscheidet oder zur Kenntnis nimmt"
    elif beratung.datum is None:
        stelle = beschluss.beratungen.index(beratung)
        yield f"beratungen[{stelle}].datum", f"der Tag der Sitzung ({beratung.gremium})"
    if not federfuehrung(sicht, beschluss):
        yield "vorlage.federfuehrung", "die federführende Stelle"
    if not _hat_gegenstand(sicht, beschluss):
        yield "beschlusspunkte.betrifft", _GEGENSTAND[beschluss.art]
    if beschluss.art == "sonstiges" and not (beschluss.beschlussvorschlag or beschluss.beschlusspunkte):
        yield "beschlussvorschlag", "der Beschlussvorschlag"
    hat_sachverhalt = beschluss.vorlage is not None and beschluss.vorlage.sachverhalt is not None
    if beschluss.art == "sonstiges" and not hat_sachverhalt:
        yield "vorlage.sachverhalt", "der Sachverhalt"
    if beschluss.art == "aenderung" and not hat_sachverhalt and ist_unklar(sicht, beschluss):
        yield (
            "vorlage.sachverhalt",
            "was sich ändert; die frühere Fassung ist nicht bekannt, weil sie nicht in git liegt",
        )
    if beschluss.finanzen is None and not sagt_kosten(sicht, beschluss):
        yield "finanzen", "die finanziellen Auswirkungen"


def federfuehrung(sicht: Sicht, beschluss: Beschluss) -> str:
    """Return who is in charge of a paper: as it says, else who leads the project."""
    genannt = beschluss.vorlage.federfuehrung if beschluss.vorlage else None
    leitung = sicht.besetzung(sicht.audit.rollen.projektleitung)
    return sicht.stelle(genannt) or (leitung[0] if leitung else "")


def sagt_kosten(sicht: Sicht, beschluss: Beschluss) -> bool:
    """Say whether the Akte itself tells what a decision costs: nothing, as contract or tariff say, or as measures say."""
    if beschluss.art in ARTEN:
        vertrag = vertrag_zu(sicht, beschluss)
        ist_vereinbart = vertrag is not None and vertrag.kostenbeitrag is not None
        return ist_vereinbart or tarifbetrag(sicht, beschluss) is not None
    return beschluss.art in _OHNE_BETRAG or betrifft_vereinbarung(sicht.akte, beschluss)


def _hat_gegenstand(sicht: Sicht, beschluss: Beschluss) -> bool:
    if beschluss.art == "jahresbericht":
        return bool(berichte_in(sicht, beschluss))
    # a point that was rejected later was still part of the paper
    return beschluss.art not in _GEGENSTAND or any(punkt.betrifft for punkt in beschluss.beschlusspunkte)

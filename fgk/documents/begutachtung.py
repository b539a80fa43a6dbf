"""The documentation for the assessment: what the experts need to judge, and in the end what they found."""

from collections.abc import Iterable, Iterator
from datetime import date

from fgk.akte import Akte
from fgk.documents.bestandsaufnahme import fehlende_analysen
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.ressourcen import ressourcen, vereinbarte, vorbehalte, wirkungen
from fgk.documents.rollen import rollen, stellen
from fgk.documents.sicht import Sicht
from fgk.documents.teilnahme import beteiligungen, personen
from fgk.documents.unterlagen import unterlagen
from fgk.documents.vorlage import fuelle
from fgk.documents.vorstufe import rueckschau
from fgk.documents.werk import Werk
from fgk.documents.zertifikat import begutachtung_von
from fgk.errors import FgkError
from fgk.loading.ablagen import verfahren_von
from fgk.models.base import Datensatz
from fgk.models.begutachtung import BEGUTACHTUNGSERGEBNIS, Begutachtung
from fgk.models.beschluss import Beschluss
from fgk.models.datum import ist_sicher_vor
from fgk.models.indikatoren import Indikatoren
from fgk.models.verfahren import Phase
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.stand.rueckblick import beschluss_am
from fgk.stand.tore import Erfuellung, erfuellungen

#: the decisions that lead to the assessment
_BESCHLUESSE = ("teilnahme", "bilanz", "zielvereinbarung", "aenderung")
#: without these there is nothing to assess; what else a gate asks for is named as missing
_UNENTBEHRLICH = frozenset({"indikatoren", "analyse", "zielvereinbarung", "ziel", "massnahme"})


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the document; raises ``FgkError`` in a stage that nobody assesses."""
    _pruefe_stufe(sicht)
    begutachtung = begutachtung_von(sicht)
    vereinbarung = sicht.vereinbarung
    veranstaltungen = beteiligungen(sicht)
    beschluesse = _beschluesse(sicht, begutachtung)
    massnahmen = vereinbarte(sicht.felder)
    vorher = rueckschau(sicht) if sicht.audit.stufe != "grund" else None
    kopf = sicht.kopf(
        "Dokumentation zur Begutachtung",
        sicht.untertitel,
        [
            ("Laufzeit", sicht.zeitraum(vereinbarung.laufzeit if vereinbarung else None)),
            ("Projektleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.projektleitung))),
            ("Begleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.auditorin))),
            (
                "Beschluss",
                sicht.beschlussstand(sicht.annahme) if sicht.verfahren.ist_beschluss_noetig else "",
            ),
            ("Eingereicht", sicht.am(begutachtung.eingereicht_am) if begutachtung else ""),
            ("Begutachtung", BEGUTACHTUNGSERGEBNIS[begutachtung.ergebnis] if begutachtung else "steht aus"),
        ],
        _gezeigt(sicht, [vereinbarung, begutachtung, *veranstaltungen, *beschluesse]),
    )
    koerper = fuelle(
        "begutachtung.md.j2",
        sicht,
        werk=Werk(sicht.verfahren.ergebnisdokument),
        vereinbarung=vereinbarung,
        begutachtung=begutachtung,
        beschluesse=beschluesse,
        tore=list(_tore(sicht)),
        felder=sicht.felder,
        reihen=_anzahl_reihen(sicht),
        beteiligungen=veranstaltungen,
        personen={b.kennung: personen(b) for b in veranstaltungen},
        massnahmen=massnahmen,
        ressourcen=list(ressourcen(massnahmen)) if massnahmen else [],
        wirkungen=list(wirkungen(massnahmen)) if sicht.verfahren.ist_wirkung_unterschieden else [],
        vorbehalte=list(vorbehalte(vereinbarung, sicht.felder)),
        vorher=vorher,
        rollen=list(rollen(sicht)),
        stellen=stellen(sicht),
        unterlagen=list(unterlagen(sicht, beschluesse)),
        quellen=[],
    )
    return Dokument(kopf, koerper)


def _pruefe_stufe(sicht: Sicht) -> None:
    stufe = sicht.verfahren.stufe(sicht.audit.stufe)
    if stufe is not None and not stufe.ist_begutachtet:
        raise FgkError(
            "In der Stufe „Erhaltung des Zertifikats“ gibt es keine Begutachtung von außen.",
            "Was in dieser Stufe vorliegt, zeigen die Zielvereinbarung und die Jahresberichte.",
        )


def _gezeigt(sicht: Sicht, einzelne: Iterable[Datensatz | None]) -> Iterator[Datensatz | None]:
    yield from (sicht.audit, *einzelne)
    for feld in sicht.felder:
        yield feld.analyse
        yield from (gruppe.ziel for gruppe in feld.ziele)
        yield from feld.massnahmen


def _beschluesse(sicht: Sicht, begutachtung: Begutachtung | None) -> list[Beschluss]:
    """Return the decisions on taking part and on the agreement, without those that came after the assessment."""
    alle_ = [beschluss_am(record.modell, sicht.stichtag) for record in sicht.akte.alle(Beschluss)]
    ende = _ende(begutachtung)
    return [
        beschluss
        for art in _BESCHLUESSE
        for beschluss in alle_
        if beschluss.art == art and not all(ist_sicher_vor(ende, b.datum) for b in beschluss.beratungen)
    ]


def _ende(begutachtung: Begutachtung | None) -> date | str | None:
    """Return the day by which all was assessed, ``None`` before."""
    zertifikat = begutachtung.zertifikat if begutachtung else None
    tage = [begutachtung.begutachtet_am] if begutachtung else []
    tage += [zertifikat.erteilt_am, zertifikat.verliehen_am] if zertifikat else []
    return next((tag for tag in tage if tag), None)


def _phasen(sicht: Sicht) -> Iterator[Phase]:
    """Yield the phases before the one in which is assessed."""
    for phase in sicht.verfahren.phasen_in(sicht.audit.stufe):
        if any(v.datensatz == "begutachtung" for v in phase.voraussetzungen):
            return
        yield phase


def _tore(sicht: Sicht) -> Iterator[tuple[Phase, list[Erfuellung]]]:
    for phase in _phasen(sicht):
        yield phase, erfuellungen(sicht.akte, sicht.verfahren, phase, sicht.stichtag)


def _anzahl_reihen(sicht: Sicht) -> int:
    record = sicht.akte.einzeln(Indikatoren)
    return len(record.modell.reihen) if record else 0


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what there must be to assess; other gaps stand in the document itself."""
    _pruefe_stufe(sicht)
    for _, eintraege in _tore(sicht):
        for eintrag in eintraege:
            v = eintrag.voraussetzung
            ist_noetig = (
                v.datensatz in _UNENTBEHRLICH
                or v.beschluss == "zielvereinbarung"
                or v.schritt == "beteiligung"
            )
            if ist_noetig and not eintrag.ist_erfuellt and v.datensatz == "analyse":
                yield from fehlende_analysen(sicht)
            elif ist_noetig and not eintrag.ist_erfuellt:
                yield Fehlend(eintrag.datei, eintrag.schluessel, v.text)


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once there is an agreement, and where the stage is assessed at all."""
    return [None] if akte.einzeln(Zielvereinbarung) and _wird_begutachtet(akte) else []


def noch_nicht(akte: Akte) -> str:
    """Return why there is none yet; a stage that nobody assesses lacks nothing."""
    return "Die Akte hat noch keine (fehlerfreie) zielvereinbarung.yaml." if _wird_begutachtet(akte) else ""


def _wird_begutachtet(akte: Akte) -> bool:
    verfahren = verfahren_von(akte)
    stufe = verfahren.stufe(akte.audit.stufe) if verfahren and akte.audit else None
    return stufe is None or stufe.ist_begutachtet

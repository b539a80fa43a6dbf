"""The documentation of the participation phase: who took part, what came out, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fgk.akte import Akte
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.gliederung import Feld
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.models.arten import art_namens
from fgk.models.audit import Mitglied
from fgk.models.base import Datensatz, Quelle
from fgk.models.beteiligung import Beteiligung, Beteiligungsergebnis
from fgk.models.datum import fruehestens, ist_sicher_vor, spaetestens
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.schreibweise import datum, zahl
from fgk.stand.hervorgegangen import aus_beteiligung

NOCH_NICHT = "Die Akte hat noch keine Veranstaltung oder Befragung im Ordner „beteiligung“."
UNBEKANNT = "nicht aktenkundig"


class Einzelergebnis(NamedTuple):
    """A result, and where it came out; ``ist_offen``: no goal and no measure came of it yet."""

    beteiligung: Beteiligung
    ergebnis: Beteiligungsergebnis
    ist_offen: bool


@dataclass(frozen=True, slots=True)
class Folge:
    """A goal or measures of it that came of participation: names of the events, and each measure with its own."""

    ziel: Ziel
    aus: tuple[str, ...]
    massnahmen: tuple[tuple[Massnahme, tuple[str, ...]], ...]


class Gemeindezeile(NamedTuple):
    """A member of a Kreis, and in which workshops and surveys it took part."""

    mitglied: Mitglied
    veranstaltungen: tuple[str, ...]


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the document; what is not on file is named as such."""
    beteiligungen = _beteiligungen(sicht)
    herkunft = _herkunft(sicht)
    ergebnisse = list(_ergebnisse(sicht, beteiligungen, herkunft))
    folgen = list(_folgen(sicht, beteiligungen, herkunft))
    gezeigt = [datensatz for folge in folgen for datensatz in (folge.ziel, *(m for m, _ in folge.massnahmen))]
    kopf = sicht.kopf(
        "Dokumentation der Beteiligung",
        f"im {sicht.verfahren.bezeichnung}",
        [
            ("Zeitraum", _zeitraum(sicht, beteiligungen)),
            ("Veranstaltungen", str(len(beteiligungen))),
            ("Projektleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.projektleitung))),
            ("Begleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.auditorin))),
        ],
        [sicht.audit, *beteiligungen, *gezeigt],
    )
    koerper = fuelle(
        "beteiligung.md.j2",
        sicht,
        beteiligungen=beteiligungen,
        personen={b.kennung: personen(b) for b in beteiligungen},
        summe=_summe(beteiligungen),
        felder=sicht.felder,
        nach_feld=_nach_feld(sicht, ergebnisse),
        folgen=folgen,
        offene=[ergebnis for ergebnis in ergebnisse if ergebnis.ist_offen],
        gemeinden=[
            Gemeindezeile(m, tuple(_name(b) for b in beteiligungen if b.kennung in m.beteiligungen))
            for m in sicht.audit.mitglieder
        ],
        quellen=list(_quellen(beteiligungen)),
    )
    return Dokument(kopf, koerper)


def _beteiligungen(sicht: Sicht) -> list[Beteiligung]:
    """Return what took place by the Stichtag, in the order of the days."""
    alle_ = [record.modell for record in sicht.akte.alle(Beteiligung)]
    return sorted(
        (b for b in alle_ if not ist_sicher_vor(sicht.stichtag, b.datum)), key=lambda b: fruehestens(b.datum)
    )


def _name(beteiligung: Beteiligung) -> str:
    return f"{beteiligung.titel}, {datum(beteiligung.datum)}"


def personen(beteiligung: Beteiligung) -> str:
    """Return in words how many took part, as far as it is known."""
    genau, mindestens = _anzahl(beteiligung)
    if genau is not None:
        return zahl(genau)
    return f"mindestens {zahl(mindestens)}" if mindestens else UNBEKANNT


def _anzahl(beteiligung: Beteiligung) -> tuple[int | None, int]:
    """Return how many took part, ``None`` where it is not known, and how many at least."""
    zahlen = [gruppe.anzahl for gruppe in beteiligung.gruppen]
    bekannt = sum(anzahl for anzahl in zahlen if anzahl is not None)
    if beteiligung.teilnehmende is not None:
        return beteiligung.teilnehmende, beteiligung.teilnehmende
    return (bekannt if zahlen and None not in zahlen else None), bekannt


def _summe(beteiligungen: Iterable[Beteiligung]) -> str:
    """Say how often somebody took part; who came twice counts twice."""
    alle_ = [_anzahl(b) for b in beteiligungen]
    summe = sum(mindestens for _, mindestens in alle_)
    if not summe:
        return ""
    return zahl(summe) if all(genau is not None for genau, _ in alle_) else f"mindestens {zahl(summe)}"


def _zeitraum(sicht: Sicht, beteiligungen: list[Beteiligung]) -> str:
    if not beteiligungen:
        return ""
    erster = beteiligungen[0].datum
    letzter = max((b.bis or b.datum for b in beteiligungen), key=spaetestens)
    return sicht.am(erster) if erster == letzter else f"{sicht.am(erster)} bis {sicht.am(letzter)}"


def _herkunft(sicht: Sicht) -> dict[str, frozenset[str]]:
    ziele = [gruppe.ziel for feld in sicht.felder for gruppe in feld.ziele]
    return aus_beteiligung(ziele, [m for feld in sicht.felder for m in feld.massnahmen])


def _ergebnisse(
    sicht: Sicht, beteiligungen: Iterable[Beteiligung], herkunft: dict[str, frozenset[str]]
) -> Iterator[Einzelergebnis]:
    """Yield all results; goals name the event and not the result, so its Handlungsfeld decides what came of it."""
    je_feld = {feld.kennung: {w for k in _kennungen(feld) for w in herkunft[k]} for feld in sicht.felder}
    je_feld[""] = set().union(*herkunft.values())
    for beteiligung in beteiligungen:
        for ergebnis in beteiligung.ergebnisse:
            folgen = je_feld.get(ergebnis.handlungsfeld or "", set())
            yield Einzelergebnis(beteiligung, ergebnis, beteiligung.kennung not in folgen)


def _kennungen(feld: Feld) -> Iterator[str]:
    yield from (gruppe.ziel.kennung for gruppe in feld.ziele)
    yield from (massnahme.kennung for massnahme in feld.massnahmen)


def _nach_feld(sicht: Sicht, ergebnisse: Iterable[Einzelergebnis]) -> dict[str, list[Einzelergebnis]]:
    gesammelt: dict[str, list[Einzelergebnis]] = {feld.kennung: [] for feld in sicht.felder}
    for ergebnis in ergebnisse:
        gesammelt.setdefault(ergebnis.ergebnis.handlungsfeld or "", []).append(ergebnis)
    return gesammelt


def _folgen(
    sicht: Sicht, beteiligungen: Iterable[Beteiligung], herkunft: dict[str, frozenset[str]]
) -> Iterator[Folge]:
    namen = {b.kennung: _name(b) for b in beteiligungen}

    def aus(kennung: str) -> tuple[str, ...]:
        return tuple(name for k, name in namen.items() if k in herkunft[kennung])

    for gruppe in (gruppe for feld in sicht.felder for gruppe in feld.ziele):
        massnahmen = tuple((m, aus(m.kennung)) for m in gruppe.massnahmen if aus(m.kennung))
        if massnahmen or aus(gruppe.ziel.kennung):
            yield Folge(gruppe.ziel, aus(gruppe.ziel.kennung), massnahmen)


def _quellen(beteiligungen: Iterable[Datensatz]) -> list[Quelle]:
    return list(dict.fromkeys(quelle for b in beteiligungen for quelle in b.quellen))


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what it lacks: something that took place, and a result."""
    beteiligungen = _beteiligungen(sicht)
    art = art_namens("beteiligung")
    if not beteiligungen:
        yield Fehlend(art.ordner, "", "Wenigstens eine Veranstaltung oder Befragung")
    elif not any(b.ergebnisse for b in beteiligungen):
        for b in beteiligungen:
            yield Fehlend(art.pfad_zu(b.kennung), "ergebnisse", f"Ergebnisse: {_name(b)}")


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once the Akte has an event."""
    return [None] if akte.alle(Beteiligung) else []

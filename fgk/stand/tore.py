"""What a Verfahren asks for at the end of each phase, and whether it is on file.

A gate is judged and never guessed: what counts is a record with the fields asked for, a decision that was made, or a
step with its day, by the Stichtag.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from fgk.akte import Akte, Record
from fgk.loading.nachbarn import nachbar
from fgk.models.arten import ARTEN, Art, art_namens
from fgk.models.audit import Audit
from fgk.models.base import Datensatz, Teil
from fgk.models.beschluss import Beschluss
from fgk.models.beteiligung import Beteiligung
from fgk.models.datum import fruehestens, ist_sicher_vor
from fgk.models.datumsfelder import is_date_key
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.verfahren import Phase, Verfahren, Voraussetzung
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.sources import AKTE_FILE
from fgk.stand.beschlusslage import erste_annahme

#: workshops that have a step of their own; every other record of a Beteiligung belongs to the step „beteiligung“
EIGENE_SCHRITTE = frozenset({"strategieworkshop", "zielvereinbarungsworkshop", "erhaltungsworkshop"})


class Erfuellung(NamedTuple):
    """Whether something that a gate asks for is on file, and where it is, or where it would have to be put.

    ``am`` is the day since when, where one is known. ``datei`` is a path inside the Akte, ``schluessel`` the dotted
    keys there, empty where the whole file is meant.
    """

    voraussetzung: Voraussetzung
    ist_erfuellt: bool
    datei: str
    schluessel: str = ""
    am: date | str | None = None


def erfuellungen(akte: Akte, verfahren: Verfahren, phase: Phase, stichtag: date) -> list[Erfuellung]:
    """Return for everything that the gate of a phase asks for in the stage of an Akte whether it is on file.

    What a faulty file of one's own names without saying what has to be there, nobody can have; FGK137 says so.
    """
    audit = akte.audit
    stufe = audit.stufe if audit else ""
    return [
        _erfuellung(akte, verfahren, v, stichtag)
        for v in phase.voraussetzungen
        if (not v.stufen or stufe in v.stufen) and (v.datensatz or v.beschluss or v.schritt)
    ]


def art_des_nachweises(v: Voraussetzung) -> list[Art]:
    """Return the kinds of record in which what a gate asks for can stand."""
    if v.beschluss is not None:
        namen = ["beschluss", "zielvereinbarung"] if v.beschluss == "zielvereinbarung" else ["beschluss"]
    else:
        namen = ["beteiligung"] if v.schritt is not None else [v.datensatz or ""]
    return [art for art in ARTEN if art.name in namen]


def _erfuellung(akte: Akte, verfahren: Verfahren, v: Voraussetzung, stichtag: date) -> Erfuellung:
    if v.beschluss is not None:
        return _beschluss(akte, v, stichtag)
    if v.schritt is not None:
        return _schritt(akte, v, stichtag)
    if v.ist_je_handlungsfeld:
        return _je_handlungsfeld(akte, verfahren, v)
    return _datensatz(akte, v, stichtag)


def _beschluss(akte: Akte, v: Voraussetzung, stichtag: date) -> Erfuellung:
    tage = list(_entschieden(akte, v.beschluss or "", stichtag))
    return Erfuellung(v, bool(tage), "beschluesse", am=tage[0] if tage else None)


def _entschieden(akte: Akte, art: str, stichtag: date) -> Iterator[date | str | None]:
    """Yield the days of decisions of a kind; one on the agreement has to say that it concerns it."""
    if art == "zielvereinbarung":
        annahme = erste_annahme(akte, stichtag)
        if annahme is not None:
            yield annahme.beratung.datum
        return
    yield from _gefasst(akte, art, stichtag)
    if art == "bilanz":
        yield from _am_ende_davor(akte, stichtag)


def _gefasst(akte: Akte, art: str, stichtag: date) -> Iterator[date | str | None]:
    for record in akte.alle(Beschluss):
        entscheidung = record.modell.entscheidung if record.modell.art == art else None
        if entscheidung is not None and not ist_sicher_vor(stichtag, entscheidung.datum):
            yield entscheidung.datum


def _am_ende_davor(akte: Akte, stichtag: date) -> Iterator[date | str | None]:
    """Yield the decisions on the Bilanz of the audit before: they end it and begin this one, and stand where it ended."""
    davor = nachbar(akte.source, akte.audit.vorgaenger if akte.audit else None)
    vereinbarung = davor.einzeln(Zielvereinbarung) if davor else None
    laufzeit = vereinbarung.modell.laufzeit if vereinbarung else None
    if davor is None or laufzeit is None:
        return
    for tag in _gefasst(davor, "bilanz", stichtag):
        if tag is not None and not ist_sicher_vor(
            tag, laufzeit.von
        ):  # not the one that the audit before began with
            yield tag


def _schritt(akte: Akte, v: Voraussetzung, stichtag: date) -> Erfuellung:
    tage = [tag for tag in tage_des_schritts(akte, v.schritt or "") if not ist_sicher_vor(stichtag, tag)]
    return Erfuellung(v, bool(tage), AKTE_FILE, "termine", min(tage, key=fruehestens, default=None))


def tage_des_schritts(akte: Akte, schritt: str) -> Iterator[date | str]:
    """Yield the days on which a step took place: of audit.yaml, and of workshops and surveys on file."""
    audit = akte.audit
    for termin in audit.termine if audit else ():
        if termin.schritt == schritt and termin.datum is not None:
            yield termin.datum
    for record in akte.alle(Beteiligung):
        if schritt_der_beteiligung(record.modell) == schritt:
            yield record.modell.datum


def schritt_der_beteiligung(beteiligung: Beteiligung) -> str:
    """Return which step of the procedure a workshop or survey is."""
    return beteiligung.art if beteiligung.art in EIGENE_SCHRITTE else "beteiligung"


def _je_handlungsfeld(akte: Akte, verfahren: Verfahren, v: Voraussetzung) -> Erfuellung:
    art = art_namens(v.datensatz or "")
    felder = _handlungsfelder(akte.audit, verfahren)
    records = [r for r in akte.records.get(art, []) if getattr(r.modell, "hat_inhalt", True)]
    vorhanden = {getattr(record.modell, "handlungsfeld", None) for record in records}
    fehlend = [feld for feld in felder if feld not in vorhanden]
    return Erfuellung(v, not fehlend, art.pfad_zu(art.praefix + fehlend[0]) if fehlend else art.ordner)


def _handlungsfelder(audit: Audit | None, verfahren: Verfahren) -> list[str]:
    katalog = verfahren.katalog(audit.katalog) if audit else None
    return [feld.kennung for feld in (katalog.handlungsfelder if katalog else ())]


def _datensatz(akte: Akte, v: Voraussetzung, stichtag: date) -> Erfuellung:
    art = art_namens(v.datensatz or "")
    records = akte.records.get(art, [])
    passend = [record for record in records if _hat_alles(record, v, stichtag)]
    if _menge(passend) >= v.anzahl:
        return Erfuellung(v, True, passend[0].path if passend else art.pfad, am=_seit(passend, v))
    fehlt = next((record for record in records if record not in passend), None)
    datei = fehlt.path if fehlt else art.pfad if art.ist_einzeln else art.ordner
    return Erfuellung(v, False, datei, (*v.felder, *v.eines_von, "")[0])


def _seit(passend: list[Record[Datensatz]], v: Voraussetzung) -> date | str | None:
    """Return the day on which there were enough of them, ``None`` where no day is asked for."""
    tage = {record.path: _tag(record, v) for record in passend}
    geordnet = sorted(passend, key=lambda r: fruehestens(tage[r.path] or date.min))
    genug = (r for n, r in enumerate(geordnet, 1) if _menge(geordnet[:n]) >= v.anzahl)
    letzter = next(genug, None)
    return tage[letzter.path] if letzter else None


def _tag(record: Record[Datensatz], v: Voraussetzung) -> date | str | None:
    tage = (_wert(record, feld) for feld in (*v.felder, *v.eines_von) if _ist_tag(feld))
    return next((tag for tag in tage if tag), None)


def _menge(records: Iterable[Record[Datensatz]]) -> int:
    """Count records; a report on two years counts as two."""
    return sum(
        berichtsjahre(record.modell) if isinstance(record.modell, Jahresbericht) else 1 for record in records
    )


def berichtsjahre(bericht: Jahresbericht) -> int:
    """Return on how many years a report is."""
    return bericht.bis.year - int(bericht.kennung[2:6]) + 1


def _hat_alles(record: Record[Datensatz], v: Voraussetzung, stichtag: date) -> bool:
    gefuellt = [_ist_da(record, feld, stichtag) for feld in v.felder]
    eines = any(_ist_da(record, feld, stichtag) for feld in v.eines_von)
    passt = not v.werte or any(_wert(record, feld) in v.werte for feld in v.felder[:1])
    return all(gefuellt) and (eines or not v.eines_von) and passt


def _wert(record: Record[Datensatz], feld: str) -> Any:
    """Return what stands at dotted keys of a record, ``None`` where nothing does."""
    wert: Any = record.modell
    for schluessel in feld.split("."):
        ist_feld = (
            isinstance(wert, Teil) and schluessel in type(wert).model_fields
        )  # a list has a „count“ too
        wert = getattr(wert, schluessel) if ist_feld else None
    return wert


def _ist_da(record: Record[Datensatz], feld: str, stichtag: date) -> bool:
    """Say whether a field is filled in, and its day is not later than the Stichtag."""
    wert = _wert(record, feld)
    return wert not in (None, "", ()) and not (_ist_tag(feld) and ist_sicher_vor(stichtag, wert))


def _ist_tag(feld: str) -> bool:
    return is_date_key(feld.rpartition(".")[2])

"""The trail of an Akte in words: a part for each step, newest first, in the shape of a comparison.

A person is never named unless asked for: who set something is the Organisationseinheit whose mailbox made the commit,
or that a line ``Stelle: OE-51`` in its message names.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from pydantic import ValidationError

from fgk.akte import Akte
from fgk.comparing.felder import aenderungen, stelle_in_worten
from fgk.comparing.namen import Namen, Seiten, aufgezaehlt
from fgk.comparing.stellen import schritte
from fgk.comparing.worte import gekuerzt, sauber
from fgk.history.commits import Commit
from fgk.history.verlauf import Ereignis, Wandel
from fgk.models.arten import art_namens
from fgk.models.base import Datensatz
from fgk.models.organisation import Organisationseinheiten
from fgk.plaindata import normal, unterschiede
from fgk.schreibweise import datum
from fgk.vergleich import ENTFERNT, GEAENDERT, NEU, Abschnitt, Aenderung, Eintrag, Vergleich, Werte

_BERICHT = "jahresbericht"
#: of an entry of a report, what goes on from year to year
_FORTGANG = ("massnahme", "status", "fortschritt", "neue_frist", "nachfolger", "begruendung")
_ARTEN = {Wandel.angelegt: NEU, Wandel.entfernt: ENTFERNT, Wandel.geaendert: GEAENDERT}


class Auswahl(NamedTuple):
    """What of a trail is shown: since and until which day, and fields by key, title, or a word of them."""

    seit: date | None = None
    bis: date | None = None
    feld: str | None = None


class Spur(NamedTuple):
    """A trail, the Akte that knows its names, and whether persons are named."""

    ereignisse: Sequence[Ereignis]
    akte: Akte
    kennung: str | None
    mit_personen: bool = False


def spur(quelle: Spur, auswahl: Auswahl) -> Vergleich:
    """Return the trail in words, newest step first."""
    abschnitte = tuple(_abschnitte(quelle, auswahl))
    was = f"von {quelle.kennung}" if quelle.kennung else "der Akte"
    audit = quelle.akte.audit
    return Vergleich(
        "verlauf",
        f"Verlauf {was}",
        sauber(audit.ort.anzeigename) if audit else "",
        "",
        "",
        (),
        abschnitte,
    )


def _abschnitte(quelle: Spur, auswahl: Auswahl) -> Iterator[Abschnitt]:
    schritte = [
        (schluessel, list(gruppe))
        for schluessel, gruppe in groupby(quelle.ereignisse, key=lambda e: e.wirksam.id)
    ]
    for _, ereignisse in reversed(schritte):
        tag = ereignisse[0].wirksam.committer.when.date()
        if (auswahl.seit and tag < auswahl.seit) or (auswahl.bis and tag > auswahl.bis):
            continue
        gesetzt: dict[str, list[Ereignis]] = {}
        for ereignis in ereignisse:
            gesetzt.setdefault(ereignis.gesetzt.id, []).append(ereignis)
        for gruppe in gesetzt.values():
            eintraege = tuple(_eintraege(quelle, gruppe, auswahl.feld))
            if eintraege:
                yield _abschnitt(quelle, gruppe, eintraege)


def _abschnitt(quelle: Spur, gruppe: Sequence[Ereignis], eintraege: tuple[Eintrag, ...]) -> Abschnitt:
    wirksam, gesetzt = gruppe[0].wirksam, gruppe[0].gesetzt
    beschluesse = list(dict.fromkeys(b for ereignis in gruppe for b in ereignis.beschluesse))
    wer = _wer(quelle, gesetzt)
    teile = []
    if wer or gesetzt.id != wirksam.id:
        am = f"am {datum(gesetzt.author.when.date())} ({gesetzt.short})" if gesetzt.id != wirksam.id else ""
        teile.append(" ".join(filter(None, ["gesetzt", f"von {wer}" if wer else "", am])))
    if beschluesse:
        teile.append(f"{'Beschluss' if len(beschluesse) == 1 else 'Beschlüsse'} {aufgezaehlt(beschluesse)}")
    teile.append(f"Commit {wirksam.short}")
    if any(ereignis.nach_unlesbarer_fassung for ereignis in gruppe):
        teile.append("nach einer Fassung, die sich nicht lesen ließ")
    return Abschnitt(
        f"{wirksam.id}:{gesetzt.id}",
        f"Wirksam seit {datum(wirksam.committer.when.date())}",
        eintraege,
        sauber("; ".join(teile)),
        {
            "wirksam_seit": wirksam.committer.when.isoformat(),
            "wirksam_commit": wirksam.id,
            "gesetzt_am": gesetzt.author.when.isoformat(),
            "gesetzt_commit": gesetzt.id,
            "gesetzt_von": wer,
            "beschluesse": beschluesse,
        },
    )


def _wer(quelle: Spur, commit: Commit) -> str:
    """Return who made a commit: an office, or a name if persons are asked for; empty where nobody knows."""
    if quelle.mit_personen:
        return sauber(commit.author.name)
    record = quelle.akte.einzeln(Organisationseinheiten)
    einheiten = record.modell.organisationseinheiten if record else ()
    genannt = commit.trailer("Stelle")
    postfach = commit.author.mail.casefold()
    for einheit in einheiten:
        if genannt == einheit.kennung or (einheit.postfach and einheit.postfach.casefold() == postfach):
            return sauber(einheit.anzeigename)
    return ""


def _eintraege(quelle: Spur, gruppe: Iterable[Ereignis], feld: str | None) -> Iterator[Eintrag]:
    namen = Namen(quelle.akte)
    nach_datensatz: dict[tuple[str, str], list[Ereignis]] = {}
    for ereignis in gruppe:
        nach_datensatz.setdefault((ereignis.art, ereignis.kennung), []).append(ereignis)
    for (art, kennung), ereignisse in nach_datensatz.items():
        wandel = ereignisse[0].wandel
        gefunden = tuple(_aenderungen(quelle, art, ereignisse, namen, feld))
        if not gefunden and (feld or wandel is Wandel.geaendert):
            continue
        titel = _titel(art, kennung, ereignisse[0], namen)
        gezeigt = (
            "" if kennung.endswith(".yaml") else kennung
        )  # a record without a Kennung is known by its path
        if gefunden and wandel is Wandel.angelegt:
            # a new report goes on with the one before: what it changes counts, with its values before and after
            yield Eintrag(GEAENDERT, kennung, gezeigt, f"{titel} (neu)", gefunden)
        else:
            yield Eintrag(_ARTEN[wandel], kennung, gezeigt, titel, gefunden)


def _aenderungen(
    quelle: Spur, art: str, ereignisse: Sequence[Ereignis], namen: Namen, feld: str | None
) -> Iterator[Aenderung]:
    pfade = [ereignis.pfad for ereignis in ereignisse if ereignis.pfad]
    ist_neuer_bericht = art == _BERICHT and not ereignisse[0].stand.vorher
    if not pfade and not ist_neuer_bericht:
        return
    vorher, nachher = ereignisse[0].stand
    if ist_neuer_bericht:
        vorher, nachher = _fortgang(_bericht_davor(quelle, ereignisse[0])), _fortgang(nachher)
    alle = _in_worten(art, ereignisse[0], (vorher or {}, nachher or {}), namen)
    for aenderung in alle:
        if not ist_neuer_bericht and not any(pfad[: len(aenderung.pfad)] == aenderung.pfad for pfad in pfade):
            continue
        if quelle.kennung and quelle.kennung not in (ereignisse[0].kennung, *aenderung.pfad):
            continue
        if feld is None or feld.casefold() in map(str.casefold, _feldnamen(art, aenderung)):
            yield _ohne_gefragtes(art, aenderung, quelle.kennung, namen)


def _ohne_gefragtes(art: str, aenderung: Aenderung, kennung: str | None, namen: Namen) -> Aenderung:
    """Leave out of a field's place what the trail is of: in a report, the measure that was asked for."""
    if kennung not in aenderung.pfad[:-1]:
        return aenderung
    davor = aenderung.pfad[: aenderung.pfad.index(kennung) + 1]
    anfang = stelle_in_worten(art_namens(art).modell, davor, namen)
    return aenderung._replace(feld=aenderung.feld.removeprefix(f"{anfang} › "))


def _feldnamen(art: str, aenderung: Aenderung) -> Iterator[str]:
    """Yield keys and titles of a changed field, and the words in them; a whole entry has those of all its fields."""
    inhalt = [weg.split(".") for werte in aenderung.werte if isinstance(werte, dict) for weg in werte]
    for rest in ((), *inhalt):
        for schritt in schritte(art_namens(art).modell, (*aenderung.pfad, *rest)):
            if (
                schritt.feld is not None
            ):  # else it names an entry: M-2.3.2 Rückkehrgespräche für Alleinerziehende
                for name in (schritt.name, schritt.feld.title or schritt.name):
                    yield from (name, *name.replace("_", " ").split())


def _in_worten(
    art: str, ereignis: Ereignis, staende: tuple[Mapping[str, Any], Mapping[str, Any]], namen: Namen
) -> Iterable[Aenderung]:
    """Return what differs; an old version that today's schema does not allow is shown as it was written."""
    modell = art_namens(art).modell
    if all(_ist_gueltig(modell, stand) for stand in ereignis.stand if stand):
        return aenderungen(modell, normal(staende[0]), normal(staende[1]), Seiten(namen, namen))
    return [
        Aenderung(
            sauber(" › ".join(pfad)), _roh(vorher), _roh(nachher), pfad=pfad, werte=Werte(vorher, nachher)
        )
        for pfad, vorher, nachher in unterschiede(*staende)
    ]


def _ist_gueltig(modell: type[Datensatz], stand: Mapping[str, Any]) -> bool:
    try:
        modell.model_validate(stand)
    except ValidationError:
        return False
    return True


def _roh(wert: Any) -> str | None:
    return None if wert is None else gekuerzt(sauber(str(wert)))


def _bericht_davor(quelle: Spur, ereignis: Ereignis) -> Mapping[str, Any] | None:
    """Return the report before a new one as it stood last; what a measure's status was then is in it."""
    stelle = quelle.ereignisse.index(ereignis)
    davor = [e for e in quelle.ereignisse[:stelle] if e.art == _BERICHT and e.kennung < ereignis.kennung]
    letzter = max((e.kennung for e in davor), default=None)
    return next((e.stand.nachher for e in reversed(davor) if e.kennung == letzter), None)


def _fortgang(bericht: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what one report goes on with from another: the state of each measure. Prose is new every year."""
    eintraege = (bericht or {}).get("massnahmen")
    return {
        "massnahmen": [
            {feld: eintrag.get(feld) for feld in _FORTGANG}
            for eintrag in (eintraege if isinstance(eintraege, list) else ())
            if isinstance(eintrag, dict)
        ]
    }


def _titel(art: str, kennung: str, ereignis: Ereignis, namen: Namen) -> str:
    stand = ereignis.stand.nachher or ereignis.stand.vorher or {}
    titel = stand.get("titel")
    if isinstance(titel, str):
        return sauber(titel)
    return namen.titel(kennung) or art_namens(art).titel

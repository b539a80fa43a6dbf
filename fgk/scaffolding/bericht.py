"""A new annual report: an entry for every measure in the order of the Kennungen, each with its last status."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from textwrap import wrap
from typing import Any

from fgk.akte import natuerlich
from fgk.errors import FgkError
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import BEGRUENDUNGSPFLICHTIG, Jahresbericht, Massnahmenbericht
from fgk.models.kennungen import FORMEN
from fgk.models.massnahme import Massnahme
from fgk.models.vertrag import Vertrag
from fgk.models.zielvereinbarung import Laufzeit, Zielvereinbarung
from fgk.scaffolding.kommentiert import Eintrag
from fgk.scaffolding.lesen import lies
from fgk.scaffolding.skalare import Roh
from fgk.scaffolding.vorhaben import Entwurf, Vorhaben
from fgk.schreibweise import datum
from fgk.stand.fortschritt import BEENDET, berichte, eintrag_zu

_JAHRE = re.compile(r"([12][0-9]{3})(?:-([12][0-9]{3}))?")
_BREITE = 94
#: of last year's text so much is shown as reminds of it
_ZEILEN = 2


def jahresbericht(vorhaben: Vorhaben) -> Entwurf:
    """Return the report on a year, or on two in one; raises ``FgkError`` where there is nothing to report on."""
    erstes, letztes = _jahre(vorhaben)
    kennung = _freie_kennung(vorhaben, erstes, letztes)
    frueher = [r.modell for r in berichte(vorhaben.akte) if r.modell.bis.year <= letztes]
    von, bis = _zeitraum(vorhaben, erstes, letztes, frueher[-1] if frueher else None)
    massnahmen = list(_eintraege(vorhaben, frueher, bis))
    if not massnahmen:
        raise FgkError(
            "Die Akte hat noch keine Maßnahmen, über die zu berichten wäre.",
            "Legen Sie zuerst Maßnahmen an: „fgk new massnahme“.",
        )
    werte = {
        "kennung": kennung,
        "von": von,
        "bis": bis,
        "faellig_am": _faellig_am(vorhaben, letztes, frueher[-1] if frueher else None),
        "massnahmen": massnahmen,
    }
    return Entwurf(werte, kennung)


def _jahre(vorhaben: Vorhaben) -> tuple[int, int]:
    text = str(vorhaben.angaben["jahr"])
    match = _JAHRE.fullmatch(text)
    if match is None or (match[2] and int(match[2]) <= int(match[1])):
        raise FgkError(
            f"„{text}“ ist kein Jahr.",
            "Nennen Sie das Jahr, über das berichtet wird, z. B. 2024, oder zwei in einem Bericht: 2024-2025.",
        )
    return int(match[1]), int(match[2] or match[1])


def _freie_kennung(vorhaben: Vorhaben, erstes: int, letztes: int) -> str:
    name = str(erstes) if erstes == letztes else f"{erstes}-{letztes}"
    for record in berichte(vorhaben.akte):
        da = record.modell
        if da.bis.year >= erstes and int(da.kennung[2:6]) <= letztes:
            raise FgkError(
                f"Über {name} ist schon berichtet: „{record.path}“ geht vom {datum(da.von)} bis zum {datum(da.bis)}.",
                "Ergänzen Sie diesen Bericht, oder nennen Sie ein anderes Jahr.",
            )
    return vorhaben.pruefe_kennung(f"J-{name}")


def _zeitraum(
    vorhaben: Vorhaben, erstes: int, letztes: int, letzter: Jahresbericht | None
) -> tuple[date, date]:
    laufzeit = _laufzeit(vorhaben)
    if laufzeit and (letztes < laufzeit.von.year or erstes > laufzeit.bis.year):
        raise FgkError(
            f"Die Zielvereinbarung gilt vom {datum(laufzeit.von)} bis zum {datum(laufzeit.bis)}.",
            "Nennen Sie ein Jahr aus dieser Zeit, oder berichtigen Sie die Laufzeit in „zielvereinbarung.yaml“.",
        )
    anfang = letzter.bis + timedelta(days=1) if letzter else laufzeit.von if laufzeit else date(erstes, 1, 1)
    ende = date(letztes, 12, 31)
    von = _gesagter_tag(vorhaben, "von") or anfang
    if von < date(erstes - 1, 7, 1):
        raise FgkError(
            f"Über die Zeit ab dem {datum(von)} ist noch nicht berichtet.",
            f"Legen Sie zuerst den Bericht über {von.year} an, oder beide in einem: „fgk new jahresbericht "
            f"{von.year}-{letztes}“. Soll die Zeit ohne Bericht bleiben, nennen Sie --von.",
        )
    return von, _gesagter_tag(vorhaben, "bis") or (min(ende, laufzeit.bis) if laufzeit else ende)


def _gesagter_tag(vorhaben: Vorhaben, name: str) -> date | None:
    text = vorhaben.angaben.get(name)
    return lies(Jahresbericht, name, text, f"--{name}") if text else None


def _laufzeit(vorhaben: Vorhaben) -> Laufzeit | None:
    """Return the period of the agreement, ``None`` where its file has faults; raises ``FgkError`` without agreement."""
    vereinbarung = vorhaben.akte.einzeln(Zielvereinbarung)
    if vereinbarung is None and not vorhaben.akte.source.exists("zielvereinbarung.yaml"):
        raise FgkError(
            "Die Akte hat noch keine Zielvereinbarung, über die zu berichten wäre.",
            "Legen Sie sie zuerst an: „fgk new zielvereinbarung“.",
        )
    return vereinbarung.modell.laufzeit if vereinbarung else None


def _faellig_am(vorhaben: Vorhaben, jahr: int, letzter: Jahresbericht | None) -> date | str | None:
    """Return the day that the contract names for this report, or a year after the last one was due."""
    vertrag = vorhaben.akte.einzeln(Vertrag)
    for pflicht in vertrag.modell.pflichten if vertrag else ():
        if "Jahresbericht" in pflicht.text and str(jahr) in pflicht.text and pflicht.faellig_am:
            return pflicht.faellig_am
    frueher = letzter.faellig_am if letzter else None
    if letzter is None or not isinstance(frueher, date):
        return None
    neues_jahr = frueher.year + jahr - letzter.bis.year
    return frueher.replace(year=neues_jahr, day=min(frueher.day, 28) if frueher.month == 2 else frueher.day)


def _eintraege(vorhaben: Vorhaben, frueher: list[Jahresbericht], bis: date) -> Iterator[Eintrag]:
    """Yield an entry for each measure; those whose files have faults count, because they are measures all the same."""
    ist_massnahme = FORMEN["massnahme"].passt
    for kennung in sorted(filter(ist_massnahme, vorhaben.akte.kennungen), key=natuerlich):
        massnahme = vorhaben.akte.finde(Massnahme, kennung)
        letzter, stand = _letzter_stand(frueher, kennung)
        if stand is not None or massnahme is None or _gehoert_dazu(massnahme, bis):
            yield _eintrag(kennung, massnahme, letzter, stand)


def _gehoert_dazu(massnahme: Massnahme, bis: date) -> bool:
    return massnahme.herkunft == "vereinbart" or ist_sicher_vor(massnahme.beginn, bis)


def _letzter_stand(
    frueher: list[Jahresbericht], kennung: str
) -> tuple[Jahresbericht | None, Massnahmenbericht | None]:
    """Return the last report that names a measure, and what it says."""
    for bericht in reversed(frueher):
        stand = eintrag_zu(bericht, kennung)
        if stand is not None:
            return bericht, stand
    return None, None


def _eintrag(
    kennung: str, massnahme: Massnahme | None, letzter: Jahresbericht | None, stand: Massnahmenbericht | None
) -> Eintrag:
    kommentar = [_kopf(massnahme)] if massnahme else ["Die Datei dieser Maßnahme hat Fehler."]
    if letzter is None or stand is None:
        return Eintrag({"massnahme": kennung, "status": "geplant"}, kommentar, ("text",))
    werte: dict[str, Any] = {"massnahme": kennung, "status": stand.status}
    if stand.status in BEGRUENDUNGSPFLICHTIG:
        werte["begruendung"] = stand.begruendung or Roh("…")
    if stand.status == "ersetzt":
        werte["nachfolger"] = list(stand.nachfolger) or None
    if stand.status == "verschoben":
        werte["neue_frist"] = stand.neue_frist
    ist_beendet = stand.status in BEENDET
    kommentar += _erinnerung(letzter, stand, ist_beendet=ist_beendet)
    return Eintrag(werte, kommentar, () if ist_beendet else ("text",))


def _kopf(massnahme: Massnahme) -> str:
    frist = "fortlaufend" if massnahme.ist_fortlaufend else massnahme.ende and f"bis {datum(massnahme.ende)}"
    teile = [teil for teil in (massnahme.federfuehrung, frist) if teil]
    titel = " ".join(massnahme.titel.split())
    return f"{titel} ({', '.join(teile)})" if teile else titel


def _erinnerung(letzter: Jahresbericht, stand: Massnahmenbericht, *, ist_beendet: bool) -> list[str]:
    """Return in a few lines what was said last."""
    name = letzter.kennung.removeprefix("J-")
    if ist_beendet:
        return [f"Beendet laut Jahresbericht {name}; der Stand bleibt, ein Text ist nicht mehr nötig."]
    lines = wrap(f"{name}: {stand.text}", _BREITE) if stand.text else []
    return [*lines[: _ZEILEN - 1], f"{lines[_ZEILEN - 1]} […]"] if len(lines) > _ZEILEN else lines

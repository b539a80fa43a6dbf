"""A new annual report: an entry for every measure in the order of the Kennungen, each with its last status."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Any

from fgk.akte import natuerlich
from fgk.errors import FgkError
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht
from fgk.models.kennungen import FORMEN
from fgk.models.massnahme import Massnahme
from fgk.models.stand import BEGRUENDUNGSPFLICHTIG
from fgk.scaffolding.berichtszeit import faellig_am, freie_kennung, jahre, zeitraum
from fgk.scaffolding.kommentarzeilen import Eintrag
from fgk.scaffolding.skalare import Roh
from fgk.scaffolding.vorhaben import Entwurf, Vorhaben
from fgk.schreibweise import datum
from fgk.stand.fortschritt import BEENDET, berichte, eintrag_zu

_BREITE = 94
#: of last year's text so much is shown as reminds of it
_ZEILEN = 2


def jahresbericht(vorhaben: Vorhaben) -> Entwurf:
    """Return the report on a year, or on two in one; raises ``FgkError`` where there is nothing to report on."""
    erstes, letztes = jahre(vorhaben)
    kennung = freie_kennung(vorhaben, erstes, letztes)
    frueher = [r.modell for r in berichte(vorhaben.akte) if r.modell.bis.year <= letztes]
    von, bis = zeitraum(vorhaben, erstes, letztes, frueher[-1] if frueher else None)
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
        "faellig_am": faellig_am(vorhaben, letztes, frueher[-1] if frueher else None),
        "massnahmen": massnahmen,
    }
    return Entwurf(werte, kennung)


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
    # some signs end a line for YAML that textwrap does not know
    lines = wrap(f"{name}: {' '.join(stand.text.split())}", _BREITE) if stand.text else []
    return [*lines[: _ZEILEN - 1], f"{lines[_ZEILEN - 1]} […]"] if len(lines) > _ZEILEN else lines

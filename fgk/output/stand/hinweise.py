"""What else there is to say of a stand, a sentence each."""

from collections.abc import Iterable, Iterator
from datetime import date

from fgk.models.datum import ist_sicher_vor
from fgk.output.stand.zeiten import am, monaten
from fgk.output.summary import anzahl
from fgk.stand.lage import Stand
from fgk.stand.phasenstand import SPIELRAUM


def hinweise(stand: Stand) -> Iterator[str]:
    """Yield what else there is to say, a sentence each."""
    if stand.ist_kurz:
        yield "Die Akte wird kurz geführt: Sie enthält mit Absicht nur Stammdaten, Tage und Zertifikat."
    if not stand.ist_befristet:
        yield "Diese Stufe hat kein Ende."
    if stand.fassung > 1:
        yield f"Die Vereinbarung gilt in ihrer {stand.fassung}. Fassung."
    if stand.phasen and stand.phase is None:
        yield _am_ende(stand)
    yield from _laufzeit(stand)
    yield from _seit_dem_bericht(stand)
    ablauf = stand.ablauf
    nach = ablauf.zertifikat_nach_monaten if ablauf else None
    if nach and stand.zertifikat_nach and stand.zertifikat_nach.von > nach * (1 + SPIELRAUM):
        kam = "kam" if stand.zertifikat.akte == stand.audit.kennung else "fehlt"
        wann = "nach" if kam == "kam" else "noch nach"
        yield f"Das Zertifikat {kam} {wann} {monaten(stand.zertifikat_nach)}; üblich sind {nach}."
    if stand.fehlerhaft:
        yield _fehlerhaft(stand.fehlerhaft)


def _laufzeit(stand: Stand) -> Iterator[str]:
    ende = next((frist for frist in stand.fristen if frist.art == "laufzeit"), None)
    if ende is not None and ende.ist_erledigt and stand.phase is not None:
        yield f"Die Laufzeit der Vereinbarung endete {am(ende.faellig_am)}."


def _seit_dem_bericht(stand: Stand) -> Iterator[str]:
    """Yield how many deadlines have passed since anybody reported: what came of them is not known."""
    bis = stand.bericht.bis if stand.bericht else date.min
    faellige = [f for f in stand.fristen_die("ueberfaellig") if f.art == "massnahme"]
    seitdem = sum(ist_sicher_vor(bis, frist.faellig_am) for frist in faellige)
    if seitdem:
        wer = "einer überfälligen Maßnahme" if seitdem == 1 else f"{seitdem} überfälligen Maßnahmen"
        yield f"Bei {wer} endete die Frist nach dem letzten Bericht; was daraus wurde, sagt erst der nächste."


def _am_ende(stand: Stand) -> str:
    neues = stand.zertifikat.neues_audit
    if neues and neues != stand.audit.kennung:
        return f"Alle Phasen sind abgeschlossen; weiter geht es in der Akte {neues}."
    return "Alle Phasen sind abgeschlossen. Das nächste Audit bekommt eine eigene Akte, die diese als Vorgänger nennt."


def _fehlerhaft(dateien: Iterable[str]) -> str:
    """Return which files are left out, and who says why."""
    namen = list(dateien)
    eine = len(namen) == 1
    return (
        f"{anzahl(len(namen), 'Datei hat', 'Dateien haben')} Fehler und {'fehlt' if eine else 'fehlen'} hier: "
        f"{', '.join(namen)}. Was zu beheben ist, nennt „fgk validate“."
    )

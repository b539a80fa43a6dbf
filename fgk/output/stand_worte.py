"""What fgk status says in words, for the terminal, Markdown and the calendar alike."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from fgk.models.audit import STUFE
from fgk.models.begutachtung import ZERTIFIKATSART
from fgk.models.massnahme import WIRKUNG
from fgk.output.summary import anzahl
from fgk.schreibweise import datum, datum_lang
from fgk.stand.felder import Feldstand
from fgk.stand.fortschritt import AMPEL
from fgk.stand.fristen.frist import Frist
from fgk.stand.phasen import PHASENSTAND, Phasenstand, ist_umsetzung
from fgk.stand.schritte import Schrittstand
from fgk.stand.tore import Erfuellung
from fgk.stand.ueberblick import Mitgliedsstand, Stand
from fgk.stand.zeitpunkt import Monate, Zeitpunkt
from fgk.stand.zertifikatsstand import Zertifikatsstand


def titel(stand: Stand) -> str:
    """Return what the audit is: „Audit Familiengerechte Kommune, Grund-Audit (A-stolberg-2016)“."""
    return f"{stand.verfahren.bezeichnung}, {STUFE[stand.audit.stufe]} ({stand.audit.kennung})"


def zeit(punkt: Zeitpunkt) -> str:
    """Return when something was, as exactly as it is known."""
    if punkt.ist_genau:
        return datum(punkt.von)
    if (punkt.von, punkt.bis) == (date(punkt.von.year, 1, 1), date(punkt.von.year, 12, 31)):
        return str(punkt.von.year)
    return f"zwischen {datum(punkt.von)} und {datum(punkt.bis)}"


def phasenzeit(phase: Phasenstand, stichtag: date) -> str:
    """Return from when to when a phase lasted; a beginning that is not known exactly is left out beside the end."""
    beginn, ende = phase.beginn, phase.ende
    if ende is not None:
        ist_spanne = beginn is not None and beginn.ist_genau and ende.ist_genau and beginn != ende
        return f"{zeit(beginn)} bis {zeit(ende)}" if beginn and ist_spanne else f"beendet {zeit(ende)}"
    if beginn is None:
        return ""
    wort = "ab" if beginn.von > stichtag else "seit" if beginn.ist_genau else "begonnen"
    return f"{wort} {zeit(beginn)}"


def phasensatz(phase: Phasenstand, stichtag: date) -> str:
    """Return how a phase stands, when it was, and how long it took."""
    teile = (PHASENSTAND[phase.zustand], phasenzeit(phase, stichtag), laenge(phase))
    return ", ".join(filter(None, teile))


def laenge(phase: Phasenstand) -> str:
    """Return how long a phase took beside how long it usually takes, and whether that differs."""
    if phase.monate is None or phase.ueblich is None:
        return ""
    ueblich = _spanne(Monate(phase.ueblich.monate_von, phase.ueblich.monate_bis))
    ob = ", länger als üblich" if phase.ist_lang else ", kürzer als üblich" if phase.ist_kurz else ""
    # reports come after its end, so that it is not the time between the two days
    was = "Laufzeit " if ist_umsetzung(phase.phase) else ""
    return f"{was}{monate(phase.monate)} (üblich: {ueblich}){ob}"


def monate(wie_viele: Monate) -> str:
    """Return ``4 Monate`` or ``3 bis 6 Monate``."""
    if wie_viele == (0, 0):
        return "weniger als 1 Monat"
    return f"{_spanne(wie_viele)} {'Monat' if wie_viele == (1, 1) else 'Monate'}"


def _spanne(wie_viele: Monate) -> str:
    if wie_viele.von == wie_viele.bis:
        return f"{wie_viele.von}"
    return f"{wie_viele.von} bis {wie_viele.bis}" if wie_viele.von else f"bis zu {wie_viele.bis}"


def schrittzeit(schritt: Schrittstand) -> str:
    """Return when a step took place or is planned, and how that differs from the plan."""
    if schritt.datum is None:
        return f"geplant: {datum(schritt.geplant_am)}" if schritt.geplant_am else "kein Tag eingetragen"
    if schritt.geplant_am is None or schritt.geplant_am == schritt.datum:
        return datum(schritt.datum)
    tage = schritt.verspaetung
    um = f", {anzahl(abs(tage), 'Tag', 'Tage')} {'später' if tage > 0 else 'früher'}" if tage else ""
    return f"{datum(schritt.datum)} (geplant: {datum(schritt.geplant_am)}{um})"


def zertifikatssatz(stand: Zertifikatsstand) -> str:
    """Return in a sentence or two what there is to know about the certificate."""
    if stand.zertifikat is None:
        fehlt = stand.vorgaenger_fehlt
        ohne = f" Die Akte der vorigen Stufe, {fehlt}, liegt nicht in diesem Arbeitsbereich." if fehlt else ""
        return f"Es gibt noch kein Zertifikat.{ohne}"
    neues = "" if stand.ist_vom_vorigen else f" ({stand.neues_audit})"
    saetze = {
        "gueltig": f"gültig bis {datum(stand.zertifikat.gueltig_bis)}.",
        "unbefristet": "unbefristet gültig.",
        "ende_unbekannt": "das Ende der Gültigkeit ist nicht eingetragen.",
        "abgelaufen": f"{abgelaufen(stand)}.",
        "reaudit": f"Zertifikat {abgelaufen(stand)}, Re-Audit läuft{neues}.",
        "abgeloest": f"abgelöst durch das Zertifikat aus {stand.neues_audit}.",
    }
    mehr = ""
    if stand.zustand in ("gueltig", "ende_unbekannt") and stand.neues_audit and not stand.ist_vom_vorigen:
        mehr = f" Das nächste Audit läuft{neues}."
    return f"{ZERTIFIKATSART[stand.zertifikat.art]}, {_erteilt(stand)}; {saetze[stand.zustand]}{mehr}"


def abgelaufen(stand: Zertifikatsstand) -> str:
    """Return since when a certificate is no longer valid: the day after its last, where that is known."""
    bis = stand.zertifikat.gueltig_bis if stand.zertifikat else None
    if isinstance(bis, date):
        return f"abgelaufen seit {datum(bis + timedelta(days=1))}"
    return f"abgelaufen (gültig bis {datum(bis)})"


def _erteilt(stand: Zertifikatsstand) -> str:
    wort = "erteilt" if stand.zertifikat and stand.zertifikat.erteilt_am else "verliehen"
    aus = f" (Akte {stand.akte})" if stand.ist_vom_vorigen else ""
    return f"{wort} {_am(stand.seit)}{aus}"


def stelle(erfuellung: Erfuellung) -> str:
    """Return the file and key where something has to be put."""
    wo = datei(erfuellung.datei)
    return f"{wo}: {erfuellung.schluessel}" if erfuellung.schluessel else wo


def datei(pfad: str) -> str:
    """Return the path of a file, or that it is a folder."""
    return pfad if pfad.endswith(".yaml") else f"Ordner {pfad}"


def fristzeit(frist: Frist) -> str:
    """Return by when something is due."""
    return datum(frist.faellig_am) if frist.faellig_am else "ohne Tag"


def fristwort(frist: Frist) -> str:
    """Return what is due, with what there is to say about its day."""
    return f"{frist.was.rstrip('.')}. {frist.hinweis}" if frist.hinweis else frist.was


def umgesetzt(feld: Feldstand) -> str:
    """Return ``3 von 7 umgesetzt (42 %)``."""
    if feld.prozent is None:
        return "keine Maßnahmen" if not feld.anzahl else "alle ersetzt oder entfallen"
    return f"{feld.status['umgesetzt']} von {feld.zu_leisten} umgesetzt ({feld.prozent} %)"


def lichter(feld: Feldstand, *, mit_beendeten: bool = True) -> str:
    """Return ``2 im Plan, 1 überfällig``."""
    gezaehlt = {wort: zahl for wort, zahl in feld.ampel.items() if zahl and (mit_beendeten or wort != "grau")}
    return ", ".join(f"{zahl} {AMPEL[wort]}" for wort, zahl in gezaehlt.items())


def entworfen(ziele: int, massnahmen: int) -> str:
    """Return how many goals and measures there are while nothing is agreed."""
    wie_viele = f"{anzahl(ziele, 'Ziel', 'Ziele')} und {anzahl(massnahmen, 'Maßnahme', 'Maßnahmen')}"
    return f"Noch ist nichts vereinbart; in der Akte: {wie_viele}."


def grundlage(stand: Stand) -> str:
    """Return what the progress is read from."""
    bericht = stand.bericht
    if bericht is None:
        return "noch ohne Jahresbericht"
    ob = "" if bericht.vorgelegt_am else ", noch nicht vorgelegt"
    return f"nach dem Jahresbericht {bericht.kennung[2:].replace('-', '/')}{ob}"


def wirkungen(stand: Stand) -> str:
    """Return how many measures the leads can carry out themselves, and how many others have to."""
    namen = {**WIRKUNG.worte, "ohne": "ohne Angabe zur Wirkung"}
    return ", ".join(f"{zahl} {namen[wort]}" for wort, zahl in stand.wirkungen.items())


def mitwirkung(mitglied: Mitgliedsstand) -> str:
    """Return how a member takes part."""
    m = mitglied.mitglied
    teile = [m.beteiligung] if m.beteiligung else []
    if m.beteiligungen:
        teile.append(f"Beteiligung: {', '.join(m.beteiligungen)}")
    if m.massnahmen:
        teile.append(f"Maßnahmen: {', '.join(m.massnahmen)}")
    return "; ".join(teile) or "keine Angabe"


def eigene_akte(mitglied: Mitgliedsstand) -> str:
    """Return where a member stands in an audit of its own."""
    kennung, stand = mitglied.mitglied.akte, mitglied.stand
    if kennung is None:
        return "keine eigene Akte"
    if stand is None:
        return f"{kennung} liegt nicht in diesem Arbeitsbereich"
    return f"{kennung}: {STUFE[stand.audit.stufe]}; {phasenwort(stand)}; {zertifikatssatz(stand.zertifikat)}"


def phasenwort(stand: Stand) -> str:
    """Return in a few words which phase runs."""
    if stand.ist_kurz:
        getan = [schritt for schritt in stand.schritte if schritt.datum]
        return f"zuletzt: {getan[-1].name}" if getan else "kurz geführt"
    if stand.phase is not None:
        return f"Phase „{stand.phase.phase.bezeichnung}“"
    return "alle Phasen abgeschlossen" if stand.phasen else "ohne Phasen"


def hinweise(stand: Stand) -> Iterator[str]:
    """Yield what else there is to say, a sentence each."""
    if stand.ist_kurz:
        yield "Die Akte wird kurz geführt: Sie enthält mit Absicht nur Stammdaten, Tage und Zertifikat."
    if not stand.ist_befristet:
        yield "Diese Stufe hat kein Ende."
    if stand.phasen and stand.phase is None:
        yield _am_ende(stand)
    yield from _laufzeit(stand)
    ablauf = stand.ablauf
    nach = ablauf.zertifikat_nach_monaten if ablauf else None
    if nach and stand.zertifikat_nach and stand.zertifikat_nach.von > nach:
        kam = "kam" if stand.zertifikat.akte == stand.audit.kennung else "fehlt"
        wann = "nach" if kam == "kam" else "noch nach"
        yield f"Das Zertifikat {kam} {wann} {_dativ(stand.zertifikat_nach)}; üblich sind {nach}."
    if stand.fehlerhaft:
        yield fehlerhaft(stand.fehlerhaft)


def _laufzeit(stand: Stand) -> Iterator[str]:
    ende = next((frist for frist in stand.fristen if frist.art == "laufzeit"), None)
    if ende is not None and ende.ist_erledigt and stand.phase is not None:
        yield f"Die Laufzeit der Vereinbarung endete {_am(ende.faellig_am)}."


def _am_ende(stand: Stand) -> str:
    neues = stand.zertifikat.neues_audit
    if neues and neues != stand.audit.kennung:
        return f"Alle Phasen sind abgeschlossen; weiter geht es in der Akte {neues}."
    return "Alle Phasen sind abgeschlossen. Das nächste Audit bekommt eine eigene Akte, die diese als Vorgänger nennt."


def _dativ(wie_viele: Monate) -> str:
    return f"{_spanne(wie_viele)} {'Monat' if wie_viele == (1, 1) else 'Monaten'}"


def fehlerhaft(dateien: Iterable[str]) -> str:
    """Return which files are left out, and who says why."""
    namen = list(dateien)
    eine = len(namen) == 1
    return (
        f"{anzahl(len(namen), 'Datei hat', 'Dateien haben')} Fehler und {'fehlt' if eine else 'fehlen'} hier: "
        f"{', '.join(namen)}. Was zu beheben ist, nennt „fgk validate“."
    )


def spaeter(stand: Stand) -> str:
    """Return how many deadlines lie further off, and the next of them."""
    offen = stand.fristen_die("offen")
    if not offen:
        return ""
    naechste = offen[0]
    return f"Später: {anzahl(len(offen), 'Frist', 'Fristen')}, die nächste {_am(naechste.faellig_am)}: {naechste.was.rstrip('.')}."


def _am(tag: date | str | None) -> str:
    if isinstance(tag, date):
        return f"am {datum(tag)}"
    return f"im {datum(tag)}" if tag and "-" in tag else datum(tag)


def stichtag(stand: Stand) -> str:
    """Return the day all of it is about."""
    return f"Stand: {datum_lang(stand.stichtag)}"

"""What single records say in a document, in words; templates use these as filters."""

from fgk.models.base import VORBEHALT_ART, VORBEHALT_STAND, Quelle, Vorbehalt
from fgk.models.beschluss import ERGEBNIS, Beratung
from fgk.models.massnahme import FOERDERSTAND, Massnahme
from fgk.models.stand import STATUS, ZIELSTAND
from fgk.models.uebernahme import Massnahmenuebernahme, Zieluebernahme
from fgk.schreibweise import datum, euro

_ZAHLWORTE = (
    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
)  # fmt: skip


def ergebnis(beratung: Beratung, *, ist_entschieden: bool = False) -> str:
    """Return what a body made of the paper: a recommending body has decided nothing.

    Once the matter is decided, what one before it said is not open any more; it is only not on file.
    """
    if beratung.ergebnis is None:
        return "nicht aktenkundig" if ist_entschieden else "noch offen"
    wort = ERGEBNIS[beratung.ergebnis]
    return wort.replace("beschlossen", "empfohlen") if beratung.rolle == "empfehlung" else wort


def zeitraum(massnahme: Massnahme) -> str:
    """Return the period of a measure for a table cell."""
    beginn = datum(massnahme.beginn) if massnahme.beginn else ""
    if massnahme.ist_fortlaufend:
        return f"fortlaufend\nab {beginn}" if beginn else "fortlaufend"
    ende = datum(massnahme.ende) if massnahme.ende else "offen"
    return f"{beginn} bis\n{ende}" if beginn else f"bis {ende}"


def kosten(massnahme: Massnahme) -> str:
    """Return the cost of a measure, a line each kind, for a table cell."""
    kosten = massnahme.kosten
    if kosten is None:
        return "–"
    zeilen = []
    if kosten.einmalig is not None:
        zeilen.append(f"{euro(kosten.einmalig)} einmalig")
    if kosten.jaehrlich is not None:
        zeilen.append(f"{euro(kosten.jaehrlich)} jährlich")
    if kosten.personal:
        zeilen.append(f"Personal: {kosten.personal}")
    for foerderung in kosten.foerdermittel:
        betrag = f" {euro(foerderung.betrag)}" if foerderung.betrag is not None else ""
        zeilen.append(f"Förderung{betrag} ({foerderung.programm}, {FOERDERSTAND[foerderung.stand]})")
    if kosten.ist_haushaltsvorbehalt:
        zeilen.append("Haushaltsvorbehalt")
    if kosten.erlaeuterung:
        zeilen.append(kosten.erlaeuterung)
    return "\n".join(zeilen) or "–"


def vorbehalt(vorbehalt: Vorbehalt) -> str:
    """Return a reservation in words, with its state."""
    stand = VORBEHALT_STAND[vorbehalt.stand]
    if vorbehalt.stand_am:
        stand += f" {'seit' if vorbehalt.stand == 'offen' else 'am'} {datum(vorbehalt.stand_am)}"
    text = f"{VORBEHALT_ART[vorbehalt.art]} ({stand})"
    return f"{text}: {vorbehalt.text}" if vorbehalt.text else text


def satz(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def zahlwort(anzahl: int) -> str:
    """Return a number in running text: up to twelve as a word."""
    return _ZAHLWORTE[anzahl] if anzahl in range(len(_ZAHLWORTE)) else str(anzahl)


def quelle(quelle: Quelle) -> str:
    """Return a source in one line."""
    teile = [quelle.titel]
    if quelle.herausgeber:
        teile.append(quelle.herausgeber)
    if quelle.stand:
        teile.append(f"Stand {datum(quelle.stand)}")
    if quelle.lizenz:
        teile.append(f"Lizenz {quelle.lizenz}")
    if quelle.adresse:
        teile.append(quelle.adresse)
    if quelle.abgerufen_am:
        teile.append(f"abgerufen am {datum(quelle.abgerufen_am)}")
    return ", ".join(teile)


def uebernahme(uebernahme: Massnahmenuebernahme | Zieluebernahme) -> str:
    """Return what a goal or measure was in the audit before, and how far it had come there."""
    if isinstance(uebernahme, Massnahmenuebernahme):
        was, stand = "Maßnahme", STATUS[uebernahme.status] if uebernahme.status else ""
    else:
        was, stand = "Ziel", ZIELSTAND[uebernahme.stand] if uebernahme.stand else ""
    text = f"{was} {uebernahme.kennung[2:]} der Akte {uebernahme.akte}"
    bericht = f" (Jahresbericht {uebernahme.bericht[2:].replace('-', '/')})" if uebernahme.bericht else ""
    return f"{text}, letzter Stand dort: {stand}{bericht}" if stand else text + bericht

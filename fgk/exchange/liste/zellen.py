"""Put the cells of one row into the fields of a measure; what a field cannot take goes into the remark."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from fgk.exchange.liste.betraege import lies_betrag, lies_prioritaet
from fgk.exchange.liste.blatt import Zelle
from fgk.exchange.liste.eintrag import Eintrag, Meldung
from fgk.exchange.liste.felder import OHNE_INHALT
from fgk.exchange.liste.kopf import Spalte
from fgk.exchange.liste.stellenart import ohne_klammern
from fgk.exchange.liste.zeiten import lies_zeit
from fgk.models.datum import ist_sicher_vor

_PERSON = re.compile(r"\b(?:Frau|Herrn?|Hr\.|Fr\.|Dr\.|Prof\.)\s+[A-ZÄÖÜ]")


def uebernimm(eintrag: Eintrag, spalte: Spalte, zelle: Zelle) -> Iterator[Meldung]:
    """Take one cell into the measure; yields what is to be told about it."""
    if zelle.problem is not None:
        yield Meldung(zelle.adresse, f"{zelle.problem} Der Inhalt von „{spalte.name}“ fehlt deshalb.")
    elif spalte.feld in _STILL:
        _STILL[spalte.feld](eintrag, zelle)
    elif spalte.feld in _MELDEND:
        yield from _MELDEND[spalte.feld](eintrag, spalte, zelle)
    elif spalte.feld in {"personal", "produkt"}:
        eintrag.kosten[spalte.feld] = zelle.text
    elif spalte.feld not in _ANDERSWO:
        eintrag.merke(spalte.name, zelle.text)


def _nummer(eintrag: Eintrag, spalte: Spalte, zelle: Zelle) -> Iterator[Meldung]:
    eintrag.nummer_ort, eintrag.nummer_spalte = zelle.adresse, spalte.name
    if isinstance(zelle.wert, date):
        eintrag.merke(spalte.name, zelle.text)
        yield Meldung(
            zelle.adresse,
            f"Excel hat aus der Nummer das Datum {zelle.text} gemacht; die Maßnahme bekommt die nächste freie Nummer.",
        )
        return
    eintrag.nummer = zelle.text.replace(",", ".") if isinstance(zelle.wert, float) else zelle.text


def _text(eintrag: Eintrag, zelle: Zelle) -> None:
    bisher = eintrag.werte.get("text")
    eintrag.werte["text"] = zelle.text if bisher is None else f"{bisher}\n\n{zelle.text}"


def _stelle(eintrag: Eintrag, spalte: Spalte, zelle: Zelle) -> Iterator[Meldung]:
    if _PERSON.search(ohne_klammern(zelle.text)[0]):
        yield Meldung(
            zelle.adresse,
            f"Hier steht wohl der Name einer Person; „{spalte.name}“ wird nicht übernommen. Nennen Sie das Amt oder die Funktion.",
        )
        return
    eintrag.stellen.setdefault(spalte.feld, []).append((zelle.adresse, zelle.text))


def _partner(eintrag: Eintrag, zelle: Zelle) -> None:
    eintrag.werte.setdefault("kooperationspartner", []).extend(aufgezaehlt(zelle.text))


def _zielgruppen(eintrag: Eintrag, zelle: Zelle) -> None:
    eintrag.werte.setdefault("zielgruppen", []).extend(aufgezaehlt(zelle.text, auch_komma=True))


def aufgezaehlt(text: str, *, auch_komma: bool = False) -> list[str]:
    """Return the entries of a list in one cell: by lines and semicolons, or else by commas."""
    teile = re.split(r"[;\n]", text)
    if auch_komma and len(teile) == 1:
        teile = text.split(",")
    sauber = (re.sub(r"^[-–•*·\s]+", "", teil).strip(" ,") for teil in teile)
    return list(dict.fromkeys(teil for teil in sauber if teil))


def _zeit(eintrag: Eintrag, spalte: Spalte, zelle: Zelle) -> Iterator[Meldung]:
    zeit = lies_zeit(zelle, spalte.feld)
    if zeit.ist_leer:
        eintrag.merke(spalte.name, zelle.text)
        yield Meldung(zelle.adresse, f"„{zelle.text}“ ist kein Datum; es steht in der Bemerkung.")
        return
    for feld, wert in (("beginn", zeit.beginn), ("ende", zeit.ende)):
        if wert is not None:
            eintrag.werte.setdefault(feld, wert)
    if zeit.ist_fortlaufend:
        eintrag.werte["ist_fortlaufend"] = True
    if not zeit.ist_genau:
        eintrag.merke(spalte.name, zelle.text)
        yield Meldung(
            zelle.adresse,
            f"„{zelle.text}“ ist ungenau: Eingetragen ist nur, was sicher ist; der Wortlaut steht in der Bemerkung.",
        )


def _kosten(eintrag: Eintrag, spalte: Spalte, zelle: Zelle) -> Iterator[Meldung]:
    if zelle.ist_gefuellt:
        eintrag.kosten.setdefault(
            "erlaeuterung", f"gemeinsam mit anderen Maßnahmen veranschlagt: {zelle.text}"
        )
        yield Meldung(
            zelle.adresse,
            f"Die Kosten aus {zelle.anker} gelten für mehrere Maßnahmen; der Betrag steht nur bei der ersten.",
        )
        return
    betrag = lies_betrag(zelle)
    jaehrlich = betrag.ist_jaehrlich or spalte.feld == "kosten_jaehrlich"
    if betrag.euro is not None:
        eintrag.kosten["jaehrlich" if jaehrlich else "einmalig"] = betrag.euro
    if betrag.wortlaut is not None:
        _erlaeutere(eintrag, betrag.wortlaut)


def _erlaeuterung(eintrag: Eintrag, zelle: Zelle) -> None:
    _erlaeutere(eintrag, zelle.text)


def _erlaeutere(eintrag: Eintrag, text: str) -> None:
    bisher = eintrag.kosten.get("erlaeuterung")
    eintrag.kosten["erlaeuterung"] = text if bisher is None else f"{bisher}\n{text}"


def _prioritaet(eintrag: Eintrag, spalte: Spalte, zelle: Zelle) -> Iterator[Meldung]:
    wort = lies_prioritaet(zelle)
    if wort is None:
        eintrag.merke(spalte.name, zelle.text)
        yield Meldung(
            zelle.adresse,
            f"„{zelle.text}“ ist keine Priorität (hoch, mittel, niedrig); es steht in der Bemerkung.",
        )
    else:
        eintrag.werte["prioritaet"] = wort


def _messkriterium(eintrag: Eintrag, zelle: Zelle) -> None:
    eintrag.messkriterien.extend(aufgezaehlt(zelle.text))


_STILL: dict[str, Callable[[Eintrag, Zelle], None]] = {
    "text": _text,
    "kooperationspartner": _partner,
    "zielgruppen": _zielgruppen,
    "kosten_erlaeuterung": _erlaeuterung,
    "messkriterium": _messkriterium,
}
_MELDEND: dict[str, Callable[[Eintrag, Spalte, Zelle], Iterator[Meldung]]] = {
    "nummer": _nummer,
    "federfuehrung": _stelle,
    "beteiligte": _stelle,
    "beginn": _zeit,
    "ende": _zeit,
    "zeitraum": _zeit,
    "kosten": _kosten,
    "kosten_jaehrlich": _kosten,
    "prioritaet": _prioritaet,
}
#: read before, or not at all
_ANDERSWO = frozenset({"titel", "handlungsfeld", "ziel", "leitziel"}) | OHNE_INHALT


def pruefe_zeiten(eintrag: Eintrag) -> Iterator[Meldung]:
    """Take out what contradicts itself: an end before the beginning, an end of what goes on and on."""
    beginn, ende = eintrag.werte.get("beginn"), eintrag.werte.get("ende")
    if ist_sicher_vor(ende, beginn):
        from fgk.schreibweise import datum

        eintrag.merke("Zeitraum", f"{datum(beginn)} bis {datum(ende)}")
        del eintrag.werte["beginn"], eintrag.werte["ende"]
        yield Meldung(eintrag.ort, "Das Ende liegt vor dem Beginn; beides steht in der Bemerkung.")
    elif ende is not None and eintrag.werte.pop("ist_fortlaufend", False):
        eintrag.merke("Zeitraum", "fortlaufend")
        yield Meldung(eintrag.ort, "Die Maßnahme ist fortlaufend und hat ein Ende; eingetragen ist das Ende.")

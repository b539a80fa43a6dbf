"""The sheets of a workbook with the results of its formulas, merged cells filled."""

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from fgk.exchange import arbeitsmappe
from fgk.exchange.liste.blatt import Blatt, Zeile, Zelle
from fgk.exchange.waechter import LETZTE_SPALTE, MEISTE_ZELLEN, zu_viel_verbunden

#: row and column of a cell, and those of the first cell of the range it is merged into
_Anker = dict[tuple[int, int], tuple[int, int]]


def lies_mappe(raw: bytes) -> list[Blatt]:
    """Return the visible sheets with the results of formulas, as far as they are stored.

    Raises ``UnbrauchbareDateiError``.
    """
    roh = arbeitsmappe.lies_arbeitsmappe(raw).blaetter
    hat_formeln = any(
        zelle.ist_formel for blatt in roh for zeile in blatt.zeilen.values() for zelle in zeile.values()
    )
    werte = arbeitsmappe.lies_arbeitsmappe(raw, mit_ergebnissen=True).blaetter if hat_formeln else roh
    paare = zip(roh, werte, strict=True)
    return [
        Blatt(blatt.name, list(_zeilen(blatt, ergebnis))) for blatt, ergebnis in paare if blatt.ist_sichtbar
    ]


def _zeilen(blatt: arbeitsmappe.Blatt, ergebnis: arbeitsmappe.Blatt) -> Iterator[Zeile]:
    """Yield the rows in which something stands of their own."""
    verbunden: dict[int, _Anker] = {}
    for platz, anker in _anker(blatt).items():
        verbunden.setdefault(platz[0], {})[platz] = anker
    letzte = max(blatt.zeilen, default=0)
    for nummer in range(1, letzte + 1):
        zellen = dict(_zellen(nummer, blatt, ergebnis, verbunden.get(nummer, {})))
        if any(not zelle.ist_gefuellt for zelle in zellen.values()):
            yield Zeile(nummer, dict(sorted(zellen.items())))


def _anker(blatt: arbeitsmappe.Blatt) -> _Anker:
    """Return for every cell of a merged range its first; ranges that go on and on are followed as far as rows are."""
    letzte = max(blatt.zeilen, default=0)
    anker: _Anker = {}
    flaeche = 0
    for bereich in blatt.verbunden:
        bis = min(bereich.unten, letzte), min(bereich.rechts, LETZTE_SPALTE)
        flaeche += max(0, bis[0] - bereich.oben + 1) * max(0, bis[1] - bereich.links + 1)
        if flaeche > MEISTE_ZELLEN:
            raise zu_viel_verbunden()
        for zeile in range(bereich.oben, bis[0] + 1):
            for spalte in range(bereich.links, bis[1] + 1):
                anker[zeile, spalte] = (bereich.oben, bereich.links)
    return anker


def _zellen(
    nummer: int, blatt: arbeitsmappe.Blatt, ergebnis: arbeitsmappe.Blatt, anker: _Anker
) -> Iterator[tuple[int, Zelle]]:
    """Yield the cells of a row that say something, those of merged ranges with the value of their first."""
    for spalte in {*blatt.zeilen.get(nummer, {}), *(spalte for _, spalte in anker)}:
        quelle = anker.get((nummer, spalte), (nummer, spalte))
        roh = blatt.zeilen.get(quelle[0], {}).get(quelle[1])
        if roh is None:
            continue
        wert = ergebnis.zeilen.get(quelle[0], {}).get(quelle[1])
        von = roh.adresse if (nummer, spalte) in anker else None
        zelle = _zelle(f"{get_column_letter(spalte)}{nummer}", wert, von)
        if zelle.problem or zelle.text:
            yield spalte, zelle


def _zelle(adresse: str, wert: arbeitsmappe.Zelle | None, von: str | None) -> Zelle:
    if wert is None:
        return Zelle(adresse, None, _OHNE_ERGEBNIS, von)
    if wert.ist_fehler:
        return Zelle(adresse, None, f"Die Zelle zeigt den Fehler {wert.wert}.", von)
    return Zelle(adresse, wert.wert, None, von)


_OHNE_ERGEBNIS = (
    "Die Zelle enthält eine Formel, deren Ergebnis nicht gespeichert ist. Öffnen Sie die Datei in Excel, und speichern Sie sie "
    "einmal."
)

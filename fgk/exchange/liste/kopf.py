"""Find the heading of a list: in which row it stands, what its columns are called, and what each becomes."""

from typing import NamedTuple

from openpyxl.utils import get_column_letter

from fgk.errors import FgkError
from fgk.exchange.liste.blatt import Blatt, Zeile
from fgk.exchange.liste.felder import BEMERKUNG, OHNE_INHALT, rate
from fgk.exchange.liste.ohne_kopf import namen, ohne_kopf, unbekannte_spalte
from fgk.exchange.liste.zuordnung import Zuordnung, benannte_spalte, ist_mit_namen_genannt

#: titles and remarks stand above a heading, but not more
_SUCHTIEFE = 40
#: several columns may go there; of the others each takes one
_SAMMELNDE = frozenset(
    {BEMERKUNG, *OHNE_INHALT, "status", "text", "kosten_erlaeuterung", "beteiligte", "kooperationspartner"}
)


class Spalte(NamedTuple):
    """A column: its number (1 is A), its heading, the field it becomes; ``ist_geraten`` where nobody said so."""

    nummer: int
    ueberschrift: str
    feld: str
    ist_bekannt: bool = True

    @property
    def name(self) -> str:
        """Return what remarks call it."""
        return self.ueberschrift.replace("\n", " ") or f"Spalte {get_column_letter(self.nummer)}"


class Kopf(NamedTuple):
    """The heading of a sheet: its last row, and all columns that have content below."""

    zeile: int
    spalten: tuple[Spalte, ...]

    def spalte(self, feld: str) -> Spalte | None:
        """Return the first column that becomes this field."""
        return next((spalte for spalte in self.spalten if spalte.feld == feld), None)


def waehle_blatt(blaetter: list[Blatt], zuordnung: Zuordnung) -> tuple[Blatt, Kopf]:
    """Return the sheet with the list and its heading; raises ``FgkError`` where that is not clear."""
    if zuordnung.blatt is not None:
        blatt = next((blatt for blatt in blaetter if blatt.name.strip() == zuordnung.blatt.strip()), None)
        if blatt is None:
            raise FgkError(
                f"Ein Blatt „{zuordnung.blatt}“ gibt es nicht, oder es ist leer oder ausgeblendet.",
                f"Die Mappe hat: {namen(blaetter)}.",
            )
        return blatt, _kopf(blatt, zuordnung)
    listen = [blatt for blatt in blaetter if _beste_zeile(blatt, zuordnung) is not None]
    if len(listen) > 1:
        raise FgkError(
            f"Mehrere Blätter sehen nach einer Liste aus: {namen(listen)}.",
            "Nennen Sie eines mit --blatt; die anderen lesen Sie danach ebenso ein.",
        )
    if not listen:
        raise ohne_kopf(blaetter, zuordnung, _SUCHTIEFE)
    return listen[0], _kopf(listen[0], zuordnung)


def _kopf(blatt: Blatt, zuordnung: Zuordnung) -> Kopf:
    platz = _beste_zeile(blatt, zuordnung)
    if platz is None:
        raise ohne_kopf([blatt], zuordnung, _SUCHTIEFE)
    ueberschriften, ende = _ueberschriften(blatt, platz)
    benutzt = {nummer for zeile in blatt.zeilen if zeile.nummer > ende for nummer in zeile.zellen}
    texte = {n: ueberschriften.get(n, "") for n in sorted(benutzt | set(ueberschriften))}
    if fehler := unbekannte_spalte(blatt.name, texte, zuordnung):
        raise fehler
    return Kopf(ende, tuple(_zugeordnet(texte, zuordnung)))


def _beste_zeile(blatt: Blatt, zuordnung: Zuordnung) -> int | None:
    """Return the place of the row that has most known headings, ``None`` where none names measures."""
    beste, platz = 0, None
    for index, zeile in enumerate(blatt.zeilen[:_SUCHTIEFE]):
        if zuordnung.kopfzeile is not None and zeile.nummer != zuordnung.kopfzeile:
            continue
        texte = {nummer: zelle.text for nummer, zelle in zeile.zellen.items()}
        felder = {spalte.feld for spalte in _zugeordnet(texte, zuordnung, nur_benannte=True)}
        wert = (
            len(felder)
            if felder & {"titel", "text"}
            and (
                len(felder) > 1
                or len(texte) == 1
                or zuordnung.kopfzeile
                or ist_mit_namen_genannt(zuordnung, texte)
            )
            else 0
        )
        if wert > beste:
            beste, platz = wert, index
    return platz


def _ueberschriften(blatt: Blatt, platz: int) -> tuple[dict[int, str], int]:
    """Return the headings by column and the last row of the heading: below a heading over two columns stand two more."""
    zeile = blatt.zeilen[platz]
    texte = {nummer: zelle.text for nummer, zelle in zeile.zellen.items()}
    breite = {n for n, zelle in zeile.zellen.items() if _liegt_ueber(zeile, n)}
    darunter = blatt.zeilen[platz + 1] if platz + 1 < len(blatt.zeilen) else None
    if darunter is None or not breite or not breite & set(darunter.zellen):
        return texte, zeile.nummer
    for nummer, zelle in darunter.zellen.items():
        if nummer in breite:
            texte[nummer] = f"{texte[nummer]} {zelle.text}"
        elif not zelle.ist_gefuellt and nummer in texte:
            return {n: z.text for n, z in zeile.zellen.items()}, zeile.nummer  # it is a row of the list
        else:
            texte.setdefault(nummer, zelle.text)
    return texte, darunter.nummer


def _liegt_ueber(zeile: Zeile, nummer: int) -> bool:
    """Say whether the heading of a column covers its neighbour too."""
    zelle = zeile.zellen[nummer]
    nachbarn = (zeile.zellen.get(nummer - 1), zeile.zellen.get(nummer + 1))
    return zelle.anker is not None and any(n is not None and n.anker == zelle.anker for n in nachbarn)


def _zugeordnet(texte: dict[int, str], zuordnung: Zuordnung, *, nur_benannte: bool = False) -> list[Spalte]:
    """Return the columns with their fields: as the user said, else as the heading says, else as remarks."""
    gesagt = {
        nummer: feld
        for name, feld in zuordnung.spalten.items()
        if (nummer := benannte_spalte(name, texte)) is not None and nummer in texte
    }
    vergeben = set(gesagt.values()) - _SAMMELNDE
    spalten = []
    for nummer, text in texte.items():
        feld = gesagt.get(nummer) or rate(text)
        if feld is not None and nummer not in gesagt and feld in vergeben:
            feld = None
        if feld is not None and feld not in _SAMMELNDE:
            vergeben.add(feld)
        if feld is not None or not nur_benannte:
            spalten.append(Spalte(nummer, text, feld or BEMERKUNG, feld is not None))
    return _titel_aus_text(spalten)


def _titel_aus_text(spalten: list[Spalte]) -> list[Spalte]:
    """Where no column is the title, the first that describes the measure is."""
    if any(spalte.feld == "titel" for spalte in spalten):
        return spalten
    erste = next((spalte.nummer for spalte in spalten if spalte.feld == "text"), None)
    return [spalte._replace(feld="titel") if spalte.nummer == erste else spalte for spalte in spalten]

"""Write the register of municipalities that fgk carries, from the Gemeindeverzeichnis of Destatis.

    python tools/register.py AuszugGV2QAktuell.xlsx fgk/register/daten --varianten namen.csv

The workbook is "Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl" of one quarter. The second file
is optional: other official spellings, separated by semicolons, the AGS first. Whoever takes a newer workbook brings
``fgk/register/quelle.yaml`` up to date: the days, the title, and the year in the note.
"""

import csv
import sys
import zlib
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fgk.register.bloecke import KREISE, NAMEN
from fgk.register.schreibweisen import worte

#: Satzarten of the Gemeindeverzeichnis
LAND, KREIS, VERBAND, GEMEINDE = "10", "40", "50", "60"
#: Textkennzeichen of what is no municipality (gemeindefrei), and of Verbände that are only a municipality by itself
_GEMEINDEFREI = frozenset({"65", "66"})
_KEIN_VERBAND = frozenset({"50", "51"})

Zeile = tuple[str, ...]


def satzzeilen(buch: Path) -> Iterator[Zeile]:
    """Yield the rows of the Gemeindeverzeichnis: Satzart, Textkennzeichen, key in its parts, name, … inhabitants."""
    with buch.open("rb") as file:
        blatt = openpyxl.load_workbook(file, read_only=True, data_only=True).worksheets[1]
        for row in blatt.iter_rows(values_only=True):
            if row[0] in {LAND, KREIS, VERBAND, GEMEINDE}:
                yield tuple("" if cell is None else str(cell).strip() for cell in row)


def lies_varianten(datei: Path | None) -> dict[str, list[str]]:
    """Return AGS -> other spellings of its name."""
    if datei is None:
        return {}
    with datei.open(encoding="utf-8", newline="") as file:
        _kopf, *rows = csv.reader(file, delimiter=";")
    return {ags: [name.strip() for name in namen if name.strip()] for ags, *namen in rows}


def dateien(zeilen: Iterable[Zeile], varianten: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return name of the file -> its lines."""
    gefunden: defaultdict[str, list[str]] = defaultdict(list)
    for satzart, kennzeichen, land, bezirk, kreis, verband, gemeinde, name, _flaeche, einwohner, *_ in zeilen:
        kreisschluessel = f"{land}{bezirk}{kreis}"
        if satzart in {LAND, KREIS}:
            gefunden[KREISE].append(f"{kreisschluessel}\t{kennzeichen}\t{name}")
        elif satzart == VERBAND and kennzeichen not in _KEIN_VERBAND:
            gefunden[land].append(f"{kreisschluessel}{verband}\t{name}")
        elif satzart == GEMEINDE and kennzeichen not in _GEMEINDEFREI:
            ags = kreisschluessel + gemeinde
            namen = list(dict.fromkeys([name, *varianten.get(ags, ())]))
            gefunden[land].append("\t".join((ags, verband, kennzeichen, einwohner, *namen)))
            gefunden[NAMEN] += [f"{text}\t{ags}" for text in suchtexte(namen)]
    return {datei: sorted(lines) for datei, lines in gefunden.items()}


def suchtexte(namen: Iterable[str]) -> Iterator[str]:
    """Yield what a municipality is found by: the words of each name without its comma, each text once."""
    texte = (" ".join(wort.rstrip(".") for wort in worte(name.partition(",")[0])) for name in namen)
    yield from dict.fromkeys(texte)


def packe(lines: Iterable[str]) -> bytes:
    """Return lines as a gzip file without a time in it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress("".join(f"{line}\n" for line in lines).encode()) + packer.flush()


def main(argumente: list[str] | None = None) -> None:
    """Write the files of the register into a folder."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("buch", type=Path, help="the workbook of the Gemeindeverzeichnis (XLSX)")
    parser.add_argument("ordner", type=Path, help="where the files go")
    parser.add_argument("--varianten", type=Path, help="a CSV file of other spellings")
    args = parser.parse_args(argumente)
    args.ordner.mkdir(parents=True, exist_ok=True)
    for name, lines in dateien(satzzeilen(args.buch), lies_varianten(args.varianten)).items():
        (args.ordner / f"{name}.tsv.gz").write_bytes(packe(lines))


if __name__ == "__main__":
    main()

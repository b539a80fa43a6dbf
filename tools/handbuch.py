"""Run the commands shown in the handbook again and put what they print into its pages.

A ``console`` block needs a comment before it that names the Akte it runs in: ``<!-- akte: minimal -->``
(``tests/akten/minimal``), ``<!-- akte: kommune-stolberg -->`` (the example) or ``<!-- akte: geschichte -->`` (its
history, a git repository; there ``git`` runs too). Every block gets a fresh copy; with ``+ eingerichtet`` one after
``fgk git-setup``, with ``+ fehlerhaft`` one with the last YAML block under ``<!-- fehlerhaft -->`` laid over it.

Blocks under ``<!-- folge: ORDNER -->`` tell one story: they run one after the other in the same place, which is empty at
first or, with ``+ kommune-stolberg``, a copy of that Akte. What people do between them in Excel stands in tables: one under
``<!-- liste: DATEI.xlsx -->`` becomes that workbook, and one under ``<!-- formular: DATEI.xlsx -->`` is filled into that
form, by Kennung and heading. What people write in an editor stands in YAML blocks under ``<!-- datei: ORDNER -->``.

Run again after a change of what fgk prints, and read the difference:

    python tools/handbuch.py
"""

import atexit
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

WURZEL = Path(__file__).resolve().parent.parent
SEITEN = sorted((WURZEL / "docs" / "handbuch").glob("*.md"))
AKTEN = {
    "klein": WURZEL / "tests" / "akten" / "klein",
    "minimal": WURZEL / "tests" / "akten" / "minimal",
    "erhaltung": WURZEL / "tests" / "akten" / "erhaltung",
    "kommune-stolberg": WURZEL / "examples" / "kommune-stolberg",
}
GESCHICHTE = "geschichte"
BREITE = 80
_BLOCK = re.compile(
    r"(?:^<!-- (?P<vermerk>[^>]+) -->\n)?^```(?P<art>yaml|console)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_TABELLE = re.compile(
    r"^<!-- (?P<art>liste|formular): (?P<datei>\S+) -->\n(?P<text>(?:\|.*\n)+)", re.MULTILINE
)
_DATEI = re.compile(r"# datei: (\S+)\n")


class Block(NamedTuple):
    """A ``yaml`` or ``console`` block of a page, and the comment right before it."""

    art: str
    text: str
    vermerk: str
    von: int
    bis: int

    @property
    def ist_fehlerhaft(self) -> bool:
        """Say whether it shows what not to write."""
        return self.vermerk == "fehlerhaft"

    @property
    def ist_geschrieben(self) -> bool:
        """Say whether somebody writes it in the course of a story."""
        return self.vermerk.startswith("datei: ")

    @property
    def datei(self) -> str | None:
        """The file that a YAML block stands for."""
        match = _DATEI.match(self.text)
        return match[1] if match else None

    @property
    def befehle(self) -> list[str]:
        """The commands of a ``console`` block."""
        return [line[2:] for line in self.text.splitlines() if line.startswith("$ ")]


def bloecke(seite: str) -> Iterator[Block]:
    """Yield the blocks of a page in their order."""
    for match in _BLOCK.finditer(seite):
        yield Block(
            match["art"], match["text"], match["vermerk"] or "", match.start("text"), match.end("text")
        )


class Tabelle(NamedTuple):
    """A table of a page that stands for a workbook."""

    art: str
    datei: str
    zeilen: list[list[str]]
    von: int


def tabellen(seite: str) -> Iterator[Tabelle]:
    """Yield the tables of a page that stand for workbooks, in their order."""
    for match in _TABELLE.finditer(seite):
        zeilen = [
            [zelle.strip() for zelle in line.strip("|").split("|")] for line in match["text"].splitlines()
        ]
        yield Tabelle(match["art"], match["datei"], [zeilen[0], *zeilen[2:]], match.start())


def lege(akte: Path, block: Block) -> None:
    """Lay a YAML block over an Akte; its first line is a comment and stays, so that line numbers are as shown."""
    if block.datei is None:
        raise ValueError(f"a YAML block lacks its first line '# datei: …':\n{block.text}")
    path = akte / block.datei
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8", newline="\n")


def erneuere(seite: str) -> str:
    """Return the page with what the commands of its ``console`` blocks print now."""
    teile, stelle = [], 0
    fehlerhaft: Block | None = None
    with tempfile.TemporaryDirectory() as folder:
        umgebung = _umgebung(Path(folder))
        for block in sorted([*bloecke(seite), *tabellen(seite)], key=lambda block: block.von):
            if isinstance(block, Tabelle):
                fuelle(Path(folder) / block.datei, block)
            elif block.ist_fehlerhaft:
                fehlerhaft = block
            elif block.ist_geschrieben:
                lege(_ort(Path(folder), block.vermerk.removeprefix("datei: ")), block)
            elif block.art == "console":
                teile.append(seite[stelle : block.von])
                if block.vermerk.startswith("folge: "):
                    ort = _ort(Path(folder), block.vermerk.removeprefix("folge: "))
                    teile.append(_antworten(block, ort, umgebung))
                else:
                    teile.append(_sitzung(block, fehlerhaft))
                stelle = block.bis
    return "".join([*teile, seite[stelle:]])


def _ort(folder: Path, vermerk: str) -> Path:
    """Return the place of a story, with the Akte that it begins with."""
    name, _, anfang = vermerk.partition(" + ")
    if anfang and not (folder / name).exists():
        shutil.copytree(AKTEN[anfang], folder / name)
    (folder / name).mkdir(parents=True, exist_ok=True)
    return folder / name


def fuelle(path: Path, tabelle: Tabelle) -> None:
    """Make a workbook of a table, or fill it into the form that is there, as a person would."""
    import openpyxl

    kopf, *zeilen = tabelle.zeilen
    if tabelle.art == "liste":
        mappe = openpyxl.Workbook()
        for zeile in tabelle.zeilen:
            mappe.active.append(list(map(_zelle, zeile)))
        path.parent.mkdir(parents=True, exist_ok=True)
        mappe.save(path)
        return
    mappe = openpyxl.load_workbook(path)
    blatt = mappe.active
    titel = next(row for row in blatt.iter_rows() if kopf[0] in [zelle.value for zelle in row])
    spalten = {zelle.value: zelle.column for zelle in titel}
    zeile_zu = {blatt.cell(n, spalten[kopf[0]]).value: n for n in range(titel[0].row + 1, blatt.max_row + 1)}
    for kennung, *werte in zeilen:
        for name, wert in zip(kopf[1:], werte, strict=True):
            if wert:
                blatt.cell(zeile_zu[kennung], spalten[name]).value = _zelle(wert)
    mappe.save(path)


def _zelle(text: str) -> str | int | datetime:
    """Return what Excel makes of what somebody types."""
    if re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}", text):
        return datetime.strptime(text, "%d.%m.%Y")  # noqa: DTZ007 - Excel knows no time zones
    return int(text) if re.fullmatch(r"[0-9]+", text) else text


def _sitzung(block: Block, fehlerhaft: Block | None) -> str:
    name, _, zusatz = block.vermerk.removeprefix("akte: ").partition(" + ")
    bekannt = [*AKTEN, GESCHICHTE]
    moeglich = ("", "eingerichtet", "fehlerhaft" if fehlerhaft else "")
    if name not in bekannt or zusatz not in moeglich:
        raise ValueError(
            f"a console block needs '<!-- akte: {' | '.join(bekannt)} -->', not '{block.vermerk}'"
        )
    with tempfile.TemporaryDirectory() as folder:
        akte = Path(folder) / name
        shutil.copytree(_geschichte() if name == GESCHICHTE else AKTEN[name], akte)
        umgebung = _umgebung(Path(folder))
        if zusatz == "fehlerhaft" and fehlerhaft:
            lege(akte, fehlerhaft)
        elif zusatz == "eingerichtet":
            _antwort("fgk git-setup", akte, umgebung)
        return _antworten(block, akte, umgebung)


def _antworten(block: Block, ort: Path, umgebung: dict[str, str]) -> str:
    return "".join(f"$ {befehl}\n{_antwort(befehl, ort, umgebung)}" for befehl in block.befehle)


@cache
def _geschichte() -> Path:
    """Build the history of the example once for all blocks."""
    ziel = Path(tempfile.mkdtemp()) / "akte"
    atexit.register(shutil.rmtree, ziel.parent)
    subprocess.run(
        [sys.executable, WURZEL / "examples" / "geschichte.py", ziel], check=True, capture_output=True
    )
    return ziel


def _umgebung(folder: Path) -> dict[str, str]:
    """Return an environment in which git finds fgk, and nothing of this machine's settings."""
    programme = folder / "bin"
    programme.mkdir()
    (programme / "fgk").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m fgk "$@"\n', encoding="utf-8")
    (programme / "fgk").chmod(0o755)
    umgebung = {name: wert for name, wert in os.environ.items() if not name.startswith("GIT_")}
    umgebung |= {"COLUMNS": str(BREITE), "NO_COLOR": "1", "PYTHONPATH": str(WURZEL), "LC_ALL": "C.UTF-8"}
    umgebung |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_PAGER": "cat"}
    umgebung |= {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }  # fgk asks git, and git the user's own settings
    for rolle in ("AUTHOR", "COMMITTER"):
        umgebung |= {
            f"GIT_{rolle}_NAME": "Projektleitung",
            f"GIT_{rolle}_EMAIL": "projektleitung@stolberg.example",
        }
        umgebung |= {f"GIT_{rolle}_DATE": "2026-03-02T10:00:00+00:00"}
    return umgebung | {"PATH": f"{programme}{os.pathsep}{umgebung['PATH']}"}


def _antwort(befehl: str, akte: Path, umgebung: dict[str, str]) -> str:
    """Return what a command prints, without the empty lines that a terminal shows at its end."""
    programm, *worte = shlex.split(befehl)
    if programm not in ("fgk", "git"):
        raise ValueError(f"only fgk and git run in the handbook, not '{befehl}'")
    lauf = subprocess.run(
        [sys.executable, "-m", "fgk", *worte] if programm == "fgk" else [programm, *worte],
        cwd=akte,
        env=umgebung,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    ausgabe = lauf.stdout.rstrip()
    return f"{ausgabe}\n" if ausgabe else ""


def main() -> None:
    """Rewrite the pages."""
    for path in SEITEN:
        path.write_text(erneuere(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

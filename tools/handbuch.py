"""Run the commands shown in the handbook again and put what they print into its pages.

A ``console`` block needs a comment before it that names the Akte it runs in: ``<!-- akte: minimal -->``
(``tests/akten/minimal``) or ``<!-- akte: kommune-stolberg -->`` (the example). Every block gets a fresh copy.
With ``+ fehlerhaft`` the last YAML block under ``<!-- fehlerhaft -->`` is laid over the copy. Run again after
a change of what fgk prints, and read the difference:

    python tools/handbuch.py
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

WURZEL = Path(__file__).resolve().parent.parent
SEITEN = sorted((WURZEL / "docs" / "handbuch").glob("*.md"))
AKTEN = {
    "klein": WURZEL / "tests" / "akten" / "klein",
    "minimal": WURZEL / "tests" / "akten" / "minimal",
    "kommune-stolberg": WURZEL / "examples" / "kommune-stolberg",
}
BREITE = 80
_BLOCK = re.compile(
    r"(?:^<!-- (?P<vermerk>[^>]+) -->\n)?^```(?P<art>yaml|console)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
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
    for block in bloecke(seite):
        if block.ist_fehlerhaft:
            fehlerhaft = block
        elif block.art == "console":
            teile += [seite[stelle : block.von], _sitzung(block, fehlerhaft)]
            stelle = block.bis
    return "".join([*teile, seite[stelle:]])


def _sitzung(block: Block, fehlerhaft: Block | None) -> str:
    name, _, zusatz = block.vermerk.removeprefix("akte: ").partition(" + ")
    if name not in AKTEN or (zusatz and (zusatz != "fehlerhaft" or fehlerhaft is None)):
        raise ValueError(f"a console block needs '<!-- akte: {' | '.join(AKTEN)} -->', not '{block.vermerk}'")
    with tempfile.TemporaryDirectory() as folder:
        akte = Path(folder) / name
        shutil.copytree(AKTEN[name], akte)
        if zusatz and fehlerhaft:
            lege(akte, fehlerhaft)
        return "".join(f"$ {befehl}\n{_antwort(befehl, akte)}" for befehl in block.befehle)


def _antwort(befehl: str, akte: Path) -> str:
    """Return what a command prints, without the empty lines that a terminal shows at its end."""
    programm, *worte = befehl.split()
    if programm != "fgk":
        raise ValueError(f"only fgk runs in the handbook, not '{befehl}'")
    umgebung = os.environ | {"COLUMNS": str(BREITE), "NO_COLOR": "1", "PYTHONPATH": str(WURZEL)}
    lauf = subprocess.run(
        [sys.executable, "-m", "fgk", *worte],
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

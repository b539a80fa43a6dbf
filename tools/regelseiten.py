"""Write a page for every rule and an index of them into a folder, and delete pages of rules that are gone.

Run again after a change of the rules:

    python tools/regelseiten.py docs/regeln
"""

import re
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from fgk.checking import all_rules
from fgk.diagnostic import RuleInfo
from fgk.output.rules import FAMILIEN, rule_page

VERZEICHNIS = "README.md"
_SEITE = re.compile(r"FGK\d{3}\.md")
_KOPF = """\
<!-- Erzeugt von tools/regelseiten.py aus den Regeln. Bitte nicht von Hand ändern. -->

# Die Regeln

`fgk validate` prüft jede Akte nach diesen Regeln. Den Text einer Regel zeigt auch `fgk rule FGK112`. Was die
Schweregrade bedeuten und wie Sie Regeln auswählen, steht im [Handbuch](../handbuch/03-pruefen.md).

Beginnen die Beispiele einer Regel mit „Vorher“, zeigen die weiteren nur die Dateien, die danach anders sind.
"""


def regelseiten(infos: Sequence[RuleInfo]) -> dict[str, str]:
    """Return file name -> text: one page a rule, and the index."""
    seiten = {f"{info.code}.md": rule_page(info) for info in infos}
    return {VERZEICHNIS: _verzeichnis(infos), **seiten}


def schreibe(folder: Path) -> None:
    """Write all pages into ``folder`` and delete those of rules that no longer exist."""
    seiten = regelseiten(all_rules())
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if _SEITE.fullmatch(path.name) and path.name not in seiten:
            path.unlink()
    for name, text in seiten.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _verzeichnis(infos: Sequence[RuleInfo]) -> str:
    sorted_infos = sorted(infos, key=lambda info: info.code)
    teile = [_KOPF]
    for familie, gruppe in groupby(sorted_infos, key=lambda info: info.code[:4]):
        teile += [f"## {familie}xx: {FAMILIEN[familie]}\n", _tabelle(list(gruppe))]
    return "\n".join(teile)


def _tabelle(infos: Sequence[RuleInfo]) -> str:
    zeilen = [
        f"| [{info.code}]({info.code}.md) | {info.name} | {info.severity.name.capitalize()} | {_zelle(info.satz)} |"
        for info in infos
    ]
    return "\n".join(["| Code | Name | Schwere | Regel |", "| --- | --- | --- | --- |", *zeilen, ""])


def _zelle(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the pages into the folder named on the command line."""
    if len(sys.argv) != 2:
        sys.exit("Aufruf: python tools/regelseiten.py ORDNER, z. B. docs/regeln")
    schreibe(Path(sys.argv[1]))


if __name__ == "__main__":
    main()

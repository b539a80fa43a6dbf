"""Do what ``fgk render --all`` does in a given number of processes, which the command chooses by itself.

    python benchmarks/in_workers.py WORKERS STICHTAG OUTPUT FOLDER

The garbage collector is off, as in fgk.
"""

import gc
import sys
from datetime import date
from pathlib import Path

from fgk.documents import SCHREIBER
from fgk.serie import Serienauftrag, erzeuge_alle
from fgk.workspace import sources_of


def main() -> None:
    gc.disable()
    workers, stichtag, output, folder = sys.argv[1:]
    day = date.fromisoformat(stichtag)
    todo = [
        Serienauftrag(akte, Path(output), tuple(SCHREIBER), day, ist_entwurf=False, anhang=False)
        for akte in sources_of([Path(folder)])
    ]
    for result in erzeuge_alle(todo, int(workers)):
        if result.ist_fehlerhaft:
            sys.exit(f"{result.akte}: {result.ausgelassen[0].grund}")


if __name__ == "__main__":
    main()

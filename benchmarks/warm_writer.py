"""Print the CPU seconds that one writer takes for each Akte's Zielvereinbarung, and the pages of a PDF.

    python benchmarks/warm_writer.py FORMAT STICHTAG AKTE AKTE …

Every document is written once: Typst and our picture cache keep what they made, so that the same document
again would cost next to nothing. The first one warms imports and fonts up and is not printed. The garbage
collector is off, as in fgk.
"""

import gc
import sys
import time
from datetime import date
from pathlib import Path
from unittest.mock import patch

from fgk.documents import SCHREIBER, Auftrag, erzeuge
from fgk.documents.dokument import Dokument
from fgk.loading.load import load_akte
from fgk.sources import FolderSource


def main() -> None:
    gc.disable()
    format_, stichtag, *folders = sys.argv[1:]
    write = SCHREIBER[format_]
    seconds: list[float] = []

    def timed(dokument: Dokument, tag: date) -> bytes:
        start = time.process_time()
        data = write(dokument, tag)
        seconds.append(time.process_time() - start)
        return data

    with patch.dict("fgk.documents.erzeugen.SCHREIBER", {format_: timed}):
        for folder in folders:
            akte, _ = load_akte(FolderSource(Path(folder)))
            order = Auftrag("zielvereinbarung", None, (format_,))
            (data,) = erzeuge(akte, order, date.fromisoformat(stichtag), ist_entwurf=False).values()
            if folder != folders[0]:
                print(seconds[-1], _pages(data) if format_ == "pdf" else 0)


def _pages(pdf: bytes) -> int:
    from io import BytesIO

    from pikepdf import Pdf

    with Pdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


if __name__ == "__main__":
    main()

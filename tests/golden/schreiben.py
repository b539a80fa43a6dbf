"""Write the golden documents again: ``python tests/golden/schreiben.py``. Look at the diff before committing."""

from datetime import date
from pathlib import Path

from fgk.checking import check_akte
from fgk.diagnostic import Severity
from fgk.documents import Auftrag, erzeuge
from fgk.sources import FolderSource

HERE = Path(__file__).parent
STICHTAG = date(2026, 6, 30)
AUFTRAEGE = (
    Auftrag("zielvereinbarung", None, ["md"]),
    Auftrag("beschlussvorlage", "B-2024-01", ["md"]),
    Auftrag("mitteilungsvorlage", "B-2025-01", ["md"]),
    Auftrag("jahresbericht", "2024", ["md"]),
    Auftrag("jahresbericht", "2025", ["md"]),
)


def golden_documents() -> dict[str, bytes]:
    """Return file name -> Markdown of the small Akte's documents."""
    akte, diagnostics = check_akte(FolderSource(HERE.parent / "akten" / "klein"), STICHTAG)
    assert [d for d in diagnostics if d.severity is Severity.FEHLER] == []
    contents: dict[str, bytes] = {}
    for auftrag in AUFTRAEGE:
        contents |= erzeuge(akte, auftrag, STICHTAG, ist_entwurf=False)
    return contents


if __name__ == "__main__":
    for name, data in golden_documents().items():
        (HERE / name).write_bytes(data)

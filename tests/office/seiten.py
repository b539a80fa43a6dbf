"""Count the pages of the Kurzfassung as LibreOffice sets it: two at most in Word and OpenDocument, at every size.

Run by ``make test-office``; needs LibreOffice Writer.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from berichtsakten import kommune, schreibe
from documents.entwerfen import erzeugt

_ERLAUBT = 2


def main() -> int:
    """Return 1 where a Kurzfassung is too long."""
    zu_lang = 0
    with tempfile.TemporaryDirectory() as ordner:
        for datei in _dateien(Path(ordner)):
            anzahl = _seiten(datei, Path(ordner))
            print(f"{datei.name}: {anzahl}")
            zu_lang += not 1 <= anzahl <= _ERLAUBT
    return 1 if zu_lang else 0


def _dateien(ordner: Path) -> Iterator[Path]:
    for anzahl in (0, 3, 60):
        for ist_lang in (False, True):
            name = f"{anzahl}-{'lange-woerter' if ist_lang else 'kurz'}"
            akte = schreibe(ordner / name, kommune(anzahl, ist_lang=ist_lang))
            for format_ in ("docx", "odt"):
                datei = ordner / f"{name}-{format_}.{format_}"
                datei.write_bytes(erzeugt(akte, "kurzfassung", "2024", format_))
                yield datei


def _seiten(datei: Path, ordner: Path) -> int:
    befehl = ["soffice", f"-env:UserInstallation={(ordner / 'profil').as_uri()}", "--headless"]
    befehl += ["--convert-to", "pdf", "--outdir", str(ordner), str(datei)]
    subprocess.run(befehl, check=True, capture_output=True)
    return len(pypdfium2.PdfDocument(datei.with_suffix(".pdf")))


if __name__ == "__main__":
    sys.exit(main())

"""Count the pages of what must be one page, as LibreOffice sets it (make test-office).

Urkunde and Zertifikatsnachweis, with an ordinary name and one of eighty letters, faultless and as a draft.
"""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
from hilfen import lege_an
from unterlagen import AUDIT, DATEIEN, LANGER_NAME, VEREIN, umgeben, unterlage

FRUEH = date(2024, 4, 30)


def dokumente(ordner: Path) -> None:
    """Write everything that is to be one page, in both formats."""
    for wie, name in (("kurz", "Musterstadt"), ("lang", LANGER_NAME)):
        akte = ordner / wie / "akte"
        umgeben(akte, VEREIN)
        lege_an(akte, DATEIEN | {"audit.yaml": AUDIT.replace("name: Musterstadt", f"name: {name}")})
        for format_ in ("docx", "odt"):
            for dokument in ("urkunde", "zertifikatsnachweis"):
                (ordner / f"{dokument}-{wie}-{format_}.{format_}").write_bytes(
                    unterlage(akte, dokument, format_)
                )
            entwurf = unterlage(akte, "urkunde", format_, stichtag=FRUEH, entwurf=True)
            (ordner / f"entwurf-{wie}-{format_}.{format_}").write_bytes(entwurf)


def seiten(ordner: Path) -> dict[str, int]:
    """Return name -> pages of every file, once LibreOffice has set it."""
    programm = shutil.which("soffice")
    if programm is None:
        sys.exit("Dafür braucht es LibreOffice (soffice).")
    profil = f"-env:UserInstallation={(ordner / 'profil').resolve().as_uri()}"
    dateien = sorted([*ordner.glob("*.docx"), *ordner.glob("*.odt")])
    befehl = [programm, profil, "--headless", "--convert-to", "pdf", "--outdir", ordner, *dateien]
    subprocess.run(befehl, check=True, capture_output=True)
    gezaehlt = {}
    for datei in dateien:
        with pypdfium2.PdfDocument(datei.with_suffix(".pdf")) as pdf:
            gezaehlt[datei.name] = len(pdf)
    return gezaehlt


def main() -> int:
    """Say what has more than one page; 1 if anything has."""
    ordner = Path(sys.argv[1])
    shutil.rmtree(ordner, ignore_errors=True)
    ordner.mkdir(parents=True)
    dokumente(ordner)
    gezaehlt = seiten(ordner)
    for name, anzahl in gezaehlt.items():
        sys.stdout.write(f"{name}: {anzahl}\n")
    return int(set(gezaehlt.values()) != {1})


if __name__ == "__main__":
    sys.exit(main())

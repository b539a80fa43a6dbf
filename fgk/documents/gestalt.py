"""How the documents of one Akte look: its own design, that of its workspace, or ours."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TypeAlias

from typst import TypstError

from fgk.bild import MAX_BYTES, Bild, BildError, lies_bild
from fgk.diagnostic import Severity
from fgk.documents.briefkopf import PaketError, pruefe_odf, pruefe_word
from fgk.documents.dokument import UNSERE, Gestalt, Hausdatei
from fgk.documents.raster import png_of
from fgk.errors import FgkError
from fgk.loading.load import load_files
from fgk.models.gestaltung import SCHRIFTEN, Gestaltung
from fgk.sources import FolderSource, Source, UnreadableFileError, shown_path

DATEI = "gestaltung.yaml"
WORD, ODF = "vorlagen/dokument.docx", "vorlagen/dokument.odt"
Pruefer: TypeAlias = Callable[[bytes], None]


def lade_gestalt(
    ablagen: Sequence[Source],
    ort: str,
    formate: Collection[str] = ("docx", "odt"),
    *,
    ist_entwurf: bool = False,
    hausdateien: tuple[str, str] = (WORD, ODF),
) -> Gestalt:
    """Return the design: from the first of these folders that has a gestaltung.yaml, its files from beside it.

    A Word or OpenDocument file of the usual name is found in each of them, with or without a gestaltung.yaml; it is
    read only for the formats that need it; what the design names counts for those of the usual name. A draft leaves out what validation calls faulty.
    Raises ``FgkError`` for what is faulty or missing.
    """
    ablage = next((ablage for ablage in ablagen if ablage.exists(DATEI)), None)
    gestaltung = _lies(ablage, ist_entwurf=ist_entwurf) if ablage else None
    gestalt = _aus(ablage, gestaltung, ort, ist_entwurf=ist_entwurf) if ablage and gestaltung else UNSERE
    ist_ueblich = hausdateien == (WORD, ODF)
    word, odf = (gestaltung.word, gestaltung.odf) if gestaltung and ist_ueblich else (None, None)
    return gestalt._replace(
        word=_hausdatei(ablage, ablagen, word, hausdateien[0], pruefe_word) if "docx" in formate else None,
        odf=_hausdatei(ablage, ablagen, odf, hausdateien[1], pruefe_odf) if "odt" in formate else None,
    )


def _lies(ablage: Source, *, ist_entwurf: bool) -> Gestaltung | None:
    akte, diagnostics = load_files(ablage, [DATEI], als_entwurf=ist_entwurf)
    fehler = [d for d in diagnostics if d.severity is Severity.FEHLER]
    if fehler and not ist_entwurf:
        erster = fehler[0]
        ort = f"{erster.path}:{erster.span.line}:{erster.span.column}"
        raise FgkError(f"{ort}: {erster.was}", erster.tun)
    record = akte.einzeln(Gestaltung)
    return record.modell if record else None


def _aus(ablage: Source, gestaltung: Gestaltung, ort: str, *, ist_entwurf: bool) -> Gestalt:
    alt = gestaltung.logo_alternativtext or f"Logo {ort}"
    return Gestalt(
        farbe=gestaltung.farbe,
        schrift=gestaltung.schrift,
        schriften=_schriften(ablage) if gestaltung.schrift else None,
        logo=_bild(ablage, gestaltung.logo, alt, ist_entwurf=ist_entwurf),
        signet=_bild(ablage, gestaltung.signet, "Signet des Audits", ist_entwurf=ist_entwurf),
        absender=gestaltung.absender,
    )


def _schriften(ablage: Source) -> Path | None:
    """Return the folder with the municipality's typeface; only a folder on disk can have one."""
    if not isinstance(ablage, FolderSource) or not (ablage.root / SCHRIFTEN).is_dir():
        return None
    ordner = (ablage.root / SCHRIFTEN).resolve()
    if not ordner.is_relative_to(ablage.root.resolve()):
        was = "Hier liegt eine Verknüpfung, die aus dem Ordner hinausführt."
        raise _fehler(ablage, SCHRIFTEN, was, "Legen Sie die Dateien der Schrift selbst dorthin.")
    return ordner


def _fehler(ablage: Source, datei: str, was: str, tun: str) -> FgkError:
    return FgkError(f"{shown_path(ablage, datei)}: {was}", tun)


def _bild(ablage: Source, pfad: str | None, alt: str, *, ist_entwurf: bool) -> Bild | None:
    if pfad is None:
        return None
    try:
        bild = lies_bild(ablage.read(pfad, MAX_BYTES + 1), alt)
        png_of(bild, 1)
    except (BildError, UnreadableFileError) as error:
        if ist_entwurf:  # FGK505 names it
            return None
        raise _fehler(ablage, pfad, error.was, error.tun) from error
    except TypstError as error:
        was = "Das Bild lässt sich nicht zeichnen; es ist beschädigt oder zu verwickelt."
        raise _fehler(ablage, pfad, was, "Speichern Sie es neu als PNG oder einfaches SVG.") from error
    return bild


def _hausdatei(
    ablage: Source | None, ablagen: Sequence[Source], genannt: str | None, ueblich: str, pruefe: Pruefer
) -> Hausdatei | None:
    """Return the file that the design names, or the one of the usual name from the first folder that has it."""
    if ablage and genannt:
        return _datei(ablage, genannt, pruefe)
    return next((_datei(a, ueblich, pruefe) for a in ablagen if a.exists(ueblich)), None)


def _datei(ablage: Source, pfad: str, pruefe: Pruefer) -> Hausdatei:
    """Return a Word or OpenDocument file that can be filled."""
    try:
        data = ablage.read(pfad, 8 * MAX_BYTES)
    except UnreadableFileError as error:
        raise _fehler(ablage, pfad, error.was, f"Prüfen Sie den Pfad in {DATEI}.") from error
    try:
        pruefe(data)
    except PaketError as error:
        raise _fehler(ablage, pfad, error.was, error.tun) from error
    return Hausdatei(data, shown_path(ablage, pfad))

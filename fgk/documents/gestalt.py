"""How the documents of one Akte look: its own design, that of its workspace, or ours."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError
from typst import TypstError

from fgk.bild import MAX_BYTES, Bild, BildError, lies_bild
from fgk.documents.briefkopf import PaketError, pruefe_odf, pruefe_word
from fgk.documents.dokument import UNSERE, Gestalt
from fgk.documents.raster import png_of
from fgk.errors import FgkError
from fgk.loading.sentences import explain
from fgk.models.arten import art_namens
from fgk.models.gestaltung import Gestaltung
from fgk.reading.reader import read_yaml
from fgk.sources import FolderSource, Source, UnreadableFileError

DATEI = "gestaltung.yaml"
WORD, ODF = "vorlagen/dokument.docx", "vorlagen/dokument.odt"
Pruefer: TypeAlias = Callable[[bytes], None]


def lade_gestalt(ablagen: Sequence[Source], ort: str) -> Gestalt:
    """Return the design: from the first of these folders that has a gestaltung.yaml, its files from beside it.

    A Word or OpenDocument file of the usual name is found in each of them, with or without a gestaltung.yaml.
    Raises ``FgkError`` for what is faulty or missing.
    """
    gestalt = next((_aus(a, _lies(a), ort) for a in ablagen if DATEI in a.paths()), UNSERE)
    return gestalt._replace(
        word=gestalt.word or _uebliche(ablagen, WORD, pruefe_word),
        odf=gestalt.odf or _uebliche(ablagen, ODF, pruefe_odf),
    )


def _lies(ablage: Source) -> Gestaltung:
    result = read_yaml(ablage.read(DATEI))
    if result.faults:
        raise _fehler(ablage, DATEI, result.faults[0].was, result.faults[0].tun)
    try:
        return Gestaltung.model_validate(result.data)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=True)
        fault = explain(errors, art_namens("gestaltung"), DATEI, result, ablage)[0]
        raise _fehler(
            ablage, f"{DATEI}:{fault.span.line}:{fault.span.column}", fault.was, fault.tun
        ) from error


def _aus(ablage: Source, gestaltung: Gestaltung, ort: str) -> Gestalt:
    return Gestalt(
        farbe=gestaltung.farbe,
        schrift=gestaltung.schrift,
        schriften=_schriften(ablage) if gestaltung.schrift else None,
        logo=_bild(ablage, gestaltung.logo, gestaltung.logo_alternativtext or f"Logo {ort}"),
        signet=_bild(ablage, gestaltung.signet, "Signet des Audits"),
        absender=gestaltung.absender,
        word=_datei(ablage, gestaltung.word, pruefe_word) if gestaltung.word else None,
        odf=_datei(ablage, gestaltung.odf, pruefe_odf) if gestaltung.odf else None,
    )


def _schriften(ablage: Source) -> Path | None:
    """Return the folder with the municipality's typeface; only a folder on disk can have one."""
    ordner = ablage.root / "vorlagen" / "schriften" if isinstance(ablage, FolderSource) else None
    return ordner.resolve() if ordner is not None and ordner.is_dir() else None


def _fehler(ablage: Source, datei: str, was: str, tun: str) -> FgkError:
    return FgkError(f"{ablage.label}/{datei}: {was}", tun)


def _bild(ablage: Source, pfad: str | None, alt: str) -> Bild | None:
    if pfad is None:
        return None
    try:
        bild = lies_bild(ablage.read(pfad, MAX_BYTES + 1), alt)
        png_of(bild, 1)
    except BildError as error:
        raise _fehler(ablage, pfad, error.was, error.tun) from error
    except TypstError as error:
        was = "Das Bild lässt sich nicht zeichnen; es ist beschädigt oder zu verwickelt."
        raise _fehler(ablage, pfad, was, "Speichern Sie es neu als PNG oder einfaches SVG.") from error
    except UnreadableFileError as error:
        raise _fehler(ablage, pfad, error.was, f"Prüfen Sie den Pfad in {DATEI}.") from error
    return bild


def _uebliche(ablagen: Sequence[Source], pfad: str, pruefe: Pruefer) -> bytes | None:
    """Return the file of this name from the first folder that has it."""
    return next((_datei(ablage, pfad, pruefe) for ablage in ablagen if ablage.exists(pfad)), None)


def _datei(ablage: Source, pfad: str, pruefe: Pruefer) -> bytes:
    """Return a Word or OpenDocument file that can be filled."""
    try:
        data = ablage.read(pfad, 8 * MAX_BYTES)
    except UnreadableFileError as error:
        raise _fehler(ablage, pfad, error.was, f"Prüfen Sie den Pfad in {DATEI}.") from error
    try:
        pruefe(data)
    except PaketError as error:
        raise _fehler(ablage, pfad, error.was, error.tun) from error
    return data

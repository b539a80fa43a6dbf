"""Judge a municipality's Word or OpenDocument file before anything is done with it."""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from fgk.documents.pakete import entpacke
from fgk.errors import FgkError

_OLE = b"\xd0\xcf\x11\xe0"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_BILD = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}image"
_SEITE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}master-page"
_TYPEN = "[Content_Types].xml"
_WORD_TYP = b"wordprocessingml.document.main+xml"
#: programs inside of a package
_PROGRAMME = ("Basic/", "Scripts/")
_ODT_TYP = b"application/vnd.oasis.opendocument.text"


class PaketError(FgkError):
    """A file that cannot be filled; whoever asked knows its name."""


def pruefe_word(data: bytes) -> None:
    """Raise ``PaketError`` for what is no plain Word file, or brings programs or parts from elsewhere along."""
    dateien = _dateien(data, ".docx")
    if any(name.endswith("vbaProject.bin") for name in dateien) or b"macroEnabled" in dateien.get(
        _TYPEN, b""
    ):
        raise PaketError("Die Datei enthält Makros.", "Speichern Sie sie ohne Makros als .docx.")
    if "word/document.xml" not in dateien or _WORD_TYP not in dateien.get(_TYPEN, b""):
        raise PaketError("Die Datei ist keine Word-Datei.", "Speichern Sie sie in Word als .docx.")
    for name, inhalt in dateien.items():
        if name.endswith((".xml", ".rels")):
            _pruefe_word_teil(_baum(inhalt))
    _oeffne_word(data)


def _pruefe_word_teil(wurzel: Any) -> None:
    for verweis in wurzel.iter("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"):
        if verweis.get("TargetMode") == "External" and not verweis.get("Type", "").endswith("/hyperlink"):
            raise PaketError(
                "Die Datei lädt Teile von anderswo (zum Beispiel eine verknüpfte Vorlage oder ein Bild).",
                "Betten Sie alles in die Datei ein.",
            )


def _oeffne_word(data: bytes) -> None:
    import docx

    try:
        word = docx.Document(io.BytesIO(data))
        teile = [word.styles.element, word.element.body, word.core_properties]
    except Exception as error:  # python-docx raises whatever a damaged package leads it to
        raise _beschaedigt() from error
    if any(teil is None for teil in teile):
        raise _beschaedigt()


def pruefe_odf(data: bytes) -> None:
    """Raise ``PaketError`` for what is no plain OpenDocument text, or brings programs or parts from elsewhere along."""
    dateien = _dateien(data, ".odt")
    if b"encryption-data" in dateien.get("META-INF/manifest.xml", b"") or "encrypted-package" in dateien:
        raise PaketError("Die Datei ist mit einem Kennwort geschützt.", "Speichern Sie sie ohne Kennwort.")
    if any(name.startswith(_PROGRAMME) for name in dateien):
        raise PaketError("Die Datei enthält Makros.", "Speichern Sie sie ohne Makros als .odt.")
    if "content.xml" not in dateien or dateien.get("mimetype", _ODT_TYP).strip() != _ODT_TYP:
        raise PaketError("Die Datei ist keine OpenDocument-Textdatei.", "Speichern Sie sie als .odt.")
    for name in ("content.xml", "styles.xml", "META-INF/manifest.xml"):
        wurzel = _baum(dateien.get(name, b""))
        if any(e.get(_HREF, "").startswith(("http:", "https:", "file:", "//")) for e in wurzel.iter(_BILD)):
            raise PaketError("Die Datei lädt Teile von anderswo.", "Betten Sie alles in die Datei ein.")
        if name == "content.xml" and wurzel.find(f"{_OFFICE}body/{_OFFICE}text") is None:
            raise _beschaedigt()
        if name == "styles.xml" and (
            wurzel.find(f"{_OFFICE}styles") is None or wurzel.find(f".//{_SEITE}") is None
        ):
            raise _beschaedigt()


def _dateien(data: bytes, endung: str) -> dict[str, bytes]:
    if data.startswith(_OLE):
        raise PaketError(
            "Die Datei ist mit einem Kennwort geschützt oder in einem alten Format gespeichert.",
            f"Speichern Sie sie ohne Kennwort als {endung}.",
        )
    try:
        return entpacke(data)
    except ValueError as error:
        raise PaketError("Die Datei ist zu groß.", "Verkleinern Sie vor allem die Bilder darin.") from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise _beschaedigt() from error


def _baum(inhalt: bytes) -> Any:
    """Return the tree of a part; a DOCTYPE has no business there."""
    if b"<!DOCTYPE" in inhalt:
        raise _beschaedigt()
    try:
        return etree.fromstring(inhalt)
    except etree.XMLSyntaxError as error:
        raise _beschaedigt() from error


def _beschaedigt() -> PaketError:
    return PaketError("Die Datei ist beschädigt.", "Öffnen und speichern Sie sie noch einmal.")

"""Look at a file from outside before openpyxl does: is it a workbook, does it swell, what is drawn over its cells.

A workbook is a ZIP of XML. Refused are DTDs (entities that grow without end), what unpacks to more than any form holds,
and more filled cells than anybody typed. Empty rows down to the last one are told from filled ones here, so that nobody
has to walk through a million of them.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from fgk.documents.pakete import entpacke
from fgk.sources import reason_of

#: a form has a few hundred; a list of all measures of a large city a few thousand
MEISTE_ZELLEN = 200_000
LETZTE_ZEILE, LETZTE_SPALTE = 20_000, 500
#: each is looked at for each cell, and nobody merges as many by hand
_MEISTE_VERBUNDENE = 5000
_MEISTE_TEILE = 2000
_GROESSTE_DATEI = 64 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ADRESSE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")
_ALS_XLSX = (
    "Öffnen Sie die Datei in Excel oder LibreOffice, und speichern Sie sie als Excel-Arbeitsmappe (.xlsx)."
)


class UnbrauchbareDateiError(Exception):
    """A file that cannot be read as a workbook; ``was`` and ``tun`` are German sentences."""

    def __init__(self, was: str, tun: str) -> None:
        super().__init__(was)
        self.was = was
        self.tun = tun


class Bereich(NamedTuple):
    """A range of cells by its outer rows and columns, and as Excel calls it."""

    oben: int
    links: int
    unten: int
    rechts: int
    name: str


class Umfang(NamedTuple):
    """What is known of a sheet before its cells are read: how far they go, and which are merged."""

    letzte_zeile: int
    letzte_spalte: int
    verbunden: tuple[Bereich, ...]


class Gesichtet(NamedTuple):
    """A workbook that may be opened: the extent of each sheet by the path of its part, and notes for the user."""

    umfaenge: dict[str, Umfang]
    hinweise: list[str]


def sichte(raw: bytes) -> Gesichtet:
    """Return what is in a workbook; raises ``UnbrauchbareDateiError`` for what is none, or may not be opened."""
    teile = _entpackt(raw)
    if "xl/workbook.xml" not in teile:
        raise _fremdes_paket(teile)
    if b"purl.oclc.org/ooxml" in teile["xl/workbook.xml"]:
        raise UnbrauchbareDateiError("Die Datei ist als „Strict Open XML“ gespeichert.", _ALS_XLSX)
    umfaenge = {}
    zellen = 0
    for name, inhalt in teile.items():
        if name.endswith((".xml", ".rels", ".vml")):
            blatt = _Blatt(name)
            blatt.lies(inhalt)
            zellen += blatt.zellen
            if zellen > MEISTE_ZELLEN:
                raise UnbrauchbareDateiError(
                    f"Die Arbeitsmappe enthält mehr als {MEISTE_ZELLEN} ausgefüllte Zellen.",
                    "Kopieren Sie die Zeilen, um die es geht, in eine neue Arbeitsmappe.",
                )
            if blatt.zeile > LETZTE_ZEILE or blatt.spalte > LETZTE_SPALTE:
                raise UnbrauchbareDateiError(
                    f"In Zelle {blatt.fernste} steht etwas, weit weg von der Tabelle.",
                    "Löschen Sie dort, was nicht dazugehört, und speichern Sie die Arbeitsmappe neu.",
                )
            if name.startswith("xl/worksheets/"):
                umfaenge[name] = Umfang(blatt.zeile, blatt.spalte, tuple(blatt.verbunden))
    return Gesichtet(umfaenge, list(_hinweise(teile)))


def lies_von_aussen(datei: Path) -> bytes:
    """Return the bytes of a file that somebody sent; raises ``UnbrauchbareDateiError`` for what nobody should wait for."""
    try:
        status = datei.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe or a device has no end
            raise UnbrauchbareDateiError(
                "Das ist keine gewöhnliche Datei.", "Nennen Sie die Arbeitsmappe selbst."
            )
        if status.st_size > _GROESSTE_DATEI:
            raise UnbrauchbareDateiError(
                "Die Datei ist größer als 64 MB.",
                "Kopieren Sie das Blatt, um das es geht, in eine neue Arbeitsmappe.",
            )
        return datei.read_bytes()
    except OSError as error:
        raise UnbrauchbareDateiError(
            f"Die Datei lässt sich nicht lesen ({reason_of(error)}).",
            "Schließen Sie sie in Excel, und prüfen Sie, ob Sie sie öffnen dürfen.",
        ) from error


def _entpackt(raw: bytes) -> dict[str, bytes]:
    if not raw.startswith(b"PK"):
        raise _kein_paket(raw)
    try:
        teile = entpacke(raw)
    except ValueError as error:
        raise UnbrauchbareDateiError(
            "Die Arbeitsmappe ist entpackt größer als 64 MB. Das geschieht, wenn ganze Spalten bis zur letzten Zeile "
            "des Blatts formatiert sind.",
            "Kopieren Sie die ausgefüllten Zeilen in eine neue Arbeitsmappe oder in ein frisches Formular.",
        ) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise _beschaedigt() from error
    if len(teile) > _MEISTE_TEILE:
        raise _beschaedigt()
    return teile


def _beschaedigt() -> UnbrauchbareDateiError:
    return UnbrauchbareDateiError(
        "Die Datei ist beschädigt oder unvollständig.",
        "Bitten Sie um eine neue Fassung, oder öffnen Sie sie in Excel und speichern Sie sie neu.",
    )


def _kein_paket(raw: bytes) -> UnbrauchbareDateiError:
    """Say of a file that is no ZIP what it is."""
    if not raw:
        return UnbrauchbareDateiError("Die Datei ist leer.", "Bitten Sie um eine neue Fassung.")
    if raw.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in raw:
        return UnbrauchbareDateiError(
            "Die Datei ist mit einem Kennwort geschützt.",
            "Öffnen Sie sie mit dem Kennwort in Excel, und speichern Sie sie ohne Kennwort.",
        )
    if raw.startswith(_OLE):
        return UnbrauchbareDateiError("Die Datei ist eine alte Excel-Datei (.xls).", _ALS_XLSX)
    if b"\0" in raw[:4096]:
        return UnbrauchbareDateiError("Die Datei ist keine Excel-Arbeitsmappe.", _ALS_XLSX)
    return UnbrauchbareDateiError(
        "Die Datei ist eine Textdatei (z. B. CSV) und keine Excel-Arbeitsmappe.", _ALS_XLSX
    )


def _fremdes_paket(teile: dict[str, bytes]) -> UnbrauchbareDateiError:
    art = teile.get("mimetype", b"").decode("ascii", "replace")
    if "opendocument.spreadsheet" in art:
        return UnbrauchbareDateiError("Die Datei ist eine OpenDocument-Tabelle (.ods).", _ALS_XLSX)
    if "word/document.xml" in teile or "opendocument.text" in art:
        return UnbrauchbareDateiError("Die Datei ist ein Textdokument und keine Arbeitsmappe.", _ALS_XLSX)
    if "xl/workbook.bin" in teile:
        return UnbrauchbareDateiError("Die Datei ist eine binäre Excel-Arbeitsmappe (.xlsb).", _ALS_XLSX)
    return UnbrauchbareDateiError("Die Datei ist keine Excel-Arbeitsmappe.", _ALS_XLSX)


def _hinweise(teile: Iterable[str]) -> Iterable[str]:
    if any(name.endswith("vbaProject.bin") for name in teile):
        yield "enthält Makros; sie werden nicht ausgeführt und nicht beachtet"
    if any(name.startswith("xl/externalLinks/") for name in teile):
        yield "verweist auf andere Dateien; diese Verweise werden nicht verfolgt"


class _Blatt:
    """Reads one XML part; of a sheet it keeps the last filled cell and which ones are merged."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.zellen = self.zeile = self.spalte = 0
        self.fernste = ""
        self.verbunden: list[Bereich] = []
        self._adresse = ""
        self._hier = self._letzte = (0, 0)

    def lies(self, inhalt: bytes) -> None:
        """Read the part; raises ``UnbrauchbareDateiError`` for one with a DTD, and for one that is no XML."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._dtd
        if self.name.startswith("xl/worksheets/"):
            parser.StartElementHandler = self._element
        try:
            parser.Parse(inhalt, True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: an unknown encoding
            raise _beschaedigt() from error

    def _dtd(self, *_: Any) -> None:
        raise UnbrauchbareDateiError(
            "Die Datei enthält eine Dokumenttyp-Definition; so etwas schreibt kein Tabellenprogramm.",
            "Öffnen Sie diese Datei nicht, und fragen Sie nach, woher sie kommt.",
        )

    def _element(self, name: str, attribute: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                zeile = attribute.get("r", "")
                self._hier = (int(zeile) if zeile.isdecimal() else self._hier[0] + 1, 0)
            case "c":
                self._adresse = attribute.get("r", "")
                self._hier = self._platz(self._adresse)
            case "v" | "f" | "is":
                self.zellen += self._hier != self._letzte
                self._letzte = self._hier
                if self._hier[0] > LETZTE_ZEILE or self._hier[1] > LETZTE_SPALTE:
                    self.fernste = self.fernste or self._adresse
                self.zeile = max(self.zeile, self._hier[0])
                self.spalte = max(self.spalte, self._hier[1])
            case "mergeCell":
                self.verbunden.append(_bereich(attribute.get("ref", "")))
                if len(self.verbunden) > _MEISTE_VERBUNDENE:
                    raise zu_viel_verbunden()

    def _platz(self, adresse: str) -> tuple[int, int]:
        """Return row and column of a cell; one without an address stands right of the last."""
        return _ort(adresse) or (self._hier[0], self._hier[1] + 1)


def _ort(adresse: str) -> tuple[int, int] | None:
    """Return row and column that an address names, ``None`` for what is none."""
    gefunden = _ADRESSE.match(adresse)
    if gefunden is None:
        return None
    spalte = 0
    for buchstabe in gefunden[1]:
        spalte = spalte * 26 + ord(buchstabe) - ord("A") + 1
    return int(gefunden[2]), spalte


def _bereich(name: str) -> Bereich:
    erste, _, letzte = name.replace("$", "").partition(":")
    anfang, ende = _ort(erste), _ort(letzte or erste)
    if anfang is None or ende is None:
        raise _beschaedigt()
    return Bereich(*anfang, *ende, name)


def zu_viel_verbunden() -> UnbrauchbareDateiError:
    """Return what to say of a workbook in which more cells are merged than in any list."""
    return UnbrauchbareDateiError(
        "In der Arbeitsmappe sind sehr viele Zellen verbunden.",
        "Heben Sie die Verbindungen auf, und speichern Sie die Arbeitsmappe neu.",
    )

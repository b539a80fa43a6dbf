"""Pictures that a municipality brings: PNG, JPEG or SVG, judged before anything is done with them."""

import base64
import math
import re
import struct
import zlib
from typing import Any, NamedTuple

from fgk.errors import FgkError

#: more than any logo needs
MAX_BYTES = 4 * 1024 * 1024
_MAX_PIXELS = 40_000_000
#: how many times as wide as high, or as high as wide, a picture may be
_SCHMAL = 50
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_JPEG_ENDE, _SCHWANZ = b"\xff\xd9", 1024
#: the markers SOF0 to SOF15, without those of tables (DHT, JPG, DAC)
_RAHMEN = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_DRUCKFARBEN = 4
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_AKTIV = frozenset(("script", "foreignobject", "iframe", "set", "handler", "listener", "discard", "mpath"))
_VON_AUSSEN = re.compile(r"url\(\s*['\"]?(?!['\"]?(?:#|data:image/(?:png|jpeg)))|@import|expression\(")
_ZAHLEN = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TUN = "Speichern Sie das Bild neu als PNG, JPEG oder einfaches SVG."


class BildError(FgkError):
    """A picture that cannot be used; whoever asked knows its name."""

    def __init__(self, was: str, tun: str = _TUN) -> None:
        super().__init__(was, tun)


class Bild(NamedTuple):
    """A picture as SVG, in which PNG and JPEG are wrapped; ``pixel`` is its size, ``alt`` says what it shows."""

    svg: str
    pixel: tuple[float, float]
    alt: str


def lies_bild(data: bytes, alt: str) -> Bild:
    """Return a picture; raises ``BildError`` for what is none, too large, or would do more than show itself."""
    if len(data) > MAX_BYTES:
        raise BildError(
            "Das Bild ist größer als 4 MiB.", "Verkleinern Sie es; für einen Brief genügen 1000 Pixel."
        )
    if data.startswith((_PNG, _JPEG)):
        return _raster(data, alt)
    if b"<svg" in data[:4096] or b":svg" in data[:4096]:
        return _vektor(data, alt)
    raise BildError("Die Datei ist kein Bild, das fgk kennt.")


def _raster(data: bytes, alt: str) -> Bild:
    if data.startswith(_JPEG) and _JPEG_ENDE not in data[-_SCHWANZ:]:
        raise BildError("Das Bild ist unvollständig.", "Laden oder speichern Sie es noch einmal.")
    try:
        breite, hoehe = _png_groesse(data) if data.startswith(_PNG) else _jpeg_groesse(data)
    except (struct.error, IndexError) as error:
        raise BildError("Das Bild ist beschädigt, oder fgk kennt seine Art nicht.") from error
    if not 0 < breite * hoehe <= _MAX_PIXELS:
        raise BildError(f"Das Bild hat {breite} × {hoehe} Pixel; das ist zu viel oder nichts.")
    art = "png" if data.startswith(_PNG) else "jpeg"
    adresse = f"data:image/{art};base64,{base64.b64encode(data).decode()}"
    return Bild(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breite} {hoehe}" width="{breite}" height="{hoehe}">'
        f'<image width="{breite}" height="{hoehe}" href="{adresse}"/></svg>',
        (breite, hoehe),
        alt,
    )


def _png_groesse(data: bytes) -> tuple[int, int]:
    """Return width and height after a look at every chunk and its sum; raises ``struct.error`` for a damaged file."""
    ort, art, gepackt = len(_PNG), b"", b""
    while art != b"IEND":
        laenge, art = struct.unpack_from(">I4s", data, ort)
        (summe,) = struct.unpack_from(">I", data, ort + 8 + laenge)
        if summe != zlib.crc32(data[ort + 4 : ort + 8 + laenge]):
            raise struct.error
        if art == b"IDAT":
            gepackt += data[ort + 8 : ort + 8 + laenge]
        ort += 12 + laenge
    breite, hoehe = struct.unpack_from(">II", data, 16)
    if 0 < breite * hoehe <= _MAX_PIXELS:
        _pruefe_gepackt(gepackt, hoehe)
    return breite, hoehe


def _pruefe_gepackt(gepackt: bytes, hoehe: int) -> None:
    """Raise ``struct.error`` for picture data that cannot be unpacked or is cut off: programs show it half or not."""
    entpacker = zlib.decompressobj()
    menge = 0
    try:
        while not entpacker.eof:
            stueck = entpacker.decompress(gepackt, 1 << 20)
            gepackt = entpacker.unconsumed_tail
            menge += len(stueck)
            if (not stueck and not entpacker.eof) or menge > 9 * _MAX_PIXELS:
                raise struct.error
    except zlib.error as error:
        raise struct.error from error
    if menge < hoehe:  # each line has at least its filter
        raise struct.error


def _jpeg_groesse(data: bytes) -> tuple[int, int]:
    """Return width and height from the frame header (ITU-T T.81, B.2.2); python-docx knows only JFIF and Exif.

    Raises ``struct.error`` or ``IndexError`` where there is none.
    """
    ort = 2
    while data[ort + 1] not in _RAHMEN:
        ort += 2 + struct.unpack_from(">H", data, ort + 2)[0]
    hoehe, breite, farben = struct.unpack_from(">HHB", data, ort + 5)
    if farben == _DRUCKFARBEN:
        raise BildError(
            "Das Bild hat Druckfarben (CMYK), die auf dem Bildschirm falsch erscheinen.",
            "Speichern Sie es als PNG oder als JPEG in RGB.",
        )
    return breite, hoehe


def _vektor(data: bytes, alt: str) -> Bild:
    from lxml import etree

    if b"<!ENTITY" in data or b"<!DOCTYPE" in data.upper().replace(b"<!DOCTYPE SVG PUBLIC", b""):
        raise BildError("Das SVG enthält eigene Definitionen (DOCTYPE).")
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        wurzel = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BildError("Das SVG ist beschädigt.") from error
    if wurzel.tag != f"{_SVG}svg":
        raise BildError("Die Datei ist kein SVG.")
    for element in wurzel.iter():
        _pruefe(element)
    return Bild(etree.tostring(wurzel, encoding="unicode"), _masse(wurzel), alt)


def _pruefe(element: Any) -> None:
    from lxml import etree

    if not isinstance(element.tag, str):  # a comment
        return
    name = etree.QName(element).localname.lower()
    if name in _AKTIV or name.startswith("animate"):
        raise BildError(
            "Das SVG enthält Programme oder bewegte Teile.", "Entfernen Sie sie, oder nehmen Sie ein PNG."
        )
    for feld, wert in element.attrib.items():
        text = str(wert).strip().lower()
        if etree.QName(feld).localname.lower().startswith("on") or "javascript:" in text:
            raise BildError("Das SVG enthält Programme.", "Entfernen Sie sie, oder nehmen Sie ein PNG.")
        fremd = feld in _HREF and not text.startswith(("#", "data:image/png", "data:image/jpeg"))
        if fremd or _VON_AUSSEN.search(text):
            raise BildError("Das SVG lädt Teile von anderswo.", "Betten Sie alles in die Datei ein.")
    if name == "style" and _VON_AUSSEN.search((element.text or "").lower()):
        raise BildError("Das SVG lädt Teile von anderswo.", "Betten Sie alles in die Datei ein.")


def _masse(wurzel: Any) -> tuple[float, float]:
    """Return width and height of an SVG in its own units."""
    rahmen = [float(zahl) for zahl in _ZAHLEN.findall(wurzel.get("viewBox", ""))]
    if len(rahmen) == 4:
        return _form(rahmen[2], rahmen[3])
    breite, hoehe = (_ZAHLEN.match(wurzel.get(name, "")) for name in ("width", "height"))
    if breite and hoehe and float(breite[0]) and float(hoehe[0]):
        return _form(float(breite[0]), float(hoehe[0]))
    raise BildError("Das SVG sagt nicht, wie groß es ist.", "Geben Sie ihm „viewBox“ oder Breite und Höhe.")


def _form(breite: float, hoehe: float) -> tuple[float, float]:
    if not (math.isfinite(breite) and math.isfinite(hoehe) and breite > 0 and hoehe > 0):
        raise BildError(
            "Das SVG sagt nicht, wie groß es ist.", "Geben Sie ihm „viewBox“ oder Breite und Höhe."
        )
    if not 1 / _SCHMAL <= breite / hoehe <= _SCHMAL:
        raise BildError("Das SVG ist viel breiter als hoch oder viel höher als breit.")
    return breite, hoehe


def kontrast(farbe: str, grund: str = "#ffffff") -> float:
    """Return the contrast of two colours such as ``#17506b`` by WCAG 2.1, from 1 to 21."""
    hell, dunkel = sorted((_helligkeit(farbe), _helligkeit(grund)), reverse=True)
    return (hell + 0.05) / (dunkel + 0.05)


def aufgehellt(farbe: str, anteil: float) -> str:
    """Return a colour mixed with white; 1 is white."""
    return "#" + "".join(
        f"{round(int(farbe[i : i + 2], 16) * (1 - anteil) + 255 * anteil):02x}" for i in (1, 3, 5)
    )


def _helligkeit(farbe: str) -> float:
    anteile = [int(farbe[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [a / 12.92 if a <= 0.04045 else ((a + 0.055) / 1.055) ** 2.4 for a in anteile]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

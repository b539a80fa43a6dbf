"""What is refused before a parser sees the bytes: size, encoding, invisible characters, nesting bombs.

libyaml would read UTF-16, take U+0085 and U+2028 for line breaks (an editor does not) and overflow the
C stack of PyYAML's composer on deep nesting, so these are judged here. It refuses what is no UTF-8 and
most control characters by itself; then ``refused`` says why.
"""

import re

from fgk.bytesearch import occurs
from fgk.positions import START, Span
from fgk.reading.fault import Fault

MAX_BYTES = 1024 * 1024
#: more structure signs than this and the real depth is counted before composing (see ``events``)
MANY_STRUCTURE_SIGNS = 1000

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r") + b"\x7f"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
#: U+0085 ends a line for libyaml
_NEXT_LINE = b"\xc2\x85"
#: those from U+200B to U+2069 as bytes: a pattern that begins with one fixed byte is searched fastest
_INVISIBLE_BYTES = re.compile(rb"\xe2(?:\x80[\x8b\x8e\x8f\xa8-\xae]|\x81[\xa0\xa6-\xa9])")
_INDICATOR = re.compile(rb"(?:^|[\s\[\]{},:?-])(?:[&*]\S|!)")
#: a line that gives an instruction or ends a document; the first line of a file can do only the former
_OWN_LINE = r"[\r\n](?:%|---|\.\.\.)"
_STRUCTURE_SIGNS = (b"[", b"{", b"- ", b"-\t", b"? ", b"-\n", b"-\r")


def place_in(text: str, index: int) -> Span:
    """Return the place of the character ``index`` of ``text``; CRLF, LF and CR end a line."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(line, column, line, column + 1)


def check_bytes(data: bytes) -> tuple[bytes, list[Fault]]:
    """Return the bytes without a byte order mark, and the faults that forbid parsing them.

    A byte order mark alone is only a hint (FGK020); everything else found here means: do not parse.
    """
    if len(data) > MAX_BYTES:
        return data, [_too_large()]
    if data.startswith(_UTF16_BOMS):
        return data, [_not_utf8(START, "Die Datei ist in UTF-16 gespeichert.")]
    faults = []
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        faults.append(
            Fault(
                "FGK020",
                START,
                "Am Anfang der Datei steht eine unsichtbare Kennmarke (BOM).",
                "Speichern Sie die Datei als „UTF-8“ statt „UTF-8 mit BOM“.",
            )
        )
    if data.startswith(_UTF16_BOMS) or _hides_something(data):
        faults += refused(data)
    return data, faults


def _hides_something(data: bytes) -> bool:
    """Say whether the bytes hold what libyaml takes and nobody sees. One byte is found much faster than two."""
    return (
        (b"\xc2" in data and _NEXT_LINE in data)
        or (b"\xef" in data and _BOM in data)
        or _INVISIBLE_BYTES.search(data) is not None
    )


def refused(data: bytes) -> list[Fault]:
    """Return the fault of bytes that are no text, or hold what nobody can see."""
    if len(data.translate(None, _CONTROL)) != len(data):
        return [invisible_in(data)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        was = f"Das Zeichen mit dem Bytewert {data[error.start]:#04x} ist kein UTF-8."
        return [_not_utf8(place_in(before, len(before)), was)]
    if "\x85" in text or "\ufeff" in text or _INVISIBLE_BYTES.search(data):
        return [invisible_in(data)]
    return []


def is_suspicious(data: bytes) -> bool:
    """Say whether the nodes alone could hide something: anchors, tags, directives, many levels.

    Cheap and never wrong in the dangerous direction; ``events.check_events`` then decides. (Searching for
    one byte is ten times faster than for two, so that comes first.)
    """
    if (b"&" in data or b"*" in data or b"!" in data) and _INDICATOR.search(data):
        return True
    if data.startswith(b"%") or occurs(_OWN_LINE)(data):
        return True
    most = len(data) - len(data.translate(None, b"[{-?"))
    return most > MANY_STRUCTURE_SIGNS and sum(map(data.count, _STRUCTURE_SIGNS)) > MANY_STRUCTURE_SIGNS


def find_invisible(text: str) -> re.Match[str] | None:
    """Return the first character that nobody can see and that has no business in a text."""
    return _INVISIBLE.search(text)


def without_invisible(text: str) -> str:
    """Return a text from outside without the characters that no file of an Akte may hold."""
    return _INVISIBLE.sub("", text)


def _too_large() -> Fault:
    return Fault(
        "FGK006",
        START,
        "Die Datei ist größer als 1 MiB.",
        "Teilen Sie den Inhalt auf; Anlagen gehören nicht in YAML-Dateien.",
    )


def _not_utf8(span: Span, was: str) -> Fault:
    return Fault(
        "FGK001",
        span,
        was,
        "Öffnen Sie die Datei im Editor und speichern Sie sie mit der Kodierung „UTF-8“.",
    )


def invisible_in(data: bytes) -> Fault:
    """Return the fault for the first character of a file that nobody can see."""
    text = data.decode("utf-8", errors="replace")
    match = _INVISIBLE.search(text)
    index = match.start() if match else 0
    character = text[index : index + 1]
    if "\x00" in text[:4096]:
        return Fault(
            "FGK002",
            place_in(text, index),
            "Die Datei enthält Nullbytes; sie ist keine Textdatei oder in UTF-16 gespeichert.",
            "Prüfen Sie, ob hier versehentlich eine andere Datei liegt, und speichern Sie Text als „UTF-8“.",
        )
    return Fault(
        "FGK002",
        place_in(text, index),
        f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(character or chr(0)):04X}).",
        "Löschen Sie das Zeichen; es stammt meist aus einer Kopie aus Word oder einem PDF.",
    )

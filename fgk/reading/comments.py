"""Texts that a number sign cuts off: of ``titel: Aktion #Kinder`` YAML reads only „Aktion“."""

import re
from typing import Any

from fgk.bytesearch import occurs
from fgk.positions import Span
from fgk.reading.fault import Fault
from fgk.reading.marks import scalars

_MAYBE = r"[ \t]#+[^\s#]"
#: what stands behind an unquoted text: a comment that begins like a word, and is no inline ignore
_CUT = re.compile(r"[ \t]+(?=#+(?!fgk:)[^\s#])")


def may_be_cut_off(data: bytes) -> bool:
    """Say whether a text of this file may be cut off; cheap, and never wrong with no."""
    return b"#" in data and occurs(_MAYBE)(data)


def cut_off_texts(root: Any, data: bytes) -> list[Fault]:
    """Return a fault for every unquoted text that ends in a comment nobody meant to be one."""
    # behind a comment without an end of line, libyaml counts one more line
    lines = [*data.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]
    faults = []
    for scalar in scalars(root):
        end = scalar.end_mark
        match = _CUT.match(lines[end.line], end.column) if scalar.style == "" else None
        if match:
            place = Span(end.line + 1, match.end() + 1, end.line + 1, len(lines[end.line]) + 1)
            faults.append(_cut_off(place, is_empty=not scalar.value))
    return faults


def _cut_off(span: Span, *, is_empty: bool) -> Fault:
    return Fault(
        "FGK024",
        span,
        f"Ab hier liest YAML einen Kommentar; der {'Wert davor ist leer' if is_empty else 'Text davor ist abgeschnitten'}.",
        "Setzen Sie den ganzen Wert in Anführungszeichen, oder schreiben Sie hinter # ein Leerzeichen.",
    )

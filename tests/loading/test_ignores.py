"""Inline ignores: where they count, where they are only text, and what is wrong with them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, pruefe, stellen

from fgk.loading.ignores import find_ignores
from fgk.reading.reader import read_yaml

#: without an end: FGK112 at the first key
OHNE_FRIST = "kennung: M-1.1.1{}\nziel: Z-1.1\ntitel: Steuerungsgruppe einrichten\nfederfuehrung: OE-10\n"


@pytest.mark.parametrize(
    ("name", "text", "erwartet"),
    [
        ("none", OHNE_FRIST.format(""), [("FGK112", 1, 1)]),
        ("end of line", OHNE_FRIST.format("  # fgk: ignore FGK112 – folgt im Mai"), []),
        ("hyphen", OHNE_FRIST.format("  # fgk: ignore FGK112 - folgt im Mai"), []),
        ("colon", OHNE_FRIST.format("  # fgk: ignore FGK112: folgt im Mai"), []),
        ("without blanks", OHNE_FRIST.format(" #fgk:ignore FGK112 folgt im Mai"), []),
        ("line above", "# fgk: ignore FGK112 – folgt\n" + OHNE_FRIST.format(""), []),
        ("lines above, others between", "# fgk: ignore FGK112 – folgt\n\n# und noch etwas\n" + OHNE_FRIST.format(""), []),
        ("CRLF", OHNE_FRIST.format("  # fgk: ignore FGK112 – folgt").replace("\n", "\r\n"), []),
        ("several codes", OHNE_FRIST.format(" # fgk: ignore FGK112, FGK111 – folgt"), [("FGK902", 1, 18)]),
        ("without reason", OHNE_FRIST.format("  # fgk: ignore FGK112"), [("FGK112", 1, 1), ("FGK901", 1, 19)]),
        ("only a dash as reason", OHNE_FRIST.format("  # fgk: ignore FGK112 –"), [("FGK112", 1, 1), ("FGK901", 1, 19)]),
        ("without code", OHNE_FRIST.format("  # fgk: ignore – folgt"), [("FGK112", 1, 1), ("FGK901", 1, 19)]),
        ("unknown code", OHNE_FRIST.format("  # fgk: ignore FGK199 – folgt"), [("FGK112", 1, 1), ("FGK903", 1, 19)]),
        ("guarding code", OHNE_FRIST.format("  # fgk: ignore FGK401 – folgt"), [("FGK112", 1, 1), ("FGK903", 1, 19)]),
        ("reading code", OHNE_FRIST.format("  # fgk: ignore FGK010 – folgt"), [("FGK112", 1, 1), ("FGK903", 1, 19)]),
        ("other line", OHNE_FRIST.format("") + "# fgk: ignore FGK112 – folgt\n", [("FGK112", 1, 1), ("FGK902", 5, 1)]),
        ("nothing to ignore", OHNE_FRIST.format("") + "ende: 2024-12-31 # fgk: ignore FGK112 – x\n", [("FGK902", 5, 18)]),
        ("text in quotes", OHNE_FRIST.format("") + 'text: "a # fgk: ignore FGK112 – b"\n', [("FGK112", 1, 1)]),
        ("text over lines", OHNE_FRIST.format("") + "text: 'a\n  # fgk: ignore FGK112 – b'\n", [("FGK112", 1, 1)]),
        ("text in a block", OHNE_FRIST.format("") + "text: |\n  # fgk: ignore FGK112 – b\n", [("FGK112", 1, 1)]),
        ("behind quotes", 'kennung: "M-1.1.1" # fgk: ignore FGK112 – folgt\n' + OHNE_FRIST.split("\n", 1)[1], []),
        ("behind a block sign", OHNE_FRIST.format("") + "text: | # fgk: ignore FGK112 – b\n  Zeile\n", [("FGK112", 1, 1), ("FGK902", 5, 9)]),
        ("only mentions it", OHNE_FRIST.format("  # siehe fgk:ignore im Handbuch"), [("FGK112", 1, 1)]),
    ],
)  # fmt: skip
def test_an_ignore_counts_for_its_line_and_only_with_code_and_reason(
    akte: Callable[..., Path], name: str, text: str, erwartet: list[tuple[str, int, int]]
) -> None:
    assert stellen(pruefe(akte({MASSNAHME: text}))) == erwartet, name


def test_an_ignore_in_another_file_does_not_count(akte: Callable[..., Path]) -> None:
    ordner = akte(
        {
            MASSNAHME: OHNE_FRIST.format(""),
            "massnahmen/M-1.1.2.yaml": OHNE_FRIST.format(" # fgk: ignore FGK112 – x").replace(
                "M-1.1.1", "M-1.1.2"
            ),
        }
    )
    assert stellen(pruefe(ordner)) == [("FGK112", 1, 1)]


def test_the_parts_of_an_ignore() -> None:
    raw = "a: ä # fgk: ignore FGK112 FGK201 – der Grund\n".encode()
    [ausnahme] = find_ignores("x.yaml", raw, read_yaml(raw).root)
    assert ausnahme.codes == ("FGK112", "FGK201")
    assert ausnahme.grund == "der Grund"
    assert (ausnahme.line, ausnahme.span) == (1, (1, 6, 1, 45))


def test_an_ignore_in_a_file_that_begins_with_a_byte_order_mark_has_the_right_column() -> None:
    raw = b"\xef\xbb\xbfa: 1 # fgk: ignore FGK112 x\n"
    [ausnahme] = find_ignores("x.yaml", raw, read_yaml(raw).root)
    assert ausnahme.span.column == 6


def test_in_a_faulty_file_no_ignore_is_called_useless(akte: Callable[..., Path]) -> None:
    text = KOPF + "prioritaet: dringend\nende: 2024-12-31  # fgk: ignore FGK112 – folgt\n"
    assert [m.code for m in pruefe(akte({MASSNAHME: text}))] == ["FGK013"]


def test_of_several_codes_only_the_useless_one_is_to_go(akte: Callable[..., Path]) -> None:
    text = "# fgk: ignore FGK112, FGK111 – Frist folgt\n" + KOPF
    [meldung] = pruefe(akte({MASSNAHME: text}))
    assert (meldung.code, meldung.tun) == ("FGK902", "Löschen Sie FGK111 aus der Ausnahme.")

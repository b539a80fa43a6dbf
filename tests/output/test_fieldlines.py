"""A record as sorted lines: the same for every way of writing it, and as it is where it cannot be read."""

import pytest
from hilfen import BEISPIEL
from hypothesis import given
from hypothesis import strategies as st

from fgk.output.fieldlines import field_lines
from fgk.reading.reader import read_yaml

SCHLICHT = (
    b"kennung: M-1.1.1\ntitel: Steuerungsgruppe einrichten\nbeteiligte: [OE-10, OE-51]\nende: 2024-12-31\n"
)
WARUM = "# fgk kann diese Datei nicht feldweise zeigen. "


@pytest.mark.parametrize(
    "anders",
    [
        b"# Kommentar\n" + SCHLICHT,
        SCHLICHT.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + SCHLICHT,
        b"".join(reversed(SCHLICHT.splitlines(keepends=True))),
        b'{kennung: M-1.1.1, "titel": >-\n  Steuerungsgruppe\n  einrichten\n'.replace(b"{", b"").replace(
            b", ", b"\n"
        )
        + b"beteiligte:\n- OE-51\n- OE-10\nende: '2024-12-31' # Frist\nkosten:\n",
    ],
)
def test_every_way_of_writing_gives_the_same_lines(anders: bytes) -> None:
    assert field_lines(anders) == field_lines(SCHLICHT)
    assert field_lines(SCHLICHT).decode().splitlines() == [
        'beteiligte: ["OE-10", "OE-51"]',
        "ende: 2024-12-31",
        "kennung: M-1.1.1",
        "titel: Steuerungsgruppe einrichten",
    ]


@pytest.mark.parametrize(
    ("yaml", "zeile"),
    [
        ("a: 30", "a: 30"),
        ('a: "30"', 'a: "30"'),
        ("a: true", "a: true"),
        ('a: "true"', 'a: "true"'),
        ('a: ""', 'a: ""'),
        ('a: "05334032"', "a: 05334032"),
        ('a: " x"', 'a: " x"'),
        ("a: |\n  eins\n  zwei", "a: eins ⏎ zwei"),
        ("a: eins ⏎ zwei", 'a: "eins ⏎ zwei"'),
        ('a: "10\u00a0Tage"', "a: 10\u00a0Tage"),
        ('a: "x\\u202ey"', 'a: "x\\u202ey"'),
        ('a: "x\\ty"', 'a: "x\\ty"'),
        (
            "massnahmen:\n- {massnahme: M-2, status: ruht}\n- {massnahme: M-1}",
            "massnahmen.M-1.massnahme: M-1\nmassnahmen.M-2.massnahme: M-2\nmassnahmen.M-2.status: ruht",
        ),
    ],
)
def test_a_line_says_place_and_value(yaml: str, zeile: str) -> None:
    assert field_lines(yaml.encode()).decode() == f"{zeile}\n"


@pytest.mark.parametrize(
    ("raw", "grund"),
    [
        (b"a: [\n", "Zeile 1: "),
        (b"a: 1\na: 2\n", "Zeile 2: Der Schlüssel „a“ steht hier zum zweiten Mal."),
        (b"a: \xff\n", "Zeile 1: Das Zeichen mit dem Bytewert 0xff ist kein UTF-8."),
        (b"a: &x 1\nb: *x\n", "Zeile 1: "),
        (b"- a\n", "Sie besteht nicht aus Schlüsseln und Werten."),
        (b"\x00", "Zeile 1: Die Datei enthält Nullbytes"),
        (b"a" * (1024 * 1024 + 1), "Zeile 1: Die Datei ist größer als 1 MiB."),
    ],
)
def test_what_cannot_be_read_stays_as_it_is_and_says_why(raw: bytes, grund: str) -> None:
    erste, _, rest = field_lines(raw).partition(b"\n")
    assert erste.decode().startswith(WARUM + grund)
    assert rest == raw


def test_an_empty_file_has_no_fields() -> None:
    assert field_lines(b"") == field_lines(b"# nur ein Kommentar\n") == b""


@pytest.mark.parametrize("datei", sorted(BEISPIEL.rglob("*.yaml")), ids=lambda pfad: pfad.name)
def test_the_example_has_only_fields(datei: object) -> None:
    lines = field_lines(datei.read_bytes()).decode().splitlines()  # type: ignore[attr-defined]
    assert all(": " in line for line in lines)
    assert len(set(lines)) == len(lines)
    assert not lines[0].startswith("#")


@given(st.binary(max_size=200) | st.text(alphabet="ab:- #[]{}\n\"'|>&*", max_size=60).map(str.encode))
def test_nothing_makes_it_stumble(raw: bytes) -> None:
    lines = field_lines(raw)
    assert lines == field_lines(raw)
    assert read_yaml(raw).is_readable or lines.endswith(raw)

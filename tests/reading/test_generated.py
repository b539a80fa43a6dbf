"""The reader on generated files: it never raises, agrees with ruamel.yaml, and finds every place again."""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hilfen import BEISPIEL
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML, YAMLError

from fgk.positions import Span
from fgk.reading.events import check_events
from fgk.reading.guards import check_bytes, find_invisible, is_suspicious
from fgk.reading.marks import quoted_spans
from fgk.reading.reader import _Parser, locate, read_yaml

ECHTE_DATEIEN = [pfad.read_bytes() for pfad in sorted(BEISPIEL.rglob("*.yaml"))]
#: pieces of YAML that people and attackers put together
STUECKE = st.sampled_from(
    ["a", "b: ", ": ", "- ", "\n", "\n  ", "\n- ", "[", "]", "{", "}", ", ", '"', "'", "#", " # ", "&a ", "*a", "!", "!!str ",
     "%", "\n%", "---", "\n---\n", "...", "|", ">", "|\n", "? ", "<<: ", "\t", "\r", "\r\n", "ä", "3", "0", "2024-02-30", "~",
     "\\", "\x00", "\x85", "\u2028", "\ufeff", "😀", "e\u0301"]
)  # fmt: skip


def ruamel() -> YAML:
    parser = YAML(typ="safe", pure=True)
    parser.version = (1, 2)
    return parser


# --- never raises -----------------------------------------------------------------------------------


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
def test_random_bytes_never_raise(daten: bytes) -> None:
    ergebnis = read_yaml(daten)
    assert ergebnis.is_readable or ergebnis.faults


@given(st.lists(STUECKE, max_size=30).map("".join))
@settings(max_examples=400)
@example(": : ")
@example("- - -\n\t")
@example("? ? a")
@example("? #x")
@example('"\\ud800"')
@example("a: |1-\n x")
def test_pieces_of_yaml_never_raise_and_every_fault_lies_in_the_file(text: str) -> None:
    ergebnis = read_yaml(text.encode())
    assert ergebnis.is_readable or ergebnis.faults
    zeilen = re.split("\r\n|\r|\n", text)
    for fault in ergebnis.faults:
        assert 1 <= fault.span.line <= len(zeilen) + 1
        assert 1 <= fault.span.column <= max(map(len, zeilen)) + 2
        assert fault.was.endswith((".", "“.", ")."))


@given(st.data())
@settings(max_examples=200)
def test_a_real_file_with_a_damaged_place_never_raises(data: st.DataObject) -> None:
    daten = bytearray(data.draw(st.sampled_from(ECHTE_DATEIEN)))
    for _ in range(data.draw(st.integers(1, 4))):
        stelle = data.draw(st.integers(0, len(daten)))
        laenge = data.draw(st.integers(0, 6))
        daten[stelle : stelle + laenge] = data.draw(st.binary(max_size=4) | STUECKE.map(str.encode))
    ergebnis = read_yaml(bytes(daten))
    assert ergebnis.is_readable or ergebnis.faults


@given(st.lists(STUECKE, max_size=25).map("".join))
@settings(max_examples=400)
@example("a\r---")
def test_what_the_quick_look_lets_through_hides_nothing(text: str) -> None:
    daten, faults = check_bytes(text.encode())
    assume(not [fault for fault in faults if fault.code != "FGK020"])
    if is_suspicious(daten):
        return
    try:
        assert check_events(_Parser(daten)) == []
    except yaml.YAMLError:
        assert read_yaml(daten).faults


def _liest(geschrieben: bytes) -> Any:
    try:
        return ruamel().load(geschrieben)
    except YAMLError:
        return YAMLError


# --- agrees with ruamel.yaml, pure Python, YAML 1.2 --------------------------------------------------

SICHTBAR = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]).filter(
        lambda zeichen: not find_invisible(zeichen)
    ),
    max_size=20,
)
SKALARE = (
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False).map(lambda zahl: round(zahl, 3))
    | SICHTBAR
    | st.sampled_from(["ja", "no", "on", "12:30", "1_000", "0x1F", "3.10", "~", "true", "1e3", "a: b", "# kein", "- x", "'", '"'])
)  # fmt: skip
DATEN = st.recursive(
    SKALARE,
    lambda innen: st.lists(innen, max_size=4) | st.dictionaries(SICHTBAR, innen, max_size=4),
    max_leaves=15,
)


@given(DATEN, st.booleans(), st.integers(20, 200))
@settings(max_examples=250)
def test_what_ruamel_writes_is_read_as_ruamel_reads_it(daten: Any, fluss: bool, breite: int) -> None:
    schreiber = ruamel()
    schreiber.version = None
    schreiber.default_flow_style = fluss
    schreiber.allow_unicode = True
    schreiber.width = breite
    puffer = io.BytesIO()
    schreiber.dump(daten, puffer)
    geschrieben = puffer.getvalue()
    ergebnis = read_yaml(geschrieben)
    # now and then ruamel writes what it cannot read itself: broken keys, a question mark between braces
    assume(_liest(geschrieben) == daten)
    if fluss:  # libyaml minds a text that begins with a colon between braces, and says so
        assume([fault.code for fault in ergebnis.faults] != ["FGK003"])
    assert {fault.code for fault in ergebnis.faults} <= {"FGK023"}, "a thousands point is only a hint"
    assert ergebnis.data == daten


EINFACH = st.text("abcABCäöü0123456789.,:-+_/%()eExo'~ ", min_size=1, max_size=12)


@given(EINFACH)
@settings(max_examples=500)
@example("05334032")
@example("2024-02-29")
@example("2024-02-30")
@example("0o17")
@example("0x1F")
@example("1e3")
@example("+.inf")
@example("-0")
@example("1.")
@example(".0E0")
def test_a_plain_word_means_what_it_means_to_ruamel_except_where_we_protect_people(wort: str) -> None:
    unser = read_yaml(f"a: {wort}\n".encode())
    try:
        ihr = ruamel().load(f"a: {wort}\n")
    except (YAMLError, ValueError):  # whatever ruamel refuses is not compared
        return
    if not unser.is_readable or not isinstance(ihr, dict) or set(ihr) != {"a"}:
        return
    wert, fremd, text = unser.data["a"], ihr["a"], wort.strip()
    if re.fullmatch(r"[-+]?0[0-9]+", text):
        assert wert == text, "a leading zero is never lost"
    elif isinstance(wert, date):
        assert text == wert.isoformat(), "a date is one only as YYYY-MM-DD"
    elif re.fullmatch(r"[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", text):
        assert wert == text, "numbers nobody writes in an audit stay text"
    elif re.match(r"[-+]?0[0-9]+[.eE]|[-+]?0[0-9]*_|.*_", text) and not isinstance(fremd, str):
        assert wert == text, "a number with a leading zero or with underlines is text"
    elif isinstance(fremd, date):
        assert wert == text, "other dates and times are text"
    elif re.fullmatch(r"[-+]?\.[0-9]+[eE][-+]?[0-9]+", text):
        assert wert == float(text), "a number in YAML 1.2 (10.3.2), which ruamel takes for text"
    else:
        assert wert == fremd
        assert type(wert) is type(fremd)


# --- finds every place again -------------------------------------------------------------------------

WOERTER = st.text("abcdefghäöüß", min_size=1, max_size=8)
BLAETTER = WOERTER | st.integers(0, 10**6) | st.sampled_from(["mit: Punkt", "# zaun", "ja", "'"])
BAEUME = st.recursive(
    st.dictionaries(WOERTER, BLAETTER, min_size=1, max_size=4),
    lambda innen: st.dictionaries(WOERTER, innen | BLAETTER | st.lists(innen | BLAETTER, min_size=1, max_size=3), min_size=1, max_size=3),
    max_leaves=12,
)  # fmt: skip


def wege(daten: Any, weg: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    teile = daten.items() if isinstance(daten, dict) else enumerate(daten) if isinstance(daten, list) else ()
    for schritt, wert in teile:
        yield (*weg, schritt), wert
        yield from wege(wert, (*weg, schritt))


def text_an(zeilen: list[str], ort: Span) -> str:
    assert ort.line == ort.end_line
    return zeilen[ort.line - 1][ort.column - 1 : ort.end_column - 1]


@given(BAEUME, st.booleans())
@settings(max_examples=150)
def test_the_text_at_a_located_place_is_the_value_or_its_key(daten: Any, fluss: bool) -> None:
    schreiber = ruamel()
    schreiber.version = None
    schreiber.default_flow_style = fluss
    schreiber.allow_unicode = True
    schreiber.width = 10_000
    puffer = io.BytesIO()
    schreiber.dump(daten, puffer)
    zeilen = puffer.getvalue().decode().splitlines()
    root = read_yaml(puffer.getvalue()).root
    for weg, wert in wege(daten):
        if isinstance(weg[-1], str):
            assert read_yaml(text_an(zeilen, locate(root, weg, key=True)).encode()).data == weg[-1]
        if not isinstance(wert, (dict, list)):
            assert read_yaml(text_an(zeilen, locate(root, weg)).encode()).data == wert


def test_what_is_not_there_points_at_the_first_key_of_the_group_that_lacks_it() -> None:
    root = read_yaml(b"a: 1\nb:\n  - c: 2\n    d: 3\n  - [x, y]\ne: {}\nf:\n").root
    assert locate(root, ("fehlt",)) == Span(1, 1, 1, 2)
    assert locate(root, ("b", 0, "fehlt")) == Span(3, 5, 3, 6)
    assert locate(root, ("b", 7)) == Span(2, 1, 2, 2)
    assert locate(root, ("a", "tiefer")) == Span(1, 4, 1, 5)
    assert locate(root, ("b", 1)) == Span(5, 6, 5, 7)
    assert locate(root, ("e", "fehlt")) == Span(6, 4, 6, 6)
    assert locate(root, ("f",)) == Span(7, 1, 7, 2), "an empty value is marked at its key"
    assert locate(None, ("a",)) == Span(1, 1, 1, 1)


def test_a_block_text_is_marked_at_its_key() -> None:
    root = read_yaml(b"a: 1\ntext: |\n  Zeile\n  Zeile\n").root
    assert locate(root, ("text",)) == Span(2, 1, 2, 5)


def test_quoted_and_block_texts_know_their_extent() -> None:
    root = read_yaml(b"a: \"x # y\"\nb: plain\nc: |\n  # t\n'd': [e, 'f']\n").root
    assert [(ort.line, ort.column) for ort in quoted_spans(root)] == [(1, 4), (4, 1), (5, 1), (5, 10)]


def test_the_example_reads_the_same_with_ruamel() -> None:
    dateien = sorted(BEISPIEL.rglob("*.yaml"))
    assert dateien
    for pfad in dateien:
        ergebnis = read_yaml(pfad.read_bytes())
        assert [fault for fault in ergebnis.faults if fault.code != "FGK021"] == []
        assert ergebnis.data == ruamel().load(Path(pfad).read_text(encoding="utf-8"))

"""One form for all files; content, comments and blank lines stay, and twice is once."""

import random
from collections import Counter

import pytest
from hilfen import WURZEL
from hypothesis import given, settings
from hypothesis import strategies as st

from fgk.editing.comments import comments_in
from fgk.editing.edit import edit
from fgk.editing.emit import emit
from fgk.editing.formatting import formatted
from fgk.errors import FgkError
from fgk.models.massnahme import Massnahme
from fgk.plaindata import normal
from fgk.reading.reader import read_yaml

DATEIEN = sorted((WURZEL / "examples").rglob("*.yaml"))


@pytest.mark.parametrize(
    ("vorher", "nachher"),
    [
        ("kennung:   M-1.1.1\n", "kennung: M-1.1.1\n"),
        ("kennung: M-1.1.1", "kennung: M-1.1.1\n"),
        ("\ufeffkennung: M-1.1.1\n", "kennung: M-1.1.1\n"),
        ("\n\nkennung: M-1.1.1\n\n\n", "\n\nkennung: M-1.1.1\n\n\n"),
        ("a:        x     # eins\nb: y # zwei\n", "a: x  # eins\nb: y  # zwei\n"),
        ("a: x   \nb: 'y'  \n", "a: x\nb: 'y'\n"),
        ("liste:\n- a   # eins\n      # zwei\n- b\n", "liste:\n  - a  # eins\n  # zwei\n  - b\n"),
        ("kosten:\n     # in Euro\n    einmalig: 1\n", "kosten:\n  # in Euro\n  einmalig: 1\n"),
        ("a:\n  b: x\n  # Das C.\n  # c: y\nd: z\n", "a:\n  b: x\n  # Das C.\n  # c: y\nd: z\n"),
        ("l:\n  - a: x\n    # b: y\n  - a: z\n", "l:\n  - a: x\n    # b: y\n  - a: z\n"),
        ("a:\n  b: x\n  # Zu D.\nd: z\n", "a:\n  b: x\n# Zu D.\nd: z\n"),
        ("beteiligte: [ OE-1,OE-2 ,\n   OE-3]\n", "beteiligte: [OE-1, OE-2, OE-3]\n"),
        ("text: |\n     eins\n\n     zwei\n", "text: |\n  eins\n\n  zwei\n"),
        ("a: eins\n  zwei\n", "a: eins zwei\n"),
        ('ags: "05334032"\nd: 2017-10-01\nb: true\nf: 1.50\n', 'ags: "05334032"\nd: 2017-10-01\nb: true\nf: 1.50\n'),
        ("kennung: M-1.1.1  # fgk: ignore FGK112 – Grund\n", "kennung: M-1.1.1  # fgk: ignore FGK112 – Grund\n"),
        ("", ""),
        ("# nur ein Kommentar\n", "# nur ein Kommentar\n"),
    ],
)  # fmt: skip
def test_a_file_is_brought_into_form(vorher: str, nachher: str) -> None:
    assert formatted(vorher.encode()) == nachher.encode()
    assert formatted(nachher.encode()) == nachher.encode()


def test_the_ends_of_lines_stay() -> None:
    assert formatted(b"a:   x\r\nb: |\r\n    eins\r\n    zwei\r\n") == b"a: x\r\nb: |\r\n  eins\r\n  zwei\r\n"


@pytest.mark.parametrize("path", DATEIEN, ids=lambda path: path.stem)
def test_the_example_is_in_form(path) -> None:  # type: ignore[no-untyped-def]
    assert formatted(path.read_bytes()) == path.read_bytes()


@pytest.mark.parametrize(
    "raw",
    [
        b"a: [\n",
        b"a: x\na: y\n",
        b"- a\n",
        b"a: *x\n",
        b"a: x\rb: y\r",
        b"\xff",
        b"b: 1\n[[a]]: x\n",
        b"? [a]\n: b\n",
        b"a:  # eins\n  true\n\nb: 1\n",
        b"a:  #eins\n  b\n",
    ],
)
def test_what_cannot_be_read_stays_as_it_is(raw: bytes) -> None:
    with pytest.raises(FgkError):
        formatted(raw)


def _roughened(text: str, seed: int) -> str:
    """Return a text with comments, empty lines and blanks at places that people choose."""
    rand = random.Random(seed)
    lines = text.split("\n")
    for _ in range(rand.randint(1, 6)):
        place = rand.randrange(len(lines))
        match rand.choice(["blank", "own", "behind", "wide"]):
            case "blank":
                lines.insert(place, "")
            case "own":
                lines.insert(place, f"{' ' * rand.randint(0, 8)}# Kommentar {rand.randint(0, 99)}")
            case "behind" if lines[place].strip() and not lines[place].endswith("-"):
                lines[place] += "   # hinten"
            case _:
                lines[place] = lines[place].replace(": ", ":   ", 1)
    return "\n".join(lines)


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from(DATEIEN), seed=st.integers(0, 10**6), crlf=st.booleans())
def test_nothing_is_lost_and_twice_is_once(path, seed: int, crlf: bool) -> None:  # type: ignore[no-untyped-def]
    text = _roughened(path.read_text(encoding="utf-8"), seed)
    raw = (text.replace("\n", "\r\n") if crlf else text).encode()
    before = read_yaml(raw)
    if not before.is_readable:
        with pytest.raises(FgkError):
            formatted(raw)
        return
    after = formatted(raw)
    assert formatted(after) == after
    result = read_yaml(after)
    assert normal(result.data) == normal(before.data)
    kommentare = [Counter(c.text for c in comments_in(r.decode(), read_yaml(r).root)) for r in (raw, after)]
    assert kommentare[0] == kommentare[1]
    leer = [sum(not line.strip() for line in r.split(b"\n")) for r in (raw, after)]
    assert leer[1] >= leer[0]


def test_what_was_edited_is_in_form() -> None:
    raw = (WURZEL / "examples/kommune-stolberg/massnahmen/M-1.1.1.yaml").read_bytes()
    after = edit(
        raw,
        {("kosten", "einmalig"): 5, ("text",): "Wort " * 60 + "Ende.", ("zielgruppen", 2): "Eltern"},
        Massnahme,
    )
    assert formatted(after) == after


def test_a_long_list_of_words_keeps_the_lines_in_which_the_house_writes_it() -> None:
    woerter = [f"querschnittsthema_{nummer}" for nummer in range(9)]
    geschrieben = "\n".join(emit({"festlegung": {"felder": {"massnahme": woerter}}})) + "\n"
    assert geschrieben.count("\n") > 3
    assert formatted(geschrieben.encode()).decode() == geschrieben
    in_einer = f"festlegung:\n  felder:\n    massnahme: [{', '.join(woerter)}]\n"
    assert formatted(in_einer.encode()).decode() == geschrieben


def test_what_looks_like_a_long_list_inside_a_text_stays_as_it_is() -> None:
    raw = f"text: |\n  massnahme: [{', '.join(['querschnittsthema'] * 9)}]\n".encode()
    assert formatted(raw) == raw

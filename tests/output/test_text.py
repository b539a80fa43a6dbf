"""The text output: never wider than asked, and the mark stands under the place."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, pruefe
from hypothesis import given
from hypothesis import strategies as st

from fgk.diagnostic import Diagnostic, Severity
from fgk.output.text import TextOutput
from fgk.positions import Span

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def zellen(text: str) -> int:
    """Columns on a terminal, counted independently of the code under test."""
    breite = 0
    for zeichen in text:
        if unicodedata.category(zeichen) in ("Mn", "Me", "Cf"):
            continue
        breite += 2 if unicodedata.east_asian_width(zeichen) in ("W", "F") else 1
    return breite


def meldung(zeile: str, spalte: int, ende: int | None = None, *, nummer: int = 1) -> Diagnostic:
    return Diagnostic(
        "FGK010",
        Severity.FEHLER,
        "a.yaml",
        "Den Schlüssel gibt es hier nicht.",
        "Meinten Sie etwas anderes?",
        Span(nummer, spalte, nummer, spalte + 1 if ende is None else ende),
        (zeile,),
        nummer,
    )


def rahmen(text: str) -> tuple[str, str]:
    """Return the marked line and the mark below it, both without the gutter."""
    zeilen = text.split("\n")
    stelle = next(index for index, zeile in enumerate(zeilen) if zeile.startswith(">"))
    return zeilen[stelle].split(" │ ", 1)[1], zeilen[stelle + 1].split(" │ ", 1)[1]


def unter_dem_strich(text: str) -> str:
    """Return the characters of the marked line that stand above the mark."""
    zeile, marke = rahmen(text)
    von, bis = zellen(marke[: marke.index("^")]), zellen(marke)
    oben, breite = "", 0
    for zeichen in zeile:
        if von <= breite < bis or (oben and breite == bis and zellen(zeichen) == 0):
            oben += zeichen
        breite += zellen(zeichen)
    return oben


def test_a_diagnostic_reads_like_this(akte: Callable[..., Path]) -> None:
    ordner = akte({MASSNAHME: KOPF + "ende: 2024-12-31\ntittel: a\n"})
    [eine] = pruefe(ordner)
    text = TextOutput(width=200, color=False).format(eine).replace(f"{ordner.as_posix()}/", "")
    kopf, *rest = text.split("\n")
    assert kopf == f"{MASSNAHME}:6:1: FGK010 Fehler: Den Schlüssel „tittel“ gibt es hier nicht."
    assert rest == [
        "  4 │ federfuehrung: OE-10",
        "  5 │ ende: 2024-12-31",
        "> 6 │ tittel: a",
        "    │ ^^^^^^",
        "  → Meinten Sie „titel“?",
    ]


@pytest.mark.parametrize(
    ("name", "zeile", "spalte", "ende", "erwartet"),
    [
        ("umlauts", "über: größe x", 7, 12, "größe"),
        ("wide", "名: 町役場 x", 4, 7, "町役場"),
        ("combining", unicodedata.normalize("NFD", "ä: ö x"), 5, 7, unicodedata.normalize("NFD", "ö")),
        ("emoji with selector", "a: ⚠️ xyz", 7, 10, "xyz"),
        ("tab", "a:\t\tb c", 5, 6, "b"),
        ("no-break space", "a: z.\u00a0B. x", 10, 11, "x"),
        ("wide and combining", "名e\u0301: x", 6, 7, "x"),
    ],
)
def test_the_mark_stands_under_the_place(
    name: str, zeile: str, spalte: int, ende: int, erwartet: str
) -> None:
    text = TextOutput(width=80, color=False).format(meldung(zeile, spalte, ende))
    assert unter_dem_strich(text) == erwartet, name


@pytest.mark.parametrize("breite", [40, 80, 120])
@pytest.mark.parametrize("spalte", [1, 30, 69, 70, 75, 76, 120, 250, 480, 496, 500])
@pytest.mark.parametrize("fuellung", ["x", "ä", "町"])
def test_the_mark_stands_under_the_place_in_a_line_of_500_columns(
    breite: int, spalte: int, fuellung: str
) -> None:
    zeile = fuellung * (spalte - 1) + "Q" + fuellung * (500 - spalte)
    text = TextOutput(width=breite, color=False).format(meldung(zeile, spalte))
    assert unter_dem_strich(text) == "Q"
    assert max(map(zellen, text.split("\n"))) <= breite


def test_a_mark_behind_the_last_character_is_still_in_sight() -> None:
    for laenge in range(1, 200):
        text = TextOutput(width=80, color=False).format(meldung("x" * laenge, laenge + 1))
        assert max(map(len, text.split("\n"))) <= 80
        assert rahmen(text)[1].strip() == "^"


WOERTER = st.text(st.characters(categories=["L", "N", "P", "Zs", "Mn"]), max_size=300)


@given(WOERTER, st.integers(1, 320), st.integers(1, 40), st.sampled_from([40, 80, 120]))
def test_no_line_of_the_frame_is_wider_than_asked(zeile: str, spalte: int, laenge: int, breite: int) -> None:
    spalte = min(spalte, len(zeile) + 1)
    text = TextOutput(width=breite, color=False).format(meldung(zeile, spalte, spalte + laenge, nummer=99))
    assert max(map(zellen, text.split("\n"))) <= breite


@pytest.mark.parametrize("breite", [40, 80, 120])
def test_sentences_are_broken_at_the_width(breite: int) -> None:
    lang = Diagnostic(
        "FGK010", Severity.HINWEIS, "massnahmen/M-1.1.1.yaml",
        "Ein Satz, " * 30 + "Punkt.", "Erlaubt sind: " + ", ".join(f"schluessel_{n}" for n in range(60)) + ".",
    )  # fmt: skip
    kopf, *rest = TextOutput(width=breite, color=False).format(lang).split("\n")
    assert kopf == "massnahmen/M-1.1.1.yaml:1:1: FGK010 Hinweis:", "place and code are never torn apart"
    assert max(map(len, rest)) <= breite


def test_a_width_that_is_no_width_is_taken_for_40() -> None:
    assert TextOutput(width=0, color=False).width == 40


def test_colour_adds_only_colour() -> None:
    eine = meldung("über: größe", 7, 12)
    bunt = TextOutput(width=80, color=True).format(eine)
    assert "\x1b[31;1m" in bunt
    assert ANSI.sub("", bunt) == TextOutput(width=80, color=False).format(eine)


def test_nothing_a_file_holds_reaches_the_terminal_as_a_command() -> None:
    boese = Diagnostic(
        "FGK010", Severity.FEHLER, "a\x1b[31m\n.yaml", "Den Schlüssel „\x1b]0;x\x07“ gibt es nicht.", "Nein\x1b[2J.",
        Span(1, 1, 1, 2), ("a: \x1b[31m\u202e\x9b1m",), 1,
    )  # fmt: skip
    text = TextOutput(width=80, color=False).format(boese)
    assert all(zeichen.isprintable() for zeichen in text.replace("\n", ""))
    assert text.startswith("a�[31m .yaml:1:1: ")


def test_a_line_of_a_megabyte_is_no_burden() -> None:
    text = TextOutput(width=80, color=False).format(meldung("ä" * 1_000_000, 500_000))
    assert max(map(len, text.split("\n"))) <= 80


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    eine = Diagnostic(
        "FGK014",
        Severity.FEHLER,
        "a.yaml",
        "Was.",
        "Tun.",
        Span(1, 4, 3, 2),
        ('a: "eins', "  zwei", '  "'),
        1,
    )
    assert unter_dem_strich(TextOutput(width=80, color=False).format(eine)) == '"eins'

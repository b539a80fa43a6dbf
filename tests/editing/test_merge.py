"""Merging texts: both sides' fields and comments, every other byte of ours, or a conflict. Nothing gets lost."""

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fgk.editing.merge import merge
from fgk.plaindata import unterschiede
from fgk.reading.reader import read_yaml

BASIS = """\
# Jahresbericht
kennung: J-2024
von: 2024-01-01   # Beginn
massnahmen:
  # Jugendamt
  - massnahme: M-1.1.1
    status: geplant
    text: >-
      Noch nichts
      geschehen.
  - massnahme: M-1.1.2
    status: geplant
    nachweise:
      - bezeichnung: Vermerk
        datum: 2024-05-01

# am Ende
ausblick: gut
"""


def geaendert(*paare: tuple[str, str], text: str = BASIS) -> str:
    for vorher, nachher in paare:
        assert vorher in text
        text = text.replace(vorher, nachher, 1)
    return text


def ergebnis(unsere: str, ihre: str, basis: str = BASIS) -> str | None:
    text = merge(basis.encode(), unsere.encode(), ihre.encode()).text
    return None if text is None else text.decode()


EINS = ("M-1.1.1\n    status: geplant", "M-1.1.1\n    status: umgesetzt # seit Mai")
ZWEI = ("M-1.1.2\n    status: geplant", "M-1.1.2\n    status: ruht")
NEU = ("\n# am Ende", "  # Schulamt\n  - massnahme: M-1.1.3\n    status: geplant\n\n# am Ende")


@pytest.mark.parametrize(
    ("unsere", "ihre"),
    [
        ([EINS], [ZWEI]),
        ([EINS, ("ausblick: gut", "ausblick: besser")], [ZWEI, ("von: 2024-01-01 ", "von: 2024-02-01 ")]),
        ([("kennung: J-2024", "kennung:   J-2024")], [ZWEI]),
        ([("# Jugendamt", "# Amt für Jugend")], [EINS]),
        ([EINS], [NEU]),
        ([("# am Ende\n", "")], [("ausblick: gut", "ausblick: offen")]),
        (
            [("Noch nichts\n      geschehen.", "Begonnen.")],
            [("status: geplant\n    text", "status: ruht\n    fortschritt: 5\n    text")],
        ),
        (
            [
                (
                    "      - bezeichnung: Vermerk\n",
                    "      - bezeichnung: Brief\n      - bezeichnung: Vermerk\n",
                )
            ],
            [("datum: 2024-05-01", "datum: 2024-05-02")],
        ),
    ],
)
def test_what_each_side_changed_is_in_the_result(
    unsere: list[tuple[str, str]], ihre: list[tuple[str, str]]
) -> None:
    eins, zwei = geaendert(*unsere), geaendert(*ihre)
    assert ergebnis(eins, zwei) == ergebnis(zwei, eins) == geaendert(*unsere, *ihre)


def test_a_comment_stays_where_its_key_has_gone() -> None:
    ohne = geaendert(("ausblick: gut\n", ""))
    neu = geaendert(("ausblick: gut\n", "ausblick: gut\nberatung: ja\n"))
    assert (
        ergebnis(ohne, neu)
        == ergebnis(neu, ohne)
        == geaendert(("\n# am Ende\nausblick: gut\n", "beratung: ja\n\n# am Ende\n"))
    )


def test_both_append_and_the_entries_are_sorted() -> None:
    neun = BASIS.replace("\n# am Ende", "  - massnahme: M-1.1.10\n    status: ruht\n\n# am Ende")
    gemischt = ergebnis(neun, geaendert(NEU))
    assert gemischt == geaendert(
        (
            "\n# am Ende",
            "  # Schulamt\n  - massnahme: M-1.1.3\n    status: geplant\n  - massnahme: M-1.1.10\n    status: ruht\n\n# am Ende",
        )
    )


def test_ours_keeps_its_way_of_writing_and_takes_the_fields() -> None:
    unsere = re.sub("(?m)^  ", "", BASIS)
    gemischt = ergebnis(unsere, geaendert(NEU))
    assert gemischt is not None
    assert "\n  # Schulamt\n- massnahme: M-1.1.3\n  status: geplant\n" in gemischt
    assert gemischt.startswith(unsere[:60])


@pytest.mark.parametrize(
    ("unsere", "ihre", "stellen"),
    [
        (
            [EINS],
            [("M-1.1.1\n    status: geplant", "M-1.1.1\n    status: ruht")],
            ["massnahmen.M-1.1.1.status"],
        ),
        ([NEU], [("\n# am Ende", "  - massnahme: M-1.1.3\n\n# am Ende")], ["massnahmen.M-1.1.3"]),
        ([("ausblick: gut", "")], [("ausblick: gut", "ausblick: besser")], ["ausblick"]),
    ],
)
def test_what_both_changed_is_a_conflict(
    unsere: list[tuple[str, str]], ihre: list[tuple[str, str]], stellen: list[str]
) -> None:
    gemischt = merge(BASIS.encode(), geaendert(*unsere).encode(), geaendert(*ihre).encode())
    assert gemischt.text is None
    assert [".".join(konflikt.path) for konflikt in gemischt.conflicts] == stellen


def test_a_comment_that_would_get_lost_is_no_merge() -> None:
    unsere = geaendert(("      Noch nichts\n", "      Noch gar nichts\n"), ("# am Ende", "# ganz am Ende"))
    assert ergebnis(unsere, geaendert(("# am Ende", "# zum Schluss"))) is None
    assert (
        ergebnis(
            geaendert(("von: 2024-01-01   # Beginn", "von: 2024-01-01 # Start")),
            geaendert(("von: 2024-01-01", "von: 2024-02-01")),
        )
        is None
    )


@pytest.mark.parametrize("schlecht", [b"a: [\n", b"a: 1\na: 2\n", b"- a\n", b"\xff", b"\xef\xbb\xbfa: 1\n"])
def test_what_cannot_be_read_is_left_to_git(schlecht: bytes) -> None:
    gut = b"a: 1\n"
    for dreie in ((schlecht, gut, gut), (gut, schlecht, gut), (gut, gut, schlecht)):
        assert merge(*dreie) == (None, [], None)


def test_a_file_that_both_sides_made() -> None:
    gemischt = merge(b"", b"kennung: M-1\ntitel: a\n", b"kennung: M-1\ntext: b\n")
    assert [konflikt.path for konflikt in gemischt.conflicts] == [()]
    assert merge(b"", b"# x\nkennung: M-1\n", b"kennung: M-1\n").text == b"# x\nkennung: M-1\n"


WERTE = st.sampled_from(
    [
        "1",
        "zwei",
        '"3"',
        "true",
        "[a, b]",
        "{k: 1}",
        ">-\n{}lang\n{}und breit",
        "|\n{}# kein Kommentar\n{}x",
        "",
    ]
)
#: where a value, or with "#" behind it a comment, stands: at the top, or in an entry of a list
STELLEN = [(feld,) for feld in ("status", "text", "beginn")] + [
    (liste, kennung, feld)
    for liste in ("massnahmen", "ziele")
    for kennung in ("M-1", "M-2", "M-10")
    for feld in ("massnahme", "status", "text")
]
KOMMENTARE = st.sampled_from(["", "", "# c1", "# c2"])
AENDERUNGEN = st.dictionaries(
    st.sampled_from(STELLEN),
    st.tuples(st.none() | WERTE, KOMMENTARE),
    max_size=4,
)
BASEN = st.dictionaries(st.sampled_from(STELLEN), st.tuples(WERTE, KOMMENTARE), max_size=12)


def geschrieben(felder: dict[tuple[str, ...], tuple[str | None, str]], breite: str = "") -> str:
    """Write values and comments down as somebody might; ``massnahme`` takes its whole entry with it when it goes."""
    zeilen = [
        line
        for (name,), (wert, kommentar) in sorted(
            (k, v) for k, v in felder.items() if len(k) == 1 and v[0] is not None
        )
        for line in (kommentar, f"{name}: {(wert or '').replace('{}', '  ')}")
    ]
    for liste in ("massnahmen", "ziele"):
        da = [
            k for k in ("M-1", "M-2", "M-10") if felder.get((liste, k, "massnahme"), (None,))[0] is not None
        ]
        zeilen += [f"{liste}:"] if da else []
        for kennung in da:
            zeilen += [felder[liste, kennung, "massnahme"][1], f"{breite}- massnahme: {kennung}"]
            for name in ("status", "text"):
                wert, kommentar = felder.get((liste, kennung, name), (None, ""))
                if wert is not None:
                    einzug = f"{breite}  "
                    zeilen += [
                        kommentar and f"{einzug}{kommentar}",
                        f"{einzug}{name}: {wert.replace('{}', einzug + '  ')}",
                    ]
    return "".join(f"{zeile}\n" for zeile in zeilen if zeile)


@st.composite
def dreie(draw: Any) -> tuple[str, str, str]:
    """Draw a record and two ways to go on from it, one of them perhaps indented in another way."""
    basis = draw(BASEN)
    seiten = [geschrieben(basis | draw(AENDERUNGEN), draw(st.sampled_from(["", "", "  "]))) for _ in range(2)]
    return geschrieben(basis), *seiten  # type: ignore[return-value]


def flach(text: str) -> dict[str, str]:
    data = read_yaml(text.encode()).data or {}
    return {".".join(u.pfad): repr(u.nachher) for u in unterschiede(None, data)}


@settings(max_examples=500)
@given(dreie())
def test_every_field_of_a_merge_comes_from_the_side_that_changed_it(texte: tuple[str, str, str]) -> None:
    gemischt = merge(*(text.encode() for text in texte))
    b, o, t = map(flach, texte)
    if gemischt.text is None:
        assert gemischt.conflicts or gemischt.data is not None
        return
    r = flach(gemischt.text.decode())
    for name in b | o | t | r:
        if b.get(name) == o.get(name):
            assert r.get(name) == t.get(name), name
        else:
            assert r.get(name) == o.get(name), name
            assert b.get(name) == t.get(name) or o.get(name) == t.get(name), name
    for kommentar in ("# c1", "# c2"):
        vorher, hier, dort = (text.count(kommentar) for text in texte)
        assert gemischt.text.decode().count(kommentar) >= min(hier, dort, hier + dort - vorher)


@given(dreie())
def test_a_side_that_changed_nothing_gives_way(texte: tuple[str, str, str]) -> None:
    basis, andere, _ = (text.encode() for text in texte)
    if not basis:
        return
    assert merge(basis, andere, basis).text == andere
    gemischt = merge(basis, basis, andere)
    assert gemischt.conflicts == []
    assert gemischt.text is None or flach(gemischt.text.decode()) == flach(andere.decode())


def test_most_changes_that_do_not_meet_come_together() -> None:
    """Count it, so that a merge that gives up too soon is seen."""
    zahlen = Counter[str]()

    @settings(max_examples=300, database=None, derandomize=True)
    @given(dreie())
    def zaehle(texte: tuple[str, str, str]) -> None:
        gemischt = merge(*(text.encode() for text in texte))
        zahlen["text" if gemischt.text is not None else "konflikt" if gemischt.conflicts else "nichts"] += 1

    zaehle()
    assert zahlen["text"] > 100
    assert zahlen["nichts"] < zahlen["text"] / 20, zahlen

"""Select rules, run them, sort, and put the lines of the file beside each diagnostic."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, KOPF, MASSNAHME, MINIMAL, STICHTAG, pruefe, stellen

from fgk.checking import all_rules, check_akte, make_selection, worst
from fgk.diagnostic import Severity
from fgk.errors import FgkError
from fgk.sources import FolderSource

#: FGK010 at 5:1, FGK021 at 8:6 and, without a faulty key, FGK112
FEHLERHAFT = {MASSNAHME: KOPF + "tittel: a\n", "massnahmen/M-1.1.2.yaml": KOPF.replace("1.1.1", "1.1.2")}


def test_the_smallest_akte_and_the_example_have_no_errors() -> None:
    assert pruefe(MINIMAL) == []
    fehler = [m for m in pruefe(BEISPIEL, date(2020, 12, 31)) if m.severity is Severity.FEHLER]
    assert fehler == []


@pytest.mark.parametrize(
    ("select", "ignore", "erwartet"),
    [
        ([], [], ["FGK010", "FGK112"]),
        (["FGK010"], [], ["FGK010"]),
        (["FGK0"], [], ["FGK010"]),
        (["fgk1"], [], ["FGK112"]),
        (["FGK010,FGK112"], [], ["FGK010", "FGK112"]),
        ([" FGK010 , FGK112,"], [], ["FGK010", "FGK112"]),
        (["FGK010", "FGK112"], [], ["FGK010", "FGK112"]),
        (["FGK2"], [], []),
        (["FGK"], [], ["FGK010", "FGK112"]),
        ([], ["FGK112"], ["FGK010"]),
        ([], ["FGK0", "FGK1"], []),
        (["FGK0"], ["FGK010"], []),
    ],
)
def test_codes_are_chosen_by_prefix_and_comma_list(
    akte: Callable[..., Path], select: list[str], ignore: list[str], erwartet: list[str]
) -> None:
    meldungen = pruefe(akte(FEHLERHAFT), auswahl=make_selection(select, ignore))
    assert [meldung.code for meldung in meldungen] == erwartet


@pytest.mark.parametrize("wort", ["FGK8", "X", "FGK0101", "112"])
def test_a_code_that_no_rule_begins_with_is_refused(wort: str) -> None:
    for argumente in (([wort], []), ([], ["FGK1", wort])):
        with pytest.raises(FgkError) as gefangen:
            make_selection(*argumente)
        assert gefangen.value.was == f"Eine Regel „{wort}“ gibt es nicht."


@pytest.mark.parametrize("argumente", [([""], []), ([], [" , "])])
def test_an_empty_code_does_not_silently_mean_all(argumente: tuple[list[str], list[str]]) -> None:
    with pytest.raises(FgkError, match="steht kein Code"):
        make_selection(*argumente)


def test_an_ignore_of_a_rule_that_did_not_run_is_not_called_useless(akte: Callable[..., Path]) -> None:
    ordner = akte({MASSNAHME: KOPF + "ende: 2024-12-31 # fgk: ignore FGK112 – folgt\n"})
    assert stellen(pruefe(ordner)) == [("FGK902", 5, 18)]
    assert pruefe(ordner, auswahl=make_selection([], ["FGK112"])) == []


def test_every_code_is_listed_once_and_in_order() -> None:
    codes = [info.code for info in all_rules()]
    assert codes == sorted(set(codes))
    assert len({info.name for info in all_rules()}) == len(codes)


def test_diagnostics_are_sorted_by_file_then_place_then_code(akte: Callable[..., Path]) -> None:
    ordner = akte(
        {
            "ziele/Z-1.1.yaml": "x: 1\ny: 1\n",
            MASSNAHME: b"\xef\xbb\xbfb: 1\na: 1\n",
            "massnahmen/M-1.1.10.yaml": "",
            "audit.yaml": "",
        }
    )
    meldungen = pruefe(ordner)
    assert meldungen == sorted(meldungen, key=lambda m: (m.path, m.span.line, m.span.column, m.code, m.was))
    assert len(meldungen) > 8


@pytest.mark.parametrize(
    ("zeile", "erste", "zeilen"),
    [
        (1, 1, ["a: 1", "b: 2", "c: 3"]),
        (2, 1, ["a: 1", "b: 2", "c: 3", "d: 4"]),
        (3, 1, ["a: 1", "b: 2", "c: 3", "d: 4", "e: 5"]),
        (5, 3, ["c: 3", "d: 4", "e: 5"]),
    ],
)
@pytest.mark.parametrize("ende", ["\n", "\r\n", "\r"])
def test_a_diagnostic_carries_two_lines_on_either_side(
    akte: Callable[..., Path], ende: str, zeile: int, erste: int, zeilen: list[str]
) -> None:
    ordner = akte({MASSNAHME: ende.join(["a: 1", "b: 2", "c: 3", "d: 4", "e: 5", ""])})
    meldung = next(m for m in pruefe(ordner) if m.code == "FGK010" and m.span.line == zeile)
    assert (meldung.erste_zeile, list(meldung.zeilen)) == (erste, zeilen)


@pytest.mark.parametrize("inhalt", ["a: ä\n".encode("utf-16"), b"a: \xe4\n", b"\x00\x01"])
def test_of_what_is_no_text_no_lines_are_shown(akte: Callable[..., Path], inhalt: bytes) -> None:
    [meldung] = pruefe(akte({MASSNAHME: inhalt}))
    assert meldung.zeilen == ()


def test_the_akte_comes_with_its_diagnostics(akte: Callable[..., Path]) -> None:
    geladen, meldungen = check_akte(FolderSource(akte({MASSNAHME: "x: 1\n"})), STICHTAG)
    assert geladen.fehlerhaft == {MASSNAHME}
    assert geladen.audit is not None
    assert {meldung.code for meldung in meldungen} == {"FGK010", "FGK011"}


def test_the_worst_severity() -> None:
    assert worst([]) is None
    assert worst(pruefe(MINIMAL)) is None


def test_paths_are_named_as_the_user_would_type_them(
    akte: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ordner = akte({MASSNAHME: ""})
    monkeypatch.chdir(ordner)
    assert [m.path for m in pruefe(Path())] == [MASSNAHME]
    monkeypatch.chdir(ordner.parent)
    assert [m.path for m in pruefe(Path("akte"))] == [f"akte/{MASSNAHME}"]
    assert [m.zeilen for m in pruefe(Path("akte"))] == [()]

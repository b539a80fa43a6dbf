"""The rules on the terminal: a table of all, or one explained."""

import pytest

from fgk.checking import all_rules
from fgk.errors import FgkError
from fgk.output.rules import FAMILIEN, list_rules, matching, rule_page, show_rules


@pytest.mark.parametrize("breite", [40, 80, 120])
def test_the_table_lists_every_code_once_and_keeps_the_width(breite: int) -> None:
    text = list_rules(all_rules(), width=breite, color=False)
    zeilen = text.split("\n")
    assert max(map(len, zeilen)) <= breite
    assert [zeile[:6] for zeile in zeilen if zeile.startswith("FGK")] == [info.code for info in all_rules()]


@pytest.mark.parametrize("name", ["FGK010", "fgk010", " FGK010 ", "unbekannter-schluessel"])
def test_a_rule_is_explained_by_code_or_name(name: str) -> None:
    text = show_rules(all_rules(), name, width=80, color=False)
    assert "FGK010 unbekannter-schluessel" in text
    assert "Warum" in text
    assert "federführung: OE-10" in text
    assert max(map(len, text.split("\n"))) <= 80
    assert "\x1b" not in text


def test_a_code_that_is_none_is_told_so() -> None:
    with pytest.raises(FgkError) as gefangen:
        show_rules(all_rules(), "FGK0100", width=80, color=False)
    assert gefangen.value.was == "Eine Regel „FGK0100“ gibt es nicht."
    assert "Meinten Sie „FGK0" in gefangen.value.tun


@pytest.mark.parametrize(
    ("wort", "codes"),
    [
        ("FGK90", ["FGK901", "FGK902", "FGK903"]),
        ("fgk2", [info.code for info in all_rules() if info.code.startswith("FGK2")]),
        ("112", ["FGK112"]),
        ("9", ["FGK901", "FGK902", "FGK903"]),
        ("nachfolger", [info.code for info in all_rules() if "nachfolger" in info.name]),
    ],
)
def test_the_beginning_of_a_code_or_a_word_of_the_name_finds_several(wort: str, codes: list[str]) -> None:
    gefunden = matching(all_rules(), wort)
    assert [info.code for info in gefunden] == codes
    if len(codes) > 1:
        text = show_rules(all_rules(), wort, width=80, color=False)
        assert [zeile[:6] for zeile in text.split("\n") if zeile.startswith("FGK")] == codes


def test_a_misspelled_name_is_told_which_was_meant() -> None:
    with pytest.raises(FgkError) as gefangen:
        matching(all_rules(), "massname-ohne-frist")
    assert gefangen.value.tun == "Meinten Sie „massnahme-ohne-frist“? Alle Regeln zeigt „fgk rule“."


@pytest.mark.parametrize("wort", ["", "  "])
def test_nothing_is_no_rule(wort: str) -> None:
    with pytest.raises(FgkError):
        matching(all_rules(), wort)


def test_rules_stand_under_what_they_are_about() -> None:
    zeilen = list_rules(all_rules(), width=80, color=False).split("\n")
    assert zeilen[0] == "Lesen und Schema (FGK0xx)"
    assert zeilen[zeilen.index("Verweise (FGK2xx)") - 1] == ""
    assert zeilen[zeilen.index("Verweise (FGK2xx)") + 1].startswith("FGK2")
    assert all(info.code[:4] in FAMILIEN for info in all_rules())


def test_a_severity_has_its_colour_only_where_wanted() -> None:
    assert "\x1b[1;31mFehler" in list_rules(all_rules(), width=80, color=True)
    assert "\x1b" not in list_rules(all_rules(), width=80, color=False)


def test_a_page_stays_readable_on_a_wide_terminal() -> None:
    assert max(map(len, show_rules(all_rules(), "FGK112", width=200, color=False).split("\n"))) <= 100


def test_every_rule_has_a_page_that_says_why() -> None:
    for info in all_rules():
        seite = rule_page(info)
        assert seite.startswith(f"# {info.code} {info.name}\n")
        assert "## Warum\n" in seite, info.code
        assert "## Stattdessen\n" in seite, info.code
        assert info.satz.endswith("."), info.code

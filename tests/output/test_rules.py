"""The rules on the terminal: a table of all, or one explained."""

import pytest

from fgk.checking import all_rules
from fgk.errors import FgkError
from fgk.output.rules import explain_rule, list_rules, rule_page


@pytest.mark.parametrize("breite", [40, 80, 120])
def test_the_table_lists_every_code_once_and_keeps_the_width(breite: int) -> None:
    text = list_rules(all_rules(), width=breite, color=False)
    zeilen = text.split("\n")
    assert max(map(len, zeilen)) <= breite
    assert [zeile[:6] for zeile in zeilen if zeile.startswith("FGK")] == [info.code for info in all_rules()]


@pytest.mark.parametrize("name", ["FGK010", "fgk010", " FGK010 ", "unbekannter-schluessel"])
def test_a_rule_is_explained_by_code_or_name(name: str) -> None:
    text = explain_rule(all_rules(), name, width=80, color=False)
    assert "FGK010 unbekannter-schluessel" in text
    assert "Warum" in text
    assert "federführung: OE-10" in text
    assert max(map(len, text.split("\n"))) <= 80
    assert "\x1b" not in text


def test_a_code_that_is_none_is_told_so() -> None:
    with pytest.raises(FgkError) as gefangen:
        explain_rule(all_rules(), "FGK0100", width=80, color=False)
    assert gefangen.value.was == "Eine Regel „FGK0100“ gibt es nicht."
    assert "Meinten Sie „FGK0" in gefangen.value.tun


def test_every_rule_has_a_page_that_says_why() -> None:
    for info in all_rules():
        seite = rule_page(info)
        assert seite.startswith(f"# {info.code} {info.name}\n")
        assert "## Warum\n" in seite, info.code
        assert "## Stattdessen\n" in seite, info.code
        assert info.satz.endswith("."), info.code

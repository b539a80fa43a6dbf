"""fgk rule: list all, explain one."""

from hilfen import Aufruf


def test_all_rules_are_listed(aufruf: Aufruf) -> None:
    ergebnis = aufruf("rule")
    assert ergebnis.code == 0
    assert "FGK010  Fehler" in ergebnis.aus
    assert "FGK903" in ergebnis.aus


def test_one_rule_is_explained(aufruf: Aufruf) -> None:
    ergebnis = aufruf("rule", "fgk009")
    assert ergebnis.code == 0
    assert "tag-gibt-es-nicht" in ergebnis.aus
    assert "ende: 2024-02-30" in ergebnis.aus


def test_a_code_that_is_none_is_told_which_was_meant(aufruf: Aufruf) -> None:
    ergebnis = aufruf("rule", "FGK0100")
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert "Meinten Sie „FGK0" in ergebnis.fehler

"""Annotations, as GitHub's runner reads them."""

from plattformen import BOESE, meldung, runner

from fgk.diagnostic import Severity
from fgk.output.github import annotations, resume_commands, stop_commands
from fgk.output.orte import Orte
from fgk.positions import Span


def test_an_annotation_comes_out_of_the_runner_as_it_went_in() -> None:
    eine = meldung("100 %: a, b", pfad="a,b:c/100%25.yaml", span=Span(2, 3, 4, 1))
    [befehl] = runner("\n".join(annotations([eine], Orte())))
    assert befehl.name == "error"
    assert befehl.text == "100 %: a, b Tun."
    assert befehl.angaben["title"] == "FGK201"
    assert befehl.angaben["file"].endswith("a,b:c/100%25.yaml")
    assert (befehl.angaben["line"], befehl.angaben["col"], befehl.angaben["endLine"]) == ("2", "3", "3")


def test_nothing_that_users_wrote_becomes_a_command_of_its_own() -> None:
    zeilen = list(annotations([meldung(BOESE, pfad=f"a/{BOESE}.yaml")], Orte()))
    assert len(zeilen) == 1
    [befehl] = runner(zeilen[0])
    assert befehl.name == "error"
    assert "##[error]y" in befehl.text
    assert "\x1b" not in zeilen[0]
    assert "\u202e" not in zeilen[0]


def test_a_log_between_stop_and_resume_is_only_text() -> None:
    log = f"{stop_commands('wort')}\n  ::error::x\nIm Text ##[error]y\n{resume_commands('wort')}\n::notice::z"
    assert [(befehl.name, befehl.text) for befehl in runner(log)] == [("notice", "z")]
    assert [befehl.name for befehl in runner("  ::error::x\nIm Text ##[warning]y")] == ["error", "warning"]


def test_the_worst_comes_first_and_what_the_runner_would_drop_is_counted() -> None:
    viele = [
        *(meldung(f"H{n}", schwere=Severity.HINWEIS) for n in range(3)),
        *(meldung(f"W{n}", schwere=Severity.WARNUNG) for n in range(10)),
        *(meldung(f"F{n}") for n in range(25)),
    ]
    befehle = runner("\n".join(annotations(viele, Orte())))
    namen = [befehl.name for befehl in befehle]
    assert namen == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 3
    assert befehle[8].text == "F8 Tun."
    assert befehle[9].text == "16 weitere Fehler: Alle stehen im Log dieses Schritts."
    assert befehle[19].text == "W9 Tun.", "ten are not too many"

"""The help of every command: German, with examples that work, and readable at any width."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
from hilfen import Aufruf

from fgk.cli import app
from fgk.commands.hilfe import Example, help_text, read_docstring

GRUPPE: Any = typer.main.get_command(app)
BEFEHLE: list[str] = GRUPPE.list_commands(None)
#: words that are no German ones, as far as Typer or a slip could bring them; names of options and values are taken out
ENGLISCH = re.compile(
    r"\b(Usage|Options|Arguments?|Commands?|Show|this|exit|required|default|Error|Missing|Invalid|No such|Try|the|"
    r"and|with|file|files|folder|value|values|INTEGER|PATH|FLOAT|BOOLEAN|range)\b"
)
#: what belongs to the shell and not to fgk
UMLEITUNG = {">", ">>", "|", "&&"}


def docstring(befehl: str) -> str:
    text: str = GRUPPE.get_command(None, befehl).callback.__doc__ or ""
    return text


def worte(befehl: str) -> list[str]:
    """Return the words that fgk itself gets of an example."""
    alle = shlex.split(befehl)
    ende = next((stelle for stelle, wort in enumerate(alle) if wort in UMLEITUNG), len(alle))
    return alle[1:ende]


@pytest.mark.parametrize("befehl", BEFEHLE)
@pytest.mark.parametrize("breite", [80, 200])
def test_the_help_is_german_and_fits_the_terminal(
    aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch, befehl: str, breite: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(breite))
    ergebnis = aufruf(befehl, "--help")
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert f"Aufruf: fgk {befehl}" in ergebnis.aus
    assert max(map(len, ergebnis.aus.splitlines())) <= min(breite, 120)
    text = re.sub(
        rf"\b{befehl}\b|--[a-z-]+|<[a-z|]+>|„[^“]*“|^ +fgk .*$", "", ergebnis.aus, flags=re.MULTILINE
    )
    assert ENGLISCH.findall(text) == []
    assert re.findall(r"<[a-z ]+>", ergebnis.aus) == [], "a Python type where a German word should stand"


@pytest.mark.parametrize("befehl", BEFEHLE)
def test_every_option_and_argument_is_explained(befehl: str) -> None:
    for parameter in GRUPPE.get_command(None, befehl).params:
        assert (parameter.help or "").strip(), parameter.name


@pytest.mark.parametrize("befehl", BEFEHLE)
def test_every_command_has_examples_that_it_takes(befehl: str) -> None:
    hilfe = read_docstring(docstring(befehl))
    assert hilfe.beispiele, "„Beispiel: „fgk …“.“ is missing"
    assert hilfe.absaetze[0].endswith(".")
    assert not any(re.search(r"Beispiele?:", absatz) for absatz in hilfe.absaetze), (
        "an example not read as one"
    )
    genannt = 0
    for beispiel in hilfe.beispiele:
        programm, *argumente = ["fgk", *worte(beispiel.befehl)]
        name, *rest = argumente
        genannt += name == befehl
        GRUPPE.get_command(None, name).make_context(
            f"{programm} {name}", rest
        )  # raises where it does not parse
    assert genannt >= 1


@pytest.mark.parametrize("befehl", BEFEHLE)
def test_every_example_stands_on_a_line_of_its_own(
    aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch, befehl: str
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    zeilen = [zeile.strip() for zeile in aufruf(befehl, "--help").aus.splitlines()]
    for beispiel in read_docstring(docstring(befehl)).beispiele:
        wozu = f"  # {beispiel.wozu}" if beispiel.wozu else ""
        assert f"{beispiel.befehl}{wozu}" in zeilen


@pytest.mark.parametrize("befehl", BEFEHLE)
def test_the_day_is_explained_by_at_only_where_there_is_at(befehl: str) -> None:
    optionen = {name: p for p in GRUPPE.get_command(None, befehl).params for name in p.opts}
    if "--stichtag" in optionen:
        assert ("--at" in optionen["--stichtag"].help) == ("--at" in optionen)


def test_a_wrong_example_would_be_found() -> None:
    with pytest.raises(Exception, match="gibtesnicht"):
        GRUPPE.get_command(None, "validate").make_context("fgk validate", ["--gibtesnicht"])


def test_a_docstring_is_taken_apart() -> None:
    hilfe = read_docstring(
        """Tut etwas.

        Schreibt nur in diesen
        Ordner. Beispiele: „fgk tu“ im Ordner,
        „fgk tu --so 1.5“, „fgk tu [a]“ für alle. Ändert nichts.
        Ergebnis: 0 gut, 1 schlecht.
        """
    )
    assert hilfe.absaetze == [
        "Tut etwas.",
        "Schreibt nur in diesen Ordner. Ändert nichts.",
        "Ergebnis: 0 gut, 1 schlecht.",
    ]
    assert hilfe.beispiele == [
        Example("fgk tu", "im Ordner"), Example("fgk tu --so 1.5", ""), Example("fgk tu [a]", "für alle"),
    ]  # fmt: skip


def test_what_is_for_the_shell_is_no_markup() -> None:
    from rich.text import Text

    text = Text.from_markup(help_text("Tut.\n\nBeispiel: „fgk set quellen[0].titel=x“.", 80))
    assert text.plain == "Tut.\n\nBeispiel:\n  fgk set quellen[0].titel=x"


def test_a_long_example_is_broken_with_an_indentation() -> None:
    from rich.text import Text

    lang = f"Tut.\n\nBeispiel: „fgk decide B-2025-01 {'--gremium Rat ' * 6}--tag“ für den Rat."
    zeilen = Text.from_markup(help_text(lang, 80)).plain.splitlines()[3:]
    assert [len(zeile) - len(zeile.lstrip()) for zeile in zeilen] == [2, 6]
    assert max(map(len, zeilen)) <= 78
    assert " ".join(zeile.strip() for zeile in zeilen).endswith("--tag  # für den Rat")


def test_asking_twice_says_the_same(aufruf: Aufruf, tmp_path: Path) -> None:
    assert aufruf("validate", "--help") == aufruf("validate", "--help")

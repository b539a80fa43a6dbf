"""Questions on a terminal: in German, with what can be answered, and again until the answer fits."""

import sys
from collections.abc import Callable, Mapping

import typer

from fgk.errors import ChoiceError, FgkError

_MEISTE = 30


def is_terminal() -> bool:
    """Say whether there is a person to ask: both what is typed and what is shown go through a terminal."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def agree(frage: str) -> bool:
    """Ask whether to go on; where nothing can be typed nobody can answer, and nothing goes on."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    antwort = typer.prompt(f"{frage} (j/n)", default="n", show_default=False)
    return str(antwort).strip().casefold() in ("j", "ja")


def ask(
    frage: str,
    vorgabe: str | None = None,
    auswahl: Mapping[str, str] | None = None,
    pruefe: Callable[[str], object] | None = None,
    *,
    ist_pflicht: bool = True,
    deute: Callable[[str], str] = str,
) -> str | None:
    """Return the answer to a question; ``None`` for none to one that needs none.

    ``auswahl`` are words with their meanings; a number stands for one of them. ``pruefe`` raises ``FgkError`` for an
    answer that does not fit. ``deute`` turns a name into the word that it means.
    """
    worte = list(auswahl or ())
    if auswahl and len(worte) <= _MEISTE:
        typer.echo(frage)
        _offer(auswahl)
        frage = "Nummer oder Wort"
    hinweis = f" [{vorgabe}]" if vorgabe else "" if ist_pflicht else " [leer: keine Angabe]"
    angeboten: list[str] = []
    while True:
        getippt = str(typer.prompt(frage + hinweis, default=vorgabe or "", show_default=False))
        antwort = _meant(_meant(getippt, worte), angeboten)
        if not antwort and not ist_pflicht:
            return None
        try:
            antwort = deute(antwort)
            _check(antwort, worte, pruefe)
        except ChoiceError as error:
            angeboten = list(error.choices)
            typer.echo(f"  {error.kopf}")
            _offer(error.choices)
            typer.echo("  Nennen Sie die Nummer davor, den Schlüssel oder einen anderen Namen.")
        except FgkError as error:
            typer.echo(f"  {error.was} {error.tun}")
        else:
            return antwort


def _offer(auswahl: Mapping[str, str]) -> None:
    """Print what can be chosen from, each in a line with its number."""
    for nummer, (wort, bedeutung) in enumerate(auswahl.items(), start=1):
        typer.echo(f"  {nummer:2}  {wort}" + (f"  {bedeutung}" if bedeutung != wort else ""))


def _meant(antwort: str, worte: list[str]) -> str:
    antwort = antwort.strip()
    ist_nummer = antwort.isdecimal() and 1 <= int(antwort) <= len(worte) and len(worte) <= _MEISTE
    return worte[int(antwort) - 1] if ist_nummer else antwort


def _check(antwort: str, worte: list[str], pruefe: Callable[[str], object] | None) -> None:
    if not antwort:
        raise FgkError("Hier wird eine Angabe gebraucht.", "Strg+C bricht ab.")
    if worte and antwort not in worte:
        raise FgkError(f"„{antwort}“ ist nicht dabei.", "Nennen Sie eines der Wörter, oder die Nummer davor.")
    if pruefe:
        pruefe(antwort)

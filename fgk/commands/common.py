"""What commands share: the Stichtag, the terminal, and exit codes."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from fgk.commands.saying import say, sentences
from fgk.diagnostic import Diagnostic
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.sources import Source
    from fgk.writing import Preview

OK, ERRORS, USAGE, BUG = 0, 1, 2, 3
#: as for a program that a closed pipe ended: it knows neither "no errors" nor "errors"
INTERRUPTED = 130
CUT_OFF = 141
#: set by the script of ``fgk completion``: a shell asks, nobody calls
COMPLETE = "_FGK_COMPLETE"

#: how many Akten a message names
_GENANNT = 5
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def _stichtag(help_text: str) -> Any:
    return typer.Option("--stichtag", metavar="JJJJ-MM-TT", help=help_text, show_default=False)


_TAG = "Tag, für den geprüft und gerechnet wird; ohne Angabe heute"
StichtagOption = Annotated[str | None, _stichtag(f"{_TAG}.")]
#: of commands that also read an Akte as it once stood
StichtagAtOption = Annotated[str | None, _stichtag(f"{_TAG}, mit --at der Tag des Commits.")]


AkteOption = Annotated[
    Path,
    typer.Option(
        "--akte", metavar="ORDNER", help="Ordner der Akte; ohne Angabe der aktuelle.", show_default=False
    ),
]


#: of commands that are about one Akte and nothing else
AkteArgument = Annotated[
    Path | None,
    typer.Argument(metavar="AKTE", help="Ordner der Akte; ohne Angabe der aktuelle.", show_default=False),
]


OutputOption = Annotated[
    Path, typer.Option("-o", "--output", metavar="ORDNER", help="Wohin geschrieben wird.")
]


OutputFileOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="DATEI",
        help="Wohin geschrieben wird; ohne Angabe auf den Bildschirm.",
        show_default=False,
    ),
]


AtOption = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="REV",
        help="Die Akte, wie sie in diesem Commit, Zweig oder Tag stand.",
        show_default=False,
    ),
]


def parse_stichtag(text: str | None, akte: "Source | None" = None) -> date:
    """Return the Stichtag: for an Akte as it stood then, the day of its commit.

    This is the only place where today's date is read from the clock.

    Raises ``FgkError`` for a text that is no day.
    """
    tag = parse_tag(text)
    return tag or (akte.day if akte else None) or date.today()  # noqa: DTZ011 - the user's own day is meant


def time_of_day() -> str:
    """Return the time on the clock, for who follows what happens."""
    return datetime.now().strftime("%H:%M:%S")  # noqa: DTZ005 - the time on the user's own wall is meant


def parse_tag(text: str | None, *, takes_german: bool = False) -> date | None:
    """Return a day, ``None`` for none; raises ``FgkError`` for a text that is no day.

    ``takes_german`` is for days that people write into records: there ``31.12.2018`` is a day too.
    """
    if text is None:
        return None
    match = _GERMAN.fullmatch(text)
    german = _day(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}") if match else None
    day = german if german and takes_german else _day(text)
    if day is None:
        beispiel = f"hier also {german}" if german else "z. B. 2018-12-31"
        raise FgkError(f"„{text}“ ist kein Tag.", f"Geben Sie den Tag als JJJJ-MM-TT an, {beispiel}.")
    return day


def _day(text: str) -> date | None:
    if _DAY.fullmatch(text):  # date also knows 20181231 and 2018-W01-1
        with suppress(ValueError):  # 2018-02-30
            return date.fromisoformat(text)
    return None


def terminal_width() -> int:
    """Return the columns of the terminal, 100 where there is none."""
    return shutil.get_terminal_size((100, 24)).columns


def wants_color() -> bool:
    """Say whether to colour: only on a terminal, and not against NO_COLOR."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def warn_of_faults(folders: Sequence[Path], trotzdem: str) -> None:
    """Say of Akten with faults how many there are; ``trotzdem`` begins the sentence on what was done all the same."""
    from fgk.checking import check_akte
    from fgk.diagnostic import Severity
    from fgk.output.summary import anzahl
    from fgk.sources import FolderSource

    day = parse_stichtag(None)
    for folder in folders:
        found = check_akte(FolderSource(folder), day)[1]
        faults = sum(diagnostic.severity is Severity.FEHLER for diagnostic in found)
        if faults:
            say(
                f"Achtung: Die Akte „{folder.resolve().name}“ hat {anzahl(faults, 'Fehler', 'Fehler')}. {trotzdem}; "
                "„fgk validate“ nennt, was zu beheben ist."
            )


def one_akte(path: Path | None, *, has_option: bool = False) -> Path:
    """Return the folder of the Akte at or above ``path`` (default: here), as short as it can be typed.

    ``has_option`` says that the command takes it by ``--akte``. Raises ``FgkError`` where there is none.
    """
    from fgk.finding import find_akte_upwards
    from fgk.sources import AKTE_FILE, short_path

    if path is not None and not os.path.lexists(path):
        # without this, a misspelled path would lead to the Akte around the current folder
        raise FgkError(f"„{path}“ gibt es nicht.", "Prüfen Sie die Schreibweise des Pfads.")
    folder = find_akte_upwards(path or Path())
    if folder is None:
        raise FgkError(
            f"In „{path or '.'}“ und darüber liegt keine Akte: Es gibt dort keine Datei {AKTE_FILE}.",
            "Wechseln Sie in den Ordner der Akte oder nennen Sie ihn "
            + ("mit --akte." if has_option else "am Ende des Befehls.")
            + _akten_in(path or Path()),
        )
    return short_path(folder)


def _akten_in(folder: Path) -> str:
    """Return the Akten that lie right in a folder where there is none itself: one of them may be meant."""
    from fgk.sources import AKTE_FILE

    found = sorted(path.parent.name for path in folder.glob(f"*/{AKTE_FILE}"))
    names = "“, „".join(found[:_GENANNT])
    return f" Hier liegen: „{names}“{' und weitere' if found[_GENANNT:] else ''}." if found else ""


def show_changes(change: "Preview") -> None:
    """Print what differs, record by record, and what is no longer as it was decided."""
    from fgk.output.vergleich_text import VergleichText

    text = VergleichText(width=terminal_width(), color=wants_color()).entries(change.vergleich)
    if text:
        typer.echo(text)
    warn_of_decided(change)


def warn_of_decided(change: "Preview") -> None:
    """Say which records are no longer as they were decided."""
    for kennung, beschluss in change.nicht_wie_beschlossen:
        typer.echo(
            sentences(
                f"Achtung: {kennung} ist damit nicht mehr so, wie der Beschluss {beschluss} es festlegt.",
                "Das braucht einen neuen Beschluss, oder stellen Sie den beschlossenen Inhalt wieder her.",
            ),
            err=True,
        )


def refuse(faults: Sequence[Diagnostic], was: str, tun: str) -> NoReturn:
    """Print the faults of an Akte and why nothing was done, and end with ``ERRORS``."""
    from fgk.output.text import TextOutput

    formatter = TextOutput(width=terminal_width(), color=False)
    for fault in faults:
        typer.echo(formatter.format(fault) + "\n", err=True)
    typer.echo(sentences(was, tun), err=True)
    raise typer.Exit(ERRORS)

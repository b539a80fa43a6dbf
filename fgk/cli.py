"""The Typer app: names every command, holds the one error boundary and the exit codes.

0 no errors, 1 errors in the user's files, 2 usage or environment, 3 our bug.
"""

import errno
import os
import re
import sys
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.exceptions import TyperException

from fgk import __version__
from fgk.commands.common import BUG, COMPLETE, CUT_OFF, INTERRUPTED, OK, USAGE
from fgk.commands.german import GermanGroup, LazyCommand
from fgk.commands.usage import usage_error
from fgk.errors import FgkError

#: what a path can be that somebody names: pathlib asks the system, and does not take these for "not there"
_OUT_OF_REACH = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG})
_ISSUES = "Das ist ein Fehler in fgk. Bitte melden Sie ihn mit den Zeilen darüber an die Entwicklung."


_TAEGLICH = "Jeden Tag"
_EXCEL = "Mit den Ämtern: Excel und Rücklauf"
_BESCHLUSS = "Beschlüsse und Verlauf"
_AUSTAUSCH = "Speichern und austauschen"
_GIT = "Für Editoren, git und CI"


class _Commands(GermanGroup):
    """All commands, in the order of the help: name, where it is defined, and the group of the help it stands in."""

    table = (
        LazyCommand("init", "fgk.commands.init:init", _TAEGLICH),
        LazyCommand("new", "fgk.commands.new:new", _TAEGLICH),
        LazyCommand("set", "fgk.commands.set:set_", _TAEGLICH),
        LazyCommand("validate", "fgk.commands.validate:validate", _TAEGLICH),
        LazyCommand("watch", "fgk.commands.watch:watch", _TAEGLICH),
        LazyCommand("status", "fgk.commands.status:status", _TAEGLICH),
        LazyCommand("render", "fgk.commands.render:render", _TAEGLICH),
        LazyCommand("rule", "fgk.commands.rule:rule", _TAEGLICH),
        LazyCommand("export", "fgk.commands.export:export", _EXCEL),
        LazyCommand("import", "fgk.commands.import_:import_", _EXCEL),
        LazyCommand("kostenbeitrag", "fgk.commands.kostenbeitrag:kostenbeitrag", _BESCHLUSS),
        LazyCommand("decide", "fgk.commands.decide:decide", _BESCHLUSS),
        LazyCommand("verify", "fgk.commands.verify:verify", _BESCHLUSS),
        LazyCommand("diff", "fgk.commands.diff:diff", _BESCHLUSS),
        LazyCommand("log", "fgk.commands.log:log", _BESCHLUSS),
        LazyCommand("save", "fgk.commands.save:save", _AUSTAUSCH),
        LazyCommand("pack", "fgk.commands.pack:pack", _AUSTAUSCH),
        LazyCommand("unpack", "fgk.commands.unpack:unpack", _AUSTAUSCH),
        LazyCommand("fmt", "fgk.commands.fmt:fmt", _GIT),
        LazyCommand("comment", "fgk.commands.comment:comment", _GIT),
        LazyCommand("schema", "fgk.commands.schema:schema", _GIT),
        LazyCommand("completion", "fgk.commands.completion:completion", _GIT),
        LazyCommand("git-setup", "fgk.commands.git_setup:git_setup", _GIT),
        LazyCommand("textconv", "fgk.commands.textconv:textconv", _GIT),
        LazyCommand("merge-file", "fgk.commands.merge_file:merge_file", _GIT),
    )


app = typer.Typer(
    name="fgk",
    cls=_Commands,
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL …",
    help="Das Audit Familiengerechte Kommune als Ordner aus YAML-Dateien: prüfen, Dokumente erzeugen, Beschlüsse festhalten.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"fgk {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Zeigt die Version.")
    ] = False,
) -> None:
    """Nothing to do before a command; ``--version`` answers in its callback."""


def main() -> int:
    """Run fgk on the command line's arguments and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return run(sys.argv[1:])


def run(args: list[str]) -> int:
    """Run fgk with these arguments and return its exit code."""
    if os.environ.get(COMPLETE):
        return _complete(args)
    try:
        _check_current_folder()
        _check_text(args)
        return _said(int(app(args, prog_name="fgk", standalone_mode=False) or 0))
    except FgkError as error:
        return _complain(error.was, error.tun)
    except TyperException as error:
        return _complain_about_usage(error)
    except (KeyboardInterrupt, typer.Abort):
        return _said(INTERRUPTED)
    except SystemExit:  # so Typer ends when whoever read us has gone; there is nobody to tell
        return CUT_OFF
    except Exception as error:  # noqa: BLE001 - the one boundary: anything else is our bug and says so
        return _system_or_bug(error)


def _complete(args: list[str]) -> int:
    """Tell a shell what could follow, and nothing at all where that cannot be known.

    A message would land in the line that somebody is typing; what is wrong, fgk says when the line is sent.
    """
    from typer.completion import get_completion_inspect_parameters

    get_completion_inspect_parameters()  # makes Typer's classes for shells known, nothing else does in public
    try:
        app(args, prog_name="fgk", standalone_mode=False)
    except SystemExit as done:  # Typer ends in this way; fish and zsh read the code
        return int(done.code or 0)
    except Exception:  # noqa: BLE001 - see above
        return USAGE
    return OK


def _said(code: int) -> int:
    """Return a code, and say it where it stands for an interruption: Typer makes one of it in silence."""
    if code == INTERRUPTED:
        typer.echo("Abgebrochen.", err=True)
    return code


def _check_current_folder() -> None:
    """Raise ``FgkError`` in a folder that somebody has deleted meanwhile."""
    try:
        os.getcwd()  # noqa: PTH109 - the cheapest question
    except OSError as error:
        raise FgkError(
            "Den aktuellen Ordner gibt es nicht mehr.", "Wechseln Sie in einen anderen Ordner."
        ) from error


def _check_text(args: list[str]) -> None:
    """Raise ``FgkError`` for a text that is no UTF-8; the name of something that is there may be any bytes."""
    for arg in args:
        if not arg.isprintable() and re.search("[\ud800-\udfff]", arg):
            text = arg.partition("=")[2] if arg.startswith("-") else arg
            if not os.path.lexists(text):
                raise FgkError(
                    f"„{arg.encode(errors='replace').decode()}“ ist kein Text in UTF-8.",
                    "Stellen Sie Ihr Terminal auf die Kodierung „UTF-8“ um, und wiederholen Sie den Befehl.",
                )


def _system_or_bug(error: Exception) -> int:
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _complain("Der Datenträger ist voll.", "Schaffen Sie Platz und wiederholen Sie den Befehl.")
    if isinstance(error, OSError) and error.errno in _OUT_OF_REACH and error.filename is not None:
        from fgk.sources import reason_of

        return _complain(
            f"„{error.filename}“ ist nicht zu erreichen ({reason_of(error)}).",
            "Prüfen Sie die Schreibweise des Pfads, und ob Sie dort lesen und schreiben dürfen.",
        )
    import traceback

    traceback.print_exception(error)
    typer.echo(_ISSUES, err=True)
    return BUG


def _complain(was: str, tun: str) -> int:
    from fgk.commands.saying import sentences

    typer.echo(sentences(was, tun, "fgk: "), err=True)
    return USAGE


def _complain_about_usage(error: TyperException) -> int:
    sentences = usage_error(error)
    return USAGE if sentences is None else _complain(sentences.was, sentences.tun)

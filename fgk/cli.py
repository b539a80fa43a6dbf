"""The Typer app: names every command, holds the one error boundary and the exit codes.

0 no errors, 1 errors in the user's files, 2 usage or environment, 3 our bug.
"""

import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from fgk import __version__
from fgk.commands.common import BUG, USAGE
from fgk.commands.render import render
from fgk.commands.rule import rule
from fgk.commands.schema import schema
from fgk.commands.validate import validate
from fgk.errors import FgkError

_ISSUES = "Das ist ein Fehler in fgk. Bitte melden Sie ihn mit den Zeilen darüber an die Entwicklung."


class _Commands(TyperGroup):
    """Says in German that a command does not exist, and which was meant."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            from difflib import get_close_matches

            known = self.list_commands(ctx)
            close = get_close_matches(name, known, n=1)
            hint = f"Meinten Sie „{close[0]}“?" if close else f"Es gibt: {', '.join(known)}."
            raise FgkError(f"Den Befehl „{name}“ gibt es nicht.", hint)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="fgk",
    cls=_Commands,
    help="Das Audit Familiengerechte Kommune als Ordner aus YAML-Dateien: prüfen und Dokumente erzeugen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(validate)
app.command()(render)
app.command()(rule)
app.command()(schema)


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


def main() -> None:
    """Run fgk and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(args: list[str]) -> int:
    """Run fgk with these arguments and return its exit code."""
    try:
        return int(app(args, prog_name="fgk", standalone_mode=False) or 0)
    except FgkError as error:
        return _complain(error.was, error.tun)
    except TyperException as error:
        return _complain(*_usage(error))
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("Abgebrochen.", err=True)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; there is nobody to tell
        return 0
    except Exception:  # noqa: BLE001 - the one boundary: anything else is our bug and says so
        import traceback

        traceback.print_exc()
        typer.echo(_ISSUES, err=True)
        return BUG


def _complain(was: str, tun: str) -> int:
    typer.echo(f"fgk: {was}\n  → {tun}", err=True)
    return USAGE


def _usage(error: TyperException) -> tuple[str, str]:
    """Return our sentences for a usage error, by its type and never by its English text."""
    help_hint = "Die Hilfe zeigt „fgk --help“ oder „fgk BEFEHL --help“."
    option = getattr(error, "option_name", "")
    parameter = getattr(error, "param", None)
    name = option or "/".join(getattr(parameter, "opts", []) or []) or getattr(parameter, "name", "")
    sentences = {
        "NoSuchOption": f"Die Option „{name}“ gibt es hier nicht.",
        "BadOptionUsage": f"Die Option „{name}“ braucht einen anderen oder einen Wert.",
        "MissingParameter": f"Die Angabe „{name}“ fehlt.",
        "BadParameter": f"Der Wert für „{name}“ passt nicht.",
    }
    possibilities = getattr(error, "possibilities", None)
    if possibilities:
        help_hint = f"Meinten Sie „{min(possibilities)}“? {help_hint}"
    return sentences.get(type(error).__name__, "Hinter dem Befehl steht zu viel oder zu wenig."), help_hint


if __name__ == "__main__":
    main()

"""Typer in German: the help, and the commands that stand in it."""

from typing import Any, NamedTuple

from typer.core import TyperArgument, TyperCommand, TyperGroup

from fgk.errors import FgkError

_WORDS = {
    "ARGUMENTS_PANEL_TITLE": "Angaben",
    "OPTIONS_PANEL_TITLE": "Optionen",
    "COMMANDS_PANEL_TITLE": "Befehle",
    "DEFAULT_STRING": "[ohne Angabe: {}]",
    "REQUIRED_LONG_STRING": "[nötig]",
    "RANGE_STRING": "",
}


#: longer lines are hard to read, however wide the terminal is
_WIDEST = 120


class _German:
    """What command and group share: Typer's own words, replaced when help is asked for."""

    help: Any

    def get_usage(self, ctx: Any) -> str:
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage:", "Aufruf:", 1)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.help = "Zeigt diese Hilfe."
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils

        from fgk.commands.common import terminal_width, wants_color
        from fgk.commands.hilfe import help_text

        for name, word in _WORDS.items():
            setattr(rich_utils, name, word)
        rich_utils.MAX_WIDTH = min(terminal_width(), _WIDEST)
        if not wants_color():
            rich_utils.COLOR_SYSTEM = None  # bold and dim go too
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            if isinstance(parameter, TyperArgument) or parameter.is_flag:
                parameter.display_type_rich = _no_type
        docstring: str = self.help
        self.help = help_text(docstring, rich_utils.MAX_WIDTH)
        try:
            super().format_help(ctx, formatter)  # type: ignore[misc]
        finally:
            self.help = docstring


def _no_type(ctx: Any) -> None:
    """Stand for what Typer says of arguments and switches: their Python types, which tell a clerk nothing."""


class GermanCommand(_German, TyperCommand):
    """A command whose help is German, and whose parameters a shell can complete."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters; when a shell asks what could follow, they know what."""
        parameters: list[Any] = super().get_params(ctx)
        if ctx.resilient_parsing:
            from fgk.commands.completing import attach

            attach(self.name or "", parameters)
        return parameters


class LazyCommand(NamedTuple):
    """A command that is imported when somebody calls it: ``where`` is ``module:function``."""

    name: str
    where: str
    panel: str

    def load(self) -> Any:
        """Import the command and return it as Typer has it."""
        from importlib import import_module

        from typer.main import get_command_from_info
        from typer.models import CommandInfo

        module, _, function = self.where.partition(":")
        info = CommandInfo(
            self.name,
            callback=getattr(import_module(module), function),
            cls=GermanCommand,
            options_metavar="[OPTIONEN]",
            rich_help_panel=self.panel,
        )
        return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode="rich")


class GermanGroup(_German, TyperGroup):
    """All commands; says in German that one does not exist, and which was meant.

    Only the command that is called is imported: each costs a millisecond, and every ``fgk validate`` would pay for all.
    """

    table: tuple[LazyCommand, ...] = ()

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the names of all commands in the order of the table."""
        return [command.name for command in self.table]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """Return a command, ``None`` where there is none of this name."""
        if cmd_name not in self.commands:
            found = next((command for command in self.table if command.name == cmd_name), None)
            if found is None:
                return None
            self.commands[cmd_name] = found.load()
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; raises ``FgkError`` where there is none of this name."""
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(name, known, n=1)
            hint = f"Meinten Sie „{close[0]}“?" if close else "Alle Befehle zeigt „fgk --help“."
            raise FgkError(f"Den Befehl „{name}“ gibt es nicht.", hint)
        return super().resolve_command(ctx, args)

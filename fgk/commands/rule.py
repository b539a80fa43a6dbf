"""fgk rule: list the rules, or explain one."""

from typing import Annotated

import typer

from fgk.commands.common import terminal_width, wants_color


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help="Code einer Regel wie FGK112, Anfang eines Codes wie FGK1, oder ein Wort aus dem Namen wie frist.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Listet alle Regeln oder einige davon, oder erklärt eine mit Grund und Beispiel.

    Beispiele: „fgk rule“, „fgk rule FGK112“, „fgk rule FGK2“ für alle Regeln über Verweise, „fgk rule frist“.
    """
    from fgk.checking import all_rules
    from fgk.output.rules import show_rules

    typer.echo(show_rules(all_rules(), code, width=terminal_width(), color=wants_color()))

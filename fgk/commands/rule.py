"""fgk rule: list the rules, or explain one."""

from typing import Annotated

import typer

from fgk.commands.common import terminal_width, wants_color


def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="Code einer Regel, z. B. FGK112.", show_default=False),
    ] = None,
) -> None:
    """Listet alle Regeln oder erklärt eine von ihnen.

    Beispiele: „fgk rule“, „fgk rule FGK112“.
    """
    from fgk.checking import all_rules
    from fgk.output.rules import explain_rule, list_rules

    infos = all_rules()
    text = (
        list_rules(infos, width=terminal_width(), color=wants_color())
        if code is None
        else explain_rule(infos, code, width=terminal_width(), color=wants_color())
    )
    typer.echo(text)

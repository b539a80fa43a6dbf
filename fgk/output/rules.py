"""The rules for people: a table of all, or one explained; rich does the layout."""

from collections.abc import Sequence
from difflib import get_close_matches
from io import StringIO

from rich.console import Console, RenderableType
from rich.markdown import Markdown
from rich.table import Table

from fgk.diagnostic import RuleInfo
from fgk.errors import FgkError


def list_rules(infos: Sequence[RuleInfo], *, width: int, color: bool) -> str:
    """Return a table of all rules."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Code", no_wrap=True)
    table.add_column("Schwere", no_wrap=True)
    table.add_column("Regel")
    for info in infos:
        table.add_row(info.code, info.severity.name.capitalize(), info.satz)
    return _render(table, width, color)


def explain_rule(infos: Sequence[RuleInfo], code: str, *, width: int, color: bool) -> str:
    """Return the page of one rule; raises ``FgkError`` for a code that is none."""
    wanted = code.strip().upper()
    info = next((info for info in infos if wanted in (info.code, info.name.upper())), None)
    if info is None:
        close = get_close_matches(wanted, [info.code for info in infos], n=1)
        hint = f"Meinten Sie „{close[0]}“? " if close else ""
        raise FgkError(f"Eine Regel „{code}“ gibt es nicht.", f"{hint}Alle Regeln zeigt „fgk rule“.")
    return _render(Markdown(rule_page(info), code_theme="default"), width, color)


def rule_page(info: RuleInfo) -> str:
    """Return the Markdown page of one rule, as it stands in ``docs/regeln/``."""
    head = f"# {info.code} {info.name}\n\nSchwere: {info.severity.name.capitalize()} · seit Version {info.since}\n\n"
    return head + info.text.rstrip() + "\n"


def _render(renderable: RenderableType, width: int, color: bool) -> str:
    buffer = StringIO()
    console = Console(file=buffer, width=width, force_terminal=color, no_color=not color, highlight=False)
    console.print(renderable)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())

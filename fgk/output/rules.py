"""The rules for people: a list of all or some, or one explained; rich does the layout."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from io import StringIO
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from fgk.diagnostic import RuleInfo, Severity
from fgk.errors import FgkError

#: what the rules whose code begins like this are about, in the order of their codes
FAMILIEN = {
    "FGK0": "Lesen und Schema",
    "FGK1": "Ein Datensatz für sich",
    "FGK2": "Verweise",
    "FGK3": "Daten, Status und Phasen",
    "FGK4": "Was ein Beschluss bindet",
    "FGK5": "Dokumente und Veröffentlichung",
    "FGK9": "Ausnahmen",
}
#: longer lines are hard to read, however wide the terminal is
_WIDEST = 100
#: as in the list of faults
_STYLES = {Severity.FEHLER: "bold red", Severity.WARNUNG: "bold yellow", Severity.HINWEIS: "bold cyan"}


def show_rules(infos: Sequence[RuleInfo], wanted: str | None, *, width: int, color: bool) -> str:
    """Return the page of the rule called ``wanted``, else a list of those that begin so or are called so.

    Raises ``FgkError`` where there is none.
    """
    if wanted is None:
        return list_rules(infos, width=width, color=color)
    found = matching(infos, wanted)
    if len(found) == 1:
        return _render(Markdown(rule_page(found[0]), code_theme="default"), min(width, _WIDEST), color)
    return list_rules(found, width=width, color=color)


def matching(infos: Sequence[RuleInfo], wanted: str) -> list[RuleInfo]:
    """Return the rule of this code or name, else all whose code begins so or whose name holds the word.

    Raises ``FgkError`` where there is none.
    """
    word = wanted.strip().upper()
    code = f"FGK{word}" if word.isdigit() else word
    exact = [info for info in infos if code == info.code or word == info.name.upper()]
    found = exact or [info for info in infos if info.code.startswith(code) or word in info.name.upper()]
    if not word or not found:
        names = [name for info in infos for name in (info.code, info.name.upper())]
        close = get_close_matches(code, names, n=1)
        hint = (
            f"Meinten Sie „{close[0] if close[0].startswith('FGK') else close[0].lower()}“? " if close else ""
        )
        raise FgkError(f"Eine Regel „{wanted}“ gibt es nicht.", f"{hint}Alle Regeln zeigt „fgk rule“.")
    return found


def list_rules(infos: Sequence[RuleInfo], *, width: int, color: bool) -> str:
    """Return a list of rules, under what they are about."""
    parts: list[RenderableType] = []
    for familie, group in groupby(infos, key=lambda info: info.code[:4]):
        heading = Text(f"{FAMILIEN[familie]} ({familie}xx)", style="bold")
        parts += [*([""] if parts else []), heading, _table(group)]
    return _render(Group(*parts), width, color)


def _table(infos: Iterable[RuleInfo]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for width in (6, 7, None):  # the same in all of them, so that they stand below each other
        table.add_column(width=width, no_wrap=width is not None)
    for info in infos:
        table.add_row(info.code, Text(info.severity.name.capitalize(), _STYLES[info.severity]), info.satz)
    return table


def rule_page(info: RuleInfo) -> str:
    """Return the Markdown page of one rule, as it stands in ``docs/regeln/``."""
    head = f"# {info.code} {info.name}\n\nSchwere: {info.severity.name.capitalize()} · seit Version {info.since}\n\n"
    return head + info.text.rstrip() + "\n"


def _render(renderable: RenderableType, width: int, color: bool) -> str:
    buffer = StringIO()
    console = Console(file=buffer, width=width, force_terminal=color, no_color=not color, highlight=False)
    console.print(renderable)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())

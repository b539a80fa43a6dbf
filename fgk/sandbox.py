"""What a template may do: municipalities bring their own, so none may read files, run on or fill the memory.

Loops are the only way to go on for ever in Jinja, and a few operators the only way to make something huge out of
something small; both are watched.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

#: seconds for one document, and characters that one value may have
ZEIT = 20.0
GROESSE = 10_000_000
_STEPS = 2000
TAKT = "_takt"
#: what makes something huge, or other bytes every time
_GESPERRTE_FILTER = (
    "center",
    "format",
    "indent",
    "wordwrap",
    "pprint",
    "random",
    "filesizeformat",
    "xmlattr",
)
#: what gives access to files; records have none of these
_ZUGRIFF = ("read", "source", "locator")


class Sandkasten(SandboxedEnvironment):
    """An environment whose templates see records and nothing behind them."""

    intercepted_binops = frozenset({"*", "+", "**", "%"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _GESPERRTE_FILTER:
            self.filters.pop(name, None)
        self.globals.pop("lipsum", None)
        self.filters[TAKT] = self._takt
        self._ende = float("inf")

    def starte(self) -> None:
        """Begin to count the time of one document."""
        self._ende = time.monotonic() + ZEIT

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may see an attribute."""
        hat_zugriff = any(hasattr(thing, name) for thing in (obj, value) for name in _ZUGRIFF)
        return super().is_safe_attribute(obj, attr, value) and not hat_zugriff

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what would fill the memory."""
        if operator == "*" and _laenge(left) * _anzahl(right) + _laenge(right) * _anzahl(left) > GROESSE:
            raise SecurityError("Das Ergebnis wäre zu groß")
        if operator == "+" and _laenge(left) + _laenge(right) > GROESSE:
            raise SecurityError("Das Ergebnis wäre zu groß")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("Texte werden hier nicht mit % zusammengesetzt")
        if operator == "**" and (abs(_anzahl(left)) > 1000 or abs(_anzahl(right)) > 100):
            raise SecurityError("Das Ergebnis wäre zu groß")
        return super().call_binop(context, operator, left, right)

    def _takt(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield the items of a loop, and look at the clock now and then."""
        for number, item in enumerate(items):
            if number % _STEPS == 0 and time.monotonic() > self._ende:
                raise SecurityError(f"Die Schleife läuft länger als {ZEIT:.0f} Sekunden")
            yield item


def watch_loops(tree: nodes.Template) -> None:
    """Let every loop of a template go through the clock."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, TAKT, [], [], None, None, lineno=loop.lineno)


def _laenge(wert: Any) -> int:
    return len(wert) if isinstance(wert, (str, list, tuple)) else 0


def _anzahl(wert: Any) -> float:
    return wert if isinstance(wert, (int, float)) else 0

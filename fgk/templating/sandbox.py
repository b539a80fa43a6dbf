"""What a template may do: municipalities bring their own, so none may read files, run on or fill the memory.

What goes on for ever in Jinja loops or calls, and a few operators, filters and methods make something huge out of
something small; all of these are watched. Where the system can, :mod:`fgk.templating.limits` also holds time and memory of the whole.
"""

import time
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from fgk.templating.allowed import is_allowed

#: seconds for one document, and characters that one value may have
ZEIT = 20.0
GROESSE = 10_000_000
_STEPS = 2000
ZU_LANGE = "Sie läuft länger als {:.0f} Sekunden"
ZU_GROSS = "Das Ergebnis wäre zu groß"
TAKT = "_takt"
#: what makes something huge, or other bytes every time
GESPERRTE_FILTER = (
    "center",
    "format",
    "indent",
    "wordwrap",
    "pprint",
    "random",
    "filesizeformat",
    "xmlattr",
    "batch",
    "slice",
)
#: digits of a number
_ZIFFERN = 1000


class Sandkasten(SandboxedEnvironment):
    """An environment whose templates see records and nothing behind them."""

    intercepted_binops = frozenset({"*", "+", "**", "%"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in GESPERRTE_FILTER:
            self.filters.pop(name, None)
        self.globals.pop("lipsum", None)
        self.filters[TAKT] = self._takt
        self.filters["replace"] = _ersetzt
        self.filters["string"] = _als_text
        self._ende = float("inf")

    def starte(self) -> None:
        """Begin to count the time of one document."""
        self._ende = time.monotonic() + ZEIT

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 - Jinja asks so
        """Say whether a template may see an attribute."""
        return is_allowed(obj, attr)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, or the entry of this name, where a template may see it.

        Jinja would get the value first and judge then: but to get it may do something already.
        """
        if is_allowed(obj, attribute):
            return super().getattr(obj, attribute)
        try:
            return obj[attribute]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry, or the attribute of this name, where a template may see it."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return (
                self.getattr(obj, argument)
                if isinstance(argument, str)
                else self.undefined(obj=obj, name=argument)
            )

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what would fill the memory."""
        if (
            isinstance(left, int)
            and isinstance(right, int)
            and left.bit_length() + right.bit_length() > _ZIFFERN
        ):
            raise SecurityError(ZU_GROSS)
        if operator == "*" and _laenge(left) * _anzahl(right) + _laenge(right) * _anzahl(left) > GROESSE:
            raise SecurityError(ZU_GROSS)
        if operator == "+" and _laenge(left) + _laenge(right) > GROESSE:
            raise SecurityError(ZU_GROSS)
        if operator == "%" and isinstance(left, str):
            raise SecurityError("Texte werden hier nicht mit % zusammengesetzt")
        if operator == "**" and (abs(_anzahl(left)) > 1000 or abs(_anzahl(right)) > 100):
            raise SecurityError(ZU_GROSS)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Look at the clock before every call: macros and loops can call themselves."""
        self._pruefe_uhr()
        return super().call(context, obj, *args, **kwargs)

    def _pruefe_uhr(self) -> None:
        if time.monotonic() > self._ende:
            raise SecurityError(ZU_LANGE.format(ZEIT))

    def _takt(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield the items of a loop, and look at the clock now and then."""
        for number, item in enumerate(items):
            if number % _STEPS == 0:
                self._pruefe_uhr()
            yield item


def watch_loops(tree: nodes.Template) -> None:
    """Let every loop of a template go through the clock."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, TAKT, [], [], None, None, lineno=loop.lineno)


def _ersetzt(text: str, alt: str, neu: str, count: int = -1) -> str:
    """Replace a text in another, as Jinja's filter does, unless the result would be huge."""
    if text.count(alt) * len(neu) > GROESSE:
        raise SecurityError(ZU_GROSS)
    return text.replace(alt, neu, count)


def _als_text(wert: Any) -> str:
    if isinstance(wert, (list, tuple, dict, set)):
        raise SecurityError("Eine Liste ist kein Text; nehmen Sie |join oder |liste")
    return str(wert)


def _laenge(wert: Any) -> int:
    return len(wert) if isinstance(wert, (str, list, tuple)) else 0


def _anzahl(wert: Any) -> float:
    return wert if isinstance(wert, (int, float)) else 0

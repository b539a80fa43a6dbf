"""The decorator that makes a generator function a rule."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fgk.diagnostic import Diagnostic, RuleInfo, Severity
from fgk.rules.kontext import Hit, Kontext


class Rule(NamedTuple):
    """A rule: what it is called and how it is checked. Its docstring is what users read about it."""

    info: RuleInfo
    function: Callable[[Kontext], Iterator[Hit]]

    def check(self, kontext: Kontext) -> Iterator[Diagnostic]:
        """Yield a diagnostic for every place where the rule is broken."""
        akte = kontext.akte
        for hit in self.function(kontext):
            span = hit.span or akte.locate(hit.path, *hit.route, key=hit.key)
            yield Diagnostic(
                self.info.code, self.info.severity, akte.shown_path(hit.path), hit.was, hit.tun, span
            )


def rule(
    code: str, name: str, *, severity: Severity, since: str
) -> Callable[[Callable[[Kontext], Iterator[Hit]]], Rule]:
    """Make a rule of a generator function; ``since`` is the version of fgk that brought it."""

    def make(function: Callable[[Kontext], Iterator[Hit]]) -> Rule:
        return Rule(RuleInfo(code, name, severity, since, function.__doc__ or ""), function)

    return make

"""What templates can do with values; each result is Markdown, escaped by our own rules."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from fgk import schreibweise
from fgk.markdown import cell, cell_lines, escape, paragraphs
from fgk.templating.sandbox import GROESSE, ZU_GROSS


def finalize(value: object) -> Markup:
    """Escape for Markdown. ``None`` prints nothing; an undefined name raises when it becomes a string."""
    if value is None:
        return Markup()
    if isinstance(value, Undefined):
        return _markup(str(value))  # raises
    if not isinstance(value, (str, int, float, Decimal, date)):
        # a record or list as Python prints it would be no text for people, and another one every time
        raise TypeError("Dies ist kein Text; nennen Sie ein Feld davon, oder nehmen Sie |liste")
    return value if isinstance(value, Markup) else _markup(escape(str(value)))


def _markup(markdown: str) -> Markup:
    """Mark what has been escaped by our own rules."""
    return Markup(markdown)  # noqa: S704


def liste(values: Iterable[object], bindewort: str = "und") -> Markup:
    """``Jugendamt, Bauamt und VHS``; each value is escaped."""
    teile = [finalize(value) for value in values]
    return _markup(f" {bindewort} ".join(filter(None, [", ".join(teile[:-1]), *teile[-1:]])))


def join(values: Iterable[object], trenner: str = "") -> Markup:
    """Jinja's ``join`` for Markdown: the values are escaped, ``trenner`` is the template's own Markdown."""
    teile = [finalize(value) for value in values]
    if sum(map(len, teile)) + len(trenner) * len(teile) > GROESSE:
        raise SecurityError(ZU_GROSS)
    return _markup(trenner.join(teile))


def zelle(value: str | Markup | None) -> Markup:
    """Several lines of user text for one table cell, see :func:`fgk.markdown.cell`."""
    return value if isinstance(value, Markup) else _markup(cell(value or ""))


def zeilen(value: str | None) -> Markup:
    """Lines that stay lines in a table cell, see :func:`fgk.markdown.cell_lines`."""
    return _markup(cell_lines(value or ""))


def absaetze(value: str | Markup | None, einzug: str = "") -> Markup:
    """User text with paragraphs and lists, see :func:`fgk.markdown.paragraphs`.

    ``einzug`` begins every line but the first: ``"> "`` inside a notice, blanks inside a list.
    """
    text = value if isinstance(value, Markup) else paragraphs(value or "")
    return _markup(text.replace("\n", f"\n{einzug}"))


FILTERS: Mapping[str, Callable[..., object]] = {
    "absaetze": absaetze,
    "datum": schreibweise.datum,
    "datum_lang": schreibweise.datum_lang,
    "euro": schreibweise.euro,
    "join": join,
    "liste": liste,
    "zahl": schreibweise.zahl,
    "zeilen": zeilen,
    "zelle": zelle,
}

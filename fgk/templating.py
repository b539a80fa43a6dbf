"""The one Jinja environment for the Markdown of all documents.

Every value is escaped for Markdown unless it is ``Markup``. Filters that take user text return ``Markup``
themselves where they add signs of their own. ``~`` and the HTML filters are refused, because Jinja would put
HTML entities into the Markdown.
"""

import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from fgk import schreibweise
from fgk.errors import FgkError
from fgk.markdown import cell, cell_lines, escape, paragraphs, tidy

_HTML_FILTERS = ("e", "escape", "forceescape", "safe", "striptags", "tojson", "urlize", "xmlattr")


def environment(folders: Sequence[Path]) -> "Umgebung":
    """Return the environment that looks for templates in ``folders``, the first that has one wins."""
    umgebung = Umgebung(
        loader=jinja2.ChoiceLoader([jinja2.FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=_Unbekannt,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.loopcontrols"],
    )
    for name in _HTML_FILTERS:
        del umgebung.filters[name]
    umgebung.filters.update(_FILTERS)
    return umgebung


def render(umgebung: jinja2.Environment, name: str, **werte: object) -> str:
    """Return the Markdown of template ``name``.

    Raises :class:`FgkError` with the template's name and line for whatever is wrong in a template.
    """
    try:
        return tidy(umgebung.get_template(name).render(werte))
    except jinja2.TemplateSyntaxError as error:
        _fail(f"{error.name or name}, Zeile {error.lineno}", _german_syntax(error), error)
    except jinja2.TemplateNotFound as error:
        _fail(name, f"Die Vorlage „{error.name or name}“ gibt es nicht", error)
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
    ) as error:
        _fail(_place(umgebung, name, error), str(error), error)


class _Unbekannt(jinja2.StrictUndefined):
    """A name without a value, said in German."""

    @property
    def _undefined_message(self) -> str:
        return f"„{self._undefined_name}“ gibt es hier nicht"


class _Generator(CodeGenerator):
    """Leaves constants to run time; folded early, they would be escaped for HTML."""

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class Umgebung(jinja2.Environment):
    """Refuses what would mix HTML entities into Markdown, when the template is read."""

    code_generator_class = _Generator

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for concat in tree.find_all(nodes.Concat):
            raise jinja2.TemplateSyntaxError(_TILDE, concat.lineno, name, filename)
        return tree


_TILDE = "Die Verkettung mit ~ maskiert für HTML; die Teile gehören nebeneinander in eigene {{ … }}"


def _finalize(value: object) -> Markup:
    """Escape for Markdown. ``None`` prints nothing; an undefined name raises when it becomes a string."""
    if value is None:
        return Markup()
    return value if isinstance(value, Markup) else _markup(escape(str(value)))


def _markup(markdown: str) -> Markup:
    """Mark what has been escaped by our own rules."""
    return Markup(markdown)  # noqa: S704


# Where a template error is


def _fail(ort: str, grund: str, error: Exception) -> NoReturn:
    raise FgkError(
        f"Die Vorlage {ort} lässt sich nicht verarbeiten: {grund.rstrip('.')}.",
        "Berichtigen Sie die Vorlage an dieser Stelle, oder nehmen Sie die mitgelieferte Vorlage.",
    ) from error


def _german_syntax(error: jinja2.TemplateSyntaxError) -> str:
    return error.message if error.message == _TILDE else f"Die Schreibweise ist ungültig ({error.message})"


def _place(umgebung: jinja2.Environment, name: str, error: Exception) -> str:
    """Name the innermost template on the stack and its line; Jinja puts them into the traceback."""
    folders = [Path(folder) for loader in _loaders(umgebung) for folder in loader.searchpath]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                return f"{Path(frame.filename).relative_to(folder).as_posix()}, Zeile {frame.lineno}"
    return name


def _loaders(umgebung: jinja2.Environment) -> list[jinja2.FileSystemLoader]:
    loader = umgebung.loader
    alle = loader.loaders if isinstance(loader, jinja2.ChoiceLoader) else [loader]
    return [einer for einer in alle if isinstance(einer, jinja2.FileSystemLoader)]


# Filters


def liste(values: Iterable[object]) -> Markup:
    """``Jugendamt, Bauamt und VHS``; each value is escaped."""
    teile = [_finalize(value) for value in values]
    return _markup(" und ".join(filter(None, [", ".join(teile[:-1]), *teile[-1:]])))


def join(values: Iterable[object], trenner: str = "") -> Markup:
    """Jinja's ``join`` for Markdown: the values are escaped, ``trenner`` is the template's own Markdown."""
    return _markup(trenner.join(map(_finalize, values)))


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


_FILTERS: dict[str, Callable[..., object]] = {
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

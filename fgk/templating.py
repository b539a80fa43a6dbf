"""The one Jinja environment for the Markdown of all documents.

Every value is escaped for Markdown unless it is ``Markup``. Filters that take user text return ``Markup``
themselves where they add signs of their own. ``~`` and the HTML filters are refused, because Jinja would put
HTML entities into the Markdown.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from fgk import schreibweise
from fgk.errors import FgkError
from fgk.markdown import cell, cell_lines, escape, paragraphs, tidy
from fgk.sandbox import GROESSE, Sandkasten, begrenzt, watch_loops

_HTML_FILTERS = ("e", "escape", "forceescape", "safe", "striptags", "tojson", "urlize", "xmlattr")


#: name -> text and file of a template of the municipality, ``None`` where it has none of this name
Eigene: TypeAlias = Callable[[str], tuple[str, str] | None]
#: before the name of a template, it means ours, so that one of the same name can extend it
UNSERE = "fgk"


def environment(folders: Sequence[Path], eigene: Eigene | None = None) -> "Umgebung":
    """Return the environment that looks for templates in ``eigene``, then in ``folders``."""
    unsere = [jinja2.FileSystemLoader(folder) for folder in folders]
    umgebung = Umgebung(
        loader=jinja2.ChoiceLoader(
            [
                jinja2.FunctionLoader(_mit_datei(eigene)),
                *unsere,
                jinja2.PrefixLoader({UNSERE: jinja2.ChoiceLoader(unsere)}),
            ]
        ),
        autoescape=True,
        undefined=_Unbekannt,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.loopcontrols"],
    )
    for name in _HTML_FILTERS:
        umgebung.filters.pop(name, None)
    umgebung.filters.update(_FILTERS)
    umgebung.eigene = eigene
    umgebung.ordner = tuple(folders)
    return umgebung


def _mit_datei(eigene: Eigene | None) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    def geladen(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        gefunden = eigene(name) if eigene else None
        return None if gefunden is None else (*gefunden, lambda: True)

    return geladen


def render(umgebung: "Umgebung", name: str, **werte: object) -> str:
    """Return the Markdown of template ``name``.

    Raises :class:`FgkError` with the template's name and line for whatever is wrong in a template.
    """
    try:
        pruefe_bloecke(umgebung, name)
        umgebung.starte()
        with begrenzt():
            return tidy("".join(_begrenzt(umgebung.get_template(name).generate(werte))))
    except jinja2.TemplateSyntaxError as error:
        _fail(
            f"{_kurz(umgebung, error.filename) or error.name or name}, Zeile {error.lineno}",
            _german_syntax(error),
            error,
        )
    except jinja2.TemplateNotFound as error:
        _fail(name, f"Die Vorlage „{error.name or name}“ gibt es nicht", error)
    except OverflowError as error:
        _fail(_place(umgebung, name, error), "Die Schleife hat zu viele Schritte", error)
    except MemoryError as error:
        _fail(_place(umgebung, name, error), "Das Ergebnis wäre zu groß", error)
    except RecursionError as error:
        _fail(name, "Sie ruft sich selbst ohne Ende auf", error)
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
    ) as error:
        _fail(_place(umgebung, name, error), str(error), error)


def _begrenzt(stuecke: Iterable[str]) -> Iterator[str]:
    groesse = 0
    for stueck in stuecke:
        groesse += len(stueck)
        if groesse > GROESSE:
            raise SecurityError("Das Dokument wäre zu groß")
        yield stueck


def pruefe_bloecke(umgebung: "Umgebung", name: str) -> None:
    """Raise ``TemplateSyntaxError`` for a block that the template it extends does not have: it would never show."""
    gefunden = umgebung.eigene(name) if umgebung.eigene else None
    if gefunden is None:
        return
    baum = umgebung.parse(gefunden[0], name, gefunden[1])
    eltern = baum.find(nodes.Extends)
    if eltern is None or not isinstance(eltern.template, nodes.Const):
        return
    bekannt = set(umgebung.get_template(eltern.template.value).blocks)
    for block in baum.find_all(nodes.Block):
        if block.name not in bekannt:
            grund = f"Den Block „{block.name}“ gibt es in „{eltern.template.value}“ nicht; er erschiene nie"
            raise jinja2.TemplateSyntaxError(grund, block.lineno, name, gefunden[1])
        bekannt.update(inner.name for inner in block.find_all(nodes.Block))


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


class Umgebung(Sandkasten):
    """Refuses what would mix HTML entities into Markdown, when the template is read."""

    code_generator_class = _Generator
    eigene: Eigene | None = None
    ordner: tuple[Path, ...] = ()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for concat in tree.find_all(nodes.Concat):
            raise jinja2.TemplateSyntaxError(_TILDE, concat.lineno, name, filename)
        watch_loops(tree)
        return tree


#: marks the files of the municipality's templates in tracebacks
EIGENE_DATEI = "vorlage:"
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
    text = error.message or ""
    ist_unser = text == _TILDE or text.startswith("Den Block")
    return text if ist_unser else f"Die Schreibweise ist ungültig ({text})"


def _place(umgebung: "Umgebung", name: str, error: Exception) -> str:
    """Name the innermost template on the stack and its line; Jinja puts them into the traceback."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        kurz = _kurz(umgebung, frame.filename)
        if kurz:
            return f"{kurz}, Zeile {frame.lineno}"
    return name


def _kurz(umgebung: "Umgebung", datei: str | None) -> str | None:
    """Return how messages name the file of a template, ``None`` for other files."""
    if datei is None:
        return None
    if datei.startswith(EIGENE_DATEI):
        return datei.removeprefix(EIGENE_DATEI)
    for ordner in umgebung.ordner:
        if Path(datei).is_relative_to(ordner):
            return Path(datei).relative_to(ordner).as_posix()
    return None


# Filters


def liste(values: Iterable[object]) -> Markup:
    """``Jugendamt, Bauamt und VHS``; each value is escaped."""
    teile = [_finalize(value) for value in values]
    return _markup(" und ".join(filter(None, [", ".join(teile[:-1]), *teile[-1:]])))


def join(values: Iterable[object], trenner: str = "") -> Markup:
    """Jinja's ``join`` for Markdown: the values are escaped, ``trenner`` is the template's own Markdown."""
    teile = [_finalize(value) for value in values]
    if sum(map(len, teile)) + len(trenner) * len(teile) > GROESSE:
        raise SecurityError("Das Ergebnis wäre zu groß")
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

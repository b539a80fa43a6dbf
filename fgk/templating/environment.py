"""The one Jinja environment for the Markdown of all documents.

Every value is escaped for Markdown unless it is ``Markup``. Filters that take user text return ``Markup``
themselves where they add signs of their own. ``~`` and the HTML filters are refused, because Jinja would put
HTML entities into the Markdown.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError

from fgk.markdown import tidy
from fgk.templating import errors
from fgk.templating.checks import Eigene, check_blocks
from fgk.templating.errors import HTML_FILTER, VorlagenFehler
from fgk.templating.filters import FILTERS, finalize
from fgk.templating.limits import begrenzt
from fgk.templating.sandbox import GROESSE, Sandkasten, watch_loops

#: before the name of a template, it means ours, so that one of the same name can extend it
UNSERE = "fgk"
_TILDE = "Die Verkettung mit ~ maskiert für HTML; die Teile gehören nebeneinander in eigene {{ … }}"


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
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.loopcontrols"],
    )
    for name in HTML_FILTER:
        umgebung.filters.pop(name, None)
    umgebung.filters.update(FILTERS)
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
        if umgebung.eigene:
            check_blocks(umgebung, umgebung.eigene, name)
        umgebung.starte()
        with begrenzt():
            markdown = tidy("".join(_begrenzt(umgebung.get_template(name).generate(werte))))
    except jinja2.TemplateSyntaxError as error:
        datei = errors.short_name(umgebung.ordner, error.filename or error.name) or error.name or name
        errors.fail(f"{datei}, Zeile {error.lineno}", errors.syntax(error), error)
    except jinja2.TemplateNotFound as error:
        errors.fail(umgebung.place(name, error), f"Die Vorlage „{error.name or name}“ gibt es nicht", error)
    except RecursionError as error:
        errors.fail(umgebung.place(name, error), "Sie ruft sich selbst ohne Ende auf", error)
    except OverflowError as error:
        errors.fail(umgebung.place(name, error), "Die Schleife hat zu viele Schritte", error)
    except MemoryError as error:
        errors.fail(umgebung.place(name, error), "Das Ergebnis wäre zu groß", error)
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
    ) as error:
        errors.fail(umgebung.place(name, error), errors.run_time(error), error)
    if not markdown.strip():
        errors.fail(umgebung.file_of(name), "Sie ergibt keinen Text")
    return markdown


def _begrenzt(stuecke: Iterable[str]) -> Iterator[str]:
    groesse = 0
    for stueck in stuecke:
        groesse += len(stueck)
        if groesse > GROESSE:
            raise SecurityError("Das Dokument wäre zu groß")
        yield stueck


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

    def place(self, name: str, error: Exception) -> str:
        """Name the template and line where an error arose while ``name`` was rendered."""
        return errors.place(self.ordner, name, error)

    def file_of(self, name: str) -> str:
        """Return how messages name the file of a template."""
        return errors.short_name(self.ordner, self.get_template(name).filename) or name

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for concat in tree.find_all(nodes.Concat):
            raise VorlagenFehler(_TILDE, concat.lineno, name, filename)
        watch_loops(tree)
        return tree

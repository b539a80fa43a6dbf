"""fgk render: one document of one Akte, or every document of many, in one or several formats."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import ERRORS, AtOption, OutputOption, StichtagAtOption, parse_stichtag
from fgk.commands.faults import mention_faults, mention_replaced, refuse_document, say_missing
from fgk.commands.render_wahl import document_name, one_folder, one_source, wanted_formats, which
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.documents import Auftrag
    from fgk.sources import Source


def render(
    context: typer.Context,
    dokument: Annotated[
        str | None,
        typer.Argument(
            metavar="DOKUMENT",
            help="Welches, z. B. zielvereinbarung, jahresbericht, beschlussvorlage oder mitteilungsvorlage.",
            show_default=False,
        ),
    ] = None,
    akte: Annotated[
        list[str] | None,
        typer.Argument(metavar="AKTE", help="Ordner der Akte; ohne Angabe der aktuelle.", show_default=False),
    ] = None,
    *,
    jahr: Annotated[
        str | None,
        typer.Option(
            "--jahr",
            metavar="JAHR",
            help="Jahr des Jahresberichts, z. B. 2018 oder 2020-2021.",
            show_default=False,
        ),
    ] = None,
    beschluss: Annotated[
        str | None,
        typer.Option(
            "--beschluss",
            metavar="KENNUNG",
            help="Beschluss der Vorlage, z. B. B-2017-01; ohne Angabe der zur Zielvereinbarung oder der, der aussteht.",
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="pdf,docx,…",
            help="pdf, docx, odt, html, md, mit Komma getrennt, oder all.",
        ),
    ] = "pdf",
    output: OutputOption = Path("ausgabe"),
    entwurf: Annotated[
        bool, typer.Option("--entwurf", help="Auch mit Fehlern; jede Seite ist als Entwurf gekennzeichnet.")
    ] = False,
    anhang: Annotated[
        bool, typer.Option("--anhang", help="Hängt die Dateien der Akte an das PDF an (PDF/A-3a).")
    ] = False,
    mit_verlauf: Annotated[
        bool,
        typer.Option(
            "--mit-verlauf", help="Mit Änderungsverzeichnis aus git (Zielvereinbarung, Jahresbericht)."
        ),
    ] = False,
    textbausteine: Annotated[
        bool,
        typer.Option(
            "--textbausteine",
            help="Die Vorlage als einfacher Text in Blöcken zum Einfügen in das Sitzungsprogramm; mit -o als Datei.",
        ),
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Alle Dokumente, die es schon geben kann; auch für mehrere Akten.")
    ] = False,
    copy_templates: Annotated[
        bool,
        typer.Option(
            "--copy-templates", help="Legt die mitgelieferten Vorlagen in der Akte unter „vorlagen“ ab."
        ),
    ] = False,
    stichtag: StichtagAtOption = None,
    at: AtOption = None,
) -> None:
    """Erzeugt ein Dokument aus der Akte, oder mit --all alle.

    Beispiele: „fgk render zielvereinbarung“, „fgk render jahresbericht --jahr 2018 --format pdf,docx“,
    „fgk render beschlussvorlage --textbausteine“, „fgk render --all akten/“.
    """
    from fgk.documents import Auftrag
    from fgk.workspace import sources_of

    paths = [text for text in (dokument, *(akte or ())) if text is not None]
    if copy_templates:
        from fgk.commands.copying import copy_templates as copy

        copy(one_folder(paths))
        return
    said = _said(context)
    wanted = wanted_formats(formats)
    if anhang and "pdf" not in wanted:
        raise FgkError(
            "Mit --anhang entsteht ein PDF mit Anhang; verlangt ist keines.",
            "Ergänzen Sie --format um pdf, oder lassen Sie --anhang weg.",
        )
    if everything:
        from fgk.commands.render_alle import only_paths, render_all

        too_much = {"--jahr": jahr, "--beschluss": beschluss, "--mit-verlauf": mit_verlauf or None}
        only_paths(dokument, too_much | {"--textbausteine": textbausteine or None})
        akten = sources_of([Path(text) for text in paths] or [Path()], at)
        day = parse_stichtag(stichtag, akten[0])
        raise typer.Exit(render_all(akten, output, wanted, day, ist_entwurf=entwurf, anhang=anhang))
    name = document_name(dokument)
    order = Auftrag(
        name, which(name, {"--jahr": jahr, "--beschluss": beschluss}), tuple(wanted), anhang, mit_verlauf
    )
    source = one_source(paths[1:], at)
    if textbausteine:
        from fgk.commands.render_text import check_textbausteine, render_text

        check_textbausteine(name, said)
        target = output if "output" in said else None
        render_text(source, order, target, parse_stichtag(stichtag, source), ist_entwurf=entwurf)
        return
    _render_one(source, order, output, parse_stichtag(stichtag, source), ist_entwurf=entwurf)


def _render_one(source: "Source", order: "Auftrag", output: Path, day: date, *, ist_entwurf: bool) -> None:
    from fgk.documents import erzeuge
    from fgk.documents.fehlend import LackingError
    from fgk.documents.files import check_folder, write_files
    from fgk.serie import pruefe
    from fgk.sources import short_path

    check_folder(output)

    checked = pruefe(source, day, ist_entwurf=ist_entwurf)
    if checked.fehler and not ist_entwurf:
        refuse_document(checked.fehler)
    try:
        contents = erzeuge(checked.akte, order, day, ist_entwurf=ist_entwurf, workspace=checked.workspace)
    except LackingError as error:
        say_missing(error, checked.akte)
        raise typer.Exit(ERRORS) from error
    for path in write_files(output, contents):
        typer.echo(f"geschrieben: {short_path(path).as_posix()}")
    mention_faults(checked.fehler)
    mention_replaced(checked.diagnostics)


def _said(context: typer.Context) -> frozenset[str]:
    """Return the names of the options that somebody has typed."""
    typed = (name for name in context.params if _is_typed(context, name))
    return frozenset(typed)


def _is_typed(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name != "DEFAULT"

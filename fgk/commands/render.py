"""fgk render: one document of one Akte, or every document of many, in one or several formats."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import ERRORS, OK, AtOption, OutputOption, StichtagAtOption, one_akte, parse_stichtag
from fgk.commands.faults import mention_faults, mention_replaced, refuse_document, say_missing
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.documents import Auftrag
    from fgk.serie import Serienergebnis
    from fgk.sources import Source


def render(
    dokument: Annotated[
        str | None,
        typer.Argument(
            metavar="DOKUMENT",
            help="zielvereinbarung, jahresbericht oder beschlussvorlage",
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
            help="Beschluss der Beschlussvorlage, z. B. B-2017-01; ohne Angabe der zur Zielvereinbarung.",
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
    „fgk render --all akten/“.
    """
    from fgk.documents import Auftrag
    from fgk.workspace import sources_of

    paths = [text for text in (dokument, *(akte or ())) if text is not None]
    if copy_templates:
        from fgk.commands.copying import copy_templates as copy

        copy(_one_folder(paths))
        return
    wanted = wanted_formats(formats)
    if anhang and "pdf" not in wanted:
        raise FgkError(
            "Mit --anhang entsteht ein PDF mit Anhang; verlangt ist keines.",
            "Ergänzen Sie --format um pdf, oder lassen Sie --anhang weg.",
        )
    if everything:
        _only_paths(
            dokument, {"--jahr": jahr, "--beschluss": beschluss, "--mit-verlauf": mit_verlauf or None}
        )
        akten = sources_of([Path(text) for text in paths] or [Path()], at)
        day = parse_stichtag(stichtag, akten[0])
        raise typer.Exit(_render_all(akten, output, wanted, day, ist_entwurf=entwurf, anhang=anhang))
    name = document_name(dokument)
    order = Auftrag(
        name, _which(name, {"--jahr": jahr, "--beschluss": beschluss}), tuple(wanted), anhang, mit_verlauf
    )
    source = _one_source(paths[1:], at)
    _render_one(source, order, output, parse_stichtag(stichtag, source), ist_entwurf=entwurf)


def _only_paths(dokument: str | None, options: Mapping[str, object]) -> None:
    """Refuse what --all would have to overlook."""
    from fgk.documents import DOKUMENTE

    too_much = [option for option, value in options.items() if value is not None]
    if dokument and dokument in DOKUMENTE and not os.path.lexists(dokument):
        too_much.append(f"„{dokument}“")
    if too_much:
        raise FgkError(
            f"Mit --all entstehen alle Dokumente; {too_much[0]} passt nicht dazu.",
            "Lassen Sie eines von beiden weg. Hinter --all stehen nur Ordner.",
        )


def _which(name: str, options: Mapping[str, str | None]) -> str | None:
    """Return which of several documents of a kind is meant; raises ``FgkError`` for an option of another kind."""
    from fgk.documents import DOKUMENTE

    art = DOKUMENTE[name]
    for option, value in options.items():
        if value is not None and option != art.option:
            lacks = "hat kein Jahr" if option == "--jahr" else "gehört zu keinem einzelnen Beschluss"
            raise FgkError(f"Das Dokument „{art.titel}“ {lacks}.", f"Lassen Sie {option} weg.")
    return options[art.option] if art.option else None


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


def _render_all(
    akten: Sequence["Source"],
    output: Path,
    wanted: Sequence[str],
    day: date,
    *,
    ist_entwurf: bool,
    anhang: bool,
) -> int:
    from fgk.documents.files import check_folder
    from fgk.output.progress import progress
    from fgk.output.summary import anzahl
    from fgk.serie import Serienauftrag, erzeuge_alle

    check_folder(output)
    jobs = [Serienauftrag(akte, output, tuple(wanted), day, ist_entwurf, anhang) for akte in akten]
    results: list[Serienergebnis] = []
    try:
        for result in progress(erzeuge_alle(jobs), len(jobs), "Akten"):
            results.append(result)  # noqa: PERF402 - what is done must be known when the next one fails
    finally:  # whoever interrupts, or has a full disk, wants to know what is there already
        _list(results)
    dateien = sum(len(result.dateien) for result in results)
    left_out = sum(len(result.ausgelassen) for result in results)
    typer.echo(
        f"{anzahl(len(results), 'Akte', 'Akten')}: {anzahl(dateien, 'Datei', 'Dateien')} geschrieben, {left_out} ausgelassen."
    )
    return ERRORS if any(result.ist_fehlerhaft for result in results) else OK


def _list(results: "Sequence[Serienergebnis]") -> None:
    from fgk.sources import short_path

    for result in results:
        for path in result.dateien:
            typer.echo(f"geschrieben: {short_path(path).as_posix()}")
        for was, grund in result.ausgelassen:
            typer.echo(f"ausgelassen: {f'{result.akte}: ' if result.akte != '.' else ''}{was}. {grund}")


def document_name(name: str | None) -> str:
    """Return the word of a document; raises ``FgkError`` for one that is none."""
    from fgk.documents import DOKUMENTE

    if name is None:
        raise FgkError(
            "Die Angabe DOKUMENT fehlt.", f"DOKUMENT: {_listed(DOKUMENTE)}; mit --all entstehen alle."
        )
    if name not in DOKUMENTE:
        raise FgkError(
            f"Ein Dokument „{name}“ gibt es nicht.",
            f"Hinter „fgk render“ steht zuerst das Dokument: {_listed(DOKUMENTE)}.",
        )
    return name


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} oder {last}"


def wanted_formats(text: str) -> list[str]:
    """Return the formats named in ``pdf,docx``, each once; raises ``FgkError`` for one that there is not."""
    from fgk.documents import SCHREIBER

    words = list(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    wanted = list(SCHREIBER) if "all" in words else words
    unknown = [word for word in wanted if word not in SCHREIBER]
    if unknown or not wanted:
        raise FgkError(
            f"Das Format „{unknown[0] if unknown else text}“ gibt es nicht.",
            f"Es gibt: {', '.join(SCHREIBER)} und all.",
        )
    return wanted


def _one_akte(paths: Sequence[str]) -> Path:
    if len(paths) > 1:
        raise FgkError(
            "Der Aufruf hat mehr Angaben, als der Befehl kennt.", "Die Hilfe zeigt „fgk render --help“."
        )
    return one_akte(Path(paths[0]) if paths else None)


def _one_source(paths: Sequence[str], at: str | None) -> "Source":
    """Return the one Akte that a document is made of, as it is or as it stood."""
    from fgk.sources import FolderSource

    if at is None:
        return FolderSource(_one_akte(paths))
    from fgk.history.source import akten_at

    found = akten_at(Path(paths[0]) if paths else Path(), at)
    if len(found) > 1:
        raise FgkError(
            f"Im Stand „{at}“ liegen dort {len(found)} Akten.",
            "Nennen Sie den Ordner einer Akte, oder nehmen Sie --all.",
        )
    return found[0]


def _one_folder(paths: Sequence[str]) -> Path:
    """Return the folder that templates are for: a workspace if one is named, else an Akte."""
    from fgk.sources import WORKSPACE_FILE

    path = Path(paths[0]) if paths else Path()
    return path if len(paths) <= 1 and (path / WORKSPACE_FILE).is_file() else _one_akte(paths)

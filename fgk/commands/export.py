"""fgk export: forms of the annual report for the departments, as workbooks for Excel."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from fgk.commands.common import (
    AkteArgument,
    OutputOption,
    StichtagOption,
    one_akte,
    parse_stichtag,
    parse_tag,
)
from fgk.commands.saying import say
from fgk.errors import FgkError

_WAS = "formular"


def export(
    was: Annotated[
        str, typer.Argument(metavar="WAS", help="Was geschrieben wird: formular.", show_default=False)
    ],
    akte: AkteArgument = None,
    *,
    jahr: Annotated[
        str | None,
        typer.Option(
            "--jahr",
            metavar="JAHR",
            help="Jahr des Jahresberichts, z. B. 2020 oder 2020-2021.",
            show_default=False,
        ),
    ] = None,
    organisationseinheit: Annotated[
        list[str] | None,
        typer.Option(
            "--organisationseinheit",
            metavar="KENNUNG",
            help="Nur für diese Stelle, z. B. OE-51; auch mehrfach. Ohne Angabe für alle.",
            show_default=False,
        ),
    ] = None,
    bis: Annotated[
        str | None,
        typer.Option(
            "--bis",
            metavar="JJJJ-MM-TT",
            help="Tag, bis zu dem das Formular zurück sein soll.",
            show_default=False,
        ),
    ] = None,
    output: OutputOption = Path("ausgabe"),
    stichtag: StichtagOption = None,
) -> None:
    """Schreibt für jede federführende Stelle ein Formular zum Jahresbericht, das sie in Excel ausfüllt.

    Beispiele: „fgk export formular --jahr 2020“, „fgk export formular --jahr 2020 --organisationseinheit OE-51 --bis
    2021-01-31“. Zurück in die Akte kommen die Antworten mit „fgk import“.
    """
    if was != _WAS:
        raise FgkError(f"„{was}“ kann fgk nicht schreiben.", "Möglich ist: fgk export formular.")
    if jahr is None:
        raise FgkError(
            "Es fehlt, für welchen Jahresbericht.", "Nennen Sie das Jahr mit --jahr, z. B. --jahr 2020."
        )
    from fgk.documents.files import write_files
    from fgk.exchange.formular import formulare
    from fgk.exchange.mappe import mappe
    from fgk.exchange.zeilen import bericht_des_jahres
    from fgk.loading.load import load_akte
    from fgk.sources import FolderSource
    from fgk.stand.fortschritt import berichte

    day, frist = parse_stichtag(stichtag), parse_tag(bis, takes_german=True)
    inhalt = load_akte(FolderSource(one_akte(akte)))[0]
    record = bericht_des_jahres(inhalt, jahr)
    blaetter = formulare(inhalt, record, day, organisationseinheit or (), frist)
    _check_unanswered(output / name for name in blaetter)
    geschrieben = write_files(output, {name: mappe(formular, day) for name, formular in blaetter.items()})
    for path, formular in zip(geschrieben, blaetter.values(), strict=True):
        massnahmen = "1 Maßnahme" if len(formular.zeilen) == 1 else f"{len(formular.zeilen)} Maßnahmen"
        typer.echo(f"geschrieben: {path.as_posix()} ({formular.stelle.name}, {massnahmen})")
    juengster = berichte(inhalt)[-1].kennung
    if record.kennung != juengster:
        say(
            f"Achtung: Einlesen lassen sich nur Formulare zum jüngsten Bericht, {juengster}; diese gehören zu {record.kennung}."
        )


def _check_unanswered(paths: Iterable[Path]) -> None:
    """Raise ``FgkError`` where a form would be written over that somebody has filled in, or over something else."""
    from fgk.exchange.dateien import ist_unberuehrt

    for path in paths:
        if path.exists() and not ist_unberuehrt(path):
            raise FgkError(
                f"„{path}“ ist schon da und nicht mehr so, wie fgk es geschrieben hat; vielleicht stehen Antworten darin.",
                "Lesen Sie die Antworten mit „fgk import“ ein und entfernen Sie die Datei, oder nennen Sie mit -o einen anderen Ordner.",
            )

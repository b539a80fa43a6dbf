"""fgk status: where the Akte stands; for now which answers to the annual report are still missing."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import AkteArgument, StichtagOption, one_akte, parse_stichtag, terminal_width
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.akte import Akte
    from fgk.output.ruecklauf import Eingang


class Format(StrEnum):
    """How it is written."""

    text = "text"
    json = "json"
    md = "md"


def status(
    akte: AkteArgument = None,
    *,
    ruecklauf: Annotated[
        str | None,
        typer.Option(
            "--ruecklauf",
            metavar="JAHR",
            help="Wer zu diesem Jahresbericht noch nicht geantwortet hat.",
            show_default=False,
        ),
    ] = None,
    formulare: Annotated[
        Path | None,
        typer.Option(
            "--formulare",
            metavar="ORDNER",
            help="Zeigt auch, welche ausgefüllten Formulare hier liegen und noch nicht eingelesen sind.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Form der Ausgabe: text, json oder md.")
    ] = Format.text,
    stichtag: StichtagOption = None,
) -> None:
    """Zeigt, wer zum Jahresbericht noch nicht geantwortet hat.

    Beispiele: „fgk status --ruecklauf 2020“, „fgk status --ruecklauf 2020 --formulare ruecklauf/“. Beantwortet ist eine
    Maßnahme, wenn ihr Eintrag einen Bericht, eine Abweichung oder eine Begründung hat, die nicht vom Vorjahr ist.
    """
    if ruecklauf is None:
        raise FgkError(
            "Ohne --ruecklauf zeigt „fgk status“ noch nichts.",
            "Nennen Sie einen Jahresbericht, z. B. fgk status --ruecklauf 2020.",
        )
    from fgk.exchange.zeilen import bericht_des_jahres, kopf
    from fgk.loading.load import load_akte
    from fgk.output.ruecklauf import Ruecklaufbericht, als_json, als_markdown, als_text
    from fgk.sources import FolderSource
    from fgk.stand.ruecklauf import ruecklauf as je_stelle

    day = parse_stichtag(stichtag)
    folder = one_akte(akte)
    inhalt = load_akte(FolderSource(folder))[0]
    record = bericht_des_jahres(inhalt, ruecklauf)
    jahr = record.modell.kennung.removeprefix("J-")
    bericht = Ruecklaufbericht(
        f"Rücklauf zum Jahresbericht {jahr}, {kopf(inhalt).ort.anzeigename}",
        record.modell.kennung,
        je_stelle(inhalt, record, day),
        None if formulare is None else _eingaenge(folder, inhalt, formulare, day),
    )
    match output_format:
        case Format.json:
            typer.echo(als_json(bericht))
        case Format.md:
            typer.echo("\n".join(als_markdown(bericht)))
        case Format.text:
            typer.echo("\n".join(als_text(bericht, width=terminal_width())))


def _eingaenge(folder: Path, akte: "Akte", ordner: Path, stichtag: date) -> "list[Eingang]":
    """Return the forms in a folder, each with how many measures it would still change."""
    from fgk.exchange.dateien import finde_dateien, lies_dateien
    from fgk.exchange.einlesen import einlesen
    from fgk.output.ruecklauf import Eingang

    if not ordner.is_dir():
        raise FgkError(
            f"„{ordner}“ ist kein Ordner.", "Nennen Sie mit --formulare den Ordner mit den Formularen."
        )
    eingaenge = []
    for datei in finde_dateien([ordner])[0]:
        gelesen, ablehnungen = lies_dateien([datei], ist_eine=False)
        abgleich = einlesen(folder, akte, gelesen, stichtag).abgleich
        unlesbar = [a.was for a in (*ablehnungen, *abgleich.ablehnungen) if not a.kennung and not a.ort]
        gefragt = gelesen[0].stand if gelesen else {}
        neu = {a.zeile.kennung for a in abgleich.aenderungen}
        neu |= {a.kennung for a in abgleich.ablehnungen if a.kennung in gefragt}
        stelle = gelesen[0].stelle if gelesen else ""
        eingaenge.append(Eingang(datei.name, stelle, len(neu), " ".join(unlesbar)))
    return eingaenge

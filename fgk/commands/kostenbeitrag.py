"""fgk kostenbeitrag: what an audit costs a municipality of this size, as far as a tariff says so."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import ERRORS, AkteArgument, parse_stichtag, refuse, terminal_width
from fgk.commands.saying import sentences

if TYPE_CHECKING:
    from fgk.loading.tarife import Frage, Geltend


class Format(StrEnum):
    """How it is written."""

    text = "text"
    json = "json"
    md = "md"


def kostenbeitrag(
    akte: AkteArgument = None,
    *,
    einwohner: Annotated[
        str | None,
        typer.Option(
            "--einwohner",
            metavar="ZAHL",
            help="Einwohnerzahl, z. B. 56377; ohne Angabe die aus der Akte.",
            show_default=False,
        ),
    ] = None,
    verfahren: Annotated[
        str | None,
        typer.Option(
            "--verfahren",
            metavar="WORT",
            help="Welches Audit, z. B. familiengerechter-kreis; ohne Angabe das der Akte.",
            show_default=False,
        ),
    ] = None,
    stufe: Annotated[
        str | None,
        typer.Option(
            "--stufe",
            metavar="WORT",
            help="grund, bilanzierung oder erhaltung; ohne Angabe die der Akte.",
            show_default=False,
        ),
    ] = None,
    tarif: Annotated[
        Path | None,
        typer.Option(
            "--tarif",
            metavar="DATEI",
            help="Ein eigener Tarif; ohne Angabe tarif.yaml der Akte oder des Arbeitsbereichs, sonst der mitgelieferte.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="Form der Ausgabe: text, json oder md.")
    ] = Format.text,
) -> None:
    """Zeigt den Kostenbeitrag zu einem Audit nach der Einwohnerzahl: brutto, netto, Mehrwertsteuer und Teilbeträge.

    Der mitgelieferte Tarif enthält nur die zwei Beträge, die veröffentlicht sind; fgk schätzt nichts dazwischen.
    Beispiele: „fgk kostenbeitrag“, „fgk kostenbeitrag --einwohner 400000“, „fgk kostenbeitrag --tarif tarif.yaml --format md“.
    """
    from fgk.kostenfrage import Angaben, frage_nach
    from fgk.output.kostenbeitrag import als_json, als_markdown, als_text
    from fgk.tarif.rechnung import berechne

    frage = frage_nach(akte, Angaben(einwohner, verfahren, stufe))
    geltend = _tarif(frage, tarif, parse_stichtag(None))
    ergebnis = berechne(geltend.tarif, frage.anfrage)
    match output_format:
        case Format.json:
            typer.echo(als_json(frage, geltend, ergebnis))
        case Format.md if ergebnis is not None:
            typer.echo(als_markdown(frage, geltend, ergebnis))
        case Format.text if ergebnis is not None:
            typer.echo("\n".join(als_text(frage, geltend, ergebnis, width=terminal_width())))
    if ergebnis is None:
        # the question is right and the answer is no, so it is not the 2 of a wrong call
        from fgk.output.kostenbeitrag import kein_tarif

        typer.echo(sentences(*kein_tarif(frage, geltend)), err=True)
        raise typer.Exit(ERRORS)


def _tarif(frage: "Frage", datei: Path | None, stichtag: date) -> "Geltend":
    """Return the tariff that counts; a faulty one of somebody's own ends the command with its faults."""
    from fgk.kostenfrage import FaultyTarifError, tarif_fuer

    try:
        return tarif_fuer(frage, datei, stichtag)
    except FaultyTarifError as error:
        refuse(error.faults, "Nicht gerechnet: Der Tarif hat Fehler.", "Beheben Sie die Fehler in der Datei.")

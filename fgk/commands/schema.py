"""fgk schema: write the JSON Schemas that editors read."""

from pathlib import Path
from typing import Annotated

import typer


def schema(
    ordner: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="ORDNER",
            help="Wohin; ohne Angabe werden sie nur aufgelistet.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Schreibt für jede Art von Datensatz ein JSON-Schema, mit dem Editoren Eingaben erklären und prüfen.

    Beispiel: „fgk schema -o schemas“.
    """
    from fgk.schemas import write_schemas

    if ordner is None:
        from fgk.models.arten import ARTEN

        for art in ARTEN:
            typer.echo(f"{art.name}.schema.json  {art.titel}  ({art.pfad.replace('{kennung}', '…')})")
        return
    for path in write_schemas(ordner):
        typer.echo(f"geschrieben: {path}")

"""fgk schema: write the JSON Schemas that editors read."""

from pathlib import Path
from typing import Annotated

import typer


def schema(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="ORDNER", help="Wohin geschrieben wird.")
    ] = Path("schemas"),
) -> None:
    """Schreibt für jede Art von Datensatz ein JSON-Schema, mit dem Editoren Eingaben erklären und prüfen.

    Beispiel: „fgk schema -o schemas“.
    """
    from fgk.schemas import write_schemas

    for path in write_schemas(output):
        typer.echo(f"geschrieben: {path.as_posix()}")

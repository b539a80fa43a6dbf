"""What ``fgk init`` says of the files that it made, and what comes next."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from fgk.commands.saying import say

if TYPE_CHECKING:
    from fgk.scaffolding.akte import Plan
    from fgk.scaffolding.anfangsdateien import Vorgaben


def say_what(vorgaben: "Vorgaben") -> None:
    """Say for which place the Akte is, and what it took over from the one before."""
    from fgk.scaffolding.folgeakte import zusammenfassung
    from fgk.scaffolding.orte import beschrieben

    say(f"Angelegt für: {beschrieben(vorgaben.ort)}")
    if vorgaben.vorgaenger is not None:
        for satz in zusammenfassung(vorgaben.vorgaenger):
            say(satz)


def report(plan: "Plan", ordner: Path, *, ist_neu: bool) -> None:
    """Print what was made, what was there, and the next step for an Akte that is new."""
    if plan.neu:
        _list("Angelegt:", plan.neu)
    else:
        typer.echo("Es fehlt nichts; angelegt wurde nichts.")
    if plan.vorhanden:
        _list("Schon da und nicht geändert:", plan.vorhanden)
    for path, lines in plan.fehlende_zeilen.items():
        typer.echo(f"In {_shown(path)} fehlen diese Zeilen; ergänzen Sie sie:")
        for line in lines:
            typer.echo(f"  {line}")
    if plan.ci:
        typer.echo("Was für die CI einzurichten ist, steht am Anfang ihrer Datei.")
    if plan.ci_ordner:
        say(
            f"Die CI-Datei liegt im obersten Ordner des Repositorys ({_shown(plan.ci_ordner)}); nur dort wirkt sie."
        )
    if ist_neu:
        wo = "" if ordner == Path() else f" {_typed(ordner)}"
        readme = ordner / "README.md"
        danach = (
            f"Was danach zu tun ist, steht in {_shown(readme)}."
            if readme in plan.neu
            else "Danach: Stellen und Termine in „organisationseinheiten.yaml“ und „audit.yaml“ ergänzen, dann „fgk new ziel“."
        )
        typer.echo()
        say(f"Nächster Schritt: „fgk validate{wo}“. {danach}")


def _typed(path: Path) -> str:
    """Return a path as it can be typed in a command."""
    text = _shown(path)
    return text if re.fullmatch(r"[\w./~+-]+", text) else f'"{text}"'


def _list(kopf: str, paths: Iterable[Path]) -> None:
    """Print files, those of the editor as one: nobody looks into them."""
    from fgk.output.summary import anzahl

    typer.echo(kopf)
    schemas = [path for path in paths if path.parent.name == "schemas"]
    for path in paths:
        if path not in schemas:
            typer.echo(f"  {_shown(path)}")
    if schemas:
        zahl = anzahl(len(schemas), "Schema", "Schemas")
        typer.echo(f"  {_shown(schemas[0].parent)}/ ({zahl} für den Editor)")


def _shown(path: Path) -> str:
    from fgk.sources import short_path

    return short_path(path).as_posix()

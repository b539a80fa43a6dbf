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


#: folders with more new files than this are told as one
_VIELE = 3
_ORDNER = frozenset({"schemas", "ziele", "massnahmen", "analyse"})


def say_what(vorgaben: "Vorgaben") -> None:
    """Say for which place the Akte is, and what it took over from the one before."""
    from fgk.scaffolding.orte import beschrieben
    from fgk.scaffolding.uebernahmeliste import zusammenfassung

    say(f"Angelegt für: {beschrieben(vorgaben.ort)}")
    if vorgaben.vorgaenger is not None:
        for satz in zusammenfassung(vorgaben.vorgaenger):
            say(satz)


def say_if_apart(ordner: Path) -> None:
    """Say how the new Akte and the one before find each other, where they do not yet."""
    from fgk.sources import FolderSource

    if FolderSource(ordner).workspace() is None:
        say(
            "Noch finden die beiden Akten einander nicht. Legen Sie in den Ordner, in dem beide liegen, eine Datei fgk.yaml "
            "mit der Zeile „bezeichnung: …“; dann ist er ein Arbeitsbereich (Handbuch, Seite 2)."
        )


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
    """Print files; where there are many of a kind in a folder, as one: nobody reads forty names."""
    from collections import Counter

    from fgk.output.summary import anzahl

    typer.echo(kopf)
    viele = {folder for folder, zahl in Counter(path.parent for path in paths).items() if zahl > _VIELE}
    gruppen = dict.fromkeys(_gruppe(path, viele) for path in paths)
    for path in sorted(gruppen, key=lambda path: path.name == "schemas"):  # nobody looks into them
        zahl = sum(other.parent == path for other in paths)
        if path.name == "schemas":
            typer.echo(f"  {_shown(path)}/ ({anzahl(zahl, 'Schema', 'Schemas')} für den Editor)")
        else:
            typer.echo(f"  {_shown(path)}" + (f"/ ({zahl} Dateien)" if path in viele else ""))


def _gruppe(path: Path, viele: set[Path]) -> Path:
    """Return what stands for a file in the list: its folder, where that is full; those at the top are told by name."""
    return path.parent if path.parent in viele and path.parent.name in _ORDNER else path


def _shown(path: Path) -> str:
    from fgk.sources import short_path

    return short_path(path).as_posix()

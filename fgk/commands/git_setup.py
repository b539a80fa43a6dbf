"""fgk git-setup: tell git about Akten, in one clone; never silently."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from fgk.history.setup import Plan

_NACHRICHT = "Akten feldweise vergleichen"


def git_setup(
    ordner: Annotated[
        str,
        typer.Argument(metavar="ORDNER", help="Ordner mit einer oder mehreren Akten.", show_default=False),
    ] = ".",
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Nimmt alles wieder zurück.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Zeigt nur, was geschrieben würde; ändert nichts.")
    ] = False,
) -> None:
    """Richtet git so ein, dass es Akten feldweise vergleicht und zusammenführt.

    Schreibt nur in die Einstellungen dieses Klons und in die Datei .gitattributes, und sagt vorher, was.
    Beispiele: „fgk git-setup“, „fgk git-setup --dry-run“, „fgk git-setup --remove“.
    """
    from fgk.finding import find_akten
    from fgk.history.config import find_clone
    from fgk.history.setup import carry_out, plan_removal, plan_setup

    akten = [] if remove else find_akten(Path(ordner))
    clone = find_clone(_folder(Path(ordner)))
    plan = plan_removal(clone) if remove else plan_setup(clone, akten)
    if plan.is_empty:
        typer.echo("Hier ist nichts von fgk eingerichtet." if remove else "Alles ist schon eingerichtet.")
        return
    _announce(plan, removing=remove)
    if dry_run:
        typer.echo("Es wurde nichts geschrieben. Ohne --dry-run geschieht es.")
        return
    carry_out(plan)
    _say_what_to_commit(plan, removing=remove)


def _folder(path: Path) -> Path:
    """Return a folder to start git in; raises ``FgkError`` for a path that does not exist."""
    from fgk.errors import FgkError

    if not path.exists():
        raise FgkError(f"„{path}“ gibt es nicht.", "Prüfen Sie die Schreibweise des Pfads.")
    return path if path.is_dir() else path.parent


def _announce(plan: "Plan", *, removing: bool) -> None:
    from fgk.sources import short_path

    sign = "-" if removing else "+"
    if plan.settings:
        typer.echo(f"Einstellungen dieses Klons ({short_path(plan.clone.config).as_posix()}):")
        for key, value in plan.settings.items():
            typer.echo(f"  {sign} {key}" + ("" if value is None else f" = {value.replace(chr(10), ' | ')}"))
    if plan.lines:
        typer.echo(f"{short_path(plan.path).as_posix()}:")
        for line in plan.lines:
            typer.echo(f"  {sign} {line}")
    if plan.has_cache:
        typer.echo("Was git sich von fgk gemerkt hat (refs/notes/textconv/fgk), wird gelöscht.")
    typer.echo()


def _say_what_to_commit(plan: "Plan", *, removing: bool) -> None:
    from fgk.sources import short_path

    typer.echo("Zurückgenommen." if removing else "Eingerichtet.")
    if plan.attributes is not None:
        name = short_path(plan.path).as_posix()
        typer.echo("Nehmen Sie .gitattributes in das Repository auf, damit es für alle gilt:")
        typer.echo(f'  git add {name}\n  git commit -m "{_NACHRICHT}"')
    if not removing:
        typer.echo("Die Einstellungen gelten nur in diesem Klon; in jedem anderen: „fgk git-setup“.")

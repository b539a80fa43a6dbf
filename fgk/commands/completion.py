"""fgk completion: print the script by which a shell completes what is typed behind fgk."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from fgk.commands.common import COMPLETE


class Shell(StrEnum):
    """The shells that Typer has a script for."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


#: each writes into the file that the shell reads at its start, once and by the user
_EINRICHTEN = {
    Shell.bash: "fgk completion bash >> ~/.bashrc",
    Shell.zsh: "(echo 'autoload -Uz compinit && compinit'; fgk completion zsh) >> ~/.zshrc",
    Shell.fish: "fgk completion fish > ~/.config/fish/completions/fgk.fish",
    Shell.powershell: "fgk completion powershell | Add-Content $PROFILE",
}


def completion(
    shell: Annotated[
        Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish oder powershell.", show_default=False)
    ],
) -> None:
    """Gibt das Skript aus, mit dem die Tabulatortaste Befehle, Optionen und Kennungen ergänzt.

    Beispiele: „fgk completion bash >> ~/.bashrc“, „fgk completion powershell | Add-Content $PROFILE“.
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # there, but not in a list of exports

    typer.echo(get_completion_script(prog_name="fgk", complete_var=COMPLETE, shell=shell.value))
    if sys.stdout.isatty():
        typer.echo(
            f"Einmal einrichten: „{_EINRICHTEN[shell]}“. Danach öffnen Sie ein neues Terminal.", err=True
        )

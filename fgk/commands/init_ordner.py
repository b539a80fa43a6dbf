"""Where ``fgk init`` puts the Akte where nobody said so and other things lie around."""

from pathlib import Path


def ordner_fuer(ordner: Path, name: str | None) -> Path:
    """Return the folder for the Akte: where none was named and the one here holds other things, as asked."""
    from fgk.commands.fragen import ask, is_terminal
    from fgk.scaffolding.anfangsdateien import kennung_fuer
    from fgk.sources import AKTE_FILE

    if ordner != Path() or not is_terminal():
        return ordner
    sichtbar = [path.name for path in Path().iterdir() if not path.name.startswith(".")]
    if not sichtbar or AKTE_FILE in sichtbar:
        return ordner
    vorschlag = f"kommune-{kennung_fuer(name, 0)[2:-2]}" if name else "akte"
    antwort = ask(
        f"In diesem Ordner liegt schon etwas ({', '.join(sorted(sichtbar)[:3])}). In welchen Ordner kommt die Akte? "
        "(Punkt: in diesen)",
        vorschlag,
    )
    return Path(antwort or vorschlag)

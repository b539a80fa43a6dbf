"""fgk merge-file: git's merge driver for records; set up by ``fgk git-setup``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import ERRORS, OK

if TYPE_CHECKING:
    from fgk.editing.merge import Merge
    from fgk.editing.model import Conflict


def merge_file(
    basis: Annotated[str, typer.Argument(metavar="BASIS", help="Der gemeinsame Vorgänger (%O).")],
    unsere: Annotated[
        str, typer.Argument(metavar="UNSERE", help="Unsere Fassung (%A); nimmt das Ergebnis auf.")
    ],
    ihre: Annotated[str, typer.Argument(metavar="IHRE", help="Die andere Fassung (%B).")],
    pfad: Annotated[
        str | None, typer.Argument(metavar="PFAD", help="Wie die Datei heißt (%P).", show_default=False)
    ] = None,
) -> None:
    """Führt zwei Fassungen einer Datei feldweise zusammen; git ruft den Befehl auf.

    Was beide Seiten verschieden geändert haben, nennt er und überlässt es Ihnen. Ergebnis: 0 zusammengeführt,
    1 mit Konflikten.
    Beispiel: „fgk merge-file basis.yaml unsere.yaml ihre.yaml massnahmen/M-1.1.1.yaml“.
    """
    from fgk.commands.textconv import read_bytes
    from fgk.editing.merge import merge

    result = merge(*map(read_bytes, (basis, unsere, ihre)))
    name = pfad or unsere
    if result.text is not None:
        Path(unsere).write_bytes(result.text)
        raise typer.Exit(OK)
    for line in _reasons(result, name):
        typer.echo(line, err=True)
    raise typer.Exit(_line_by_line(result, (unsere, basis, ihre), name))


def _line_by_line(result: "Merge", files: tuple[str, str, str], name: str) -> int:
    """Let git merge the lines, and return the exit code: a conflict of fields stays one, whatever the lines do."""
    from fgk.editing.merge import says
    from fgk.history.config import run_git

    labels = [word for label in ("hier", "vorher", "dort") for word in ("-L", f"{label}: {name}")]
    answer = run_git(Path(), "merge-file", "--diff3", "--quiet", *labels, "--", *files)
    is_clean = answer.code == 0 and not result.conflicts
    if is_clean and (result.data is None or says(Path(files[0]).read_bytes(), result.data)):
        return OK
    if answer.code == 0:
        todo = "Die Zeilen ließen sich zusammenfügen, die Felder nicht. Prüfen Sie die genannten Stellen in der Datei."
    elif 0 < answer.code < 128:
        todo = "Entscheiden Sie sich in der Datei an jeder Stelle zwischen <<<<<<< und >>>>>>>."
    else:
        todo = f"git konnte die Datei nicht zusammenführen ({answer.err}); sie enthält nur unsere Fassung."
    typer.echo(f"  → {todo} Danach: „git add {name}“.", err=True)
    return ERRORS


def _reasons(result: "Merge", name: str) -> list[str]:
    if not result.conflicts:
        return [f"fgk: {name} lässt sich nicht feldweise zusammenführen; git vergleicht die Zeilen."]
    count = len(result.conflicts)
    places = "Eine Stelle ist" if count == 1 else f"{count} Stellen sind"
    head = f"fgk: {name}: {places} auf beiden Seiten verschieden geändert."
    return [head, *(f"  {_in_words(conflict)}" for conflict in result.conflicts)]


def _in_words(conflict: "Conflict") -> str:
    from fgk.output.fieldlines import one_line

    place = one_line(".".join(conflict.path)) or "die ganze Datei"
    values = (conflict.base, conflict.ours, conflict.theirs)
    if conflict.base is None and any(isinstance(value, dict) for value in values):
        return f"{place}: auf beiden Seiten neu, mit verschiedenem Inhalt"
    if isinstance(conflict.base, dict) and None in (conflict.ours, conflict.theirs):
        what = ("gelöscht", "geändert") if conflict.ours is None else ("geändert", "gelöscht")
        return f"{place}: hier {what[0]}, dort {what[1]}"
    before, here, there = (_value(value) for value in values)
    return f"{place}: hier {here}, dort {there}, vorher {before}"


def _value(value: object) -> str:
    from fgk.output.fieldlines import one_line

    match value:
        case None:
            return "nichts"
        case dict():
            return "eine Gruppe"
        case [dict(), *_]:
            return "1 Eintrag" if len(value) == 1 else f"{len(value)} Einträge"
        case list():
            return one_line(", ".join(map(str, value)))
    return f"„{one_line(str(value))}“"

"""fgk render --copy-templates: lay our templates beside an Akte."""

import os
from pathlib import Path

import typer


def copy_templates(folder: Path) -> None:
    """Write our templates beside the Akte, to start from; what is there already stays."""
    from fgk import resources
    from fgk.documents.files import write_files
    from fgk.loading.ablagen import ablage_mit_rolle
    from fgk.sources import FolderSource, short_path

    ours = resources.folder("templates")
    files = [*sorted(ours.glob("*.j2")), ours / "word" / "dokument.docx", ours / "odf" / "dokument.odt"]
    if ablage_mit_rolle(FolderSource(folder), "verein"):  # nobody else can make an Urkunde
        files += [ours / "word" / "urkunde.docx", ours / "odf" / "urkunde.odt"]
    target = folder / "vorlagen"
    new = {path.name: path.read_bytes() for path in files if not os.path.lexists(target / path.name)}
    for path in write_files(target, new):
        typer.echo(f"geschrieben: {short_path(path).as_posix()}")
    for path in files:
        if path.name not in new:
            typer.echo(f"schon da: {short_path(target / path.name).as_posix()}")

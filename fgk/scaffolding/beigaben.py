"""What comes with a new Akte and is no record: for git, the editor and a pipeline."""

import json
from pathlib import Path, PurePosixPath

from fgk import resources
from fgk.errors import FgkError
from fgk.history.attributes import lines_for, with_lines
from fgk.models.arten import ARTEN
from fgk.scaffolding.neu import SCHEMAS
from fgk.scaffolding.plattformen import ci_plattformen
from fgk.schemas import schema_text

_FEST = {
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".vscode/extensions.json": "extensions.json",
}


def beigaben() -> dict[str, bytes]:
    """Return what every Akte gets besides its records."""
    dateien = {ziel: _vorlage(name).read_text(encoding="utf-8") for ziel, name in _FEST.items()}
    dateien[".vscode/settings.json"] = _editor()
    dateien |= {f"{SCHEMAS}/{art.name}.schema.json": schema_text(art) for art in ARTEN}
    raw = {path: text.encode() for path, text in dateien.items()}
    return raw | {".gitattributes": with_lines(b"", lines_for(PurePosixPath()))}


def _vorlage(name: str) -> Path:
    return resources.folder("templates") / "akte" / name


def _editor() -> str:
    """Return settings that tell Visual Studio Code which schema belongs to which files."""
    schemas = {f"./{SCHEMAS}/{art.name}.schema.json": art.pfad.format(kennung="*") for art in ARTEN}
    settings = {
        "yaml.schemas": schemas,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def ci_dateien(plattform: str | None) -> dict[str, bytes]:
    """Return the files of a pipeline for a platform, none without one; raises ``FgkError`` for one that is not shipped."""
    if plattform is None:
        return {}
    if plattform not in ci_plattformen():
        raise FgkError(
            f"Für „{plattform}“ bringt fgk keine CI-Datei mit.",
            f"Möglich sind: {', '.join(ci_plattformen())}.",
        )
    top = resources.folder("templates") / "ci" / plattform
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }

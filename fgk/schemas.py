"""The JSON Schemas of the records, as ``schemas/`` holds them: German titles, descriptions, enums."""

import json
from pathlib import Path
from typing import Any

from fgk.errors import FgkError
from fgk.models.arten import ARTEN, Art

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(art: Art) -> str:
    """Return the JSON Schema of one kind of record, ready to be written."""
    schema: dict[str, Any] = art.modell.model_json_schema()
    _tidy(schema)
    schema["title"] = art.titel
    schema.pop("description", None)
    head = {"$schema": _DIALECT, "$id": f"{art.name}.schema.json"}
    return json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into ``folder`` and return their paths; raises ``FgkError`` if that fails."""
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for art in ARTEN:
            path = folder / f"{art.name}.schema.json"
            path.write_text(schema_text(art), encoding="utf-8", newline="\n")
            written.append(path)
    except OSError as error:
        raise FgkError(
            f"In „{folder}“ lässt sich nicht schreiben ({error.strerror}).",
            "Nennen Sie mit -o einen Ordner, in dem Sie schreiben dürfen.",
        ) from error
    return written


def _tidy(node: Any) -> None:
    """Drop what pydantic adds for programmers: English docstrings and class names as titles."""
    if isinstance(node, dict):
        for definition in node.get("$defs", {}).values():
            definition.pop("description", None)
            definition.pop("title", None)
        for value in node.values():
            _tidy(value)
    elif isinstance(node, list):
        for value in node:
            _tidy(value)

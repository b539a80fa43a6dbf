"""The JSON Schemas of the records, as ``schemas/`` holds them: German titles, descriptions, enums, messages."""

import json
from pathlib import Path
from typing import Any

from fgk.errors import FgkError
from fgk.hints import for_editors
from fgk.models.arten import ARTEN, Art
from fgk.sources import reason_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(art: Art) -> str:
    """Return the JSON Schema of one kind of record, ready to be written."""
    schema: dict[str, Any] = art.modell.model_json_schema()
    definitions = schema.get("$defs", {}).values()
    _restore_titles(schema, {definition["title"] for definition in definitions})
    for definition in definitions:  # English docstrings and class names are for programmers
        definition.pop("description", None)
        definition.pop("title", None)
    schema["title"] = art.titel
    schema.pop("description", None)
    for_editors(schema)
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
            f"In „{folder}“ lässt sich nicht schreiben ({reason_of(error)}).",
            "Nennen Sie mit -o einen Ordner, in dem Sie schreiben dürfen.",
        ) from error
    return written


def _restore_titles(node: Any, known: set[str]) -> None:
    """Give a property its title back: pydantic drops one that is the name of the class it refers to."""
    if isinstance(node, dict):
        name = str(node.get("$ref", "")).rpartition("/")[2]
        if name in known and "description" in node:
            node.setdefault("title", name)
        for value in node.values():
            _restore_titles(value, known)
    elif isinstance(node, list):
        for value in node:
            _restore_titles(value, known)

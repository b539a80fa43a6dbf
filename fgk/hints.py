"""Make a JSON Schema say in an editor what a clerk needs, without taking or refusing anything else.

pydantic writes schemas for programs. yaml-language-server, which VS Code and most other editors use, makes of them a
proposal ``null`` for everything optional, ``quellen: []`` for a list that somebody wants to begin, and English
messages. Its keywords ``errorMessage``, ``enumDescriptions`` and ``defaultSnippets`` are unknown to other programs,
which must ignore them by the standard. ADR 0021 says why it is done in this way.
"""

from collections.abc import Iterator
from typing import Any

from fgk.models.werte import FORM

_Knoten = dict[str, Any]

_EMPTY = "leer"
#: takes only null, but says so in a way that no editor makes a proposal of. ``properties`` and ``allOf`` change nothing,
#: but without them yaml-language-server takes it for one more text and shows every title twice.
_ONLY_NULL: _Knoten = {
    "allOf": [{"not": {"type": ["boolean", "number", "string", "array", "object"]}}],
    "properties": {},
}
_FORMS = {"date": "ein Tag wie 2017-08-24"}
_MESSAGES = {
    "boolean": "Erwartet wird true oder false.",
    "array": "Erwartet wird eine Liste: Jeder Eintrag steht in einer eigenen Zeile und beginnt mit einem Spiegelstrich.",
}


def for_editors(schema: _Knoten) -> None:
    """Change a schema in place."""
    definitions = schema.setdefault("$defs", {})
    for node in list(_nodes(schema)):
        if node.get("default", "") in (None, []):
            del node["default"]  # "nothing" is no proposal
        node.pop("discriminator", None)  # OpenAPI's word; the union itself says the same
        if _is_optional(node):
            node["anyOf"] = [node["anyOf"][0], {"$ref": f"#/$defs/{_EMPTY}"}]
            definitions[_EMPTY] = dict(_ONLY_NULL)
    for node in _nodes(schema):
        for feld in node.get("properties", {}).values():
            _describe(feld, definitions)
    for node in _nodes(schema):
        _add_message(node)


def _nodes(schema: _Knoten) -> Iterator[_Knoten]:
    """Yield every schema inside a schema, the inner ones first; what is called like a keyword is no schema."""
    for keyword in ("$defs", "properties"):
        for inner in schema.get(keyword, {}).values():
            yield from _nodes(inner)
    for keyword in ("anyOf", "oneOf"):
        for inner in schema.get(keyword, ()):
            yield from _nodes(inner)
    if "items" in schema:
        yield from _nodes(schema["items"])
    yield schema


def _is_optional(node: _Knoten) -> bool:
    return {"type": "null"} in node.get("anyOf", ())


def _describe(feld: _Knoten, definitions: _Knoten) -> None:
    """Say at a key which form its value has, and let a group begin with its first keys."""
    value = feld["anyOf"][0] if "anyOf" in feld else feld
    _add_form(feld, value, "Einzutragen ist")
    if isinstance(value.get("items"), dict):
        _add_form(feld, value["items"], "Jeder Eintrag ist")
    name = str(value.get("$ref", "")).rpartition("/")[2]
    if value is not feld and name:
        feld["defaultSnippets"] = [{"label": feld["title"], "body": _beginning(definitions[name])}]


def _add_form(feld: _Knoten, value: _Knoten, verb: str) -> None:
    form = _form(value)
    examples = [str(example) for example in value.get("examples", ())[:1]]
    if form and not any(example in feld["description"] for example in examples):
        feld["description"] += f" {verb} {form}."


def _form(value: _Knoten) -> str | None:
    return value.get(FORM) or _FORMS.get(str(value.get("format", value.get("type"))))


def _beginning(group: _Knoten) -> _Knoten:
    """Return the keys that a new group begins with: those it must have, else its first."""
    names = group.get("required") or list(group["properties"])[:1]
    return {
        name: [f"${number}"] if group["properties"][name].get("type") == "array" else f"${number}"
        for number, name in enumerate(names, start=1)
    }


def _add_message(node: _Knoten) -> None:
    form = _form(node) if "type" in node else None
    node.pop(FORM, None)
    message = f"Erwartet wird {form}." if form else _MESSAGES.get(str(node.get("type")))
    if message:
        node.setdefault("errorMessage", message)

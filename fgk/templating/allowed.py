"""What a template may see of an object: named for each kind of value; of everything else nothing.

Records are pydantic models, and these can read files and run pickles; so what is allowed is listed, never what is not.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from inspect import get_annotations
from types import FunctionType
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.utils import Namespace

#: methods of texts that cannot make one huge
_TEXT = frozenset(
    (
        "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "startswith", "endswith", "lower", "upper",
        "title", "capitalize", "casefold", "split", "splitlines", "partition", "rpartition", "count", "find", "rfind",
        "isdigit", "isalpha", "isalnum", "islower", "isupper", "isspace",
    )
)  # fmt: skip
#: kind of value -> what may be asked of it; nothing here changes it, reads a file or makes something huge
_ERLAUBT: tuple[tuple[type | tuple[type, ...], frozenset[str]], ...] = (
    (str, _TEXT),
    (Mapping, frozenset(("get", "items", "keys", "values"))),
    ((bool, int, float, complex, bytes, bytearray, type), frozenset()),
    (date, frozenset(("year", "month", "day", "isoformat", "weekday"))),
    (
        LoopContext,
        frozenset(
            (
                "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth",
                "depth0", "cycle", "changed",
            )
        ),
    ),
    (Macro, frozenset(("name", "arguments"))),
    (BlockReference, frozenset(("super",))),
)  # fmt: skip
#: what leads out of the records
_VERBORGEN = frozenset(("akte", "ablagen", "workspace", "source", "locator", "raw"))


def is_allowed(obj: Any, name: str) -> bool:
    """Say whether a template may see the attribute ``name`` of ``obj``."""
    if name.startswith("_") or name in _VERBORGEN:
        return False
    for kind, names in _ERLAUBT:
        if isinstance(obj, kind):
            return name in names
    if isinstance(obj, (Namespace, TemplateReference, Undefined)):
        return True
    return name in _own_names(type(obj))


_names: dict[type, frozenset[str]] = {}


def _own_names(kind: type) -> frozenset[str]:
    """Return what classes of fgk say of themselves: their fields, properties and functions; nothing they inherit."""
    if kind in _names:
        return _names[kind]
    names: set[str] = set()
    for cls in kind.__mro__:
        if cls.__module__.partition(".")[0] == "fgk":
            names |= get_annotations(cls).keys()
            names |= {
                name
                for name, value in vars(cls).items()
                if isinstance(value, (property, cached_property, FunctionType))
            }
            names |= set(getattr(cls, "_fields", ()))
    _names[kind] = frozenset(name for name in names if not name.startswith(("_", "model_")))
    return _names[kind]

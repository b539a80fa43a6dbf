"""Keep pydantic from looking for plugins, which loads importlib.metadata and with it a twentieth of a small run.

Plugins are switched off by the environment (``PYDANTIC_DISABLE_PLUGINS``); but pydantic imports what looks for them all
the same. The module in its place says that there are none, and loads the real one if anybody asks it for more.
"""

import importlib
import sys
from types import ModuleType
from typing import Any

_NAME = "pydantic.plugin._loader"


class _KeinePlugins(ModuleType):
    """Stands for pydantic's module until somebody wants something else of it."""

    def get_plugins(self) -> tuple[()]:
        """Return that there are none."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the machinery of imports asks, and does without
            raise AttributeError(name)
        sys.modules.pop(_NAME, None)
        return getattr(importlib.import_module(_NAME), name)


def ohne_plugins() -> None:
    """Take the place of pydantic's module, before pydantic is imported."""
    if _NAME not in sys.modules:
        sys.modules[_NAME] = _KeinePlugins(_NAME)

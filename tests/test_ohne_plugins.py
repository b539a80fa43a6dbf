"""A run looks for no plugins of pydantic, and whoever needs pydantic's own module still gets it."""

import subprocess
import sys


def ausgefuehrt(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_models_are_built_without_what_looks_for_plugins() -> None:
    code = (
        "import sys; from fgk.ohne_plugins import ohne_plugins; ohne_plugins(); from fgk.models.base import Quelle; "
        "print(Quelle(titel='x').titel, 'importlib.metadata' in sys.modules)"
    )
    assert ausgefuehrt(code) == "x False"


def test_what_else_the_module_holds_comes_from_the_real_one() -> None:
    code = (
        "from fgk.ohne_plugins import ohne_plugins; ohne_plugins(); "
        "from pydantic.plugin import _loader; print(_loader.PYDANTIC_ENTRY_POINT_GROUP)"
    )
    assert ausgefuehrt(code) == "pydantic"


def test_a_module_that_is_there_already_stays() -> None:
    code = (
        "import pydantic.plugin._loader as echt; from fgk.ohne_plugins import ohne_plugins; ohne_plugins(); "
        "import sys; print(sys.modules['pydantic.plugin._loader'] is echt)"
    )
    assert ausgefuehrt(code) == "True"

"""The only place that finds shipped files: inside the package in a wheel, beside it in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Return the folder of shipped files called ``name``: ``templates`` or ``schemas``.

    A wheel carries both inside the package; a checkout has them at its top level.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def data(*parts: str) -> Path:
    """Return the path of a data file that lives inside the package, such as ``verfahren/…yaml``."""
    return _PACKAGE.joinpath(*parts)

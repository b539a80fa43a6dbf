"""Read the YAML files that come with fgk. A fault in them is ours; tests hold that there is none."""

from typing import Any

from fgk import resources
from fgk.reading.reader import read_yaml


def read_shipped(*parts: str) -> Any:
    """Return the data of a shipped file; lists are tuples, because what is read once is shared by all."""
    return _fixed(read_yaml(resources.data(*parts).read_bytes()).data)


def _fixed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _fixed(value) for key, value in data.items()}
    return tuple(map(_fixed, data)) if isinstance(data, list) else data

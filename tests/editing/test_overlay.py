"""An Akte as it would be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fgk.editing.overlay import OverlaySource
from fgk.loading.load import load_akte
from fgk.models.massnahme import Massnahme
from fgk.sources import FolderSource, UnreadableFileError


def test_changed_and_new_files_are_seen_and_nothing_is_written(akte: Callable[..., Path]) -> None:
    folder = akte()
    below = FolderSource(folder)
    other = below.read("massnahmen/M-1.1.1.yaml").replace(b"Steuerungsgruppe", b"Lenkungskreis")
    new = other.replace(b"M-1.1.1", b"M-1.1.2")
    source = OverlaySource(below, {"massnahmen/M-1.1.1.yaml": other, "massnahmen/M-1.1.2.yaml": new})
    loaded, diagnostics = load_akte(source)
    assert diagnostics == []
    assert [r.modell.titel for r in loaded.alle(Massnahme)] == ["Lenkungskreis einrichten"] * 2
    assert source.label == below.label
    assert source.names("massnahmen") == ["M-1.1.1.yaml", "M-1.1.2.yaml"]
    assert source.exists("massnahmen/M-1.1.2.yaml")
    assert source.exists("audit.yaml")
    assert not source.exists("vertrag.yaml")
    assert source.read("massnahmen/M-1.1.2.yaml", 3) == b"ken"
    assert below.names("massnahmen") == ["M-1.1.1.yaml"]
    with pytest.raises(UnreadableFileError):
        source.read("vertrag.yaml")

"""How git is told to call fgk, and what its patterns find."""

import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from fgk.history.setup import XFUNCNAME, command, settings


def test_fgk_is_called_by_its_name_where_that_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shlex.split(command()) == [sys.executable, "-P", "-m", "fgk"]
    name = tmp_path / ("fgk.exe" if os.name == "nt" else "fgk")
    name.write_text("#!/bin/sh\n")
    name.chmod(0o755)
    assert command() == "fgk"
    assert settings()["merge.fgk.driver"] == "fgk merge-file %O %A %B %P"


@pytest.mark.parametrize(
    ("zeile", "gezeigt"),
    [
        ("kennung: M-3.1.2", "M-3.1.2"),
        ('kennung: "M-3.1.2" # Kommentar', "M-3.1.2"),
        ("  - kennung: OE-51", "OE-51"),
        ("- massnahme: M-1.1.1", "M-1.1.1"),
        ("  - massnahme: M-1.1.1", "M-1.1.1"),
        ("  - ziel: Z-1.1", "Z-1.1"),
        ("ziel: Z-1.1", None),
        ("      - kennung: ZV-2017", None),
        ("  text: kennung: x", None),
        ("massnahmen:", None),
    ],
)
def test_a_record_begins_near_the_margin(zeile: str, gezeigt: str | None) -> None:
    treffer = [match[1] for muster in XFUNCNAME.splitlines() if (match := re.match(muster, zeile))]
    assert treffer == ([] if gezeigt is None else [gezeigt])

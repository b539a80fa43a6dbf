"""A file is whole, old or new, whatever happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hilfen import WURZEL, ohne_vorrechte

from fgk.editing.write import replace_file
from fgk.errors import FgkError


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"alt")
    path.chmod(0o640)
    replace_file(path, b"neu", b"alt")
    assert path.read_bytes() == b"neu"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "beschluesse" / "a.yaml"
    replace_file(path, b"neu", None)
    assert path.read_bytes() == b"neu"
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "ziel.yaml").write_bytes(b"alt")
    link = tmp_path / "a.yaml"
    link.symlink_to("ziel.yaml")
    replace_file(link, b"neu", b"alt")
    assert link.is_symlink()
    assert (tmp_path / "ziel.yaml").read_bytes() == b"neu"


@pytest.mark.parametrize("before", [b"etwas anderes", None])
def test_what_somebody_wrote_meanwhile_stays(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"von jemand anderem")
    with pytest.raises(FgkError, match="hat sich geändert, während der Befehl lief"):
        replace_file(path, b"neu", before)
    assert path.read_bytes() == b"von jemand anderem"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def _without_removing(folder: Path, names: str) -> str:
    """Replace a file where nothing may be removed whose path contains ``names``; return the last line of what is said."""
    (folder / "a.yaml").write_bytes(b"alt")
    code = (
        "import sys\nfrom pathlib import Path\nfrom fgk.editing.write import replace_file\n"
        "def refuse(event, args):\n"
        f"    if event == 'os.remove' and {names!r} in str(args[0]): raise PermissionError(13, 'held by a scanner')\n"
        "sys.addaudithook(refuse)\nreplace_file(Path('a.yaml'), b'neu', b'alt')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(WURZEL), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.stderr.strip().rpartition("\n")[2]


def test_what_is_written_counts_although_the_temporary_file_cannot_be_removed(tmp_path: Path) -> None:
    assert _without_removing(tmp_path, ".a.yaml.") == ""
    assert (tmp_path / "a.yaml").read_bytes() == b"neu"


def test_without_a_folder_for_temporary_files_it_says_so(tmp_path: Path) -> None:
    assert "Es gibt keinen Ordner für vorübergehende Dateien" in _without_removing(tmp_path, "")
    assert (tmp_path / "a.yaml").read_bytes() == b"alt"


def test_a_file_that_has_gone_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FgkError, match="hat sich geändert"):
        replace_file(tmp_path / "a.yaml", b"neu", b"alt")
    assert list(tmp_path.iterdir()) == []


def test_a_protected_file_and_folder_are_named(offener_ordner: Path) -> None:
    path = offener_ordner / "a.yaml"
    path.write_bytes(b"alt")
    path.chmod(0o444)
    with ohne_vorrechte(), pytest.raises(FgkError, match="ist schreibgeschützt"):
        replace_file(path, b"neu", b"alt")
    with ohne_vorrechte(), pytest.raises(FgkError, match="keine Berechtigung"):
        replace_file(offener_ordner / "neu" / "b.yaml", b"neu", None)
    assert path.read_bytes() == b"alt"

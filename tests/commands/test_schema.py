"""fgk schema: write the JSON Schemas."""

from pathlib import Path

import pytest
from hilfen import Aufruf

from fgk.models.arten import ARTEN


def test_without_a_folder_they_go_into_schemas(
    aufruf: Aufruf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ergebnis = aufruf("schema")
    assert ergebnis.aus.splitlines() == [f"geschrieben: schemas/{art.name}.schema.json" for art in ARTEN]
    assert len(list((tmp_path / "schemas").iterdir())) == len(ARTEN)


def test_they_are_written_into_a_folder_that_is_made(aufruf: Aufruf, tmp_path: Path) -> None:
    ordner = tmp_path / "neu" / "schemas"
    ergebnis = aufruf("schema", "-o", ordner)
    assert ergebnis.code == 0
    assert ergebnis.aus.splitlines() == [f"geschrieben: {ordner}/{art.name}.schema.json" for art in ARTEN]
    assert sorted(pfad.name for pfad in ordner.iterdir()) == sorted(
        f"{art.name}.schema.json" for art in ARTEN
    )


def test_a_folder_that_is_a_file_is_told_so(aufruf: Aufruf, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("x", encoding="utf-8")
    ergebnis = aufruf("schema", "-o", tmp_path / "datei")
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert f"In „{tmp_path}/datei“ lässt sich nicht schreiben" in ergebnis.fehler


def test_a_folder_where_a_schema_should_be_is_told_so(aufruf: Aufruf, tmp_path: Path) -> None:
    (tmp_path / "audit.schema.json").mkdir()
    ergebnis = aufruf("schema", "-o", tmp_path)
    assert ergebnis.code == 2
    assert "lässt sich nicht schreiben" in ergebnis.fehler
    assert "Is a directory" not in ergebnis.fehler

"""fgk textconv: the bytes of the lines on standard output, and a sentence where there is no file."""

from pathlib import Path

from hilfen import KOPF, Aufruf, fgk


def test_lines_come_out_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(KOPF.encode() + b"text: \xc3\xa4\n")
    lauf = fgk("textconv", "a.yaml", cwd=tmp_path, env={"PYTHONIOENCODING": "latin-1"})
    assert lauf.stdout.splitlines()[-2:] == ["titel: Steuerungsgruppe einrichten", "ziel: Z-1.1"]
    assert (lauf.returncode, lauf.stderr, "text: ä\n" in lauf.stdout) == (0, "", True)
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_what_is_no_file(aufruf: Aufruf, tmp_path: Path) -> None:
    for name in ("nichts.yaml", "."):
        ergebnis = aufruf("textconv", tmp_path / name)
        assert (ergebnis.code, ergebnis.aus) == (2, "")
        assert "lässt sich nicht lesen" in ergebnis.fehler

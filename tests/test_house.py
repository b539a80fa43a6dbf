"""The house rules that no linter knows: layers, no traces of a machine, tests that test, small modules."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hilfen import WURZEL

MODULE = sorted((WURZEL / "fgk").rglob("*.py"))
TESTS = sorted((WURZEL / "tests").rglob("test_*.py"))
#: written in pieces, so that this file holds none of them
SPUREN = re.compile(
    "|".join(
        ["/wor" + "k/", "/hom" + "e/[a-z]", "/Use" + "rs/[A-Za-z]", "/roo" + "t/", r"[A-Z]:\\\\?Use" + "rs"]
    )
)
LAENGSTE = 300


def dateien() -> list[Path]:
    """Return what belongs to the project: tracked, or new and not ignored."""
    befehl = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    gelistet = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True, check=True).stdout
    pfade = [WURZEL / name for name in gelistet.split("\0") if name]
    return [pfad for pfad in pfade if pfad.is_file()]


def test_imports_run_downwards_only() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    ergebnis = subprocess.run([linter, "--no-cache"], cwd=WURZEL, capture_output=True, text=True, check=False)
    assert ergebnis.returncode == 0, ergebnis.stdout
    assert "0 broken" in ergebnis.stdout


def test_no_file_holds_the_path_of_a_machine() -> None:
    gefunden = []
    for pfad in dateien():
        try:
            text = pfad.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            text = pfad.read_bytes().decode("latin-1")
        for nummer, zeile in enumerate(text.splitlines(), start=1):
            if SPUREN.search(zeile):
                gefunden.append(f"{pfad.relative_to(WURZEL)}:{nummer}: {zeile.strip()[:100]}")
    assert gefunden == []


def test_every_text_file_has_unix_line_ends_and_ends_with_one() -> None:
    endungen = {".py", ".md", ".yaml", ".toml", ".j2", ".typ", ".json", ".txt"}
    gefunden = []
    for pfad in dateien():
        if pfad.suffix in endungen and "akten" not in pfad.parts:
            daten = pfad.read_bytes()
            if b"\r" in daten or (daten and not daten.endswith(b"\n")):
                gefunden.append(str(pfad.relative_to(WURZEL)))
    assert gefunden == []


def _prueft(baum: ast.AST) -> bool:
    for knoten in ast.walk(baum):
        if isinstance(knoten, ast.Assert):
            return True
        if isinstance(knoten, ast.Attribute) and knoten.attr == "raises":
            return True
    return False


@pytest.mark.parametrize("pfad", TESTS, ids=lambda pfad: str(pfad.relative_to(WURZEL)))
def test_every_test_asserts_something(pfad: Path) -> None:
    baum = ast.parse(pfad.read_text(encoding="utf-8"))
    tests = [k for k in ast.walk(baum) if isinstance(k, ast.FunctionDef) and k.name.startswith("test_")]
    helfer = {
        k.name
        for k in ast.walk(baum)
        if isinstance(k, ast.FunctionDef) and not k.name.startswith("test_") and _prueft(k)
    }
    assert tests, "a test module without tests"
    leer = [
        test.name
        for test in tests
        if not _prueft(test) and not any(isinstance(k, ast.Name) and k.id in helfer for k in ast.walk(test))
    ]
    assert leer == []


def test_nothing_is_skipped_or_left_to_fail() -> None:
    marken = re.compile(r"mark\.(skip|skipif|xfai" + r"l)|pytest\.(skip|importorskip|xfai" + r"l)\(")
    gefunden = [
        f"{pfad.relative_to(WURZEL)}:{nummer}"
        for pfad in TESTS
        for nummer, zeile in enumerate(pfad.read_text(encoding="utf-8").splitlines(), start=1)
        if marken.search(zeile) and "marken" not in zeile
    ]
    assert gefunden == []


def test_modules_are_small() -> None:
    """Data in the shape of code (the texts of the rules) may be longer."""
    laengen = {
        str(pfad.relative_to(WURZEL)): len(pfad.read_text(encoding="utf-8").splitlines()) for pfad in MODULE
    }
    zu_lang = {
        name: zeilen
        for name, zeilen in laengen.items()
        if zeilen > LAENGSTE and not name.endswith("codes.py")
    }
    assert zu_lang == {}
    mitte = sorted(laengen.values())[len(laengen) // 2]
    assert mitte <= 80


@pytest.mark.parametrize("pfad", MODULE, ids=lambda pfad: str(pfad.relative_to(WURZEL)))
def test_every_module_says_what_it_is_for(pfad: Path) -> None:
    text = pfad.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))


def test_nothing_is_printed_past_the_command_line() -> None:
    for pfad in MODULE:
        rufe = [
            knoten
            for knoten in ast.walk(ast.parse(pfad.read_text(encoding="utf-8")))
            if isinstance(knoten, ast.Call)
            and isinstance(knoten.func, ast.Name)
            and knoten.func.id == "print"
        ]
        assert rufe == [], pfad


def test_the_clock_is_read_in_one_place() -> None:
    orte = [pfad.name for pfad in MODULE if re.search(r"\b(today|now)\(\)", pfad.read_text(encoding="utf-8"))]
    assert orte == ["common.py"]


def test_every_dependency_is_declared_and_used() -> None:
    projekt = tomllib.loads((WURZEL / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    erklaert = {re.split(r"[<>=!~ ]", zeile)[0].replace("-", "_") for zeile in projekt["dependencies"]}
    genutzt = set()
    for pfad in MODULE:
        for knoten in ast.walk(ast.parse(pfad.read_text(encoding="utf-8"))):
            if isinstance(knoten, ast.Import):
                genutzt |= {name.name.partition(".")[0] for name in knoten.names}
            elif isinstance(knoten, ast.ImportFrom) and knoten.module:
                genutzt.add(knoten.module.partition(".")[0])
    fremd = {name for name in genutzt if name not in sys.stdlib_module_names} - {"fgk"}
    pakete = {
        "yaml": "pyyaml",
        "markdown_it": "markdown_it_py",
        "docx": "python_docx",
        "git": "gitpython",
        "ruamel": "ruamel.yaml",
    }
    assert {pakete.get(name, name) for name in fremd} == erklaert

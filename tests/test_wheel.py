"""The wheel: built, installed away from the checkout, it does the same to the byte."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from hilfen import BEISPIEL, WURZEL, baue_wheel

from fgk.models.arten import ARTEN

TAG = ("--stichtag", "2020-12-31")
AUFTRAEGE = (("zielvereinbarung",), ("jahresbericht", "--jahr", "2018"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return baue_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def fgk_befehl(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into a fresh environment that borrows the third-party packages of this one."""
    ordner = tmp_path_factory.mktemp("umgebung")
    venv.create(ordner, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(ordner), "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    paketordner = next(ordner.glob("lib/python*/site-packages"), ordner / "Lib" / "site-packages")
    (paketordner / "geborgt.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return ordner / ("Scripts/fgk.exe" if os.name == "nt" else "bin/fgk")


def starte(befehl: list[str | Path], ordner: Path) -> subprocess.CompletedProcess[str]:
    umgebung = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    umgebung |= {"COLUMNS": "100", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        list(map(str, befehl)),
        cwd=ordner,
        env=umgebung,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_carries_all_data_and_nothing_else(wheel: Path) -> None:
    namen = set(zipfile.ZipFile(wheel).namelist())
    for ordner, muster in (("templates", "**/*"), ("schemas", "*.json")):
        for pfad in (WURZEL / ordner).glob(muster):
            if pfad.is_file():
                assert f"fgk/{ordner}/{pfad.relative_to(WURZEL / ordner).as_posix()}" in namen
    assert {f"fgk/schemas/{art.name}.schema.json" for art in ARTEN} <= namen
    assert {
        "fgk/katalog/indikatoren.yaml",
        "fgk/register/daten/05.tsv.gz",
        "fgk/register/quelle.yaml",
        "fgk/verfahren/familiengerechte-kommune.yaml",
        "fgk/py.typed",
    } <= namen
    assert not [
        name
        for name in namen
        if name.startswith(("tests", "examples", "benchmarks")) or "__pycache__" in name
    ]
    assert {name.partition("/")[0].partition("-")[0] for name in namen} == {"fgk"}


def test_the_installed_fgk_is_not_the_checkout(fgk_befehl: Path, tmp_path: Path) -> None:
    python = fgk_befehl.with_name("python")
    gesagt = starte(
        [python, "-c", "import fgk, fgk.resources as r; print(fgk.__file__, r.folder('templates'))"], tmp_path
    )
    modul, vorlagen = gesagt.stdout.split()
    assert str(WURZEL) not in modul
    assert vorlagen == str(Path(modul).with_name("templates"))


def test_the_installed_fgk_does_the_same_to_the_byte(fgk_befehl: Path, tmp_path: Path) -> None:
    ordner = tmp_path / "kommune-stolberg"
    shutil.copytree(BEISPIEL, ordner)
    checkout = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(WURZEL)!r}); from fgk.__main__ import main; main()",
    ]
    ausgaben = {}
    for name, befehl in (("wheel", [fgk_befehl]), ("checkout", checkout)):
        geprueft = starte([*befehl, "validate", "kommune-stolberg", *TAG], tmp_path)
        assert geprueft.returncode == 0, geprueft.stdout + geprueft.stderr
        for auftrag in AUFTRAEGE:
            gesagt = starte(
                [*befehl, "render", *auftrag, ordner, "--format", "md,pdf", "-o", name, *TAG], tmp_path
            )
            assert gesagt.returncode == 0, gesagt.stderr
        dateien = {pfad.name: pfad.read_bytes() for pfad in (tmp_path / name).iterdir()}
        ausgaben[name] = (geprueft.stdout, dateien)
    assert len(ausgaben["wheel"][1]) == 4
    assert ausgaben["wheel"] == ausgaben["checkout"]


def test_the_installed_fgk_writes_the_stored_schemas(fgk_befehl: Path, tmp_path: Path) -> None:
    assert starte([fgk_befehl, "schema", "-o", "s"], tmp_path).returncode == 0
    for art in ARTEN:
        name = f"{art.name}.schema.json"
        assert (tmp_path / "s" / name).read_bytes() == (WURZEL / "schemas" / name).read_bytes()


def test_the_version_of_the_wheel_is_that_of_the_package(
    wheel: Path, fgk_befehl: Path, tmp_path: Path
) -> None:
    version = wheel.name.split("-")[1]
    assert starte([fgk_befehl, "--version"], tmp_path).stdout == f"fgk {version}\n"


@pytest.mark.parametrize("plattform", ["github", "gitlab", "forgejo"])
def test_the_installed_fgk_begins_an_akte_that_is_valid(
    fgk_befehl: Path, tmp_path: Path, plattform: str
) -> None:
    begonnen = starte([fgk_befehl, "init", "akte", "--ags", "05334032", "--ci", plattform], tmp_path)
    assert begonnen.returncode == 0, begonnen.stderr
    assert starte([fgk_befehl, "validate", "akte"], tmp_path).stdout.endswith("keine Fehler.\n")

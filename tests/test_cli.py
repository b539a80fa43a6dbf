"""The command line: exit codes, what is said of a wrong call, and the one error boundary."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MASSNAHME, MINIMAL, WURZEL, Aufruf, fgk, lege_an, ohne_vorrechte

from fgk import __version__

ENGLISCH = re.compile(
    r"\b(Usage|Options|Arguments?|Commands?|Show this|exit|required|default|Error|Missing|Invalid|No such|Try)\b"
)


def test_without_arguments_the_help_is_shown_and_it_is_a_usage_error(aufruf: Aufruf) -> None:
    ergebnis = aufruf()
    assert ergebnis.code == 2
    assert "Aufruf: fgk" in ergebnis.aus
    assert "validate" in ergebnis.aus
    assert ergebnis.fehler == ""


@pytest.mark.parametrize("befehl", [(), ("validate",), ("render",), ("rule",), ("schema",)])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_help_is_german(aufruf: Aufruf, befehl: tuple[str, ...], option: str) -> None:
    ergebnis = aufruf(*befehl, option)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert "Aufruf: fgk" in ergebnis.aus
    assert "Zeigt diese Hilfe." in ergebnis.aus
    assert ENGLISCH.findall(ergebnis.aus) == []
    assert re.findall(r"<(?!text\|json)[^>]*>|range", ergebnis.aus) == [], "no Python types"


def test_the_version_is_shown(aufruf: Aufruf) -> None:
    assert aufruf("--version") == (0, f"fgk {__version__}\n", "")


@pytest.mark.parametrize(
    ("argumente", "was", "tun"),
    [
        (["valdate"], "Den Befehl „valdate“ gibt es nicht.", "Meinten Sie „validate“?"),
        (["qqq"], "Den Befehl „qqq“ gibt es nicht.", "Alle Befehle zeigt „fgk --help“."),
        (["--qqq"], "Die Option „--qqq“ gibt es hier nicht.", "Die Hilfe zeigt „fgk --help“."),
        (["validate", "--forma"], "Die Option „--forma“ gibt es hier nicht.", "Meinten Sie „--format“?"),
        (["validate", "-x"], "Die Option „-x“ gibt es hier nicht.", "Die Hilfe zeigt „fgk validate --help“."),
        (["validate", "--format", "xml"], "Der Wert für „--format“ passt nicht.", "text, json, github"),
        (["validate", "--jobs", "viele"], "Der Wert für „--jobs“ passt nicht.", "Zahl der Prozesse"),
        (["validate", "-j", "-1"], "Der Wert für „--jobs“ passt nicht.", "Zahl der Prozesse"),
        (["validate", "--stichtag"], "Hinter der Option „--stichtag“ fehlt ein Wert", "Die Hilfe zeigt"),
        (
            ["validate", "--strict=1"],
            "Hinter der Option „--strict“ fehlt ein Wert, oder er ist zu viel",
            "Hilfe",
        ),
        (["validate", "--stichtag", "2024-02-30"], "„2024-02-30“ ist kein Tag.", "JJJJ-MM-TT"),
        (["validate", "--stichtag", "heute"], "„heute“ ist kein Tag.", "JJJJ-MM-TT"),
        (
            ["validate", "--stichtag", "31.12.2024"],
            "„31.12.2024“ ist kein Tag.",
            "JJJJ-MM-TT an, hier also 2024-12-31.",
        ),
        (["validate", "--select", "FGK8"], "Eine Regel „FGK8“ gibt es nicht.", "„fgk rule“"),
        (["validate", "--ignore", "FGK1,E501"], "Eine Regel „E501“ gibt es nicht.", "„fgk rule“"),
        (["validate", ""], "Ein Pfad ist leer.", "Nennen Sie einen Ordner"),
        (["validate", "/gibt/es/nicht"], "„/gibt/es/nicht“ gibt es nicht.", "Schreibweise"),
        (["render"], "Die Angabe DOKUMENT fehlt.", "DOKUMENT: bestandsaufnahme, beteiligung, "),
        (["render", "zielvereinbarung", "a", "b"], "mehr Angaben, als der Befehl kennt", "fgk render --help"),
        (["rule", "FGK8"], "Eine Regel „FGK8“ gibt es nicht.", "Alle Regeln zeigt „fgk rule“."),
        (["schema", "viel"], "mehr Angaben, als der Befehl kennt", "fgk schema --help"),
    ],
)
def test_a_wrong_call_is_explained_in_german_with_exit_code_2(
    aufruf: Aufruf, argumente: list[str], was: str, tun: str
) -> None:
    ergebnis = aufruf(*argumente)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    erste, zweite = ergebnis.fehler.splitlines()
    assert erste.startswith("fgk: ")
    assert was in erste
    assert zweite.startswith("  → ")
    assert tun in zweite
    assert ENGLISCH.findall(ergebnis.fehler) == []


def test_anything_else_is_our_bug_and_says_where_to_report_it(
    aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch, akte: Callable[..., Path]
) -> None:
    def kaputt(*_argumente: object, **_namen: object) -> None:
        raise ZeroDivisionError("geteilt")

    monkeypatch.setattr("fgk.workspace.check_akte", kaputt)
    ergebnis = aufruf("validate", akte({}))
    assert ergebnis.code == 3
    assert "ZeroDivisionError: geteilt" in ergebnis.fehler
    assert ergebnis.fehler.rstrip().endswith("mit den Zeilen darüber an die Entwicklung.")


def test_an_interrupted_run_says_nothing_of_a_bug(
    aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch, akte: Callable[..., Path]
) -> None:
    def unterbrochen(*_argumente: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("fgk.workspace.check_akte", unterbrochen)
    ergebnis = aufruf("validate", akte({}))
    assert ergebnis.code == 130
    assert "Traceback" not in ergebnis.fehler


@pytest.mark.parametrize(
    "args",
    [
        ("fmt", "{}"),
        ("init", "{}", "--ags=05334032"),
        ("pack", "--output={}"),
        ("validate", "--output={}"),
        ("unpack", "{}"),
        ("set", "M-1.1.1", "titel=x", "--akte={}"),
    ],
)
@pytest.mark.parametrize("path", ["a" * 300, "zu/innen"])
def test_a_path_out_of_reach_is_no_bug(
    args: tuple[str, ...], path: str, aufruf: Aufruf, offener_ordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lege_an(offener_ordner / "akte", {})
    (folder / "zu").mkdir(mode=0)
    monkeypatch.chdir(folder)
    with ohne_vorrechte():
        ergebnis = aufruf(*(arg.format(path) for arg in args))
    assert (ergebnis.code, "Fehler in fgk" in ergebnis.fehler) == (2, False)


# --- in a process of its own, as users have it -----------------------------------------------------------


@pytest.mark.parametrize("args", [["set", "M-1.1.1", "titel=F\udce4hre"], ["new", "ziel", "--titel=\udcff"]])
def test_a_text_that_is_no_utf8_is_explained(args: list[str], aufruf: Aufruf) -> None:
    ergebnis = aufruf(*args)
    assert (ergebnis.code, "ist kein Text in UTF-8" in ergebnis.fehler) == (2, True)


def test_the_exit_codes_of_the_real_process(tmp_path: Path) -> None:
    gut = fgk("validate", MINIMAL)
    schlecht = fgk("validate", lege_an(tmp_path / "a", {MASSNAHME: ""}))
    falsch = fgk("validate", tmp_path / "nicht")
    assert (gut.returncode, schlecht.returncode, falsch.returncode) == (0, 1, 2)
    assert gut.stdout == "1 Akte mit 4 Dateien geprüft: keine Fehler.\n"
    assert gut.stderr == schlecht.stderr == falsch.stdout == ""


def test_a_closed_pipe_is_no_reason_for_a_traceback(tmp_path: Path) -> None:
    zeilen = "".join(f"schluessel{nummer}: 1\n" for nummer in range(2000))
    ordner = lege_an(tmp_path / "a", {MASSNAHME: zeilen})
    with subprocess.Popen(
        [sys.executable, "-m", "fgk", "validate", str(ordner)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": str(WURZEL), "PATH": ""},
    ) as prozess:
        assert prozess.stdout is not None
        assert prozess.stderr is not None
        assert b"FGK010" in prozess.stdout.readline()
        prozess.stdout.close()
        gesagt = prozess.stderr.read()
    assert gesagt == b""
    assert prozess.returncode == 141


def test_a_full_disk_is_no_bug() -> None:
    with Path("/dev/full").open("w") as voll:
        prozess = subprocess.run(
            [sys.executable, "-m", "fgk", "validate", str(MINIMAL)],
            stdout=voll, stderr=subprocess.PIPE, cwd=WURZEL, check=False,
        )  # fmt: skip
    assert prozess.returncode == 2
    assert "Der Datenträger ist voll." in prozess.stderr.decode()


def test_a_closed_stdout_is_no_bug() -> None:
    haupt = "import sys; from fgk.cli import main; sys.exit(main())"
    befehl = f"exec '{sys.executable}' -c '{haupt}' validate '{MINIMAL}' >&-"
    prozess = subprocess.run(["/bin/sh", "-c", befehl], capture_output=True, cwd=WURZEL, check=False)
    assert (prozess.returncode, prozess.stderr) == (0, b"")


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path / "a", {MASSNAHME: "föo: 1\n"})
    ergebnis = fgk("validate", ordner, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"})
    assert "„föo“" in ergebnis.stdout
    assert "│ föo: 1" in ergebnis.stdout


MODULE = "import sys\nfrom fgk.cli import run\ncode = run(sys.argv[1:])\nprint(*sorted(sys.modules), file=sys.stderr)\n"


def geladen(*argumente: str | Path) -> set[str]:
    prozess = subprocess.run(
        [sys.executable, "-c", MODULE, *map(str, argumente)],
        capture_output=True,
        text=True,
        cwd=WURZEL,
        check=True,
    )
    return {name.partition(".")[0] for name in prozess.stderr.split()}


def test_validate_imports_nothing_it_does_not_need() -> None:
    module = geladen("validate", MINIMAL)
    assert {"yaml", "pydantic", "typer"} <= module
    schwer = {"rich", "jinja2", "markupsafe", "typst", "markdown_it", "ruamel", "git", "pygments"}
    assert module & schwer == set()


def test_the_help_imports_no_library_of_documents() -> None:
    # Typer prints the help with rich, and rich knows markdown_it
    assert geladen("--help") & {"jinja2", "typst", "ruamel", "git"} == set()

"""fgk render: what it refuses, what it writes, and that an old file stays whole until the new one is."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hilfen import BEISPIEL, KOPF, MASSNAHME, MINIMAL, WURZEL, Aufruf, lege_an, ohne_vorrechte

from fgk import serie
from fgk.sources import FolderSource

KREIS = WURZEL / "examples" / "kreis-wiesengrund" / "kreis"

DATEIEN = {
    "zielvereinbarung.yaml": "kennung: ZV-2024\nlaufzeit:\n  von: 2024-01-01\n  bis: 2026-12-31\npraeambel: Wir wollen viel.\n",
    "jahresberichte/2024.yaml": (
        "kennung: J-2024\nvon: 2024-01-01\nbis: 2024-12-31\nzusammenfassung: Ein Anfang.\nmassnahmen:\n"
        "  - massnahme: M-1.1.1\n    status: umgesetzt\n    fortschritt: 100\n"
    ),
}
TAG = ("--stichtag", "2025-03-01")
NAME = "zielvereinbarung_musterstadt-2024.md"


@pytest.fixture
def voll(akte: Callable[..., Path]) -> Path:
    return akte(DATEIEN)


@pytest.fixture
def ziel(tmp_path: Path) -> Path:
    return tmp_path / "ausgabe"


def namen(ordner: Path) -> list[str]:
    return sorted(pfad.name for pfad in ordner.iterdir()) if ordner.exists() else []


@pytest.mark.parametrize(
    ("argumente", "erwartet"),
    [
        (("zielvereinbarung", "--format", "md"), [NAME]),
        (("jahresbericht", "--jahr", "2024", "--format", "md"), ["jahresbericht-2024_musterstadt-2024.md"]),
        (("zielvereinbarung", "--format", "MD, md,"), [NAME]),
        (("zielvereinbarung", "--format", "pdf,md"), [NAME, NAME.replace(".md", ".pdf")]),
        (("zielvereinbarung",), [NAME.replace(".md", ".pdf")]),
    ],
)
def test_the_folder_is_made_and_the_files_are_named(
    aufruf: Aufruf, voll: Path, ziel: Path, argumente: tuple[str, ...], erwartet: list[str]
) -> None:
    ergebnis = aufruf("render", *argumente, voll, "-o", ziel / "tief", *TAG)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert namen(ziel / "tief") == erwartet
    assert sorted(ergebnis.aus.splitlines()) == [f"geschrieben: {ziel}/tief/{name}" for name in erwartet]


def test_without_o_it_is_written_to_the_current_folder(
    aufruf: Aufruf, voll: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(voll / "ziele")
    assert (
        aufruf("render", "zielvereinbarung", "--format", "md", *TAG).aus == f"geschrieben: ausgabe/{NAME}\n"
    )
    assert namen(voll / "ziele" / "ausgabe") == [NAME]
    assert aufruf("validate", *TAG).code == 0, "what was written is no part of the Akte"


def test_the_same_input_gives_the_same_bytes(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    for name in ("a", "b"):
        aufruf("render", "zielvereinbarung", voll, "--format", "md,pdf", "-o", ziel / name, *TAG)
    assert [p.read_bytes() for p in sorted((ziel / "a").iterdir())] == [
        p.read_bytes() for p in sorted((ziel / "b").iterdir())
    ]


@pytest.mark.parametrize(
    ("argumente", "was", "tun"),
    [
        (
            ("nix",),
            "Ein Dokument „nix“ gibt es nicht.",
            "Hinter „fgk render“ steht zuerst das Dokument: bestandsaufnahme, beteiligung, ",
        ),
        (
            ("zielvereinbarung", "--format", "rtf"),
            "Das Format „rtf“ gibt es nicht.",
            "Es gibt: pdf, md, html, docx, odt und all.",
        ),
        (
            ("zielvereinbarung", "--format", "md,xyz"),
            "Das Format „xyz“ gibt es nicht.",
            "Es gibt: pdf, md, html, docx, odt und all.",
        ),
        (
            ("zielvereinbarung", "--format", ","),
            "Das Format „,“ gibt es nicht.",
            "Es gibt: pdf, md, html, docx, odt und all.",
        ),
        (("zielvereinbarung", "--jahr", "2024"), "hat kein Jahr.", "Lassen Sie --jahr weg."),
        (("jahresbericht",), "fehlt das Jahr.", "die Akte enthält: 2024"),
        (("jahresbericht", "--jahr", "31"), "keinen fehlerfreien Jahresbericht 31", "Sie enthält: 2024."),
        (("jahresbericht", "--jahr", "../2024"), "keinen fehlerfreien Jahresbericht", "Sie enthält: 2024."),
        (("zielvereinbarung", "--anhang", "--format", "md"), "verlangt ist keines.", "um pdf"),
        (("zielvereinbarung", "--all"), "„zielvereinbarung“ passt nicht dazu.", "nur Ordner."),
        (("--all", "--jahr", "2024"), "--jahr passt nicht dazu.", "Lassen Sie eines von beiden weg."),
        (("zielvereinbarung", "--stichtag", "morgen"), "„morgen“ ist kein Tag.", "JJJJ-MM-TT"),
    ],
)
def test_a_wrong_call_writes_nothing(
    aufruf: Aufruf, voll: Path, ziel: Path, *, argumente: tuple[str, ...], was: str, tun: str
) -> None:
    ergebnis = aufruf("render", *argumente, voll, "-o", ziel)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert was in ergebnis.fehler
    assert tun in ergebnis.fehler
    assert not ziel.exists()


def test_an_akte_without_the_document_is_told_which_file_is_missing(
    aufruf: Aufruf, akte: Callable[..., Path], ziel: Path
) -> None:
    ergebnis = aufruf("render", "zielvereinbarung", akte({}), "-o", ziel)
    assert ergebnis.code == 1
    assert "die Datei der Zielvereinbarung" in ergebnis.fehler
    assert "zielvereinbarung.yaml" in ergebnis.fehler
    assert not ziel.exists()


def test_a_report_that_is_not_there_is_named_with_those_that_are(
    aufruf: Aufruf, voll: Path, ziel: Path
) -> None:
    ergebnis = aufruf("render", "jahresbericht", "--jahr", "2031", voll, "-o", ziel)
    assert ergebnis.code == 1
    assert "der Jahresbericht 2031 (die Akte enthält: 2024)" in ergebnis.fehler
    assert "jahresberichte/2031.yaml" in ergebnis.fehler
    assert not ziel.exists()


def test_a_misspelled_path_does_not_render_the_akte_around_it(
    aufruf: Aufruf, voll: Path, ziel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(voll)
    ergebnis = aufruf("render", "zielvereinbarung", "kommune-stollberg", "-o", ziel)
    assert ergebnis.code == 2
    assert "„kommune-stollberg“ gibt es nicht." in ergebnis.fehler
    assert not ziel.exists()


def test_outside_an_akte_it_is_told_so(aufruf: Aufruf, tmp_path: Path, ziel: Path) -> None:
    ergebnis = aufruf("render", "zielvereinbarung", tmp_path, "-o", ziel)
    assert ergebnis.code == 2
    assert "liegt keine Akte" in ergebnis.fehler


def test_with_errors_nothing_is_written_and_all_of_them_are_named(
    aufruf: Aufruf, voll: Path, ziel: Path
) -> None:
    lege_an(voll, {MASSNAHME: KOPF + "ende: 2024-02-30\ntittel: x\n"})
    ergebnis = aufruf("render", "zielvereinbarung", voll, "-o", ziel, *TAG)
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    assert f"{MASSNAHME}:5:7: FGK009" in ergebnis.fehler
    assert f"{MASSNAHME}:6:1: FGK010" in ergebnis.fehler
    assert ergebnis.fehler.rstrip().splitlines()[-2:] == [
        "Kein Dokument erzeugt: 2 Fehler.",
        "  → Beheben Sie die Fehler, oder erzeugen Sie mit --entwurf einen gekennzeichneten Entwurf.",
    ]
    assert not ziel.exists()


def test_a_draft_is_written_despite_errors_and_says_that_it_is_one(
    aufruf: Aufruf, voll: Path, ziel: Path
) -> None:
    lege_an(voll, {MASSNAHME: KOPF + "ende: 2024-02-30\n"})
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md", "--entwurf", "-o", ziel, *TAG)
    assert ergebnis.code == 0
    assert "Entwurf" in (ziel / NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("was", ["zielvereinbarung", "--all"])
def test_a_draft_says_which_files_it_shows_without_their_faulty_parts(
    aufruf: Aufruf, voll: Path, ziel: Path, was: str
) -> None:
    (voll / "ziele" / "Z-1.1.yaml").write_text(
        "kennung: Z-1.1\ntitel: ohne Handlungsfeld\n", encoding="utf-8"
    )
    ergebnis = aufruf("render", was, voll, "--entwurf", "--format", "md", "-o", ziel)
    assert "Entwurf mit 1 Fehler in: " in ergebnis.fehler
    assert "Z-1.1.yaml" in ergebnis.fehler


def test_a_draft_differs_from_the_document(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel / "a", *TAG)
    aufruf("render", "zielvereinbarung", voll, "--format", "md", "--entwurf", "-o", ziel / "b", *TAG)
    ohne, mit = ((ziel / name / NAME).read_text(encoding="utf-8") for name in "ab")
    assert mit.lower().count("entwurf") > ohne.lower().count("entwurf")


def test_warnings_do_not_hold_up_a_document(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    lege_an(voll, {MASSNAHME: KOPF})
    assert aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG).code == 0


# --- writing -------------------------------------------------------------------------------------------


def test_a_file_in_the_place_of_the_folder_is_told_so(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    ziel.write_text("alt", encoding="utf-8")
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert f"„{ziel}“ ist eine Datei und kein Ordner." in ergebnis.fehler
    assert ziel.read_text(encoding="utf-8") == "alt"


def test_a_file_in_the_path_of_the_folder_is_told_so(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    ziel.write_text("alt", encoding="utf-8")
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel / "tief", *TAG)
    assert ergebnis.code == 2
    assert f"„{ziel}“ ist eine Datei und kein Ordner." in ergebnis.fehler
    alle = aufruf("render", "--all", voll, "--format", "md", "-o", ziel, *TAG)
    assert (alle.code, alle.aus) == (2, "")
    assert f"„{ziel}“ ist eine Datei und kein Ordner." in alle.fehler


def test_a_folder_in_the_place_of_the_file_is_told_so_and_leaves_no_rest(
    aufruf: Aufruf, voll: Path, ziel: Path
) -> None:
    (ziel / NAME).mkdir(parents=True)
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert "ist ein Ordner." in ergebnis.fehler
    assert namen(ziel) == [NAME]


def test_a_folder_one_may_not_write_to_is_told_so(
    aufruf: Aufruf, offener_ordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordner = lege_an(offener_ordner / "akte", DATEIEN)
    gesperrt = offener_ordner / "gesperrt"
    gesperrt.mkdir(mode=0o555)
    monkeypatch.chdir(offener_ordner)
    befehl = ("render", "zielvereinbarung", ordner, "--format", "md", *TAG, "-o")
    assert aufruf(*befehl, offener_ordner / "probe").code == 0  # everything is imported now
    with ohne_vorrechte():
        ergebnis = aufruf(*befehl, gesperrt)
    assert ergebnis.code == 2
    assert "lässt sich nicht schreiben (keine Berechtigung)" in ergebnis.fehler
    assert namen(gesperrt) == []


def test_an_old_file_stays_whole_when_writing_fails(
    aufruf: Aufruf, voll: Path, ziel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ziel.mkdir()
    (ziel / NAME).write_text("die alte Fassung", encoding="utf-8")

    def voll_gelaufen(*_argumente: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("fgk.documents.files.os.fsync", voll_gelaufen)
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG)
    assert ergebnis.code == 2
    assert (ziel / NAME).read_text(encoding="utf-8") == "die alte Fassung"
    assert namen(ziel) == [NAME]


def test_an_old_file_is_replaced_as_a_whole(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    ziel.mkdir()
    (ziel / NAME).write_text("die alte Fassung\n" * 100_000, encoding="utf-8")
    aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG)
    assert "die alte Fassung" not in (ziel / NAME).read_text(encoding="utf-8")
    assert namen(ziel) == [NAME]


def test_a_rendered_file_may_be_read_by_colleagues(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG)
    assert (ziel / NAME).stat().st_mode & 0o044


def test_a_report_is_not_written_before_its_time(aufruf: Aufruf, ziel: Path) -> None:
    call = ("render", "jahresbericht", "--jahr", "2020", BEISPIEL, "--format", "md", "-o", ziel)
    ergebnis = aufruf(*call, "--stichtag", "2018-01-01")
    assert (ergebnis.code, ziel.exists()) == (2, False)
    assert "beginnt erst am 01.01.2020, nach dem Stichtag 01.01.2018." in ergebnis.fehler


def test_the_points_of_a_decision_stand_in_the_report_too(aufruf: Aufruf, ziel: Path) -> None:
    assert (
        aufruf("render", "jahresbericht", "--jahr", "2019", BEISPIEL, "--format", "md", "-o", ziel).code == 0
    )
    [text] = [path.read_text(encoding="utf-8") for path in ziel.iterdir()]
    assert "\n2. " in text.partition("## Kenntnisnahme")[2]


def test_a_name_that_is_too_long_for_a_file_is_said_in_german(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    audit = (voll / "audit.yaml").read_text(encoding="utf-8")
    (voll / "audit.yaml").write_text(audit.replace("A-musterstadt-2024", "A-" + "a" * 400), encoding="utf-8")
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG)
    assert ergebnis.code == 2
    assert "der Name ist zu lang" in ergebnis.fehler


# --- all documents --------------------------------------------------------------------------------------


def test_all_documents_of_an_akte_in_one_run(aufruf: Aufruf, ziel: Path) -> None:
    ergebnis = aufruf("render", "--all", BEISPIEL, "--format", "md", "-o", ziel)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert sorted(path.name for path in ziel.iterdir()) == [
        "begutachtung_stolberg-2016.md",
        *(
            f"beschlussvorlage-B-{kennung}_stolberg-2016.md"
            for kennung in ("2016-01", "2017-01", "2019-01", "2020-01", "2020-02", "2021-01")
        ),
        "bestandsaufnahme_stolberg-2016.md",
        "beteiligung_stolberg-2016.md",
        "bilanz_stolberg-2016.md",
        "jahresbericht-2018_stolberg-2016.md",
        "jahresbericht-2019_stolberg-2016.md",
        "jahresbericht-2020_stolberg-2016.md",
        "kurzfassung-2018_stolberg-2016.md",
        "kurzfassung-2019_stolberg-2016.md",
        "kurzfassung-2020_stolberg-2016.md",
        "zertifikatsnachweis_stolberg-2016.md",
        "zielvereinbarung_stolberg-2016.md",
    ]
    assert ergebnis.aus.splitlines()[-1] == "1 Akte: 18 Dateien geschrieben, 0 ausgelassen."


def test_what_is_left_out_is_said_with_its_reason(
    aufruf: Aufruf, akte: Callable[..., Path], ziel: Path
) -> None:
    ergebnis = aufruf("render", "--all", akte({}), "-o", ziel)
    assert (ergebnis.code, ziel.exists()) == (0, False)
    assert "Zielvereinbarung. Die Akte hat noch keine (fehlerfreie) zielvereinbarung.yaml." in ergebnis.aus
    assert "Jahresbericht. Die Akte hat noch keinen" in ergebnis.aus
    assert (
        "Beschlussvorlage. Die Akte hat noch keinen Beschluss, zu dem es eine Vorlage gibt." in ergebnis.aus
    )
    kaputt = aufruf("render", "--all", akte({MASSNAHME: "x: 1\n"}), "-o", ziel)
    assert kaputt.code == 1
    assert "alle Dokumente. Es gibt 4 Fehler; „fgk validate" in kaputt.aus
    frueh = aufruf("render", "--all", BEISPIEL, "--format", "md", "-o", ziel, "--stichtag", "2019-06-30")
    assert "Jahresbericht 2020. Der Zeitraum des Jahresberichts 2020 beginnt erst" in frueh.aus
    assert frueh.code == 0, "what cannot exist yet is no fault"


def test_of_all_documents_one_that_lacks_something_says_what(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    lege_an(voll, {"zielvereinbarung.yaml": "kennung: ZV-2024\n"})
    ergebnis = aufruf("render", "--all", voll, "--format", "md", "-o", ziel, *TAG)
    assert ergebnis.code == 0
    assert "Zielvereinbarung. Es fehlt: die Laufzeit (zielvereinbarung.yaml, laufzeit.von)." in ergebnis.aus
    assert not (ziel / NAME).exists()


def test_a_faulty_design_ends_the_run_over_everything_with_1(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    (voll.parent / "fgk.yaml").write_text("", encoding="utf-8")
    (voll.parent / "gestaltung.yaml").write_text("farbe: rot\n", encoding="utf-8")
    ergebnis = aufruf("render", "--all", voll, "-o", ziel, *TAG)
    assert ergebnis.code == 1
    assert "alle Dokumente. Es gibt 1 Fehler; „fgk validate" in ergebnis.aus
    einzeln = aufruf("render", "zielvereinbarung", voll, "-o", ziel, *TAG)
    assert (einzeln.code, ziel.exists()) == (1, False)
    assert "gestaltung.yaml:1:8: FGK" in einzeln.fehler
    assert "hat nicht die richtige Form" in einzeln.fehler
    assert "Kein Dokument erzeugt: 1 Fehler." in einzeln.fehler
    entwurf = aufruf("render", "zielvereinbarung", voll, "-o", ziel, "--format", "md", "--entwurf", *TAG)
    assert entwurf.code == 0
    assert "Entwurf mit 1 Fehler in: " in entwurf.fehler


def test_a_typeface_without_files_is_mentioned(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    (voll / "gestaltung.yaml").write_text("schrift: Garamond\n", encoding="utf-8")
    ergebnis = aufruf("render", "zielvereinbarung", voll, "-o", ziel, *TAG)
    assert ergebnis.code == 0
    assert "gestaltung.yaml:1:10: Für die Schrift „Garamond“ fehlt der Ordner" in ergebnis.fehler


def test_of_a_short_akte_nothing_is_missed(aufruf: Aufruf, akte: Callable[..., Path], ziel: Path) -> None:
    kurz = (MINIMAL / "audit.yaml").read_text(encoding="utf-8") + "fuehrung: kurz\n"
    zertifikat = "kennung: G-2024\nzertifikat:\n  art: grundzertifikat\n  erteilt_am: 2024-05-02\n"
    ordner = akte({"audit.yaml": kurz, "begutachtung.yaml": zertifikat})
    ergebnis = aufruf("render", "--all", ordner, "--format", "md", "-o", ziel)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    assert [path.name for path in ziel.iterdir()] == ["zertifikatsnachweis_musterstadt-2024.md"]
    assert ergebnis.aus.splitlines()[-1] == "1 Akte: 1 Datei geschrieben, 0 ausgelassen."


def test_many_akten_in_several_processes_give_the_same_bytes(
    aufruf: Aufruf, tmp_path: Path, ziel: Path
) -> None:
    for name in ("a", "b"):
        shutil.copytree(BEISPIEL, tmp_path / "ws" / name)
    doppelt = aufruf("render", "--all", tmp_path / "ws", "--format", "md", "-o", ziel)
    assert (doppelt.code, ziel.exists()) == (2, False)
    assert (
        "haben dieselbe Kennung A-stolberg-2016; ihre Dokumente würden einander überschreiben."
        in doppelt.fehler
    )
    for path in (tmp_path / "ws" / "b").rglob("*.yaml"):
        path.write_text(
            path.read_text(encoding="utf-8").replace("A-stolberg-2016", "A-zwei"), encoding="utf-8"
        )
    tag = ("--stichtag", "2026-01-01")
    assert aufruf("render", "--all", tmp_path / "ws", "--format", "all", "-o", ziel / "viele", *tag).code == 0
    einzeln = aufruf(
        "render", "zielvereinbarung", tmp_path / "ws" / "b", "--format", "all", "-o", ziel / "eine", *tag
    )
    assert einzeln.code == 0
    for path in (ziel / "eine").iterdir():
        assert path.read_bytes() == (ziel / "viele" / path.name).read_bytes()
    texte = {path.stem for path in (ziel / "viele").glob("*.md")}
    assert len(list((ziel / "viele").iterdir())) == 5 * len(texte)
    assert {name.replace("stolberg-2016", "zwei") for name in texte} == {n for n in texte if "zwei" in n}


def test_processes_are_renewed_and_every_akte_comes_back(
    akte: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serie, "_RENEW", 1)
    auftrag = serie.Serienauftrag(
        FolderSource(akte({})), tmp_path / "aus", ("md",), date(2026, 1, 1), False, False
    )
    monkeypatch.setattr(serie, "_pruefe_namen", lambda _: None)
    ergebnisse = list(serie.erzeuge_alle([auftrag] * 5, workers=2))
    assert [e.akte for e in ergebnisse] == [auftrag.akte.label] * 5


def test_an_interruption_ends_the_run_and_leaves_no_half_files(tmp_path: Path) -> None:
    for number in range(6):
        ordner = tmp_path / "ws" / str(number)
        shutil.copytree(BEISPIEL, ordner)
        for path in ordner.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("A-stolberg-2016", f"A-s{number}"), encoding="utf-8")
    befehl = [sys.executable, "-m", "fgk", "render", "--all", "ws", "--format", "all", "-o", "aus"]
    # a shell lets what it starts in the background ignore an interruption, and that is inherited
    hoert = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    lauf = subprocess.Popen(
        befehl,
        preexec_fn=hoert,  # noqa: PLW1509 - nothing here has threads
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while lauf.poll() is None and not list(tmp_path.glob("aus/*")):
        time.sleep(0.05)
    os.killpg(lauf.pid, signal.SIGINT)
    _, fehler = lauf.communicate(timeout=60)
    assert (lauf.returncode, fehler.decode()) == (130, "Abgebrochen.\n")
    assert not list(tmp_path.glob("aus/.*"))


def test_the_files_of_the_akte_go_along_with_the_pdf(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    import pikepdf

    assert aufruf("render", "zielvereinbarung", voll, "--anhang", "-o", ziel, *TAG).code == 0
    [path] = ziel.iterdir()
    with pikepdf.open(path) as pdf:
        anhang = {name.lstrip("/"): pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
        stufe = pdf.open_metadata().pdfa_status
    assert stufe == "3A"
    assert anhang["audit.yaml"] == (voll / "audit.yaml").read_bytes()
    assert len(anhang) == len(list(voll.rglob("*.yaml")))


def test_our_templates_are_laid_down_to_start_from_and_none_is_replaced(
    aufruf: Aufruf, voll: Path, ziel: Path
) -> None:
    (voll / "vorlagen").mkdir()
    (voll / "vorlagen" / "makros.md.j2").write_text("eigene", encoding="utf-8")
    ergebnis = aufruf("render", "--copy-templates", voll)
    assert ergebnis.code == 0
    assert "makros.md.j2" in ergebnis.aus.splitlines()[-1]
    assert ergebnis.aus.splitlines()[-1].startswith("schon da:")
    assert (voll / "vorlagen" / "makros.md.j2").read_text(encoding="utf-8") == "eigene"
    (voll.parent / "fgk.yaml").write_text("", encoding="utf-8")
    assert aufruf("render", "--copy-templates", voll.parent).code == 0, "a workspace has templates too"
    assert (voll.parent / "vorlagen" / "dokument.docx").is_file()
    (voll / "vorlagen" / "makros.md.j2").unlink()
    assert aufruf("render", "--copy-templates", voll).code == 0
    vorher = aufruf("render", "zielvereinbarung", voll, "--format", "all", "-o", ziel, *TAG)
    assert (vorher.code, vorher.fehler) == (0, ""), "what was laid down works as it is"


def test_a_run_that_ends_early_still_says_what_is_written(
    aufruf: Aufruf, akte: Callable[..., Path], ziel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def erzeugt(_: object) -> Iterator[serie.Serienergebnis]:
        yield serie.Serienergebnis("a", (ziel / "zielvereinbarung_a.pdf",), (), ist_fehlerhaft=False)
        raise KeyboardInterrupt

    monkeypatch.setattr(serie, "erzeuge_alle", erzeugt)
    ergebnis = aufruf("render", "--all", akte({}), "-o", ziel)
    assert ergebnis.code == 130
    assert ergebnis.aus.splitlines() == [f"geschrieben: {ziel / 'zielvereinbarung_a.pdf'}"]
    assert ergebnis.fehler == "Abgebrochen.\n"


def test_one_target_that_cannot_be_taken_leaves_all_old_files(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    (ziel / "zielvereinbarung_musterstadt-2024.html").mkdir(parents=True)
    alt = ziel / "zielvereinbarung_musterstadt-2024.md"
    alt.write_text("alt", encoding="utf-8")
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md,html", "-o", ziel, *TAG)
    assert ergebnis.code == 2
    assert alt.read_text(encoding="utf-8") == "alt"


def test_a_draft_of_everything_does_not_hide_what_failed(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    lege_an(voll, {"vorlagen/zielvereinbarung.md.j2": "{{ nichts }}"})
    assert aufruf("render", "--all", voll, "--entwurf", "--format", "md", "-o", ziel, *TAG).code == 1
    lege_an(voll, {"vorlagen/zielvereinbarung.md.j2": None, MASSNAHME: KOPF + "x: 1\n"})
    assert aufruf("render", "--all", voll, "--entwurf", "--format", "md", "-o", ziel, *TAG).code == 0


@pytest.mark.parametrize("name", ["x" * 300, "x/" + "y" * 300])
def test_a_folder_with_too_long_a_name_is_refused(aufruf: Aufruf, voll: Path, ziel: Path, name: str) -> None:
    ergebnis = aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel / name, *TAG)
    assert ergebnis.code == 2
    assert "der Name ist zu lang" in ergebnis.fehler


def test_a_warning_about_the_design_stops_nothing(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    (voll / "gestaltung.yaml").write_text("farbe: #7a1f3d\n", encoding="utf-8")
    assert aufruf("render", "zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG).code == 0


def test_the_name_of_a_document_may_begin_with_a_capital(aufruf: Aufruf, voll: Path, ziel: Path) -> None:
    assert aufruf("render", "Zielvereinbarung", voll, "--format", "md", "-o", ziel, *TAG).code == 0


@pytest.mark.parametrize(
    ("argumente", "tun"),
    [
        (("beschluss",), "Meinten Sie „beschlussvorlage“?"),
        (("jahresbericht", "2024"), "Meinten Sie „--jahr 2024“?"),
        (("beschlussvorlage", "B-2024-01"), "Meinten Sie „--beschluss B-2024-01“?"),
        (("kurzfassung", ".", "2024"), "Meinten Sie „--jahr 2024“?"),
        (("bilanz", "--akte", "."), "Der Ordner der Akte steht bei diesem Befehl am Ende"),
    ],
)
def test_what_was_probably_meant_is_said(aufruf: Aufruf, argumente: tuple[str, ...], tun: str) -> None:
    ergebnis = aufruf("render", *argumente)
    assert ergebnis.code == 2
    assert tun in ergebnis.fehler


def test_a_folder_that_is_empty_is_called_one(aufruf: Aufruf, tmp_path: Path) -> None:
    assert aufruf("init", tmp_path / "neu", "--ags", "05334032", *TAG).code == 0
    ergebnis = aufruf("render", "zielvereinbarung", tmp_path / "neu", *TAG)
    assert ergebnis.code == 1
    assert "wenigstens ein Ziel: Ordner " in " ".join(ergebnis.fehler.split())


def test_two_years_may_be_named_as_documents_write_them(aufruf: Aufruf, tmp_path: Path) -> None:
    worte = ("--format", "md", "-o", tmp_path, "--stichtag", "2025-06-30")
    ergebnis = aufruf("render", "jahresbericht", KREIS, "--jahr", "2022/2023", *worte)
    assert "jahresbericht-2022-2023_" in ergebnis.aus


def test_the_seal_of_the_verein_is_missing_beside_its_workspace(aufruf: Aufruf, tmp_path: Path) -> None:
    shutil.copytree(KREIS, tmp_path / "kreis")
    (tmp_path / "fgk.yaml").write_text("bezeichnung: Akten\nrolle: verein\n", encoding="utf-8")
    ergebnis = aufruf("render", "urkunde", tmp_path / "kreis", "--stichtag", "2025-06-30")
    assert "gestaltung.yaml, Schlüssel signet" in " ".join(ergebnis.fehler.split())
    assert ".." not in ergebnis.fehler

"""fgk unpack: a new Akte, and what comes in, what stays, and what somebody has to decide."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hilfen import MASSNAHME, WURZEL, Aufruf, fgk, git, lege_an, ohne_vorrechte
from pakete import VOLL, aendere, dateien, inhalt

from fgk.commands import unpack
from fgk.editing import write
from fgk.errors import FgkError

P = "p.fgk.zip"


@pytest.fixture
def beide(tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two folders with the same Akte: ours has packed it, theirs has taken it in."""
    monkeypatch.chdir(tmp_path)
    hier = lege_an(tmp_path / "hier", {MASSNAHME: VOLL, "bild.png": b"\x89PNG 1"})
    assert aufruf("pack", hier, "-o", P).code == 0
    assert aufruf("unpack", P, "--nach", "dort").code == 0
    return hier, tmp_path / "dort"


def hol(aufruf: Aufruf, von: Path, nach: Path, *worte: str) -> tuple[int, str, str]:
    """Send what one folder holds to the other."""
    assert aufruf("pack", von, "-o", P).code == 0
    return aufruf("unpack", P, "--akte", nach, *worte)


def test_in_an_empty_place_the_akte_is_made(
    tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hier = lege_an(tmp_path / "hier")
    aufruf("pack", hier, "-o", P)
    gesagt = aufruf("unpack", P)
    zeilen = gesagt.aus.splitlines()
    assert (gesagt.code, zeilen[1]) == (0, "angelegt: musterstadt-2024 (4 Dateien)")
    assert (
        zeilen[2]
        == "Die Einstellungen für Editor und git sind nicht im Paket; „fgk init musterstadt-2024“ ergänzt sie."
    )
    assert zeilen[0].startswith("Paket der Akte A-musterstadt-2024, Musterstadt, Stand ")
    assert dateien(tmp_path / "musterstadt-2024") == dateien(hier)
    (tmp_path / "leer").mkdir()
    assert aufruf("unpack", P, "--nach", "leer").code == 0
    assert dateien(tmp_path / "leer") == dateien(hier)
    assert not list(tmp_path.glob(".fgk-*"))


def test_what_a_new_folder_misses_for_the_editor_comes_with_init_as_it_says(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    dort = beide[1]
    assert not (dort / ".fgk" / "schemas").exists()
    assert aufruf("init", dort).code == 0
    assert ((dort / ".fgk/schemas/massnahme.schema.json").exists(), (dort / ".gitignore").exists()) == (
        True,
        True,
    )


def test_where_something_lies_nothing_is_made(
    beide: tuple[Path, Path], aufruf: Aufruf, tmp_path: Path
) -> None:
    vorher = dateien(beide[1])
    gesagt = aufruf("unpack", P, "--nach", beide[1])
    assert (gesagt.code, "gibt es schon, und dort liegt etwas" in gesagt.fehler) == (2, True)
    assert dateien(beide[1]) == vorher
    gesagt = aufruf("unpack", P, "--nach", tmp_path / P)
    assert (gesagt.code, "gibt es schon" in gesagt.fehler) == (2, True)


def test_in_the_folder_of_an_akte_that_one_is_meant(
    beide: tuple[Path, Path], aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    hier, dort = beide
    aendere(dort, "hoch", "mittel")
    aufruf("pack", dort, "-o", P)
    monkeypatch.chdir(hier / "massnahmen")
    assert aufruf("unpack", f"../../{P}", "--ja").code == 0
    assert dateien(hier) == dateien(dort)


def test_what_they_changed_is_shown_and_comes_in(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    aendere(dort, "ende: 2025-12-31", "ende: 2026-06-30")
    (dort / "notiz.md").write_text("Neu\n", encoding="utf-8")
    (dort / "bild.png").unlink()
    code, aus, fehler = hol(aufruf, dort, hier)
    zeilen = aus.splitlines()
    assert (code, fehler) == (0, "")
    assert zeilen[1].startswith("Gemeinsamer Stand: ")
    assert zeilen[2:] == [
        "",
        "Das Paket bringt: 1 Feld in 1 Datensatz geändert, 1 andere Datei neu, 1 andere Datei nicht mehr da.",
        "  M-1.1.1 Steuerungsgruppe einrichten",
        "    Ende: 31.12.2025 → 30.06.2026 (Frist um 6 Monate verschoben)",
        "  Andere Dateien, neu: notiz.md",
        "  Andere Dateien, nicht mehr da: bild.png",
        "",
        "Es wurde nichts geschrieben. Mit --ja wird es übernommen.",
    ]
    assert (hier / "bild.png").exists()
    code, aus, fehler = hol(aufruf, dort, hier, "--ja")
    assert aus.splitlines()[-1] == "Übernommen. Die Akte „hier“ ist jetzt auf diesem Stand."
    assert dateien(hier) == dateien(dort)


def test_both_change_other_fields_of_one_file_and_keep_their_comments(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    aendere(hier, "prioritaet: hoch", "prioritaet: mittel  # hier")
    aendere(dort, "ende: 2025-12-31", "# dort\nende: 2026-06-30")
    code, aus, _ = hol(aufruf, dort, hier, "--ja")
    assert code == 0
    assert "Hier seitdem geändert, und das bleibt: 1 Feld in 1 Datensatz geändert." in aus
    assert inhalt(hier) == VOLL.replace("hoch", "mittel  # hier").replace(
        "ende: 2025-12-31", "# dort\nende: 2026-06-30"
    )


def widerspruch(beide: tuple[Path, Path]) -> tuple[Path, Path]:
    """Let both change the same field, and each another one."""
    hier, dort = beide
    aendere(hier, "ende: 2025-12-31", "ende: 2026-01-31")
    aendere(hier, "prioritaet: hoch", "prioritaet: mittel")
    aendere(dort, "ende: 2025-12-31", "ende: 2026-06-30")
    aendere(dort, "titel: Steuerungsgruppe einrichten", "titel: Lenkungskreis")
    return hier, dort


def test_a_conflict_is_named_by_its_field_and_nothing_is_written(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = widerspruch(beide)
    vorher = dateien(hier)
    code, _, fehler = hol(aufruf, dort, hier, "--ja")
    assert (code, fehler.splitlines()[:4]) == (
        1,
        [
            "1 Stelle ist auf beiden Seiten verschieden geändert:",
            "  M-1.1.1 Steuerungsgruppe einrichten",
            "    Ende: hier 31.01.2026, im Paket 30.06.2026, vorher 31.12.2025",
            "Nichts übernommen.",
        ],
    )
    assert "--vorrang hier" in fehler
    assert dateien(hier) == vorher


@pytest.mark.parametrize(("vorrang", "ende"), [("hier", "2026-01-31"), ("paket", "2026-06-30")])
def test_one_side_counts_there_and_both_elsewhere(
    vorrang: str, ende: str, beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = widerspruch(beide)
    assert hol(aufruf, dort, hier, "--vorrang", vorrang, "--ja")[0] == 0
    wanted = VOLL.replace("2025-12-31", ende).replace("hoch", "mittel")
    assert inhalt(hier) == wanted.replace("titel: Steuerungsgruppe einrichten", "titel: Lenkungskreis")
    # and the other side takes over what was decided here, without being asked again
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    assert inhalt(dort) == inhalt(hier)


def test_a_field_of_an_entry_in_a_report_is_decided(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    bericht = (
        "kennung: J-2024\nvon: 2024-01-01\nbis: 2024-12-31\nmassnahmen:\n"
        "  - massnahme: M-1.1.1\n    status: in_umsetzung\n    text: Begonnen.\n"
    )
    for ordner in (hier, dort):
        (ordner / "jahresberichte").mkdir()
        (ordner / "jahresberichte" / "2024.yaml").write_text(bericht, encoding="utf-8")
    assert hol(aufruf, dort, hier, "--ja")[0] == 0
    datei = "jahresberichte/2024.yaml"
    aendere(hier, "status: in_umsetzung", "status: umgesetzt", datei)
    aendere(dort, "status: in_umsetzung", "status: geplant", datei)
    aendere(dort, "text: Begonnen.", "text: Geplant.", datei)
    code, _, fehler = hol(aufruf, dort, hier)
    assert code == 1
    assert "Status: hier umgesetzt, im Paket geplant, vorher in Umsetzung" in " ".join(fehler.split())
    assert hol(aufruf, dort, hier, "--vorrang", "paket", "--ja")[0] == 0
    assert inhalt(hier, datei) == bericht.replace("in_umsetzung", "geplant").replace("Begonnen.", "Geplant.")


@pytest.mark.parametrize(("vorrang", "bleibt"), [("hier", False), ("paket", True)])
def test_deleted_here_and_changed_there_is_a_conflict(
    vorrang: str, bleibt: bool, beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    (hier / MASSNAHME).unlink()
    aendere(dort, "hoch", "mittel")
    code, _, fehler = hol(aufruf, dort, hier)
    assert (code, "M-1.1.1 Steuerungsgruppe einrichten\n    hier gelöscht, im Paket geändert" in fehler) == (
        1,
        True,
    )
    assert hol(aufruf, dort, hier, "--vorrang", vorrang, "--ja")[0] == 0
    assert (hier / MASSNAHME).exists() == bleibt


def test_a_picture_changed_on_both_sides_is_a_conflict(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    (hier / "bild.png").write_bytes(b"hier")
    (dort / "bild.png").write_bytes(b"dort")
    code, _, fehler = hol(aufruf, dort, hier)
    assert (code, "  bild.png\n    hier geändert, im Paket geändert" in fehler) == (1, True)
    assert hol(aufruf, dort, hier, "--vorrang", "paket", "--ja")[0] == 0
    assert (hier / "bild.png").read_bytes() == b"dort"


def test_what_only_one_side_has_deleted_goes(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    (dort / MASSNAHME).unlink()
    code, aus, _ = hol(aufruf, dort, hier, "--ja")
    assert (code, "− M-1.1.1 Steuerungsgruppe einrichten (nicht mehr da)" in aus) == (0, True)
    assert not (hier / MASSNAHME).exists()
    assert not list(hier.rglob(".fgk-weg*"))


def test_what_somebody_still_writes_does_not_go(
    beide: tuple[Path, Path], aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    hier, dort = beide
    (dort / MASSNAHME).unlink()

    def waehrenddessen(_: str) -> bool:
        aendere(hier, "hoch", "mittel")
        return True

    monkeypatch.setattr(unpack, "agree", waehrenddessen)
    code, _, fehler = hol(aufruf, dort, hier)
    assert (code, "hat sich geändert, während der Befehl lief" in fehler) == (2, True)
    assert inhalt(hier) == VOLL.replace("hoch", "mittel")
    assert not list(hier.rglob(".fgk-weg*"))


def test_what_the_sender_could_not_pack_has_not_gone(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    with (dort / "bild.png").open("wb") as datei:
        datei.truncate(51 * 1024 * 1024)
    aendere(dort, "hoch", "mittel")
    code, aus, _ = hol(aufruf, dort, hier, "--ja")
    assert (code, "bild.png" in aus, (hier / "bild.png").read_bytes()) == (0, False, b"\x89PNG 1")
    assert "mittel" in inhalt(hier)


def test_a_pack_that_is_known_or_older_brings_nothing(
    beide: tuple[Path, Path], aufruf: Aufruf, tmp_path: Path
) -> None:
    hier, dort = beide
    aufruf("pack", hier, "-o", "alt.zip")
    aendere(hier, "hoch", "mittel")
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    neu = dateien(dort)
    for paket in ("alt.zip", P):
        for ordner in (hier, dort):
            gesagt = aufruf("unpack", paket, "--akte", ordner, "--ja")
            assert (gesagt.code, "Diesen Stand kennt die Akte schon, oder sie ist weiter" in gesagt.aus) == (
                0,
                True,
            )
    assert dateien(hier) == dateien(dort) == neu


def test_a_state_that_came_back_to_what_was_before_is_news(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    aendere(hier, "hoch", "mittel")
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    aendere(dort, "mittel", "hoch")
    assert hol(aufruf, dort, hier, "--ja")[0] == 0
    assert inhalt(hier) == VOLL


def test_after_an_exchange_in_both_directions_nobody_is_asked_in_vain(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    aendere(hier, "hoch", "mittel")
    aendere(dort, "2025-12-31", "2026-06-30")
    (dort / "mehr.md").write_text("x", encoding="utf-8")
    for ordner, paket in ((hier, "h.zip"), (dort, "d.zip")):
        aufruf("pack", ordner, "-o", paket)
    assert aufruf("unpack", "d.zip", "--akte", hier, "--ja").code == 0
    assert aufruf("unpack", "h.zip", "--akte", dort, "--ja").code == 0
    assert dateien(hier) == dateien(dort)
    aendere(hier, "mittel", "niedrig")
    aendere(dort, "2026-06-30", "2026-09-30")
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    assert hol(aufruf, dort, hier, "--ja")[0] == 0
    assert dateien(hier) == dateien(dort)
    assert ("niedrig" in inhalt(hier), "2026-09-30" in inhalt(hier)) == (True, True)


def test_packs_that_crossed_and_work_that_went_on_merge_over_both(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    aendere(hier, "hoch", "mittel")
    aendere(dort, "2025-12-31", "2026-06-30")
    for ordner, paket in ((hier, "h.zip"), (dort, "d.zip")):
        aufruf("pack", ordner, "-o", paket)
    aendere(dort, "Steuerungsgruppe", "Lenkungsgruppe")  # after it was packed: both come to other states
    assert aufruf("unpack", "d.zip", "--akte", hier, "--ja").code == 0
    assert aufruf("unpack", "h.zip", "--akte", dort, "--ja").code == 0
    aendere(hier, "mittel", "niedrig")
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    erwartet = VOLL.replace("hoch", "niedrig").replace("2025-12-31", "2026-06-30")
    assert inhalt(dort) == erwartet.replace("Steuerungsgruppe", "Lenkungsgruppe")


def test_three_offices_come_together(beide: tuple[Path, Path], aufruf: Aufruf, tmp_path: Path) -> None:
    hier, dort = beide
    assert aufruf("unpack", P, "--nach", "dritt").code == 0
    dritt = tmp_path / "dritt"
    aendere(dort, "hoch", "mittel")
    aendere(dritt, "2025-12-31", "2026-06-30")
    assert hol(aufruf, dort, hier, "--ja")[0] == 0
    assert hol(aufruf, dritt, hier, "--ja")[0] == 0
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    assert hol(aufruf, hier, dritt, "--ja")[0] == 0
    assert dateien(hier) == dateien(dort) == dateien(dritt)


def test_files_that_are_no_records_are_counted_on_both_sides(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    (hier / "eigen.md").write_text("x", encoding="utf-8")
    (dort / "bild.png").write_bytes(b"\x89PNG 2")
    aus = hol(aufruf, dort, hier)[1]
    assert "Hier seitdem geändert, und das bleibt: 1 andere Datei neu.\n" in aus
    assert "Das Paket bringt: 1 andere Datei geändert.\n" in aus


def test_without_a_common_state_nothing_is_taken_for_out_of_date(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    shutil.rmtree(hier / ".fgk")
    aendere(dort, "hoch", "mittel")
    (dort / "mehr.md").write_text("x", encoding="utf-8")
    (hier / "eigen.md").write_text("x", encoding="utf-8")
    code, aus, fehler = hol(aufruf, dort, hier)
    assert (code, "Ein gemeinsamer Stand ist nicht bekannt." in aus) == (1, True)
    assert "Priorität: hier hoch, im Paket mittel\n" in fehler
    assert hol(aufruf, dort, hier, "--vorrang", "paket", "--ja")[0] == 0
    assert "mittel" in inhalt(hier)
    assert ((hier / "mehr.md").exists(), (hier / "eigen.md").exists()) == (True, True)


def test_a_history_that_both_have_stands_in_for_the_memory(
    tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hier = lege_an(tmp_path / "hier", {MASSNAHME: VOLL, ".gitignore": "ausgabe/\n"})
    git(hier, "init", "--quiet", "--initial-branch=main")
    git(hier, "add", "--all")
    git(hier, "commit", "--quiet", "-m", "Anfang")
    git(tmp_path, "clone", "--quiet", "hier", "dort")
    dort = tmp_path / "dort"
    aendere(hier, "hoch", "mittel")
    aendere(dort, "2025-12-31", "2026-06-30")
    code, aus, fehler = hol(aufruf, dort, hier, "--ja")
    assert (code, fehler) == (0, "")
    kurz = git(hier, "rev-parse", "HEAD")[:8]
    assert f"Gemeinsamer Stand: Commit {kurz}" in aus
    assert "und das bleibt: 1 Feld in 1 Datensatz geändert.\n" in aus  # .gitignore is in git, and in no pack
    assert inhalt(hier) == VOLL.replace("hoch", "mittel").replace("2025-12-31", "2026-06-30")


def zwei_neue(beide: tuple[Path, Path], titel: str = "Von {}") -> None:
    """Let both sides make a measure M-1.1.2, with this title and another priority."""
    for ordner, prioritaet in zip(beide, ("hoch", "mittel"), strict=True):
        text = VOLL.replace("M-1.1.1", "M-1.1.2").replace("hoch", prioritaet)
        neu = text.replace("Steuerungsgruppe einrichten", titel.format(ordner.name))
        (ordner / "massnahmen/M-1.1.2.yaml").write_text(neu, encoding="utf-8")


@pytest.mark.parametrize("worte", [(), ("--vorrang", "hier", "--ja"), ("--vorrang", "paket", "--ja")])
def test_of_two_new_records_with_one_number_none_is_thrown_away(
    worte: tuple[str, ...], beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    zwei_neue(beide)
    vorher = dateien(hier)
    code, _, fehler = hol(aufruf, dort, hier, *worte)
    wanted = "Es gibt zwei neue Maßnahmen mit derselben Nummer M-1.1.2: hier „Von hier“, im Paket „Von dort“."
    assert (code, wanted in " ".join(fehler.split())) == (1, True)
    assert ("Mit --neu-nummerieren bleiben beide" in fehler, "Titel:" in fehler) == (True, False)
    assert dateien(hier) == vorher


def test_the_new_record_of_a_pack_takes_the_next_number_wherever_the_pack_names_it(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    eintrag = "  - massnahme: M-1.1.{}\n    status: in_umsetzung\n    text: {}\n"
    bericht = "kennung: J-2024\nvon: 2024-03-01\nbis: 2024-12-31\nmassnahmen:\n" + eintrag.format(1, "Läuft.")
    (hier / "jahresberichte").mkdir()
    (hier / "jahresberichte/2024.yaml").write_text(bericht, encoding="utf-8")
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    zwei_neue(beide)
    for ordner, text in zip(beide, ("Hier.", "M-1.1.2 folgt auf M-1.1.1."), strict=True):
        neu = bericht + eintrag.format(2, text)
        (ordner / "jahresberichte/2024.yaml").write_text(neu, encoding="utf-8")
    code, aus, fehler = hol(aufruf, dort, hier, "--neu-nummerieren")
    assert (code, fehler, (hier / "massnahmen/M-1.1.3.yaml").exists()) == (0, "", False)
    assert "Neu nummeriert: M-1.1.2 aus dem Paket heißt hier M-1.1.3.\n" in aus
    assert hol(aufruf, dort, hier, "--neu-nummerieren", "--ja")[0] == 0
    assert "titel: Von hier" in inhalt(hier, "massnahmen/M-1.1.2.yaml")
    neu = inhalt(hier, "massnahmen/M-1.1.3.yaml")
    assert neu == inhalt(dort, "massnahmen/M-1.1.2.yaml").replace("M-1.1.2", "M-1.1.3")
    erwartet = eintrag.format(2, "Hier.") + eintrag.format(3, "M-1.1.3 folgt auf M-1.1.1.")
    assert inhalt(hier, "jahresberichte/2024.yaml") == bericht + erwartet


def test_a_record_that_got_another_number_is_found_again_and_both_end_alike(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    zwei_neue(beide)
    assert hol(aufruf, dort, hier, "--neu-nummerieren", "--ja")[0] == 0
    aendere(dort, "2025-12-31", "2026-06-30", "massnahmen/M-1.1.2.yaml")
    assert hol(aufruf, dort, hier, "--ja")[0] == 1
    assert hol(aufruf, dort, hier, "--neu-nummerieren", "--ja")[0] == 0
    assert "ende: 2026-06-30" in inhalt(hier, "massnahmen/M-1.1.3.yaml")
    assert "ende: 2025-12-31" in inhalt(hier, "massnahmen/M-1.1.2.yaml")
    assert not (hier / "massnahmen/M-1.1.4.yaml").exists()
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    assert dateien(hier) == dateien(dort)


def test_with_a_goal_its_measures_take_another_number(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    for ordner in beide:
        ziel = inhalt(ordner, "ziele/Z-1.1.yaml").replace("Z-1.1", "Z-1.2")
        neu = ziel.replace("titel: ", f"titel: {ordner.name} ")
        (ordner / "ziele/Z-1.2.yaml").write_text(neu, encoding="utf-8")
    massnahme = VOLL.replace("-1.1", "-1.2")
    (dort / "massnahmen/M-1.2.1.yaml").write_text(massnahme, encoding="utf-8")
    assert hol(aufruf, dort, hier, "--neu-nummerieren", "--ja")[0] == 0
    assert "titel: dort" in inhalt(hier, "ziele/Z-1.3.yaml")
    assert inhalt(hier, "massnahmen/M-1.3.1.yaml") == massnahme.replace("-1.2", "-1.3")
    assert not (hier / "massnahmen/M-1.2.1.yaml").exists()


def test_what_a_decision_of_the_pack_names_keeps_its_number(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    zwei_neue(beide)
    rat = ("--gremium", "Rat", "--datum", "2024-04-18", "--ergebnis", "unveraendert", "--betrifft", "M-1.1.2")
    assert aufruf("decide", "B-2024-01", dort, *rat, "--stichtag", "2024-06-30").code == 0
    vorher = dateien(hier)
    code, _, fehler = hol(aufruf, dort, hier, "--neu-nummerieren", "--ja")
    assert (code, "M-1.1.2 bekommt keine andere Kennung: Im Paket nennt sie der Beschluss" in fehler) == (
        2,
        True,
    )
    assert "Benennen Sie die Datei um" in fehler
    assert dateien(hier) == vorher


@pytest.mark.parametrize(("vorrang", "gilt"), [("hier", "hoch"), ("paket", "mittel")])
def test_the_same_new_record_of_both_is_decided_by_its_fields(
    vorrang: str, gilt: str, beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    zwei_neue(beide, titel="Dieselbe")
    code, _, fehler = hol(aufruf, dort, hier)
    assert (code, "    Priorität: hier hoch, im Paket mittel\n" in fehler) == (1, True)
    assert hol(aufruf, dort, hier, "--vorrang", vorrang, "--ja")[0] == 0
    assert f"prioritaet: {gilt}" in inhalt(hier, "massnahmen/M-1.1.2.yaml")


@pytest.mark.parametrize(("vorrang", "gilt"), [("hier", "hier"), ("paket", "dort")])
def test_a_file_of_which_there_is_one_and_that_both_have_made_is_decided_by_its_fields(
    vorrang: str, gilt: str, beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    for ordner in beide:
        text = f"kennung: ZV-2024\nbemerkung: Von {ordner.name}\n"
        (ordner / "zielvereinbarung.yaml").write_text(text, encoding="utf-8")
    code, _, fehler = hol(aufruf, dort, hier)
    assert (code, "hier Von hier, im Paket Von dort" in fehler) == (1, True)
    assert "neu-nummerieren" not in fehler
    hol(aufruf, dort, hier, "--vorrang", vorrang, "--ja")
    assert f"Von {gilt}" in inhalt(hier, "zielvereinbarung.yaml")


@pytest.mark.parametrize(("vorrang", "gilt"), [("hier", "hoch"), ("paket", "mittel")])
def test_a_file_that_was_empty_and_that_both_have_filled_is_decided_as_a_whole(
    vorrang: str, gilt: str, beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    leer = "massnahmen/M-1.1.2.yaml"
    (hier / leer).write_text("# Folgt\n", encoding="utf-8")
    (dort / leer).write_text("# Folgt\n", encoding="utf-8")
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    zwei_neue(beide)
    code, _, fehler = hol(aufruf, dort, hier)
    assert (code, "    Priorität: hier hoch, im Paket mittel\n" in fehler) == (1, True)
    assert hol(aufruf, dort, hier, "--vorrang", vorrang, "--ja")[0] == 0
    assert f"prioritaet: {gilt}" in inhalt(hier, leer)


def test_ends_of_lines_of_windows_stay_and_are_no_conflict(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    (hier / MASSNAHME).write_bytes(VOLL.replace("\n", "\r\n").encode())
    aendere(hier, "hoch", "mittel")
    aendere(dort, "2025-12-31", "2026-06-30")
    assert hol(aufruf, dort, hier, "--ja")[0] == 0
    wanted = VOLL.replace("hoch", "mittel").replace("2025-12-31", "2026-06-30")
    assert inhalt(hier).replace("\r\n", "\n") == wanted


def test_a_pack_of_another_akte_is_refused(beide: tuple[Path, Path], aufruf: Aufruf, tmp_path: Path) -> None:
    andere = lege_an(tmp_path / "andere")
    aendere(andere, "A-musterstadt-2024", "A-musterstadt-2028", "audit.yaml")
    gesagt = aufruf("unpack", P, "--akte", andere, "--ja")
    assert gesagt.code == 2
    assert "Das Paket gehört zur Akte A-musterstadt-2024, hier liegt A-musterstadt-2028." in gesagt.fehler


def test_faults_do_not_come_in(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    vorher = dateien(hier)
    aendere(dort, "ziel: Z-1.1", "ziel: Z-9.9")
    code, _, fehler = hol(aufruf, dort, hier, "--ja")
    assert (code, "Z-9.9" in fehler) == (1, True)
    assert "Nichts übernommen: Damit käme 1 Fehler in die Akte." in fehler
    assert dateien(hier) == vorher


def test_a_faulty_akte_is_made_and_said_to_be_faulty(
    tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hier = lege_an(tmp_path / "hier", {MASSNAHME: VOLL.replace("Z-1.1", "Z-9.9")})
    aufruf("pack", hier, "-o", P)
    gesagt = aufruf("unpack", P, "--nach", "neu")
    assert (gesagt.code, "hat 1 Fehler. So hat sie der Absender gepackt" in gesagt.aus) == (0, True)


def test_a_link_is_not_written_through(beide: tuple[Path, Path], aufruf: Aufruf, tmp_path: Path) -> None:
    hier, dort = beide
    draussen = tmp_path / "draussen"
    draussen.mkdir()
    (hier / "notizen").symlink_to(draussen)
    (dort / "notizen").mkdir()
    (dort / "notizen" / "x.md").write_text("x", encoding="utf-8")
    code, _, fehler = hol(aufruf, dort, hier, "--ja")
    assert (code, "ist hier eine Verknüpfung; es wurde nichts übernommen" in fehler) == (2, True)
    assert not list(draussen.iterdir())


@pytest.mark.parametrize(
    ("hier_liegt", "kommt", "satz"),
    [
        ("Notiz.md", "notiz.md", "derselbe Name; es wurde nichts übernommen"),
        ("notiz", "notiz/x.md", "derselbe Name; es wurde nichts übernommen"),
        ("entwurf.md", "entwurf.md", "liegt hier schon, gehört aber nicht zur Akte"),
    ],
)
def test_what_lies_in_the_way_is_not_written_over(
    hier_liegt: str, kommt: str, satz: str, beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    (hier / ".gitignore").write_text("entwurf.md\n", encoding="utf-8")
    (hier / hier_liegt).write_text("hier", encoding="utf-8")
    (dort / kommt).parent.mkdir(exist_ok=True)
    (dort / kommt).write_text("dort", encoding="utf-8")
    vorher = dateien(hier)
    code, _, fehler = hol(aufruf, dort, hier, "--ja")
    assert (code, satz in fehler, dateien(hier)) == (2, True, vorher)


def test_what_is_no_longer_as_decided_is_said_before(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    rat = ("--gremium", "Rat", "--datum", "2024-04-18", "--ergebnis", "unveraendert", "--betrifft", "M-1.1.1")
    assert aufruf("decide", "B-2024-01", hier, *rat, "--stichtag", "2024-06-30").code == 0
    assert hol(aufruf, hier, dort, "--ja")[0] == 0
    aendere(dort, "2025-12-31", "2026-06-30")
    code, _, fehler = hol(aufruf, dort, hier)
    assert code == 0
    assert "M-1.1.1 ist damit nicht mehr so, wie der Beschluss B-2024-01 es festlegt" in fehler


def test_values_that_no_record_may_have_are_shown_as_they_stand(
    beide: tuple[Path, Path], aufruf: Aufruf
) -> None:
    hier, dort = beide
    aendere(hier, "prioritaet: hoch", "prioritaet: sehr")
    aendere(dort, "prioritaet: hoch", "prioritaet: kaum")
    code, _, fehler = hol(aufruf, dort, hier)
    assert (code, "    prioritaet: hier sehr, im Paket kaum, vorher hoch\n" in fehler) == (1, True)


def test_what_only_looks_different_is_named(beide: tuple[Path, Path], aufruf: Aufruf) -> None:
    hier, dort = beide
    aendere(dort, "# Kopf", "# Anderer Kopf")
    code, aus, _ = hol(aufruf, dort, hier, "--ja")
    assert (code, "Das Paket bringt: kein geändertes Feld." in aus) == (0, True)
    assert f"Nur anders geschrieben, gleicher Inhalt: {MASSNAHME}" in aus
    assert inhalt(hier).startswith("# Anderer Kopf\n")


def test_when_one_file_cannot_be_written_none_is(
    beide: tuple[Path, Path], aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    hier, dort = beide
    aendere(dort, "hoch", "mittel")
    (dort / "mehr.md").write_text("x", encoding="utf-8")
    (dort / "bild.png").unlink()
    vorher = dateien(hier)
    assert aufruf("pack", dort, "-o", P).code == 0

    def voll(ready: list[object]) -> None:
        raise FgkError("Der Datenträger ist voll.", "Schaffen Sie Platz.")

    with monkeypatch.context() as kontext:
        kontext.setattr(write, "_put_in_place", voll)
        gesagt = aufruf("unpack", P, "--akte", hier, "--ja")
    assert (gesagt.code, dateien(hier)) == (2, vorher)
    assert aufruf("unpack", P, "--akte", hier, "--ja").code == 0
    assert dateien(hier) == dateien(dort)


def test_a_locked_folder_is_explained_and_stays(offener_ordner: Path, aufruf: Aufruf) -> None:
    hier = lege_an(offener_ordner / "hier", {MASSNAHME: VOLL})
    dort = lege_an(offener_ordner / "dort", {MASSNAHME: VOLL, "mehr.md": "x"})
    paket = offener_ordner / P
    assert aufruf("pack", dort, "-o", paket).code == 0
    shutil.rmtree(dort / ".fgk")
    hier.chmod(0o555)
    with ohne_vorrechte():
        gesagt = aufruf("unpack", paket, "--akte", hier, "--ja")
    assert (gesagt.code, "lässt sich nicht schreiben (keine Berechtigung)" in gesagt.fehler) == (2, True)
    assert not (hier / "mehr.md").exists()


@pytest.mark.parametrize(
    ("antwort", "uebernommen"), [("j", True), ("ja", True), ("n", False), ("", False), ("x", False)]
)
def test_on_a_terminal_it_asks(
    antwort: str, uebernommen: bool, beide: tuple[Path, Path], aufruf: Aufruf, tmp_path: Path
) -> None:
    hier, dort = beide
    aendere(dort, "hoch", "mittel")
    aufruf("pack", dort, "-o", P)
    wir, ihr = pty.openpty()
    befehl = [sys.executable, "-m", "fgk", "unpack", P, "--akte", "hier"]
    umgebung = {**os.environ, "PYTHONPATH": str(WURZEL)}
    prozess = subprocess.Popen(
        befehl, cwd=tmp_path, env=umgebung, stdin=ihr, stdout=subprocess.PIPE, text=True
    )
    os.close(ihr)
    os.write(wir, f"{antwort}\n".encode())
    aus, _ = prozess.communicate(timeout=60)
    os.close(wir)
    assert prozess.returncode == 0
    assert "Übernehmen? (j/n)" in aus
    assert ("mittel" in inhalt(hier)) == uebernommen


def test_options_that_do_not_go_together_are_refused(aufruf: Aufruf, tmp_path: Path) -> None:
    gesagt = aufruf("unpack", P, "--nach", tmp_path, "--vorrang", "hier")
    assert (gesagt.code, "--nach legt eine neue Akte an" in gesagt.fehler) == (2, True)


def test_it_works_without_git(beide: tuple[Path, Path], aufruf: Aufruf, tmp_path: Path) -> None:
    hier, dort = beide
    aendere(dort, "hoch", "mittel")
    aufruf("pack", dort, "-o", P)
    (hier / ".git").mkdir()
    (tmp_path / "leer").mkdir()
    umgebung = {"PATH": str(tmp_path / "leer")}
    assert fgk("unpack", P, "--akte", "hier", "--ja", cwd=tmp_path, env=umgebung).returncode == 0
    assert fgk("unpack", P, "--nach", "neu", cwd=tmp_path, env=umgebung).returncode == 0
    assert dateien(tmp_path / "neu") == dateien(hier) == dateien(dort)

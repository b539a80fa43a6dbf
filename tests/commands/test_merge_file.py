"""fgk merge-file as git calls it: branches come together by fields, and a conflict stays one."""

from pathlib import Path

import pytest
from hilfen import Aufruf, ablage, git, lege_ab, lege_an

BERICHT = "jahresberichte/2024.yaml"
KOPF = "# Ein Eintrag je Maßnahme\nkennung: J-2024\nmassnahmen:\n"


def bericht(anzahl: int) -> str:
    return KOPF + "".join(f"  - massnahme: M-1.1.{n}\n    status: geplant\n" for n in range(1, anzahl + 1))


@pytest.fixture
def repo(aufruf: Aufruf, tmp_path: Path) -> Path:
    """A repository that is set up, with a report of twelve measures."""
    ordner = ablage(lege_an(tmp_path / "akte", {BERICHT: bericht(12)}))
    assert aufruf("git-setup", ordner).code == 0
    lege_ab(ordner, "Einrichten")
    return ordner


def zweig(repo: Path, name: str, text: str, datei: str = BERICHT) -> None:
    """Make a branch of main on which one file has this text."""
    git(repo, "checkout", "--quiet", "-b", name, "main")
    (repo / datei).write_text(text, encoding="utf-8")
    lege_ab(repo, name)


def test_twelve_departments_fill_in_one_report(repo: Path) -> None:
    for n in range(1, 13):
        stelle = f"  - massnahme: M-1.1.{n}\n    status: geplant\n"
        neu = f"  # Amt {n}\n  - massnahme: M-1.1.{n}\n    status: umgesetzt # fertig\n    text: >-\n      Erledigt von\n      Amt {n}.\n"
        zweig(repo, f"amt{n}", bericht(12).replace(stelle, neu))
    git(repo, "checkout", "--quiet", "main")
    for n in range(1, 13):
        git(repo, "merge", "--quiet", "--no-edit", f"amt{n}")
    text = (repo / BERICHT).read_text(encoding="utf-8")
    eintraege = (
        f"  # Amt {n}\n  - massnahme: M-1.1.{n}\n    status: umgesetzt # fertig\n    text: >-\n      Erledigt von\n      Amt {n}.\n"
        for n in range(1, 13)
    )
    assert text == KOPF + "".join(eintraege)
    assert git(repo, "status", "--short") == ""


def test_both_append_a_measure_where_plain_git_gives_up(repo: Path) -> None:
    zweig(repo, "a", bericht(12) + "  - massnahme: M-1.1.14\n    status: ruht\n")
    zweig(repo, "b", bericht(12) + "  # neu\n  - massnahme: M-1.1.13\n    status: geplant\n")
    git(repo, "checkout", "--quiet", "main")
    git(repo, "merge", "--quiet", "a")
    git(repo, "-c", "merge.fgk.driver=git merge-file %A %O %B", "merge", "--quiet", "--no-edit", "b", code=1)
    git(repo, "merge", "--abort")
    git(repo, "merge", "--quiet", "--no-edit", "b")
    neu = "  # neu\n  - massnahme: M-1.1.13\n    status: geplant\n  - massnahme: M-1.1.14\n    status: ruht\n"
    assert (repo / BERICHT).read_text(encoding="utf-8") == bericht(12) + neu


def test_a_rebase_and_a_cherry_pick_go_the_same_way(repo: Path) -> None:
    zweig(repo, "a", bericht(12).replace("geplant", "ruht", 1))
    zweig(repo, "b", bericht(12).replace("2\n    status: geplant", "2\n    status: umgesetzt", 1))
    git(repo, "rebase", "--quiet", "a")
    assert (repo / BERICHT).read_text(encoding="utf-8").count("geplant") == 10
    git(repo, "checkout", "--quiet", "a")
    git(repo, "cherry-pick", "b")
    assert (repo / BERICHT).read_text(encoding="utf-8").count("geplant") == 10


def konflikt(repo: Path, unsere: str, ihre: str) -> str:
    """Merge two branches that do not go together, and return what the file holds then."""
    zweig(repo, "a", unsere)
    zweig(repo, "b", ihre)
    git(repo, "checkout", "--quiet", "a")
    git(repo, "merge", "--no-edit", "b", code=1)
    assert git(repo, "diff", "--name-only", "--diff-filter=U") == f"{BERICHT}\n"
    return (repo / BERICHT).read_text(encoding="utf-8")


def test_the_same_field_changed_differently(repo: Path) -> None:
    text = konflikt(
        repo, bericht(12).replace("geplant", "ruht", 1), bericht(12).replace("geplant", "umgesetzt", 1)
    )
    assert [zeile for zeile in text.splitlines() if zeile[:1] in "<|=>" and zeile[:7] == zeile[0] * 7] == [
        f"<<<<<<< hier: {BERICHT}",
        f"||||||| vorher: {BERICHT}",
        "=======",
        f">>>>>>> dort: {BERICHT}",
    ]
    assert "    status: ruht\n" in text
    assert "    status: umgesetzt\n" in text


def test_a_conflict_of_fields_that_no_line_shows_stays_one(repo: Path) -> None:
    neu = "  - massnahme: M-1.1.13\n    status: {}\n"
    anfang = bericht(12).replace(KOPF, KOPF + neu.format("ruht"))
    text = konflikt(repo, anfang, bericht(12) + neu.format("umgesetzt"))
    assert "<<<<" not in text
    assert text.count("M-1.1.13") == 2


def lege(ordner: Path, texte: tuple[str, str, str]) -> tuple[Path, Path, Path]:
    """Write the three files that git would make."""
    pfade = (ordner / "O", ordner / "A", ordner / "B")
    for pfad, text in zip(pfade, texte, strict=True):
        pfad.write_text(text)
    return pfade


@pytest.mark.parametrize(
    ("texte", "gesagt"),
    [
        (("a: 1\n", "a: 2\n", "a: 3\n"), ["a: hier „2“, dort „3“, vorher „1“"]),
        (
            ("a: 1\n", "b: 2\n", "a: 3\nb: 3\n"),
            ["b: hier „2“, dort „3“, vorher nichts", "a: hier nichts, dort „3“, vorher „1“"],
        ),
        (("", "a: 1\n", "a: 2\n"), ["die ganze Datei: auf beiden Seiten neu, mit verschiedenem Inhalt"]),
        (("z: [x]\n", "z: [x, y]\n", "z: [v]\n"), ["z: hier x, y, dort v, vorher x"]),
        (("k: {a: 1}\n", "b: 1\n", "k: {a: 2}\n"), ["k: hier gelöscht, dort geändert"]),
        (("k: {a: 1}\n", "k: {a: 2}\n", "b: 1\n"), ["k: hier geändert, dort gelöscht"]),
        (("a: 1\n", "a: 2\n", "a: {b: 1}\n"), ["a: hier „2“, dort eine Gruppe, vorher „1“"]),
        (
            ("l: [{jahr: 1}, {jahr: 2}]\n", "l: [{jahr: 1}]\n", "l: [{jahr: 2}, {jahr: 1}]\n"),
            ["l: hier 1 Eintrag, dort 2 Einträge, vorher 2 Einträge"],
        ),
    ],
)
def test_conflicts_are_named_in_german(
    aufruf: Aufruf, tmp_path: Path, texte: tuple[str, str, str], gesagt: list[str]
) -> None:
    pfade = lege(tmp_path, texte)
    ergebnis = aufruf("merge-file", *pfade, "massnahmen/M-1.yaml")
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    zeilen = ergebnis.fehler.splitlines()
    assert zeilen[0].startswith("fgk: massnahmen/M-1.yaml: ")
    assert zeilen[0].endswith("auf beiden Seiten verschieden geändert.")
    assert zeilen[1:-1] == [f"  {zeile}" for zeile in gesagt]
    assert zeilen[-1].endswith("Danach: „git add massnahmen/M-1.yaml“.")
    text = pfade[1].read_text()
    assert all(zeile in text for zeile in (texte[1] + texte[2]).splitlines())


@pytest.mark.parametrize(
    ("texte", "code", "text"),
    [
        (("a: [\nb\nc\nd\n", "x\na: [\nb\nc\nd\n", "a: [\nb\nc\nd\ny\n"), 0, "x\na: [\nb\nc\nd\ny\n"),
        (("a: [\n", "a: [1\n", "a: [2\n"), 1, None),
        (
            ("{a: 1,\n\n\n b: 1}\n", "{a: 2,\n\n\n b: 1}\n", "{a: 1,\n\n\n b: 2}\n"),
            0,
            "{a: 2,\n\n\n b: 2}\n",
        ),
        (("{a: 1, b: 1}\n", "{a: 2, b: 1}\n", "{a: 1, b: 2}\n"), 1, None),
    ],
)
def test_what_has_no_fields_is_merged_by_lines(
    aufruf: Aufruf, tmp_path: Path, texte: tuple[str, str, str], code: int, text: str | None
) -> None:
    pfade = lege(tmp_path, texte)
    ergebnis = aufruf("merge-file", *pfade)
    assert ergebnis.code == code, ergebnis.fehler
    assert "lässt sich nicht feldweise zusammenführen" in ergebnis.fehler
    assert text is None or pfade[1].read_text() == text


def test_a_file_that_is_not_there(aufruf: Aufruf, tmp_path: Path) -> None:
    assert aufruf("merge-file", tmp_path / "O", tmp_path / "A", tmp_path / "B").code == 2

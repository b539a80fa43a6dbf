"""The trail: what took effect when, and who set it, in real repositories."""

from pathlib import Path

import pytest
from hilfen import MASSNAHME
from repos import Repo

from fgk.history.commits import History
from fgk.history.repository import Repository
from fgk.history.verlauf import Ereignis, verlauf

DATEI = f"akte/{MASSNAHME}"


def text(repo: Repo) -> str:
    return (repo.ordner / DATEI).read_text(encoding="utf-8")


def spur(repo: Repo, kennung: str | None = "M-1.1.1") -> list[Ereignis]:
    repository = Repository.around(repo.ordner / "akte")
    return list(verlauf(History(repository, repository.commit("HEAD"), "akte"), kennung))


def kurz(ereignisse: list[Ereignis]) -> list[tuple[str, ...]]:
    return [(e.wandel, ".".join(e.pfad), str(e.vorher), str(e.nachher)) for e in ereignisse]


ANGELEGT = ("angelegt", "", "None", "None")


def test_only_fields_are_changes(repo: Repo) -> None:
    alt = text(repo)
    repo.commit("Kommentar", {DATEI: f"# Hinweis\n{alt}"})
    zeilen = alt.splitlines()
    repo.commit("Reihenfolge", {DATEI: "\n".join([*zeilen[1:], zeilen[0]]) + "\n"})
    repo.commit("CRLF", {DATEI: alt.replace("\n", "\r\n")})
    repo.commit("Umgezogen", {DATEI: None, "akte/massnahmen/M-9.9.9.yaml": alt})
    repo.commit("Zurück", {DATEI: alt, "akte/massnahmen/M-9.9.9.yaml": None})
    assert kurz(spur(repo)) == [ANGELEGT]
    letzter = repo.commit("Neue Frist", {DATEI: alt + "prioritaet: hoch\n"})
    ereignis = spur(repo)[-1]
    assert kurz([ereignis]) == [("geändert", "prioritaet", "None", "hoch")]
    assert (ereignis.wirksam.id, ereignis.gesetzt.id) == (letzter, letzter)
    assert ereignis.gesetzt.author.name == "Projektleitung"


def test_a_merge_takes_effect_and_its_branch_set_it(repo: Repo) -> None:
    alt = text(repo)
    repo.git("switch", "-q", "-c", "amt")
    gesetzt = repo.commit("Priorität", {DATEI: alt + "prioritaet: hoch\n"}, GIT_AUTHOR_NAME="Jugendamt")
    repo.commit("Anderes", {"README.md": "x"})
    repo.git("switch", "-q", "main")
    repo.commit("Hauptlinie", {"LIESMICH.md": "x"})
    wirksam = repo.merge("amt", nachricht="Zusammenführen\n\nBeschluss: B-2024-01")
    ereignis = spur(repo)[-1]
    assert (ereignis.wirksam.id, ereignis.gesetzt.id) == (wirksam, gesetzt)
    assert ereignis.gesetzt.author.name == "Jugendamt"
    assert ereignis.beschluesse == ("B-2024-01",)


def test_the_newest_commit_of_a_branch_counts(repo: Repo) -> None:
    alt = text(repo)
    repo.git("switch", "-q", "-c", "amt")
    repo.commit("erst", {DATEI: alt + "prioritaet: hoch\n"})
    repo.commit("dann", {DATEI: alt + "prioritaet: niedrig\n"})
    letzter = repo.commit("doch", {DATEI: alt + "prioritaet: hoch\n"})
    repo.git("switch", "-q", "main")
    repo.merge("amt")
    assert [e.gesetzt.id for e in spur(repo)[1:]] == [letzter]


def test_an_evil_merge_did_it_itself(repo: Repo) -> None:
    alt = text(repo)
    repo.git("switch", "-q", "-c", "amt")
    repo.commit("Anderes", {"README.md": "x"})
    repo.git("switch", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "--no-commit", "amt")
    wirksam = repo.commit("Heimlich", {DATEI: alt + "prioritaet: hoch\n"})
    ereignis = spur(repo)[-1]
    assert (ereignis.wirksam.id, ereignis.gesetzt.id) == (wirksam, wirksam)


def test_the_losing_side_of_a_merge_took_no_effect(repo: Repo) -> None:
    alt = text(repo)
    repo.git("switch", "-q", "-c", "amt")
    repo.commit("Priorität", {DATEI: alt + "prioritaet: hoch\n"})
    repo.git("switch", "-q", "main")
    repo.commit("Hauptlinie", {"LIESMICH.md": "x"})
    repo.merge("amt", "-s", "ours")
    assert kurz(spur(repo)) == [ANGELEGT]


def test_a_copy_that_is_deleted_at_the_old_place_later_is_one_record(repo: Repo) -> None:
    alt = text(repo)
    repo.commit("Kopie", {"akte/massnahmen/M-2.1.1.yaml": alt})
    repo.commit("Löschen", {DATEI: None})
    assert kurz(spur(repo)) == [ANGELEGT]


def test_what_is_deleted_and_made_again_is_told(repo: Repo) -> None:
    alt = text(repo)
    repo.commit("weg", {DATEI: None})
    repo.commit("wieder", {DATEI: alt})
    assert [e.wandel for e in spur(repo)] == ["angelegt", "entfernt", "angelegt"]


@pytest.mark.parametrize(
    "kaputt", [b"titel: [M-1.1.1\n", "kennung: M-1.1.1\n".encode("utf-16"), b"\xff\xfeM-1.1.1"]
)
def test_a_version_that_cannot_be_read_hides_nothing(repo: Repo, kaputt: bytes) -> None:
    alt = text(repo)
    repo.commit("kaputt", {DATEI: kaputt})
    assert kurz(spur(repo)) == [ANGELEGT]
    repo.commit("heil", {DATEI: alt + "prioritaet: hoch\n"})
    ereignis = spur(repo)[-1]
    assert kurz([ereignis]) == [("geändert", "prioritaet", "None", "hoch")]
    assert ereignis.nach_unlesbarer_fassung


def test_what_a_report_says_about_a_measure_is_part_of_its_trail(repo: Repo) -> None:
    bericht = "kennung: J-2024\nvon: 2024-01-01\nbis: 2024-12-31\nmassnahmen:\n"
    eintrag = "  - massnahme: M-1.1.1\n    status: in_umsetzung\n"
    repo.commit(
        "Bericht",
        {"akte/jahresberichte/2024.yaml": bericht + "  - massnahme: M-1.1.2\n    status: geplant\n"},
    )
    repo.commit("Eintrag", {"akte/jahresberichte/2024.yaml": bericht + eintrag})
    fortgang = eintrag.replace("in_umsetzung", "umgesetzt")
    repo.commit("Fortgang", {"akte/jahresberichte/2024.yaml": bericht + fortgang})
    assert [(e.kennung, *e.pfad[1:], e.vorher, e.nachher) for e in spur(repo)[1:]] == [
        ("J-2024", "M-1.1.1", "status", None, "in_umsetzung"),
        ("J-2024", "M-1.1.1", "status", "in_umsetzung", "umgesetzt"),
    ]
    alle = spur(repo, "J-2024")
    assert kurz(alle)[0] == ANGELEGT
    assert len(alle) == 4


def test_a_report_that_is_new_as_a_whole_tells_it_too(repo: Repo) -> None:
    bericht = "kennung: J-2024\nmassnahmen:\n  - massnahme: M-1.1.1\n    status: in_umsetzung\n"
    repo.commit("Bericht", {"akte/jahresberichte/2024.yaml": bericht})
    assert kurz(spur(repo))[1:] == [("geändert", "massnahmen.M-1.1.1.status", "None", "in_umsetzung")]


def test_a_decision_of_the_same_step_is_named(repo: Repo) -> None:
    beschluss = "kennung: B-2024-01\nbeschlusspunkte:\n  - nummer: 1\n    text: x\n    betrifft:\n      - kennung: M-1.1.1\n"
    repo.commit(
        "Beschluss", {DATEI: text(repo) + "prioritaet: hoch\n", "akte/beschluesse/B-2024-01.yaml": beschluss}
    )
    assert [e.beschluesse for e in spur(repo)[1:]] == [("B-2024-01",)]


def test_the_trail_of_all_is_that_of_each(repo: Repo) -> None:
    repo.commit("Frist", {DATEI: text(repo) + "prioritaet: hoch\n"})
    alle = spur(repo, None)
    assert [e for e in alle if e.kennung == "M-1.1.1"] == spur(repo)
    assert {e.art for e in alle} >= {"audit", "ziel", "massnahme"}


@pytest.mark.parametrize(
    "name", ["akte/mit\nZeile.yaml", "akte/:(top)x.yaml", "akte/-x.yaml", 'akte/"a\tb".yaml']
)
def test_odd_names_stop_nothing(repo: Repo, name: str) -> None:
    repo.commit("Seltsam", {name: "kennung: M-1.1.1\n"})
    repo.commit("Frist", {DATEI: text(repo) + "prioritaet: hoch\n"})
    assert kurz(spur(repo))[1:] == [("geändert", "prioritaet", "None", "hoch")]


def test_every_sign_of_a_message_survives(repo: Repo) -> None:
    (repo.ordner / DATEI).write_text(text(repo) + "prioritaet: hoch\n", encoding="utf-8")
    repo.git("config", "i18n.commitEncoding", "ISO-8859-1")
    nachricht = repo.ordner.parent / "nachricht"
    nachricht.write_bytes("Prüfung \x1b[31m\n\nBeschluss: B-2024-09".encode("latin-1"))
    repo.git("commit", "-q", "-a", "-F", str(nachricht))
    commit = spur(repo)[-1].gesetzt
    assert commit.message.startswith("Prüfung \x1b[31m")
    assert commit.trailer("Beschluss") == "B-2024-09"


def test_the_path_of_the_repository_may_be_odd(tmp_path: Path) -> None:
    from repos import mit_akte

    repo = mit_akte(tmp_path / "$HOME ~ ä")
    assert kurz(spur(repo)) == [ANGELEGT]


def test_a_mailmap_renames_nobody(repo: Repo) -> None:
    repo.commit(
        "Frist",
        {
            DATEI: text(repo) + "prioritaet: hoch\n",
            ".mailmap": "Fremd <f@x.example> <projektleitung@stadt.example>\n",
        },
    )
    assert spur(repo)[-1].gesetzt.author.name == "Projektleitung"


def test_both_sides_of_a_merge_changed_the_same_file(repo: Repo) -> None:
    alt = text(repo)
    repo.git("switch", "-q", "-c", "amt")
    gesetzt = repo.commit("Amt", {DATEI: alt + "prioritaet: hoch\n"})
    repo.git("switch", "-q", "main")
    haupt = repo.commit(
        "Hauptlinie", {DATEI: alt.replace("Steuerungsgruppe einrichten", "Steuerungsgruppe bilden")}
    )
    wirksam = repo.merge("amt")
    assert [(e.pfad, e.wirksam.id, e.gesetzt.id) for e in spur(repo)[1:]] == [
        (("titel",), haupt, haupt), (("prioritaet",), wirksam, gesetzt),
    ]  # fmt: skip


def test_a_foxtrot_merge_takes_effect_on_the_line_that_goes_on(repo: Repo) -> None:
    alt = text(repo)
    repo.git("switch", "-q", "-c", "amt")
    amt = repo.commit("Amt", {DATEI: alt + "prioritaet: hoch\n"})
    repo.git("switch", "-q", "main")
    haupt = repo.commit(
        "Hauptlinie", {DATEI: alt.replace("Steuerungsgruppe einrichten", "Steuerungsgruppe bilden")}
    )
    repo.git("switch", "-q", "amt")
    wirksam = repo.merge("main")
    assert [(e.pfad, e.wirksam.id, e.gesetzt.id) for e in spur(repo)[1:]] == [
        (("prioritaet",), amt, amt), (("titel",), wirksam, haupt),
    ]  # fmt: skip


def _verschiebe(repo: Repo, alt: str, neu: str) -> None:
    (repo.ordner / neu).parent.mkdir(parents=True, exist_ok=True)
    repo.git("mv", alt, neu)


def _spur_in(repo: Repo, ordner: str, kennung: str | None = "M-1.1.1") -> list[Ereignis]:
    repository = Repository.around(repo.ordner)
    return list(verlauf(History(repository, repository.commit("HEAD"), ordner), kennung))


def test_a_moved_akte_keeps_its_trail(repo: Repo) -> None:
    angelegt = repo.git("rev-parse", "HEAD")
    davor = repo.commit("Frist", {DATEI: text(repo).replace("2024-12-31", "2025-12-31")})
    _verschiebe(repo, "akte", "akten/neu")
    repo.commit("Umzug")
    _verschiebe(repo, "akten/neu", "orte/hier")
    neu = (repo.ordner / "orte/hier" / MASSNAHME).read_text(encoding="utf-8")
    umzug = repo.commit("Noch ein Umzug", {f"orte/hier/{MASSNAHME}": neu + "prioritaet: hoch\n"})
    ereignisse = _spur_in(repo, "orte/hier")
    assert [e.wirksam.id for e in ereignisse] == [angelegt, davor, umzug]
    assert kurz(ereignisse)[1:] == [
        ("geändert", "ende", "2024-12-31", "2025-12-31"),
        ("geändert", "prioritaet", "None", "hoch"),
    ]


def test_what_is_gone_with_a_move_is_told(repo: Repo) -> None:
    _verschiebe(repo, "akte", "neu")
    umzug = repo.commit("Umzug", {f"neu/{MASSNAHME}": None})
    [_, ereignis] = _spur_in(repo, "neu")
    assert (ereignis.wandel, ereignis.wirksam.id) == ("entfernt", umzug)
    assert [e.kennung for e in _spur_in(repo, "neu", None) if e.wirksam.id == umzug] == ["M-1.1.1"]


def test_a_new_akte_does_not_go_on_with_another_one(repo: Repo) -> None:
    audit = (repo.ordner / "akte/audit.yaml").read_text(encoding="utf-8")
    kennung = next(zeile for zeile in audit.splitlines() if zeile.startswith("kennung: "))
    neu = {
        "zweite/audit.yaml": audit.replace(kennung, "kennung: A-anderswo-2024"),
        f"zweite/{MASSNAHME}": text(repo),
    }
    angelegt = repo.commit("Zweite Akte", neu)
    assert kurz(_spur_in(repo, "zweite")) == [ANGELEGT]
    assert {e.wirksam.id for e in _spur_in(repo, "zweite", None)} == {angelegt}

"""fgk git-setup: what it writes and where, and that git then sees fields instead of bytes."""

from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, Aufruf, ablage, git, lege_ab, lege_an

ANDERS = """\
# neu gesetzt
titel: 'Steuerungsgruppe einrichten'
ziel: Z-1.1
kennung:   M-1.1.1
federfuehrung: "OE-10"
"""
SCHLUESSEL = {
    "diff.fgk.textconv",
    "diff.fgk.cachetextconv",
    "diff.fgk.xfuncname",
    "merge.fgk.name",
    "merge.fgk.driver",
}


def gesetzt(ordner: Path) -> set[str]:
    alle = git(ordner, "config", "--local", "--name-only", "--list").splitlines()
    return {name for name in alle if ".fgk." in name}


@pytest.fixture
def eingerichtet(aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that is an Akte, set up and committed."""
    ordner = ablage(lege_an(tmp_path / "akte", {MASSNAHME: KOPF}))
    monkeypatch.chdir(ordner)
    assert aufruf("git-setup").code == 0
    lege_ab(ordner, "Einrichten")
    return ordner


def test_it_says_what_it_does_and_does_nothing_else(
    aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordner = ablage(lege_an(tmp_path / "akte"))
    monkeypatch.chdir(ordner)
    gesagt = aufruf("git-setup", "--dry-run")
    assert gesagt.code == 0
    assert gesagt.aus.startswith("Einstellungen dieses Klons (.git/config):\n  + diff.fgk.textconv = ")
    assert gesagt.aus.endswith("Es wurde nichts geschrieben. Ohne --dry-run geschieht es.\n")
    assert (gesetzt(ordner), (ordner / ".gitattributes").exists()) == (set(), False)
    getan = aufruf("git-setup")
    assert getan.aus.splitlines()[:10] == gesagt.aus.splitlines()[:10]
    assert "  git add .gitattributes\n" in getan.aus
    assert gesetzt(ordner) == SCHLUESSEL
    assert git(ordner, "status", "--short") == "?? .gitattributes\n"
    assert aufruf("git-setup").aus == "Alles ist schon eingerichtet.\n"


def test_taking_back_leaves_nothing(aufruf: Aufruf, eingerichtet: Path) -> None:
    (eingerichtet / ".gitattributes").write_bytes(
        (eingerichtet / ".gitattributes").read_bytes() + b"*.pdf binary\n"
    )
    assert "Es wurde nichts geschrieben." in aufruf("git-setup", "--remove", "--dry-run").aus
    assert gesetzt(eingerichtet) == SCHLUESSEL
    zurueck = aufruf("git-setup", "--remove")
    assert (zurueck.code, zurueck.aus.splitlines()[0]) == (0, "Einstellungen dieses Klons (.git/config):")
    assert (gesetzt(eingerichtet), (eingerichtet / ".gitattributes").read_bytes()) == (
        set(),
        b"*.pdf binary\n",
    )
    assert aufruf("git-setup", "--remove").aus == "Hier ist nichts von fgk eingerichtet.\n"


def test_an_empty_file_of_attributes_goes(aufruf: Aufruf, eingerichtet: Path) -> None:
    aufruf("git-setup", "--remove")
    assert not (eingerichtet / ".gitattributes").exists()


def test_an_older_setting_is_renewed(aufruf: Aufruf, eingerichtet: Path) -> None:
    git(eingerichtet, "config", "diff.fgk.textconv", "alt textconv")
    neu = aufruf("git-setup")
    assert neu.aus.count("  + ") == 1
    assert "alt" not in git(eingerichtet, "config", "diff.fgk.textconv")


def test_what_git_keeps_of_another_fgk_goes(aufruf: Aufruf, eingerichtet: Path) -> None:
    (eingerichtet / MASSNAHME).write_text(ANDERS + "ende: 2024-12-31\n")
    lege_ab(eingerichtet, "Frist gesetzt")
    git(eingerichtet, "show", "HEAD")
    assert git(eingerichtet, "for-each-ref", "refs/notes") != ""
    assert "refs/notes/textconv/fgk" in aufruf("git-setup").aus
    assert git(eingerichtet, "for-each-ref", "refs/notes") == ""
    assert aufruf("git-setup").aus == "Alles ist schon eingerichtet.\n"


@pytest.mark.parametrize("argument", [".", "a", "a/massnahmen", "a/audit.yaml"])
def test_outside_of_a_repository_it_refuses(
    aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argument: str
) -> None:
    lege_an(tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    ergebnis = aufruf("git-setup", argument)
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert "liegt in keinem git-Repository" in ergebnis.fehler
    assert "gibt es nicht" in aufruf("git-setup", "--remove", "nirgends").fehler


def test_several_akten_below_one_repository(aufruf: Aufruf, tmp_path: Path) -> None:
    for name in ("akten/a", "akten/mit Leer"):
        lege_an(tmp_path / name)
    ablage(tmp_path)
    assert aufruf("git-setup", tmp_path / "akten").code == 0
    for name, wert in (
        ("akten/a/audit.yaml", "fgk"),
        ("akten/mit Leer/ziele/x.yaml", "fgk"),
        ("x.yaml", "unspecified"),
    ):
        assert git(tmp_path, "check-attr", "diff", "--", name).endswith(f": {wert}\n")


def test_a_worktree_and_a_submodule(aufruf: Aufruf, tmp_path: Path) -> None:
    quelle = ablage(lege_an(tmp_path / "quelle"))
    git(quelle, "worktree", "add", "--quiet", "--detach", "../baum")
    assert aufruf("git-setup", tmp_path / "baum").code == 0
    assert (gesetzt(quelle), (tmp_path / "baum" / ".gitattributes").exists()) == (SCHLUESSEL, True)
    assert not (quelle / ".gitattributes").exists()
    (tmp_path / "oben").mkdir()
    oben = ablage(tmp_path / "oben")
    git(oben, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(quelle), "unten")
    fremd = aufruf("git-setup", oben)
    assert (fremd.code, "gehört zu einem anderen Repository" in fremd.fehler) == (2, True)
    assert aufruf("git-setup", oben / "unten").code == 0
    assert (gesetzt(oben), gesetzt(oben / "unten")) == (set(), SCHLUESSEL)
    assert (oben / "unten" / ".gitattributes").exists()


def test_a_link_in_place_of_the_attributes_is_refused(aufruf: Aufruf, tmp_path: Path) -> None:
    ordner = ablage(lege_an(tmp_path / "a"))
    (ordner / ".gitattributes").symlink_to(tmp_path / "fremd")
    ergebnis = aufruf("git-setup", ordner)
    assert (ergebnis.code, "Verknüpfung" in ergebnis.fehler, gesetzt(ordner)) == (2, True, set())
    assert not (tmp_path / "fremd").exists()


def test_writing_in_another_way_shows_no_difference(eingerichtet: Path) -> None:
    (eingerichtet / MASSNAHME).write_text(ANDERS)
    assert git(eingerichtet, "diff") == ""
    lege_ab(eingerichtet, "Neu gesetzt")
    assert "@@" not in git(eingerichtet, "show", "HEAD")
    assert "@@" not in git(eingerichtet, "log", "-p", "-1")
    assert "@@" in git(eingerichtet, "show", "--no-textconv", "HEAD")


def test_a_changed_field_is_one_line_and_blame_knows_who_set_it(eingerichtet: Path) -> None:
    (eingerichtet / MASSNAHME).write_text(ANDERS + "ende: 2024-12-31\n")
    lege_ab(eingerichtet, "Frist gesetzt")
    zeilen = git(eingerichtet, "show", "--format=", "-U0", "HEAD").splitlines()
    assert [z for z in zeilen if z.startswith(("+", "-")) and z[:3] not in ("+++", "---")] == [
        "+ende: 2024-12-31"
    ]
    frist, anfang = git(eingerichtet, "log", "--format=%h", "--", MASSNAHME).split()
    schuld = git(eingerichtet, "blame", "-s", MASSNAHME).splitlines()
    assert schuld[0].startswith(frist[:7])
    assert schuld[0].endswith("1) ende: 2024-12-31")
    assert all(anfang[:7] in zeile for zeile in schuld[1:])


def test_what_cannot_be_read_is_shown_as_it_is(eingerichtet: Path) -> None:
    (eingerichtet / MASSNAHME).write_text(KOPF + "ende: [\n")
    assert "+# fgk kann diese Datei nicht feldweise zeigen." in git(eingerichtet, "diff")


@pytest.mark.parametrize("ohne_fgk", [False, True])
def test_the_history_of_one_measure_with_plain_git(eingerichtet: Path, ohne_fgk: bool) -> None:
    bericht = eingerichtet / "jahresberichte" / "2024.yaml"
    bericht.parent.mkdir()
    eintraege = [f"  - massnahme: M-1.1.{n}\n    status: geplant\n    nachweise: []\n" for n in (1, 2, 10)]
    bericht.write_text("kennung: J-2024\nmassnahmen:\n" + "".join(eintraege) + "ziele:\n  - ziel: Z-1.1\n")
    lege_ab(eingerichtet, "Bericht")
    text = bericht.read_text()
    bericht.write_text(text.replace("geplant", "ruht", 1))
    lege_ab(eingerichtet, "Erste ruht")
    bericht.write_text(bericht.read_text().replace("geplant", "umgesetzt", 1))
    lege_ab(eingerichtet, "Zweite umgesetzt")
    muster = git(eingerichtet, "config", "diff.fgk.xfuncname").removesuffix("\n")
    if ohne_fgk:
        for name in gesetzt(eingerichtet):
            git(eingerichtet, "config", "--unset-all", name)
    wort = ("-c", f"diff.fgk.xfuncname={muster}") if ohne_fgk else ()
    log = git(eingerichtet, *wort, "log", "--format=%s", "-L", r":M-1\.1\.2:jahresberichte/2024.yaml")
    betreffe = [z for z in log.splitlines() if z in ("Bericht", "Erste ruht", "Zweite umgesetzt")]
    assert betreffe == ["Zweite umgesetzt", "Bericht"]
    ganz = git(eingerichtet, *wort, "log", "--format=%s", "-L", f":M-1.1.1:{MASSNAHME}")
    assert "federfuehrung: OE-10" in ganz
    kopf = git(eingerichtet, *wort, "show", "--no-textconv", "-U0", "HEAD", "--", "jahresberichte")
    assert "@@ M-1.1.2\n" in kopf

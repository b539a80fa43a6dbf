"""fgk save: what is recorded and what never is, in whatever state a folder or repository is."""

import os
import subprocess
from pathlib import Path

import pytest
from hilfen import MASSNAHME, Aufruf, fgk, git, lege_an

AMT = ("--stelle", "OE-51", "--postfach", "jugendamt@musterstadt.example")
KURZ = b"titel: Steuerungsgruppe einrichten"


@pytest.fixture(autouse=True)
def niemand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user whom git does not know, at a fixed time."""
    (tmp_path / "heim").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "heim"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2024-07-01T09:00:00+02:00")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2024-07-01T09:00:00+02:00")


@pytest.fixture
def ordner(tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An Akte in a repository that ``fgk save`` made."""
    akte = lege_an(tmp_path / "akte", {".gitattributes": "*.yaml text eol=lf\n"})
    monkeypatch.chdir(akte)
    gesagt = aufruf("save", "Akte angelegt", *AMT)
    assert (gesagt.code, gesagt.fehler) == (0, "")
    return akte


def aendere(ordner: Path, alt: bytes, neu: bytes, datei: str = MASSNAHME) -> None:
    inhalt = (ordner / datei).read_bytes()
    assert alt in inhalt
    (ordner / datei).write_bytes(inhalt.replace(alt, neu))


def gespeichert(ordner: Path, rev: str = "HEAD") -> set[str]:
    return set(git(ordner, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", rev).splitlines())


def test_a_text_that_is_no_utf_8_is_refused_before_anything_is_made(
    tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lege_an(tmp_path / "akte"))
    gesagt = aufruf("save", "Gr\udcfcnde", *AMT)
    assert (gesagt.code, "ist kein Text in UTF-8" in gesagt.fehler) == (2, True)
    assert not (tmp_path / "akte" / ".git").exists()


def test_the_first_time_it_makes_a_repository_and_says_so(
    tmp_path: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    akte = lege_an(tmp_path / "akte")
    monkeypatch.chdir(akte)
    gesagt = aufruf("save", "Akte angelegt", *AMT)
    zeilen = gesagt.aus.splitlines()
    assert gesagt.code == 0
    assert zeilen[0].startswith("Für den Ordner „akte“ ist ein git-Repository angelegt;")
    kurz = git(akte, "rev-parse", "HEAD")[:8]
    assert zeilen[1:5] == [
        "Gespeichert: Akte angelegt",
        f"Stand {kurz} vom 01.07.2024, Jugendamt",
        "",
        "Der erste Stand der Akte: 4 Datensätze.",
    ]
    assert git(akte, "log", "--format=%an <%ae> %D%n%B").splitlines() == [
        "Jugendamt <jugendamt@musterstadt.example> HEAD -> main",
        "Akte angelegt",
        "",
        "Stelle: OE-51",
        "",
    ]
    assert git(akte, "status", "--short") == ""
    assert not list((akte / ".git").glob("fgk-index*"))


def test_it_says_what_changed_in_the_words_of_the_field(ordner: Path, aufruf: Aufruf) -> None:
    aendere(ordner, KURZ, b"titel: Lenkungskreis einrichten\nprioritaet: hoch")
    gesagt = aufruf("save", "Umbenannt")
    assert gesagt.aus.splitlines()[2:] == [
        "",
        "2 Felder in 1 Datensatz geändert.",
        "  M-1.1.1 Lenkungskreis einrichten",
        "    Titel: Steuerungsgruppe einrichten → Lenkungskreis einrichten",
        "    Priorität: – → hoch",
    ]
    assert "gesetzt von Jugendamt" in aufruf("log", "M-1.1.1").aus
    assert git(ordner, "status", "--short") == ""


def test_nothing_to_record_is_said(ordner: Path, aufruf: Aufruf) -> None:
    kurz = git(ordner, "rev-parse", "HEAD")[:8]
    gesagt = aufruf("save", "Noch einmal")
    satz = f"Seit dem letzten Stand hat sich nichts geändert. Letzter Stand: {kurz} vom 01.07.2024. "
    assert (gesagt.code, gesagt.aus.replace("\n", " ")) == (0, f"Nichts zu speichern: {satz}")
    assert git(ordner, "rev-list", "--count", "HEAD") == "1\n"


def test_new_gone_rewritten_and_other_files_are_told_apart(ordner: Path, aufruf: Aufruf) -> None:
    neu = (ordner / MASSNAHME).read_bytes().replace(b"M-1.1.1", b"M-1.1.2")
    (ordner / "massnahmen" / "M-1.1.2.yaml").write_bytes(neu)
    aendere(ordner, b"kennung:", b"# Ein Kommentar\nkennung:", "ziele/Z-1.1.yaml")
    (ordner / MASSNAHME).unlink()
    (ordner / "LIESMICH.md").write_text("Hier liegt die Akte.\n", encoding="utf-8")
    gesagt = aufruf("save", "Umgeräumt")
    assert gesagt.aus.splitlines()[3:] == [
        "1 Datensatz neu, 1 Datensatz nicht mehr da, 1 andere Datei neu.",
        "− M-1.1.1 Steuerungsgruppe einrichten (nicht mehr da)",
        "+ M-1.1.2 Steuerungsgruppe einrichten (neu)",
        "  Andere Dateien, neu: LIESMICH.md",
        "  Nur anders geschrieben, gleicher Inhalt: ziele/Z-1.1.yaml",
    ]


@pytest.mark.parametrize(
    ("name", "grund"),
    [
        ("ausgabe/jahresbericht.pdf", None),
        ("~$Bericht.docx", None),
        (".~lock.Bericht.odt#", None),
        (".fgk/austausch/staende.json", None),
        ("namen.yaml", "enthält Namen von Personen"),
        ("vorlagen/.env", "sieht nach Zugangsdaten aus"),
        ("server.key", "sieht nach Zugangsdaten aus"),
        ("musterstadt.fgk.zip", "ist selbst ein Paket"),
        ("film.mp4", "ist größer als 10 MB"),
    ],
)
def test_what_never_belongs_to_a_state_is_left_out(
    name: str, grund: str | None, ordner: Path, aufruf: Aufruf
) -> None:
    (ordner / "neu.txt").write_text("x", encoding="utf-8")
    pfad = ordner / name
    pfad.parent.mkdir(parents=True, exist_ok=True)
    with pfad.open("wb") as datei:
        datei.truncate(11 * 1024 * 1024 if name == "film.mp4" else 3)
    gesagt = aufruf("save", "Neues")
    assert "neu.txt" in gespeichert(ordner)
    assert name not in gespeichert(ordner)
    assert (f"Nicht gespeichert: {name} ({grund})." in gesagt.aus) == (grund is not None)
    assert ("Nicht gespeichert" in gesagt.aus) == (grund is not None)


def test_what_git_ignores_is_left_out(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / ".gitignore").write_text("entwurf*\n", encoding="utf-8")
    (ordner / "entwurf.txt").write_text("x", encoding="utf-8")
    assert aufruf("save", "Ausnahmen").code == 0
    assert {".gitignore"} == gespeichert(ordner) - gespeichert(ordner, "HEAD~1")


def test_an_akte_that_the_repository_leaves_out_does_not_look_saved(tmp_path: Path, aufruf: Aufruf) -> None:
    git(tmp_path, "init", "--quiet", "repo")
    (tmp_path / "repo" / ".gitignore").write_text("/akten/\n", encoding="utf-8")
    gesagt = aufruf("save", "Angelegt", lege_an(tmp_path / "repo" / "akten" / "a"), *AMT)
    assert (gesagt.code, "nimmt diese Akte aus: Sie steht dort in .gitignore" in gesagt.fehler) == (2, True)


def test_of_many_changes_the_first_are_shown(ordner: Path, aufruf: Aufruf) -> None:
    text = (ordner / MASSNAHME).read_bytes()
    for n in range(2, 16):
        (ordner / f"massnahmen/M-1.1.{n}.yaml").write_bytes(text.replace(b"M-1.1.1", b"M-1.1.%d" % n))
    gesagt = aufruf("save", "Viele")
    assert "14 Datensätze neu." in gesagt.aus
    assert gesagt.aus.count("(neu)") == 12
    assert "  und 2 weitere Datensätze\n" in gesagt.aus


def test_links_and_inner_repositories_are_left_out(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / "fremd.txt").symlink_to("/etc/hostname")
    git(ordner, "init", "--quiet", "innen")
    (ordner / "innen" / "x.txt").write_text("x", encoding="utf-8")
    git(ordner / "innen", "add", "x.txt")
    git(ordner / "innen", "commit", "--quiet", "-m", "x")
    (ordner / "neu.txt").write_text("x", encoding="utf-8")
    gesagt = aufruf("save", "Neues")
    assert "Nicht gespeichert: fremd.txt (ist eine Verknüpfung oder keine gewöhnliche Datei)." in gesagt.aus
    assert "Nicht gespeichert: innen/ (ist ein eigenes git-Repository)." in gesagt.aus
    assert gespeichert(ordner) - gespeichert(ordner, "HEAD~1") == {"neu.txt"}


def test_what_is_staged_elsewhere_stays_staged_and_out(tmp_path: Path, aufruf: Aufruf) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "repo")
    repo = tmp_path / "repo"
    akte = lege_an(repo / "akten" / "musterstadt")
    (repo / "fremd.txt").write_text("alt\n", encoding="utf-8")
    git(repo, "add", "--all")
    git(repo, "commit", "--quiet", "-m", "Anfang")
    (repo / "fremd.txt").write_text("bereitgelegt\n", encoding="utf-8")
    (repo / "neu.txt").write_text("neu\n", encoding="utf-8")
    git(repo, "add", "fremd.txt", "neu.txt")
    (repo / "fremd.txt").write_text("weiter geändert\n", encoding="utf-8")
    davor = git(repo, "diff", "--cached", "--raw")
    aendere(akte, KURZ, b"titel: Anders")
    git(repo, "add", "akten")
    aendere(akte, b"titel: Anders", b"titel: Ganz anders")
    assert aufruf("save", "Nur die Akte", akte, *AMT).code == 0
    assert git(repo, "show", "--name-only", "--format=", "HEAD").split() == [f"akten/musterstadt/{MASSNAHME}"]
    assert git(repo, "diff", "--cached", "--raw") == davor
    assert git(repo, "diff", "--name-only") == "fremd.txt\n"
    assert git(repo, "show", ":fremd.txt") == "bereitgelegt\n"
    assert b"Ganz anders" in git(repo, "show", f"HEAD:akten/musterstadt/{MASSNAHME}").encode()


def test_an_akte_that_moved_takes_its_old_folder_with_it(tmp_path: Path, aufruf: Aufruf) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "repo")
    repo = tmp_path / "repo"
    alt = lege_an(repo / "alt")
    aufruf("save", "Angelegt", alt, *AMT)
    alt.rename(repo / "neu")
    aendere(repo / "neu", KURZ, b"titel: Anders")
    gesagt = aufruf("save", "Umgezogen", repo / "neu")
    assert all(name.startswith("neu/") for name in gespeichert(repo))
    assert git(repo, "status", "--short") == ""
    assert "1 Feld in 1 Datensatz geändert." in gesagt.aus


def test_several_akten_of_one_repository_are_one_state(tmp_path: Path, aufruf: Aufruf) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "repo")
    repo = tmp_path / "repo"
    a, b = (lege_an(repo / name) for name in "ab")
    aendere(b, b"A-musterstadt-2024", b"A-musterstadt-2028", "audit.yaml")
    aufruf("save", "Angelegt", repo, *AMT)
    aendere(a, KURZ, b"titel: Anders")
    aendere(b, KURZ, b"titel: Auch anders")
    gesagt = aufruf("save", "Beide", repo)
    assert gesagt.aus.count("1 Feld in 1 Datensatz geändert.") == 2
    assert "A-musterstadt-2028, Musterstadt:" in gesagt.aus
    assert git(repo, "rev-list", "--count", "HEAD") == "2\n"


def test_what_the_workspace_has_for_all_its_akten_is_recorded_with_them(
    tmp_path: Path, aufruf: Aufruf
) -> None:
    raum = tmp_path / "raum"
    akte = lege_an(raum / "eins")
    git(raum, "init", "-q", "-b", "main")
    dateien = {"fgk.yaml": "bezeichnung: Akten", "verfahren/region.yaml": "kennung: region", "notiz.txt": "x"}
    for pfad, inhalt in dateien.items():
        (raum / pfad).parent.mkdir(exist_ok=True)
        (raum / pfad).write_text(inhalt)
    gesagt = aufruf("save", "Angelegt", akte, *AMT)
    assert "Für alle Akten: fgk.yaml (neu).\nFür alle Akten: verfahren/region.yaml (neu).\n" in gesagt.aus
    assert {"fgk.yaml", "verfahren/region.yaml"} <= gespeichert(raum)
    assert "notiz.txt" not in gespeichert(raum)
    (raum / "fgk.yaml").write_text("bezeichnung: Andere")
    (raum / "verfahren" / "region.yaml").unlink()
    gesagt = aufruf("save", "Nur drumherum", akte)
    assert (
        "Für alle Akten: fgk.yaml (geändert).\nFür alle Akten: verfahren/region.yaml (nicht mehr da).\n"
        in gesagt.aus
    )
    assert "Nichts zu speichern" in aufruf("save", "Noch einmal", akte).aus


def test_akten_of_two_repositories_are_refused(tmp_path: Path, aufruf: Aufruf) -> None:
    for name in "ab":
        git(tmp_path, "init", "--quiet", name)
        lege_an(tmp_path / name)
    gesagt = aufruf("save", "Beide", tmp_path, *AMT)
    assert (gesagt.code, "liegen in verschiedenen Repositorys" in gesagt.fehler) == (2, True)


def test_several_akten_without_a_repository_are_refused_before_one_is_made(
    tmp_path: Path, aufruf: Aufruf
) -> None:
    for name in "ab":
        lege_an(tmp_path / "akten" / name)
    gesagt = aufruf("save", "Beide", tmp_path / "akten", *AMT)
    assert (gesagt.code, "Hier liegen 2 Akten, und noch ohne Stände sind" in gesagt.fehler) == (2, True)
    assert not list(tmp_path.glob("akten/**/.git"))


def test_a_faulty_akte_is_recorded_with_a_warning(ordner: Path, aufruf: Aufruf) -> None:
    aendere(ordner, b"ziel: Z-1.1", b"ziel: Z-9.9")
    gesagt = aufruf("save", "Halb fertig")
    assert (gesagt.code, "Achtung: Die Akte „akte“ hat 1 Fehler." in gesagt.aus) == (0, True)
    assert git(ordner, "rev-list", "--count", "HEAD") == "2\n"


def test_with_nothing_new_a_fault_is_not_said_to_be_saved_just_now(ordner: Path, aufruf: Aufruf) -> None:
    aendere(ordner, b"ziel: Z-1.1", b"ziel: Z-9.9")
    aufruf("save", "Halb fertig")
    gesagt = " ".join(aufruf("save", "Noch einmal").aus.split())
    assert "hat 1 Fehler. So ist sie auch gespeichert; „fgk validate“ nennt" in gesagt
    assert "trotzdem" not in gesagt


def test_several_akten_without_a_repository_are_told_apart_and_nothing_is_made(
    tmp_path: Path, aufruf: Aufruf
) -> None:
    erste, zweite = lege_an(tmp_path / "alle" / "a"), lege_an(tmp_path / "alle" / "b")
    gesagt = aufruf("save", "Beide", tmp_path / "alle", *AMT)
    assert (gesagt.code, "Hier liegen 2 Akten, und noch ohne Stände sind" in gesagt.fehler) == (2, True)
    assert f'„fgk save "…" {erste.as_posix()}“' in gesagt.fehler
    assert not list(tmp_path.rglob(".git"))
    assert aufruf("save", "Erste", erste, *AMT).code == 0
    gesagt = aufruf("save", "Beide", tmp_path / "alle", *AMT)
    assert (gesagt.code, f"noch ohne Stände ist „{zweite.as_posix()}“." in gesagt.fehler) == (2, True)


@pytest.mark.parametrize(
    ("postfach", "ist_person"),
    [
        ("karin.meier@stadt.example", True),
        ("Jörg.Groß-Müller@stadt.example", True),
        ("jugendamt@stadt.example", False),
        ("amt51.leitung@stadt.example", False),
        ("familien-buero@stadt.example", False),
    ],
)
def test_an_address_of_a_person_is_taken_and_said(
    postfach: str, ist_person: bool, tmp_path: Path, aufruf: Aufruf
) -> None:
    gesagt = aufruf("save", "A", lege_an(tmp_path / "akte"), "--stelle", "OE-51", "--postfach", postfach)
    satz = f"„{postfach}“ sieht nach der Adresse einer Person aus."
    assert (gesagt.code, satz in " ".join(gesagt.aus.split())) == (0, ist_person)


def test_nobody_is_asked_for_by_office(tmp_path: Path, aufruf: Aufruf) -> None:
    akte = lege_an(tmp_path / "akte")
    gesagt = aufruf("save", "Angelegt", akte)
    assert gesagt.code == 2
    assert gesagt.fehler.startswith("fgk: Wer speichert, ist noch nicht bekannt")
    assert "--stelle OE-10" in gesagt.fehler
    assert "Hauptamt (OE-10), Jugendamt (OE-51)" in gesagt.fehler
    assert not (akte / ".git").exists()
    falsch = aufruf("save", "Angelegt", akte, "--stelle", "OE-51", "--postfach", "niemand")
    assert (falsch.code, (akte / ".git").exists()) == (2, False)
    assert "ist ein git-Repository angelegt" in aufruf("save", "Angelegt", akte, *AMT).aus


@pytest.mark.parametrize(
    ("angaben", "satz"),
    [
        (("--stelle", "Bauhof"), "Eine Stelle „Bauhof“ steht nicht in organisationseinheiten.yaml."),
        (("--stelle", "jugendamt"), "Zur Stelle „jugendamt“ ist kein Postfach bekannt."),
        (("--stelle", "OE-51", "--postfach", "jugendamt"), "„jugendamt“ ist keine E-Mail-Adresse."),
        (("--postfach", "a@b.example"), "Zu --postfach fehlt die Stelle."),
    ],
)
def test_an_office_that_will_not_do_is_refused(
    angaben: tuple[str, ...], satz: str, tmp_path: Path, aufruf: Aufruf
) -> None:
    akte = lege_an(tmp_path / "akte")
    gesagt = aufruf("save", "Angelegt", akte, *angaben)
    assert (gesagt.code, satz in gesagt.fehler) == (2, True)
    assert not (akte / ".git").exists()


def test_a_new_office_is_taken_with_its_mailbox_and_a_known_mailbox_is_found(
    tmp_path: Path, aufruf: Aufruf
) -> None:
    akte = lege_an(tmp_path / "akte")
    gesagt = aufruf("save", "A", akte, "--stelle", "Verein", "--postfach", "audit@verein.example")
    assert ", Verein\n" in gesagt.aus
    assert git(akte, "log", "-1", "--format=%an%n%b") == "Verein\n\n"
    with (akte / "organisationseinheiten.yaml").open("a", encoding="utf-8", newline="\n") as datei:
        datei.write(
            "  - kennung: OE-V\n    name: Verein Audit\n    art: verein\n    postfach: audit@verein.example\n"
        )
    gesagt = aufruf("save", "B", akte)
    assert ", Verein Audit\n" in gesagt.aus
    assert git(akte, "log", "-1", "--format=%b").strip() == "Stelle: OE-V"


def test_a_person_of_the_users_own_settings_is_taken_and_said(tmp_path: Path, aufruf: Aufruf) -> None:
    (tmp_path / "heim" / ".gitconfig").write_text(
        "[user]\n\tname = E. Muster\n\temail = e@m.example\n", encoding="utf-8"
    )
    gesagt = aufruf("save", "A", lege_an(tmp_path / "akte"))
    assert gesagt.code == 0
    assert "Der Stand nennt „E. Muster“ aus Ihren Einstellungen von git." in gesagt.aus


def test_marks_of_a_conflict_are_refused(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / "notiz.md").write_text("<<<<<<< hier\na\n=======\nb\n>>>>>>> dort\n", encoding="utf-8")
    gesagt = aufruf("save", "Notiz")
    assert (gesagt.code, "In „notiz.md“ stehen noch beide Seiten" in gesagt.fehler) == (2, True)
    assert git(ordner, "rev-list", "--count", "HEAD") == "1\n"
    assert git(ordner, "status", "--short") == "?? notiz.md\n"


def konflikt(ordner: Path, *befehl: str) -> None:
    """Begin something that cannot end without a decision."""
    git(ordner, "switch", "--quiet", "-c", "zweig")
    aendere(ordner, KURZ, b"titel: Dort")
    git(ordner, "commit", "--quiet", "-am", "Dort")
    git(ordner, "switch", "--quiet", "main")
    aendere(ordner, KURZ, b"titel: Hier")
    git(ordner, "commit", "--quiet", "-am", "Hier")
    git(ordner, *befehl, code=1)


@pytest.mark.parametrize(
    ("befehl", "satz"),
    [
        (("merge", "zweig"), "ein Zusammenführen (merge) noch nicht beendet"),
        (("rebase", "zweig"), "ein Umsetzen (rebase) noch nicht beendet"),
        (("cherry-pick", "zweig"), "ein Übernehmen (cherry-pick) noch nicht beendet"),
        (("revert", "--no-commit", "zweig"), "ein Zurücknehmen (revert) noch nicht beendet"),
    ],
)
def test_half_a_merge_is_not_recorded(
    befehl: tuple[str, ...], satz: str, ordner: Path, aufruf: Aufruf
) -> None:
    konflikt(ordner, *befehl)
    stand = git(ordner, "rev-parse", "HEAD")
    gesagt = aufruf("save", "Dazwischen")
    assert (gesagt.code, satz in gesagt.fehler) == (2, True)
    assert git(ordner, "rev-parse", "HEAD") == stand


def test_a_detached_head_is_explained(ordner: Path, aufruf: Aufruf) -> None:
    git(ordner, "switch", "--quiet", "--detach")
    gesagt = aufruf("save", "Verloren")
    assert (gesagt.code, "zeigt gerade einen früheren Stand und keinen Zweig" in gesagt.fehler) == (2, True)


def test_another_git_at_work_is_waited_for(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / ".git" / "index.lock").touch()
    aendere(ordner, KURZ, b"titel: Anders")
    gesagt = aufruf("save", "Gleichzeitig")
    assert (gesagt.code, "git arbeitet gerade in diesem Repository" in gesagt.fehler) == (2, True)
    assert git(ordner, "rev-list", "--count", "HEAD") == "1\n"


def test_in_a_worktree_its_own_branch_moves(ordner: Path, tmp_path: Path, aufruf: Aufruf) -> None:
    git(ordner, "worktree", "add", "--quiet", "-b", "neben", str(tmp_path / "baum"))
    aendere(tmp_path / "baum", KURZ, b"titel: Daneben")
    main = git(ordner, "rev-parse", "main")
    gesagt = aufruf("save", "Daneben", tmp_path / "baum")
    assert ", Jugendamt, Zweig neben\n" in gesagt.aus
    assert (git(ordner, "rev-parse", "main"), git(ordner, "rev-parse", "neben~1")) == (main, main)
    assert git(tmp_path / "baum", "status", "--short") == ""


@pytest.mark.parametrize("art", ["sha1", "sha256"])
def test_a_repository_without_a_commit_keeps_what_is_staged_in_it(
    art: str, tmp_path: Path, aufruf: Aufruf
) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", f"--object-format={art}", "repo")
    repo = tmp_path / "repo"
    (repo / "fremd.txt").write_text("x", encoding="utf-8")
    git(repo, "add", "fremd.txt")
    assert aufruf("save", "Erster", lege_an(repo / "akte"), *AMT).code == 0
    assert git(repo, "status", "--short") == "A  fremd.txt\n"
    assert all(name.startswith("akte/") for name in gespeichert(repo))


def test_a_folder_that_became_a_file_and_back(ordner: Path, aufruf: Aufruf) -> None:
    (ordner / "notiz").mkdir()
    (ordner / "notiz" / "a.txt").write_text("x", encoding="utf-8")
    assert aufruf("save", "Ordner").code == 0
    (ordner / "notiz" / "a.txt").unlink()
    (ordner / "notiz").rmdir()
    (ordner / "notiz").write_text("x", encoding="utf-8")
    assert aufruf("save", "Datei").code == 0
    assert ("notiz" in gespeichert(ordner), git(ordner, "status", "--short")) == (True, "")
    (ordner / "notiz").unlink()
    (ordner / "notiz").mkdir()
    (ordner / "notiz" / "b.txt").write_text("x", encoding="utf-8")
    assert aufruf("save", "Wieder ein Ordner").code == 0
    assert ("notiz/b.txt" in gespeichert(ordner), git(ordner, "status", "--short")) == (True, "")


def test_what_is_not_checked_out_on_purpose_is_not_taken_for_gone(ordner: Path, aufruf: Aufruf) -> None:
    git(ordner, "update-index", "--skip-worktree", "ziele/Z-1.1.yaml")
    (ordner / "ziele" / "Z-1.1.yaml").unlink()
    aendere(ordner, KURZ, b"titel: Anders")
    assert aufruf("save", "Ausschnitt").code == 0
    assert "ziele/Z-1.1.yaml" in gespeichert(ordner)


def test_names_that_git_would_quote_are_recorded(ordner: Path, aufruf: Aufruf) -> None:
    namen = {"Größe.txt", 'a"b.txt', "mit leer.txt", ":(top)x.txt", "-v.txt", "tab\tx.txt"}
    for name in namen:
        (ordner / name).write_text("x", encoding="utf-8")
    assert aufruf("save", "Namen").code == 0
    gelistet = git(ordner, "ls-tree", "-r", "-z", "--name-only", "HEAD").split("\0")
    assert namen < set(gelistet)


def test_a_conversion_of_ends_of_lines_by_setting_is_gits_own(ordner: Path, aufruf: Aufruf) -> None:
    git(ordner, "config", "core.autocrlf", "true")
    git(ordner, "config", "core.safecrlf", "true")
    (ordner / "brief.txt").write_bytes(b"a\r\nb\n")
    assert aufruf("save", "Windows").code == 0
    assert git(ordner, "show", "HEAD:brief.txt") == "a\nb\n"


def test_ends_of_lines_are_stored_as_gitattributes_say(ordner: Path, aufruf: Aufruf) -> None:
    inhalt = (ordner / MASSNAHME).read_bytes().replace(b"\n", b"\r\n")
    (ordner / MASSNAHME).write_bytes(inhalt)
    (ordner / "brief.txt").write_bytes(b"a\r\nb\r\n")
    gesagt = aufruf("save", "Windows")
    assert (ordner / MASSNAHME).read_bytes() == inhalt
    assert gespeichert(ordner) - gespeichert(ordner, "HEAD~1") == {"brief.txt"}
    roh = subprocess.run(
        ["git", "show", "HEAD:brief.txt"], cwd=ordner, capture_output=True, check=True
    ).stdout
    assert roh == b"a\r\nb\r\n"
    assert "Andere Dateien, neu: brief.txt" in gesagt.aus
    assert git(ordner, "status", "--short") == ""


def test_no_program_of_the_repository_is_started(ordner: Path, tmp_path: Path, aufruf: Aufruf) -> None:
    spur, programm = tmp_path / "gestartet", tmp_path / "programm"
    programm.write_text(f"#!/bin/sh\necho $0 >> {spur}\ncat\n", encoding="utf-8")
    programm.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "core.editor",
        "gpg.program",
        "diff.x.textconv",
    ):
        git(ordner, "config", name, str(programm))
    for filter_name in ("x", "a=b", "Groß"):
        git(ordner, "config", f"filter.{filter_name}.clean", str(programm))
        git(ordner, "config", f"filter.{filter_name}.process", str(programm))
        git(ordner, "config", f"filter.{filter_name}.required", "true")
    git(ordner, "config", "commit.gpgsign", "true")
    git(ordner, "config", "core.hooksPath", str(tmp_path / "haken"))
    (tmp_path / "haken").mkdir()
    for haken in (
        "pre-commit",
        "commit-msg",
        "prepare-commit-msg",
        "post-commit",
        "post-index-change",
        "reference-transaction",
    ):
        (tmp_path / "haken" / haken).symlink_to(programm)
    (ordner / ".gitattributes").write_text(
        "*.yaml diff=x\n*.bin filter=x\n*.b filter=a=b\n*.c filter=Groß\n", encoding="utf-8"
    )
    for name in ("x.bin", "x.b", "x.c"):
        (ordner / name).write_text("x", encoding="utf-8")
    aendere(ordner, KURZ, b"titel: Anders")
    gesagt = aufruf("save", "Fallen")
    assert not spur.exists()
    assert "Nicht gespeichert: x.bin (wird in git über ein Programm geführt (Filter))." in gesagt.aus
    assert "Der Stand ist nicht unterschrieben" in gesagt.aus
    assert gespeichert(ordner).isdisjoint({"x.bin", "x.c"})
    assert "1 Feld in 1 Datensatz geändert, 1 andere Datei " in gesagt.aus


def test_a_folder_that_nobody_may_write_to_is_explained(tmp_path: Path, offener_ordner: Path) -> None:
    akte = lege_an(offener_ordner / "akte")
    (akte / ".git").write_text("gitdir: nirgends\n", encoding="utf-8")
    gesagt = fgk("save", "x", akte, *AMT)
    assert (gesagt.returncode, "lässt sich nicht lesen" in gesagt.stderr) == (2, True)


def test_without_git_it_says_so(tmp_path: Path) -> None:
    gesagt = fgk("save", "x", lege_an(tmp_path / "akte"), *AMT, env={"PATH": str(tmp_path)})
    assert (gesagt.returncode, "braucht fgk das Programm git" in gesagt.stderr) == (2, True)
    assert not (tmp_path / "akte" / ".git").exists()


def test_an_empty_text_is_refused(ordner: Path, aufruf: Aufruf) -> None:
    gesagt = aufruf("save", "  ")
    assert (gesagt.code, "Der Text ist leer." in gesagt.fehler) == (2, True)


def test_an_empty_folder_holds_no_akte(tmp_path: Path, aufruf: Aufruf) -> None:
    leer = tmp_path / "leer"
    leer.mkdir()
    gesagt = aufruf("save", "x", leer)
    assert (gesagt.code, "liegt keine Akte" in gesagt.fehler) == (2, True)
    assert not os.path.lexists(leer / ".git")

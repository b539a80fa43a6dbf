"""fgk verify: what a Prüfzeichen proves, who signed, and whether every step kept what was decided."""

import os
import subprocess
from pathlib import Path

import pytest
from hilfen import Aufruf
from repos import BESCHLUSS, DATEI, TAG, Repo, mit_beschluss, zeichen


@pytest.fixture
def repo(tmp_path: Path, aufruf: Aufruf) -> Repo:
    return mit_beschluss(tmp_path / "repo", aufruf)


def text(repo: Repo) -> str:
    return (repo.ordner / DATEI).read_text(encoding="utf-8")


def schluessel(ordner: Path, name: str) -> Path:
    ordner.mkdir(exist_ok=True)
    pfad = ordner / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(pfad)], check=True)
    return pfad


def unterschreibe(repo: Repo, schluessel: Path, zeichen: str, **umgebung: str) -> None:
    repo.git(
        "-c", "gpg.format=ssh", "-c", f"user.signingkey={schluessel}", "tag", "-f", "-s", "beschluss/B-2024-01",
        "-m", f"Beschluss B-2024-01\n\nfgk-pruefzeichen: {zeichen}", **umgebung,
    )  # fmt: skip


def erlaube(repo: Repo, schluessel: Path, optionen: str = 'namespaces="git"') -> None:
    oeffentlich = Path(f"{schluessel}.pub").read_text(encoding="utf-8")
    repo.commit("Unterzeichner", {".fgk/unterzeichner": f"ratsbuero {optionen} {oeffentlich}"})


def test_a_pruefzeichen_is_proven(repo: Repo, aufruf: Aufruf) -> None:
    ergebnis = aufruf("verify", zeichen(repo.ordner).lower().replace("-", " "), "--akte", repo.ordner)
    assert ergebnis.code == 0
    assert "Beschluss B-2024-01" in ergebnis.aus
    assert "Rat, 18.04.2024: unverändert beschlossen" in ergebnis.aus
    assert (
        f"auf der Hauptlinie seit 01.03.2024 (Commit {repo.git('rev-parse', '--short=8', 'HEAD')})"
        in ergebnis.aus
    )
    assert "Inhalt nachgerechnet: 1 Datensatz stimmt" in ergebnis.aus
    assert "nicht unterschrieben" in ergebnis.aus
    assert ergebnis.aus.endswith("Maßgeblich ist die Niederschrift.\n")


def test_what_came_later_is_told(repo: Repo, aufruf: Aufruf) -> None:
    altes = zeichen(repo.ordner)
    spaeter = (repo.ordner / BESCHLUSS).read_text(encoding="utf-8").partition("festlegung:")[0]
    spaeter = spaeter.replace("B-2024-01", "B-2024-02").replace("2024-04-18", "2024-06-20")
    spaeter = spaeter.replace("art: aenderung\n", "art: aenderung\naendert: [B-2024-01]\n")
    repo.lege(
        {
            DATEI: text(repo).replace("ende: 2024-12-31", "ende: 2025-12-31"),
            BESCHLUSS.replace("01", "02"): spaeter,
        }
    )
    assert aufruf("decide", "B-2024-02", repo.ordner / "akte", *TAG).code == 0
    repo.commit("Änderung")
    ergebnis = aufruf("verify", altes, "--akte", repo.ordner)
    assert ergebnis.code == 0
    assert "geändert durch B-2024-02" in ergebnis.aus


def test_what_the_akte_holds_otherwise_today_is_told(repo: Repo, aufruf: Aufruf) -> None:
    """The decision is proven, and somebody changed what it binds without another one."""
    repo.commit("Vorbei", {DATEI: text(repo).replace("ende: 2024-12-31", "ende: 2025-12-31")})
    ergebnis = aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner)
    assert ergebnis.code == 1
    assert "✓ Inhalt nachgerechnet: 1 Datensatz stimmt" in ergebnis.aus
    assert "✗ Die Akte enthält heute etwas anderes, ohne einen Beschluss, der es ändert:" in ergebnis.aus
    assert "31.12.2024 → 31.12.2025" in ergebnis.aus


def test_a_moved_akte_is_proven_where_it_lay_when_it_was_decided(repo: Repo, aufruf: Aufruf) -> None:
    """A later decision changed what was decided, then the folder moved: only the old place shows the old content."""
    test_what_came_later_is_told(repo, aufruf)
    altes = zeichen(repo.ordner)
    seit = repo.git("rev-parse", "--short=8", "HEAD~1")
    repo.git("mv", "akte", "neu")
    repo.commit("Umzug")
    ergebnis = aufruf("verify", altes, "--akte", repo.ordner / "neu")
    assert ergebnis.code == 0
    assert f"(Commit {seit})" in ergebnis.aus
    assert "geändert durch B-2024-02" in ergebnis.aus


def test_a_branch_proves_nothing_about_the_main_line(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("switch", "-q", "-c", "zweig")
    repo.git("branch", "-q", "-f", "main", "HEAD~1")
    ergebnis = aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner)
    assert (ergebnis.code, "Kein Beschluss auf der Hauptlinie" in ergebnis.aus) == (1, True)
    assert aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner, "--at", "zweig").code == 0


def test_a_report_has_its_own_pruefzeichen_beside_that_of_the_decision(
    geschichte: Path, aufruf: Aufruf, tmp_path: Path
) -> None:
    """B-2020-01 took note of the report together with measures; the report carries the Prüfzeichen of itself."""
    assert aufruf("render", "jahresbericht", "--jahr", "2019", geschichte, "-o", tmp_path / "aus").code == 0
    [pdf] = (tmp_path / "aus").iterdir()
    ergebnis = aufruf("verify", pdf, "--akte", geschichte)
    assert ergebnis.code == 0
    assert "Beschluss B-2020-01" in ergebnis.aus
    assert "Es ist das von J-2019 allein." in ergebnis.aus


def test_a_record_that_does_not_fit_its_content_proves_nothing(repo: Repo, aufruf: Aufruf) -> None:
    """Somebody committed a decision together with other content."""
    repo.git("reset", "-q", "--soft", "HEAD~1")
    repo.commit("Beides", {DATEI: text(repo).replace("ende: 2024-12-31", "ende: 2025-12-31")})
    ergebnis = aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner)
    assert ergebnis.code == 1
    assert "Er stimmt nicht mit dem Prüfzeichen überein" in ergebnis.aus
    assert "M-1.1.1" in ergebnis.aus


def test_a_pdf_carries_its_pruefzeichen(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    ziel = tmp_path / "aus"
    nennt = ("vorlage.federfuehrung=OE-10", "finanzen.text=Keine Kosten.")
    assert aufruf("set", "B-2024-01", *nennt, "--akte", repo.ordner / "akte", *TAG).code == 0
    befehl = (
        "render",
        "beschlussvorlage",
        "--beschluss",
        "B-2024-01",
        repo.ordner / "akte",
        "-o",
        ziel,
        *TAG,
    )
    assert aufruf(*befehl).code == 0
    [pdf] = ziel.iterdir()
    assert aufruf("verify", pdf, "--akte", repo.ordner).code == 0
    assert aufruf(*befehl, "--entwurf").code == 0
    ohne = aufruf("verify", pdf, "--akte", repo.ordner)
    assert (ohne.code, "trägt kein Prüfzeichen" in ohne.fehler) == (2, True)


def test_without_a_repository_it_says_what_stays_open(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("verify", zeichen(repo.ordner), "--akte", tmp_path)
    assert ergebnis.code == 1
    assert "richtig geschrieben" in ergebnis.aus
    assert "Unbewiesen bleibt" in ergebnis.aus


def test_who_signed_is_judged_by_the_main_line(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    amt, fremd = schluessel(tmp_path / "s", "amt"), schluessel(tmp_path / "s", "fremd")

    def urteil() -> str:
        ausgabe = aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner).aus
        return next(zeile for zeile in ausgabe.splitlines() if "nterschr" in zeile)

    unterschreibe(repo, amt, zeichen(repo.ordner))
    assert "fehlt die Liste der Unterzeichner" in urteil()
    erlaube(repo, amt)
    assert urteil() == "✓ unterschrieben von ratsbuero (Tag beschluss/B-2024-01)"
    unterschreibe(repo, fremd, zeichen(repo.ordner))
    assert urteil().startswith("✗ Unterschrift: Unterschrieben hat jemand")
    unterschreibe(repo, amt, "3YJC-27CF-31FW-0637-T")
    assert "Das Tag nennt ein anderes Prüfzeichen" in urteil()
    # the list of the work tree does not count, only what is committed
    unterschreibe(repo, fremd, zeichen(repo.ordner))
    oeffentlich = Path(f"{fremd}.pub").read_text(encoding="utf-8")
    repo.lege({".fgk/unterzeichner": f'fremd namespaces="git" {oeffentlich}'})
    assert urteil().startswith("✗")
    repo.git("checkout", "-q", ".")
    repo.git("tag", "-f", "-m", "ohne", "beschluss/B-2024-01")
    assert "nicht unterschrieben" in urteil()


def test_a_forged_tag_and_an_expired_key_prove_nothing(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    amt = schluessel(tmp_path / "s", "amt")
    erlaube(repo, amt, 'namespaces="git",valid-before="20200101"')
    # back-dated, so that git itself would take it
    unterschreibe(repo, amt, zeichen(repo.ordner), GIT_COMMITTER_DATE="2019-06-01T12:00:00+0000")
    assert "✗ Unterschrift" in aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner).aus
    erlaube(repo, amt)
    raw = repo.git("cat-file", "tag", "beschluss/B-2024-01").replace(
        "Beschluss B-2024-01", "Beschluss B-2024-99"
    )
    falsch = subprocess.run(
        ["git", "hash-object", "-t", "tag", "-w", "--stdin"], cwd=repo.ordner, input=f"{raw}\n", text=True,
        capture_output=True, check=True, env={**os.environ},
    ).stdout.strip()  # fmt: skip
    repo.git("update-ref", "refs/tags/beschluss/B-2024-01", falsch)
    assert (
        "Die Unterschrift passt nicht zum Inhalt"
        in aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner).aus
    )


def test_every_step_is_replayed(repo: Repo, aufruf: Aufruf) -> None:
    gut = aufruf("verify", "--history", "--akte", repo.ordner)
    assert (gut.code, gut.aus.splitlines()[-2]) == (
        0,
        "2 Schritte der Hauptlinie nachgeprüft: keiner verletzt, was beschlossen ist.",
    )
    alt = text(repo)
    umgangen = repo.commit(
        "An der Prüfung vorbei", {DATEI: alt.replace("ende: 2024-12-31", "ende: 2025-12-31")}
    )
    repo.commit("Zurück", {DATEI: alt})
    ergebnis = aufruf("verify", "--history", "--akte", repo.ordner)
    assert ergebnis.code == 1
    assert f"Schritt {umgangen[:8]} vom 01.03.2024: An der Prüfung vorbei" in ergebnis.aus
    assert "FGK401" in ergebnis.aus
    assert aufruf("validate", repo.ordner, "--base", "HEAD", *TAG).code == 0, (
        "the present state shows nothing of it"
    )


def test_the_history_of_the_example_keeps_what_was_decided(geschichte: Path, aufruf: Aufruf) -> None:
    ergebnis = aufruf("verify", "--history", "--akte", geschichte)
    assert ergebnis.code == 0, ergebnis.aus


def test_a_shallow_clone_is_no_proof(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    repo.git("clone", "-q", "--depth=1", repo.ordner.as_uri(), str(tmp_path / "flach"))
    ergebnis = aufruf("verify", "--history", "--akte", tmp_path / "flach")
    assert (ergebnis.code, "abgeschnitten" in ergebnis.fehler) == (2, True)


@pytest.mark.parametrize(
    ("argumente", "was"),
    [
        ((), "Nennen Sie ein Prüfzeichen oder ein PDF, oder --history."),
        (("3YJC-27CF-31FW-0637-T", "--history"), "Nennen Sie ein Prüfzeichen oder ein PDF, oder --history."),
        (("3YJC-27CF-31FW-0637-5",), "verschrieben"),
        (("fehlt.pdf",), "lässt sich nicht lesen"),
    ],
)
def test_what_does_not_work_is_said(repo: Repo, aufruf: Aufruf, argumente: tuple[str, ...], was: str) -> None:
    ergebnis = aufruf("verify", *argumente, "--akte", repo.ordner)
    assert ergebnis.code == 2
    assert was in ergebnis.fehler


def test_an_unknown_pruefzeichen_is_not_proven(repo: Repo, aufruf: Aufruf) -> None:
    ergebnis = aufruf("verify", "3YJC-27CF-31FW-0637-T", "--akte", repo.ordner)
    assert ergebnis.code == 1
    assert "Kein Beschluss auf der Hauptlinie" in ergebnis.aus


def test_a_tag_under_another_name_proves_nothing(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    """Somebody hangs a signature of the council's office on another decision."""
    amt = schluessel(tmp_path / "s", "amt")
    erlaube(repo, amt)
    repo.git(
        "-c", "gpg.format=ssh", "-c", f"user.signingkey={amt}", "tag", "-s", "beschluss/B-2023-07", "-m", "Anderes",
    )  # fmt: skip
    repo.git("update-ref", "refs/tags/beschluss/B-2024-01", "refs/tags/beschluss/B-2023-07")
    ausgabe = aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner).aus
    assert "✗ Unterschrift: Unterschrieben wurde ein anderes Tag" in ausgabe


def test_in_a_pull_request_its_base_says_who_may_sign(
    repo: Repo, aufruf: Aufruf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amt, fremd = schluessel(tmp_path / "s", "amt"), schluessel(tmp_path / "s", "fremd")
    erlaube(repo, amt)
    unterschreibe(repo, fremd, zeichen(repo.ordner))
    repo.git("switch", "-q", "-c", "zweig")
    erlaube(repo, fremd)
    repo.git("switch", "-q", "main")
    repo.commit("Hauptlinie", {"x.md": "x"})
    repo.merge("zweig")
    assert (
        "✓ unterschrieben von ratsbuero" in aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner).aus
    )
    monkeypatch.setenv("GITHUB_EVENT_NAME", "pull_request")
    ausgabe = aufruf("verify", zeichen(repo.ordner), "--akte", repo.ordner).aus
    assert "✗ Unterschrift: Unterschrieben hat jemand, der nicht in der Liste" in ausgabe


def test_the_kennung_of_a_decision_is_told_from_a_pruefzeichen(aufruf: Aufruf) -> None:
    ergebnis = aufruf("verify", "B-2024-01")
    assert ergebnis.code == 2
    assert "ist die Kennung eines Beschlusses und kein Prüfzeichen." in ergebnis.fehler

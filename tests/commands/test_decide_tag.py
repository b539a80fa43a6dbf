"""fgk decide --tag: the tag that fgk verify proves, with the user's own key, or a sentence and no tag."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MASSNAHME, Aufruf, Ergebnis, lege_an
from repos import BESCHLUSS, RAT, TAG, Repo, mit_beschluss, zeichen

NAME = "beschluss/B-2024-01"


def schluessel(ordner: Path, name: str, passphrase: str = "") -> Path:
    ordner.mkdir(exist_ok=True)
    befehl = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f", str(ordner / name)]
    subprocess.run(befehl, check=True)
    return ordner / name


@pytest.fixture
def heim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user who has a name and a key."""
    heim = tmp_path / "heim"
    schluessel(heim, "amt")
    for name in [
        name for name in os.environ if name.startswith(("GIT_COMMITTER", "GIT_CONFIG", "SSH_", "XDG_CONFIG"))
    ]:
        monkeypatch.delenv(name)
    for name in ("EMAIL", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(heim))
    einstellen(heim, "[gpg]\n\tformat = ssh\n[user]\n\tsigningkey = ~/amt.pub\n")
    return heim


def einstellen(
    heim: Path, text: str, wer: str = "[user]\n\tname = Ratsbüro\n\temail = rat@stadt.example\n"
) -> None:
    (heim / ".gitconfig").write_text(wer + text, encoding="utf-8")


@pytest.fixture
def repo(tmp_path: Path, heim: Path, aufruf: Aufruf) -> Repo:
    return mit_beschluss(tmp_path / "repo", aufruf)


def unterschreibe(aufruf: Aufruf, ordner: Path, *worte: str) -> Ergebnis:
    return aufruf("decide", "B-2024-01", ordner, "--tag", *TAG, *worte)


def erlaube(repo: Repo, key: Path) -> None:
    oeffentlich = Path(f"{key}.pub").read_text(encoding="utf-8")
    repo.commit("Unterzeichner", {".fgk/unterzeichner": f'ratsbuero namespaces="git" {oeffentlich}'})


def urteil(aufruf: Aufruf, repo: Repo, akte: str = "akte") -> str:
    ausgabe = aufruf(
        "verify", zeichen(repo.ordner, f"{akte}/beschluesse/B-2024-01.yaml"), "--akte", repo.ordner / akte
    )
    zeile = next(zeile for zeile in ausgabe.aus.splitlines() if "nterschr" in zeile)
    assert ausgabe.code == (1 if zeile.startswith("✗") else 0)
    return zeile


def bestand(repo: Repo) -> str:
    """Return everything that a tag would change: refs, the number of objects, and the work folder."""
    return repo.git("for-each-ref") + repo.git("count-objects") + repo.git("status", "--porcelain")


def test_what_was_signed_is_proven_with_the_key_of_the_main_line_only(
    repo: Repo, heim: Path, aufruf: Aufruf
) -> None:
    commit = repo.git("rev-parse", "HEAD")
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert ergebnis == Ergebnis(
        0,
        "B-2024-01 ist unterschrieben: Maßnahme M-1.1.1\n"
        "  Rat, 18.04.2024: unverändert beschlossen\n"
        f"  Prüfzeichen: {zeichen(repo.ordner)}\n"
        f"  Tag: {NAME}\n"
        f"  Commit: {commit[:8]} vom 01.03.2024\n"
        "  unterschrieben von: Ratsbüro <rat@stadt.example>\n"
        "Noch ist die Unterschrift nicht anerkannt:\n"
        "  Auf der Hauptlinie fehlt die Liste der Unterzeichner „.fgk/unterzeichner“.\n"
        "  → Anerkannt ist, wer auf der Hauptlinie in „.fgk/unterzeichner“ steht.\n"
        "Das Tag liegt nur in diesem Klon. So übertragen Sie es:\n"
        f"  git push origin {NAME}\n"
        "Maßgeblich ist die Niederschrift.\n",
        "",
    )
    raw = repo.git("cat-file", "tag", NAME)
    assert raw.startswith(f"object {commit}\ntype commit\ntag {NAME}\ntagger Ratsbüro <rat@stadt.example> ")
    nachricht, _, signatur = raw.partition("\n\n")[2].partition("-----BEGIN SSH SIGNATURE-----\n")
    assert signatur
    assert nachricht == (
        "Beschluss B-2024-01: Maßnahme M-1.1.1\n\nRat, 18.04.2024: unverändert beschlossen\n\n"
        f"fgk-pruefzeichen: {zeichen(repo.ordner)}\n\nMaßgeblich ist die Niederschrift.\n"
    )
    assert repo.git("status", "--porcelain") == ""
    assert repo.git("fsck", "--strict") == ""
    erlaube(repo, schluessel(heim, "fremd"))
    assert urteil(aufruf, repo).startswith("✗ Unterschrift: Unterschrieben hat jemand, der nicht")
    erlaube(repo, heim / "amt")
    assert urteil(aufruf, repo) == f"✓ unterschrieben von ratsbuero (Tag {NAME})"
    # and by git itself
    (heim / "erlaubt").write_text(
        f"rat@stadt.example {Path(f'{heim}/amt.pub').read_text(encoding='utf-8')}", encoding="utf-8"
    )
    repo.git("-c", f"gpg.ssh.allowedSignersFile={heim}/erlaubt", "verify-tag", NAME)


def test_an_accepted_key_is_not_called_into_question(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    """Signed later, the tag still names the step that recorded the decision."""
    commit = repo.git("rev-parse", "HEAD")
    erlaube(repo, heim / "amt")
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert "anerkannt" not in ergebnis.aus
    assert repo.git("rev-parse", f"{NAME}^{{commit}}") == commit


def test_a_tag_is_made_once(repo: Repo, aufruf: Aufruf) -> None:
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 0
    vorher = bestand(repo)
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert ergebnis.code == 2
    assert f"Das Tag „{NAME}“ gibt es schon; fgk verschiebt es nie." in ergebnis.fehler
    assert bestand(repo) == vorher
    repo.git("tag", "-d", NAME)
    repo.git("tag", NAME, "HEAD~1")  # whatever it is
    vorher = bestand(repo)
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 2
    assert bestand(repo) == vorher


def _anders(repo: Repo, datei: str, alt: str, neu: str) -> None:
    text = (repo.ordner / datei).read_text(encoding="utf-8")
    assert alt in text
    repo.lege({datei: text.replace(alt, neu)})


def _ohne_festlegung(repo: Repo) -> None:
    text = (repo.ordner / BESCHLUSS).read_text(encoding="utf-8")
    repo.commit("Ohne", {BESCHLUSS: text.partition("festlegung:")[0]})


def _nicht_gespeichert(repo: Repo) -> None:
    repo.git("reset", "-q", "--soft", "HEAD~1")
    repo.git("reset", "-q")


def _inhalt_fehlt(repo: Repo) -> None:
    """The record was committed, and not the content with it."""
    text = (repo.ordner / f"akte/{MASSNAHME}").read_text(encoding="utf-8")
    repo.git("reset", "-q", "--soft", "HEAD~1")
    repo.commit("Beides", {f"akte/{MASSNAHME}": text.replace("ende: 2024-12-31", "ende: 2025-12-31")})
    repo.lege({f"akte/{MASSNAHME}": text})


def _auf_einem_zweig(repo: Repo) -> None:
    repo.git("switch", "-q", "-c", "entwurf")
    repo.commit("Entwurf", {"notiz.txt": "x"})


def _ohne_hauptlinie(repo: Repo) -> None:
    repo.git("branch", "-m", "main", "eins")
    repo.git("branch", "zwei")


@pytest.mark.parametrize(
    ("tun", "code", "was"),
    [
        (_nicht_gespeichert, 2, "Der Beschluss B-2024-01 ist noch nicht in git gespeichert."),
        (_ohne_festlegung, 2, "Der Beschluss B-2024-01 ist noch nicht festgelegt."),
        (lambda repo: repo.commit("Weg", {BESCHLUSS: None}), 2, "gibt es in der Akte nicht."),
        (lambda repo: _anders(repo, BESCHLUSS, "titel: Maßnahme", "titel: Die Maßnahme"), 2, "ist im Ordner anders als im letzten Commit."),
        (lambda repo: _anders(repo, f"akte/{MASSNAHME}", "ende: 2024-12-31", "ende: 2025-12-31"), 1, "Nichts unterschrieben: Die Akte hält nicht, was B-2024-01 festlegt.\n  M-1.1.1 "),
        (lambda repo: _anders(repo, BESCHLUSS, f'pruefzeichen: "{zeichen(repo.ordner)}', 'pruefzeichen: "3YJC-27CF-31FW-0637-T'), 1, "Nichts unterschrieben: "),
        (lambda repo: _anders(repo, f"akte/{MASSNAHME}", "ende: 2024-12-31", "ende: bald"), 1, "Nichts unterschrieben: 1 Fehler."),
        (_inhalt_fehlt, 2, "Was B-2024-01 festlegt, ist im Ordner anders als im letzten Commit: M-1.1.1."),
        (_auf_einem_zweig, 2, "der nicht auf der Hauptlinie „main“ liegt."),
        (_ohne_hauptlinie, 2, "Es ist nicht zu erkennen, welcher Zweig die Hauptlinie ist."),
    ],
)  # fmt: skip
def test_what_is_not_recorded_and_committed_is_not_signed(
    repo: Repo, aufruf: Aufruf, tun: Callable[[Repo], object], code: int, was: str
) -> None:
    tun(repo)
    vorher = bestand(repo)
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert (ergebnis.code, ergebnis.aus) == (code, "")
    assert was in ergebnis.fehler
    assert "  → " in ergebnis.fehler
    assert bestand(repo) == vorher


def test_a_branch_at_a_step_of_the_main_line_will_do(repo: Repo, aufruf: Aufruf) -> None:
    repo.git("switch", "-q", "--detach")
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 0


def test_a_clone_takes_the_main_line_from_its_server(repo: Repo, aufruf: Aufruf, tmp_path: Path) -> None:
    repo.git("branch", "-m", "main", "stand")
    repo.git("clone", "-q", str(repo.ordner), str(tmp_path / "klon"))
    klon = Repo(tmp_path / "klon")
    klon.git("switch", "-q", "-c", "main", "HEAD~1")  # a branch that only looks like it
    klon.git("merge", "-q", "--no-ff", "-m", "x", "stand")
    assert "nicht auf der Hauptlinie „stand“" in unterschreibe(aufruf, klon.ordner / "akte").fehler
    klon.git("switch", "-q", "stand")
    assert unterschreibe(aufruf, klon.ordner / "akte").code == 0


def test_without_a_repository_or_its_history_nothing_is_signed(
    repo: Repo, aufruf: Aufruf, tmp_path: Path
) -> None:
    repo.git("clone", "-q", "--depth=1", repo.ordner.as_uri(), str(tmp_path / "flach"))
    ergebnis = unterschreibe(aufruf, tmp_path / "flach" / "akte")
    assert (ergebnis.code, "git fetch --unshallow" in ergebnis.fehler) == (2, True)
    ohne = lege_an(tmp_path / "ohne")
    assert aufruf("decide", "B-2024-01", ohne, *RAT, *TAG).code == 0
    ergebnis = unterschreibe(aufruf, ohne)
    assert (ergebnis.code, "liegt in keinem git-Repository" in ergebnis.fehler) == (2, True)
    leer = Repo(tmp_path / "leer")
    (tmp_path / "ohne").rename(leer.ordner / "akte")
    ergebnis = unterschreibe(aufruf, leer.ordner / "akte")
    assert (ergebnis.code, "noch keinen Commit" in ergebnis.fehler) == (2, True)


def test_the_record_may_be_committed_before_its_content(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    """Graphical tools commit file by file; proven is from when on both stood there."""
    _inhalt_fehlt(repo)
    commit = repo.commit("Der Inhalt dazu")
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 0
    assert repo.git("rev-parse", f"{NAME}^{{commit}}") == commit
    erlaube(repo, heim / "amt")
    assert urteil(aufruf, repo).startswith("✓ unterschrieben")


def _aendere(repo: Repo, aufruf: Aufruf) -> None:
    """Bind what the folder holds by a decision that amends the first."""
    text = (repo.ordner / BESCHLUSS).read_text(encoding="utf-8").partition("festlegung:")[0]
    text = text.replace("B-2024-01", "B-2024-02").replace("2024-04-18", "2024-06-20")
    text = text.replace("art: aenderung\n", "art: aenderung\naendert: [B-2024-01]\n")
    spaeter = BESCHLUSS.replace("01.yaml", "02.yaml")
    repo.lege({spaeter: text})
    assert aufruf("decide", "B-2024-02", repo.ordner / "akte", *TAG).code == 0
    repo.commit("Änderung")


def test_what_was_amended_since_is_signed_where_it_was_decided(
    repo: Repo, heim: Path, aufruf: Aufruf
) -> None:
    commit = repo.git("rev-parse", "HEAD")
    _anders(repo, f"akte/{MASSNAHME}", "ende: 2024-12-31", "ende: 2025-12-31")
    _aendere(repo, aufruf)
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 0
    assert repo.git("rev-parse", f"{NAME}^{{commit}}") == commit
    erlaube(repo, heim / "amt")
    assert urteil(aufruf, repo).startswith("✓ unterschrieben")


def test_a_commit_that_never_held_what_was_decided_is_not_signed(repo: Repo, aufruf: Aufruf) -> None:
    """The content was changed together with the record, and an amendment bound the change."""
    _inhalt_fehlt(repo)
    repo.git("checkout", "-q", ".")
    _aendere(repo, aufruf)
    vorher = bestand(repo)
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    assert "hält die Akte nicht, was B-2024-01 festlegt.\n" in ergebnis.fehler
    assert "M-1.1.1" in ergebnis.fehler
    assert bestand(repo) == vorher


SSH = "[gpg]\n\tformat = ssh\n"


@pytest.mark.parametrize(
    ("einstellungen", "saetze"),
    [
        ("", ("ist kein SSH-Schlüssel eingestellt", "git config --global gpg.format ssh\n")),
        (SSH, ("ist kein SSH-Schlüssel eingestellt", "git config --global user.signingkey ~/.ssh/id_ed25519.pub\n")),
        ("[user]\n\tsigningkey = ~/amt.pub\n", ("ist kein SSH-Schlüssel eingestellt", "gpg.format ssh\n")),
        (SSH + "[user]\n\tsigningkey =\n", ("ist kein SSH-Schlüssel eingestellt", "user.signingkey")),
        ("[gpg]\n\tformat = openpgp\n[user]\n\tsigningkey = ABCD\n", ("ist „openpgp“ eingestellt", "git config gpg.format ssh\n")),
        (SSH + "[user]\n\tsigningkey = ~/fehlt.pub\n", ("/fehlt.pub“, der in git eingestellt ist, gibt es nicht.", "user.signingkey")),
        (SSH + "[user]\n\tsigningkey = ~\n", ("gibt es nicht.", "user.signingkey")),
        (SSH + "[user]\n\tsigningkey = ~niemand-hier/x\n", ("user.signingkey von git lässt sich nicht lesen", "--show-origin")),
        (SSH + "[user]\n\tsigningkey = ~/.gitconfig\n", ("lässt sich nicht unterschreiben (Meldung von ssh-keygen:", "„ssh-add“")),
        (SSH + "[user]\n\tsigningkey = key::ssh-ed25519 AAAA\n", ("lässt sich nicht unterschreiben (Meldung von ssh-keygen:", "„ssh-add“")),
        (SSH + "[user]\n\tsigningkey = ~/oeffentlich.pub\n", ("lässt sich nicht unterschreiben (Meldung von ssh-keygen:", "„ssh-add“")),
    ],
)  # fmt: skip
def test_without_a_key_there_is_no_tag(
    repo: Repo, heim: Path, aufruf: Aufruf, einstellungen: str, saetze: tuple[str, str]
) -> None:
    (heim / "oeffentlich.pub").write_bytes((heim / "amt.pub").read_bytes())
    einstellen(heim, einstellungen)
    vorher = bestand(repo)
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    for satz in saetze:
        assert satz in ergebnis.fehler
    assert bestand(repo) == vorher


def test_a_passphrase_that_nobody_can_be_asked_for_is_told(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    schluessel(heim, "geschuetzt", passphrase="geheim")
    einstellen(heim, SSH + "[user]\n\tsigningkey = ~/geschuetzt.pub\n")
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert ergebnis.code == 2
    assert "(Meldung von ssh-keygen: Load key " in ergebnis.fehler
    assert repo.git("tag") == ""


def test_nobody_signs_nothing(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    einstellen(heim, SSH + "[user]\n\tsigningkey = ~/amt.pub\n", wer="[user]\n\tname = Ratsbüro\n")
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert ergebnis.code == 2
    assert "git weiß nicht, wer unterschreibt" in ergebnis.fehler
    assert "git config --global user.email name@stadt.example" in ergebnis.fehler
    assert repo.git("tag") == ""


def test_a_key_of_the_agent_signs_by_its_public_half(
    repo: Repo, heim: Path, aufruf: Aufruf, monkeypatch: pytest.MonkeyPatch
) -> None:
    socke = heim / "agent"
    with subprocess.Popen(["ssh-agent", "-D", "-a", str(socke)], stdout=subprocess.DEVNULL) as agent:
        try:
            for _ in range(100):
                if socke.exists():
                    break
                time.sleep(0.05)
            monkeypatch.setenv("SSH_AUTH_SOCK", str(socke))
            subprocess.run(["ssh-add", "-q", str(heim / "amt")], check=True)
            (heim / "amt").unlink()
            oeffentlich = (heim / "amt.pub").read_text(encoding="utf-8").strip()
            einstellen(heim, f"{SSH}[user]\n\tsigningkey = key::{oeffentlich}\n")
            ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
        finally:
            agent.terminate()
    assert ergebnis.code == 0, ergebnis.fehler
    erlaube(repo, heim / "amt")
    assert urteil(aufruf, repo).startswith("✓ unterschrieben")


def test_no_program_that_the_repository_names_is_started(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    spur, programm = heim / "gestartet", heim / "programm"
    programm.write_text(f"#!/bin/sh\necho $0 >> {spur}\ncat\n", encoding="utf-8")
    programm.chmod(0o755)
    for name in (
        "gpg.program",
        "gpg.ssh.program",
        "gpg.ssh.defaultKeyCommand",
        "core.fsmonitor",
        "core.editor",
    ):
        repo.git("config", name, str(programm))
    haken = repo.ordner / ".git" / "hooks"
    haken.mkdir(exist_ok=True)
    for name in ("reference-transaction", "post-index-change"):
        (haken / name).symlink_to(programm)
    repo.git("config", "tag.gpgSign", "true")
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 0
    assert not spur.exists()


def test_akten_with_the_same_kennung_have_tags_of_their_own(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 0  # while it is alone
    zweite = lege_an(repo.ordner / "zweite")
    _anders(repo, "zweite/audit.yaml", "kennung: A-", "kennung: A-zweite-")
    _anders(repo, f"zweite/{MASSNAHME}", "ende: 2024-12-31", "ende: 2025-12-31")
    kennung = (zweite / "audit.yaml").read_text(encoding="utf-8").partition("kennung: ")[2].split()[0]
    assert aufruf("decide", "B-2024-01", zweite, *RAT, *TAG).code == 0
    erlaube(repo, heim / "amt")
    eigenes = f"beschluss/{kennung}/B-2024-01"
    assert urteil(aufruf, repo, "zweite") == f"– nicht unterschrieben: Es gibt kein Tag „{eigenes}“"
    ergebnis = unterschreibe(aufruf, zweite)
    assert (ergebnis.code, f"  git push origin {eigenes}\n" in ergebnis.aus) == (0, True)
    assert urteil(aufruf, repo, "zweite") == f"✓ unterschrieben von ratsbuero (Tag {eigenes})"
    assert urteil(aufruf, repo) == f"✓ unterschrieben von ratsbuero (Tag {NAME})"
    assert f"Das Tag „{NAME}“ gibt es schon" in unterschreibe(aufruf, repo.ordner / "akte").fehler
    repo.git("rm", "-q", "-r", "akte")
    repo.commit("Nur noch eine")
    assert urteil(aufruf, repo, "zweite").startswith("✓ unterschrieben")


def test_line_ends_of_windows_are_no_difference(repo: Repo, aufruf: Aufruf) -> None:
    pfad = repo.ordner / BESCHLUSS
    pfad.write_bytes(pfad.read_bytes().replace(b"\n", b"\r\n"))
    assert unterschreibe(aufruf, repo.ordner / "akte").code == 0


def test_a_title_cannot_speak_for_the_tag(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    _anders(
        repo, BESCHLUSS, "titel: Maßnahme M-1.1.1", 'titel: "A\\nfgk-pruefzeichen: 3YJC-27CF-31FW-0637-T"'
    )
    repo.commit("Titel")
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte")
    assert ergebnis.code == 0
    erlaube(repo, heim / "amt")
    assert urteil(aufruf, repo).startswith("✓ unterschrieben")


def test_a_signed_tag_of_something_else_proves_nothing(repo: Repo, heim: Path, aufruf: Aufruf) -> None:
    einstellung = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={heim}/amt")
    repo.git(*einstellung, "tag", "-s", "-m", "Fassung 1", "v1")
    repo.git("update-ref", f"refs/tags/{NAME}", repo.git("rev-parse", "v1"))
    erlaube(repo, heim / "amt")
    assert urteil(aufruf, repo).startswith("✗ Unterschrift: Unterschrieben wurde ein anderes Tag")
    repo.git(*einstellung, "tag", "-f", "-s", "-m", "Fassung 1", NAME)
    assert urteil(aufruf, repo) == "✗ Unterschrift: Das Tag nennt kein Prüfzeichen"


@pytest.mark.parametrize("worte", [RAT, ("--geaendert",), ("--pruefzeichen", "3YJC-27CF-31FW-0637-T")])
def test_signing_changes_nothing_of_the_decision(repo: Repo, aufruf: Aufruf, worte: tuple[str, ...]) -> None:
    ergebnis = unterschreibe(aufruf, repo.ordner / "akte", *worte)
    assert ergebnis.code == 2
    assert "unterschreibt einen Beschluss, der schon festgelegt ist" in ergebnis.fehler
    assert repo.git("tag") == ""


def test_a_tag_is_no_day(aufruf: Aufruf) -> None:
    ergebnis = aufruf("decide", "B-2024-01", "--tag", "2024-04-18")
    assert ergebnis.code == 2
    assert "--tag meint ein Tag in git, nicht den Tag der Sitzung" in ergebnis.fehler

"""The user's own name and SSH key, as git knows them, and a signature made with them by ``ssh-keygen``.

This is the one place that asks git's configuration for a person. Four values are read from it, never a program:
``gpg.ssh.program``, ``gpg.ssh.defaultKeyCommand`` and the like may come from the repository.
"""

import os
import shutil
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from fgk.errors import FgkError
from fgk.history.repository import Repository

_WOERTLICH = ("key::", "ssh-", "ecdsa-", "sk-")
_BEISPIEL = "~/.ssh/id_ed25519.pub"
#: without a terminal ssh-keygen asks nobody and goes on in the same line
_FRAGE = "Enter passphrase: "


def identitaet(repository: Repository) -> str:
    """Return name, address and time of now, as git writes them into a tag; raises ``FgkError`` for nobody."""
    # without the option git would make up an address from the name of the machine
    answer = repository.try_to("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    if answer.code != 0:
        raise FgkError(
            "git weiß nicht, wer unterschreibt: In Ihren Einstellungen fehlen Name oder E-Mail-Adresse.",
            "Tragen Sie beides ein, einmal für diesen Rechner:\n"
            '    git config --global user.name "Vorname Nachname"\n'
            "    git config --global user.email name@stadt.example",
        )
    return answer.out.decode("utf-8", "replace").strip()


def schluessel(repository: Repository) -> str:
    """Return the key that the user signs with: a path, or the public key itself; raises ``FgkError`` without one."""
    verfahren = _einstellung(repository, "gpg.format")
    if verfahren not in (None, "ssh"):
        raise FgkError(
            f"fgk unterschreibt nur mit SSH-Schlüsseln; in git ist „{verfahren}“ eingestellt.",
            "Stellen Sie es für dieses Repository um, und nennen Sie Ihren Schlüssel:\n"
            f"    git config gpg.format ssh\n    git config user.signingkey {_BEISPIEL}",
        )
    wert = _einstellung(repository, "user.signingkey", "--type=path")
    if verfahren is None or not wert:
        raise FgkError(
            "In git ist kein SSH-Schlüssel eingestellt, mit dem Sie unterschreiben.",
            "Nennen Sie ihn, einmal für diesen Rechner:\n"
            f"    git config --global gpg.format ssh\n    git config --global user.signingkey {_BEISPIEL}\n"
            "    Haben Sie noch keinen, legen Sie ihn vorher mit „ssh-keygen -t ed25519“ an.",
        )
    if wert.startswith(_WOERTLICH):
        return wert.removeprefix("key::")
    pfad = repository.root / wert
    if not pfad.is_file():
        raise FgkError(
            f"Den Schlüssel „{pfad}“, der in git eingestellt ist, gibt es nicht.",
            f"Nennen Sie den richtigen:\n    git config --global user.signingkey {_BEISPIEL}",
        )
    return os.fspath(pfad)


def _einstellung(repository: Repository, name: str, *optionen: str) -> str | None:
    answer = repository.try_to("config", *optionen, "--get", name)
    if answer.code == 1:  # as git says that it is not set
        return None
    if answer.code != 0:
        raise FgkError(
            f"Die Einstellung {name} von git lässt sich nicht lesen: {answer.err.removeprefix('fatal: ')}",
            f"Sehen Sie nach, wo sie steht: „git config --show-origin --get-all {name}“.",
        )
    return answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")


def unterschrift(key: str, inhalt: bytes) -> bytes:
    """Return the signature of a key under some bytes, as git appends it; raises ``FgkError`` where there is none."""
    programm = shutil.which("ssh-keygen")
    if programm is None:
        raise FgkError(
            "Das Programm ssh-keygen ist nicht eingerichtet; ohne es lässt sich nicht unterschreiben.",
            "Richten Sie OpenSSH ein.",
        )
    with TemporaryDirectory() as ordner:
        datei, oeffentlich = Path(ordner, "tag"), Path(ordner, "schluessel.pub")
        datei.write_bytes(inhalt)
        wo = [key]
        if key.startswith(_WOERTLICH):  # its private half is with the agent
            oeffentlich.write_text(f"{key}\n", encoding="utf-8", errors="surrogateescape")
            wo = [os.fspath(oeffentlich), "-U"]
        befehl = [programm, "-Y", "sign", "-n", "git", "-f", *wo, os.fspath(datei)]
        # stdin stays the terminal: ssh-keygen asks there for the passphrase
        lauf = run(befehl, capture_output=True, check=False)  # noqa: S603 - ssh-keygen of the user's own PATH
        ergebnis = Path(f"{datei}.sig")
        if lauf.returncode != 0 or not ergebnis.is_file():
            worte = lauf.stderr.decode("utf-8", "replace").replace(ordner, "…").strip().splitlines()
            raise FgkError(
                f"Mit dem Schlüssel „{key}“ lässt sich nicht unterschreiben"
                f" (Meldung von ssh-keygen: {worte[-1].removeprefix(_FRAGE).strip() if worte else 'keine'}).",
                "Prüfen Sie, ob der private Schlüssel da ist und die Passphrase stimmt, oder melden Sie ihn mit "
                "„ssh-add“ an.",
            )
        return ergebnis.read_bytes()

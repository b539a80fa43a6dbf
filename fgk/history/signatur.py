"""Signed tags of decisions: who signed, judged by ``ssh-keygen`` itself and by keys that the main line names.

git would take the date in the tag for the time of signing, so that an expired key with a back-dated tag passes, and
would start whatever program its configuration names. So the raw tag is verified here, with the time that is now.
"""

import os
import re
import shutil
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fgk.history.repository import Repository

#: who may sign, in OpenSSH's format for allowed signers; read from the main line, never from what is to be proven
UNTERZEICHNER = ".fgk/unterzeichner"
_SIGNATUR = b"-----BEGIN SSH SIGNATURE-----"
_PRUEFZEICHEN = re.compile(rb"^fgk-pruefzeichen: *(\S+)", re.MULTILINE)


class Siegel(NamedTuple):
    """What a tag says about a decision. ``von`` is who signed it, ``None`` where that is not proven; ``grund`` says why."""

    name: str
    commit: str
    pruefzeichen: str | None
    von: str | None
    grund: str


def tag_name(beschluss: str, akte: str | None = None) -> str:
    """Return how the tag of a decision is called; ``akte`` is the Kennung of the Akte where there are several."""
    return f"beschluss/{akte}/{beschluss}" if akte else f"beschluss/{beschluss}"


def siegel(repository: Repository, name: str, main: str) -> Siegel | None:
    """Return the tag of this name, judged by the signers that ``main`` names; ``None`` without one."""
    ref = f"refs/tags/{name}"
    gefunden = repository.try_to("rev-parse", "--verify", "--quiet", "--end-of-options", ref)
    if gefunden.code != 0:
        return None
    oid = gefunden.out.decode().strip()
    commit = repository.commit(ref)
    if repository.ask("cat-file", "-t", oid).strip() != b"tag":
        return Siegel(name, commit, None, None, "Das Tag ist nicht unterschrieben (kein annotiertes Tag).")
    raw = repository.ask("cat-file", "tag", oid)
    inhalt, _, signatur = raw.partition(_SIGNATUR)
    if f"\ntag {name}\n".encode() not in inhalt.partition(b"\n\n")[0] + b"\n":
        grund = "Unterschrieben wurde ein anderes Tag; dieses hier hat nur dessen Namen bekommen."
        return Siegel(name, commit, None, None, grund)
    zeichen = _PRUEFZEICHEN.search(inhalt)
    von, grund = _pruefe(repository, main, inhalt, _SIGNATUR + signatur if signatur else b"")
    return Siegel(name, commit, zeichen[1].decode("ascii", "replace") if zeichen else None, von, grund)


def _pruefe(repository: Repository, main: str, inhalt: bytes, signatur: bytes) -> tuple[str | None, str]:
    if not signatur:
        return None, "Das Tag ist nicht unterschrieben."
    datei = repository.files(main, "").get(UNTERZEICHNER)
    if datei is None:
        return None, f"Auf der Hauptlinie fehlt die Liste der Unterzeichner „{UNTERZEICHNER}“."
    programm = shutil.which("ssh-keygen")
    if programm is None:
        return None, "Das Programm ssh-keygen ist nicht eingerichtet; die Unterschrift bleibt ungeprüft."
    with TemporaryDirectory() as ordner:
        erlaubt, unterschrift = Path(ordner, "erlaubt"), Path(ordner, "signatur")
        erlaubt.write_bytes(repository.blobs([datei.blob])[datei.blob])
        unterschrift.write_bytes(signatur)
        finde = [programm, "-Y", "find-principals", "-f", os.fspath(erlaubt), "-s", os.fspath(unterschrift)]
        gefunden = run(finde, capture_output=True, check=False)  # noqa: S603 - nothing of the repository is a program
        namen = gefunden.stdout.decode("utf-8", "replace").split("\n")[0].split(",")
        if gefunden.returncode != 0 or not namen[0]:
            return (
                None,
                "Unterschrieben hat jemand, der nicht in der Liste der Unterzeichner steht oder nicht mehr darf.",
            )
        pruefe = [
            programm,
            "-Y",
            "verify",
            "-n",
            "git",
            "-f",
            os.fspath(erlaubt),
            "-I",
            namen[0],
            "-s",
            os.fspath(unterschrift),
        ]
        geprueft = run(pruefe, input=inhalt, capture_output=True, check=False)  # noqa: S603 - as above
    if geprueft.returncode != 0:
        return None, "Die Unterschrift passt nicht zum Inhalt des Tags, oder der Schlüssel ist abgelaufen."
    return namen[0], ""

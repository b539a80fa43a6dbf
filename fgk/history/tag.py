"""Make the signed tag of a decision. It is added, and never takes the place of another.

``git tag -s`` would start the program that ``gpg.ssh.program`` names, and an editor and hooks. So the tag is put
together and signed here, and git only stores it.
"""

from fgk.errors import FgkError
from fgk.history.repository import Repository
from fgk.history.schluessel import identitaet, schluessel, unterschrift


def lege_tag_an(repository: Repository, name: str, commit: str, nachricht: str) -> str:
    """Make a signed annotated tag and return who signed it.

    Raises ``FgkError`` where the user cannot sign or there is such a tag; then nothing has changed.
    """
    wer, key = identitaet(repository), schluessel(repository)
    inhalt = f"object {commit}\ntype commit\ntag {name}\ntagger {wer}\n\n{nachricht}\n".encode()
    oid = _git(repository, "mktag", stdin=inhalt + unterschrift(key, inhalt))
    # the zeros say that there must be none yet, also if somebody makes one right now
    _git(repository, "update-ref", f"refs/tags/{name}", oid, "0" * len(oid))
    return wer.rpartition("> ")[0] + ">"


def _git(repository: Repository, *befehl: str, stdin: bytes = b"") -> str:
    answer = repository.try_to(*befehl, stdin=stdin)
    if answer.code != 0:
        raise FgkError(
            f"git kann das Tag nicht anlegen: {answer.err.removeprefix('fatal: ')}",
            "Prüfen Sie, ob Sie in das Repository schreiben dürfen, und wiederholen Sie den Befehl.",
        )
    return answer.out.decode().strip()

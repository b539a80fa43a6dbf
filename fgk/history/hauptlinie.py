"""Which branch is the main line, and whether a commit stands on it."""

from fgk.errors import FgkError
from fgk.history.repository import Repository

_ENTFERNT = "refs/remotes/origin/"
_UEBLICH = ("main", "master")


def hauptlinie_des_servers(repository: Repository) -> str | None:
    """Return the name of the main branch of ``origin``: as it says itself, or a usual one; ``None`` if unknown."""
    answer = repository.try_to("symbolic-ref", "--quiet", f"{_ENTFERNT}HEAD")
    if answer.code == 0:
        return answer.out.decode("utf-8", "surrogateescape").strip().removeprefix(_ENTFERNT)
    return next((name for name in _UEBLICH if repository.has(f"{_ENTFERNT}{name}")), None)


def hauptlinie(repository: Repository) -> str | None:
    """Return the name of the main branch: that of the server, the only one, or a usual one; ``None`` if unknown."""
    name = hauptlinie_des_servers(repository)
    if name is not None:
        return name
    listed = repository.ask("for-each-ref", "--format=%(refname)", "refs/heads/")
    zweige = [
        ref.removeprefix("refs/heads/") for ref in listed.decode("utf-8", "surrogateescape").splitlines()
    ]
    if len(zweige) == 1:
        return zweige[0]
    return next((name for name in _UEBLICH if name in zweige), None)


def ref_der_hauptlinie(repository: Repository) -> str:
    """Return the ref of the main branch, here or as the server had it; ``HEAD`` where nobody knows which it is."""
    name = hauptlinie(repository)
    for ref in (f"refs/heads/{name}", f"{_ENTFERNT}{name}") if name else ():
        if repository.has(ref):
            return ref
    return "HEAD"


def pruefe_hauptlinie(repository: Repository, commit: str) -> None:
    """Raise ``FgkError`` for a commit that is no step of the main line; what lies on a branch may never count."""
    name = hauptlinie(repository)
    if name is None:
        raise FgkError(
            "Es ist nicht zu erkennen, welcher Zweig die Hauptlinie ist.",
            "Hat das Repository einen Server, fragen Sie ihn mit „git remote set-head origin --auto“. Sonst nennen Sie "
            "den Zweig „main“.",
        )
    for ref in (f"refs/heads/{name}", f"{_ENTFERNT}{name}"):
        answer = repository.try_to("rev-list", "--first-parent", "--end-of-options", ref)
        if answer.code == 0 and commit in answer.out.decode().split():
            return
    raise FgkError(
        f"Ausgecheckt ist ein Stand, der nicht auf der Hauptlinie „{name}“ liegt.",
        f"Übernehmen Sie den Beschluss zuerst nach „{name}“, und wechseln Sie mit „git switch {name}“ dorthin.",
    )

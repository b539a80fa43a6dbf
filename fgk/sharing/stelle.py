"""Who records a state: an office of the Akte, never a person. Kept in the settings of the repository."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from fgk.akte import Akte
from fgk.comparing.worte import sauber
from fgk.errors import FgkError
from fgk.history.runner import run_git
from fgk.history.worktree import WorkTree
from fgk.models.organisation import Organisationseinheit, Organisationseinheiten
from fgk.models.werte import Postfach

#: the setting that says for which office a repository records
SETTING = "fgk.stelle"
#: without the option git would make up a name and an address from those of the machine
_IDENTITY = ("-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT")
_PERSON = re.compile(r"[^\W\d_-]+(?:-[^\W\d_]+)?\.[^\W\d_-]+(?:-[^\W\d_]+)?@.+")
_BEISPIEL = '„fgk save "Was sich geändert hat" --stelle {}“'


class Stelle(NamedTuple):
    """An office: what git calls the author, and how ``fgk log`` finds it, ``None`` for one that the Akte does not list.

    ``is_set`` says that it was named with ``--stelle``; else it comes from the user's own settings of git.
    """

    name: str
    kennung: str | None
    is_set: bool


def settings_for(akte: Akte, name: str, postfach: str | None) -> dict[str, str]:
    """Return the settings of git that say for which office states are recorded.

    Raises ``FgkError`` for a name without a mailbox, and for an address that is none.
    """
    einheit = find_stelle(akte, name)
    adresse = postfach or (einheit.postfach if einheit else None)
    if einheit is None and postfach is None:
        raise FgkError(
            f"Eine Stelle „{name}“ steht nicht in organisationseinheiten.yaml.{_vorhanden(akte)}",
            "Nennen Sie eine davon, oder nennen Sie zur neuen Stelle mit --postfach auch ihr Funktionspostfach.",
        )
    if adresse is None:
        raise FgkError(
            f"Zur Stelle „{name}“ ist kein Postfach bekannt.",
            "Nennen Sie es mit --postfach, z. B. --postfach jugendamt@stadt.example, oder tragen Sie es in "
            "organisationseinheiten.yaml ein.",
        )
    try:
        TypeAdapter(Postfach).validate_python(adresse)
    except ValidationError as error:
        raise FgkError(
            f"„{adresse}“ ist keine E-Mail-Adresse.",
            "Nennen Sie das Funktionspostfach der Stelle, z. B. jugendamt@stadt.example.",
        ) from error
    return {
        "user.name": sauber(einheit.anzeigename if einheit else name),
        "user.email": adresse,
        SETTING: einheit.kennung if einheit else name,
    }


def check_known(folder: Path, akte: Akte) -> None:
    """Raise ``FgkError`` where the user's own settings of git name nobody, in a folder that no repository is around."""
    if run_git(["-C", os.fspath(folder.absolute())], _IDENTITY).code != 0:
        raise _unknown(akte)


def stelle(tree: WorkTree, akte: Akte) -> Stelle:
    """Return who records; raises ``FgkError`` where nobody has been named yet."""
    answer = tree.try_to(*_IDENTITY)
    name, _, mail = answer.out.decode("utf-8", "replace").partition(" <")
    if answer.code != 0:
        raise _unknown(akte)
    genannt = tree.setting(SETTING)
    einheit = find_stelle(akte, genannt) if genannt else None
    einheit = einheit or _by_mail(akte, mail.partition(">")[0])
    gezeigt = sauber(einheit.anzeigename if einheit else name)
    return Stelle(gezeigt, einheit.kennung if einheit else None, is_set=genannt is not None)


def _unknown(akte: Akte) -> FgkError:
    einheit = next(iter(_einheiten(akte)), None)
    return FgkError(
        "Wer speichert, ist noch nicht bekannt: In git sind kein Name und kein Postfach eingestellt.",
        "Nennen Sie Ihre Stelle, einmal für diesen Ordner: "
        f"{_BEISPIEL.format(einheit.kennung if einheit else 'Jugendamt')}. fgk merkt sie sich in den "
        f"Einstellungen des Repositorys.{_vorhanden(akte)}",
    )


def names_a_person(address: str) -> bool:
    """Say whether an address looks like that of a person: a first and a last name before the ``@``."""
    return _PERSON.fullmatch(address.strip()) is not None


def find_stelle(akte: Akte, name: str) -> Organisationseinheit | None:
    """Return the office of this Kennung, name or short name."""
    wanted = name.strip().casefold()
    return next(
        (e for e in _einheiten(akte) if wanted in {n.casefold() for n in (e.kennung, e.name, e.anzeigename)}),
        None,
    )


def _by_mail(akte: Akte, mail: str) -> Organisationseinheit | None:
    return next((e for e in _einheiten(akte) if (e.postfach or "").casefold() == mail.casefold() != ""), None)


def _einheiten(akte: Akte) -> Iterator[Organisationseinheit]:
    record = akte.einzeln(Organisationseinheiten)
    yield from record.modell.organisationseinheiten if record else ()


def _vorhanden(akte: Akte) -> str:
    gefunden = [
        f"{sauber(e.anzeigename)} ({e.kennung})"
        for e in _einheiten(akte)
        if not e.ist_extern and e.bis is None
    ]
    return (
        f" In der Akte stehen: {', '.join(gefunden[:12])}{' …' if len(gefunden) > 12 else ''}."
        if gefunden
        else ""
    )

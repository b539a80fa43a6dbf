"""What fgk render is asked for: which document, in which formats, of which Akte."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fgk.commands.common import one_akte
from fgk.errors import FgkError
from fgk.loading.keys import did_you_mean

if TYPE_CHECKING:
    from fgk.sources import Source

_JAHR = re.compile(r"[0-9]{4}(?:[-/][0-9]{2,4})?\Z")
_ZWEI_JAHRE = re.compile(r"[0-9]{4}/[0-9]{4}\Z")
_BESCHLUSS = re.compile(r"B-[0-9]{4}-[0-9]+\Z", re.IGNORECASE)


def document_name(name: str | None) -> str:
    """Return the word of a document; raises ``FgkError`` for one that is none."""
    from fgk.documents import DOKUMENTE

    if name is None:
        raise FgkError(
            "Die Angabe DOKUMENT fehlt.", f"DOKUMENT: {_listed(DOKUMENTE)}; mit --all entstehen alle."
        )
    if name.lower() in DOKUMENTE:  # Beschlussvorlage, as it is called in every other place
        return name.lower()
    meant = did_you_mean(name, list(DOKUMENTE))
    raise FgkError(
        f"Ein Dokument „{name}“ gibt es nicht.",
        (f"Meinten Sie „{meant}“? " if meant else "")
        + f"Hinter „fgk render“ steht zuerst das Dokument: {_listed(DOKUMENTE)}.",
    )


def _listed(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} oder {last}"


def which(name: str, options: Mapping[str, str | None]) -> str | None:
    """Return which of several documents of a kind is meant; raises ``FgkError`` for an option of another kind."""
    from fgk.documents import DOKUMENTE

    art = DOKUMENTE[name]
    for option, value in options.items():
        if value is not None and option != art.option:
            lacks = "hat kein Jahr" if option == "--jahr" else "gehört zu keinem einzelnen Beschluss"
            raise FgkError(f"Das Dokument „{art.titel}“ {lacks}.", f"Lassen Sie {option} weg.")
    value = options[art.option] if art.option else None
    # documents write it 2020/2021
    return value.replace("/", "-") if value and _ZWEI_JAHRE.match(value) else value


def wanted_formats(text: str) -> list[str]:
    """Return the formats named in ``pdf,docx``, each once; raises ``FgkError`` for one that there is not."""
    from fgk.documents import SCHREIBER

    words = list(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    wanted = list(SCHREIBER) if "all" in words else words
    unknown = [word for word in wanted if word not in SCHREIBER]
    if unknown or not wanted:
        raise FgkError(
            f"Das Format „{unknown[0] if unknown else text}“ gibt es nicht.",
            f"Es gibt: {', '.join(SCHREIBER)} und all.",
        )
    return wanted


def _one_akte(paths: Sequence[str]) -> Path:
    for text in paths:
        if not os.path.lexists(text):
            _check_no_option(text)
    if len(paths) > 1:
        raise FgkError(
            "Der Aufruf hat mehr Angaben, als der Befehl kennt.", "Die Hilfe zeigt „fgk render --help“."
        )
    return one_akte(Path(paths[0]) if paths else None)


def _check_no_option(text: str) -> None:
    """Raise ``FgkError`` for a year or a decision that stands where the folder of an Akte belongs."""
    for pattern, option in ((_JAHR, "--jahr"), (_BESCHLUSS, "--beschluss")):
        if pattern.match(text):
            raise FgkError(f"Einen Ordner „{text}“ gibt es nicht.", f"Meinten Sie „{option} {text}“?")


def one_source(paths: Sequence[str], at: str | None) -> "Source":
    """Return the one Akte that a document is made of, as it is or as it stood."""
    from fgk.sources import FolderSource

    if at is None:
        return FolderSource(_one_akte(paths))
    from fgk.history.source import akten_at

    found = akten_at(Path(paths[0]) if paths else Path(), at)
    if len(found) > 1:
        raise FgkError(
            f"Im Stand „{at}“ liegen dort {len(found)} Akten.",
            "Nennen Sie den Ordner einer Akte, oder nehmen Sie --all.",
        )
    return found[0]


def one_folder(paths: Sequence[str]) -> Path:
    """Return the folder that templates are for: a workspace if one is named, else an Akte."""
    from fgk.sources import WORKSPACE_FILE

    path = Path(paths[0]) if paths else Path()
    return path if len(paths) <= 1 and (path / WORKSPACE_FILE).is_file() else _one_akte(paths)

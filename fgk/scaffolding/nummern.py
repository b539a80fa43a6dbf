"""The next free Kennung: one that no record has, no text names, and none had before it was deleted."""

import re
from collections.abc import Iterable
from pathlib import Path

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.loading.nachbarn import nachbar
from fgk.models.kennungen import FORMEN
from fgk.scaffolding.uebernahmeliste import LISTE
from fgk.sources import Source, UnreadableFileError

_KENNUNG = re.compile(r"(?<![\w.-])[ZM]-[0-9.]*[0-9]")
#: in a comment a Kennung is an example, or a remark
_KOMMENTAR = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)


class Vergeben:
    """All Kennungen that were ever given in an Akte, as far as anybody knows; faulty files count too."""

    def __init__(self, akte: Akte, frueher: Iterable[str] = ()) -> None:
        self._worte = "\n".join([*akte.kennungen, *frueher, *_texte(akte.source)])

    def naechste(self, anfang: str, breite: int = 1) -> str:
        """Return the first Kennung with this beginning above all that are taken: gaps stay gaps."""
        muster = re.compile(rf"(?<![\w.-]){re.escape(anfang)}0*([0-9]{{1,6}})(?![\w])")
        vergeben = [int(nummer) for nummer in muster.findall(self._worte)]
        return f"{anfang}{max(vergeben, default=0) + 1:0{breite}}"


def vorher_vergeben(akte: Akte) -> frozenset[str]:
    """Return the Kennungen of goals and measures of the Akte of the stage before: numbers go on from there.

    They come from that Akte where it lies in the workspace, and from the list of what was taken over.
    """
    alt = nachbar(akte.source, akte.audit.vorgaenger) if akte.audit else None
    worte = [*(alt.kennungen if alt else ()), *_KENNUNG.findall(_gelesen(akte.source, LISTE))]
    return frozenset(wort for wort in worte if FORMEN["ziel"].passt(wort) or FORMEN["massnahme"].passt(wort))


def frueher_vergeben(folder: Path) -> frozenset[str]:
    """Return the Kennungen of records that git knows and that are gone; nothing where there is no git."""
    from fgk.bases import entfallene
    from fgk.history.source import akten_at

    try:
        gefunden = next((source for source in akten_at(folder, "HEAD")), None)
        return (entfallene(gefunden) if gefunden else None) or frozenset()
    except (
        FgkError
    ):  # no git, no repository, no commit, or the Akte is not in it yet: nothing was given before
        return frozenset()


def _texte(source: Source) -> Iterable[str]:
    return (_KOMMENTAR.sub("", _gelesen(source, path)) for path in source.paths())


def _gelesen(source: Source, path: str) -> str:
    """Return the text of a file, nothing where it cannot be read."""
    try:
        return source.read(path).decode("utf-8", "replace") if source.exists(path) else ""
    except UnreadableFileError:
        return ""

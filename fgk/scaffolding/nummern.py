"""The next free Kennung: one that no record has, no text names, and none had before it was deleted."""

import re
from collections.abc import Iterable
from pathlib import Path

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.sources import Source, UnreadableFileError

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
    for path in source.paths():
        try:
            yield _KOMMENTAR.sub("", source.read(path).decode("utf-8", "replace"))
        except UnreadableFileError:
            continue

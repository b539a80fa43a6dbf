"""What the rules about texts share: find a pattern anywhere in the Akte, fast."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fgk.akte import Record
from fgk.models.base import Datensatz
from fgk.rules.kontext import Kontext, texte_in


class Textstelle(NamedTuple):
    """A text in a record."""

    record: Record[Datensatz]
    route: tuple[str | int, ...]
    text: str


def texte_mit(
    kontext: Kontext, muster: re.Pattern[str], worte: tuple[str, ...], ohne: frozenset[str] = frozenset()
) -> Iterator[Textstelle]:
    """Yield every text in which ``muster`` occurs, except those below a key in ``ohne``.

    One of ``worte`` is in every match: looking for plain words first is ten times faster. With ``(?m)`` the
    signs ``^`` and ``$`` stand for ends of lines here as in the joined text.
    """
    for record, alles in kontext.texte:
        if any(wort in alles for wort in worte) and muster.search(alles):
            for route, text in texte_in(record.data):
                if ohne.isdisjoint(route) and muster.search(text):
                    yield Textstelle(record, route, text)

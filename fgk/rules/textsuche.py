"""What the rules about texts share: find a pattern anywhere in the Akte, fast."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from fgk.akte import Record
from fgk.bytesearch import occurs
from fgk.models.base import Datensatz
from fgk.rules.kontext import Kontext, texte_in
from fgk.schreibweise import aufzaehlung


class Textstelle(NamedTuple):
    """A text in a record."""

    record: Record[Datensatz]
    route: tuple[str | int, ...]
    text: str


class Suche(NamedTuple):
    r"""What to look for.

    ``vorfilter`` are patterns for the bytes of a file; one of them matches wherever ``muster`` matches a text. They
    say ``\s`` for a blank, because a folded text may break there, and look neither ahead nor behind. Each has at most
    a dozen alternatives: so many are searched at once. Bytes are searched as they are: right for what is often there,
    because ``occurs`` is only fast as long as it finds nothing.
    ``muster`` is compiled when something is found; most Akten have nothing.
    """

    vorfilter: tuple[str | bytes, ...]
    muster: str

    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return re.compile(self.muster)


def texte_mit(kontext: Kontext, suche: Suche, ohne: frozenset[str] = frozenset()) -> Iterator[Textstelle]:
    """Yield every text in which the pattern occurs, except those below a key in ``ohne``.

    First the bytes of all files at once are looked through, then file by file, and only then the texts.
    """
    # a text between double quotes may spell its letters with backslashes
    vorfilter = [_sucher(muster) for muster in (*suche.vorfilter, b"\\")]
    vorfilter = [kommt_vor for kommt_vor in vorfilter if kommt_vor(kontext.gesamttext)]
    if not vorfilter:
        return
    regex = suche.regex()
    for record in kontext.records:
        if any(kommt_vor(record.raw) for kommt_vor in vorfilter):
            for route, text in texte_in(record.data):
                if ohne.isdisjoint(route) and regex.search(text):
                    yield Textstelle(record, route, text)


def _sucher(muster: str | bytes) -> Callable[[bytes], bool]:
    return occurs(muster) if isinstance(muster, str) else lambda raw: muster in raw


def zitiert(funde: Iterable[str]) -> tuple[bool, str]:
    """Return whether it is only one, and how a message names what was found in a text: „A“ und „B“."""
    worte = list(dict.fromkeys(f"„{' '.join(fund.split())}“" for fund in funde))
    return len(worte) == 1, aufzaehlung(worte)

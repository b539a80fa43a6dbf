"""What there is to propose: Kennungen and years from the Akte around, codes of rules, documents, formats."""

from collections.abc import Iterator
from typing import Any

from fgk.commands.around import records


def kennungen(context: Any) -> Iterator[tuple[str, str]]:
    """Yield every record."""
    return ((kennung, titel) for _, kennung, titel in records(context))


def beschluesse(context: Any) -> Iterator[tuple[str, str]]:
    """Yield every decision."""
    return ((kennung, titel) for art, kennung, titel in records(context) if art == "beschluss")


def jahre(context: Any) -> Iterator[tuple[str, str]]:
    """Yield every year with a report."""
    return (
        (kennung.removeprefix("J-"), titel)
        for art, kennung, titel in records(context)
        if art == "jahresbericht"
    )


def codes(_context: Any) -> Iterator[tuple[str, str]]:
    """Yield every rule."""
    from fgk.checking import all_rules

    return ((info.code, info.satz) for info in all_rules())


def dokumente(_context: Any) -> Iterator[tuple[str, str]]:
    """Yield every document."""
    from fgk.documents import DOKUMENTE

    return ((name, art.titel) for name, art in DOKUMENTE.items())


def formate(_context: Any) -> Iterator[tuple[str, None]]:
    """Yield every format."""
    from fgk.documents import SCHREIBER

    return ((name, None) for name in (*SCHREIBER, "all"))


def ziele(context: Any) -> Iterator[tuple[str, str]]:
    """Yield the goals of the Akte around."""
    return ((kennung, titel) for art, kennung, titel in records(context) if art == "ziel")


def arten(_context: Any) -> Iterator[tuple[str, None]]:
    """Yield what ``fgk new`` creates; its own table would bring half of fgk with it."""
    from fgk.models.arten import ARTEN

    namen = [art.name for art in ARTEN if art.name != "audit"]
    return ((name, None) for name in (*namen, "organisationseinheit"))


def nothing(_context: Any) -> Iterator[tuple[str, None]]:
    """Propose nothing: what is new is none of what is there."""
    return iter(())

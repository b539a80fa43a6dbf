"""What there is to propose: Kennungen and years from the Akte around, codes of rules, documents, formats."""

from collections.abc import Iterator
from typing import Any

from fgk.commands.around import records, stellen, verfahren_und_katalog


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

    namen = [art.name for art in ARTEN if art.ist_anlegbar]
    return ((name, None) for name in (*namen, "organisationseinheit"))


def organisationseinheiten(context: Any) -> Iterator[tuple[str, str]]:
    """Yield the Organisationseinheiten of the Akte around."""
    return stellen(context)


def handlungsfelder(context: Any) -> Iterator[tuple[str, str]]:
    """Yield the Handlungsfelder of the Verfahren of the Akte around."""
    from fgk.verfahren.laden import lade_verfahren

    name, katalog = verfahren_und_katalog(context)
    verfahren = lade_verfahren(name)
    gewaehlt = None if verfahren is None else verfahren.katalog(katalog)
    return ((feld.kennung, feld.bezeichnung) for feld in (gewaehlt.handlungsfelder if gewaehlt else ()))


def plattformen(_context: Any) -> Iterator[tuple[str, None]]:
    """Yield the platforms that fgk has a CI file for."""
    from fgk.scaffolding.plattformen import ci_plattformen

    return ((name, None) for name in ci_plattformen())


def woerter_der_art(context: Any) -> Iterator[tuple[str, str]]:
    """Yield what a record of the kind that is created can be."""
    from fgk.models.beschluss import BESCHLUSSART
    from fgk.models.beteiligung import BETEILIGUNGSART
    from fgk.models.organisation import ORGANISATIONSART

    je_art = {
        "beschluss": BESCHLUSSART,
        "beteiligung": BETEILIGUNGSART,
        "organisationseinheit": ORGANISATIONSART,
    }
    # behind an option without its value nothing is a parameter yet
    art = context.params.get("art") or next(iter(context.args), "")
    vokabular = je_art.get(art)
    return iter(() if vokabular is None else vokabular.worte.items())


def nothing(_context: Any) -> Iterator[tuple[str, None]]:
    """Propose nothing: what is new is none of what is there."""
    return iter(())

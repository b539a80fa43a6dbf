"""The earlier versions of an agreement: since when each was in force, and who decided it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from fgk.documents.sicht import Sicht
from fgk.models.zielvereinbarung import Fassung, Laufzeit, Zielvereinbarung


class Fassungszeile(NamedTuple):
    """One version, in words."""

    nummer: str
    zeitraum: str
    anlass: str
    beschluss: str


def fassungszeilen(sicht: Sicht, vereinbarung: Zielvereinbarung) -> list[Fassungszeile]:
    """Return all versions, this one last; nothing where it is the first."""
    return [*_fruehere(sicht, vereinbarung), _diese(sicht, vereinbarung)] if vereinbarung.fassungen else []


def _fruehere(sicht: Sicht, vereinbarung: Zielvereinbarung) -> Iterator[Fassungszeile]:
    for fassung in vereinbarung.fassungen:
        yield Fassungszeile(
            str(fassung.nummer), _zeitraum(sicht, fassung), fassung.anlass or "–", _beschluss(sicht, fassung)
        )


def _zeitraum(sicht: Sicht, fassung: Fassung) -> str:
    bis = f" bis {sicht.am(fassung.bis)}" if fassung.bis else ""
    return f"{'' if bis else 'ab '}{sicht.am(fassung.von)}{bis}"


def _beschluss(sicht: Sicht, fassung: Fassung) -> str:
    beschluss = sicht.beschluss(fassung.beschluss)
    beratung = beschluss.entscheidung if beschluss else None
    if beratung is None or beratung.datum is None:
        return fassung.beschluss or "–"
    return f"{beratung.gremium}, {sicht.am(beratung.datum)}"


def _seit_der_letzten(vereinbarung: Zielvereinbarung) -> Laufzeit | None:
    """Return when this version is in force: the Laufzeit began with the first, this one after the one before it."""
    laufzeit, davor = (
        vereinbarung.laufzeit,
        vereinbarung.fassungen[-1].bis if vereinbarung.fassungen else None,
    )
    if laufzeit is None or not isinstance(davor, date) or davor < laufzeit.von:
        return laufzeit
    return laufzeit.model_copy(update={"von": davor + timedelta(days=1)})


def _diese(sicht: Sicht, vereinbarung: Zielvereinbarung) -> Fassungszeile:
    return Fassungszeile(
        f"{vereinbarung.fassung} (diese Fassung)",
        sicht.zeitraum(_seit_der_letzten(vereinbarung)) or "noch offen",
        "–",
        sicht.beschlussstand(sicht.annahme),
    )

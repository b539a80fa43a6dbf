"""What an annual report says of one measure or one goal, in words for a cell."""

from fgk.models.jahresbericht import Massnahmenbericht, Nachweis, Zielbericht
from fgk.models.ziel import Kriteriumswert
from fgk.schreibweise import datum


def berichtszeilen(eintrag: Massnahmenbericht) -> list[tuple[str, str]]:
    """Return what is reported on a measure as (label, text), the report itself without a label."""
    nachweise = "; ".join(_nachweis(nachweis) for nachweis in eintrag.nachweise)
    zeilen = [
        ("", eintrag.text),
        ("Abweichung", eintrag.abweichung),
        ("Begründung", eintrag.begruendung),
        ("Ersetzt durch", nachfolger(eintrag)),
        ("Nachweise", nachweise),
    ]
    return [(name, text) for name, text in zeilen if text] or [("", "Kein Bericht.")]


def nachfolger(eintrag: Massnahmenbericht) -> str:
    """Return the measures that take the place of one that was replaced."""
    return ", ".join(f"Maßnahme {kennung.removeprefix('M-')}" for kennung in eintrag.nachfolger)


def _nachweis(nachweis: Nachweis) -> str:
    tag = f" ({datum(nachweis.datum)})" if nachweis.datum else ""
    return nachweis.bezeichnung + tag + (f", {nachweis.adresse}" if nachweis.adresse else "")


def kriteriumsstand(zielbericht: Zielbericht | None, bezeichnung: str) -> Kriteriumswert | None:
    """Return what a report says about one Messkriterium."""
    if zielbericht is None:
        return None
    return next((stand.wert for stand in zielbericht.werte if stand.messkriterium == bezeichnung), None)

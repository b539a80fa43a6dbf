"""What an annual report says of one measure or one goal, in words for a cell."""

from collections.abc import Mapping, Sequence

from fgk.models.jahresbericht import Jahresbericht, Massnahmenbericht, Nachweis, Zielbericht
from fgk.models.stand import STATUS
from fgk.models.ziel import Kriteriumswert
from fgk.schreibweise import datum
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.fortschritt import BEENDET, eintrag_zu


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


def zeilen_seither(eintrag: Massnahmenbericht, davor: Sequence[Jahresbericht]) -> list[tuple[str, str]]:
    """Return what is reported on a measure; of one that ended in an earlier report and has no new words, since when."""
    frueher = [b for b in davor if (e := eintrag_zu(b, eintrag.massnahme)) and e.status == eintrag.status]
    if eintrag.status in BEENDET and frueher and not _sagt_etwas(eintrag):
        return [
            ("", f"{_gross(STATUS[eintrag.status])} seit dem Jahresbericht {jahr_in_worten(frueher[0])}.")
        ]
    return berichtszeilen(eintrag)


def letzte_worte(eintraege: Mapping[str, Massnahmenbericht]) -> list[tuple[str, str]]:
    """Return the last words on a measure by year of the report: a later report that is silent takes none away."""
    jahre = [jahr for jahr, eintrag in eintraege.items() if _sagt_etwas(eintrag)]
    if not jahre:
        return [("", "Kein Bericht." if eintraege else "Darüber wurde nie berichtet.")]
    zeilen = [(name, text) for name, text in berichtszeilen(eintraege[jahre[-1]]) if name != "Nachweise"]
    if jahre[-1] == list(eintraege)[-1]:
        return zeilen
    return [(f"{name} ({jahre[-1]})" if name else jahre[-1], text) for name, text in zeilen]


def _sagt_etwas(eintrag: Massnahmenbericht) -> bool:
    return any((eintrag.text, eintrag.abweichung, eintrag.begruendung, eintrag.nachfolger))


def _gross(wort: str) -> str:
    return wort[:1].upper() + wort[1:]


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

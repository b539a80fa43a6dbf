"""The words with which fgk shows what a list of measures would bring, before anything is written."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from fgk.output.summary import anzahl
from fgk.output.umbruch import umbrochen

if TYPE_CHECKING:
    from fgk.exchange.liste.einlesen import Eingelesen
    from fgk.exchange.liste.eintrag import Meldung
    from fgk.exchange.liste.kopf import Spalte

_SPALTE = 30
_ORT = 6
#: of new records of a kind so many are named
_HOECHSTENS = 50


def vorschau(gelesen: "Eingelesen", datei: str, width: int) -> Iterator[str]:
    """Yield the lines: where the list stands, what its columns become, what is new, and what is to be told."""
    plan = gelesen.plan
    yield f"{datei}, Blatt „{gelesen.blatt.name}“, Überschriften bis Zeile {gelesen.kopf.zeile}"
    yield ""
    yield from _spalten(gelesen.kopf.spalten, width)
    yield ""
    yield f"Neu: {in_worten(plan.ziele, plan.massnahmen, plan.stellen)}"
    for records, name in ((plan.ziele, "titel"), (plan.massnahmen, "titel"), (plan.stellen, "name")):
        for kennung, data in list(records.items())[:_HOECHSTENS]:
            yield _gekuerzt(f"  {kennung:<9} {_flach(data[name])}", width)
        if len(records) > _HOECHSTENS:
            yield f"  und {len(records) - _HOECHSTENS} weitere"
    yield from _meldungen(plan.meldungen, width)


def in_worten(ziele: Iterable[Any], massnahmen: Iterable[Any], stellen: Iterable[Any]) -> str:
    """Return „3 Ziele, 12 Maßnahmen, 1 Organisationseinheit“."""
    return ", ".join(
        (
            anzahl(len(list(ziele)), "Ziel", "Ziele"),
            anzahl(len(list(massnahmen)), "Maßnahme", "Maßnahmen"),
            anzahl(len(list(stellen)), "Organisationseinheit", "Organisationseinheiten"),
        )
    )


def _spalten(spalten: Iterable["Spalte"], width: int) -> Iterator[str]:
    from openpyxl.utils import get_column_letter

    from fgk.exchange.liste.felder import BEMERKUNG, NACH_KEY

    yield f"  {'Spalte':<{_SPALTE}} wird"
    for spalte in spalten:
        titel = NACH_KEY[spalte.feld].titel
        if spalte.feld == BEMERKUNG and not spalte.ist_bekannt:
            titel = "Bemerkung (kein Feld dafür erkannt)"
        name = _gekuerzt(
            f"{get_column_letter(spalte.nummer):<2} {_flach(spalte.ueberschrift) or '(ohne Überschrift)'}",
            _SPALTE,
        )
        yield _gekuerzt(f"  {name:<{_SPALTE}} {titel}", width)


def _meldungen(meldungen: Iterable["Meldung"], width: int) -> Iterator[str]:
    from fgk.exchange.liste.eintrag import Schwere

    alle = list(meldungen)
    for schwere in Schwere:
        gleiche = [meldung for meldung in alle if meldung.schwere is schwere]
        if gleiche:
            yield ""
            yield f"{schwere.value[0].upper()}{schwere.value[1:]} ({len(gleiche)}):"
        for meldung in gleiche:
            yield from umbrochen(meldung.text, width, f"  {meldung.ort:<{_ORT}} ", " " * (_ORT + 3))


def _flach(text: str) -> str:
    return " ".join(text.split())


def _gekuerzt(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"

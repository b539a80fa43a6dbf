"""Who has answered for the annual report, as text, JSON and Markdown."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from fgk.markdown import escape
from fgk.output.summary import anzahl
from fgk.output.tabelle import Spalte, tabelle
from fgk.output.umbruch import umbrochen
from fgk.stand.ruecklauf import Ruecklauf

_SPALTEN = (
    Spalte("Stelle", ist_umbrochen=True),
    *(Spalte(titel, ist_zahl=True) for titel in ("Maßnahmen", "beantwortet", "beendet", "offen")),
)


class Eingang(NamedTuple):
    """A returned form that lies there: whose it is, and how many of its answers are not in the report yet."""

    datei: str
    stelle: str
    neu: int
    nicht_lesbar: str = ""

    @property
    def in_worten(self) -> str:
        """What is to be done with it."""
        if self.nicht_lesbar:
            return self.nicht_lesbar
        return (
            f"{anzahl(self.neu, 'Maßnahme', 'Maßnahmen')} noch nicht eingelesen"
            if self.neu
            else "nichts Neues"
        )


class Ruecklaufbericht(NamedTuple):
    """All departments and the forms that lie there; ``eingaenge`` is ``None`` where nobody asked for them."""

    titel: str
    jahr: str
    stellen: Sequence[Ruecklauf]
    eingaenge: Sequence[Eingang] | None

    @property
    def fazit(self) -> str:
        """The last line."""
        alle = sum(stelle.anzahl for stelle in self.stellen)
        offen = sum(len(stelle.offen) for stelle in self.stellen)
        wer = sum(bool(stelle.offen) for stelle in self.stellen)
        if not offen:
            return "Alle Maßnahmen sind beantwortet oder waren schon früher beendet."
        von = f"von {anzahl(wer, 'Stelle', 'Stellen')}"
        return f"Offen: {offen} von {anzahl(alle, 'Maßnahme', 'Maßnahmen')}, {von}."


def als_text(bericht: Ruecklaufbericht, *, width: int) -> Iterator[str]:
    """Yield the lines for the terminal."""
    yield bericht.titel
    yield ""
    yield from tabelle(
        _SPALTEN, [(_wer(stelle), *_zahlen(stelle)) for stelle in bericht.stellen], width=width
    )
    offene = [stelle for stelle in bericht.stellen if stelle.offen]
    if offene:
        yield ""
        yield "Es fehlen:"
    for stelle in offene:
        yield from umbrochen(f"{_wer(stelle)}: {', '.join(stelle.offen)}", width, "  ", "    ")
    if bericht.eingaenge is not None:
        yield ""
        yield "Formulare im Ordner:" if bericht.eingaenge else "Im Ordner liegt kein Formular."
    for eingang in bericht.eingaenge or ():
        wessen = f" ({eingang.stelle})" if eingang.stelle else ""
        yield from umbrochen(f"{eingang.datei}{wessen}: {eingang.in_worten}", width, "  ", "    ")
    yield ""
    yield bericht.fazit


def als_markdown(bericht: Ruecklaufbericht) -> Iterator[str]:
    """Yield the lines of a page in Markdown."""
    yield f"# {escape(bericht.titel)}"
    yield ""
    yield "| Stelle | Postfach | Maßnahmen | beantwortet | beendet | offen |"
    yield "| --- | --- | ---: | ---: | ---: | --- |"
    for stelle in bericht.stellen:
        alle, beantwortet, beendet, _ = _zahlen(stelle)
        offen = ", ".join(stelle.offen) or "–"
        wer = f"{escape(_name(stelle))} | {escape(stelle.stelle.postfach or '')}"
        yield f"| {wer} | {alle} | {beantwortet} | {beendet} | {offen} |"
    for platz, eingang in enumerate(bericht.eingaenge or ()):
        if platz == 0:
            yield ""
            yield "## Formulare im Ordner"
            yield ""
        yield f"- {escape(eingang.datei)}: {escape(eingang.in_worten)}"
    yield ""
    yield bericht.fazit


def als_json(bericht: Ruecklaufbericht) -> str:
    """Return one JSON document."""
    document: dict[str, Any] = {
        "version": 1,
        "art": "ruecklauf",
        "jahresbericht": bericht.jahr,
        "stellen": [_stelle(stelle) for stelle in bericht.stellen],
    }
    if bericht.eingaenge is not None:
        document["formulare"] = [
            {"datei": e.datei, "stelle": e.stelle, "neu": e.neu, "nicht_lesbar": e.nicht_lesbar or None}
            for e in bericht.eingaenge
        ]
    return json.dumps(document, ensure_ascii=False, indent=2)


def _stelle(ruecklauf: Ruecklauf) -> dict[str, Any]:
    stelle = ruecklauf.stelle
    return {
        "kennung": stelle.kennung or None,
        "name": stelle.voller_name,
        "postfach": stelle.postfach,
        "beantwortet": ruecklauf.beantwortet,
        "beendet": ruecklauf.beendet,
        "offen": ruecklauf.offen,
    }


def _zahlen(stelle: Ruecklauf) -> tuple[str, str, str, str]:
    zahlen = (stelle.anzahl, len(stelle.beantwortet), len(stelle.beendet), len(stelle.offen))
    alle, beantwortet, beendet, offen = (str(zahl) for zahl in zahlen)
    return alle, beantwortet, beendet, offen


def _name(stelle: Ruecklauf) -> str:
    kennung = stelle.stelle.kennung
    return stelle.stelle.name + (f" ({kennung})" if kennung and kennung != stelle.stelle.name else "")


def _wer(stelle: Ruecklauf) -> str:
    return _name(stelle) + (f", {stelle.stelle.postfach}" if stelle.stelle.postfach else "")

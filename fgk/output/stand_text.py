"""Where an audit stands, for the terminal; rich does the layout, and every colour has a word beside it."""

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fgk.output import stand_worte as worte
from fgk.output.balken import ABSCHNITTE, laengen, legende
from fgk.stand.felder import Feldstand, summe
from fgk.stand.fristen.frist import FRISTENSTAND, Frist
from fgk.stand.phasen import PHASENSTAND, Phasenstand
from fgk.stand.tore import Erfuellung
from fgk.stand.ueberblick import Stand

#: longer lines are hard to read, however wide the terminal is
_WIDEST = 120
_FARBEN = {
    "abgeschlossen": "green",
    "laeuft": "bold cyan",
    "unvollstaendig": "yellow",
    "ueberfaellig": "bold red",
    "faellig": "bold yellow",
    "bald": "yellow",
    "erledigt": "green",
}


def als_text(stand: Stand, *, width: int, color: bool, mit_erledigten: bool = False) -> str:
    """Return the page for a terminal that is so wide."""
    width = min(width, _WIDEST)
    teile: list[RenderableType] = list(_kopf(stand))
    for ueberschrift, inhalt in _abschnitte(stand, width, mit_erledigten=mit_erledigten):
        teile += ["", Text(ueberschrift, "bold"), *(Padding(teil, (0, 0, 0, 2)) for teil in inhalt)]
    hinweise = [Text(satz) for satz in worte.hinweise(stand)]
    return rendered(Group(*teile, *([""] if hinweise else []), *hinweise), width, color)


def rendered(renderable: RenderableType, width: int, color: bool) -> str:
    """Return what rich makes of it, without blanks at the ends of lines."""
    buffer = StringIO()
    console = Console(file=buffer, width=width, force_terminal=color, no_color=not color, highlight=False)
    console.print(renderable)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())


def _kopf(stand: Stand) -> Iterator[Text]:
    yield Text(stand.audit.ort.anzeigename, "bold")
    yield Text(worte.titel(stand))
    if stand.traeger:
        yield Text(f"Träger: {' und '.join(stand.traeger)}")
    yield Text(worte.stichtag(stand))


def _abschnitte(
    stand: Stand, width: int, *, mit_erledigten: bool
) -> Iterator[tuple[str, list[RenderableType]]]:
    yield "Zertifikat", [Text(worte.zertifikatssatz(stand.zertifikat))]
    if stand.phasen:
        yield "Phasen", [_phasen(stand, stand.phasen)]
        yield from _tore(stand)
    elif stand.schritte:
        yield "Schritte", [_schritte(stand)]
    yield "Fristen", _fristen(stand, mit_erledigten=mit_erledigten)
    yield from _fortschritt(stand, width)
    if stand.mitglieder:
        yield "Gemeinden", [_mitglieder(stand)]


def _tabelle(spalten: int, *, fest: Sequence[int] = (0,)) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for nummer in range(spalten):
        table.add_column(no_wrap=nummer in fest, overflow="fold")
    return table


def _phasen(stand: Stand, phasen: Sequence[Phasenstand]) -> Table:
    table = _tabelle(2, fest=())
    for phase in phasen:
        satz = Text(worte.phasensatz(phase, stand.stichtag))
        satz.stylize(_FARBEN.get(phase.zustand, "dim"), 0, len(PHASENSTAND[phase.zustand]))
        if phase.ist_lang or phase.ist_kurz:
            satz.stylize("yellow", len(PHASENSTAND[phase.zustand]))
        table.add_row(Text(phase.phase.bezeichnung, "bold"), satz)
        for schritt in phase.schritte:
            table.add_row(Padding(Text(schritt.name), (0, 0, 0, 2)), Text(worte.schrittzeit(schritt)))
    return table


def _tore(stand: Stand) -> Iterator[tuple[str, list[RenderableType]]]:
    if stand.phase is not None and stand.phase.tor:
        yield (
            f"Nächstes Tor: Ende der Phase „{stand.phase.phase.bezeichnung}“",
            [_tor([*stand.phase.tor])],
        )
    fruehere = [e for phase in stand.phasen if phase.zustand == "unvollstaendig" for e in phase.fehlt]
    if fruehere:
        yield "Aus früheren Phasen nachzutragen", [_tor(fruehere)]


def _tor(erfuellungen: Sequence[Erfuellung]) -> Table:
    table = _tabelle(2)
    for erfuellung in erfuellungen:
        if erfuellung.ist_erfuellt:
            table.add_row(Text("liegt vor", "green"), Text(erfuellung.voraussetzung.text))
        else:
            wo = f"{erfuellung.voraussetzung.text} ({worte.stelle(erfuellung)})"
            table.add_row(Text("fehlt", "bold yellow"), Text(wo))
    return table


def _schritte(stand: Stand) -> Table:
    table = _tabelle(2, fest=())
    for schritt in stand.schritte:
        table.add_row(Text(schritt.name), Text(worte.schrittzeit(schritt)))
    return table


def _fristen(stand: Stand, *, mit_erledigten: bool) -> list[RenderableType]:
    naechste = ("ueberfaellig", "faellig", "bald")
    gezeigt = stand.fristen_die(*FRISTENSTAND.worte if mit_erledigten else naechste)
    table = _tabelle(3, fest=(0, 1))
    for frist in gezeigt:
        wort = frist.stand(stand.stichtag)
        table.add_row(
            Text(FRISTENSTAND[wort], _FARBEN.get(wort, "")), Text(worte.fristzeit(frist)), Text(_was(frist))
        )
    teile: list[RenderableType] = [table] if gezeigt else [Text("Nichts ist überfällig oder bald fällig.")]
    spaeter = "" if mit_erledigten else worte.spaeter(stand)
    return [*teile, Text(spaeter)] if spaeter else teile


def _was(frist: Frist) -> str:
    """Return what is due; a measure says by its Kennung in which file it stands."""
    return (
        worte.fristwort(frist)
        if frist.art == "massnahme"
        else f"{worte.fristwort(frist)} ({worte.datei(frist.datei)})"
    )


def _fortschritt(stand: Stand, width: int) -> Iterator[tuple[str, list[RenderableType]]]:
    if not any(feld.anzahl for feld in stand.felder):
        if any(stand.entworfen):
            yield (
                "Fortschritt",
                [Text(worte.entworfen(*stand.entworfen))],
            )
        return
    breite = 30 if width >= 110 else 12 if width >= 76 else 8
    table = _tabelle(3, fest=(1,))
    for feld in (*stand.felder, summe(stand.felder)):
        name = f"{feld.kennung} {feld.name}".strip()
        zahlen = "\n".join(filter(None, (worte.umgesetzt(feld), worte.lichter(feld, mit_beendeten=False))))
        table.add_row(Text(name, "" if feld.kennung else "bold"), _balken(feld, breite), Text(zahlen))
    unten = [Text(legende(), "dim")]
    if stand.wirkungen:
        unten.append(Text(f"Maßnahmen: {worte.wirkungen(stand)}"))
    yield f"Fortschritt ({worte.grundlage(stand)})", [table, *unten]


def _balken(feld: Feldstand, breite: int) -> Text:
    balken = Text()
    for abschnitt, lang in zip(ABSCHNITTE, laengen(feld.status, breite), strict=True):
        balken.append(abschnitt.zeichen * lang, abschnitt.farbe)
    return balken


def _mitglieder(stand: Stand) -> Table:
    table = _tabelle(3, fest=())
    for mitglied in stand.mitglieder:
        wer = f"{mitglied.mitglied.name} ({mitglied.mitglied.ags})"
        table.add_row(Text(wer), Text(worte.mitwirkung(mitglied)), Text(worte.eigene_akte(mitglied)))
    return table

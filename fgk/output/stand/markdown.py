"""Where an audit stands, as a page in Markdown for a mail, a wiki or a pull request."""

from collections.abc import Iterable, Iterator, Sequence

from fgk.markdown import escape
from fgk.output.stand.auditworte import eigene_akte, mitwirkung, stichtag, titel
from fgk.output.stand.balken import ABSCHNITTE
from fgk.output.stand.feldworte import entworfen, grundlage, lichter, wirkungen
from fgk.output.stand.fristenworte import fristwort, fristzeit
from fgk.output.stand.hinweise import hinweise
from fgk.output.stand.phasenworte import datei, laenge, phasenzeit, schrittzeit, stelle
from fgk.output.stand.zertifikatsworte import zertifikatssatz
from fgk.stand.felder import summe
from fgk.stand.fristen.frist import FRISTENSTAND
from fgk.stand.lage import Stand
from fgk.stand.phasenstand import PHASENSTAND


def als_markdown(stand: Stand, *, mit_erledigten: bool = False) -> Iterator[str]:
    """Yield the lines of the page."""
    yield f"# {escape(stand.audit.ort.anzeigename)}"
    yield ""
    yield escape(titel(stand))
    if stand.traeger:
        yield from ("", f"Träger: {escape(' und '.join(stand.traeger))}")
    yield from ("", stichtag(stand), "", escape(zertifikatssatz(stand.zertifikat)))
    for satz in hinweise(stand):
        yield from ("", escape(satz))
    yield from _phasen(stand)
    yield from _fristen(stand, mit_erledigten=mit_erledigten)
    yield from _fortschritt(stand)
    if stand.mitglieder:
        reihen = [
            (f"{m.mitglied.name} ({m.mitglied.ags})", mitwirkung(m), eigene_akte(m)) for m in stand.mitglieder
        ]
        yield from _abschnitt("Gemeinden", _tabelle(("Gemeinde", "Mitwirkung", "Eigene Akte"), reihen))


def _phasen(stand: Stand) -> Iterator[str]:
    if not stand.phasen:
        schritte = [(s.name, schrittzeit(s)) for s in stand.schritte]
        if schritte:
            yield from _abschnitt("Schritte", _tabelle(("Schritt", "Tag"), schritte))
        return
    reihen = []
    for phase in stand.phasen:
        wann = "; ".join(filter(None, (phasenzeit(phase, stand.stichtag), laenge(phase))))
        reihen.append((phase.phase.bezeichnung, PHASENSTAND[phase.zustand], wann))
        reihen += [(f"– {s.name}", "", schrittzeit(s)) for s in phase.schritte]
    yield from _abschnitt("Phasen", _tabelle(("Phase", "Stand", "Zeit"), reihen))
    yield from _tore(stand)


def _tore(stand: Stand) -> Iterator[str]:
    phase = stand.phase
    if phase is not None and phase.tor:
        erfuellungen = [
            (
                e.voraussetzung.text,
                "liegt vor" if e.ist_erfuellt else "fehlt",
                "" if e.ist_erfuellt else stelle(e),
            )
            for e in phase.tor
        ]
        titel = f"Nächstes Tor: Ende der Phase „{escape(phase.phase.bezeichnung)}“"
        yield from _abschnitt(titel, _tabelle(("Was", "Stand", "Datei und Schlüssel"), erfuellungen))
    frueher = [
        (e.voraussetzung.text, stelle(e))
        for p in stand.phasen
        if p.zustand == "unvollstaendig"
        for e in p.fehlt
    ]
    if frueher:
        titel = "Aus früheren Phasen nachzutragen"
        yield from _abschnitt(titel, _tabelle(("Was", "Datei und Schlüssel"), frueher))


def _fristen(stand: Stand, *, mit_erledigten: bool) -> Iterator[str]:
    gezeigt = [wort for wort in FRISTENSTAND.worte if mit_erledigten or wort != "erledigt"]
    reihen = [
        (
            FRISTENSTAND[frist.stand(stand.stichtag)],
            fristzeit(frist),
            fristwort(frist),
            frist.zustaendig,
            datei(frist.datei),
        )
        for frist in stand.fristen_die(*gezeigt)
    ]
    if reihen:
        yield from _abschnitt("Fristen", _tabelle(("Stand", "Fällig", "Was", "Zuständig", "Datei"), reihen))
    else:
        yield from _abschnitt("Fristen", ["Es ist keine Frist offen."])


def _fortschritt(stand: Stand) -> Iterator[str]:
    if not any(feld.anzahl for feld in stand.felder):
        if any(stand.entworfen):
            yield from _abschnitt("Fortschritt", [entworfen(*stand.entworfen)])
        return
    kopf = ("Handlungsfeld", "Maßnahmen", *(a.name for a in ABSCHNITTE), "umgesetzt in %", "Ampel")
    reihen = []
    for feld in (*stand.felder, summe(stand.felder)):
        zahlen = (str(sum(feld.status[wort] for wort in a.status)) for a in ABSCHNITTE)
        prozent = "–" if feld.prozent is None else str(feld.prozent)
        name = f"{feld.kennung} {feld.name}".strip()
        reihen.append((name, str(feld.anzahl), *zahlen, prozent, lichter(feld) or "–"))
    yield from _abschnitt(f"Fortschritt ({grundlage(stand)})", _tabelle(kopf, reihen))
    if stand.wirkungen:
        yield from ("", escape(f"Maßnahmen: {wirkungen(stand)}"))


def _abschnitt(titel: str, zeilen: Iterable[str]) -> Iterator[str]:
    yield from ("", f"## {titel}", "")
    yield from zeilen


def _tabelle(kopf: Sequence[str], reihen: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(kopf)} |"
    yield f"|{' --- |' * len(kopf)}"
    for reihe in reihen:
        yield f"| {' | '.join(escape(zelle) for zelle in reihe)} |"

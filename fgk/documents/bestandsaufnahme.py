"""The Bestandsaufnahme as a document: how families fare in the place, in numbers and as seen by Handlungsfeld."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fgk.akte import Akte
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.indikatortabelle import hinweise_zu
from fgk.documents.kennzahlen import Kennzahlen, kennzahlen
from fgk.documents.rollen import leitung
from fgk.documents.sicht import Sicht
from fgk.documents.sozialraumtabelle import UNTERDRUECKT, raumtabellen
from fgk.documents.steckbrief import alle_befunde, grundlagen, steckbrief
from fgk.documents.vorlage import fuelle
from fgk.models.analyse import Analyse
from fgk.models.arten import art_namens
from fgk.models.base import Datensatz, Quelle
from fgk.models.indikatoren import Indikatoren
from fgk.models.sozialraeume import Sozialraeume
from fgk.schreibweise import zahl
from fgk.sources import AKTE_FILE

NOCH_NICHT = "Die Akte hat noch keine Werte und keine Analyse im Ordner „bestandsaufnahme“."


class Themenzeile(NamedTuple):
    """A Querschnittsthema, and how many findings of each Handlungsfeld touch it."""

    thema: str
    anzahl: tuple[int, ...]


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the document; what is not on file is named as such."""
    zahlen = kennzahlen(sicht)
    raeume = record.modell if (record := sicht.akte.einzeln(Sozialraeume)) else None
    tabellen = list(raumtabellen(sicht))
    indikatoren = _indikatoren(sicht, zahlen)
    analysen = [feld.analyse for feld in sicht.felder if feld.analyse]
    einwohner = sicht.audit.ort.einwohner
    kopf = sicht.kopf(
        "Bestandsaufnahme",
        f"im {sicht.verfahren.bezeichnung}",
        [
            (
                "Einwohnerzahl",
                f"{zahl(einwohner.anzahl)} ({sicht.am(einwohner.stichtag)})" if einwohner else "",
            ),
            *leitung(sicht),
        ],
        [sicht.audit, indikatoren, raeume if tabellen else None, *analysen],
    )
    koerper = fuelle(
        "bestandsaufnahme.md.j2",
        sicht,
        bilder=zahlen.bilder,
        steckbrief=list(steckbrief(sicht)),
        einwohner=einwohner,
        kennzahlen=zahlen,
        hinweise=list(hinweise_zu(sicht, zahlen.reihen)),
        raeume=raeume,
        raumtabellen=tabellen,
        hat_unterdrueckte=any(UNTERDRUECKT in zellen for t in tabellen for _, zellen in t.zeilen),
        felder=sicht.felder,
        hat_analyse=bool(analysen),
        themen=list(_themen(sicht)),
        grundlagen=list(grundlagen(sicht, zahlen)),
        quellen=list(_quellen(sicht, [*analysen, raeume], zahlen)),
    )
    return Dokument(kopf, koerper, zahlen.bilder)


def _indikatoren(sicht: Sicht, zahlen: Kennzahlen) -> Indikatoren | None:
    """Return the record of the numbers, marked as invented where a series is."""
    record = sicht.akte.einzeln(Indikatoren)
    if record is None:
        return None
    ist_muster = record.modell.musterdaten or any(reihe.musterdaten for reihe in zahlen.reihen)
    return record.modell.model_copy(update={"musterdaten": ist_muster})


def _themen(sicht: Sicht) -> Iterator[Themenzeile]:
    """Yield the chosen Querschnittsthemen, and behind them any other that a finding names."""
    je_feld = [
        [thema for b in alle_befunde(feld.analyse) for thema in b.querschnittsthemen] for feld in sicht.felder
    ]
    genannte = [thema for themen in je_feld for thema in themen]
    for thema in dict.fromkeys((*sicht.audit.querschnittsthemen, *genannte)):
        yield Themenzeile(sicht.querschnittsthema(thema), tuple(themen.count(thema) for themen in je_feld))


def _quellen(sicht: Sicht, datensaetze: Iterable[Datensatz | None], zahlen: Kennzahlen) -> Iterator[Quelle]:
    """Yield every source that no number names already, once."""
    einwohner = sicht.audit.ort.einwohner
    einzelne = [einwohner.quelle if einwohner else None, *(s.quelle for s in sicht.audit.strategien)]
    alle = [
        *einzelne,
        *(q for datensatz in (sicht.audit, *datensaetze) if datensatz for q in datensatz.quellen),
    ]
    yield from (q for q in dict.fromkeys(alle) if q is not None and q not in zahlen.quellen)


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what it lacks: what the Verfahren asks for in this stage, and without that at least something to say."""
    gefragt = _gefragt(sicht)
    hat_werte = bool((record := sicht.akte.einzeln(Indikatoren)) and record.modell.reihen)
    art = art_namens("indikatoren")
    if not hat_werte and ("indikatoren" in gefragt or not sicht.akte.alle(Analyse)):
        yield Fehlend(art.pfad, "reihen", "Werte der Bestandsaufnahme")
    if "analyse" in gefragt:
        yield from fehlende_analysen(sicht)
    hat_einwohner = any(reihe.indikator == "einwohner" for reihe in (record.modell.reihen if record else ()))
    if sicht.audit.ort.einwohner is None and not hat_einwohner and "indikatoren" in gefragt:
        yield Fehlend(AKTE_FILE, "ort.einwohner", "Einwohnerzahl mit Stichtag")


def fehlende_analysen(sicht: Sicht) -> Iterator[Fehlend]:
    """Yield each Handlungsfeld that is not analysed."""
    for feld in sicht.felder:
        if feld.analyse is None or not feld.analyse.hat_inhalt:
            pfad = art_namens("analyse").pfad_zu(f"AN-{feld.kennung}")
            yield Fehlend(pfad, "", f"Analyse des Handlungsfelds {feld.nummer}: {feld.bezeichnung}")


def _gefragt(sicht: Sicht) -> set[str | None]:
    """Return which kinds of record the gates of this stage ask for."""
    stufe = sicht.audit.stufe
    return {
        v.datensatz
        for phase in sicht.verfahren.phasen_in(stufe)
        for v in phase.voraussetzungen
        if not v.stufen or stufe in v.stufen
    }


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once the Akte has anything for it."""
    hat_etwas = any(akte.alle(modell) for modell in (Indikatoren, Analyse, Sozialraeume))
    return [None] if hat_etwas else []

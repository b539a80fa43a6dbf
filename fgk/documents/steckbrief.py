"""What a Bestandsaufnahme says before its numbers: which place it is, and what it rests on."""

from collections.abc import Iterator

from fgk.documents.kennzahlen import Kennzahlen
from fgk.documents.sicht import Sicht
from fgk.models.analyse import Analyse, Befund
from fgk.models.audit import Termin
from fgk.models.sozialraeume import Sozialraeume
from fgk.schreibweise import datum_lang

_ORTSART = {
    "gemeinde": "Stadt oder Gemeinde",
    "kreis": "Kreis",
    "verband": "Verband",
    "bezirk": "Bezirk",
    "quartier": "Quartier",
}


def steckbrief(sicht: Sicht) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of the place, without its inhabitants."""
    ort = sicht.audit.ort
    yield _ORTSART[ort.art], ort.anzeigename
    if ort.name != ort.anzeigename:
        yield "Amtlicher Name", ort.name
    for name, feld in (("Gemeinde", "gemeinde"), ("Kreis", "kreis"), ("Land", "land")):
        if wert := getattr(ort, feld, None):
            yield name, wert
    for name, feld in (
        ("Gemeindeschlüssel", "ags"),
        ("Kreisschlüssel", "schluessel"),
        ("Regionalschlüssel", "ars"),
    ):
        if wert := getattr(ort, feld, None):
            yield name, wert
    if sicht.audit.traeger:
        yield "Träger des Audits", ", ".join(sicht.stelle(kennung) for kennung in sicht.audit.traeger)
    if sicht.audit.mitglieder:
        yield "Teilnehmende Gemeinden", ", ".join(mitglied.name for mitglied in sicht.audit.mitglieder)


def grundlagen(sicht: Sicht, zahlen: Kennzahlen) -> Iterator[str]:
    """Yield in whole sentences what the document rests on."""
    fragebogen = next((t for t in sicht.termine if t.schritt == "fragebogen"), None)
    befunde = [befund for feld in sicht.felder for befund in alle_befunde(feld.analyse)]
    if fragebogen or any("fragebogen" in (befund.beleg or "").lower() for befund in befunde):
        wer = (
            "die Träger ausgefüllt haben"
            if sicht.audit.ort.art == "quartier"
            else "die Verwaltung ausgefüllt hat"
        )
        yield f"den Audit-Fragebogen des Vereins, den {wer}{_wann(fragebogen)}"
    if zahlen.reihen:
        jahre = zahlen.jahre
        spanne = f"den Jahren {jahre[0]} bis {jahre[-1]}" if len(jahre) > 1 else f"dem Jahr {jahre[0]}"
        reihen = "1 Reihe" if len(zahlen.reihen) == 1 else f"{len(zahlen.reihen)} Reihen"
        yield f"Kennzahlen nach dem Indikatorenkatalog: {reihen} aus {spanne}, mit Quelle und Lizenz"
    if sicht.akte.einzeln(Sozialraeume):
        yield "kleinräumige Werte der Sozialräume"
    if befunde:
        yield "Feststellungen zu Stärken und Herausforderungen; ihr Beleg steht bei ihnen, soweit er aktenkundig ist"


def _wann(termin: Termin | None) -> str:
    if termin and termin.datum:
        return f" ({datum_lang(termin.datum)})"
    return f" (geplant: {datum_lang(termin.geplant_am)})" if termin and termin.geplant_am else ""


def alle_befunde(analyse: Analyse | None) -> tuple[Befund, ...]:
    """Return strengths and challenges."""
    return (*analyse.staerken, *analyse.herausforderungen) if analyse else ()

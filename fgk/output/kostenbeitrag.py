"""What an audit costs, as text, JSON and Markdown; and what there is to say where no tariff is on file."""

import json
from collections.abc import Iterator
from decimal import Decimal

from fgk.loading.tarife import Frage, Geltend
from fgk.markdown import escape
from fgk.models.audit import STUFE
from fgk.models.tarif import Tarifklasse
from fgk.output.umbruch import umbrochen
from fgk.schreibweise import datum, euro, zahl
from fgk.tarif.rechnung import Kostenbeitrag, passende

_HANDBUCH = "Handbuch, Seite 18"


def als_text(frage: Frage, geltend: Geltend, beitrag: Kostenbeitrag, *, width: int) -> Iterator[str]:
    """Yield the lines for a terminal."""
    yield from umbrochen(_titel(frage), width)
    yield from umbrochen(_verfahren(frage), width)
    yield ""
    yield from _betraege(geltend, beitrag)
    yield ""
    yield f"Verteilt auf {_jahre(geltend)}:" if len(beitrag.raten) > 1 else "In einem Betrag:"
    for jahr, rate in enumerate(beitrag.raten, start=1):
        yield _zeile(f"{jahr}. Jahr", rate)
    if geltend.tarif.leistungen:
        yield ""
        yield "Darin enthalten:"
        for leistung in geltend.tarif.leistungen:
            yield from umbrochen(leistung, width, "  – ", "    ")
    yield ""
    for satz in _herkunft(geltend, beitrag):
        yield from umbrochen(satz.replace("e. V.", "e.\u00a0V."), width)


def _betraege(geltend: Geltend, beitrag: Kostenbeitrag) -> Iterator[str]:
    for name, betrag in _zeilen(geltend, beitrag):
        yield _zeile(name, betrag)


def _zeile(name: str, betrag: Decimal) -> str:
    return f"  {name:<20}{_betrag(betrag):>16}"


def _zeilen(geltend: Geltend, beitrag: Kostenbeitrag) -> list[tuple[str, Decimal]]:
    return [
        ("Netto", beitrag.netto),
        (f"Mehrwertsteuer {geltend.tarif.mehrwertsteuer} %", beitrag.mehrwertsteuer),
        ("Brutto", beitrag.brutto),
    ]


def als_markdown(frage: Frage, geltend: Geltend, beitrag: Kostenbeitrag) -> str:
    """Return a part for a paper."""
    raten = [(f"{jahr}. Jahr", rate) for jahr, rate in enumerate(beitrag.raten, start=1)]
    zeilen = [f"| {name} | {_betrag(betrag)} |" for name, betrag in (*_zeilen(geltend, beitrag), *raten)]
    teile = [
        f"## {escape(_titel(frage))}",
        escape(_verfahren(frage)),
        "\n".join(["| Angabe | Betrag |", "| --- | ---: |", *zeilen]),
    ]
    if geltend.tarif.leistungen:
        leistungen = "\n".join(f"- {escape(leistung)}" for leistung in geltend.tarif.leistungen)
        teile += ["Darin enthalten:", leistungen]
    return "\n\n".join([*teile, "\n".join(escape(satz) for satz in _herkunft(geltend, beitrag))])


def als_json(frage: Frage, geltend: Geltend, beitrag: Kostenbeitrag | None) -> str:
    """Return the contribution for programs: sums in euros as texts; ``kostenbeitrag`` is null where none is on file."""
    tarif = geltend.tarif
    daten = {
        "einwohner": frage.anfrage.einwohner,
        "verfahren": frage.anfrage.verfahren,
        "stufe": frage.anfrage.stufe,
        "kostenbeitrag": None
        if beitrag is None
        else {
            "brutto": str(beitrag.brutto),
            "netto": str(beitrag.netto),
            "mehrwertsteuer": str(beitrag.mehrwertsteuer),
            "raten": [f"{rate:.2f}" for rate in beitrag.raten],
            "klasse": beitrag.klasse.bezeichnung,
            "ist_belegt": beitrag.klasse.ist_belegt,
        },
        "tarif": {
            "datei": geltend.datei,
            "bezeichnung": tarif.bezeichnung,
            "mehrwertsteuer_prozent": tarif.mehrwertsteuer,
            "leistungen": list(tarif.leistungen),
            "quelle": tarif.quelle.model_dump(mode="json", exclude_none=True),
            "gueltig_ab": None if tarif.gueltig_ab is None else str(tarif.gueltig_ab),
        },
    }
    return json.dumps(daten, ensure_ascii=False, indent=2)


def kein_tarif(frage: Frage, geltend: Geltend) -> tuple[str, str]:
    """Return what to say where the tariff has nothing for this size, and what to do."""
    klassen = passende(geltend.tarif, frage.anfrage)
    anzahl = zahl(frage.anfrage.einwohner)
    if not klassen:
        was = f"Für „{frage.verfahren}“ in der Stufe {STUFE[frage.anfrage.stufe]} ist kein Tarif hinterlegt."
    else:
        was = f"Für {anzahl} Einwohner ist kein Tarif für diese Größe hinterlegt. Hinterlegt ist: "
        was += "; ".join(map(_klasse, klassen)) + "."
    tun = "Fragen Sie den Verein, oder sehen Sie in seinem Kostenbeitragsrechner im Internet nach. "
    tun += (
        f"Kennen Sie den Tarif, legen Sie ihn als tarif.yaml in die Akte oder neben die fgk.yaml ({_HANDBUCH})."
        if geltend.ist_mitgeliefert
        else f"Kennen Sie ihn, ergänzen Sie die Klasse in {geltend.datei}."
    )
    return was, tun


def _klasse(klasse: Tarifklasse) -> str:
    erlaeuterung = "" if klasse.hat_groesse else " (für welche Größe genau, ist nicht bekannt)"
    return f"{klasse.bezeichnung} {euro(klasse.brutto)} brutto{erlaeuterung}"


def _titel(frage: Frage) -> str:
    wer = f"{frage.ort}, " if frage.ort else ""
    tag = f" ({datum(frage.stichtag)})" if frage.stichtag else ""
    return f"Kostenbeitrag für {wer}{zahl(frage.anfrage.einwohner)} Einwohner{tag}"


def _verfahren(frage: Frage) -> str:
    return f"{frage.verfahren}, {STUFE[frage.anfrage.stufe]}"


def _jahre(geltend: Geltend) -> str:
    return "zwei Jahre" if geltend.tarif.jahre == 2 else f"{geltend.tarif.jahre} Jahre"


def _betrag(betrag: Decimal) -> str:
    return euro(f"{betrag:.2f}")


def _herkunft(geltend: Geltend, beitrag: Kostenbeitrag) -> Iterator[str]:
    """Yield where the sum comes from, a sentence each."""
    tarif, quelle = geltend.tarif, geltend.tarif.quelle
    ab = f", gültig ab {datum(tarif.gueltig_ab)}" if tarif.gueltig_ab else ""
    yield f"Tarif: {tarif.bezeichnung}{ab} ({geltend.datei}). Klasse: {beitrag.klasse.bezeichnung}."
    herausgeber = f", {quelle.herausgeber}" if quelle.herausgeber else ""
    stand = f", Stand {datum(quelle.stand)}" if quelle.stand else ""
    gelesen = (
        f"abgerufen am {datum(quelle.abgerufen_am)}"
        if quelle.abgerufen_am
        else "Tag des Abrufs nicht bekannt"
    )
    yield f"Quelle: {quelle.titel}{herausgeber}{stand}, {gelesen}."
    if quelle.adresse:
        yield quelle.adresse
    if tarif.musterdaten:
        yield "Der Tarif enthält erfundene Musterdaten."
    if not beitrag.klasse.ist_belegt:
        yield "Der Betrag ist im Tarif nicht als belegt gekennzeichnet; lassen Sie ihn sich bestätigen."
    if geltend.ist_mitgeliefert:
        yield "Maßgeblich ist, was der Verein mit Ihnen vereinbart."

"""What stands in the files that a new Akte begins with."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from fgk import resources
from fgk.models.arten import art_namens
from fgk.models.audit import STUFE
from fgk.models.verfahren import Verfahren
from fgk.register import herkunft
from fgk.scaffolding.anfang import stellen
from fgk.scaffolding.kommentarzeilen import Eintrag
from fgk.scaffolding.kommentiert import kommentiert
from fgk.scaffolding.muster import Muster
from fgk.scaffolding.neu import KOPF, SCHEMAS, schema_line
from fgk.templating import environment, render

#: the file of the departments
STELLEN = "organisationseinheiten.yaml"


def audit_text(
    werte: Mapping[str, Any], verfahren: Verfahren, stichtag: date, kopf: Iterable[str] = ()
) -> str:
    """Return audit.yaml with these values; ``kopf`` are comment lines for its top."""
    gezaehlt = "einwohner" in werte["ort"] and "vorgaenger" not in werte
    vermerk = [f"Einwohnerzahl: {herkunft().vermerk}"] if gezaehlt else []
    return _text("audit", werte, _muster(verfahren, werte, stichtag), [*kopf, *vermerk])


def _muster(verfahren: Verfahren, werte: Mapping[str, Any], stichtag: date) -> Muster:
    katalog = verfahren.katalog(werte.get("katalog", "")) or verfahren.kataloge[0]
    bestand = {
        "handlungsfeld": [feld.kennung for feld in katalog.handlungsfelder],
        "querschnittsthema": [thema.kennung for thema in verfahren.querschnittsthemen],
        "ablauf": [ablauf.kennung for ablauf in verfahren.ablaeufe],
    }
    if werte.get("fuehrung") != "kurz" and "vorgaenger" not in werte:
        bestand["organisationseinheit"] = [stelle["kennung"] for stelle in stellen(verfahren)]
    return Muster(stichtag, bestand)


def stellen_text(verfahren: Verfahren, stichtag: date) -> str:
    """Return the file of the departments as most administrations have them."""
    return _text(
        "organisationseinheiten",
        {"organisationseinheiten": stellen(verfahren)},
        Muster(stichtag),
        [
            "Ein Vorschlag nach der üblichen Gliederung: Streichen, ändern und ergänzen Sie, bis es Ihre Stellen sind.",
            "Maßnahmen und Berichte nennen nur die Kennung; heißt ein Amt eines Tages anders, ändert sich der Name hier.",
        ],
    )


def begutachtung_text(jahr: int, stichtag: date) -> str:
    """Return the file that holds the certificate, which waits there as a comment."""
    kopf = ["Hier steht das Zertifikat. Ist es schon erteilt, füllen Sie „zertifikat:“ aus."]
    return _text("begutachtung", {"kennung": f"G-{jahr}"}, Muster(stichtag), kopf)


def vereinbarung_text(werte: Mapping[str, Any], verfahren: Verfahren, stichtag: date) -> str:
    """Return the agreement of an Akte that follows another one, with what goes on."""
    kopf = [
        "Familienbegriff und Entwicklungsziele stammen aus der vorigen Akte. Alles andere ist neu zu vereinbaren."
    ]
    return _text("zielvereinbarung", werte, _muster(verfahren, {"vorgaenger": ""}, stichtag), kopf)


def geplante_termine(verfahren: Verfahren, stufe: str, stichtag: date) -> list[Eintrag] | None:
    """Return the steps that are certain to come: in the last stage the next workshop, in so many months."""
    gefunden = verfahren.stufe(stufe)
    if gefunden is None or gefunden.workshop_monate is None:
        return None
    jahre, monat = divmod(stichtag.month - 1 + gefunden.workshop_monate, 12)
    wann = f"{stichtag.year + jahre}-{monat + 1:02}"
    kommentar = ["Ein Vorschlag nach der üblichen Zeit; tragen Sie ein, was vereinbart ist."]
    return [Eintrag({"schritt": "erhaltungsworkshop", "geplant_am": wann}, kommentar)]


def readme(werte: Mapping[str, Any], verfahren: Verfahren, jahr: int, liste: str | None) -> str:
    """Return what a person reads first; ``liste`` is the file that says what was taken over."""
    ort = werte["ort"]
    return render(
        environment([resources.folder("templates") / "akte"]),
        "README.md.j2",
        ort=ort.get("bezeichnung") or ort["name"],
        verfahren=verfahren.bezeichnung,
        stufe=STUFE[werte["stufe"]],
        kennung=werte["kennung"],
        dokument=verfahren.ergebnisdokument,
        hauptdokument=verfahren.hauptdokument,
        ist_beschluss_noetig=verfahren.ist_beschluss_noetig,
        themen=bool(verfahren.querschnittsthemen),
        jahr=jahr + 2,
        ist_kurz=werte.get("fuehrung") == "kurz",
        ist_erhaltung=werte["stufe"] == "erhaltung",
        liste=liste or "",
    )


def _text(name: str, werte: Mapping[str, Any], muster: Muster, kopf: Iterable[str]) -> str:
    art = art_namens(name)
    schema = schema_line(art.pfad, f"{SCHEMAS}/{name}.schema.json")
    return kommentiert(art.modell, werte, muster, [schema, art.titel, *KOPF, *kopf])

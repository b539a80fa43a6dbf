"""How the values of a new record of each kind follow from what was said, and from what the Akte knows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fgk.errors import FgkError
from fgk.katalog import SYSTEM, lade_fundorte, lade_katalog
from fgk.models.audit import Einwohner
from fgk.models.beschluss import Beratung
from fgk.models.kennungen import FORMEN
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.scaffolding.anfang import ANFAENGE, VEREIN, stellen
from fgk.scaffolding.bericht import jahresbericht
from fgk.scaffolding.felder import feld_von
from fgk.scaffolding.fragen import FRAGEN
from fgk.scaffolding.lesen import lies, setze
from fgk.scaffolding.vorhaben import Entwurf, Vorhaben
from fgk.stand.fortschritt import berichte
from fgk.verfahren.laden import lade_verfahren

#: what options say that is no field of the record itself
_KEINE_FELDER = frozenset({"kennung", "jahr", "gremium", "name", "indikator", "feld"})
_LIZENZ = "dl-de/by-2-0"


def entwirf(vorhaben: Vorhaben) -> Entwurf:
    """Return the record that was asked for; raises ``FgkError`` for what is missing or cannot be."""
    pruefe_optionen(vorhaben)
    entwurf = _ENTWUERFE[vorhaben.art.name](vorhaben)
    for angabe in vorhaben.angaben.get("feld") or ():
        setze(vorhaben.art.modell, entwurf.werte, angabe)
    return entwurf


def pruefe_optionen(vorhaben: Vorhaben) -> None:
    """Raise ``FgkError`` for an option that says nothing about this kind of record: it is not silently forgotten."""
    art = vorhaben.art
    fragen = {frage.name for frage in FRAGEN[art.name]}
    kennung = {"kennung"} if art.name in FORMEN and art.name != "analyse" else set()
    for name in vorhaben.angaben:
        if name not in fragen | kennung | {"feld"} and (
            name in _KEINE_FELDER or feld_von(art.modell, name) is None
        ):
            option = "Ein Jahr" if name == "jahr" else f"--{name}"
            fragbar = [frage.option for frage in FRAGEN[art.name] if frage.name not in ("jahr", "kennung")]
            moeglich = ", ".join(sorted({*fragbar, *(f"--{n}" for n in kennung), "--feld"}))
            raise FgkError(f"{option} passt nicht zu „{art.titel}“.", f"Üblich sind hier: {moeglich}.")


def _gesagt(vorhaben: Vorhaben, *ohne: str) -> dict[str, Any]:
    """Return what was said of fields, each as the value that belongs there."""
    gesagt = {}
    for name, text in vorhaben.angaben.items():
        feld = feld_von(vorhaben.art.modell, name)
        if feld is not None and text and name not in _KEINE_FELDER and name not in ohne:
            gesagt[name] = lies(vorhaben.art.modell, name, text, f"--{name}")
    return gesagt


def _jahresbericht(vorhaben: Vorhaben) -> Entwurf:
    entwurf = jahresbericht(vorhaben)
    return entwurf._replace(werte=entwurf.werte | _gesagt(vorhaben))


def _massnahme(vorhaben: Vorhaben) -> Entwurf:
    werte = _gesagt(vorhaben)
    ziel = _vorhanden(vorhaben, "ziel", werte["ziel"])
    kennung = vorhaben.naechste(f"M{ziel[1:]}.")
    return Entwurf({"kennung": kennung} | werte | _herkunft(vorhaben), kennung)


def _ziel(vorhaben: Vorhaben) -> Entwurf:
    werte = _gesagt(vorhaben)
    feld = _vorhanden(vorhaben, "handlungsfeld", werte["handlungsfeld"])
    kennung = vorhaben.naechste(f"Z-{feld[2:]}.")
    return Entwurf({"kennung": kennung} | werte | _herkunft(vorhaben), kennung)


def _herkunft(vorhaben: Vorhaben) -> dict[str, Any]:
    """What comes after the decision is no part of what was decided."""
    return {"herkunft": "ergaenzt"} if vorhaben.ist_beschlossen else {}


def _analyse(vorhaben: Vorhaben) -> Entwurf:
    werte = _gesagt(vorhaben)
    feld = _vorhanden(vorhaben, "handlungsfeld", werte["handlungsfeld"])
    kennung = vorhaben.pruefe_kennung(f"AN-{feld}")
    return Entwurf({"kennung": kennung} | werte, kennung)


def _vorhanden(vorhaben: Vorhaben, art: str, kennung: str) -> str:
    """Return a Kennung that something has; raises ``FgkError`` for one that nothing has."""
    bekannt = vorhaben.bestand.get(art, {})
    if kennung in bekannt or kennung in vorhaben.akte.kennungen:
        return kennung
    if art == "handlungsfeld" and not bekannt:  # the audit.yaml has faults, and nobody knows which there are
        return kennung
    titel = "Ziel" if art == "ziel" else "Handlungsfeld"
    if art == "ziel" and not bekannt:
        raise FgkError(f"Das Ziel {kennung} gibt es nicht.", "Legen Sie es zuerst an: „fgk new ziel“.")
    raise FgkError(f"Das {titel} {kennung} gibt es nicht.", f"Möglich sind: {', '.join(bekannt)}.")


def _beschluss(vorhaben: Vorhaben) -> Entwurf:
    werte = _gesagt(vorhaben, "datum")
    datum = lies(Beratung, "datum", vorhaben.angaben["datum"], "--datum")
    kennung = vorhaben.naechste(f"B-{vorhaben.jahr(datum)}-", 2)
    rolle = "kenntnisnahme" if werte["art"] == "jahresbericht" else "entscheidung"
    beratung = {"gremium": vorhaben.angaben["gremium"], "datum": datum, "rolle": rolle}
    punkte = [{"nummer": 1} | punkt for punkt in _punkte(vorhaben, werte["art"])]
    return Entwurf(
        {"kennung": kennung} | werte | {"beratungen": [beratung], "beschlusspunkte": punkte or None}, kennung
    )


def _punkte(vorhaben: Vorhaben, art: str) -> Iterator[dict[str, Any]]:
    """Yield what is decided, where the kind of decision says so."""
    akte = vorhaben.akte
    vereinbarung, audit = akte.einzeln(Zielvereinbarung), akte.audit
    bericht = next(reversed(berichte(akte)), None)
    verfahren = lade_verfahren(audit.verfahren) if audit else None
    if art == "zielvereinbarung" and vereinbarung:
        text = f"Die Zielvereinbarung {vereinbarung.modell.kennung} wird beschlossen."
        yield {"text": text, "betrifft": [{"kennung": vereinbarung.modell.kennung}]}
    elif art == "jahresbericht" and bericht:
        kennung = bericht.modell.kennung
        text = f"Der Jahresbericht {kennung.removeprefix('J-')} wird zur Kenntnis genommen."
        yield {"text": text, "betrifft": [{"kennung": kennung}]}
    elif art == "teilnahme" and audit and verfahren:
        yield {"text": f"{audit.ort.anzeigename} nimmt am {verfahren.bezeichnung} teil."}


def _beteiligung(vorhaben: Vorhaben) -> Entwurf:
    werte = _gesagt(vorhaben)
    kennung = vorhaben.naechste(f"W-{vorhaben.jahr(werte['datum'])}-", 2)
    return Entwurf({"kennung": kennung} | werte, kennung)


def _mit_jahr(praefix: str, fest: Mapping[str, Any] | None = None) -> Callable[[Vorhaben], Entwurf]:
    def entworfen(vorhaben: Vorhaben) -> Entwurf:
        kennung = vorhaben.angaben.get("kennung") or f"{praefix}-{vorhaben.jahr()}"
        vorhaben.pruefe_kennung(kennung)
        return Entwurf({"kennung": kennung} | dict(fest or {}) | _gesagt(vorhaben))

    return entworfen


def _ohne_kennung(vorhaben: Vorhaben) -> Entwurf:
    return Entwurf(_gesagt(vorhaben))


def _organisationseinheiten(vorhaben: Vorhaben) -> Entwurf:
    audit = vorhaben.akte.audit
    verfahren = audit.verfahren if audit and audit.verfahren in ANFAENGE else next(iter(ANFAENGE))
    return Entwurf({"organisationseinheiten": stellen(verfahren)} | _gesagt(vorhaben))


def _sozialraeume(vorhaben: Vorhaben) -> Entwurf:
    namen = [name.strip() for teil in _liste(vorhaben.angaben["name"]) for name in teil.split(",")]
    raeume = [
        {"kennung": f"SR-{nummer:02}", "name": name}
        for nummer, name in enumerate(filter(None, namen), start=1)
    ]
    return Entwurf(_gesagt(vorhaben) | {"sozialraeume": raeume})


def _liste(wert: Any) -> list[str]:
    return [wert] if isinstance(wert, str) else list(wert)


def _indikatoren(vorhaben: Vorhaben) -> Entwurf:
    name = vorhaben.angaben["indikator"]
    if name not in lade_katalog():
        raise FgkError(
            f"Einen Indikator „{name}“ gibt es nicht.",
            "Alle Kennungen stehen im Indikatorenkatalog, z. B. einwohner.",
        )
    audit = vorhaben.akte.audit
    einwohner = audit.ort.einwohner if audit and name == "einwohner" else None
    reihe = {
        "indikator": name,
        "einheit": lade_katalog()[name].einheit,
        "raumebene": "kreis" if audit and audit.ort.art == "kreis" else "gemeinde",
    }
    return Entwurf(_gesagt(vorhaben) | {"reihen": [reihe | _werte(vorhaben, name, einwohner)]})


def _werte(vorhaben: Vorhaben, name: str, einwohner: Einwohner | None) -> dict[str, Any]:
    """Return source and value that are known, or where the value can be had and that it is still to come."""
    if einwohner is not None and einwohner.quelle is not None:
        quelle = einwohner.quelle.model_dump(exclude_none=True)
        wert = {
            "jahr": vorhaben.jahr(einwohner.stichtag),
            "stichtag": einwohner.stichtag,
            "wert": einwohner.anzahl,
        }
        return {"quelle": quelle, "werte": [wert]}
    fundorte = lade_fundorte().get(name, ())
    if not fundorte or fundorte[0].system == "eigene_erhebung":
        return {
            "quelle": {"titel": "Eigene Erhebung", "lizenz": "nicht veröffentlicht"},
            "werte": [{"jahr": vorhaben.stichtag.year, "merker": "spaeter"}],
        }
    titel = f"{SYSTEM[fundorte[0].system]}, {fundorte[0].code}"
    return {
        "quelle": {"titel": titel, "lizenz": _LIZENZ},
        "werte": [{"jahr": vorhaben.stichtag.year, "merker": "spaeter"}],
    }


_ENTWUERFE: Mapping[str, Callable[[Vorhaben], Entwurf]] = {
    "massnahme": _massnahme,
    "ziel": _ziel,
    "analyse": _analyse,
    "beschluss": _beschluss,
    "beteiligung": _beteiligung,
    "vertrag": _mit_jahr("V", {"partner": VEREIN}),
    "zielvereinbarung": _mit_jahr("ZV"),
    "begutachtung": _mit_jahr("G"),
    "jahresbericht": _jahresbericht,
    "indikatoren": _indikatoren,
    "sozialraeume": _sozialraeume,
    "gestaltung": _ohne_kennung,
    "organisationseinheiten": _organisationseinheiten,
}

"""How the values of a new record of each kind follow from what was said, and from what the Akte knows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fgk.loading.ablagen import verfahren_von
from fgk.models.beschluss import Beratung
from fgk.models.ortsname import mit_artikel
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.scaffolding.anfang import VEREIN, stellen
from fgk.scaffolding.bericht import jahresbericht
from fgk.scaffolding.lesen import lies, setze
from fgk.scaffolding.optionen import gesagt, pruefe_optionen, pruefe_vorhanden
from fgk.scaffolding.reihe import erste_reihe
from fgk.scaffolding.vorhaben import Entwurf, Offen, Vorhaben
from fgk.stand.beschlusslage import annahme_der_zielvereinbarung
from fgk.stand.fortschritt import berichte
from fgk.verfahren.laden import lade_verfahren


def entwirf(vorhaben: Vorhaben) -> Entwurf:
    """Return the record that was asked for; raises ``FgkError`` for what is missing or cannot be."""
    pruefe_optionen(vorhaben)
    entwurf = _ENTWUERFE[vorhaben.art.name](vorhaben)
    for angabe in vorhaben.angaben.get("feld") or ():
        setze(vorhaben.art.modell, entwurf.werte, angabe)
    return entwurf


def _jahresbericht(vorhaben: Vorhaben) -> Entwurf:
    entwurf = jahresbericht(vorhaben)
    return entwurf._replace(werte=entwurf.werte | gesagt(vorhaben))


def _massnahme(vorhaben: Vorhaben) -> Entwurf:
    werte = gesagt(vorhaben)
    ziel = pruefe_vorhanden(vorhaben, "ziel", werte["ziel"])
    kennung = vorhaben.naechste(f"M{ziel[1:]}.")
    return Entwurf({"kennung": kennung} | werte | _herkunft(vorhaben), kennung)


def _ziel(vorhaben: Vorhaben) -> Entwurf:
    werte = gesagt(vorhaben)
    feld = pruefe_vorhanden(vorhaben, "handlungsfeld", werte["handlungsfeld"])
    kennung = vorhaben.naechste(f"Z-{feld[2:]}.")
    return Entwurf({"kennung": kennung} | werte | _herkunft(vorhaben), kennung)


def _herkunft(vorhaben: Vorhaben) -> dict[str, Any]:
    """What comes after the decision is no part of what was decided."""
    return {"herkunft": "ergaenzt"} if vorhaben.ist_beschlossen else {}


def _analyse(vorhaben: Vorhaben) -> Entwurf:
    werte = gesagt(vorhaben)
    feld = pruefe_vorhanden(vorhaben, "handlungsfeld", werte["handlungsfeld"])
    kennung = vorhaben.pruefe_kennung(f"AN-{feld}")
    return Entwurf({"kennung": kennung} | werte, kennung)


def _beschluss(vorhaben: Vorhaben) -> Entwurf:
    werte = gesagt(vorhaben, "datum")
    datum = lies(Beratung, "datum", vorhaben.angaben["datum"], "--datum")
    kennung = vorhaben.naechste(f"B-{vorhaben.jahr(datum)}-", 2)
    rolle = "kenntnisnahme" if werte["art"] == "jahresbericht" else "entscheidung"
    beratung = {"gremium": vorhaben.angaben["gremium"], "datum": datum, "rolle": rolle}
    punkte = [
        {"nummer": nummer} | punkt for nummer, punkt in enumerate(_punkte(vorhaben, werte["art"]), start=1)
    ]
    rest = {"beratungen": [beratung], "beschlusspunkte": punkte or None} | _aendert(vorhaben, werte["art"])
    return Entwurf({"kennung": kennung} | werte | rest, kennung)


def _aendert(vorhaben: Vorhaben, art: str) -> dict[str, Any]:
    """Return which decision this one takes the place of: what put the agreement into force, or the version before."""
    vereinbarung = vorhaben.akte.einzeln(Zielvereinbarung) if art == "zielvereinbarung" else None
    if vereinbarung and vereinbarung.modell.fassungen:
        davor = vereinbarung.modell.fassungen[-1].beschluss
        return {"aendert": [davor]} if davor in vorhaben.akte.kennungen else {}
    annahme = annahme_der_zielvereinbarung(vorhaben.akte, vorhaben.stichtag) if art == "aenderung" else None
    return {"aendert": [annahme.beschluss.kennung]} if annahme else {}


def _punkte(vorhaben: Vorhaben, art: str) -> Iterator[dict[str, Any]]:
    """Yield what is decided, where the kind of decision says so."""
    akte = vorhaben.akte
    vereinbarung, audit = akte.einzeln(Zielvereinbarung), akte.audit
    bericht = next(reversed(berichte(akte)), None)
    verfahren = verfahren_von(akte)
    if art == "zielvereinbarung" and vereinbarung:
        text = f"Die Zielvereinbarung {vereinbarung.modell.kennung} wird beschlossen."
        yield {"text": text, "betrifft": [{"kennung": vereinbarung.modell.kennung}]}
    elif art == "jahresbericht" and bericht:
        kennung = bericht.modell.kennung
        text = f"Der Jahresbericht {kennung.removeprefix('J-')} wird zur Kenntnis genommen."
        yield {"text": text, "betrifft": [{"kennung": kennung}]}
    elif art == "teilnahme" and audit and verfahren:
        yield {"text": f"{mit_artikel(audit.ort)} nimmt am {verfahren.bezeichnung} teil."}
    elif art == "aenderung" and verfahren:
        yield {"text": f"Die {verfahren.ergebnisdokument} wird geändert, wie im Sachverhalt dargestellt."}
    elif art == "bilanz" and verfahren:
        yield {"text": "Die Bilanz der bisherigen Umsetzung wird zur Kenntnis genommen."}
        yield {"text": f"Das {verfahren.bezeichnung} wird fortgesetzt."}


def ohne_bezug(vorhaben: Vorhaben, entwurf: Entwurf) -> Iterator[Offen]:
    """Yield what is to do about a decision on something that is not there yet: it cannot say what it concerns."""
    worte = {"zielvereinbarung": "keine Zielvereinbarung", "jahresbericht": "keinen Jahresbericht"}
    art = entwurf.werte.get("art") if vorhaben.art.name == "beschluss" else None
    if art == "aenderung":
        yield Offen(
            "Der Beschluss sagt noch nicht, welche Ziele und Maßnahmen er ändert.",
            "Nennen Sie sie beim Beschlusspunkt unter „betrifft:“, und ändern Sie sie in ihren Dateien.",
        )
    if art in worte and not entwurf.werte.get("beschlusspunkte"):
        yield Offen(
            f"Die Akte hat noch {worte[art]}; der Beschluss sagt deshalb nicht, was er betrifft.",
            f"Legen Sie an, was beschlossen wird („fgk new {art}“), und ergänzen Sie dann hier unter "
            "„beschlusspunkte:“ den Beschlusstext und „betrifft:“ mit der Kennung.",
        )


def _beteiligung(vorhaben: Vorhaben) -> Entwurf:
    werte = gesagt(vorhaben)
    kennung = vorhaben.naechste(f"W-{vorhaben.jahr(werte['datum'])}-", 2)
    return Entwurf({"kennung": kennung} | werte, kennung)


def _mit_jahr(praefix: str, fest: Mapping[str, Any] | None = None) -> Callable[[Vorhaben], Entwurf]:
    def entworfen(vorhaben: Vorhaben) -> Entwurf:
        kennung = vorhaben.angaben.get("kennung") or f"{praefix}-{vorhaben.jahr()}"
        vorhaben.pruefe_kennung(kennung)
        return Entwurf({"kennung": kennung} | dict(fest or {}) | gesagt(vorhaben))

    return entworfen


def _ohne_kennung(vorhaben: Vorhaben) -> Entwurf:
    return Entwurf(gesagt(vorhaben))


def _organisationseinheiten(vorhaben: Vorhaben) -> Entwurf:
    verfahren = verfahren_von(vorhaben.akte) or lade_verfahren("familiengerechte-kommune")
    return Entwurf({"organisationseinheiten": stellen(verfahren) if verfahren else []} | gesagt(vorhaben))


def _sozialraeume(vorhaben: Vorhaben) -> Entwurf:
    namen = [name.strip() for teil in _liste(vorhaben.angaben["name"]) for name in teil.split(",")]
    raeume = [
        {"kennung": f"SR-{nummer:02}", "name": name}
        for nummer, name in enumerate(filter(None, namen), start=1)
    ]
    return Entwurf(gesagt(vorhaben) | {"sozialraeume": raeume})


def _liste(wert: Any) -> list[str]:
    return [wert] if isinstance(wert, str) else list(wert)


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
    "indikatoren": erste_reihe,
    "sozialraeume": _sozialraeume,
    "gestaltung": _ohne_kennung,
    "organisationseinheiten": _organisationseinheiten,
}

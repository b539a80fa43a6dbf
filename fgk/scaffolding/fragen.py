"""What has to be known of a new record of each kind, in the order in which one asks a person."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from fgk.errors import FgkError
from fgk.models.werte import Verweis
from fgk.scaffolding.berichtszeit import naechstes_jahr
from fgk.scaffolding.felder import feld_von
from fgk.scaffolding.vorhaben import Vorhaben

#: who decides, where the kind of place leaves no doubt
_GREMIEN = {"gemeinde": "Rat", "kreis": "Kreistag", "bezirk": "Bezirksverordnetenversammlung"}
#: what fits nearly always, wherever
_IMMER = {("indikatoren", "indikator"): "einwohner", ("sozialraeume", "ebene"): "Stadtteile"}
#: asked so rarely that they have no option of their own
_OHNE_OPTION = frozenset({"ebene", "absender"})


class Frage(NamedTuple):
    """A question: the option that answers it, and whether it needs an answer."""

    name: str
    text: str
    ist_pflicht: bool = True

    @property
    def option(self) -> str:
        """The option of ``fgk new``."""
        return f"--feld {self.name}=…" if self.name in _OHNE_OPTION else f"--{self.name}"


_TITEL = Frage("titel", "Titel")
_HANDLUNGSFELD = Frage("handlungsfeld", "Handlungsfeld")
FRAGEN: Mapping[str, tuple[Frage, ...]] = {
    "massnahme": (
        Frage("ziel", "Zu welchem Ziel gehört sie?"),
        Frage("titel", "Kurzer Name der Maßnahme"),
        Frage("federfuehrung", "Wer ist federführend?", ist_pflicht=False),
        Frage("beginn", "Wann beginnt sie? (Tag, Monat oder Jahr)", ist_pflicht=False),
        Frage("ende", "Bis wann ist sie umgesetzt? (Tag, Monat oder Jahr)", ist_pflicht=False),
    ),
    "ziel": (_HANDLUNGSFELD, Frage("titel", "Das Ziel in einem kurzen Satz")),
    "beschluss": (
        Frage("datum", "Tag der Sitzung"),
        Frage("titel", "Betreff der Vorlage"),
        Frage("art", "Worum geht es?"),
        Frage("gremium", "Welches Gremium entscheidet?"),
    ),
    "beteiligung": (
        Frage("datum", "Tag oder Beginn"),
        Frage("titel", "Name der Veranstaltung oder Befragung"),
        Frage("art", "Form der Beteiligung"),
    ),
    "analyse": (_HANDLUNGSFELD,),
    "vertrag": (Frage("jahr", "Jahr des Vertrags"),),
    "zielvereinbarung": (Frage("jahr", "Jahr der Zielvereinbarung"),),
    "fassung": (
        Frage("datum", "Ab wann gilt die neue Fassung? (Tag)", ist_pflicht=False),
        Frage("titel", "Was brachte die bisherige Fassung Neues?", ist_pflicht=False),
    ),
    "begutachtung": (Frage("jahr", "Jahr der Begutachtung"),),
    "jahresbericht": (Frage("jahr", "Über welches Jahr wird berichtet? (zwei Jahre: 2024-2025)"),),
    "indikatoren": (Frage("indikator", "Welcher Indikator zuerst?"),),
    "sozialraeume": (
        Frage("ebene", "Wie heißen die Gebiete?"),
        Frage("name", "Namen der Gebiete, mit Komma dazwischen"),
    ),
    "organisationseinheiten": (),
    "organisationseinheit": (
        Frage("kennung", "Kennung, z. B. OE-51"),
        Frage("name", "Voller Name"),
        Frage("art", "Was für eine Stelle ist es?"),
    ),
    "gestaltung": (Frage("absender", "Absenderzeile"),),
}


def vorgabe(vorhaben: Vorhaben, frage: Frage) -> str | None:
    """Return the answer that fits nearly always, ``None`` where there is none."""
    audit = vorhaben.akte.audit
    match vorhaben.art.name, frage.name:
        case "vertrag", "jahr":
            return str(vorhaben.anfangsjahr)
        case (("zielvereinbarung" | "begutachtung"), "jahr"):
            return str(vorhaben.stichtag.year)
        case "jahresbericht", "jahr":
            return naechstes_jahr(vorhaben)
        case "beschluss", "gremium":
            return _GREMIEN.get(audit.ort.art) if audit else None
        case "beteiligung", "art":
            return "erhaltungsworkshop" if audit and audit.stufe == "erhaltung" else None
        case "gestaltung", "absender":
            return audit.ort.anzeigename if audit else None
    return _IMMER.get((vorhaben.art.name, frage.name))


def auswahl(vorhaben: Vorhaben, frage: Frage) -> Mapping[str, str]:
    """Return the words that can answer a question, each with what it means; empty where any text can."""
    feld = feld_von(vorhaben.art.modell, frage.name)
    if vorhaben.art.name == "organisationseinheit" or feld is None:
        return vorhaben.bestand["indikator"] if frage.name == "indikator" else {}
    if feld.worte is not None:
        return feld.worte.worte
    return vorhaben.bestand.get(feld.form.ziel, {}) if isinstance(feld.form, Verweis) else {}


def geordnet(art: str, angaben: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was said, with answers that came as ``--feld titel=…`` where those of ``--titel`` are."""
    namen = {frage.name for frage in FRAGEN[art]}
    geordnet = dict(angaben)
    rest = []
    for angabe in geordnet.pop("feld", None) or ():
        name, _, text = angabe.partition("=")
        if name.strip() in angaben:
            raise FgkError(
                f"„{name.strip()}“ ist zweimal angegeben.",
                f"Lassen Sie --{name.strip()} oder „--feld {name.strip()}=…“ weg.",
            )
        if name.strip() in namen and name.strip() not in geordnet:
            geordnet[name.strip()] = text
        else:
            rest.append(angabe)
    return geordnet | ({"feld": rest} if rest else {})

"""What options of ``fgk new`` say of a record: which fit its kind, and the values of its fields."""

from typing import Any

from pydantic import BaseModel

from fgk.errors import FgkError
from fgk.models.beschluss import Beratung
from fgk.models.kennungen import FORMEN
from fgk.scaffolding.felder import feld_von
from fgk.scaffolding.fragen import FRAGEN
from fgk.scaffolding.lesen import lies
from fgk.scaffolding.vorhaben import Vorhaben

#: what options say that is no field of the record itself
_KEINE_FELDER = frozenset({"kennung", "jahr", "gremium", "name", "indikator", "feld"})


def pruefe_optionen(vorhaben: Vorhaben) -> None:
    """Raise ``FgkError`` for an option that says nothing about this kind of record: it is not silently forgotten."""
    art = vorhaben.art
    fragen = {frage.name for frage in FRAGEN[art.name]}
    kennung = {"kennung"} if art.name in FORMEN and art.name != "analyse" else set()
    for name in vorhaben.angaben:
        if name not in fragen | kennung | {"feld"} and (
            name in _KEINE_FELDER or feld_von(art.modell, name) is None
        ):
            option = f"Die Angabe „{vorhaben.angaben[name]}“" if name == "jahr" else f"--{name}"
            fragbar = [frage.option for frage in FRAGEN[art.name] if frage.name not in ("jahr", "kennung")]
            moeglich = ", ".join(sorted({*fragbar, *(f"--{n}" for n in kennung), "--feld"}))
            raise FgkError(f"{option} passt nicht zu „{art.titel}“.", f"Üblich sind hier: {moeglich}.")


def gesagt(vorhaben: Vorhaben, *ohne: str) -> dict[str, Any]:
    """Return what was said of fields, each as the value that belongs there."""
    gesagt = {}
    for name, text in vorhaben.angaben.items():
        feld = feld_von(vorhaben.art.modell, name)
        if feld is not None and text and name not in _KEINE_FELDER and name not in ohne:
            gesagt[name] = lies(vorhaben.art.modell, name, text, f"--{name}")
    return gesagt


def modell_fuer(vorhaben: Vorhaben, name: str) -> type[BaseModel]:
    """Return the model that has the field of an option: the day of a decision is that of its debate."""
    return Beratung if name == "datum" and vorhaben.art.name == "beschluss" else vorhaben.art.modell


def unpassend(vorhaben: Vorhaben) -> list[FgkError]:
    """Return what is wrong with what was said, all of it: whoever has to call again learns it at once."""
    gefunden = []
    for name, text in vorhaben.angaben.items():
        modell = modell_fuer(vorhaben, name)
        if not text or name in _KEINE_FELDER or feld_von(modell, name) is None:
            continue
        try:
            lies(modell, name, text, f"--{name}")
            if name in ("ziel", "handlungsfeld"):
                pruefe_vorhanden(vorhaben, name, text)
        except FgkError as error:
            gefunden.append(error)
    return gefunden


def pruefe_vorhanden(vorhaben: Vorhaben, art: str, kennung: str) -> str:
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

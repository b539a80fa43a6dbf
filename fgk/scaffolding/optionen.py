"""What options of ``fgk new`` say of a record: which fit its kind, and the values of its fields."""

from typing import Any

from fgk.errors import FgkError
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
            option = "Ein Jahr" if name == "jahr" else f"--{name}"
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

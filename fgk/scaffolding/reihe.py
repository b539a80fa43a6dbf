"""The first series of ``indikatoren.yaml``: the inhabitants that the Akte knows, or where another can be had."""

from typing import Any

from fgk.errors import FgkError
from fgk.katalog import SYSTEM, lade_fundorte, lade_katalog
from fgk.models.audit import Einwohner
from fgk.scaffolding.optionen import gesagt
from fgk.scaffolding.vorhaben import Entwurf, Vorhaben

_LIZENZ = "dl-de/by-2-0"


def erste_reihe(vorhaben: Vorhaben) -> Entwurf:
    """Return the record with the series that was asked for; raises ``FgkError`` for an indicator that there is not."""
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
    return Entwurf(gesagt(vorhaben) | {"reihen": [reihe | _werte(vorhaben, name, einwohner)]})


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

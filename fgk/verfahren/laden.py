"""Load the shipped Verfahren. A fault in them is ours: a test judges them, and no run does it again."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from fgk import resources
from fgk.models.aufbau import aufbau
from fgk.models.verfahren import Verfahren
from fgk.reading.shipped import read_shipped

M = TypeVar("M", bound=BaseModel)


def verfahren_namen() -> list[str]:
    """Return the Kennungen of all shipped Verfahren, sorted."""
    return sorted(path.stem for path in resources.data("verfahren").glob("*.yaml"))


@cache
def lade_verfahren(kennung: str) -> Verfahren | None:
    """Return the shipped Verfahren called ``kennung``, ``None`` if there is none."""
    if kennung not in verfahren_namen():
        return None
    verfahren = _gebaut(Verfahren, read_shipped("verfahren", f"{kennung}.yaml"))
    grundlage = lade_verfahren(verfahren.grundlage) if verfahren.grundlage else None
    return verfahren.ueber(grundlage) if grundlage else verfahren


def _gebaut(modell: type[M], data: Mapping[str, Any]) -> M:
    """Return a record of data that are known to be right; to validate them would be a fiftieth of a small check."""
    teile = {feld.name: feld.modell for feld in aufbau(modell) if feld.modell}
    werte = {name: _wert(teile.get(name), wert) for name, wert in data.items()}
    return modell.model_construct(**werte)


def _wert(modell: type[BaseModel] | None, wert: Any) -> Any:
    if modell is None:
        return wert
    return tuple(_gebaut(modell, w) for w in wert) if isinstance(wert, tuple) else _gebaut(modell, wert)

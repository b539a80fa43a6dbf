"""Load the shipped Verfahren. A fault in them is ours, so it is raised and not reported."""

from functools import cache
from typing import Any

from fgk import resources
from fgk.reading.shipped import read_shipped
from fgk.verfahren.modell import Handlungsfeld, Katalog, Phase, Querschnittsthema, Verfahren


def verfahren_namen() -> list[str]:
    """Return the Kennungen of all shipped Verfahren, sorted."""
    return sorted(path.stem for path in resources.data("verfahren").glob("*.yaml"))


@cache
def lade_verfahren(kennung: str) -> Verfahren | None:
    """Return the Verfahren called ``kennung``, ``None`` if there is none.

    Raises ``TypeError`` if a key of the shipped file is missing or unknown.
    """
    if kennung not in verfahren_namen():
        return None
    data = read_shipped("verfahren", f"{kennung}.yaml")
    teile = {
        "kataloge": tuple(_katalog(**eintrag) for eintrag in data["kataloge"]),
        "querschnittsthemen": tuple(Querschnittsthema(**eintrag) for eintrag in data["querschnittsthemen"]),
        "phasen": tuple(Phase(**eintrag) for eintrag in data["phasen"]),
    }
    return Verfahren(**(data | teile))


def _katalog(handlungsfelder: tuple[dict[str, str], ...], **data: Any) -> Katalog:
    return Katalog(handlungsfelder=tuple(Handlungsfeld(**eintrag) for eintrag in handlungsfelder), **data)

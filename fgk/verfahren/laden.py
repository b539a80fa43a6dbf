"""Load the shipped Verfahren. A fault in them is ours, so it is raised and not reported."""

from functools import cache

from fgk import resources
from fgk.reading.reader import read_yaml
from fgk.verfahren.modell import Verfahren


def verfahren_namen() -> list[str]:
    """Return the Kennungen of all shipped Verfahren, sorted."""
    return sorted(path.stem for path in resources.data("verfahren").glob("*.yaml"))


@cache
def lade_verfahren(kennung: str) -> Verfahren | None:
    """Return the Verfahren called ``kennung``, ``None`` if there is none.

    Raises ``pydantic.ValidationError`` if the shipped file is faulty.
    """
    if kennung not in verfahren_namen():
        return None
    result = read_yaml(resources.data("verfahren", f"{kennung}.yaml").read_bytes())
    return Verfahren.model_validate(result.data)

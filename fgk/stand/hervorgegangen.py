"""What came of workshops and surveys: goals and measures that name them, also by way of another goal."""

from collections.abc import Iterable, Mapping

from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel

_BETEILIGUNG, _ZIEL = "W-", "Z-"


def aus_beteiligung(ziele: Iterable[Ziel], massnahmen: Iterable[Massnahme]) -> dict[str, frozenset[str]]:
    """Return Kennung of a goal or measure -> Kennungen of the workshops and surveys that it came from.

    A measure that names no origin of its own has that of its goal.
    """
    herkunft = {ziel.kennung: ziel.entstanden_aus for ziel in ziele}
    gefunden = {kennung: _beteiligungen(kennung, herkunft, frozenset()) for kennung in herkunft}
    for massnahme in massnahmen:
        genannt = massnahme.entstanden_aus or (massnahme.ziel,)
        gefunden[massnahme.kennung] = _aus(genannt, herkunft, frozenset())
    return gefunden


def _beteiligungen(
    ziel: str, herkunft: Mapping[str, tuple[str, ...]], gesehen: frozenset[str]
) -> frozenset[str]:
    """Return where a goal came from; goals that name each other end somewhere."""
    return frozenset() if ziel in gesehen else _aus(herkunft.get(ziel, ()), herkunft, gesehen | {ziel})


def _aus(
    genannt: Iterable[str], herkunft: Mapping[str, tuple[str, ...]], gesehen: frozenset[str]
) -> frozenset[str]:
    direkt = {kennung for kennung in genannt if kennung.startswith(_BETEILIGUNG)}
    ueber = [_beteiligungen(kennung, herkunft, gesehen) for kennung in genannt if kennung.startswith(_ZIEL)]
    return frozenset(direkt.union(*ueber))

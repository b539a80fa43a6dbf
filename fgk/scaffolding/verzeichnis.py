"""What the register has besides municipalities, by its name: Kreise and associations."""

from collections.abc import Iterator

from fgk.register import Kreis, Verband, by_ars, by_kreis, passt
from fgk.register.bloecke import KREISE, lade_block, zeilen
from fgk.register.schreibweisen import worte

_KREISWORTE = frozenset({"region", "staedteregion", "regionalverband"})
_VERBANDSWORTE = frozenset(
    "amt samtgemeinde verbandsgemeinde verwaltungsgemeinschaft verwaltungsverband gemeindeverwaltungsverband "  # noqa: SIM905
    "gvv vvg".split()
)
_LAENDER = tuple(f"{land:02}" for land in range(1, 17))


def sagt_kreis(name: str) -> bool:
    """Say whether a name says itself that it is that of a Kreis: ``Landkreis München``, ``Rhein-Sieg-Kreis``."""
    return any(
        wort in _KREISWORTE or (wort.endswith("kreis") and wort != "stadtkreis")
        for wort in worte(name.partition("(")[0])
    )


def sagt_verband(name: str) -> bool:
    """Say whether a name says itself that it is that of an association: ``Samtgemeinde Gellersen``."""
    return bool(_VERBANDSWORTE.intersection(worte(name)[:1]))


def kreise() -> Iterator[Kreis]:
    """Yield every Kreis that is no city."""
    for line in lade_block(KREISE).decode().split("\n")[1:-1]:
        kreis = by_kreis(line.partition("\t")[0])
        if kreis is not None and not kreis.ist_kreisfrei:
            yield kreis


def kreise_namens(name: str) -> list[Kreis]:
    """Return the Kreise that a name can mean."""
    return [kreis for kreis in kreise() if passt(name, kreis)]


def verbaende_namens(name: str) -> list[Verband]:
    """Return the associations that a name can mean."""
    schluessel = (felder[0] for land in _LAENDER for felder in zeilen(land, land) if len(felder[0]) == 9)
    alle = (by_ars(f"{neun}000") for neun in schluessel)
    return [verband for verband in alle if isinstance(verband, Verband) and passt(name, verband)]


def kreis_genannt(kreis: Kreis) -> str:
    """Return what a Kreis is called where its name alone would be taken for that of a town."""
    return kreis.name if sagt_kreis(kreis.name) else f"{kreis.art} {kreis.name}"


def andere_orte(name: str) -> dict[str, str]:
    """Return the Kreise and associations that a name can mean: their keys, and what they are."""
    gefunden = {k.schluessel: f"{kreis_genannt(k)}, {k.land}" for k in kreise_namens(name)}
    return gefunden | {
        v.ars: f"{v.name}, {kreis_genannt(v.kreis)}, {v.kreis.land} (Verband)" for v in verbaende_namens(name)
    }


def option_fuer(schluessel: str) -> str:
    """Return the option of ``fgk init`` that takes a key, by the number of its digits."""
    return {5: "--kreis-schluessel", 12: "--ars"}.get(len(schluessel), "--ags")

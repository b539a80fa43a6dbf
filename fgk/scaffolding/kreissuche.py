"""Which Kreis somebody means: by its key or its name."""

from collections.abc import Iterable
from difflib import get_close_matches

from fgk.errors import FgkError
from fgk.register import Kreis, by_kreis, passt
from fgk.register.bloecke import KREISE
from fgk.scaffolding.gemeindesuche import zeilen_von


def kreis_nach_name(name: str | None) -> Kreis:
    """Return the Kreis of this name; raises ``FgkError`` for a name that none or several have."""
    if not name:
        raise FgkError(
            "Es fehlt, für welchen Kreis die Akte ist.",
            "Nennen Sie seinen Schlüssel mit --kreis-schluessel, z. B. 05334, oder seinen Namen mit --name.",
        )
    alle = list(_kreise())
    gefunden = [kreis for kreis in alle if passt(name, kreis)]
    if len(gefunden) == 1:
        return gefunden[0]
    if gefunden:
        lines = "\n".join(f"    {k.schluessel}  {k.art} {k.name} ({k.land})" for k in gefunden)
        raise FgkError(
            f"„{name}“ kann {len(gefunden)} Kreise meinen:\n{lines}",
            "Nennen Sie einen der Schlüssel mit --kreis-schluessel.",
        )
    namen = [kreis.name for kreis in alle]
    nahe = [voll for voll in namen if name in voll.split()] or get_close_matches(name, namen, n=3)
    raise FgkError(
        f"Einen Kreis „{name}“ gibt es im Verzeichnis nicht.",
        f"Meinten Sie {' oder '.join(nahe)}?"
        if nahe
        else "Nennen Sie seinen Schlüssel mit --kreis-schluessel.",
    )


def _kreise() -> Iterable[Kreis]:
    for line in zeilen_von(KREISE):
        kreis = by_kreis(line.partition("\t")[0])
        if kreis is not None and not kreis.ist_kreisfrei:
            yield kreis

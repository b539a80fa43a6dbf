"""Which Kreis or association somebody means by a name."""

from difflib import get_close_matches

from fgk.errors import ChoiceError, FgkError
from fgk.register import Kreis, Verband, passt
from fgk.scaffolding.verzeichnis import kreise, verbaende_namens


def kreis_nach_name(name: str | None) -> Kreis:
    """Return the Kreis of this name; raises ``FgkError`` for a name that none or several have."""
    if not name:
        raise FgkError(
            "Es fehlt, für welchen Kreis die Akte ist.",
            "Nennen Sie seinen Schlüssel mit --kreis-schluessel, z. B. 05334, oder seinen Namen mit --name.",
        )
    alle = list(kreise())
    gefunden = [kreis for kreis in alle if passt(name, kreis)]
    if len(gefunden) == 1:
        return gefunden[0]
    if gefunden:
        raise ChoiceError(
            f"„{name}“ kann {len(gefunden)} Kreise meinen:",
            "Nennen Sie einen der Schlüssel mit --kreis-schluessel.",
            {k.schluessel: f"{k.art} {k.name} ({k.land})" for k in gefunden},
        )
    namen = [kreis.name for kreis in alle]
    nahe = [voll for voll in namen if name in voll.split()] or get_close_matches(name, namen, n=3)
    raise FgkError(
        f"Einen Kreis „{name}“ gibt es im Verzeichnis nicht.",
        f"Meinten Sie {' oder '.join(nahe)}?"
        if nahe
        else "Nennen Sie seinen Schlüssel mit --kreis-schluessel.",
    )


def verband_nach_name(name: str) -> Verband:
    """Return the association of this name; raises ``FgkError`` for a name that none or several have."""
    gefunden = verbaende_namens(name)
    if len(gefunden) == 1:
        return gefunden[0]
    if gefunden:
        raise ChoiceError(
            f"„{name}“ kann {len(gefunden)} Verbände meinen:",
            "Nennen Sie einen der Schlüssel mit --ars.",
            {v.ars: f"{v.name}, {v.kreis.name}, {v.kreis.land}" for v in gefunden},
        )
    raise FgkError(
        f"Einen Verband „{name}“ gibt es im Verzeichnis nicht.",
        "Nennen Sie seinen Regionalschlüssel (zwölf Ziffern) mit --ars und den Namen mit --name.",
    )

"""Which municipality somebody means: by its key, by its name, and what to say where nothing or too much fits."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from fgk.errors import FgkError
from fgk.models.werte import AGS, Form
from fgk.register import Gemeinde, by_ags, herkunft, ist_erfunden, passt, search
from fgk.register.bloecke import NAMEN, lade_block
from fgk.register.schreibweisen import ortsname
from fgk.schreibweise import zahl

_MEISTE = 20
_SPALTEN = "Schlüssel, Name, Kreis, Land, Einwohner"


class Ortsangabe(NamedTuple):
    """What was said about the place: names and keys, as typed."""

    name: str | None = None
    ags: str | None = None
    kreis_schluessel: str | None = None
    ars: str | None = None
    bezirk: str | None = None


def finde_gemeinde(angabe: Ortsangabe) -> Gemeinde | None:
    """Return the municipality; ``None`` where key and name were typed and the register does not know the key.

    Raises ``FgkError`` for a name that nothing or several have, and for a key that is none or has another name.
    """
    if angabe.ags is None:
        return _nach_name(angabe.name)
    ags = pruefe_form(AGS, angabe.ags, "--ags")
    gefunden = by_ags(ags)
    if gefunden is None and not angabe.name:
        hinweis = "Solche Schlüssel sind für erfundene Orte da." if ist_erfunden(ags) else stand()
        raise FgkError(
            f"Eine Gemeinde mit dem Schlüssel {ags} gibt es im Verzeichnis nicht.",
            f"Prüfen Sie die acht Ziffern, oder nennen Sie auch --name. {hinweis}",
        )
    if gefunden is not None and angabe.name and not passt(angabe.name, gefunden):
        raise FgkError(
            f"Der Schlüssel {ags} gehört zu {gefunden.name} ({gefunden.kreis.name}), nicht zu „{angabe.name}“.",
            "Nennen Sie nur den Schlüssel oder nur den Namen.",
        )
    return gefunden


def stand() -> str:
    """Say of which day the register is."""
    return f"Das Verzeichnis hat den Stand {herkunft().gebietsstand:%d.%m.%Y}."


def _nach_name(name: str | None) -> Gemeinde:
    if not name or not name.strip():
        raise FgkError(
            "Es fehlt, für welchen Ort die Akte ist.",
            "Nennen Sie den Gemeindeschlüssel mit --ags oder den Namen mit --name, z. B. --name Stolberg.",
        )
    gefunden = search(name)
    if len(gefunden) == 1:
        return gefunden[0]
    if not gefunden:
        raise FgkError(f"Eine Gemeinde „{name}“ gibt es im Verzeichnis nicht.", _aehnliche(name))
    raise FgkError(
        f"„{name}“ kann {len(gefunden)} Gemeinden meinen ({_SPALTEN}):\n{_liste(gefunden)}",
        f"Nennen Sie die richtige mit ihrem Schlüssel, z. B. --ags {gefunden[0].ags}.",
    )


def _liste(gefunden: Sequence[Gemeinde]) -> str:
    lines = [f"    {gemeinde.ags}  {_beschrieben(gemeinde)}" for gemeinde in gefunden[:_MEISTE]]
    rest = len(gefunden) - _MEISTE
    return "\n".join([*lines, *([f"    … und {rest} weitere"] if rest > 0 else [])])


def _beschrieben(gemeinde: Gemeinde) -> str:
    kreis = "" if gemeinde.ist_kreisfrei else f"{gemeinde.kreis.name}, "
    return f"{gemeinde.name}, {kreis}{gemeinde.land}, {zahl(gemeinde.einwohner)}"


def _aehnliche(name: str) -> str:
    """Return what to do about a name that nothing has: names that look like it."""
    haupt = ortsname(name).haupt or (name,)
    # additions are left out: Stolbreg is near Stolberg, and not near Stolberg (Rhld.)
    alle = {
        " ".join(line.split("\t")[0].split()[: len(haupt)]): line.split("\t")[1] for line in zeilen_von(NAMEN)
    }
    nahe = dict.fromkeys(alle[wort] for wort in get_close_matches(" ".join(haupt), alle, n=3, cutoff=0.75))
    gefunden = [gemeinde for ags in nahe if (gemeinde := by_ags(ags))]
    if gefunden:
        return f"Meinten Sie eine davon? Nennen Sie ihren Schlüssel mit --ags:\n{_liste(gefunden)}"
    return f"Prüfen Sie die Schreibweise, oder nennen Sie den Gemeindeschlüssel mit --ags. {stand()}"


def zeilen_von(block: str) -> list[str]:
    """Return all lines of a file of the register."""
    return lade_block(block).decode().split("\n")[1:-1]


def pruefe_form(form: Any, text: str, option: str) -> str:
    """Return a key of this form; raises ``FgkError`` that names the option for anything else."""
    muster = next(teil for teil in form.__metadata__ if isinstance(teil, Form))
    if muster.passt(text.strip()):
        return text.strip()
    beispiel = muster.beispiel.strip('"')
    erwartet = muster.erwartet.removesuffix(" in Anführungszeichen")
    raise FgkError(f"„{text}“ passt nicht zu {option}.", f"Gemeint ist {erwartet}, z. B. {beispiel}.")

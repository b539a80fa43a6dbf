"""Which municipality somebody means: by its key, by its name, and what to say where nothing or too much fits."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from fgk.errors import ChoiceError, FgkError
from fgk.models.werte import AGS, Form
from fgk.register import Gemeinde, by_ags, herkunft, ist_erfunden, passt, search
from fgk.register.bloecke import NAMEN, lade_block
from fgk.register.schreibweisen import ortsname
from fgk.scaffolding.verzeichnis import andere_orte, option_fuer
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
    andere = andere_orte(name)
    if not gefunden:
        raise _keine(name, andere)
    auswahl = {gemeinde.ags: _beschrieben(gemeinde) for gemeinde in gefunden[:_MEISTE]}
    rest = len(gefunden) - _MEISTE
    raise ChoiceError(
        f"„{name}“ kann {len(gefunden)} Gemeinden meinen ({_SPALTEN}):",
        f"Nennen Sie die richtige mit ihrem Schlüssel, z. B. --ags {gefunden[0].ags}."
        + (f" Es gibt {rest} weitere; nennen Sie den Namen genauer." if rest > 0 else "")
        + "".join(f" Oder {option_fuer(key)} {key}: {text}." for key, text in andere.items()),
        auswahl | andere,
    )


def _keine(name: str, andere: Mapping[str, str]) -> FgkError:
    """Return what to say where no municipality has a name: who else has it, else names that look like it."""
    was = f"Eine Gemeinde „{name}“ gibt es im Verzeichnis nicht."
    if andere:
        wege = " oder ".join(f"{option_fuer(key)} {key}" for key in andere)
        return ChoiceError(
            was, f"Meinten Sie den Kreis oder Verband dieses Namens? Nennen Sie {wege}:", andere, hints=True
        )
    nahe = _aehnliche(name)
    if nahe:
        return ChoiceError(
            was, "Meinten Sie eine davon? Nennen Sie ihren Schlüssel mit --ags:", nahe, hints=True
        )
    return FgkError(
        was, f"Prüfen Sie die Schreibweise, oder nennen Sie den Gemeindeschlüssel mit --ags. {stand()}"
    )


def _beschrieben(gemeinde: Gemeinde) -> str:
    kreis = "" if gemeinde.ist_kreisfrei else f"{gemeinde.kreis.name}, "
    return f"{gemeinde.name}, {kreis}{gemeinde.land}, {zahl(gemeinde.einwohner)}"


def _aehnliche(name: str) -> dict[str, str]:
    """Return municipalities whose names look like one that nothing has."""
    haupt = ortsname(name).haupt or (name,)
    # additions are left out: Stolbreg is near Stolberg, and not near Stolberg (Rhld.)
    alle = {
        " ".join(line.split("\t")[0].split()[: len(haupt)]): line.split("\t")[1] for line in zeilen_von(NAMEN)
    }
    nahe = dict.fromkeys(alle[wort] for wort in get_close_matches(" ".join(haupt), alle, n=3, cutoff=0.75))
    return {ags: _beschrieben(gemeinde) for ags in nahe if (gemeinde := by_ags(ags))}


def zeilen_von(block: str) -> list[str]:
    """Return all lines of a file of the register."""
    return lade_block(block).decode().split("\n")[1:-1]


def pruefe_form(form: Any, text: str, option: str) -> str:
    """Return a key of this form; raises ``FgkError`` that names the option for anything else."""
    muster = next(teil for teil in form.__metadata__ if isinstance(teil, Form))
    if muster.passt(text.strip()):
        return text.strip()
    beispiel = muster.beispiel.strip('"')
    if muster.passt(f"0{text.strip()}"):  # a table took it for a number
        raise FgkError(
            f"„{text}“ passt nicht zu {option}: Es fehlt wohl die Null am Anfang.",
            f"Nennen Sie {option} 0{text.strip()}.",
        )
    erwartet = muster.erwartet.removesuffix(" in Anführungszeichen")
    raise FgkError(f"„{text}“ passt nicht zu {option}.", f"Gemeint ist {erwartet}, z. B. {beispiel}.")

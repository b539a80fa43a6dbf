"""What ``fgk new`` asks on a terminal, and what it complains of without one."""

from typing import TYPE_CHECKING, Any

from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.scaffolding.fragen import Frage
    from fgk.scaffolding.vorhaben import Vorhaben


def complete(vorhaben: "Vorhaben") -> None:
    """Ask for what was not said; without a terminal take what goes without saying, and complain of the rest."""
    from fgk.commands.fragen import is_terminal
    from fgk.scaffolding.fragen import FRAGEN, vorgabe

    fragen = [frage for frage in FRAGEN[vorhaben.art.name] if frage.name not in vorhaben.angaben]
    if is_terminal():
        for frage in fragen:
            vorhaben.angaben[frage.name] = _ask(vorhaben, frage)
        return
    for frage in fragen:
        antwort = vorgabe(vorhaben, frage)
        if antwort is None and frage.ist_pflicht:
            raise _missing(vorhaben, frage)
        vorhaben.angaben[frage.name] = antwort


def _ask(vorhaben: "Vorhaben", frage: "Frage") -> Any:
    from fgk.commands.fragen import ask
    from fgk.scaffolding.felder import feld_von
    from fgk.scaffolding.fragen import auswahl, vorgabe
    from fgk.scaffolding.lesen import lies

    modell = vorhaben.art.modell
    has_field = feld_von(modell, frage.name) is not None
    return ask(
        frage.text,
        vorgabe(vorhaben, frage),
        auswahl(vorhaben, frage),
        (lambda text: lies(modell, frage.name, text, frage.option)) if has_field else None,
        ist_pflicht=frage.ist_pflicht,
    )


def _missing(vorhaben: "Vorhaben", frage: "Frage") -> FgkError:
    from fgk.scaffolding.fragen import auswahl

    worte = list(auswahl(vorhaben, frage))
    option = "das Jahr" if frage.name == "jahr" else frage.option
    moeglich = f" Möglich sind: {', '.join(worte)}." if worte else ""
    beispiel = "2024" if frage.name == "jahr" else f"{frage.option} …"
    return FgkError(
        f"Für „{vorhaben.art.titel}“ fehlt {option}.",
        f"Rufen Sie z. B. „fgk new {vorhaben.art.name} {beispiel}“ auf.{moeglich}",
    )

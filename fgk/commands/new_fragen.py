"""What ``fgk new`` asks on a terminal."""

from typing import TYPE_CHECKING, Any

from fgk.commands.new_luecken import check_ziele, complete_unasked
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.scaffolding.fragen import Frage
    from fgk.scaffolding.vorhaben import Vorhaben


def complete(vorhaben: "Vorhaben") -> None:
    """Ask for what was not said; without a terminal take what goes without saying, and complain of the rest."""
    from fgk.commands.fragen import is_terminal
    from fgk.scaffolding.fragen import FRAGEN

    check_ziele(vorhaben)
    fragen = [frage for frage in FRAGEN[vorhaben.art.name] if frage.name not in vorhaben.angaben]
    if is_terminal():
        for frage in fragen:
            vorhaben.angaben[frage.name] = _ask(vorhaben, frage)
    else:
        complete_unasked(vorhaben, fragen)


def ask_art() -> str:
    """Return what is to be created, as asked; raises ``FgkError`` without a terminal."""
    from fgk.commands.fragen import ask, is_terminal
    from fgk.scaffolding.neu import art_fuer, arten

    titel = {name: art_fuer(name).titel for name in arten()}
    if not is_terminal():
        raise FgkError(
            "Es fehlt, was angelegt werden soll.",
            f"Nennen Sie es hinter „fgk new“. Möglich sind: {', '.join(titel)}.",
        )
    return ask("Was möchten Sie anlegen?", None, titel) or ""


def stelle_gemeint(vorhaben: "Vorhaben", text: str) -> str:
    """Return the Kennung of a body for its name or short name; raises ``FgkError`` for one that the Akte has not."""
    from fgk.exchange.liste.stellen import Stellen
    from fgk.models.kennungen import FORMEN

    if FORMEN["organisationseinheit"].passt(text.strip()) or not text.strip():
        return text.strip()
    gefunden = Stellen(vorhaben.akte).finde(text)
    if gefunden is None:
        bekannt = ", ".join(vorhaben.bestand.get("organisationseinheit", {})) or "noch keine"
        raise FgkError(
            f"Eine Stelle „{text}“ gibt es in der Akte nicht.",
            f"Nennen Sie ihre Kennung, z. B. OE-51. Es gibt: {bekannt}.",
        )
    return gefunden


def _ask(vorhaben: "Vorhaben", frage: "Frage") -> Any:
    from fgk.commands.fragen import ask
    from fgk.scaffolding.felder import feld_von
    from fgk.scaffolding.fragen import auswahl, vorgabe
    from fgk.scaffolding.lesen import lies
    from fgk.scaffolding.optionen import modell_fuer

    modell = modell_fuer(vorhaben, frage.name)
    has_field = feld_von(modell, frage.name) is not None
    return ask(
        frage.text,
        vorgabe(vorhaben, frage),
        auswahl(vorhaben, frage),
        (lambda text: lies(modell, frage.name, text, frage.option)) if has_field else None,
        ist_pflicht=frage.ist_pflicht,
        deute=(lambda text: stelle_gemeint(vorhaben, text)) if frage.name == "federfuehrung" else str,
    )

"""What ``fgk new`` asks on a terminal, and what it complains of without one."""

from typing import TYPE_CHECKING, Any

from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.scaffolding.fragen import Frage
    from fgk.scaffolding.vorhaben import Vorhaben


def complete(vorhaben: "Vorhaben") -> None:
    """Ask for what was not said; without a terminal take what goes without saying, and complain of the rest."""
    from fgk.commands.fragen import is_terminal
    from fgk.scaffolding.fragen import FRAGEN

    _check_ziele(vorhaben)
    fragen = [frage for frage in FRAGEN[vorhaben.art.name] if frage.name not in vorhaben.angaben]
    if is_terminal():
        for frage in fragen:
            vorhaben.angaben[frage.name] = _ask(vorhaben, frage)
    else:
        _complete_unasked(vorhaben, fragen)


def _complete_unasked(vorhaben: "Vorhaben", fragen: "list[Frage]") -> None:
    """Take what goes without saying; raises ``FgkError`` that names all that is missing and all that does not fit."""
    from fgk.scaffolding.fragen import vorgabe
    from fgk.scaffolding.optionen import unpassend

    fehlend = []
    for frage in fragen:
        antwort = vorgabe(vorhaben, frage)
        if antwort is None and frage.ist_pflicht:
            fehlend.append(frage)
        vorhaben.angaben[frage.name] = antwort
    if fehlend:
        falsch = unpassend(vorhaben)
        missing = _missing(vorhaben, fehlend)
        raise FgkError(
            " ".join([missing.was, *(error.was for error in falsch)]),
            " ".join([missing.tun, *(error.tun for error in falsch)]),
        )


def _check_ziele(vorhaben: "Vorhaben") -> None:
    """Raise ``FgkError`` for a measure where there is no goal that it could belong to: nobody can answer that."""
    from fgk.models.kennungen import FORMEN

    braucht = vorhaben.art.name == "massnahme" and "ziel" not in vorhaben.angaben
    if braucht and not any(map(FORMEN["ziel"].passt, vorhaben.akte.kennungen)):
        raise FgkError(
            "Für „Maßnahme“ fehlt --ziel, und die Akte hat noch kein Ziel.",
            "Legen Sie es zuerst an: „fgk new ziel“.",
        )


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


def _missing(vorhaben: "Vorhaben", fragen: "list[Frage]") -> FgkError:
    """Return what to say of answers that are missing: all of them at once, and what each can be."""
    from fgk.scaffolding.fragen import auswahl

    optionen = ["das Jahr" if frage.name == "jahr" else frage.option for frage in fragen]
    beispiele = ["2024" if frage.name == "jahr" else f"{frage.option} …" for frage in fragen]
    *davor, letzte = optionen
    moeglich = ""
    for frage, option in zip(fragen, optionen, strict=True):
        if worte := ", ".join(auswahl(vorhaben, frage)):
            moeglich += f" Möglich sind{f' für {option}' if davor else ''}: {worte}."
    return FgkError(
        f"Für „{vorhaben.art.titel}“ {'fehlen' if davor else 'fehlt'} "
        + (f"{', '.join(davor)} und {letzte}." if davor else f"{letzte}."),
        f"Rufen Sie z. B. „fgk new {vorhaben.art.name} {' '.join(beispiele)}“ auf.{moeglich}",
    )

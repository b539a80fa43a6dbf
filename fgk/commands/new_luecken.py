"""What ``fgk new`` complains of where nobody can be asked: all that is missing, at once."""

from typing import TYPE_CHECKING

from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.scaffolding.fragen import Frage
    from fgk.scaffolding.vorhaben import Vorhaben


def complete_unasked(vorhaben: "Vorhaben", fragen: "list[Frage]") -> None:
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


def check_ziele(vorhaben: "Vorhaben") -> None:
    """Raise ``FgkError`` for a measure where there is no goal that it could belong to: nobody can answer that."""
    from fgk.models.kennungen import FORMEN

    braucht = vorhaben.art.name == "massnahme" and "ziel" not in vorhaben.angaben
    if braucht and not any(map(FORMEN["ziel"].passt, vorhaben.akte.kennungen)):
        raise FgkError(
            "Für „Maßnahme“ fehlt --ziel, und die Akte hat noch kein Ziel.",
            "Legen Sie es zuerst an: „fgk new ziel“.",
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

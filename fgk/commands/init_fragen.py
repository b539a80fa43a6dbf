"""What ``fgk init`` asks on a terminal."""

import re
from typing import TYPE_CHECKING, Any

from fgk.errors import FgkError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from fgk.models.verfahren import Verfahren
    from fgk.scaffolding.anfangsdateien import Vorgaben
    from fgk.scaffolding.gemeindesuche import Ortsangabe


def vorgaben_fuer(angabe: "Ortsangabe", gesagt: dict[str, Any], ordner: "Path", day: "date") -> "Vorgaben":
    """Return what the new Akte is to be: as said, else as asked; raises ``FgkError`` for what cannot be."""
    from fgk.commands.fragen import is_terminal
    from fgk.scaffolding.anfangsdateien import Vorgaben, pruefe_kennung, verfahren_namens
    from fgk.scaffolding.orte import ort
    from fgk.scaffolding.ortswort import beim_wort

    if gesagt["vorgaenger"]:
        return _nach_vorgaenger(gesagt["vorgaenger"], angabe, gesagt, ordner, day)
    fragt = is_terminal()
    if gesagt["verfahren"] is None:
        angabe = beim_wort(angabe)
    verfahren = verfahren_namens(gesagt["verfahren"] or _verfahren(angabe, ordner, fragt=fragt), ordner)
    if fragt and not any(angabe):
        angabe = _ask_ort(verfahren.ortsarten)
    stelle = ort(angabe, verfahren.ortsarten)
    stufe = _stufe(gesagt["stufe"], verfahren, fragt=fragt)
    alt = _ask_vorgaenger() if fragt and stufe != "grund" and not gesagt["kurz"] else None
    if alt:
        return _nach_vorgaenger(alt, angabe, gesagt | {"stufe": stufe}, ordner, day)
    kennung = gesagt["kennung"]
    jahr = _jahr(gesagt, day, fragt=fragt)
    kennung = kennung and pruefe_kennung(kennung)
    return Vorgaben(stelle, verfahren, stufe, jahr, kennung, "kurz" if gesagt["kurz"] else "voll")


def _nach_vorgaenger(
    wort: str, angabe: "Ortsangabe", gesagt: dict[str, Any], ordner: "Path", day: "date"
) -> "Vorgaben":
    """Return what an Akte is to be that follows another one; raises ``FgkError`` for what does not fit that."""
    from fgk.commands.fragen import is_terminal
    from fgk.scaffolding.anfangsdateien import Vorgaben, pruefe_kennung, verfahren_namens
    from fgk.scaffolding.folge import pruefe_folge
    from fgk.scaffolding.vorgaenger import finde_vorgaenger, ort_von

    alt = finde_vorgaenger(wort, ordner, day)
    stufe = gesagt["stufe"] or "bilanzierung"
    audit = pruefe_folge(alt, angabe, gesagt["verfahren"], stufe)
    kennung = gesagt["kennung"] and pruefe_kennung(gesagt["kennung"])
    verfahren = verfahren_namens(audit.verfahren, ordner)
    vorgaben = Vorgaben(
        ort_von(alt), verfahren, stufe, _jahr(gesagt, day, fragt=is_terminal()), kennung, "voll", alt
    )
    if vorgaben.akte == audit.kennung:
        raise FgkError(
            f"Die neue Akte hieße {vorgaben.akte} wie die vorige.",
            "Nennen Sie das Jahr, in dem das neue Audit beginnt, mit --jahr, oder eine andere --kennung.",
        )
    return vorgaben


def _stufe(wort: str | None, verfahren: "Verfahren", *, fragt: bool) -> str:
    from fgk.models.audit import STUFE

    gibt_es = {stufe.kennung: STUFE[stufe.kennung] for stufe in verfahren.stufen}
    stufe = wort or (_ask_word("Welche Stufe?", "grund", gibt_es) if fragt else "grund")
    if stufe not in STUFE.worte:
        raise FgkError(f"Eine Stufe „{stufe}“ gibt es nicht.", f"Möglich sind: {', '.join(gibt_es)}.")
    if stufe not in gibt_es:
        raise FgkError(
            f"Das {verfahren.bezeichnung} hat keine Stufe „{stufe}“.", f"Möglich sind: {', '.join(gibt_es)}."
        )
    return stufe


def _jahr(gesagt: dict[str, Any], day: "date", *, fragt: bool) -> int:
    return gesagt["jahr"] or (_ask_jahr(day.year) if fragt else day.year)


def _ask_vorgaenger() -> str | None:
    from fgk.commands.fragen import ask

    return ask("Wo liegt die Akte der vorigen Stufe? (Ordner oder Kennung)", ist_pflicht=False)


def _verfahren(angabe: "Ortsangabe", ordner: "Path", *, fragt: bool) -> str:
    """Return the Verfahren: what the key says, or what the person says; most Akten are of a municipality."""
    from fgk.loading.ablagen import ablagen_von, bekannte_verfahren, verfahren_in
    from fgk.scaffolding.anfang import ANFAENGE
    from fgk.sources import FolderSource

    if angabe.kreis_schluessel:
        return "familiengerechter-kreis"
    if not fragt:
        return next(iter(ANFAENGE))
    source = FolderSource(ordner)
    namen = dict.fromkeys([*ANFAENGE, *bekannte_verfahren(source)])
    gibt_es = {name: verfahren_in(ablagen_von(source), name) for name in namen}
    worte = {name: verfahren.bezeichnung for name, verfahren in gibt_es.items() if verfahren}
    return _ask_word("Welches Verfahren?", next(iter(worte)), worte)


def _ask_word(frage: str, vorgabe: str, worte: dict[str, str]) -> str:
    from fgk.commands.fragen import ask

    return ask(frage, vorgabe, worte) or vorgabe


def _ask_jahr(vorgabe: int) -> int:
    from fgk.commands.fragen import ask

    return jahr_aus(ask("In welchem Jahr beginnt das Audit?", str(vorgabe), pruefe=jahr_aus) or str(vorgabe))


def jahr_aus(text: str) -> int:
    """Return a year; raises ``FgkError`` for a text that is none."""
    if not (text.isascii() and text.isdecimal() and 1990 <= int(text) <= 2100):
        raise FgkError(
            f"„{text}“ ist kein Jahr, in dem ein Audit beginnt.",
            "Schreiben Sie das Jahr mit vier Ziffern, z. B. 2024.",
        )
    return int(text)


def _ask_ort(ortsarten: tuple[str, ...]) -> "Ortsangabe":
    """Ask for the place until the register knows which one is meant."""
    from fgk.commands.fragen import ask
    from fgk.scaffolding.gemeindesuche import Ortsangabe
    from fgk.scaffolding.orte import ort

    def gemeint(text: str) -> Ortsangabe:
        text = re.sub(r"^--[a-z-]+[ =]*", "", text)  # as the hint before has it: „--ags 15002000“
        if not text.isdecimal():
            return Ortsangabe(name=text)
        if "kreis" in ortsarten or len(text) == 5:
            return Ortsangabe(kreis_schluessel=text)
        return Ortsangabe(ars=text) if len(text) == 12 else Ortsangabe(ags=text)

    if "quartier" in ortsarten:
        name = ask("Wie heißt das Quartier?")
        ags = ask(
            "In welcher Gemeinde liegt es? (Name oder Gemeindeschlüssel)",
            pruefe=lambda t: ort(gemeint(t), ["gemeinde"]),
        )
        return Ortsangabe(name=name, ags=ort(gemeint(ags or ""), ["gemeinde"])["ags"])
    was = "welchen Kreis" if "kreis" in ortsarten else "welche Gemeinde"
    frage = f"Für {was} ist die Akte? (Name oder Schlüssel)"
    antwort = ask(frage, pruefe=lambda text: ort(gemeint(text), ortsarten))
    return gemeint(antwort or "")

"""Turn what a person typed for a field into the value that belongs there."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from pydantic import BaseModel

from fgk.errors import FgkError
from fgk.loading.keys import did_you_mean
from fgk.scaffolding.felder import Feld, feld_von, felder, ist_datum

_TAG = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DEUTSCH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_UNGENAU = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?")
_GELD = re.compile(r"([0-9]+)(?:[.,]([0-9]{2}))?")
_JA_NEIN = {"true": True, "ja": True, "false": False, "nein": False}


def lies(feld: Feld, text: str, option: str) -> Any:
    """Return the value for a field; raises ``FgkError`` that names the ``option`` for what cannot stand there."""
    if feld.modelle:
        teile = ", ".join(teil.name for teil in felder(feld.modelle[0]))
        raise FgkError(
            f"„{feld.name}“ besteht aus mehreren Angaben.",
            f"Ergänzen Sie sie danach in der Datei (dort stehen: {teile})."
            if feld.ist_liste
            else f"Nennen Sie sie einzeln, z. B. --feld {feld.name}.{felder(feld.modelle[0])[0].name}=…",
        )
    if not feld.ist_liste:
        return _einzeln(feld, text.strip(), option)
    teile_ = text.split(",") if feld.form or feld.worte else [text]
    return [_einzeln(feld, teil.strip(), option) for teil in teile_ if teil.strip()]


def _einzeln(feld: Feld, text: str, option: str) -> Any:
    for passt, lesen in _ARTEN:
        if passt(feld):
            return lesen(feld, text, option)
    if text:
        return text
    raise _falsch(option, text, "ein Text, der nicht leer ist", "Familienbericht")


def _wort(feld: Feld, text: str, option: str) -> str:
    worte = feld.worte.worte if feld.worte else {}
    for wort, bezeichnung in worte.items():
        if text.lower() in (wort, bezeichnung.lower()):
            return wort
    raise FgkError(f"„{text}“ passt nicht zu {option}.", f"Möglich sind: {', '.join(worte)}.")


def _form(feld: Feld, text: str, option: str) -> str:
    if feld.form and feld.form.passt(text):
        return text
    assert feld.form  # noqa: S101 - the table asks for it
    raise _falsch(option, text, feld.form.erwartet, feld.form.beispiel.strip('"'))


def _datum(feld: Feld, text: str, option: str) -> date | str:
    match = _TAG.fullmatch(text)
    teile = match.groups() if match else ()
    if not match and (deutsch := _DEUTSCH.fullmatch(text)):
        teile = deutsch.groups()[::-1]
    if teile:
        with suppress(ValueError):  # 2018-02-30
            return date(*map(int, teile))
    if str in feld.typen and _UNGENAU.fullmatch(text):
        return text
    raise _falsch(option, text, "ein Tag", "2024-03-27")


def _bool(feld: Feld, text: str, option: str) -> bool:  # noqa: ARG001 - one signature for all
    if text.lower() in _JA_NEIN:
        return _JA_NEIN[text.lower()]
    raise _falsch(option, text, "ja oder nein", "ja")


def _geld(feld: Feld, text: str, option: str) -> int | str:  # noqa: ARG001 - one signature for all
    match = _GELD.fullmatch(text)
    if match:
        return f"{int(match[1])}.{match[2]}" if match[2] else int(match[1])
    raise _falsch(option, text, "ein Betrag in Euro", "25000 oder 12,50")


def _zahl(feld: Feld, text: str, option: str) -> int | float:
    with suppress(ValueError):
        return int(text)
    if float in feld.typen:
        with suppress(ValueError):
            return float(text.replace(",", "."))
    raise _falsch(option, text, "eine Zahl", "12,5" if float in feld.typen else "12")


def _falsch(option: str, text: str, erwartet: str, beispiel: str) -> FgkError:
    return FgkError(f"„{text}“ passt nicht zu {option}.", f"Gemeint ist {erwartet}, z. B. {beispiel}.")


_ARTEN: tuple[tuple[Callable[[Feld], Any], Callable[[Feld, str, str], Any]], ...] = (
    (lambda feld: feld.worte, _wort),
    (lambda feld: feld.form, _form),
    (ist_datum, _datum),
    (lambda feld: bool in feld.typen, _bool),
    (lambda feld: feld.ist_geld, _geld),
    (lambda feld: {int, float} & {*feld.typen}, _zahl),
)


def setze(modell: type[BaseModel], werte: dict[str, Any], pfad: str, text: str) -> None:
    """Put a value into plain data; ``pfad`` names a field, or one inside a group: ``laufzeit.von``.

    Raises ``FgkError`` for a field that the model does not know.
    """
    name, _, rest = pfad.partition(".")
    feld = feld_von(modell, name)
    if feld is None:
        bekannt = [feld.name for feld in felder(modell)]
        meint = did_you_mean(name, bekannt)
        raise FgkError(
            f"Ein Feld „{name}“ gibt es hier nicht.",
            f"Meinten Sie „{meint}“?" if meint else f"Möglich sind: {', '.join(bekannt)}.",
        )
    if rest and feld.modelle and not feld.ist_liste:
        teil = werte.setdefault(name, {})
        setze(feld.modell(teil), teil, rest, text)
    elif rest:
        raise FgkError(
            f"„{name}“ hat keine Teile, die sich hier nennen lassen.", "Ergänzen Sie sie danach in der Datei."
        )
    else:
        wert = lies(feld, text, pfad)
        frueher = werte.get(name)
        werte[name] = [*frueher, *wert] if feld.ist_liste and isinstance(frueher, list) else wert


def teile_feld(angabe: str) -> tuple[str, str]:
    """Return field and text of ``name=text``; raises ``FgkError`` for anything else."""
    name, zeichen, text = angabe.partition("=")
    if not zeichen or not name.strip():
        raise FgkError(f"„{angabe}“ passt nicht zu --feld.", "Schreiben Sie z. B. --feld prioritaet=hoch.")
    return name.strip(), text

"""What the user says about a list: which column is what, on which sheet, and what holds for all its measures."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from fgk.errors import FgkError
from fgk.exchange.liste.felder import FELDER, NACH_KEY, gefaltet

_SCHLUESSEL = ("blatt", "kopfzeile", "spalten", "vorgaben")
#: what can hold for the whole list
_VORGABEN = ("handlungsfeld", "ziel")


class Zuordnung(NamedTuple):
    """``spalten``: heading or letter of a column -> key of a field; ``vorgaben``: ``handlungsfeld``, ``ziel``."""

    spalten: Mapping[str, str] = {}
    blatt: str | None = None
    kopfzeile: int | None = None
    vorgaben: Mapping[str, str] = {}


def lies_zuordnung(angaben: Iterable[str], datei: Path | None = None, blatt: str | None = None) -> Zuordnung:
    """Return what a mapping file and ``Maßnahme=titel`` from the command line say; the latter come first.

    Raises ``FgkError``.
    """
    zuordnung = Zuordnung() if datei is None else _aus_datei(datei)
    spalten = dict(zuordnung.spalten) | dict(map(_angabe, angaben))
    for feld in spalten.values():
        _pruefe_feld(feld)
    return zuordnung._replace(spalten=spalten, blatt=blatt or zuordnung.blatt)


def _angabe(text: str) -> tuple[str, str]:
    spalte, gleich, feld = text.rpartition("=")
    if not gleich or not spalte.strip() or not feld.strip():
        raise FgkError(
            f"„{text}“ ist keine Zuordnung.",
            'Schreiben Sie Überschrift=Feld, z. B. --spalte "Maßnahme=titel".',
        )
    return spalte.strip(), feld.strip()


def _pruefe_feld(feld: str) -> None:
    if feld not in NACH_KEY:
        raise FgkError(
            f"Ein Feld „{feld}“ gibt es für Spalten nicht.",
            f"Möglich sind: {', '.join(sorted(feld.key for feld in FELDER))}.",
        )


def _aus_datei(datei: Path) -> Zuordnung:
    from fgk.reading.reader import read_yaml

    try:
        gelesen = read_yaml(datei.read_bytes())
    except OSError as error:
        raise FgkError(f"„{datei}“ lässt sich nicht lesen.", "Prüfen Sie den Pfad der Zuordnung.") from error
    data = gelesen.data
    if gelesen.faults or not isinstance(data, dict):
        raise _falsch(datei, "Sie ist keine gültige YAML-Datei")
    fremd = [str(key) for key in data if key not in _SCHLUESSEL]
    if fremd:
        raise _falsch(datei, f"Der Schlüssel „{fremd[0]}“ ist unbekannt")
    return Zuordnung(
        _texte(datei, data, "spalten"),
        None if data.get("blatt") is None else str(data["blatt"]),
        _kopfzeile(datei, data.get("kopfzeile")),
        _vorgaben(datei, data),
    )


def _texte(datei: Path, data: Mapping[str, Any], key: str) -> dict[str, str]:
    gruppe = data.get(key) or {}
    if not isinstance(gruppe, dict) or not all(isinstance(wert, str) for wert in gruppe.values()):
        raise _falsch(datei, f"Unter „{key}“ fehlen Paare aus Name und Wert")
    return {str(name): wert for name, wert in gruppe.items()}


def _kopfzeile(datei: Path, wert: Any) -> int | None:
    if wert is not None and (not isinstance(wert, int) or isinstance(wert, bool) or wert < 1):
        raise _falsch(datei, "„kopfzeile“ ist keine Nummer einer Zeile")
    return wert


def _vorgaben(datei: Path, data: Mapping[str, Any]) -> dict[str, str]:
    vorgaben = _texte(datei, data, "vorgaben")
    fremd = [key for key in vorgaben if key not in _VORGABEN]
    if fremd:
        raise _falsch(datei, f"Eine Vorgabe „{fremd[0]}“ gibt es nicht, nur handlungsfeld und ziel")
    return vorgaben


def _falsch(datei: Path, was: str) -> FgkError:
    return FgkError(
        f"„{datei}“ lässt sich nicht verwenden: {was}.",
        "Die Datei hat die Schlüssel blatt, kopfzeile, spalten und vorgaben; ein Beispiel steht im Handbuch unter „Maßnahmenliste“.",
    )


def benannte_spalte(name: str, ueberschriften: Mapping[int, str]) -> int | None:
    """Return the column that a user names by its heading or its letter, ``None`` where there is none."""
    flach = " ".join(name.split()).casefold()
    gleiche = [
        spalte for spalte, text in ueberschriften.items() if " ".join(text.split()).casefold() == flach
    ]
    gleiche += [spalte for spalte, text in ueberschriften.items() if gefaltet(text) == gefaltet(name) != ""]
    if gleiche:
        return gleiche[0]
    if re.fullmatch("[A-Za-z]{1,2}", name):
        nummer = 0
        for zeichen in name.upper():
            nummer = nummer * 26 + ord(zeichen) - ord("A") + 1
        return nummer
    return None

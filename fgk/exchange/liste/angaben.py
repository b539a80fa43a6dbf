"""Read what the user says about a list: ``--spalte`` on the command line, and the file of ``--zuordnung``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fgk.errors import FgkError
from fgk.exchange.liste.felder import FELDER, NACH_KEY
from fgk.exchange.liste.zuordnung import Zuordnung

_SCHLUESSEL = ("blatt", "kopfzeile", "spalten", "vorgaben")
#: what can hold for the whole list
_VORGABEN = ("handlungsfeld", "ziel")


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

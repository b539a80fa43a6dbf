"""One more Organisationseinheit: an entry in the list that all of them stand in."""

from typing import Any

from fgk.editing.edit import edit
from fgk.errors import FgkError
from fgk.loading.load import load_files
from fgk.models.organisation import Organisationseinheit, Organisationseinheiten
from fgk.scaffolding.fragen import FRAGEN
from fgk.scaffolding.lesen import lies, setze
from fgk.scaffolding.vorhaben import EINHEIT, Angelegt, Vorhaben
from fgk.sources import FolderSource
from fgk.writing import Change, read_file, write_files


def append_einheit(vorhaben: Vorhaben) -> Angelegt:
    """Add an Organisationseinheit to the list that all of them stand in."""
    path = vorhaben.art.pfad
    raw = read_file(FolderSource(vorhaben.folder), path)
    records = load_files(FolderSource(vorhaben.folder), [path])[0].alle(Organisationseinheiten) if raw else []
    if raw is None or not records:
        raise FgkError(
            f"In „{path}“ lässt sich nichts ergänzen: Die Datei {'fehlt' if raw is None else 'hat Fehler'}.",
            "Legen Sie sie an: „fgk new organisationseinheiten“."
            if raw is None
            else "Beheben Sie die Fehler: „fgk validate“.",
        )
    werte = _einheit(vorhaben)
    place = len(records[0].modell.organisationseinheiten)
    after = edit(raw, {("organisationseinheiten", place): werte}, Organisationseinheiten)
    write_files(vorhaben.folder, {path: Change(after, raw)}, vorhaben.stichtag)
    return Angelegt(vorhaben.folder / path, werte["kennung"], [])


def _einheit(vorhaben: Vorhaben) -> dict[str, Any]:
    werte: dict[str, Any] = {}
    for frage in FRAGEN[EINHEIT]:
        text = vorhaben.angaben[frage.name]
        text = text[0] if isinstance(text, list) else text
        werte[frage.name] = lies(Organisationseinheit, frage.name, text, frage.option)
    for angabe in vorhaben.angaben.get("feld") or ():
        setze(Organisationseinheit, werte, angabe)
    if werte["kennung"] in vorhaben.akte.kennungen:
        raise FgkError(
            f"Die Kennung {werte['kennung']} gibt es schon.", "Nennen Sie mit --kennung eine andere."
        )
    return werte

"""Turn what a person typed for a field into the value that belongs there, or say at once that it cannot be."""

from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from fgk.editing.assign import assignments
from fgk.errors import FgkError
from fgk.models.felder import Route, field_at
from fgk.scaffolding.felder import Feld, feld_von, ist_datum


def lies(modell: type[BaseModel], name: str, text: str, option: str) -> Any:
    """Return the value for a field of a model; raises ``FgkError`` that names the ``option`` for what it cannot be."""
    if not text.strip():
        raise FgkError(
            f"Der Wert für {option} ist leer.",
            "Schreiben Sie etwas dahinter, oder lassen Sie die Angabe weg.",
        )
    ((route, wert),) = assignments([f"{name}={text}"], modell, {}).items()
    info = field_at(modell, route, {})
    feld = feld_von(modell, name)
    if info is None or feld is None:
        raise FgkError(f"{option} passt hier nicht.", "Lassen Sie die Angabe weg.")
    hint: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    try:
        TypeAdapter(hint).validate_python(wert)
    except ValidationError:
        raise FgkError(f"„{text}“ passt nicht zu {option}.", _erwartet(feld)) from None
    return wert


def _erwartet(feld: Feld) -> str:
    if feld.worte is not None:
        return f"Möglich sind: {', '.join(feld.worte.worte)}."
    if feld.form is not None:
        beispiel = feld.form.beispiel.strip('"')
        return f"Gemeint ist {feld.form.erwartet}, z. B. {beispiel}."
    if ist_datum(feld):
        auch = ", auch 2024-03 oder 2024" if str in feld.typen else ""
        return f"Gemeint ist ein Tag, z. B. 2024-03-27{auch}."
    return f"{feld.beschreibung}"


def setze(modell: type[BaseModel], werte: dict[str, Any], angabe: str) -> None:
    """Put a value into the plain data of a new record: ``prioritaet=hoch``, ``laufzeit.von=2024-03-01``.

    Raises ``FgkError`` for what assigns nothing, and for a field that the model does not have.
    """
    for route, wert in assignments([angabe], modell, werte).items():
        _lege(werte, route, wert)


def _lege(werte: dict[str, Any], route: Route, wert: Any) -> None:
    *davor, letzter = route
    ort: Any = werte
    for schritt in davor:
        if isinstance(ort, dict) and ort.get(schritt) is None:
            ort[schritt] = {}
        ort = ort[schritt]
    ort[letzter] = wert

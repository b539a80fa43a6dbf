"""Files of another Akte with other values and a few comment lines at their top, and otherwise as they were."""

from collections.abc import Iterable, Mapping
from typing import Any

from fgk.akte import Record
from fgk.editing.edit import changed, edit
from fgk.editing.emit import emit
from fgk.errors import FgkError
from fgk.models.felder import Route
from fgk.scaffolding.kommentarzeilen import umbrochen


def geaendert(record: Record[Any], werte: Mapping[Route, Any]) -> bytes:
    """Return the text of a record with other values; written anew where its form allows no change in place."""
    try:
        return edit(record.raw, werte, record.art.modell)
    except FgkError:
        return "".join(f"{line}\n" for line in emit(changed(dict(record.data), werte))).encode()


def mit_kopf(raw: bytes, kopf: Iterable[str]) -> bytes:
    """Return a file with comment lines at its top, below the line that tells editors the schema."""
    lines = raw.decode("utf-8-sig").splitlines(keepends=True)
    platz = 1 if lines and "$schema=" in lines[0] else 0
    neu = [f"# {teil}\n" for satz in kopf for teil in umbrochen(satz)]
    return "".join([*lines[:platz], *neu, *lines[platz:]]).encode()

"""Change fields of one record: find where its Kennung stands, read what was typed, and make the new text of its file."""

from collections.abc import Sequence
from pathlib import Path

from fgk.akte import Akte
from fgk.editing.assign import assignments
from fgk.editing.edit import edit
from fgk.errors import FgkError
from fgk.loading.keys import did_you_mean
from fgk.loading.load import load_akte
from fgk.models.arten import ARTEN, art_von
from fgk.models.felder import Route, value_at
from fgk.reading.reader import read_yaml
from fgk.sources import FolderSource
from fgk.writing import Change, read_file


def with_fields(folder: Path, kennung: str, words: Sequence[str]) -> dict[str, Change]:
    """Return the file in which the record or entry ``kennung`` stands, by its path, with what ``words`` assign.

    Raises ``FgkError`` for a Kennung that there is not, for words that assign nothing, and for a file that cannot be
    changed.
    """
    source = FolderSource(folder)
    akte, _ = load_akte(source)
    path, start = _place(akte, kennung)
    art = art_von(path)
    raw = read_file(source, path)
    if art is None or raw is None:
        raise FgkError(
            f"„{path}“ liegt nicht dort, wo fgk sie sucht.", "Prüfen Sie die Akte mit „fgk validate“."
        )
    data = read_yaml(raw).data
    if not isinstance(data, dict) or (start and value_at(data, start) is None):
        raise FgkError(
            f"„{path}“ lässt sich nicht lesen.", "Beheben Sie zuerst die Fehler, die „fgk validate“ nennt."
        )
    return {path: Change(edit(raw, assignments(words, art.modell, data, start), art.modell), raw)}


def _place(akte: Akte, kennung: str) -> tuple[str, Route]:
    """Return the file of a Kennung and the route of its entry there, empty where the file is the record."""
    places = {(path, route[:-1]) for path, route in akte.kennungen.get(kennung, [])}
    if len(places) > 1:
        raise FgkError(
            f"{kennung} steht an mehreren Stellen: {', '.join(sorted(path for path, _ in places))}.",
            "Geben Sie zuerst jedem Datensatz eine eigene Kennung.",
        )
    if places:
        return places.pop()
    for art in ARTEN:
        if art.ist_einzeln and kennung in (art.name, art.pfad) and akte.source.exists(art.pfad):
            return art.pfad, ()
    meant = did_you_mean(kennung, sorted(akte.kennungen))
    raise FgkError(
        f"{kennung} gibt es in dieser Akte nicht.",
        f"Meinten Sie {meant}?" if meant else "Einen neuen Datensatz legt „fgk new“ an.",
    )

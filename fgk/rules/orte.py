"""What the rules about the keys of places share: the place of the Akte and its members, looked up in the register.

Invented places are left alone: an Akte of ``musterdaten``, and keys of a Kreis 999.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from fgk.akte import Record
from fgk.models.audit import Audit, Bezirk, Kreis, Ort, Quartier, Verband
from fgk.rules.kontext import Kontext

if TYPE_CHECKING:
    from fgk import register

Route = tuple[str | int, ...]


class Ortsangabe(NamedTuple):
    """A place that the Akte names by a key.

    ``wort`` is what its key is called, ``name`` the name that goes with it (``None`` where the key is that of
    the city around), ``eintrag`` what the register has under the key.
    """

    record: Record[Audit]
    route: Route
    wort: str
    schluessel: str
    name_route: Route
    name: str | None
    eintrag: "register.Gemeinde | register.Kreis | register.Verband | None"

    @property
    def kreis(self) -> "register.Kreis | None":
        """The Kreis that the key lies in."""
        from fgk import register

        return (
            self.eintrag if isinstance(self.eintrag, register.Kreis) else getattr(self.eintrag, "kreis", None)
        )


def ortsangaben(kontext: Kontext) -> Iterator[Ortsangabe]:
    """Yield the place of the Akte and its member municipalities."""
    record = kontext.akte.einzeln(Audit)
    if record is None or record.modell.musterdaten:
        return
    from fgk.register import ist_erfunden

    for angabe in _angaben(record):
        if not ist_erfunden(angabe.schluessel):
            yield angabe


def _angaben(record: Record[Audit]) -> Iterator[Ortsangabe]:
    ort = record.modell.ort
    key, wort, name_key = _schluessel(ort)
    nummer = getattr(ort, key)
    yield Ortsangabe(
        record, ("ort", key), wort, nummer, ("ort", name_key), _name(ort), _nachschlagen(key, nummer)
    )
    for index, mitglied in enumerate(record.modell.mitglieder):
        route = ("mitglieder", index)
        yield Ortsangabe(
            record,
            (*route, "ags"),
            "AGS",
            mitglied.ags,
            (*route, "name"),
            mitglied.name,
            _nachschlagen("ags", mitglied.ags),
        )


def _nachschlagen(key: str, nummer: str) -> "register.Gemeinde | register.Kreis | register.Verband | None":
    from fgk import register

    if key == "ars":
        return register.by_ars(nummer)
    return register.by_ags(nummer) if key == "ags" else register.by_kreis(nummer)


def _schluessel(ort: Ort) -> tuple[str, str, str]:
    """Return the key of the place's Schlüssel, what it is called, and the key of the name that goes with it."""
    if isinstance(ort, Kreis):
        return "schluessel", "Kreisschlüssel", "name"
    if isinstance(ort, Verband):
        return "ars", "ARS", "name"
    return "ags", "AGS", "gemeinde" if isinstance(ort, Quartier) else "name"


def _name(ort: Ort) -> str | None:
    if isinstance(ort, Quartier):
        return ort.gemeinde
    return None if isinstance(ort, Bezirk) else ort.name

"""What the rules about Verfahren files share: each file, and the Verfahren that it makes with its foundation."""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.akte import Record
from fgk.loading.ablagen import ablagen_von, beruht_auf_sich, verfahren_entwurf
from fgk.models.verfahren import Verfahren
from fgk.rules.kontext import Kontext


class Eigenes(NamedTuple):
    """A Verfahren file. ``ganz`` also holds what it leaves out."""

    record: Record[Verfahren]
    ganz: Verfahren

    def sagt(self, feld: str) -> bool:
        """Say whether the file itself holds a field, so that faults in it have a place there."""
        return feld in self.record.modell.model_fields_set


def eigene(kontext: Kontext) -> Iterator[Eigenes]:
    """Yield every Verfahren file whose foundation is known; where it is not, another rule says so."""
    for record in kontext.akte.alle(Verfahren):
        ablagen = ablagen_von(kontext.akte.source)
        grundlage = record.modell.grundlage
        if grundlage is None:
            yield Eigenes(record, record.modell)
        elif not beruht_auf_sich(ablagen, record.modell.kennung):
            ganz = verfahren_entwurf(ablagen, record.modell.kennung)
            if ganz is not None and verfahren_entwurf(ablagen, grundlage) is not None:
                yield Eigenes(record, ganz)

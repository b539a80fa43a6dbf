"""What the rules about decided content share: what is bound, by which decision, and how it stands now.

What was decided in the base counts: a pull request cannot loosen what binds it, only a later decision can.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from fgk.akte import Akte, Record
from fgk.festlegung.festlegung import digest, feldunterschiede
from fgk.festlegung.geltung import bindungen
from fgk.festlegung.kanonisch import NichtDarstellbarError
from fgk.festlegung.profil import FELDER
from fgk.models.beschluss import Beschluss
from fgk.models.festlegung import Festlegung
from fgk.plaindata import Pfad
from fgk.rules.kontext import Kontext


class Gebunden(NamedTuple):
    """A record that a decision binds: the decision, its digest, the record now, and as it was decided where known."""

    kennung: str
    beschluss: str
    summe: str
    felder: tuple[str, ...]
    jetzt: Record[Any] | None
    damals: Record[Any] | None

    @property
    def ist_geaendert(self) -> bool:
        """Say whether the record is there and no longer what was decided."""
        if self.jetzt is None:
            return False
        try:
            return digest(self.jetzt, self.felder) != self.summe
        except NichtDarstellbarError:  # nothing that was decided has no canonical form
            return True

    @property
    def feld(self) -> Pfad:
        """The first agreed field that differs; empty while the old content is not known."""
        if self.jetzt is None or self.damals is None:
            return ()
        return next((u.pfad for u in feldunterschiede(self.damals, self.jetzt, self.felder)), ())


def gebundene(kontext: Kontext) -> Iterator[Gebunden]:
    """Yield everything that decisions bind, each once a decision: those of the base, and those of the Akte itself.

    Without a base nothing: who prepares an amendment changes what is bound, and prints the paper for it.
    """
    if kontext.basis is None:
        return
    gesehen: set[tuple[str, str]] = set()
    for akte in (kontext.basis.akte, kontext.akte):
        for kennung in sorted({k for _, f in festlegungen(akte) for k in f.eintraege}):
            for bindung in bindungen(akte, kennung):
                if (kennung, bindung.beschluss) in gesehen or _ist_abgeloest(
                    kontext.akte, bindung.beschluss, kennung
                ):
                    continue
                gesehen.add((kennung, bindung.beschluss))
                damals = record_von(kontext.basis.akte, kennung)
                # a second file with the same Kennung must say the same
                alle: list[Record[Any] | None] = [*records_von(kontext.akte, kennung)]
                for jetzt in alle or [None]:
                    felder = _felder(akte, bindung.beschluss, damals or jetzt)
                    bekannt = damals is not None and digest(damals, felder) == bindung.summe
                    yield Gebunden(
                        kennung,
                        bindung.beschluss,
                        bindung.summe,
                        felder,
                        jetzt,
                        damals if bekannt else None,
                    )


def festlegungen(akte: Akte) -> Iterator[tuple[Beschluss, Festlegung]]:
    """Yield every decision that binds something, with what it binds."""
    for record in akte.alle(Beschluss):
        if record.modell.festlegung is not None:
            yield record.modell, record.modell.festlegung


def record_von(akte: Akte, kennung: str) -> Record[Any] | None:
    """Return the record of a kind that can be bound; ``None`` if it is not there without faults."""
    return next(iter(records_von(akte, kennung)), None)


def records_von(akte: Akte, kennung: str) -> list[Record[Any]]:
    """Return every record with this Kennung of a kind that can be bound; more than one is a fault of its own."""
    gebundene_arten = (records for art, records in akte.records.items() if art.name in FELDER)
    return [record for records in gebundene_arten for record in records if record.kennung == kennung]


def ist_fehlerhaft_da(kontext: Kontext, kennung: str | None) -> bool:
    """Say whether a file with faults holds a Kennung, so that what is wrong with it is said already.

    What only the name of a file promises is not there: the content is what was decided.
    """
    return kennung is not None and bool(kontext.akte.kennungen.get(kennung))


def _ist_abgeloest(akte: Akte, beschluss: str, kennung: str) -> bool:
    """Say whether a later decision of the Akte took the place of one for this record."""
    ist_da = any(b.kennung == beschluss for b, _ in festlegungen(akte))
    return ist_da and beschluss not in {bindung.beschluss for bindung in bindungen(akte, kennung)}


def _felder(akte: Akte, beschluss: str, record: Record[Any] | None) -> tuple[str, ...]:
    for einer, festlegung in festlegungen(akte):
        if einer.kennung == beschluss and record is not None:
            return tuple(festlegung.felder.get(record.art.name, ()))
    return ()

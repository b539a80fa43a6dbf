"""Bind what was decided, and hold an Akte against it.

Two levels: a digest for every record, so that a difference can be named, and the Prüfzeichen over all of them, so that
people can compare one line.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from fgk.akte import Akte, Record
from fgk.festlegung.kanonisch import NichtDarstellbarError, abdruck, kanonisch, pruefsumme
from fgk.festlegung.profil import FELDER, PROFIL, alle_felder, vereinbart
from fgk.festlegung.pruefzeichen import aus_abdruck
from fgk.festlegung.umfang import umfang
from fgk.models.base import Datensatz
from fgk.models.beschluss import Beschluss
from fgk.models.festlegung import Festlegung
from fgk.plaindata import Unterschied, unterschiede


class Abweichung(NamedTuple):
    """A bound record whose content is another one. ``unterschiede`` is empty while the old content is unknown."""

    kennung: str
    path: str
    unterschiede: tuple[Unterschied, ...] = ()


class Vergleich(NamedTuple):
    """How an Akte differs from what was decided.

    ``fehlend`` were bound and are gone, or are no longer part of the agreement; ``neu`` are part of it and were not
    bound.
    """

    geaendert: tuple[Abweichung, ...] = ()
    fehlend: tuple[str, ...] = ()
    neu: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything differs."""
        return bool(self.geaendert or self.fehlend or self.neu)


def lege_fest(akte: Akte, beschluss: Beschluss, pruefzeichen_vorlage: str | None = None) -> Festlegung:
    """Return what a decision binds in this state of the Akte.

    Raises ``NichtDarstellbarError``, which is an ``FgkError``, for a value that has no exact canonical form.
    """
    return aus_records(umfang(akte, beschluss), pruefzeichen_vorlage)


def aus_records(records: Iterable[Record[Datensatz]], pruefzeichen_vorlage: str | None = None) -> Festlegung:
    """Return the Festlegung of these records."""
    records = list(records)
    arten = {record.art.name for record in records}
    felder = {art: tuple(FELDER[art]) for art in FELDER if art in arten}
    eintraege = {str(record.kennung): digest(record, felder[record.art.name]) for record in records}
    return Festlegung(
        profil=PROFIL,
        felder=felder,
        eintraege=eintraege,
        pruefzeichen=pruefzeichen(felder, eintraege),
        pruefzeichen_vorlage=pruefzeichen_vorlage,
    )


def digest(record: Record[Datensatz], felder: Sequence[str] | None = None) -> str:
    """Return the digest of a record's agreed fields; without ``felder`` those of the profile.

    Raises ``KeyError`` for a kind that cannot be bound, ``NichtDarstellbarError`` for a value without exact form.
    """
    try:
        return pruefsumme(vereinbart(record.data, alle_felder(record.art.name, felder)))
    except NichtDarstellbarError as error:
        raise NichtDarstellbarError(f"{record.path}: {error.was}", error.tun) from error


def pruefzeichen(felder: Mapping[str, Sequence[str]], eintraege: Mapping[str, str]) -> str:
    """Return the Prüfzeichen over agreed fields and digests."""
    inhalt = {
        "profil": PROFIL,
        "felder": {art: list(namen) for art, namen in felder.items()},
        "eintraege": dict(eintraege),
    }
    return aus_abdruck(abdruck(inhalt))


def ist_stimmig(festlegung: Festlegung) -> bool:
    """Say whether a stored Festlegung agrees with itself. If not, somebody has changed it by hand.

    Its fields must be the profile's, and its Prüfzeichen that of its entries.
    """
    return all(
        tuple(namen) == FELDER[art] for art, namen in festlegung.felder.items()
    ) and festlegung.pruefzeichen == pruefzeichen(festlegung.felder, festlegung.eintraege)


def vergleiche(
    festlegung: Festlegung, akte: Akte, beschluss: Beschluss, frueher: Akte | None = None
) -> Vergleich:
    """Return how an Akte differs from what was decided.

    ``beschluss`` says what would be bound today. ``frueher`` is the Akte as it was decided on, from which the
    differences of single fields are told; a record of it counts only if its digest is the one that was bound.
    """
    jetzt = _nach_kennung(umfang(akte, beschluss))
    damals = {} if frueher is None else _alle(frueher)
    geaendert = []
    for kennung, summe in festlegung.eintraege.items():
        record = jetzt.get(kennung)
        if record is None:
            continue
        felder = festlegung.felder.get(record.art.name, ())
        if digest(record, felder) == summe:
            continue
        vorher = damals.get(kennung)
        bekannt = vorher is not None and digest(vorher, felder) == summe
        einzeln = feldunterschiede(vorher, record, felder) if vorher is not None and bekannt else ()
        geaendert.append(Abweichung(kennung, record.path, einzeln))
    return Vergleich(
        tuple(geaendert),
        tuple(kennung for kennung in festlegung.eintraege if kennung not in jetzt),
        tuple(kennung for kennung in jetzt if kennung not in festlegung.eintraege),
    )


def feldunterschiede(
    vorher: Record[Datensatz], nachher: Record[Datensatz], felder: Sequence[str] | None = None
) -> tuple[Unterschied, ...]:
    """Return the agreed fields that differ between two states of a record, in the order of the profile.

    Unlike other comparisons the order of texts in a list counts, as it does in the digest.
    """
    felder = alle_felder(nachher.art.name, felder)
    alt, neu = vereinbart(vorher.data, felder), vereinbart(nachher.data, felder)
    gefunden: list[Unterschied] = []
    for feld in felder:
        a, b = {feld: alt.get(feld)}, {feld: neu.get(feld)}
        if kanonisch(a) == kanonisch(b):
            continue
        einzeln = list(unterschiede(a, b))
        gefunden += einzeln or [Unterschied((feld,), alt.get(feld), neu.get(feld))]
    return tuple(gefunden)


def _nach_kennung(records: Iterable[Record[Datensatz]]) -> dict[str, Record[Any]]:
    return {str(record.kennung): record for record in records}


def _alle(akte: Akte) -> dict[str, Record[Any]]:
    return _nach_kennung(
        record for art, records in akte.records.items() if art.name in FELDER for record in records
    )

"""What a rule may look at, and how it says what it found."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from fgk.akte import Akte, Record
from fgk.katalog import Indikator, lade_katalog
from fgk.loading.ablagen import verfahren_von
from fgk.loading.nachbarn import nachbarkopf
from fgk.models.base import Datensatz
from fgk.models.datumsfelder import datumsgruppen
from fgk.models.massnahme import Massnahme
from fgk.models.verfahren import Katalog, Stufe, Verfahren
from fgk.models.verweise import Fundstelle, verweise
from fgk.models.ziel import Ziel
from fgk.positions import Span
from fgk.stand.belege import Beleg, OffenesTor, belege, offene_tore
from fgk.stand.beschlusslage import Annahme, annahme_der_zielvereinbarung


class Hit(NamedTuple):
    """A rule found something: in which file, at which route of keys, what is wrong and what to do.

    With ``key`` the mark goes under the key instead of the value. ``span`` overrides the route.
    """

    path: str
    route: tuple[str | int, ...]
    was: str
    tun: str
    key: bool = False
    span: Span | None = None


#: a reference and the record it stands in; an Akte has a thousand, and a plain tuple is made at once
Verweisstelle: TypeAlias = tuple[Record[Datensatz], Fundstelle]


class Gruppe(NamedTuple):
    """A mapping in a record's plain data, and where it stands."""

    record: Record[Datensatz]
    route: tuple[str | int, ...]
    data: Mapping[str, Any]


class Vergleichsstand(NamedTuple):
    """The Akte at the base of a pull request. What was decided there holds, whatever the new state says.

    ``entfallene`` returns the Kennungen that once were in the Akte and are gone, ``None`` where the history is cut off.
    """

    akte: Akte
    entfallene: Callable[[], frozenset[str] | None]


@dataclass
class Kontext:
    """The Akte, the day, and what follows from them; built once a run, looked up by many rules."""

    akte: Akte
    stichtag: date
    basis: Vergleichsstand | None = None

    @cached_property
    def verfahren(self) -> Verfahren | None:
        """The Verfahren of the Akte, ``None`` if unknown."""
        return verfahren_von(self.akte)

    @cached_property
    def stufe(self) -> Stufe | None:
        """The stage of the Akte in its Verfahren, ``None`` if unknown."""
        audit = self.akte.audit
        return None if audit is None or self.verfahren is None else self.verfahren.stufe(audit.stufe)

    @property
    def ist_kurz(self) -> bool:
        """Whether the Akte holds only the head and the certificate, and the rest is missing on purpose."""
        return self.akte.audit is not None and self.akte.audit.fuehrung == "kurz"

    def nachbar(self, kennung: str | None) -> Akte | None:
        """Return head and certificate of another Akte of the workspace, ``None`` where there is none of this Kennung."""
        if kennung is None:
            return None
        if kennung not in self._nachbarn:
            self._nachbarn[kennung] = nachbarkopf(self.akte.source, kennung)
        return self._nachbarn[kennung]

    @cached_property
    def _nachbarn(self) -> dict[str, Akte | None]:
        return {}

    @cached_property
    def katalog(self) -> Katalog | None:
        """The Handlungsfelder that apply, ``None`` if unknown."""
        audit = self.akte.audit
        return None if audit is None or self.verfahren is None else self.verfahren.katalog(audit.katalog)

    @property
    def indikatoren(self) -> dict[str, Indikator]:
        """The catalogue of indicators, by Kennung."""
        return lade_katalog()

    @cached_property
    def annahme(self) -> Annahme | None:
        """The decision that put the Zielvereinbarung into force by the Stichtag."""
        return annahme_der_zielvereinbarung(self.akte, self.stichtag)

    @cached_property
    def belege(self) -> list[Beleg]:
        """The steps that took place by the Stichtag, as the Akte says."""
        return list(belege(self.akte, self.stichtag))

    @cached_property
    def offene_tore(self) -> list[OffenesTor]:
        """The gates that were passed and lack something; none where most is missing on purpose."""
        if self.verfahren is None or self.ist_kurz:
            return []
        return offene_tore(self.akte, self.verfahren, self.belege, self.stichtag)

    @cached_property
    def bekannt(self) -> frozenset[str]:
        """All Kennungen of the Akte, those that only a file's name promises included.

        Where name and content differ one rule says so; references to either are not dangling.
        """
        versprochen = (record.art.kennung_aus_pfad(record.path) for record in self.records)
        return frozenset(self.akte.kennungen).union(kennung for kennung in versprochen if kennung)

    @cached_property
    def titel(self) -> dict[str, str]:
        """Kennung -> title of all faultless goals and measures."""
        titel = {record.modell.kennung: record.modell.titel for record in self.akte.alle(Ziel)}
        titel.update((record.modell.kennung, record.modell.titel) for record in self.akte.alle(Massnahme))
        return titel

    def mit_titel(self, kennung: str) -> str:
        """Return how messages name a goal or measure: its Kennung, and its title where it is known."""
        return f"{kennung} „{self.titel[kennung]}“" if kennung in self.titel else kennung

    @property
    def records(self) -> Iterator[Record[Datensatz]]:
        """All faultless records."""
        for records in self.akte.records.values():
            yield from records

    @cached_property
    def _verweise(self) -> dict[str, list[Verweisstelle]]:
        found: defaultdict[str, list[Verweisstelle]] = defaultdict(list)
        for record in self.records:
            for stelle in verweise(record.modell):
                found[stelle.ziel].append((record, stelle))
        return found

    def verweise(self, ziel: str) -> list[Verweisstelle]:
        """Return all references to a kind of record (the words of ``Verweis.ziel``)."""
        return self._verweise.get(ziel, [])

    @cached_property
    def datumsgruppen(self) -> list[Gruppe]:
        """Every mapping in the Akte that holds a date, for rules that compare dates wherever they stand."""
        found: list[Gruppe] = []
        for record in self.records:
            for route, data in datumsgruppen(record.art.modell, record.data):
                found.append(Gruppe(record, route, data))
        return found

    @cached_property
    def gesamttext(self) -> bytes:
        """The bytes of all files in one string, to rule out at once what occurs nowhere."""
        return b"\n".join(record.raw for record in self.records)


def texte_in(data: Any, route: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of a record's plain data with its route."""
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texte_in(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texte_in(value, (*route, index))

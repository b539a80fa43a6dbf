"""For amending an agreement: what is other than it was decided, record by record."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fgk.akte import Akte, Record
from fgk.comparing.felder import aenderungen, inhalt
from fgk.comparing.namen import Namen, Seiten
from fgk.documents.sicht import Sicht
from fgk.festlegung.festlegung import digest
from fgk.festlegung.profil import FELDER, vereinbart
from fgk.festlegung.umfang import betrifft_vereinbarung, betroffene, umfang
from fgk.models.base import Datensatz
from fgk.models.beschluss import Beschluss
from fgk.models.festlegung import Festlegung
from fgk.models.massnahme import Massnahme
from fgk.vergleich import KEIN_WERT, Aenderung

#: what a row shows of a record whose earlier version nobody knows: enough to tell which one it is and what it binds
_KURZ = {
    "massnahme": ("federfuehrung", "beginn", "ende", "ist_fortlaufend", "kosten"),
    "ziel": ("handlungsfeld", "messkriterien"),
    "zielvereinbarung": ("laufzeit",),
}
#: stands where the earlier version would
UNBEKANNT = "wie bisher beschlossen"
#: of a measure that nobody has fixed at the decision
VEREINBART = "schon vereinbart"


class Aenderungszeile(NamedTuple):
    """A row: which record, which of its fields, what was decided before, and what is proposed."""

    was: str
    angabe: str
    bisher: str
    neu: str


def werte(sicht: Sicht, beschluss: Beschluss) -> Mapping[str, object]:
    """Return what a decision amends, and the decisions that it amends."""
    if beschluss.art != "aenderung":
        return {"aenderungszeilen": [], "geaenderte": []}
    geaenderte = _geaenderte(sicht, beschluss)
    return {"aenderungszeilen": list(_zeilen(sicht.akte, beschluss, geaenderte)), "geaenderte": geaenderte}


def ist_unklar(sicht: Sicht, beschluss: Beschluss) -> bool:
    """Say whether nobody knows what a decision changes: the earlier version of something is not in git."""
    zeilen = _zeilen(sicht.akte, beschluss, _geaenderte(sicht, beschluss))
    return any(zeile.bisher == UNBEKANNT for zeile in zeilen)


def _geaenderte(sicht: Sicht, beschluss: Beschluss) -> list[Beschluss]:
    return [b for kennung in beschluss.aendert if (b := sicht.beschluss(kennung)) is not None]


def _zeilen(akte: Akte, beschluss: Beschluss, geaenderte: list[Beschluss]) -> Iterator[Aenderungszeile]:
    festlegungen = [b.festlegung for b in geaenderte if b.festlegung is not None]
    records = umfang(akte, beschluss)
    gegenueber = _Gegenueber(akte)
    for record in records:
        festlegung = next((f for f in reversed(festlegungen) if record.kennung in f.eintraege), None)
        if festlegung is not None:
            yield from gegenueber.geaendert(record, festlegung)
        elif festlegungen or getattr(record.modell, "herkunft", "") == "ergaenzt":
            yield gegenueber.ganz(record, "neu", FELDER[record.art.name])
        elif isinstance(record.modell, Massnahme):
            # whether the file holds the old or the new is not known; what is new the paper says
            yield gegenueber.ganz(record, "Inhalt", _KURZ["massnahme"], VEREINBART)
        else:
            yield gegenueber.ganz(record, "Inhalt", FELDER[record.art.name])
    vorhanden = {record.kennung for record in records}
    ist_ganz = betrifft_vereinbarung(akte, beschluss)
    for kennung in dict.fromkeys(k for f in festlegungen for k in f.eintraege):
        if kennung not in vorhanden and (ist_ganz or kennung in betroffene(beschluss)):
            yield Aenderungszeile(kennung, "entfällt", "Teil der beschlossenen Fassung", KEIN_WERT)


class _Gegenueber:
    """What was decided beside what is proposed, record by record."""

    def __init__(self, akte: Akte) -> None:
        from fgk.documents.vorlagen.frueher import Fassungen  # git takes a while to load

        self._fassungen = Fassungen(akte)
        self._namen = Namen(akte)

    def geaendert(self, record: Record[Datensatz], festlegung: Festlegung) -> Iterator[Aenderungszeile]:
        """Yield what is other about a record than a decision bound it; nothing where it is the same."""
        felder = festlegung.felder.get(record.art.name, ())
        summe = festlegung.eintraege[str(record.kennung)]
        if digest(record, felder) == summe:
            return
        vorher = self._fassungen.mit_summe(record.path, summe, felder)
        if vorher is None:
            kurz = [feld for feld in felder if feld in _KURZ.get(record.art.name, felder)]
            yield self.ganz(record, "geändert", kurz, UNBEKANNT)
            return
        alt, neu = vereinbart(vorher.data, felder), vereinbart(record.data, felder)
        for aenderung in aenderungen(record.art.modell, alt, neu, Seiten(self._namen, self._namen)):
            yield Aenderungszeile(
                _name(record), aenderung.feld, aenderung.vorher or KEIN_WERT, _nachher(aenderung)
            )

    def ganz(
        self, record: Record[Datensatz], angabe: str, felder: Sequence[str], bisher: str = KEIN_WERT
    ) -> Aenderungszeile:
        """Return a record with its agreed fields, a line each; its title stands beside it."""
        alle = inhalt(record.art.modell, vereinbart(record.data, felder), self._namen)
        neu = "\n".join(f"{aenderung.feld}: {aenderung.nachher}" for aenderung in alle)
        return Aenderungszeile(_name(record), angabe, bisher, neu)


def _name(record: Record[Datensatz]) -> str:
    name = f"{record.art.titel} {record.kennung} {getattr(record.modell, 'titel', '')}".strip()
    return f"{name} (Muster)" if record.modell.musterdaten else name


def _nachher(aenderung: Aenderung) -> str:
    """Return the new value, and where it leads; of a list only what came and went is told."""
    worte = aenderung.richtung.worte
    if aenderung.nachher is None and aenderung.vorher is None:
        return worte
    nachher = aenderung.nachher or KEIN_WERT
    return f"{nachher}\n({worte})" if worte else nachher

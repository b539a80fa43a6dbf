"""For amending an agreement: what is other than it was decided, record by record."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

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
from fgk.vergleich import KEIN_WERT


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
    geaenderte = [b for kennung in beschluss.aendert if (b := sicht.beschluss(kennung)) is not None]
    return {"aenderungszeilen": list(_zeilen(sicht.akte, beschluss, geaenderte)), "geaenderte": geaenderte}


def _zeilen(akte: Akte, beschluss: Beschluss, geaenderte: list[Beschluss]) -> Iterator[Aenderungszeile]:
    festlegungen = [b.festlegung for b in geaenderte if b.festlegung is not None]
    records = umfang(akte, beschluss)
    for record in records:
        festlegung = next((f for f in reversed(festlegungen) if record.kennung in f.eintraege), None)
        yield from _zu(akte, record, festlegung, ist_bekannt=bool(festlegungen))
    vorhanden = {record.kennung for record in records}
    ist_ganz = betrifft_vereinbarung(akte, beschluss)
    for kennung in dict.fromkeys(k for f in festlegungen for k in f.eintraege):
        if kennung not in vorhanden and (ist_ganz or kennung in betroffene(beschluss)):
            yield Aenderungszeile(kennung, "entfällt", "Teil der beschlossenen Fassung", KEIN_WERT)


def _zu(
    akte: Akte, record: Record[Datensatz], festlegung: Festlegung | None, *, ist_bekannt: bool
) -> Iterator[Aenderungszeile]:
    """Yield what is other about one record than an earlier decision bound it; nothing where it is the same."""
    was = f"{record.art.titel} {record.kennung} {getattr(record.modell, 'titel', '')}".strip()
    was += " (Muster)" if record.modell.musterdaten else ""
    if festlegung is None:
        yield Aenderungszeile(
            was,
            "neu" if ist_bekannt else "Inhalt",
            KEIN_WERT,
            _in_worten(akte, record, FELDER[record.art.name]),
        )
        return
    from fgk.documents.vorlagen.frueher import beschlossene_fassung  # git takes a while to load

    felder = festlegung.felder.get(record.art.name, ())
    summe = festlegung.eintraege[str(record.kennung)]
    if digest(record, felder) == summe:
        return
    vorher = beschlossene_fassung(akte, record.path, summe, felder)
    if vorher is None:
        yield Aenderungszeile(was, "geändert", "wie beschlossen", _in_worten(akte, record, felder))
        return
    namen = Namen(akte)
    alt, neu = vereinbart(vorher.data, felder), vereinbart(record.data, felder)
    for aenderung in aenderungen(record.art.modell, alt, neu, Seiten(namen, namen)):
        worte = aenderung.richtung.worte
        nachher = aenderung.nachher or ("" if aenderung.vorher is None else KEIN_WERT)
        nachher += (f"\n({worte})" if nachher else worte) if worte else ""
        yield Aenderungszeile(was, aenderung.feld, aenderung.vorher or KEIN_WERT, nachher)


def _in_worten(akte: Akte, record: Record[Datensatz], felder: Any) -> str:
    """Return the agreed fields of a record, a line each; its title stands beside it."""
    alle = inhalt(record.art.modell, vereinbart(record.data, felder), Namen(akte))
    return "\n".join(f"{aenderung.feld}: {aenderung.nachher}" for aenderung in alle)

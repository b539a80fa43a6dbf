"""For a Bilanz and another audit: the period that ends, and with which status its measures end."""

from collections.abc import Mapping
from typing import NamedTuple

from fgk.documents.schaubilder import FOLGE
from fgk.documents.sicht import Sicht
from fgk.documents.vorlagen.teilnahme import ist_bilanz_hier
from fgk.loading.nachbarn import nachbar
from fgk.models.begutachtung import Zertifikat
from fgk.models.beschluss import Beschluss
from fgk.models.stand import STATUS
from fgk.models.zielvereinbarung import Laufzeit, Zielvereinbarung
from fgk.stand.berichtsstand import berichte_bis, jahr_in_worten, letzte_eintraege, zaehle
from fgk.stand.zertifikatsstand import zertifikat_am


class Zwischenbilanz(NamedTuple):
    """The period that a Bilanz is drawn of; ``jahre`` are those with a report, oldest first."""

    laufzeit: Laufzeit | None
    zertifikat: Zertifikat | None
    jahre: list[str]
    statuszeilen: list[tuple[str, int]]


def werte(sicht: Sicht, beschluss: Beschluss) -> Mapping[str, object]:
    """Return what the period has brought, for a decision on a Bilanz."""
    return {"bilanz": _bilanz(sicht, beschluss) if beschluss.art == "bilanz" else None}


def _bilanz(sicht: Sicht, beschluss: Beschluss) -> Zwischenbilanz | None:
    """Return the figures of the Akte that has reports: this one, or the one of the audit before."""
    ist_hier = ist_bilanz_hier(sicht, beschluss)
    akte = sicht.akte if ist_hier else nachbar(sicht.akte.source, sicht.audit.vorgaenger)
    if akte is None:
        return None
    bekannt = berichte_bis(akte, sicht.stichtag)
    vereinbarung = akte.einzeln(Zielvereinbarung)
    anzahl = zaehle(letzte_eintraege(bekannt).values())
    return Zwischenbilanz(
        vereinbarung.modell.laufzeit if vereinbarung else None,
        zertifikat_am(akte, sicht.stichtag),
        [jahr_in_worten(bericht) for bericht in bekannt],
        [(STATUS[status], anzahl[status]) for status in FOLGE if anzahl[status]],
    )

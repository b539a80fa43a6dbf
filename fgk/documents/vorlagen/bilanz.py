"""For a Bilanz and another audit: the period that ends, and with which status its measures end."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from fgk.akte import Akte
from fgk.documents.schaubilder import FOLGE
from fgk.documents.sicht import Sicht
from fgk.documents.vorlagen.teilnahme import ist_bilanz_hier
from fgk.loading.nachbarn import nachbar
from fgk.models.begutachtung import Begutachtung, Zertifikat
from fgk.models.beschluss import Beschluss
from fgk.models.datum import ist_sicher_vor
from fgk.models.stand import STATUS
from fgk.models.zielvereinbarung import Laufzeit, Zielvereinbarung
from fgk.stand.fortschritt import berichte


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
    bekannt = [r.modell for r in berichte(akte) if not ist_sicher_vor(sicht.stichtag, r.modell.von)]
    vereinbarung, begutachtung = akte.einzeln(Zielvereinbarung), akte.einzeln(Begutachtung)
    return Zwischenbilanz(
        vereinbarung.modell.laufzeit if vereinbarung else None,
        begutachtung.modell.zertifikat if begutachtung else None,
        [bericht.kennung.removeprefix("J-").replace("-", "/") for bericht in bekannt],
        _zuletzt(akte, [bericht.kennung for bericht in bekannt]),
    )


def _zuletzt(akte: Akte, kennungen: list[str]) -> list[tuple[str, int]]:
    """Return every status with the number of measures that had it in the last report on them."""
    letzter: dict[str, str] = {}
    for record in berichte(akte):
        if record.modell.kennung in kennungen:
            letzter |= {eintrag.massnahme: eintrag.status for eintrag in record.modell.massnahmen}
    anzahl = Counter(letzter.values())
    return [(STATUS[status], anzahl[status]) for status in FOLGE if anzahl[status]]

"""The contribution before there is a contract: what the tariff says for this size, where it says anything."""

from collections.abc import Mapping
from typing import NamedTuple

from fgk.documents.sicht import Sicht
from fgk.documents.vorlagen.teilnahme import ARTEN, stufe_danach, vertrag_zu
from fgk.loading.tarife import Geltend, ablage_des_tarifs, mitgelieferter, tarif_in
from fgk.models.audit import Einwohner
from fgk.models.beschluss import Beschluss
from fgk.tarif.rechnung import Anfrage, Kostenbeitrag, berechne


class Tarifbetrag(NamedTuple):
    """A contribution, the tariff it follows from, and the number of inhabitants."""

    beitrag: Kostenbeitrag
    geltend: Geltend
    einwohner: Einwohner


def werte(sicht: Sicht, beschluss: Beschluss) -> Mapping[str, object]:
    """Return what a paper on taking part says of the contribution by the tariff."""
    return {"tarifbetrag": tarifbetrag(sicht, beschluss)}


def tarifbetrag(sicht: Sicht, beschluss: Beschluss) -> Tarifbetrag | None:
    """Return the contribution by the tariff; ``None`` where a contract says it, or no tariff does for this size."""
    einwohner = sicht.audit.ort.einwohner
    vertrag = vertrag_zu(sicht, beschluss)
    if beschluss.art not in ARTEN or einwohner is None or (vertrag is not None and vertrag.kostenbeitrag):
        return None
    ablage = ablage_des_tarifs(sicht.akte.source)
    geltend = mitgelieferter() if ablage is None else tarif_in(ablage)
    anfrage = Anfrage(einwohner.anzahl, sicht.verfahren.kennung, stufe_danach(sicht, beschluss))
    beitrag = berechne(geltend.tarif, anfrage) if geltend else None
    return Tarifbetrag(beitrag, geltend, einwohner) if geltend and beitrag else None

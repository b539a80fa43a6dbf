"""What documents ask of assessment and certificate, as they stood on the Stichtag."""

from fgk.documents.sicht import Sicht
from fgk.models.begutachtung import ZERTIFIKATSART, Begutachtung, Zertifikat
from fgk.stand.rueckblick import begutachtung_am


def begutachtung_von(sicht: Sicht) -> Begutachtung | None:
    """Return the assessment as it stood on the Stichtag."""
    record = sicht.akte.einzeln(Begutachtung)
    return begutachtung_am(record.modell, sicht.stichtag) if record else None


def art_des_zertifikats(sicht: Sicht, zertifikat: Zertifikat | None) -> str:
    """Return which certificate it is, or would be at the end of this stage."""
    stufe = sicht.verfahren.stufe(sicht.audit.stufe)
    art = zertifikat.art if zertifikat else stufe.zertifikat if stufe else None
    return ZERTIFIKATSART[art] if art else "Zertifikat"


def ist_befristet(sicht: Sicht) -> bool:
    """Say whether agreement and certificate of this stage have an end."""
    return sicht.verfahren.ist_befristet(sicht.audit.stufe)

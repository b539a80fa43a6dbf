"""What a Bilanz says beside the reports: assessment, certificate, the stage that follows, and the decision on it."""

from collections.abc import Iterator

from fgk.documents.sicht import Sicht
from fgk.models.audit import STUFE
from fgk.models.begutachtung import ZERTIFIKATSART, Begutachtung
from fgk.models.beschluss import Beschluss
from fgk.models.datum import ist_sicher_vor
from fgk.stand.rueckblick import beschluss_am
from fgk.stand.zertifikatsstand import zertifikat_am


def begutachtung(sicht: Sicht) -> Begutachtung | None:
    """Return the assessment, once it has taken place."""
    record = sicht.akte.einzeln(Begutachtung)
    if record is None or ist_sicher_vor(sicht.stichtag, record.modell.begutachtet_am):
        return None
    return record.modell


def zertifikat(sicht: Sicht) -> str:
    """Return the certificate with its end, empty while there is none."""
    erteilt = zertifikat_am(sicht.akte, sicht.stichtag)
    if erteilt is None:
        return ""
    bis = f", gültig bis {sicht.am(erteilt.gueltig_bis)}" if erteilt.gueltig_bis else ""
    return ZERTIFIKATSART[erteilt.art] + bis


def naechste_stufe(sicht: Sicht) -> str:
    """Return the name of the stage that follows, empty where there is none in this Verfahren."""
    stufe = sicht.verfahren.stufe_nach(sicht.audit.stufe)
    return STUFE[stufe] if stufe else ""


def beschluesse(sicht: Sicht) -> Iterator[Beschluss]:
    """Yield the decisions on this Bilanz; one from before the period was about the audit before."""
    laufzeit = sicht.vereinbarung.laufzeit if sicht.vereinbarung else None
    for record in sicht.akte.alle(Beschluss):
        beschluss = beschluss_am(record.modell, sicht.stichtag)
        tage = [beratung.datum for beratung in beschluss.beratungen]
        ist_frueher = laufzeit is not None and any(ist_sicher_vor(tag, laufzeit.von) for tag in tage)
        if beschluss.art == "bilanz" and not ist_frueher:
            yield beschluss

"""What is on file about the certificate on a Stichtag: none, valid, expired, or expired while the next audit runs.

Its end is read and never reckoned: the validity counts from the grant, and where no end is on file, nobody knows it.
"""

from datetime import date
from typing import NamedTuple

from fgk.akte import Akte
from fgk.loading.ablagen import verfahren_von
from fgk.loading.nachbarn import nachbar, nachfolger
from fgk.models.begutachtung import Begutachtung, Zertifikat
from fgk.models.datum import fruehestens, ist_sicher_vor
from fgk.models.werte import Vokabular
from fgk.stand.schritte import schritte

ZERTIFIKATSSTAND = Vokabular(
    keines="kein Zertifikat",
    gueltig="gültig",
    unbefristet="unbefristet gültig",
    ende_unbekannt="Ende nicht eingetragen",
    abgelaufen="abgelaufen",
    reaudit="abgelaufen, Re-Audit läuft",
    abgeloest="abgelöst",
)


class Zertifikatsstand(NamedTuple):
    """The certificate of an Akte, or while it has none that of the audit before.

    ``akte`` is the Kennung of the Akte in which it is on file, ``neues_audit`` that of the audit that goes on after it.
    ``vorgaenger_fehlt`` names the audit before where that does not lie in the workspace.
    """

    zustand: str
    zertifikat: Zertifikat | None = None
    akte: str = ""
    neues_audit: str | None = None
    vorgaenger_fehlt: str | None = None
    ist_vom_vorigen: bool = False

    @property
    def seit(self) -> date | str | None:
        """The day of the grant, else of the ceremony."""
        return self.zertifikat.seit if self.zertifikat else None


def zertifikat_am(akte: Akte, stichtag: date) -> Zertifikat | None:
    """Return the certificate that had been granted by a day."""
    record = akte.einzeln(Begutachtung)
    zertifikat = record.modell.zertifikat if record else None
    if zertifikat is None:
        return None
    return None if zertifikat.seit is None or ist_sicher_vor(stichtag, zertifikat.seit) else zertifikat


def zertifikatsstand(akte: Akte, stichtag: date) -> Zertifikatsstand:
    """Return where the certificate stands; looks at the audit before and at the one after, where they are at hand."""
    audit = akte.audit
    if audit is None:
        return Zertifikatsstand("keines")
    eigenes = zertifikat_am(akte, stichtag)
    if eigenes is None:
        return _aus_vorigem(akte, audit.vorgaenger, stichtag)
    neues = nachfolger(akte.source, audit.kennung)
    if neues is None or not _hat_begonnen(neues, stichtag):
        return Zertifikatsstand(_zustand(akte, eigenes, stichtag), eigenes, audit.kennung)
    neue_kennung = neues.audit.kennung if neues.audit else None
    zustand = _zustand(akte, eigenes, stichtag, laeuft_neues=True)
    ist_abgeloest = zertifikat_am(neues, stichtag) is not None
    return Zertifikatsstand("abgeloest" if ist_abgeloest else zustand, eigenes, audit.kennung, neue_kennung)


def _aus_vorigem(akte: Akte, vorgaenger: str | None, stichtag: date) -> Zertifikatsstand:
    """Return the certificate of the audits before, the latest that has one; a circle ends where it began."""
    kennung = akte.audit.kennung if akte.audit else ""
    gesehen = {kennung}
    while vorgaenger is not None and vorgaenger not in gesehen:
        gesehen.add(vorgaenger)
        voriges = nachbar(akte.source, vorgaenger)
        if voriges is None or voriges.audit is None:
            return Zertifikatsstand("keines", vorgaenger_fehlt=vorgaenger)
        zertifikat = zertifikat_am(voriges, stichtag)
        if zertifikat is not None:
            zustand = _zustand(voriges, zertifikat, stichtag, laeuft_neues=_hat_begonnen(akte, stichtag))
            return Zertifikatsstand(zustand, zertifikat, vorgaenger, kennung, ist_vom_vorigen=True)
        vorgaenger = voriges.audit.vorgaenger
    return Zertifikatsstand("keines")


def _zustand(akte: Akte, zertifikat: Zertifikat, stichtag: date, *, laeuft_neues: bool = False) -> str:
    if zertifikat.gueltig_bis is None:
        return "ende_unbekannt" if _ist_befristet(akte) else "unbefristet"
    if not ist_sicher_vor(zertifikat.gueltig_bis, stichtag):
        return "gueltig"
    return "reaudit" if laeuft_neues else "abgelaufen"


def _ist_befristet(akte: Akte) -> bool:
    verfahren = verfahren_von(akte)
    return verfahren is None or akte.audit is None or verfahren.ist_befristet(akte.audit.stufe)


def _hat_begonnen(akte: Akte, stichtag: date) -> bool:
    """Say whether an audit runs: something has taken place, or its Akte is there and names no day at all."""
    tage = [schritt.datum for schritt in schritte(akte, date.max) if schritt.datum]
    return not tage or any(fruehestens(tag) <= stichtag for tag in tage)

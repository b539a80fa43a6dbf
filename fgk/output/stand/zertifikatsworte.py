"""What there is to know about the certificate, in a sentence."""

from datetime import date

from fgk.models.begutachtung import ZERTIFIKATSART
from fgk.models.datum import tag_danach
from fgk.output.stand.zeiten import am
from fgk.schreibweise import datum
from fgk.stand.zertifikatsstand import Zertifikatsstand


def zertifikatssatz(stand: Zertifikatsstand) -> str:
    """Return in a sentence or two what there is to know about the certificate."""
    if stand.zertifikat is None:
        fehlt = stand.vorgaenger_fehlt
        ohne = f" Die Akte der vorigen Stufe, {fehlt}, liegt nicht in diesem Arbeitsbereich." if fehlt else ""
        return f"Es gibt noch kein Zertifikat.{ohne}"
    neues = "" if stand.ist_vom_vorigen else f" ({stand.neues_audit})"
    saetze = {
        "gueltig": f"gültig bis {datum(stand.zertifikat.gueltig_bis)}.",
        "unbefristet": "unbefristet gültig.",
        "ende_unbekannt": "das Ende der Gültigkeit ist nicht eingetragen.",
        "abgelaufen": f"{abgelaufen(stand)}.",
        "reaudit": f"Zertifikat {abgelaufen(stand)}, Re-Audit läuft{neues}.",
        "abgeloest": f"abgelöst durch das Zertifikat aus {stand.neues_audit}.",
    }
    mehr = ""
    if stand.zustand in ("gueltig", "ende_unbekannt") and stand.neues_audit and not stand.ist_vom_vorigen:
        mehr = f" Das nächste Audit läuft{neues}."
    return f"{ZERTIFIKATSART[stand.zertifikat.art]}, {_erteilt(stand)}; {saetze[stand.zustand]}{mehr}"


def abgelaufen(stand: Zertifikatsstand) -> str:
    """Return since when a certificate is no longer valid: the day after its last, where that is known."""
    bis = stand.zertifikat.gueltig_bis if stand.zertifikat else None
    if isinstance(bis, date):
        return f"abgelaufen seit {datum(tag_danach(bis))}"
    return f"abgelaufen (gültig bis {datum(bis)})"


def _erteilt(stand: Zertifikatsstand) -> str:
    wort = "erteilt" if stand.zertifikat and stand.zertifikat.erteilt_am else "verliehen"
    aus = f" (Akte {stand.akte})" if stand.ist_vom_vorigen else ""
    return f"{wort} {am(stand.seit)}{aus}"

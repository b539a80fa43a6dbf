"""Find out where an audit stands, for whoever writes it down: ``fgk status``, a calendar, a list."""

from collections import Counter
from datetime import date

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.loading.ablagen import verfahren_von
from fgk.loading.nachbarn import nachbar
from fgk.models.audit import Audit, Mitglied
from fgk.models.massnahme import Massnahme
from fgk.models.verfahren import Verfahren
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.stand.berichtsstand import bekannte_berichte, letzte_eintraege
from fgk.stand.beschlusslage import ist_vereinbart
from fgk.stand.felder import feldstaende
from fgk.stand.fristen.alle import fristen
from fgk.stand.lage import Mitgliedsstand, Stand
from fgk.stand.phasen import phasen
from fgk.stand.phasenstand import Phasenstand
from fgk.stand.schritte import schritte
from fgk.stand.stellen import traeger
from fgk.stand.zeitpunkt import Monate, Zeitpunkt, monate_zwischen, zeitpunkt
from fgk.stand.zertifikatsstand import zertifikat_am, zertifikatsstand


def stand_von(akte: Akte, stichtag: date) -> Stand:
    """Return where an audit stands; raises ``FgkError`` where not even the head of the Akte can be used."""
    audit, verfahren = akte.audit, verfahren_von(akte)
    if audit is None or verfahren is None:
        raise FgkError(
            f"Aus „{akte.shown_path('audit.yaml')}“ lässt sich kein Stand ablesen.",
            "Prüfen Sie die Datei mit „fgk validate“: Sie hat Fehler, oder sie nennt ein unbekanntes Verfahren.",
        )
    mitglieder = [_mitglied(akte, mitglied, stichtag) for mitglied in audit.mitglieder]
    return _stand(akte, audit, verfahren, mitglieder, stichtag)


def _mitglied(akte: Akte, mitglied: Mitglied, stichtag: date) -> Mitgliedsstand:
    eigene = nachbar(akte.source, mitglied.akte)
    audit = eigene.audit if eigene else None
    verfahren = verfahren_von(eigene) if eigene else None
    if eigene is None or audit is None or verfahren is None:
        return Mitgliedsstand(mitglied, None)
    # its own members, if it has any, are none of ours: two Kreise could name each other
    return Mitgliedsstand(mitglied, _stand(eigene, audit, verfahren, [], stichtag))


def _stand(
    akte: Akte, audit: Audit, verfahren: Verfahren, mitglieder: list[Mitgliedsstand], stichtag: date
) -> Stand:
    alle = schritte(akte, stichtag)
    zertifikat = zertifikatsstand(akte, stichtag)
    bekannt = bekannte_berichte(akte, stichtag)
    staende = [] if audit.fuehrung == "kurz" else phasen(akte, verfahren, alle, stichtag)
    gilt, vereinbarung = ist_vereinbart(akte, stichtag), akte.einzeln(Zielvereinbarung)
    return Stand(
        audit=audit,
        verfahren=verfahren,
        stufe=verfahren.stufe(audit.stufe),
        stichtag=stichtag,
        schritte=alle,
        phasen=staende,
        zertifikat=zertifikat,
        fristen=fristen(akte, verfahren, alle, zertifikat, stichtag),
        felder=feldstaende(akte, verfahren, letzte_eintraege(bekannt), stichtag) if gilt else [],
        entworfen=(len(akte.alle(Ziel)), len(akte.alle(Massnahme))),
        fassung=vereinbarung.modell.fassung if vereinbarung and gilt else 0,
        bericht=bekannt[-1] if gilt and bekannt else None,
        mitglieder=mitglieder,
        traeger=traeger(akte),
        wirkungen=_wirkungen(akte) if verfahren.ist_wirkung_unterschieden and gilt else {},
        zertifikat_nach=_wartezeit(akte, staende, stichtag),
        fehlerhaft=sorted(akte.fehlerhaft),
    )


def _wirkungen(akte: Akte) -> dict[str, int]:
    """Count the measures that the leads can carry out themselves, and those that they can only set off."""
    gezaehlt = Counter(record.modell.wirkung for record in akte.alle(Massnahme))
    ohne = {"ohne": gezaehlt[None]} if gezaehlt[None] else {}
    return {"unmittelbar": gezaehlt["unmittelbar"], "mittelbar": gezaehlt["mittelbar"], **ohne}


def _wartezeit(akte: Akte, staende: list[Phasenstand], stichtag: date) -> Monate | None:
    """Return how long it took from the beginning, which is where the first phase with a usual length begins."""
    beginn = next((stand.beginn for stand in staende if stand.ueblich), None)
    zertifikat = zertifikat_am(akte, stichtag)
    seit = zertifikat.seit if zertifikat else None
    if beginn is None:
        return None
    return monate_zwischen(beginn, zeitpunkt(seit) if seit else Zeitpunkt(stichtag, stichtag))

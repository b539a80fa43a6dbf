"""The Kurzfassung of a Jahresbericht: two pages for the council, however much there is to report.

What the measures come to stands in full; of everything else as much as has room, and what was left out is said.
"""

from collections.abc import Iterable

from fgk.documents.berichtslage import Berichtslage
from fgk.documents.berichtswahl import alle, bericht_von, fehlt, waehle
from fgk.documents.dokument import Dokument, Kopf
from fgk.documents.jahresbericht import angaben
from fgk.documents.kurzlisten import punkte
from fgk.documents.platz import Auswahl, gekuerzt, zeilen
from fgk.documents.schaubilder import FOLGE
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.werk import Werk
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import STATUS
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.beschlusslage import annahme

__all__ = ["alle", "baue", "fehlt", "waehle"]

#: after "ist" and "sind"
_BEUGT = {"ruht": "ruhend"}
#: lines of two pages, as many as every format has
_ZEILEN = 108
#: the mark of a draft; with it a table that stays whole may have to go to the second page
_ENTWURF = 8
_FELDNAME, _ANGABE, _ABSATZ = 60, 140, 600
#: stand in the whole report
_AUSGELASSEN = ("Laufzeit der Vereinbarung", "Vorgelegt am")


def baue(sicht: Sicht, jahr: str | None) -> Dokument:
    """Return the short form of the report of ``jahr``; a draft is made without one, too."""
    bericht = bericht_von(sicht, jahr)
    lage = Berichtslage(sicht, bericht)
    kopf = _kopf(sicht, lage)
    zusammenfassung = gekuerzt(bericht.zusammenfassung or "", _ABSATZ)
    vergeben = [status for status in FOLGE if any(balken.anzahl[status] for balken in lage.verlauf[-2:])]
    feldnamen = [gekuerzt(zeile.bezeichnung, _FELDNAME) for zeile in lage.zeilen]
    wohin = _wohin(sicht, bericht)
    fest = [zusammenfassung, _in_worten(lage), "; ".join(feldnamen), wohin]
    rest = _ZEILEN - _kopfzeilen(kopf) - sum(zeilen(text) + 1 for text in fest)
    rest -= 1.6 * (len(vergeben) + 3) + (_ENTWURF if sicht.ist_entwurf else 0)
    gewaehlt = punkte(lage, rest)
    koerper = fuelle(
        "kurzfassung.md.j2",
        sicht,
        bericht=bericht,
        zusammenfassung=zusammenfassung,
        in_worten=_in_worten(lage),
        statuszeilen=lage.zeilen,
        feldnamen=feldnamen,
        vergeben=vergeben,
        summen=lage.summen,
        verlauf=lage.verlauf,
        davor=lage.davor,
        punkte=gewaehlt,
        ist_gekuerzt=zusammenfassung.endswith("[…]") or _ist_gekuerzt(auswahl for _, auswahl in gewaehlt),
        wohin=wohin,
    )
    return Dokument(kopf, koerper)


def _kopf(sicht: Sicht, lage: Berichtslage) -> Kopf:
    bericht = lage.bericht
    gezeigt = angaben(sicht, bericht, annahme(sicht.akte, bericht.kennung, sicht.stichtag))
    return sicht.kopf(
        f"Kurzfassung {jahr_in_worten(bericht)}",
        f"des Jahresberichts zur Umsetzung {Werk(sicht.verfahren.ergebnisdokument).des}",
        [
            (name, gekuerzt(wert.replace("\n", "; "), _ANGABE))
            for name, wert in gezeigt
            if name not in _AUSGELASSEN
        ],
        [bericht, sicht.vereinbarung, *lage.massnahmen],
        ist_kurz=True,
    )


def _kopfzeilen(kopf: Kopf) -> float:
    """Return about how many lines the head of the first page takes."""
    return (
        8
        + 1.4 * sum(zeilen(wert, 29) for _, wert in kopf.angaben)
        + sum(zeilen(h) + 2 for h in kopf.hinweise)
    )


def _in_worten(lage: Berichtslage) -> str:
    """Return what the measures come to, in a sentence."""
    summe = len(lage.eintraege)
    if not summe:
        return "Über Maßnahmen wird in diesem Bericht noch nicht berichtet."
    teile = [
        f"{lage.summen[status]} {_BEUGT.get(status, STATUS[status])}"
        for status in FOLGE
        if lage.summen[status]
    ]
    anfang = "Von der einen Maßnahme" if summe == 1 else f"Von {summe} Maßnahmen"
    verb = "ist" if lage.summen[next(s for s in FOLGE if lage.summen[s])] == 1 else "sind"
    rest = len(lage.ohne_bericht)
    ohne = f" Zu {rest} {'weiteren vereinbarten Maßnahmen' if rest > 1 else 'weiteren vereinbarten Maßnahme'} fehlt eine Angabe."
    return f"{anfang} {verb} {_und(teile)}.{ohne if rest else ''}"


def _und(teile: list[str]) -> str:
    return " und ".join(filter(None, (", ".join(teile[:-1]), teile[-1])))


def _ist_gekuerzt(auswahlen: Iterable[Auswahl]) -> bool:
    return any(a.weitere or any(text.endswith("[…]") for text in a.eintraege) for a in auswahlen)


def _wohin(sicht: Sicht, bericht: Jahresbericht) -> str:
    """Say where the whole report is: with the paper of the council, or with the Projektleitung."""
    beschluss = sicht.beschluss(bericht.beschluss)
    nummer = beschluss.vorlage.nummer if beschluss and beschluss.vorlage else None
    satz = (
        f"Der vollständige Jahresbericht {jahr_in_worten(bericht)} sagt zu jeder Maßnahme, was getan wurde, und nennt "
        "Nachweise, Indikatoren und Quellen."
    )
    if nummer:
        return f"{satz} Er gehört zur Vorlage {gekuerzt(nummer, 40)}."
    leitung = "; ".join(sicht.besetzung(sicht.audit.rollen.projektleitung, bericht.bis))
    return f"{satz} Er ist bei der Projektleitung erhältlich{f': {gekuerzt(leitung, _ANGABE)}' if leitung else ''}."

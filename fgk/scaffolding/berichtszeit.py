"""On which time a new annual report is, under which Kennung, and when it is due."""

import re
from datetime import date

from fgk.errors import FgkError, NotYetError
from fgk.models.datum import tag_danach
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.vertrag import Vertrag
from fgk.models.zielvereinbarung import Laufzeit, Zielvereinbarung
from fgk.scaffolding.lesen import lies
from fgk.scaffolding.vorhaben import Vorhaben
from fgk.schreibweise import datum
from fgk.stand.fortschritt import berichte

_JAHRE = re.compile(r"([12][0-9]{3})(?:[-/]([12][0-9]{3}))?")


def naechstes_jahr(vorhaben: Vorhaben) -> str | None:
    """Return the year that the next report is about; ``None`` where nothing says so, or the agreement has ended.

    A year that has not ended goes without saying for nobody: whoever wants its report now has to name it.
    """
    frueher = berichte(vorhaben.akte)
    vereinbarung = vorhaben.akte.einzeln(Zielvereinbarung)
    laufzeit = vereinbarung.modell.laufzeit if vereinbarung else None
    if laufzeit is None:
        return None
    letzter = frueher[-1].modell.bis if frueher else None
    jahr = letzter.year + 1 if letzter else laufzeit.von.year
    if jahr > laufzeit.letzter_tag.year or (letzter and letzter >= laufzeit.letzter_tag):
        return None
    ende = min(date(jahr, 12, 31), laufzeit.letzter_tag)
    if ende >= vorhaben.stichtag:
        raise NotYetError(
            f"Der nächste Bericht wäre der über {jahr}; die Zeit endet aber erst am {datum(ende)}.",
            f"Soll es ihn jetzt schon geben, nennen Sie das Jahr: „fgk new jahresbericht {jahr}“.",
        )
    return str(jahr)


def jahre(vorhaben: Vorhaben) -> tuple[int, int]:
    """Return the first and the last year of the report that was asked for; raises ``FgkError`` for what is none."""
    text = str(vorhaben.angaben["jahr"])
    match = _JAHRE.fullmatch(text)
    if match is None or (match[2] and int(match[2]) <= int(match[1])):
        raise FgkError(
            f"„{text}“ ist kein Jahr.",
            "Nennen Sie das Jahr, über das berichtet wird, z. B. 2024, oder zwei in einem Bericht: 2024-2025.",
        )
    return int(match[1]), int(match[2] or match[1])


def freie_kennung(vorhaben: Vorhaben, erstes: int, letztes: int) -> str:
    """Return the Kennung of a report; raises ``FgkError`` where those years are reported on already."""
    name = str(erstes) if erstes == letztes else f"{erstes}-{letztes}"
    for record in berichte(vorhaben.akte):
        da = record.modell
        if da.bis.year >= erstes and int(da.kennung[2:6]) <= letztes:
            raise FgkError(
                f"Über {name} ist schon berichtet: „{record.path}“ geht vom {datum(da.von)} bis zum {datum(da.bis)}.",
                "Ergänzen Sie diesen Bericht, oder nennen Sie ein anderes Jahr.",
            )
    return vorhaben.pruefe_kennung(f"J-{name}")


def zeitraum(
    vorhaben: Vorhaben, erstes: int, letztes: int, letzter: Jahresbericht | None
) -> tuple[date, date]:
    """Return the first and the last day: from where the last report ended to the end of the year, within the agreement.

    Raises ``FgkError`` for a year outside of it, and for time in between that nobody has reported on.
    """
    laufzeit = _laufzeit(vorhaben)
    if laufzeit and (letztes < laufzeit.von.year or erstes > laufzeit.letzter_tag.year):
        raise FgkError(
            f"Die Zielvereinbarung gilt vom {datum(laufzeit.von)}"
            + (f" bis zum {datum(laufzeit.bis)}." if laufzeit.bis else " an."),
            "Nennen Sie ein Jahr aus dieser Zeit, oder berichtigen Sie die Laufzeit in „zielvereinbarung.yaml“.",
        )
    anfang = tag_danach(letzter.bis) if letzter else laufzeit.von if laufzeit else date(erstes, 1, 1)
    ende = date(letztes, 12, 31)
    von = _gesagter_tag(vorhaben, "von") or anfang
    if von < date(erstes - 1, 7, 1):
        raise FgkError(
            f"Über die Zeit ab dem {datum(von)} ist noch nicht berichtet.",
            f"Legen Sie zuerst den Bericht über {von.year} an, oder beide in einem: „fgk new jahresbericht "
            f"{von.year}-{letztes}“. Soll die Zeit ohne Bericht bleiben, nennen Sie --von.",
        )
    return von, _gesagter_tag(vorhaben, "bis") or (min(ende, laufzeit.letzter_tag) if laufzeit else ende)


def _gesagter_tag(vorhaben: Vorhaben, name: str) -> date | None:
    text = vorhaben.angaben.get(name)
    return lies(Jahresbericht, name, text, f"--{name}") if text else None


def _laufzeit(vorhaben: Vorhaben) -> Laufzeit | None:
    """Return the period of the agreement, ``None`` where its file has faults; raises ``FgkError`` without agreement."""
    vereinbarung = vorhaben.akte.einzeln(Zielvereinbarung)
    if vereinbarung is None and not vorhaben.akte.source.exists("zielvereinbarung.yaml"):
        raise FgkError(
            "Die Akte hat noch keine Zielvereinbarung, über die zu berichten wäre.",
            "Legen Sie sie zuerst an: „fgk new zielvereinbarung“.",
        )
    return vereinbarung.modell.laufzeit if vereinbarung else None


def faellig_am(vorhaben: Vorhaben, jahr: int, letzter: Jahresbericht | None) -> date | str | None:
    """Return the day that the contract names for this report, or a year after the last one was due."""
    vertrag = vorhaben.akte.einzeln(Vertrag)
    for pflicht in vertrag.modell.pflichten if vertrag else ():
        if "Jahresbericht" in pflicht.text and str(jahr) in pflicht.text and pflicht.faellig_am:
            return pflicht.faellig_am
    frueher = letzter.faellig_am if letzter else None
    if letzter is None or not isinstance(frueher, date):
        return None
    neues_jahr = min(frueher.year + jahr - letzter.bis.year, date.max.year)
    return frueher.replace(year=neues_jahr, day=min(frueher.day, 28) if frueher.month == 2 else frueher.day)

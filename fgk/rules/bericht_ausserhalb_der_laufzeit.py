"""FGK303: an annual report is about the time of the agreement."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.datum import fruehestens
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.zielvereinbarung import Laufzeit, Zielvereinbarung
from fgk.rules.berichte import berichtsname
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum


@rule("FGK303", "bericht-ausserhalb-der-laufzeit", severity=Severity.FEHLER, since="0.1")
def bericht_ausserhalb_der_laufzeit(kontext: Kontext) -> Iterator[Hit]:
    """Ein Jahresbericht berichtet über die Laufzeit der Zielvereinbarung.

    ## Warum

    Berichtet wird über Kalenderjahre; der erste Bericht darf im Januar des Jahres beginnen, in dem die
    Laufzeit beginnt, der letzte im Dezember des Jahres enden, in dem sie endet. Alles andere gehört in eine
    andere Akte oder ist ein Tippfehler.

    ## Beispiel

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    # datei: jahresberichte/2023.yaml
    kennung: J-2023
    von: 2023-01-01  # FGK303
    bis: 2023-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```

    ## Stattdessen

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```
    """
    vereinbarung = kontext.akte.einzeln(Zielvereinbarung)
    laufzeit = _mit_frueheren(vereinbarung.modell) if vereinbarung else None
    if laufzeit is None:
        return
    for record in kontext.akte.alle(Jahresbericht):
        key = _ausserhalb(record.modell, laufzeit)
        if key:
            yield Hit(
                record.path,
                (key,),
                f"Der Zeitraum des {berichtsname(record).replace('bericht', 'berichts', 1)} passt nicht zur Laufzeit "
                f"{_in_worten(laufzeit)}.",
                "Prüfen Sie „von“ und „bis“ hier und die Laufzeit in zielvereinbarung.yaml.",
            )


def _mit_frueheren(vereinbarung: Zielvereinbarung) -> Laufzeit | None:
    """Return the period of the agreement with its earlier versions, on which earlier reports were made."""
    laufzeit = vereinbarung.laufzeit
    if laufzeit is None:
        return None
    beginn = min((fruehestens(fassung.von) for fassung in vereinbarung.fassungen), default=laufzeit.von)
    return laufzeit.model_copy(update={"von": min(beginn, laufzeit.von)})


def _in_worten(laufzeit: Laufzeit) -> str:
    ende = f"bis zum {datum(laufzeit.bis)}" if laufzeit.bis else "ohne Ende"
    return f"vom {datum(laufzeit.von)} {ende}"


def _ausserhalb(bericht: Jahresbericht, laufzeit: Laufzeit) -> str | None:
    if bericht.von.year < laufzeit.von.year or bericht.bis < laufzeit.von:
        return "von"
    if bericht.bis.year > laufzeit.letzter_tag.year or bericht.von > laufzeit.letzter_tag:
        return "bis"
    return None

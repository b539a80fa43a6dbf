"""FGK302: an agreed measure ends within the agreement."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.datum import ist_sicher_vor
from fgk.models.massnahme import Massnahme
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum


@rule("FGK302", "frist-nach-laufzeit", severity=Severity.WARNUNG, since="0.1")
def frist_nach_laufzeit(kontext: Kontext) -> Iterator[Hit]:
    """Eine vereinbarte Maßnahme endet innerhalb der Laufzeit der Zielvereinbarung.

    ## Warum

    Über die Umsetzung wird nur während der Laufzeit berichtet. Was länger dauert, ist eine fortlaufende
    Maßnahme oder endet hier mit einem Teilschritt.

    ## Beispiel

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2028-12-31  # FGK302
    ```

    ## Stattdessen

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2026-12-31
    ```
    """
    vereinbarung = kontext.akte.einzeln(Zielvereinbarung)
    laufzeit = vereinbarung.modell.laufzeit if vereinbarung else None
    if laufzeit is None:
        return
    for record in kontext.akte.alle(Massnahme):
        massnahme = record.modell
        if massnahme.herkunft == "vereinbart" and ist_sicher_vor(laufzeit.bis, massnahme.beginn):
            yield Hit(
                record.path,
                ("beginn",),
                f"Der Beginn der Maßnahme „{massnahme.titel}“ ({datum(massnahme.beginn)}) liegt nach der Laufzeit "
                f"(bis {datum(laufzeit.bis)}).",
                "Prüfen Sie den Tag; eine Maßnahme der Vereinbarung beginnt in ihrer Laufzeit.",
            )
        elif massnahme.herkunft == "vereinbart" and ist_sicher_vor(laufzeit.bis, massnahme.ende):
            yield Hit(
                record.path,
                ("ende",),
                f"Das Ende der Maßnahme „{massnahme.titel}“ ({datum(massnahme.ende)}) liegt nach der Laufzeit "
                f"(bis {datum(laufzeit.bis)}).",
                "Setzen Sie eine Frist innerhalb der Laufzeit oder schreiben Sie „ist_fortlaufend: true“ ohne Ende.",
            )

"""FGK119: percentage and status of a measure agree."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.jahresbericht import Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.stand import STATUS
from fgk.rules.berichte import eintraege
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule

#: status -> the percentages that agree with it; what is replaced or dropped may stand anywhere
_MOEGLICH = {
    "geplant": range(1),
    "in_umsetzung": range(100),
    "teilweise_umgesetzt": range(1, 100),
    "verschoben": range(100),
    "ruht": range(100),
    "umgesetzt": range(100, 101),
}


@rule("FGK119", "fortschritt-passt-nicht-zum-status", severity=Severity.WARNUNG, since="0.1")
def fortschritt_passt_nicht_zum_status(kontext: Kontext) -> Iterator[Hit]:
    """Fortschritt und Status einer Maßnahme widersprechen sich nicht.

    ## Warum

    Umgesetzt heißt 100 Prozent, geplant heißt 0 Prozent. Stimmt beides nicht überein, ist eine der Angaben
    veraltet.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        fortschritt: 80  # FGK119
        nachweise:
          - bezeichnung: Niederschrift der ersten Sitzung
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
        fortschritt: 80
        nachweise:
          - bezeichnung: Niederschrift der ersten Sitzung
    ```
    """
    fortlaufend = {
        record.modell.kennung for record in kontext.akte.alle(Massnahme) if record.modell.ist_fortlaufend
    }
    for eintrag in eintraege(kontext):
        bericht = eintrag.bericht
        if _widerspricht(bericht, ist_fortlaufend=bericht.massnahme in fortlaufend):
            yield Hit(
                eintrag.record.path,
                eintrag.route("fortschritt"),
                f"Die Maßnahme {kontext.mit_titel(bericht.massnahme)} ist „{STATUS[bericht.status]}“, "
                f"ihr Fortschritt aber {bericht.fortschritt} Prozent.",
                "Passen Sie „fortschritt“ oder „status“ an.",
            )


def _widerspricht(bericht: Massnahmenbericht, *, ist_fortlaufend: bool) -> bool:
    """Say whether status and percentage disagree; what is ongoing may run in full."""
    prozent = bericht.fortschritt
    if prozent is None or (bericht.status == "in_umsetzung" and ist_fortlaufend):
        return False
    return prozent not in _MOEGLICH.get(bericht.status, range(101))

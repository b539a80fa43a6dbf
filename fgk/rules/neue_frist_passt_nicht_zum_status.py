"""FGK126: a new deadline belongs to a measure that goes on later."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.stand import STATUS
from fgk.rules.berichte import eintraege
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule

_OHNE_NEUE_FRIST = frozenset({"geplant", "umgesetzt", "ersetzt", "entfallen"})


@rule("FGK126", "neue-frist-passt-nicht-zum-status", severity=Severity.WARNUNG, since="0.1")
def neue_frist_passt_nicht_zum_status(kontext: Kontext) -> Iterator[Hit]:
    """Eine neue Frist hat nur eine Maßnahme, die weiterläuft oder verschoben ist.

    ## Warum

    Eine umgesetzte, ersetzte oder entfallene Maßnahme braucht keine Frist mehr. Rückt die Frist einer
    geplanten Maßnahme, ist sie verschoben, und der Rat erfährt den Grund.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: geplant
        neue_frist: 2025-12-31  # FGK126
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: verschoben
        begruendung: Die Stelle der Koordination war bis Oktober nicht besetzt.
        neue_frist: 2025-12-31
    ```
    """
    for eintrag in eintraege(kontext):
        bericht = eintrag.bericht
        if bericht.neue_frist is not None and bericht.status in _OHNE_NEUE_FRIST:
            yield Hit(
                eintrag.record.path,
                eintrag.route("neue_frist"),
                f"Die Maßnahme {kontext.mit_titel(bericht.massnahme)} hat eine neue Frist, "
                f"ist aber „{STATUS[bericht.status]}“.",
                "Wählen Sie den Status „verschoben“ oder löschen Sie „neue_frist“.",
            )

"""FGK115: a replaced measure names its successors, and no other does."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.berichte import eintraege
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK115", "ersetzt-ohne-nachfolger", severity=Severity.FEHLER, since="0.1")
def ersetzt_ohne_nachfolger(kontext: Kontext) -> Iterator[Hit]:
    """Eine ersetzte Maßnahme nennt die Maßnahmen, die an ihre Stelle treten, und nur eine ersetzte nennt welche.

    ## Warum

    „Ersetzt“ heißt: Das Ziel wird auf anderem Weg verfolgt. Ohne Nachfolger wäre die Maßnahme entfallen, und
    das ist eine andere Nachricht an den Rat.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: ersetzt  # FGK115
        begruendung: Das Bündnis für Familie übernimmt die Steuerung.
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: ersetzt
        begruendung: Das Bündnis für Familie übernimmt die Steuerung.
        nachfolger: [M-1.1.2]
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Lenkungskreis mit dem Bündnis für Familie
    federfuehrung: OE-51
    ende: 2025-12-31
    herkunft: ergaenzt
    ```
    """
    for eintrag in eintraege(kontext):
        bericht = eintrag.bericht
        name = kontext.mit_titel(bericht.massnahme)
        if bericht.status == "ersetzt" and not bericht.nachfolger:
            yield Hit(
                eintrag.record.path,
                eintrag.route("status"),
                f"Für die ersetzte Maßnahme {name} ist kein Nachfolger genannt.",
                "Ergänzen Sie „nachfolger:“ mit den Kennungen der neuen Maßnahmen oder wählen Sie „entfallen“.",
            )
        elif bericht.nachfolger and bericht.status != "ersetzt":
            yield Hit(
                eintrag.record.path,
                eintrag.route("nachfolger"),
                f"Die Maßnahme {name} hat Nachfolger, ist aber nicht ersetzt.",
                "Wählen Sie den Status „ersetzt“ oder löschen Sie „nachfolger“.",
            )
        elif bericht.massnahme in bericht.nachfolger:
            yield Hit(
                eintrag.record.path,
                eintrag.route("nachfolger", bericht.nachfolger.index(bericht.massnahme)),
                f"Die Maßnahme {name} nennt sich selbst als Nachfolger.",
                "Nennen Sie die Maßnahmen, die an ihre Stelle treten.",
            )

"""FGK206: every small area that a record names exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import unbekannte


@rule("FGK206", "unbekannter-sozialraum", severity=Severity.FEHLER, since="0.1")
def unbekannter_sozialraum(kontext: Kontext) -> Iterator[Hit]:
    """Jeder genannte Sozialraum steht in bestandsaufnahme/sozialraeume.yaml.

    ## Warum

    Aus der Kennung wird im Dokument der Name des Stadtteils, und auf der Karte die Fläche.

    ## Beispiel

    ```yaml
    # datei: bestandsaufnahme/sozialraeume.yaml
    ebene: Stadtteile
    sozialraeume:
      - kennung: SR-01
        name: Altstadt
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    sozialraeume: [SR-10]  # FGK206
    ```

    ## Stattdessen

    ```yaml
    # datei: bestandsaufnahme/sozialraeume.yaml
    ebene: Stadtteile
    sozialraeume:
      - kennung: SR-01
        name: Altstadt
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    sozialraeume: [SR-01]
    ```
    """
    yield from unbekannte(
        kontext, "sozialraum", "einen Sozialraum", "Tragen Sie ihn in bestandsaufnahme/sozialraeume.yaml ein."
    )

"""FGK203: every measure that a record names exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import unbekannte


@rule("FGK203", "unbekannte-massnahme", severity=Severity.FEHLER, since="0.1")
def unbekannte_massnahme(kontext: Kontext) -> Iterator[Hit]:
    """Jede genannte Maßnahme hat eine Datei im Ordner `massnahmen`.

    ## Warum

    Der Jahresbericht holt Titel, Zuständigkeit und Frist aus der Maßnahme. Ein Tippfehler würde einer anderen
    oder gar keiner Maßnahme einen Stand geben.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
      - massnahme: M-1.1.11  # FGK203
        status: geplant
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
      - massnahme: M-1.1.2
        status: geplant
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    ```
    """
    yield from unbekannte(
        kontext,
        "massnahme",
        "eine Maßnahme",
        "Legen Sie ihre Datei im Ordner „massnahmen“ an, oder holen Sie sie zurück; sie bleibt, auch wenn die Maßnahme entfällt.",
    )

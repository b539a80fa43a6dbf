"""FGK201: every Organisationseinheit that a record names exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import unbekannte


@rule("FGK201", "unbekannte-organisationseinheit", severity=Severity.FEHLER, since="0.1")
def unbekannte_organisationseinheit(kontext: Kontext) -> Iterator[Hit]:
    """Jede genannte Organisationseinheit steht in organisationseinheiten.yaml.

    ## Warum

    Aus der Kennung wird im Dokument der Name der Stelle. Ein Tippfehler ließe eine Maßnahme ohne Zuständigkeit.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-15  # FGK201
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    ```
    """
    yield from unbekannte(
        kontext,
        "organisationseinheit",
        "eine Organisationseinheit",
        "Tragen Sie sie in organisationseinheiten.yaml ein.",
    )

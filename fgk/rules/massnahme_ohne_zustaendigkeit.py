"""FGK111: a measure has somebody who is responsible."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK111", "massnahme-ohne-zustaendigkeit", severity=Severity.WARNUNG, since="0.1")
def massnahme_ohne_zustaendigkeit(kontext: Kontext) -> Iterator[Hit]:
    """Jede Maßnahme hat eine federführende Stelle.

    ## Warum

    Ohne Zuständigkeit bleibt eine Maßnahme liegen, und im Jahresbericht weiß niemand, wer ihren Stand
    einträgt.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1  # FGK111
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
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
    for record in kontext.akte.alle(Massnahme):
        if record.modell.federfuehrung is None:
            yield Hit(
                record.path,
                ("federfuehrung",),
                f"Für die Maßnahme „{record.modell.titel}“ ist keine Stelle zuständig.",
                "Ergänzen Sie „federfuehrung:“ mit der Kennung einer Organisationseinheit, z. B. OE-51.",
            )

"""FGK205: every analysis, workshop or goal that something came from exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import unbekannte


@rule("FGK205", "unbekannte-herkunft", severity=Severity.FEHLER, since="0.1")
def unbekannte_herkunft(kontext: Kontext) -> Iterator[Hit]:
    """Jede Analyse, jede Beteiligung und jedes Ziel, woraus etwas entstanden ist, steht in der Akte.

    ## Warum

    Bürgerinnen und Bürger wollen wissen, was aus ihrem Workshop wurde. Dieser Weg ist nur nachvollziehbar,
    wenn sein Anfang in der Akte steht.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    entstanden_aus: [W-2024-01]  # FGK205
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    entstanden_aus: [W-2024-01]
    # datei: beteiligung/W-2024-01.yaml
    kennung: W-2024-01
    titel: Workshop mit Eltern und Trägern
    art: beteiligungsworkshop
    datum: 2024-04-18
    ```
    """
    yield from unbekannte(
        kontext,
        "herkunft",
        "einen Datensatz",
        "Legen Sie in „bestandsaufnahme/analyse“, „beteiligung“ oder „ziele“ eine Datei dafür an.",
    )

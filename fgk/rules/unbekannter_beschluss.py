"""FGK204: every decision that a record names exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import unbekannte


@rule("FGK204", "unbekannter-beschluss", severity=Severity.FEHLER, since="0.1")
def unbekannter_beschluss(kontext: Kontext) -> Iterator[Hit]:
    """Jeder genannte Beschluss hat eine Datei im Ordner `beschluesse`.

    ## Warum

    Wer wissen will, wann und wie der Rat beschlossen hat, findet es nur in der Datei des Beschlusses.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    herkunft: ergaenzt
    beschluss: B-2024-01  # FGK204
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    herkunft: ergaenzt
    beschluss: B-2024-01
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Ergänzung der Zielvereinbarung
    art: aenderung
    beratungen:
      - gremium: Rat
        datum: 2024-05-16
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Die Maßnahme „Familienbericht vorlegen“ wird aufgenommen.
        betrifft:
          - kennung: M-1.1.2
    ```
    """
    yield from unbekannte(
        kontext, "beschluss", "einen Beschluss", "Legen Sie im Ordner „beschluesse“ eine Datei dafür an."
    )

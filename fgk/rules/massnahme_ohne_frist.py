"""FGK112: a measure has an end or is expressly ongoing."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK112", "massnahme-ohne-frist", severity=Severity.WARNUNG, since="0.1")
def massnahme_ohne_frist(kontext: Kontext) -> Iterator[Hit]:
    """Jede Maßnahme hat ein Ende oder ist ausdrücklich fortlaufend.

    ## Warum

    Ohne Frist lässt sich im Jahresbericht nicht sagen, ob eine Maßnahme im Plan ist. Daueraufgaben haben kein
    Ende; bei ihnen steht das ausdrücklich da.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1  # FGK112
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ist_fortlaufend: true
    ```
    """
    for record in kontext.akte.alle(Massnahme):
        massnahme = record.modell
        if massnahme.ende is None and not massnahme.ist_fortlaufend:
            yield Hit(
                record.path,
                ("ende",),
                f"Die Maßnahme „{massnahme.titel}“ hat keine Frist.",
                "Ergänzen Sie „ende: JJJJ-MM-TT“ oder „ist_fortlaufend: true“.",
            )

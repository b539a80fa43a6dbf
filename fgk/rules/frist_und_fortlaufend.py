"""FGK113: a measure has an end or is ongoing, not both."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK113", "frist-und-fortlaufend", severity=Severity.FEHLER, since="0.1")
def frist_und_fortlaufend(kontext: Kontext) -> Iterator[Hit]:
    """Eine Maßnahme hat entweder ein Ende oder ist fortlaufend.

    ## Warum

    Eine Daueraufgabe endet nicht. Steht beides da, lässt sich nicht sagen, ob sie nach dem Ende überfällig
    ist.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    ist_fortlaufend: true  # FGK113
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
        if record.modell.ende is not None and record.modell.ist_fortlaufend:
            yield Hit(
                record.path,
                ("ist_fortlaufend",),
                f"Die Maßnahme „{record.modell.titel}“ hat ein Ende und ist zugleich fortlaufend.",
                "Löschen Sie „ende“ oder „ist_fortlaufend“.",
            )

"""FGK224: the lead is not listed again among those who take part."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK224", "federfuehrung-auch-beteiligt", severity=Severity.HINWEIS, since="0.1")
def federfuehrung_auch_beteiligt(kontext: Kontext) -> Iterator[Hit]:
    """Die federführende Stelle steht nicht noch einmal unter den Beteiligten.

    ## Warum

    Im Dokument stünde sie doppelt, und es sähe aus, als wäre eine weitere Stelle gemeint.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    beteiligte: [OE-51, OE-10]  # FGK224
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    beteiligte: [OE-10]
    ```
    """
    for record in kontext.akte.alle(Massnahme):
        massnahme = record.modell
        if massnahme.federfuehrung is not None and massnahme.federfuehrung in massnahme.beteiligte:
            yield Hit(
                record.path,
                ("beteiligte", massnahme.beteiligte.index(massnahme.federfuehrung)),
                f"Die Stelle {massnahme.federfuehrung} führt die Maßnahme „{massnahme.titel}“ und ist zugleich beteiligt.",
                "Löschen Sie sie unter „beteiligte“ oder nennen Sie dort die Stelle, die gemeint war.",
            )

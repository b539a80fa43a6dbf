"""FGK128: only housing quarters tell direct from indirect effect."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK128", "wirkung-nur-im-quartier", severity=Severity.HINWEIS, since="0.1")
def wirkung_nur_im_quartier(kontext: Kontext) -> Iterator[Hit]:
    """Die Angabe `wirkung` gehört zum Verfahren Generationengerechtes Wohnen im Quartier.

    ## Warum

    Im Quartier kann ein Wohnungsunternehmen manches selbst umsetzen und anderes nur anstoßen. Eine Kommune
    oder ein Kreis unterscheidet das nicht.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    wirkung: unmittelbar  # FGK128
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
    if kontext.verfahren is None or kontext.verfahren.ist_wirkung_unterschieden:
        return
    for record in kontext.akte.alle(Massnahme):
        if record.modell.wirkung is not None:
            yield Hit(
                record.path,
                ("wirkung",),
                f"Die Maßnahme „{record.modell.titel}“ hat eine Wirkung, die nur im Quartier unterschieden wird.",
                "Löschen Sie „wirkung“.",
            )

"""FGK138: where effects are told apart, every measure says which it has."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK138", "massnahme-ohne-wirkung", severity=Severity.WARNUNG, since="0.2")
def massnahme_ohne_wirkung(kontext: Kontext) -> Iterator[Hit]:
    """Im Quartier sagt jede Maßnahme, ob sie unmittelbar oder mittelbar wirkt.

    ## Warum

    Die Kriterien des Verfahrens unterscheiden, was die Träger selbst umsetzen (`unmittelbar`), von dem, was sie
    nur anstoßen können (`mittelbar`). Danach wird begutachtet.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-am-park-2024
    ort:
      art: quartier
      name: Am Park
      ags: "05999001"
    verfahren: generationengerechtes-wohnen
    katalog: agwiq-projekt
    stufe: grund
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1  # FGK138
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-am-park-2024
    ort:
      art: quartier
      name: Am Park
      ags: "05999001"
    verfahren: generationengerechtes-wohnen
    katalog: agwiq-projekt
    stufe: grund
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    wirkung: unmittelbar
    ```
    """
    if kontext.verfahren is None or not kontext.verfahren.ist_wirkung_unterschieden:
        return
    for record in kontext.akte.alle(Massnahme):
        if record.modell.wirkung is None:
            yield Hit(
                record.path,
                ("kennung",),
                f"Bei der Maßnahme „{record.modell.titel}“ steht nicht, wie sie wirkt.",
                "Ergänzen Sie „wirkung: unmittelbar“, wenn die Träger sie selbst umsetzen, sonst „wirkung: mittelbar“.",
            )

"""FGK238: every workshop that a member took part in is on file."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import unbekannte


@rule("FGK238", "unbekannte-beteiligung", severity=Severity.FEHLER, since="0.2")
def unbekannte_beteiligung(kontext: Kontext) -> Iterator[Hit]:
    """Jeder Workshop und jede Befragung, an der eine Gemeinde teilnahm, ist in der Akte.

    ## Warum

    Woran die Gemeinden eines Kreises beteiligt waren, steht nur mit der Kennung da. Führt sie ins Leere, fehlt im
    Kreisbericht Tag und Titel.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterkreis-2024
    ort:
      art: kreis
      name: Musterkreis
      schluessel: "05999"
    verfahren: familiengerechter-kreis
    katalog: fgk-2013
    stufe: grund
    mitglieder:
      - name: Musterdorf
        ags: "05999007"
        beteiligungen: [W-2024-07]  # FGK238
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-musterkreis-2024
    ort:
      art: kreis
      name: Musterkreis
      schluessel: "05999"
    verfahren: familiengerechter-kreis
    katalog: fgk-2013
    stufe: grund
    mitglieder:
      - name: Musterdorf
        ags: "05999007"
        beteiligungen: [W-2024-01]
    # datei: beteiligung/W-2024-01.yaml
    kennung: W-2024-01
    titel: Kreiskonferenz
    art: beteiligungsworkshop
    datum: 2024-05-16
    ```
    """
    yield from unbekannte(
        kontext,
        "beteiligung",
        "eine Beteiligung",
        "Legen Sie sie im Ordner „beteiligung“ an („fgk new beteiligung“).",
    )

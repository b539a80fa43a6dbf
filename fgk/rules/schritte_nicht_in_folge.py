"""FGK317: the steps of the procedure took place one after the other."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.reihenfolge import in_worten, widersprueche


@rule("FGK317", "schritte-nicht-in-folge", severity=Severity.WARNUNG, since="0.2")
def schritte_nicht_in_folge(kontext: Kontext) -> Iterator[Hit]:
    """Die Schritte des Audits folgen aufeinander, wie das Verfahren sie vorsieht.

    ## Warum

    Erst beschließt der Rat die Teilnahme, dann wird analysiert und beteiligt; auf den Zielvereinbarungsworkshop folgen
    Beschluss, Einreichung, Begutachtung, Zertifikat und Verleihung. Liegt ein Tag anders, stimmt meist das Jahr nicht.
    Phasen dürfen ineinander übergehen: Verglichen wird ihr Beginn, und nur, was sicher ist. Sind sich die Quellen
    uneins, halten Sie das als `quellenkonflikt` am Termin fest.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    termine:
      - schritt: teilnahmebeschluss
        datum: 2024-02-15
      - schritt: strategieworkshop
        datum: 2023-04-11  # FGK317
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    termine:
      - schritt: teilnahmebeschluss
        datum: 2024-02-15
      - schritt: strategieworkshop
        datum: 2024-04-11
    ```
    """
    for widerspruch in widersprueche(kontext, geplant=False):
        yield Hit(
            widerspruch.schritt.datei,
            widerspruch.schritt.route,
            in_worten(widerspruch),
            "Prüfen Sie die Tage; sind die Quellen uneins, ergänzen Sie am Termin „quellenkonflikt:“.",
        )

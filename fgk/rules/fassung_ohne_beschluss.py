"""FGK134: an earlier version of the agreement was decided."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK134", "fassung-ohne-beschluss", severity=Severity.WARNUNG, since="0.2")
def fassung_ohne_beschluss(kontext: Kontext) -> Iterator[Hit]:
    """Jede frühere Fassung der Zielvereinbarung nennt den Beschluss, mit dem sie angenommen wurde.

    ## Warum

    Ohne Beschluss war eine Fassung ein Entwurf und hat nie gegolten. Wo das Verfahren keinen Beschluss verlangt,
    gilt die Regel nicht.

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
    stufe: erhaltung
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    fassung: 2
    fassungen:
      - nummer: 1  # FGK134
        von: 2018-03-01
    laufzeit:
      von: 2024-03-01
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
    stufe: erhaltung
    # datei: beschluesse/B-2018-01.yaml
    kennung: B-2018-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2018-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    fassung: 2
    fassungen:
      - nummer: 1
        von: 2018-03-01
        beschluss: B-2018-01
    laufzeit:
      von: 2024-03-01
    ```
    """
    record = kontext.akte.einzeln(Zielvereinbarung)
    if record is None or kontext.verfahren is None or not kontext.verfahren.ist_beschluss_noetig:
        return
    for index, fassung in enumerate(record.modell.fassungen):
        if fassung.beschluss is None:
            yield Hit(
                record.path,
                ("fassungen", index, "nummer"),
                f"Die Fassung {fassung.nummer} nennt keinen Beschluss.",
                "Legen Sie den Beschluss an, und tragen Sie seine Kennung unter „beschluss“ ein.",
            )

"""FGK132: earlier versions of the agreement are numbered in their order."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.datum import ist_sicher_vor
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum


@rule("FGK132", "fassungen-nicht-in-folge", severity=Severity.WARNUNG, since="0.2")
def fassungen_nicht_in_folge(kontext: Kontext) -> Iterator[Hit]:
    """Frühere Fassungen der Zielvereinbarung sind in ihrer Reihenfolge nummeriert, und die geltende ist die letzte.

    ## Warum

    Wer sagt, die zweite Fassung sei beschlossen, muss wissen, welche gemeint ist. Die Nummern steigen, jede
    Fassung beginnt nach der vorigen, und `fassung` ist die höchste Nummer.

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
    # datei: beschluesse/B-2018-01.yaml
    kennung: B-2018-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2018-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    # datei: beschluesse/B-2021-01.yaml
    kennung: B-2021-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2021-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    fassung: 3
    fassungen:
      - nummer: 1
        von: 2018-03-01
        beschluss: B-2018-01
      - nummer: 3  # FGK132
        von: 2021-03-01
        beschluss: B-2021-01
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
    # datei: beschluesse/B-2021-01.yaml
    kennung: B-2021-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2021-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    fassung: 3
    fassungen:
      - nummer: 1
        von: 2018-03-01
        beschluss: B-2018-01
      - nummer: 2
        von: 2021-03-01
        beschluss: B-2021-01
    laufzeit:
      von: 2024-03-01
    ```
    """
    record = kontext.akte.einzeln(Zielvereinbarung)
    nummer, seit = 0, None
    for index, fassung in enumerate(record.modell.fassungen if record else ()):
        if record is not None and not nummer < fassung.nummer < record.modell.fassung:
            yield Hit(
                record.path,
                ("fassungen", index, "nummer"),
                f"Die Fassung {fassung.nummer} steht hier nicht in der Reihenfolge; es gilt die Fassung {record.modell.fassung}.",
                "Nummerieren Sie die früheren Fassungen von 1 an, die älteste zuerst; „fassung“ ist die nächste Nummer.",
            )
        if record is not None and ist_sicher_vor(fassung.von, seit):
            yield Hit(
                record.path,
                ("fassungen", index, "von"),
                f"Diese Fassung galt seit {datum(fassung.von)}, die vor ihr erst seit {datum(seit)}.",
                "Prüfen Sie beide Tage; die älteste Fassung steht zuerst.",
            )
        nummer, seit = fassung.nummer, fassung.von

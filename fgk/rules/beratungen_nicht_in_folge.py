"""FGK308: the bodies of a decision stand in the order of their meetings."""

from collections.abc import Iterator
from itertools import pairwise

from fgk.diagnostic import Severity
from fgk.models.beschluss import Beschluss
from fgk.models.datum import ist_sicher_vor
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum


@rule("FGK308", "beratungen-nicht-in-folge", severity=Severity.WARNUNG, since="0.1")
def beratungen_nicht_in_folge(kontext: Kontext) -> Iterator[Hit]:
    """Die Beratungen eines Beschlusses stehen in der Reihenfolge ihrer Sitzungen.

    ## Warum

    Dokumente zeigen die Beratungsfolge so, wie sie in der Akte steht. Liegt eine spätere Sitzung vor einer
    früheren, stimmt ein Datum oder die Reihenfolge nicht.

    ## Beispiel

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Jugendhilfeausschuss
        datum: 2024-03-05
        rolle: empfehlung
        ergebnis: unveraendert
      - gremium: Rat
        datum: 2024-02-15  # FGK308
        rolle: entscheidung
        ergebnis: unveraendert
    ```

    ## Stattdessen

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Jugendhilfeausschuss
        datum: 2024-02-06
        rolle: empfehlung
        ergebnis: unveraendert
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    ```
    """
    for record in kontext.akte.alle(Beschluss):
        datiert = [(index, b) for index, b in enumerate(record.modell.beratungen) if b.datum is not None]
        for (_, davor), (index, beratung) in pairwise(datiert):
            if ist_sicher_vor(beratung.datum, davor.datum):
                yield Hit(
                    record.path,
                    ("beratungen", index, "datum"),
                    f"{beratung.gremium} ({datum(beratung.datum)}) steht nach {davor.gremium} ({datum(davor.datum)}), "
                    "tagte aber vorher.",
                    "Ordnen Sie die Beratungen nach ihrem Tag oder berichtigen Sie das Datum.",
                )

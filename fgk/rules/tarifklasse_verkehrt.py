"""FGK140: the bounds of a class of a tariff are in their order."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.tarif import Tarif
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import zahl


@rule("FGK140", "tarifklasse-verkehrt", severity=Severity.FEHLER, since="0.1")
def tarifklasse_verkehrt(kontext: Kontext) -> Iterator[Hit]:
    """Die untere Grenze einer Tarifklasse ist nicht größer als die obere.

    ## Warum

    Ist die untere Grenze größer, gilt die Klasse für keine Gemeinde. Meist sind die beiden Zahlen vertauscht.

    ## Beispiel

    ```yaml
    # datei: tarif.yaml
    bezeichnung: Tarif nach dem Vertrag
    quelle:
      titel: Schreiben des Vereins
    klassen:
      - bezeichnung: 20 000 bis 50 000 Einwohner
        einwohner_von: 50000  # FGK140
        einwohner_bis: 20000
        brutto: 21400
    ```

    ## Stattdessen

    ```yaml
    # datei: tarif.yaml
    bezeichnung: Tarif nach dem Vertrag
    quelle:
      titel: Schreiben des Vereins
    klassen:
      - bezeichnung: 20 000 bis 50 000 Einwohner
        einwohner_von: 20000
        einwohner_bis: 50000
        brutto: 21400
    ```
    """
    record = kontext.akte.einzeln(Tarif)
    for index, klasse in enumerate(record.modell.klassen if record else ()):
        von, bis = klasse.einwohner_von, klasse.einwohner_bis
        if record is not None and von is not None and bis is not None and von > bis:
            yield Hit(
                record.path,
                ("klassen", index, "einwohner_von"),
                f"Die Klasse „{klasse.bezeichnung}“ beginnt bei {zahl(von)} und endet bei {zahl(bis)} Einwohnern.",
                "Vertauschen Sie die beiden Zahlen, oder berichtigen Sie eine.",
            )

"""FGK141: no two classes of a tariff are for the same size."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.tarif import Tarif
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.tarifklassen import ueberschneiden_sich


@rule("FGK141", "tarifklassen-ueberschnitten", severity=Severity.FEHLER, since="0.1")
def tarifklassen_ueberschnitten(kontext: Kontext) -> Iterator[Hit]:
    """Für jede Einwohnerzahl gilt in einem Verfahren und einer Stufe höchstens eine Tarifklasse.

    ## Warum

    Überschneiden sich zwei Klassen, nennt der Tarif für dieselbe Gemeinde zwei Beträge. Oft ist nur eine Grenze doppelt:
    bis 20 000 und ab 20 000.

    ## Beispiel

    ```yaml
    # datei: tarif.yaml
    bezeichnung: Tarif nach dem Vertrag
    quelle:
      titel: Schreiben des Vereins
    klassen:
      - bezeichnung: bis 20 000 Einwohner
        einwohner_bis: 20000
        brutto: 10700
      - bezeichnung: ab 20 000 Einwohnern
        einwohner_von: 20000  # FGK141
        brutto: 21400
    ```

    ## Stattdessen

    ```yaml
    # datei: tarif.yaml
    bezeichnung: Tarif nach dem Vertrag
    quelle:
      titel: Schreiben des Vereins
    klassen:
      - bezeichnung: bis 20 000 Einwohner
        einwohner_bis: 20000
        brutto: 10700
      - bezeichnung: ab 20 001 Einwohnern
        einwohner_von: 20001
        brutto: 21400
    ```
    """
    record = kontext.akte.einzeln(Tarif)
    if record is None:
        return
    for index, klasse in enumerate(record.modell.klassen):
        for fruehere in record.modell.klassen[:index]:
            if ueberschneiden_sich(klasse, fruehere):
                yield Hit(
                    record.path,
                    ("klassen", index, "einwohner_bis" if klasse.einwohner_von is None else "einwohner_von"),
                    f"Die Klasse „{klasse.bezeichnung}“ überschneidet sich mit „{fruehere.bezeichnung}“.",
                    "Ändern Sie die Grenzen so, dass für jede Einwohnerzahl nur eine Klasse gilt.",
                )
                break

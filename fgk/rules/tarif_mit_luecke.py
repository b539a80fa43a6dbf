"""FGK142: a tariff has a class for every size between its smallest and its largest."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.tarif import Tarif
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.tarifklassen import luecken
from fgk.schreibweise import zahl


@rule("FGK142", "tarif-mit-luecke", severity=Severity.WARNUNG, since="0.1")
def tarif_mit_luecke(kontext: Kontext) -> Iterator[Hit]:
    """Zwischen zwei Tarifklassen bleibt keine Einwohnerzahl ohne Betrag.

    ## Warum

    Für eine Gemeinde, deren Größe in die Lücke fällt, nennt `fgk kostenbeitrag` keinen Betrag. Fehlen nur einzelne
    Einwohnerzahlen, ist oft eine Grenze verschrieben.

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
      - bezeichnung: ab 25 000 Einwohnern
        einwohner_von: 25000  # FGK142
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
    for index, von, bis in luecken(record.modell) if record else ():
        if record is not None:
            yield Hit(
                record.path,
                ("klassen", index, "einwohner_von"),
                f"Für {zahl(von)} bis {zahl(bis)} Einwohner nennt der Tarif keinen Betrag."
                if von < bis
                else f"Für {zahl(von)} Einwohner nennt der Tarif keinen Betrag.",
                "Ergänzen Sie eine Klasse, oder ändern Sie die Grenzen der beiden daneben.",
            )

"""FGK144: a class of a tariff is for a Verfahren that there is."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.loading.ablagen import bekannte_verfahren
from fgk.models.tarif import Tarif
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie
from fgk.schreibweise import aufzaehlung


@rule("FGK144", "tarif-unbekanntes-verfahren", severity=Severity.FEHLER, since="0.1")
def tarif_unbekanntes_verfahren(kontext: Kontext) -> Iterator[Hit]:
    """Eine Tarifklasse nennt nur Verfahren, die es gibt.

    ## Warum

    Eine Klasse für ein Verfahren, das anders heißt, gilt nie. Wer nach dem Kostenbeitrag fragt, bekäme keine Antwort.

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
        verfahren: [familiengerechte-stadt]  # FGK144
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
        verfahren: [familiengerechte-kommune]
    ```
    """
    record = kontext.akte.einzeln(Tarif)
    if record is None:
        return
    bekannt = bekannte_verfahren(kontext.akte.source)
    for index, klasse in enumerate(record.modell.klassen):
        for stelle, verfahren in enumerate(klasse.verfahren):
            if verfahren not in bekannt:
                yield Hit(
                    record.path,
                    ("klassen", index, "verfahren", stelle),
                    f"Ein Verfahren „{verfahren}“ kennt fgk nicht.",
                    meinten_sie(verfahren, bekannt) or f"Wählen Sie {aufzaehlung(bekannt, 'oder')}.",
                )

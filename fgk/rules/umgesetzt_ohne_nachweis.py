"""FGK120: what is reported as done has evidence."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.berichte import verlaeufe
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK120", "umgesetzt-ohne-nachweis", severity=Severity.HINWEIS, since="0.1")
def umgesetzt_ohne_nachweis(kontext: Kontext) -> Iterator[Hit]:
    """Zu einer umgesetzten Maßnahme ist ein Nachweis genannt.

    ## Warum

    Der Verein prüft den Jahresbericht, und Jahre später fragt jemand nach. Ein Nachweis kann eine
    Niederschrift, eine Internetseite oder eine Zahl sein. Steht er schon in einem früheren Bericht, genügt
    das.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt  # FGK120
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        nachweise:
          - bezeichnung: Niederschrift der ersten Sitzung
    ```
    """
    for verlauf in verlaeufe(kontext):
        for nummer, eintrag in enumerate(verlauf):
            bericht = eintrag.bericht
            if bericht.status == "umgesetzt" and not any(
                bis.bericht.nachweise for bis in verlauf[: nummer + 1]
            ):
                yield Hit(
                    eintrag.record.path,
                    eintrag.route("status"),
                    f"Zur umgesetzten Maßnahme {kontext.mit_titel(bericht.massnahme)} gibt es keinen Nachweis.",
                    "Ergänzen Sie „nachweise:“ mit einer „bezeichnung“, wenn möglich auch „adresse“ und „datum“.",
                )
                break

"""FGK220: an annual report has one entry a measure."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.jahresbericht import Jahresbericht
from fgk.rules.berichte import berichtsname
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK220", "massnahme-doppelt-im-bericht", severity=Severity.FEHLER, since="0.1")
def massnahme_doppelt_im_bericht(kontext: Kontext) -> Iterator[Hit]:
    """Ein Jahresbericht hat zu jeder Maßnahme höchstens einen Eintrag.

    ## Warum

    Stehen zwei Einträge da, ist offen, welcher Stand gilt. Meist haben zwei Ämter dieselbe Maßnahme
    eingetragen.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: geplant
      - massnahme: M-1.1.1  # FGK220
        status: in_umsetzung
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```
    """
    for record in kontext.akte.alle(Jahresbericht):
        gesehen: set[str] = set()
        for index, eintrag in enumerate(record.modell.massnahmen):
            if eintrag.massnahme in gesehen:
                yield Hit(
                    record.path,
                    ("massnahmen", index, "massnahme"),
                    f"Im {berichtsname(record)} steht die Maßnahme {kontext.mit_titel(eintrag.massnahme)} zum zweiten Mal.",
                    "Führen Sie die beiden Einträge zusammen.",
                )
            gesehen.add(eintrag.massnahme)

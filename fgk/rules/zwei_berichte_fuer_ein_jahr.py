"""FGK304: the periods of annual reports do not overlap."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.berichte import berichtsname
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum
from fgk.stand.fortschritt import berichte


@rule("FGK304", "zwei-berichte-fuer-ein-jahr", severity=Severity.FEHLER, since="0.1")
def zwei_berichte_fuer_ein_jahr(kontext: Kontext) -> Iterator[Hit]:
    """Die Zeiträume der Jahresberichte überschneiden sich nicht.

    ## Warum

    Gibt es für einen Tag zwei Berichte, ist offen, welcher Stand gilt. Werden zwei Jahre zusammengefasst,
    ersetzt der gemeinsame Bericht die einzelnen.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    # datei: jahresberichte/2024-2025.yaml
    kennung: J-2024-2025
    von: 2024-01-01  # FGK304
    bis: 2025-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024-2025.yaml
    kennung: J-2024-2025
    von: 2024-01-01
    bis: 2025-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```
    """
    spaetester = None
    for record in berichte(kontext.akte):
        if spaetester is not None and record.modell.von <= spaetester.modell.bis:
            yield Hit(
                record.path,
                ("von",),
                f"Über die Zeit ab dem {datum(record.modell.von)} berichtet schon der {berichtsname(spaetester)}.",
                "Ändern Sie einen der Zeiträume oder fassen Sie die Berichte zusammen.",
            )
        if spaetester is None or record.modell.bis > spaetester.modell.bis:
            spaetester = record

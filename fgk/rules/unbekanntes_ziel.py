"""FGK202: every goal that a record names exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import unbekannte


@rule("FGK202", "unbekanntes-ziel", severity=Severity.FEHLER, since="0.1")
def unbekanntes_ziel(kontext: Kontext) -> Iterator[Hit]:
    """Jedes genannte Ziel hat eine Datei im Ordner `ziele`.

    ## Warum

    Eine Maßnahme ohne Ziel erscheint in keinem Handlungsfeld der Zielvereinbarung.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.2.1.yaml
    kennung: M-1.2.1
    ziel: Z-1.2  # FGK202
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.2.1.yaml
    kennung: M-1.2.1
    ziel: Z-1.2
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    # datei: ziele/Z-1.2.yaml
    kennung: Z-1.2
    handlungsfeld: HF1
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    ```
    """
    yield from unbekannte(kontext, "ziel", "ein Ziel", "Legen Sie im Ordner „ziele“ eine Datei dafür an.")

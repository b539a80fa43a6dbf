"""FGK209: every indicator that a record names is in the catalogue."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie


@rule("FGK209", "unbekannter-indikator", severity=Severity.FEHLER, since="0.1")
def unbekannter_indikator(kontext: Kontext) -> Iterator[Hit]:
    """Jeder genannte Indikator steht im Indikatorenkatalog.

    ## Warum

    Aus dem Katalog kommen Bezeichnung, Einheit und Richtung. Eigene Zahlen ohne Katalogeintrag stehen als
    Messkriterium bei einem Ziel, ohne `indikator`.

    ## Beispiel

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    reihen:
      - indikator: betreungsquote_u3  # FGK209
        einheit: "%"
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen
          lizenz: dl-de/by-2-0
        werte:
          - jahr: 2023
            wert: 38.5
    ```

    ## Stattdessen

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    reihen:
      - indikator: betreuungsquote_u3
        einheit: "%"
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen
          lizenz: dl-de/by-2-0
        werte:
          - jahr: 2023
            wert: 38.5
    ```
    """
    for record, stelle in kontext.verweise("indikator"):
        if stelle.kennung not in kontext.indikatoren:
            yield Hit(
                record.path,
                stelle.route,
                f"Einen Indikator „{stelle.kennung}“ gibt es im Katalog nicht.",
                meinten_sie(stelle.kennung, kontext.indikatoren)
                or "Wählen Sie einen Indikator aus dem Katalog oder löschen Sie die Angabe.",
            )

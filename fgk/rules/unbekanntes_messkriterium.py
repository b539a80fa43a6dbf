"""FGK225: values in an annual report name a Messkriterium of the goal."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.ziel import Ziel
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie


@rule("FGK225", "unbekanntes-messkriterium", severity=Severity.WARNUNG, since="0.1")
def unbekanntes_messkriterium(kontext: Kontext) -> Iterator[Hit]:
    """Ein Wert im Jahresbericht nennt ein Messkriterium, das beim Ziel steht.

    ## Warum

    Nur bei gleicher Bezeichnung lassen sich Ausgangswert, Sollwert und erreichter Wert nebeneinander zeigen.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ziele:
      - ziel: Z-1.1
        stand: auf_kurs
        werte:
          - messkriterium: Sitzungen der Steuerungsgruppe  # FGK225
            wert:
              zahl: 2
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
    ziele:
      - ziel: Z-1.1
        stand: auf_kurs
        werte:
          - messkriterium: Sitzungen der Steuerungsgruppe im Jahr
            wert:
              zahl: 2
    ```
    """
    kriterien = {
        record.modell.kennung: [kriterium.bezeichnung for kriterium in record.modell.messkriterien]
        for record in kontext.akte.alle(Ziel)
    }
    for record in kontext.akte.alle(Jahresbericht):
        for nummer, bericht in enumerate(record.modell.ziele):
            bekannt = kriterien.get(bericht.ziel)
            for index, wert in enumerate(bericht.werte if bekannt is not None else ()):
                if bekannt is not None and wert.messkriterium not in bekannt:
                    yield Hit(
                        record.path,
                        ("ziele", nummer, "werte", index, "messkriterium"),
                        f"Das Ziel {kontext.mit_titel(bericht.ziel)} hat kein Messkriterium „{wert.messkriterium}“.",
                        meinten_sie(wert.messkriterium, bekannt)
                        or "Schreiben Sie die Bezeichnung wie beim Ziel, oder ergänzen Sie das Messkriterium dort.",
                    )

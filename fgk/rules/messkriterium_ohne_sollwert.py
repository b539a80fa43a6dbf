"""FGK123: a Messkriterium says which value is aimed at."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.ziel import Ziel
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK123", "messkriterium-ohne-sollwert", severity=Severity.WARNUNG, since="0.1")
def messkriterium_ohne_sollwert(kontext: Kontext) -> Iterator[Hit]:
    """Jedes Messkriterium nennt den angestrebten Wert als Zahl oder in Worten.

    ## Warum

    Ohne Sollwert lässt sich nur beschreiben, was geschah, aber nicht sagen, ob das Ziel erreicht ist.

    ## Beispiel

    ```yaml
    # datei: ziele/Z-1.1.yaml
    kennung: Z-1.1
    handlungsfeld: HF1
    titel: Familienpolitik wird ämterübergreifend gesteuert
    messkriterien:
      - bezeichnung: Sitzungen der Steuerungsgruppe im Jahr  # FGK123
        istwert:
          zahl: 0
    ```

    ## Stattdessen

    ```yaml
    # datei: ziele/Z-1.1.yaml
    kennung: Z-1.1
    handlungsfeld: HF1
    titel: Familienpolitik wird ämterübergreifend gesteuert
    messkriterien:
      - bezeichnung: Sitzungen der Steuerungsgruppe im Jahr
        istwert:
          zahl: 0
        sollwert:
          zahl: 4
          stand: "2027"
    ```
    """
    for record in kontext.akte.alle(Ziel):
        for index, kriterium in enumerate(record.modell.messkriterien):
            soll = kriterium.sollwert
            if soll is None or (soll.zahl is None and soll.text is None):
                yield Hit(
                    record.path,
                    ("messkriterien", index, "sollwert"),
                    f"Das Messkriterium „{kriterium.bezeichnung}“ hat keinen Sollwert.",
                    "Ergänzen Sie „sollwert:“ mit „zahl“ oder „text“.",
                )

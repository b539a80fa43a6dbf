"""FGK212: a measure's number begins with that of its goal."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK212", "massnahme-unter-anderem-ziel", severity=Severity.FEHLER, since="0.1")
def massnahme_unter_anderem_ziel(kontext: Kontext) -> Iterator[Hit]:
    """Die Nummer einer Maßnahme beginnt mit der Nummer ihres Ziels.

    ## Warum

    M-3.1.2 ist die zweite Maßnahme zu Ziel Z-3.1. In der Zielvereinbarung stehen die Maßnahmen unter ihrem
    Ziel; mit einer fremden Nummer sucht man sie dort vergeblich.

    ## Beispiel

    ```yaml
    # datei: ziele/Z-1.2.yaml
    kennung: Z-1.2
    handlungsfeld: HF1
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    # datei: massnahmen/M-1.2.1.yaml
    kennung: M-1.2.1
    ziel: Z-1.1  # FGK212
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    ```

    ## Stattdessen

    ```yaml
    # datei: ziele/Z-1.2.yaml
    kennung: Z-1.2
    handlungsfeld: HF1
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    # datei: massnahmen/M-1.2.1.yaml
    kennung: M-1.2.1
    ziel: Z-1.2
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    ```
    """
    for record in kontext.akte.alle(Massnahme):
        massnahme = record.modell
        erwartet = "Z" + massnahme.kennung[1:].rpartition(".")[0]
        if massnahme.ziel != erwartet and massnahme.ziel in kontext.bekannt:
            yield Hit(
                record.path,
                ("ziel",),
                f"Die Maßnahme {massnahme.kennung} gehört ihrer Nummer nach zu {erwartet}, nicht zu {massnahme.ziel}.",
                f"Schreiben Sie „ziel: {erwartet}“ oder geben Sie der Maßnahme eine Nummer unter {massnahme.ziel}.",
            )

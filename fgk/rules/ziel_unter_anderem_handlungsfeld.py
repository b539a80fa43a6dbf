"""FGK213: a goal's number begins with that of its Handlungsfeld."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.ziel import Ziel
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK213", "ziel-unter-anderem-handlungsfeld", severity=Severity.FEHLER, since="0.1")
def ziel_unter_anderem_handlungsfeld(kontext: Kontext) -> Iterator[Hit]:
    """Die Nummer eines Ziels beginnt mit der Nummer seines Handlungsfelds.

    ## Warum

    Z-3.1 ist das erste Ziel im Handlungsfeld HF3. In der Zielvereinbarung stehen die Ziele unter ihrem
    Handlungsfeld.

    ## Beispiel

    ```yaml
    # datei: ziele/Z-3.1.yaml
    kennung: Z-3.1
    handlungsfeld: HF2  # FGK213
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    ```

    ## Stattdessen

    ```yaml
    # datei: ziele/Z-3.1.yaml
    kennung: Z-3.1
    handlungsfeld: HF3
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    ```
    """
    for record in kontext.akte.alle(Ziel):
        ziel = record.modell
        erwartet = "HF" + ziel.kennung.removeprefix("Z-").partition(".")[0]
        if ziel.handlungsfeld != erwartet and _gibt_es(kontext, ziel.handlungsfeld):
            yield Hit(
                record.path,
                ("handlungsfeld",),
                f"Das Ziel {ziel.kennung} gehört seiner Nummer nach zu {erwartet}, nicht zu {ziel.handlungsfeld}.",
                f"Schreiben Sie „handlungsfeld: {erwartet}“ oder geben Sie dem Ziel eine Nummer mit "
                f"{ziel.handlungsfeld.removeprefix('HF')} am Anfang.",
            )


def _gibt_es(kontext: Kontext, handlungsfeld: str) -> bool:
    """Say whether the catalogue has this Handlungsfeld; if not, another rule says so."""
    katalog = kontext.katalog
    return katalog is None or any(feld.kennung == handlungsfeld for feld in katalog.handlungsfelder)

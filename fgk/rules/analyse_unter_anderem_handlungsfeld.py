"""FGK226: an analysis is about the Handlungsfeld in its Kennung."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.analyse import Analyse
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK226", "analyse-unter-anderem-handlungsfeld", severity=Severity.FEHLER, since="0.1")
def analyse_unter_anderem_handlungsfeld(kontext: Kontext) -> Iterator[Hit]:
    """Eine Analyse behandelt das Handlungsfeld, das in ihrer Kennung steht.

    ## Warum

    Die Datei `bestandsaufnahme/analyse/HF3.yaml` wurde meist aus einer anderen kopiert; dann stünde die
    Analyse im falschen Kapitel.

    ## Beispiel

    ```yaml
    # datei: bestandsaufnahme/analyse/HF3.yaml
    kennung: AN-HF3
    handlungsfeld: HF2  # FGK226
    ```

    ## Stattdessen

    ```yaml
    # datei: bestandsaufnahme/analyse/HF3.yaml
    kennung: AN-HF3
    handlungsfeld: HF3
    ```
    """
    for record in kontext.akte.alle(Analyse):
        erwartet = record.modell.kennung.removeprefix("AN-")
        if record.modell.handlungsfeld != erwartet:
            yield Hit(
                record.path,
                ("handlungsfeld",),
                f"Die Analyse {record.modell.kennung} nennt das Handlungsfeld {record.modell.handlungsfeld}.",
                f"Schreiben Sie „handlungsfeld: {erwartet}“.",
            )

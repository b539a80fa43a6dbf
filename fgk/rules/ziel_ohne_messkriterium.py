"""FGK122: a goal says how one will see that it is reached."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.ziel import Ziel
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK122", "ziel-ohne-messkriterium", severity=Severity.WARNUNG, since="0.1")
def ziel_ohne_messkriterium(kontext: Kontext) -> Iterator[Hit]:
    """Jedes Ziel hat mindestens ein Messkriterium.

    ## Warum

    Nach drei Jahren soll sich sagen lassen, ob das Ziel erreicht ist. Gezählt werden muss dafür nicht immer;
    auch ein Satz genügt, der sich mit Ja oder Nein beantworten lässt.

    ## Beispiel

    ```yaml
    # datei: ziele/Z-1.1.yaml
    kennung: Z-1.1  # FGK122
    handlungsfeld: HF1
    titel: Familienpolitik wird ämterübergreifend gesteuert
    ```

    ## Stattdessen

    ```yaml
    # datei: ziele/Z-1.1.yaml
    kennung: Z-1.1
    handlungsfeld: HF1
    titel: Familienpolitik wird ämterübergreifend gesteuert
    messkriterien:
      - bezeichnung: Sitzungen der Steuerungsgruppe im Jahr
        sollwert:
          zahl: 4
    ```
    """
    for record in kontext.akte.alle(Ziel):
        if not record.modell.messkriterien:
            yield Hit(
                record.path,
                ("messkriterien",),
                f"Woran sich zeigt, dass das Ziel „{record.modell.titel}“ erreicht ist, steht nicht da.",
                f'Ergänzen Sie eines, z. B. mit „fgk set {record.kennung} "messkriterien+=Sitzungen im Jahr"“. Wie es in der '
                "Datei aussieht, zeigt „fgk rule FGK122“.",
            )

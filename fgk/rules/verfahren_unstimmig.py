"""FGK136: the parts of a Verfahren fit each other."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.eigene_verfahren import eigene
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK136", "verfahren-unstimmig", severity=Severity.FEHLER, since="0.2")
def verfahren_unstimmig(kontext: Kontext) -> Iterator[Hit]:
    """In einer Verfahrensdatei passen Phasen, Stufen, Abläufe, Handlungsfelder und Dokumente zueinander.

    ## Warum

    Eine Stufe nennt ihre Phasen, ein Ablauf deren Dauer. Ein Name, den es nicht gibt, fällt sonst erst auf, wenn
    eine Phase im Stand oder ein Dokument fehlt. Ein Schritt gehört in einer Stufe zu einer einzigen Phase, und
    jedes Handlungsfeld steht in einem Katalog einmal.

    ## Beispiel

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region
    bezeichnung: Audit Familiengerechte Region
    grundlage: familiengerechte-kommune
    stufen:
      - kennung: grund
        zertifikat: grundzertifikat
        untertitel: zur Erlangung des Zertifikats „{}“
        phasen: [teilnahme, analise]  # FGK136
    ```

    ## Stattdessen

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region
    bezeichnung: Audit Familiengerechte Region
    grundlage: familiengerechte-kommune
    stufen:
      - kennung: grund
        zertifikat: grundzertifikat
        untertitel: zur Erlangung des Zertifikats „{}“
        phasen: [teilnahme, analyse]
    ```
    """
    for eigenes in eigene(kontext):
        from fgk.rules.verfahren_teile import unstimmiges

        for route, was, tun in unstimmiges(eigenes):
            yield Hit(eigenes.record.path, route, was, tun)

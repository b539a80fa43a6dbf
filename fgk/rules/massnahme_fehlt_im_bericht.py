"""FGK216: an annual report says something about every measure."""

from collections.abc import Iterator

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.rules.berichte import BEENDET, berichtsname, faulty_between
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung
from fgk.stand.fortschritt import berichte


@rule("FGK216", "massnahme-fehlt-im-bericht", severity=Severity.FEHLER, since="0.1")
def massnahme_fehlt_im_bericht(kontext: Kontext) -> Iterator[Hit]:
    """Ein Jahresbericht nennt jede vereinbarte Maßnahme, auch wenn nichts geschah.

    ## Warum

    Der Rat hat alle Maßnahmen beschlossen und will zu allen den Stand wissen. Eine Maßnahme darf erst fehlen,
    wenn ein früherer Bericht sie als ersetzt oder entfallen meldet. Eine ergänzte Maßnahme gehört in den
    Bericht, sobald sie begonnen hat.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:  # FGK216
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
      - massnahme: M-1.1.2
        status: geplant
    ```
    """
    beendet: set[str] = set()
    for record in berichte(kontext.akte):
        genannt = {eintrag.massnahme for eintrag in record.modell.massnahmen}
        fehlend = [
            kontext.mit_titel(massnahme.modell.kennung)
            for massnahme in kontext.akte.alle(Massnahme)
            if massnahme.modell.kennung not in genannt | beendet and _gehoert_dazu(massnahme.modell, record)
        ]
        # an earlier report that cannot be read may have said that a measure has ended
        if fehlend and not faulty_between(kontext, "", record.modell.kennung):
            mehrere = len(fehlend) > 1
            yield Hit(
                record.path,
                ("massnahmen",),
                f"Im {berichtsname(record)} {'fehlen die Maßnahmen' if mehrere else 'fehlt die Maßnahme'} "
                f"{aufzaehlung(fehlend)}.",
                f"Ergänzen Sie {'je ' if mehrere else ''}einen Eintrag mit „massnahme“ und „status“.",
            )
        beendet.update(eintrag.massnahme for eintrag in record.modell.massnahmen if eintrag.status in BEENDET)


def _gehoert_dazu(massnahme: Massnahme, record: Record[Jahresbericht]) -> bool:
    return massnahme.herkunft == "vereinbart" or ist_sicher_vor(massnahme.beginn, record.modell.bis)

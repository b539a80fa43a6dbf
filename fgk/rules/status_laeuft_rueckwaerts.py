"""FGK306: a status that goes back is explained."""

from collections.abc import Iterator
from itertools import pairwise

from fgk.diagnostic import Severity
from fgk.models.stand import BEGRUENDUNGSPFLICHTIG, STATUS
from fgk.rules.berichte import BEENDET, berichtsname, faulty_between, verlaeufe
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK306", "status-laeuft-rueckwaerts", severity=Severity.FEHLER, since="0.1")
def status_laeuft_rueckwaerts(kontext: Kontext) -> Iterator[Hit]:
    """Fällt eine Maßnahme hinter den Stand eines früheren Berichts zurück, steht der Grund dabei.

    ## Warum

    Der Rat hat den früheren Bericht zur Kenntnis genommen. War eine Maßnahme dort umgesetzt und ist es nun
    nicht mehr, muss der neue Bericht sagen, was geschah – oder dass der frühere Stand falsch war.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        nachweise:
          - bezeichnung: Niederschrift der ersten Sitzung
    # datei: jahresberichte/2025.yaml
    kennung: J-2025
    von: 2025-01-01
    bis: 2025-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung  # FGK306
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        nachweise:
          - bezeichnung: Niederschrift der ersten Sitzung
    # datei: jahresberichte/2025.yaml
    kennung: J-2025
    von: 2025-01-01
    bis: 2025-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
        abweichung: Nach der Neuwahl des Rats wird die Gruppe neu gebildet.
    ```
    """
    for verlauf in verlaeufe(kontext):
        for davor, eintrag in pairwise(verlauf):
            frueher, jetzt = davor.bericht.status, eintrag.bericht.status
            if (
                _faellt_zurueck(frueher, jetzt)
                and not (eintrag.bericht.abweichung or eintrag.bericht.begruendung)
                and not faulty_between(kontext, davor.record.modell.kennung, eintrag.record.modell.kennung)
            ):
                yield Hit(
                    eintrag.record.path,
                    eintrag.route("status"),
                    f"Die Maßnahme {kontext.mit_titel(eintrag.bericht.massnahme)} war im {berichtsname(davor.record)} "
                    f"„{STATUS[frueher]}“ und ist jetzt „{STATUS[jetzt]}“.",
                    "Ergänzen Sie „abweichung:“ mit dem Grund oder berichtigen Sie den Status.",
                )


def _faellt_zurueck(frueher: str, jetzt: str) -> bool:
    """Say whether a status is behind an earlier one; those that need a reason anyway are FGK114's."""
    if jetzt in BEGRUENDUNGSPFLICHTIG:
        return False
    if frueher in BEENDET:
        return True
    if frueher == "umgesetzt":
        return jetzt != "umgesetzt"
    return frueher in ("in_umsetzung", "teilweise_umgesetzt") and jetzt == "geplant"

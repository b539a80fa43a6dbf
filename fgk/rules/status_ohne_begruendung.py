"""FGK114: a status that disappoints is explained."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.stand import BEGRUENDUNGSPFLICHTIG, STATUS
from fgk.rules.berichte import eintraege
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK114", "status-ohne-begruendung", severity=Severity.FEHLER, since="0.1")
def status_ohne_begruendung(kontext: Kontext) -> Iterator[Hit]:
    """Ein Jahresbericht begründet, was nur teilweise umgesetzt, verschoben, ruhend, ersetzt oder entfallen ist.

    ## Warum

    Der Rat hat die Maßnahmen beschlossen. Weicht der Stand davon ab, steht im Bericht, warum; auch der Verein
    fragt danach.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: verschoben  # FGK114
        neue_frist: 2025-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: verschoben
        begruendung: Die Stelle der Koordination war bis Oktober nicht besetzt.
        neue_frist: 2025-12-31
    ```
    """
    for eintrag in eintraege(kontext):
        bericht = eintrag.bericht
        if bericht.status in BEGRUENDUNGSPFLICHTIG and not _sagt_etwas(bericht.begruendung):
            yield Hit(
                eintrag.record.path,
                eintrag.route("status"),
                f"Warum die Maßnahme {kontext.mit_titel(bericht.massnahme)} den Status "
                f"„{STATUS[bericht.status]}“ hat, steht nicht da.",
                "Ergänzen Sie „begruendung:“ mit ein bis zwei Sätzen.",
            )


def _sagt_etwas(text: str | None) -> bool:
    """Say whether a text explains anything: a dash, a question mark or „k. A.“ does not."""
    return sum(map(str.isalpha, text or "")) > 2

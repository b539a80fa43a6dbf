"""FGK217: what is current names departments that still exist."""

from collections.abc import Iterator

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.models.base import Datensatz
from fgk.models.datum import ist_sicher_vor
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheit
from fgk.models.verweise import Fundstelle
from fgk.rules.berichte import BEENDET, eintraege
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.stand.stellen import heutige, ist_abgeloest, stellen


@rule("FGK217", "organisationseinheit-hat-nachfolger", severity=Severity.WARNUNG, since="0.1")
def organisationseinheit_hat_nachfolger(kontext: Kontext) -> Iterator[Hit]:
    """Maßnahmen und Rollen, die noch laufen, nennen die Stelle, die heute zuständig ist.

    ## Warum

    Wird ein Amt aufgelöst oder umbenannt, gehen seine Maßnahmen auf den Nachfolger über. Sonst fragt die
    Projektleitung bei einer Stelle nach, die es nicht mehr gibt. Was beendet ist, behält die damalige Stelle.

    ## Beispiel

    ```yaml
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Hauptamt
        art: amt
        bis: 2023-12-31
        nachfolger: OE-11
      - kennung: OE-11
        name: Amt für zentrale Dienste
        art: amt
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10  # FGK217
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Hauptamt
        art: amt
        bis: 2023-12-31
        nachfolger: OE-11
      - kennung: OE-11
        name: Amt für zentrale Dienste
        art: amt
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-11
    ende: 2024-12-31
    ```
    """
    alle = stellen(kontext.akte)
    letzter_status = {eintrag.bericht.massnahme: eintrag.bericht.status for eintrag in eintraege(kontext)}
    beendet = {massnahme for massnahme, status in letzter_status.items() if status in BEENDET | {"umgesetzt"}}
    for record, fundstelle in kontext.verweise("organisationseinheit"):
        stelle = alle.get(fundstelle.kennung)
        if stelle is None or not ist_abgeloest(stelle, kontext.stichtag):
            continue
        if record.kennung not in beendet and _laeuft_weiter(record, fundstelle, stelle):
            heute = heutige(stelle, alle, kontext.stichtag)
            yield Hit(
                record.path,
                fundstelle.route,
                f"Die Stelle {stelle.kennung} „{stelle.name}“ gibt es nicht mehr.",
                f"Nennen Sie den Nachfolger {heute.kennung} „{heute.name}“.",
            )


def _laeuft_weiter(record: Record[Datensatz], fundstelle: Fundstelle, stelle: Organisationseinheit) -> bool:
    """Say whether the reference speaks of today: a measure that outlives the department, a role still held."""
    modell = record.modell
    if isinstance(modell, Massnahme):
        return modell.ende is None or not ist_sicher_vor(modell.ende, stelle.bis)
    if isinstance(modell, Audit) and fundstelle.route[0] == "traeger":
        return True
    if isinstance(modell, Audit) and fundstelle.route[0] == "rollen":
        rolle, index = fundstelle.route[1], fundstelle.route[2]
        return getattr(modell.rollen, str(rolle))[index].bis is None
    return False

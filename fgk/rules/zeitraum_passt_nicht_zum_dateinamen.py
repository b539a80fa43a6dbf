"""FGK305: an annual report is about the years in its file name."""

import re
from collections.abc import Iterator
from datetime import date

from fgk.diagnostic import Severity
from fgk.models.jahresbericht import Jahresbericht
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule

_JAHRE = re.compile(r"/(?P<erstes>[12]\d{3})(?:-(?P<letztes>[12]\d{3}))?\.yaml\Z")


@rule("FGK305", "zeitraum-passt-nicht-zum-dateinamen", severity=Severity.FEHLER, since="0.1")
def zeitraum_passt_nicht_zum_dateinamen(kontext: Kontext) -> Iterator[Hit]:
    """Der Zeitraum eines Jahresberichts passt zu den Jahren in seinem Dateinamen.

    ## Warum

    `2024.yaml` endet im Jahr 2024, `2024-2025.yaml` beginnt 2024 und endet 2025. Der erste Bericht darf schon
    im zweiten Halbjahr des Vorjahres beginnen, wenn die Laufzeit dort begann.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2025-12-31  # FGK305
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024-2025.yaml
    kennung: J-2024-2025
    von: 2024-01-01
    bis: 2025-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```
    """
    for record in kontext.akte.alle(Jahresbericht):
        match = _JAHRE.search(record.path)
        if match is None:
            continue
        erstes, letztes = int(match["erstes"]), int(match["letztes"] or match["erstes"])
        von, bis = record.modell.von, record.modell.bis
        if bis < von:  # another rule says so, and no name would fit
            continue
        key = _unpassend(von, bis, erstes, letztes)
        if key:
            yield Hit(
                record.path,
                (key,),
                f"Der Zeitraum passt nicht zum Namen der Datei: „{key}“ liegt im Jahr "
                f"{von.year if key == 'von' else bis.year}.",
                f"Ändern Sie den Zeitraum oder nennen Sie die Datei „{_name(von, bis)}.yaml“.",
            )


def _unpassend(von: date, bis: date, erstes: int, letztes: int) -> str | None:
    if not date(erstes - 1, 7, 1) <= von <= date(erstes, 12, 31):
        return "von"
    return "bis" if bis.year != letztes else None


def _name(von: date, bis: date) -> str:
    return str(bis.year) if von.year == bis.year else f"{von.year}-{bis.year}"

"""FGK403: a Kennung is not used for something else."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK403", "kennung-wiederverwendet", severity=Severity.FEHLER, since="0.1")
def kennung_wiederverwendet(kontext: Kontext) -> Iterator[Hit]:
    """Eine Kennung, die es schon gab, bezeichnet nichts Neues.

    ## Warum

    Berichte und Beschlüsse nennen Kennungen. Bekommt eine neue Maßnahme die Kennung einer gelöschten, spricht ein alter
    Beschluss plötzlich von etwas anderem. Geprüft wird das nur mit `--base` und nur, soweit die Geschichte im Klon liegt.

    ## Beispiel

    ```yaml
    # entfallen: M-1.1.2
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2  # FGK403
    ziel: Z-1.1
    titel: Familienportal eröffnen
    federfuehrung: OE-10
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.3.yaml
    kennung: M-1.1.3
    ziel: Z-1.1
    titel: Familienportal eröffnen
    federfuehrung: OE-10
    ende: 2024-12-31
    ```
    """
    if kontext.basis is None:
        return
    damals = {record.kennung for records in kontext.basis.akte.records.values() for record in records}
    neu = [r for r in kontext.records if r.kennung and r.kennung not in damals and not r.art.ist_einzeln]
    entfallene = kontext.basis.entfallene() if neu else None
    for record in neu:
        if entfallene and record.kennung in entfallene:
            yield Hit(
                record.path,
                ("kennung",),
                f"Die Kennung {record.kennung} gab es schon einmal; sie gehörte zu einem gelöschten Datensatz.",
                "Nehmen Sie die nächste freie Nummer.",
            )

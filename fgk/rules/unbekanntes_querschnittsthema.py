"""FGK208: every Querschnittsthema that a record names belongs to the Verfahren."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie
from fgk.schreibweise import aufzaehlung


@rule("FGK208", "unbekanntes-querschnittsthema", severity=Severity.FEHLER, since="0.1")
def unbekanntes_querschnittsthema(kontext: Kontext) -> Iterator[Hit]:
    """Jedes genannte Querschnittsthema gehört zum Verfahren.

    ## Warum

    Der Verein gibt die Querschnittsthemen vor. Nur mit diesen Wörtern lassen sich Maßnahmen nach Themen
    zusammenstellen.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    querschnittsthemen: [inclusion]  # FGK208
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    querschnittsthemen: [inklusion]
    ```
    """
    verfahren = kontext.verfahren
    if verfahren is None:
        return
    bekannt = [thema.kennung for thema in verfahren.querschnittsthemen]
    for record, stelle in kontext.verweise("querschnittsthema"):
        if stelle.kennung not in bekannt:
            yield Hit(
                record.path,
                stelle.route,
                f"Ein Querschnittsthema „{stelle.kennung}“ gibt es im Verfahren „{verfahren.bezeichnung}“ nicht.",
                meinten_sie(stelle.kennung, bekannt) or _abhilfe(bekannt),
            )


def _abhilfe(bekannt: list[str]) -> str:
    return f"Wählen Sie {aufzaehlung(bekannt, 'oder')}." if bekannt else "Löschen Sie die Angabe."

"""FGK101: a record's Kennung is the one its file name promises."""

from collections.abc import Iterator

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.base import Datensatz
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK101", "dateiname-passt-nicht", severity=Severity.FEHLER, since="0.1")
def dateiname_passt_nicht(kontext: Kontext) -> Iterator[Hit]:
    """Die Kennung in einer Datei ist die aus ihrem Dateinamen.

    ## Warum

    Wer nach einer Kennung sucht, sucht die Datei. Meist wurde eine Datei kopiert und die Kennung darin nicht
    geändert; dann gibt es einen Datensatz doppelt und einen gar nicht.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.3  # FGK101
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    ```
    """
    for record in kontext.records:
        erwartet = record.art.kennung_aus_pfad(record.path)
        if erwartet is not None and record.kennung != erwartet:
            yield Hit(
                record.path,
                ("kennung",),
                f"Die Kennung {record.kennung} passt nicht zum Namen der Datei.",
                f"Schreiben Sie „kennung: {erwartet}“ oder nennen Sie die Datei „{_datei(record)}“.",
            )


def _datei(record: Record[Datensatz]) -> str:
    return record.art.pfad_zu(record.kennung or "")

"""FGK101: a record's Kennung is the one its file name promises."""

from collections.abc import Iterator

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.base import Datensatz
from fgk.models.kennungen import ist_kennung
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
                _abhilfe(kontext, record, erwartet),
            )


def _abhilfe(kontext: Kontext, record: Record[Datensatz], erwartet: str) -> str:
    """Advise only what works: a Kennung of the right form, a name that no other file has."""
    belegt = {anderer.path for anderer in kontext.records} | kontext.akte.fehlerhaft
    wege = []
    if ist_kennung(record.art.name, erwartet):
        wege.append(f"Schreiben Sie „kennung: {erwartet}“")
    if _datei(record) not in belegt:
        wege.append(f"nennen Sie die Datei „{_datei(record)}“")
    if not wege:
        return f"Die Datei ist wohl eine Kopie von „{_datei(record)}“: Löschen Sie sie, oder geben Sie ihr eine neue Kennung."
    text = " oder ".join(wege)
    return f"{text[0].upper()}{text[1:]}."


def _datei(record: Record[Datensatz]) -> str:
    return record.art.pfad_zu(record.kennung or "")

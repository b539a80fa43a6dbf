"""FGK312: an annual report that is due has been presented."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.datum import ist_sicher_vor
from fgk.models.jahresbericht import Jahresbericht
from fgk.rules.berichte import berichtsname
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum


@rule("FGK312", "bericht-nicht-vorgelegt", severity=Severity.WARNUNG, since="0.1")
def bericht_nicht_vorgelegt(kontext: Kontext) -> Iterator[Hit]:
    """Ein fälliger Jahresbericht ist vorgelegt.

    ## Warum

    Der Verein bestätigt das Zertifikat anhand der Jahresberichte. Ist die Frist verstrichen, wurde der
    Bericht vergessen oder der Tag der Vorlage nicht eingetragen.

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-03-31
    faellig_am: 2024-05-31  # FGK312
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-03-31
    faellig_am: 2024-05-31
    vorgelegt_am: 2024-05-16
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    ```
    """
    for record in kontext.akte.alle(Jahresbericht):
        bericht = record.modell
        if bericht.vorgelegt_am is None and ist_sicher_vor(bericht.faellig_am, kontext.stichtag):
            yield Hit(
                record.path,
                ("faellig_am",),
                f"Der {berichtsname(record)} ist nicht vorgelegt (fällig {datum(bericht.faellig_am)}).",
                "Legen Sie ihn vor, und tragen Sie den Tag unter „vorgelegt_am“ ein.",
            )

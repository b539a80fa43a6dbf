"""FGK215: once decided, every Handlungsfeld has a goal."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.kennungen import FORMEN
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung


@rule("FGK215", "handlungsfeld-ohne-ziel", severity=Severity.WARNUNG, since="0.1")
def handlungsfeld_ohne_ziel(kontext: Kontext) -> Iterator[Hit]:
    """Ist die Zielvereinbarung beschlossen, gibt es in jedem Handlungsfeld mindestens ein Ziel.

    ## Warum

    Das Audit betrachtet alle Handlungsfelder; dass eines leer bleibt, ist meist ein Versehen. Ist es Absicht,
    steht der Grund als Ausnahme dabei.

    ## Beispiel

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Der Rat beschließt die Zielvereinbarung.
        betrifft:
          - kennung: ZV-2024
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024  # FGK215
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    beschluss: B-2024-01
    ```

    ## Stattdessen

    Mit einem Ziel in jedem Handlungsfeld, oder so:

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Der Rat beschließt die Zielvereinbarung.
        betrifft:
          - kennung: ZV-2024
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024  # fgk: ignore FGK215 – Der Rat beginnt mit der Steuerung
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    beschluss: B-2024-01
    ```
    """
    record = kontext.akte.einzeln(Zielvereinbarung)
    if (
        kontext.annahme is None
        or kontext.katalog is None
        or record is None
        or "ziel" in kontext.akte.unlesbar
    ):
        return
    ist_ziel = FORMEN["ziel"].passt
    belegt = {f"HF{kennung[2]}" for kennung in kontext.bekannt if ist_ziel(kennung)}
    belegt.update(ziel.modell.handlungsfeld for ziel in kontext.akte.alle(Ziel))
    leer = [
        f"{feld.kennung} „{feld.bezeichnung}“"
        for feld in kontext.katalog.handlungsfelder
        if feld.kennung not in belegt
    ]
    if leer:
        yield Hit(
            record.path,
            ("kennung",),
            f"Ohne Ziel {'ist' if len(leer) == 1 else 'sind'} {aufzaehlung(leer)}.",
            "Legen Sie ein Ziel dafür an, oder nennen Sie den Grund mit „# fgk: ignore FGK215 – Grund“.",
        )

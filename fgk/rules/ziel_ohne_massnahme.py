"""FGK214: once decided, every goal has a measure."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.kennungen import FORMEN
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK214", "ziel-ohne-massnahme", severity=Severity.FEHLER, since="0.1")
def ziel_ohne_massnahme(kontext: Kontext) -> Iterator[Hit]:
    """Ist die Zielvereinbarung beschlossen, gehört zu jedem vereinbarten Ziel mindestens eine Maßnahme.

    ## Warum

    Ein Ziel ohne Maßnahme bleibt ein Wunsch. Vor dem Beschluss wird daran noch gearbeitet; deshalb gilt die
    Regel erst danach.

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
    kennung: ZV-2024  # fgk: ignore FGK215 – Der Rat beginnt mit der Steuerung
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    beschluss: B-2024-01
    # datei: ziele/Z-1.2.yaml
    kennung: Z-1.2  # FGK214
    handlungsfeld: HF1
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    ```

    ## Stattdessen

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
    # datei: ziele/Z-1.2.yaml
    kennung: Z-1.2
    handlungsfeld: HF1
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    # datei: massnahmen/M-1.2.1.yaml
    kennung: M-1.2.1
    ziel: Z-1.2
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    ```
    """
    if kontext.annahme is None or "massnahme" in kontext.akte.unlesbar:
        return
    # faulty measures count too: their Kennung says to which goal they belong
    ist_massnahme = FORMEN["massnahme"].passt
    belegt = {"Z" + kennung[1:].rpartition(".")[0] for kennung in kontext.bekannt if ist_massnahme(kennung)}
    belegt.update(record.modell.ziel for record in kontext.akte.alle(Massnahme))
    for record in kontext.akte.alle(Ziel):
        if record.modell.herkunft == "vereinbart" and record.modell.kennung not in belegt:
            yield Hit(
                record.path,
                ("kennung",),
                f"Zum beschlossenen Ziel „{record.modell.titel}“ gibt es keine Maßnahme.",
                "Legen Sie im Ordner „massnahmen“ mindestens eine Maßnahme mit diesem Ziel an.",
            )

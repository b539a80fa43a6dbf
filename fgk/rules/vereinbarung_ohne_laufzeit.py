"""FGK313: a decided agreement has a period."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK313", "vereinbarung-ohne-laufzeit", severity=Severity.WARNUNG, since="0.1")
def vereinbarung_ohne_laufzeit(kontext: Kontext) -> Iterator[Hit]:
    """Eine beschlossene Zielvereinbarung nennt ihre Laufzeit.

    ## Warum

    Ohne Laufzeit ist offen, wann die Jahresberichte fällig sind und bis wann die Maßnahmen umgesetzt sein
    sollen.

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
    kennung: ZV-2024  # fgk: ignore FGK215 – Der Rat beginnt mit der Steuerung  # FGK313
    beschluss: B-2024-01
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
    ```
    """
    record = kontext.akte.einzeln(Zielvereinbarung)
    if record is not None and kontext.annahme is not None and record.modell.laufzeit is None:
        yield Hit(
            record.path,
            ("laufzeit",),
            "Die Zielvereinbarung ist beschlossen, aber ohne Laufzeit.",
            "Ergänzen Sie „laufzeit:“ mit „von“ und „bis“.",
        )

"""FGK408: a report stays as it was presented."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.bindung import gebundene
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK408", "bericht-nach-kenntnisnahme-geaendert", severity=Severity.FEHLER, since="0.1")
def bericht_nach_kenntnisnahme_geaendert(kontext: Kontext) -> Iterator[Hit]:
    """Ein Jahresbericht, den der Rat zur Kenntnis genommen hat, bleibt, wie er vorgelegt wurde.

    ## Warum

    Die Kenntnisnahme legt nichts fest, hält aber fest, was vorlag. Korrekturen gehören in den nächsten Bericht. Geprüft wird
    das nur mit `--base`.

    ## Vorher

    ```yaml
    # datei: beschluesse/B-2024-03.yaml
    kennung: B-2024-03
    titel: Jahresbericht 2024
    art: jahresbericht
    beratungen:
      - gremium: Rat
        datum: 2024-06-20
        rolle: kenntnisnahme
        ergebnis: zur_kenntnis
    beschlusspunkte:
      - nummer: 1
        text: Der Jahresbericht 2024 wird zur Kenntnis genommen.
        betrifft:
          - kennung: J-2024
    festlegung:
      profil: fgk1
      felder:
        jahresbericht: [von, bis, zusammenfassung, strukturen, massnahmen, ziele, reihen,
          selbstevaluation, netzwerk, ausblick]
      eintraege:
        J-2024: fgk1:fd12df5b449f6fe9098bc1aff049123e05be065d0b2653701531287012a05fc5
      pruefzeichen: "RK60-CKBQ-XSBT-MXFC-S"
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-03-01
    bis: 2024-05-31
    vorgelegt_am: 2024-06-10
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        text: Die Steuerungsgruppe tagt.
        nachweise:
          - bezeichnung: Niederschriften
    ```

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-03-01
    bis: 2024-05-31
    vorgelegt_am: 2024-06-10
    massnahmen:  # FGK408
      - massnahme: M-1.1.1
        status: umgesetzt
        text: Die Steuerungsgruppe tagt dreimal.
        nachweise:
          - bezeichnung: Niederschriften
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-03-01
    bis: 2024-05-31
    vorgelegt_am: 2024-06-10
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        text: Die Steuerungsgruppe tagt.
        nachweise:
          - bezeichnung: Niederschriften
    ```
    """
    for gebunden in gebundene(kontext):
        record = gebunden.jetzt
        if record is None or record.art.name != "jahresbericht" or not gebunden.ist_geaendert:
            continue
        feld = gebunden.feld
        wo = f"„{feld[0]}“ im " if feld else "Der "
        yield Hit(
            record.path,
            feld[:1] or ("kennung",),
            f"{wo}Jahresbericht {gebunden.kennung} ist anders als der, der mit {gebunden.beschluss} zur Kenntnis genommen wurde.",
            "Stellen Sie die vorgelegte Fassung wieder her, und berichtigen Sie im nächsten Bericht.",
        )

"""FGK401: what a decision binds is as it was decided."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.bindung import gebundene
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK401", "beschlossenes-geaendert", severity=Severity.FEHLER, since="0.1")
def beschlossenes_geaendert(kontext: Kontext) -> Iterator[Hit]:
    """Was ein Beschluss festgelegt hat, steht so in der Akte, wie es beschlossen wurde.

    ## Warum

    Ziele und Maßnahmen gelten, wie der Rat sie beschlossen hat. Ändert sich eine Frist oder ein Zielwert, braucht das
    einen neuen Beschluss, der den alten ändert. Eine andere Schreibweise, Kommentare, Quellen und interne Vermerke sind
    keine Änderung. Geprüft wird das nur mit `--base`; es zählt, was dort beschlossen war.

    ## Vorher

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Maßnahme M-1.1.1
    art: aenderung
    beratungen:
      - gremium: Rat
        datum: 2024-04-18
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Die Maßnahme M-1.1.1 wird beschlossen.
        betrifft:
          - kennung: M-1.1.1
    festlegung:
      profil: fgk1
      felder:
        massnahme: [ziel, titel, text, federfuehrung, beteiligte, kooperationspartner, beginn, ende,
          ist_fortlaufend, kosten, prioritaet, zielgruppen, querschnittsthemen, sozialraeume,
          strategien, wirkung, vorbehalte]
      eintraege:
        M-1.1.1: fgk1:6441cdd714f01c1ce6ee1e58253cc9b0bb872dcbfa91c630dad2dbeeac883b6b
      pruefzeichen: "DJAQ-PZ73-QV3H-NSPN-6"
    ```

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ende: 2025-12-31  # FGK401
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ende: 2024-12-31
    ```
    """
    for gebunden in gebundene(kontext):
        record = gebunden.jetzt
        if record is None or record.art.name == "jahresbericht" or not gebunden.ist_geaendert:
            continue
        feld = gebunden.feld
        was = (
            f"„{feld[0]}“ von {kontext.mit_titel(gebunden.kennung)}"
            if feld
            else kontext.mit_titel(gebunden.kennung)
        )
        yield Hit(
            record.path,
            feld[:1] or ("kennung",),
            f"{was} ist nicht mehr so, wie der Beschluss {gebunden.beschluss} es festgelegt hat.",
            f"Nehmen Sie die Änderung zurück, oder halten Sie mit „fgk decide“ den Beschluss fest, der {gebunden.beschluss} "
            "ändert.",
        )

"""FGK405: an amendment names what it amends."""

from collections.abc import Iterator
from itertools import pairwise

from fgk.diagnostic import Severity
from fgk.festlegung.geltung import bindungen
from fgk.models.beschluss import Beschluss
from fgk.rules.bindung import festlegungen
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK405", "aenderung-ohne-bezug", severity=Severity.FEHLER, since="0.1")
def aenderung_ohne_bezug(kontext: Kontext) -> Iterator[Hit]:
    """Ein Beschluss, der Beschlossenes anders festlegt, nennt den Beschluss, den er ändert.

    ## Warum

    Legen zwei Beschlüsse dieselbe Maßnahme verschieden fest, muss erkennbar sein, welcher gilt. Dazu steht im neuen unter
    `aendert`, welchen er ändert.

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
    # datei: beschluesse/B-2024-02.yaml
    kennung: B-2024-02
    titel: Maßnahme M-1.1.1
    art: aenderung
    beratungen:
      - gremium: Rat
        datum: 2024-06-20
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
        M-1.1.1: fgk1:0480ddf4699434dba922add1c78ee00cc7e82e19eecdfb93ac1264de441d43a5  # FGK405
      pruefzeichen: "S4FS-QRA3-M0EN-3WP5-V"
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ende: 2025-12-31
    # datei: beschluesse/B-2024-02.yaml
    kennung: B-2024-02
    titel: Maßnahme M-1.1.1
    art: aenderung
    aendert: [B-2024-01]
    beratungen:
      - gremium: Rat
        datum: 2024-06-20
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
        M-1.1.1: fgk1:0480ddf4699434dba922add1c78ee00cc7e82e19eecdfb93ac1264de441d43a5
      pruefzeichen: "S4FS-QRA3-M0EN-3WP5-V"
    ```
    """
    for kennung in sorted({k for _, festlegung in festlegungen(kontext.akte) for k in festlegung.eintraege}):
        geltend = bindungen(kontext.akte, kennung)
        for frueher, spaeter in pairwise(geltend):
            if frueher.summe == spaeter.summe:
                continue
            record = next(r for r in kontext.akte.alle(Beschluss) if r.kennung == spaeter.beschluss)
            yield Hit(
                record.path,
                ("festlegung", "eintraege", kennung),
                f"{spaeter.beschluss} legt {kennung} anders fest als {frueher.beschluss}, nennt diesen aber nicht unter „aendert“.",
                f"Ergänzen Sie „aendert: [{frueher.beschluss}]“.",
                key=True,
            )

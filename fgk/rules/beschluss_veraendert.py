"""FGK404: a decision stays as it was recorded."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.festlegung.profil import vereinbart
from fgk.models.beschluss import Beschluss
from fgk.plaindata import unterschiede
from fgk.rules.bindung import ist_fehlerhaft_da
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.sources import AKTE_FILE

#: what the minutes say
_FEST = ("art", "beratungen", "beschlusspunkte", "beschlusstext", "aendert", "festlegung")


@rule("FGK404", "beschluss-veraendert", severity=Severity.FEHLER, since="0.1")
def beschluss_veraendert(kontext: Kontext) -> Iterator[Hit]:
    """Ein festgehaltener Beschluss bleibt, wie er war.

    ## Warum

    Wer wann worüber entschieden hat, ändert sich nachträglich nicht. Quellen, interne Vermerke und die Veröffentlichung
    dürfen Sie ergänzen. Geprüft wird das nur mit `--base`.

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
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Maßnahme M-1.1.1
    art: aenderung
    beratungen:  # FGK404
      - gremium: Rat
        datum: 2024-04-25
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

    ## Stattdessen

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
    bemerkung: Die Niederschrift liegt im Ratsbüro.
    ```
    """
    if kontext.basis is None:
        return
    jetzt = {record.kennung: record for record in kontext.akte.alle(Beschluss)}
    for damals in kontext.basis.akte.alle(Beschluss):
        if damals.modell.festlegung is None and damals.modell.entscheidung is None:
            continue
        record = jetzt.get(damals.kennung)
        if record is None:
            if not ist_fehlerhaft_da(kontext, damals.kennung):
                yield Hit(
                    AKTE_FILE,
                    ("kennung",),
                    f"Der Beschluss {damals.kennung} war festgehalten und fehlt jetzt.",
                    f"Holen Sie „{damals.path}“ zurück.",
                )
            continue
        for feld in _FEST:
            alt, neu = (vereinbart(r.data, (feld,)).get(feld) for r in (damals, record))
            ist_erste_festlegung = feld in {"festlegung", "aendert"} and damals.modell.festlegung is None
            if not ist_erste_festlegung and list(unterschiede({feld: alt}, {feld: neu})):
                yield Hit(
                    record.path,
                    (feld,) if feld in record.data else ("kennung",),
                    f"„{feld}“ des Beschlusses {damals.kennung} war anders festgehalten.",
                    "Stellen Sie den alten Wortlaut wieder her. Hat der Rat neu entschieden, ist das ein eigener Beschluss.",
                )

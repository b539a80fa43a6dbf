"""FGK406: what a decision binds was written by fgk decide."""

from collections.abc import Iterator
from datetime import date

from fgk.diagnostic import Severity
from fgk.festlegung.festlegung import ist_stimmig
from fgk.models.beschluss import Beschluss
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK406", "festlegung-unstimmig", severity=Severity.FEHLER, since="0.1")
def festlegung_unstimmig(kontext: Kontext) -> Iterator[Hit]:
    """Eine Festlegung ist so, wie „fgk decide“ sie geschrieben hat, und gehört zu einem gefassten Beschluss.

    ## Warum

    Das Prüfzeichen steht auf der Beschlussvorlage und beweist, was beschlossen wurde. Von Hand geänderte Prüfsummen
    beweisen nichts.

    ## Beispiel

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
      pruefzeichen: "3YJC-27CF-31FW-0637-T"  # FGK406
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
    ```
    """
    aendert_auch = _aendert(kontext)
    for record in kontext.akte.alle(Beschluss):
        beschluss = record.modell
        if beschluss.festlegung is None:
            continue
        if beschluss.entscheidung is None:
            yield Hit(
                record.path,
                ("festlegung",),
                f"{beschluss.kennung} hat eine Festlegung, aber entschieden ist darüber nicht.",
                "Tragen Sie unter „beratungen“ ein, wer wie entschieden hat, oder entfernen Sie die Festlegung.",
                key=True,
            )
        elif beschluss.kennung in aendert_auch.get(beschluss.kennung, ()):
            yield Hit(
                record.path,
                ("aendert",),
                f"{beschluss.kennung} ändert sich selbst, unmittelbar oder über Beschlüsse, die einander ändern.",
                "Nennen Sie unter „aendert“ nur frühere Beschlüsse.",
            )
        elif zu_spaet := _spaeter_entschieden(kontext, beschluss):
            yield Hit(
                record.path,
                ("aendert",),
                f"{beschluss.kennung} ändert {zu_spaet}; darüber wurde aber erst später entschieden.",
                "Prüfen Sie das Datum unter „beratungen“, und nennen Sie unter „aendert“ nur frühere Beschlüsse.",
            )
        elif not ist_stimmig(beschluss.festlegung):
            yield Hit(
                record.path,
                ("festlegung", "pruefzeichen"),
                f"Die Festlegung von {beschluss.kennung} passt nicht zu ihrem Prüfzeichen; jemand hat sie verändert.",
                "Stellen Sie die Fassung wieder her, die „fgk decide“ geschrieben hat.",
            )


def _spaeter_entschieden(kontext: Kontext, beschluss: Beschluss) -> str | None:
    """Return a decision that this one amends although it was taken later."""
    for kennung in beschluss.aendert:
        anderer = kontext.akte.finde(Beschluss, kennung)
        unserer, ihrer = (
            b.entscheidung.datum if b and b.entscheidung else None for b in (beschluss, anderer)
        )
        if isinstance(unserer, date) and isinstance(ihrer, date) and unserer < ihrer:
            return kennung
    return None


def _aendert(kontext: Kontext) -> dict[str, set[str]]:
    """Return decision -> all that it amends, and that these amend, and so on."""
    direkt = {r.modell.kennung: set(r.modell.aendert) for r in kontext.akte.alle(Beschluss)}
    gefunden: dict[str, set[str]] = {}
    for kennung, erste in direkt.items():
        offen = set(erste)
        alle: set[str] = set()
        while offen:
            naechster = offen.pop()
            if naechster not in alle:
                alle.add(naechster)
                offen |= direkt.get(naechster, set())
        gefunden[kennung] = alle
    return gefunden

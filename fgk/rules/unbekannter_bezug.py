"""FGK222: what a decision concerns exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.beschluss import Beschluss
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import bekannte, ist_unbekannt, meinten_sie


@rule("FGK222", "unbekannter-bezug", severity=Severity.FEHLER, since="0.1")
def unbekannter_bezug(kontext: Kontext) -> Iterator[Hit]:
    """Ein Beschlusspunkt betrifft Datensätze, die es gibt, oder nennt die andere Akte.

    ## Warum

    Am Bezug erkennt fgk, was der Rat beschlossen hat. Mit einem Tippfehler gälte die Zielvereinbarung als
    nicht beschlossen. Liegt der Datensatz in einer anderen Akte, etwa der vorigen Stufe, steht deren Kennung
    unter `akte`.

    ## Beispiel

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Ergänzung der Zielvereinbarung
    art: aenderung
    beratungen:
      - gremium: Rat
        datum: 2024-05-16
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Die Maßnahme „Steuerungsgruppe einrichten“ beginnt früher.
        betrifft:
          - kennung: M-1.1.2  # FGK222
    ```

    ## Stattdessen

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Ergänzung der Zielvereinbarung
    art: aenderung
    beratungen:
      - gremium: Rat
        datum: 2024-05-16
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Die Maßnahme „Steuerungsgruppe einrichten“ beginnt früher.
        betrifft:
          - kennung: M-1.1.1
      - nummer: 2
        text: Die Maßnahmen der vorigen Zielvereinbarung sind abgeschlossen.
        betrifft:
          - kennung: ZV-2020
            akte: A-musterstadt-2020
    ```
    """
    audit = kontext.akte.audit
    hier = (None, None if audit is None else audit.kennung)
    for record in kontext.akte.alle(Beschluss):
        for nummer, punkt in enumerate(record.modell.beschlusspunkte):
            for index, bezug in enumerate(punkt.betrifft):
                if bezug.akte in hier and ist_unbekannt(kontext, bezug.kennung):
                    yield Hit(
                        record.path,
                        ("beschlusspunkte", nummer, "betrifft", index, "kennung"),
                        f"Einen Datensatz {bezug.kennung} gibt es in dieser Akte nicht.",
                        meinten_sie(bezug.kennung, bekannte(kontext, bezug.kennung))
                        or "Ergänzen Sie „akte:“, wenn er in einer anderen Akte liegt.",
                    )

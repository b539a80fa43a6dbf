"""FGK222: what a decision concerns exists."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.arten import ARTEN, art_namens
from fgk.models.beschluss import Beschluss
from fgk.models.kennungen import FORMEN
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import bekannte, ist_unbekannt, meinten_sie

_ARTEN = frozenset(art.name for art in ARTEN)


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
                        _abhilfe(kontext, bezug.kennung),
                    )


def _abhilfe(kontext: Kontext, kennung: str) -> str:
    """Offer a Kennung that is alike, or else the file that is missing."""
    frage = meinten_sie(kennung, bekannte(kontext, kennung))
    pfade = [
        art_namens(name).pfad_zu(kennung)
        for name, form in FORMEN.items()
        if form.passt(kennung) and name in _ARTEN
    ]
    anlegen = f"legen Sie „{pfade[0]}“ an, oder ergänzen" if pfade else "ergänzen"
    rat = f"{anlegen} Sie „akte:“, wenn der Datensatz in einer anderen Akte liegt."
    return f"{frage} Wenn nicht: {rat}" if frage else rat[0].upper() + rat[1:]

"""FGK211: a Kennung is given once."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.arten import art_von
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK211", "doppelte-kennung", severity=Severity.FEHLER, since="0.1")
def doppelte_kennung(kontext: Kontext) -> Iterator[Hit]:
    """Jede Kennung gibt es in der Akte nur einmal.

    ## Warum

    Tragen zwei Datensätze dieselbe Kennung, ist bei jedem Verweis offen, welcher gemeint ist.

    ## Beispiel

    ```yaml
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Hauptamt
        art: amt
      - kennung: OE-10  # FGK211
        name: Jugendamt
        art: amt
    ```

    ## Stattdessen

    ```yaml
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Hauptamt
        art: amt
      - kennung: OE-51
        name: Jugendamt
        art: amt
    ```
    """
    for kennung, stellen in kontext.akte.kennungen.items():
        if len(stellen) < 2:
            continue
        # a file that bears the Kennung in its name comes first
        erste, *weitere = sorted(stellen, key=lambda stelle: not _heisst_so(stelle[0], kennung))
        for path, route in weitere:
            wo = "in dieser Datei" if erste[0] == path else f"in {erste[0]}"
            zeile = kontext.akte.locate(erste[0], *erste[1]).line
            yield Hit(
                path,
                route,
                f"Die Kennung {kennung} gibt es schon {wo}.",
                # the line is not said above: faults are known again by that sentence, wherever they have moved to
                f"Sie steht dort in Zeile {zeile}. Vergeben Sie eine neue Kennung oder löschen Sie einen der beiden Einträge.",
            )


def _heisst_so(path: str, kennung: str) -> bool:
    art = art_von(path)
    return art is not None and art.kennung_aus_pfad(path) == kennung

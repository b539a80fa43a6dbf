"""FGK210: values stand in the unit of the catalogue."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.ziel import Ziel
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.reihen import reihen


@rule("FGK210", "falsche-einheit", severity=Severity.FEHLER, since="0.1")
def falsche_einheit(kontext: Kontext) -> Iterator[Hit]:
    """Werte eines Indikators stehen in der Einheit des Katalogs.

    ## Warum

    Sonst werden Prozent mit Personen verglichen. Wer andere Einheiten hat, rechnet sie um oder wählt einen
    anderen Indikator.

    ## Beispiel

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    reihen:
      - indikator: betreuungsquote_u3
        einheit: Kinder  # FGK210
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen
          lizenz: dl-de/by-2-0
        werte:
          - jahr: 2023
            wert: 38.5
    ```

    ## Stattdessen

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    reihen:
      - indikator: betreuungsquote_u3
        einheit: "%"
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen
          lizenz: dl-de/by-2-0
        werte:
          - jahr: 2023
            wert: 38.5
    ```
    """
    for path, route, kennung, einheit in _angaben(kontext):
        indikator = kontext.indikatoren.get(kennung)
        if indikator is not None and einheit != indikator.einheit:
            yield Hit(
                path,
                route,
                f"„{einheit}“ ist nicht die Einheit des Indikators „{indikator.bezeichnung}“.",
                f'Schreiben Sie „einheit: "{indikator.einheit}"“ oder wählen Sie einen anderen Indikator.',
            )


def _angaben(kontext: Kontext) -> Iterator[tuple[str, tuple[str | int, ...], str, str]]:
    for stelle in reihen(kontext):
        yield stelle.record.path, stelle.route("einheit"), stelle.reihe.indikator, stelle.reihe.einheit
    for record in kontext.akte.alle(Ziel):
        for index, kriterium in enumerate(record.modell.messkriterien):
            if kriterium.indikator is not None and kriterium.einheit is not None:
                route = ("messkriterien", index, "einheit")
                yield record.path, route, kriterium.indikator, kriterium.einheit

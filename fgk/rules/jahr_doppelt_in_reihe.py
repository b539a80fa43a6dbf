"""FGK127: a series has one value a year."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.reihen import reihen


@rule("FGK127", "jahr-doppelt-in-reihe", severity=Severity.FEHLER, since="0.1")
def jahr_doppelt_in_reihe(kontext: Kontext) -> Iterator[Hit]:
    """Eine Reihe hat für jedes Jahr höchstens einen Wert.

    ## Warum

    Stehen für ein Jahr zwei Werte da, ist offen, welcher gilt. Nennen Quellen verschiedene Werte, steht einer
    in der Reihe und der Widerspruch unter `quellenkonflikt`.

    ## Beispiel

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
          - jahr: 2023  # FGK127
            wert: 36.1
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
          - jahr: 2022
            wert: 36.1
          - jahr: 2023
            wert: 38.5
    ```
    """
    for stelle in reihen(kontext):
        gesehen: set[int] = set()
        for index, wert in enumerate(stelle.reihe.werte):
            if wert.jahr in gesehen:
                yield Hit(
                    stelle.record.path,
                    stelle.route("werte", index, "jahr"),
                    f"Die Reihe {stelle.reihe.indikator} hat für {wert.jahr} schon einen Wert.",
                    "Löschen Sie einen der beiden Werte oder berichtigen Sie das Jahr.",
                )
            gesehen.add(wert.jahr)

"""FGK503: published statistics name their licence."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.sozialraeume import Sozialraeume
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.reihen import reihen

_ABHILFE = "Ergänzen Sie unter „quelle“ die „lizenz“, z. B. dl-de/by-2-0."


@rule("FGK503", "reihe-ohne-lizenz", severity=Severity.WARNUNG, since="0.1")
def reihe_ohne_lizenz(kontext: Kontext) -> Iterator[Hit]:
    """Werden Statistiken veröffentlicht, nennt ihre Quelle die Lizenz.

    ## Warum

    Die meisten Lizenzen, auch dl-de/by-2-0, verlangen, dass Quelle und Lizenz dabeistehen. Ohne sie dürfen
    die Zahlen nicht veröffentlicht werden. Musterdaten brauchen keine Lizenz.

    ## Beispiel

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    veroeffentlichung: oeffentlich
    reihen:
      - indikator: betreuungsquote_u3
        einheit: "%"
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen  # FGK503
          herausgeber: Statistische Ämter des Bundes und der Länder
        werte:
          - jahr: 2023
            wert: 38.5
    ```

    ## Stattdessen

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    veroeffentlichung: oeffentlich
    reihen:
      - indikator: betreuungsquote_u3
        einheit: "%"
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen
          herausgeber: Statistische Ämter des Bundes und der Länder
          lizenz: dl-de/by-2-0
        werte:
          - jahr: 2023
            wert: 38.5
    ```
    """
    for stelle in reihen(kontext):
        modell, reihe = stelle.record.modell, stelle.reihe
        ist_muster = modell.musterdaten or reihe.musterdaten
        if modell.veroeffentlichung == "oeffentlich" and not ist_muster and reihe.quelle.lizenz is None:
            yield Hit(
                stelle.record.path,
                stelle.route("quelle", "lizenz"),
                f"Für die Reihe {reihe.indikator} ist keine Lizenz genannt; sie wird veröffentlicht.",
                _ABHILFE,
            )
    for record in kontext.akte.alle(Sozialraeume):
        raeume = record.modell
        ist_offen = raeume.veroeffentlichung == "oeffentlich" and not raeume.musterdaten
        if ist_offen and raeume.werte and (raeume.quelle is None or raeume.quelle.lizenz is None):
            yield Hit(
                record.path,
                ("quelle", "lizenz"),
                "Für die Werte der Sozialräume ist keine Lizenz genannt; sie werden veröffentlicht.",
                _ABHILFE,
            )

"""FGK227: the decision that a record names says that it concerns it."""

from collections.abc import Iterator

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.base import Datensatz
from fgk.models.beschluss import Beschluss
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK227", "beschluss-ohne-bezug", severity=Severity.WARNUNG, since="0.1")
def beschluss_ohne_bezug(kontext: Kontext) -> Iterator[Hit]:
    """Nennen Zielvereinbarung oder Jahresbericht einen Beschluss, dann betrifft einer seiner Punkte sie auch.

    ## Warum

    Beschlossen ist, was im Beschluss unter `betrifft` steht. Fehlt der Bezug, gilt die Zielvereinbarung als
    nicht beschlossen, obwohl sie auf den Beschluss verweist.

    ## Beispiel

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    beschluss: B-2024-01  # FGK227
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Der Rat beschließt die Zielvereinbarung.
    ```

    ## Stattdessen

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Der Rat beschließt die Zielvereinbarung.
        betrifft:
          - kennung: ZV-2024
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024  # fgk: ignore FGK215 – Der Rat beginnt mit der Steuerung
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    beschluss: B-2024-01
    ```
    """
    betroffen = {
        record.modell.kennung: {
            bezug.kennung
            for punkt in record.modell.beschlusspunkte
            for bezug in punkt.betrifft
            if bezug.akte is None
        }
        for record in kontext.akte.alle(Beschluss)
    }
    for record, kennung, beschluss in _nennungen(kontext):
        if beschluss in betroffen and kennung not in betroffen[beschluss]:
            yield Hit(
                record.path,
                ("beschluss",),
                f"Im Beschluss {beschluss} steht nicht, dass er {kennung} betrifft.",
                f"Ergänzen Sie dort beim passenden Beschlusspunkt „betrifft:“ mit „kennung: {kennung}“.",
            )


def _nennungen(kontext: Kontext) -> Iterator[tuple[Record[Datensatz], str, str | None]]:
    for vereinbarung in kontext.akte.alle(Zielvereinbarung):
        yield vereinbarung, vereinbarung.modell.kennung, vereinbarung.modell.beschluss
    for bericht in kontext.akte.alle(Jahresbericht):
        yield bericht, bericht.modell.kennung, bericht.modell.beschluss

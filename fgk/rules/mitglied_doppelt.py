"""FGK133: a member municipality is listed once."""

from collections.abc import Iterator, Sequence

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.audit import Audit, Mitglied
from fgk.models.base import Datensatz
from fgk.models.jahresbericht import Jahresbericht, Mitgliedsbericht
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK133", "mitglied-doppelt", severity=Severity.FEHLER, since="0.2")
def mitglied_doppelt(kontext: Kontext) -> Iterator[Hit]:
    """Jede teilnehmende Gemeinde steht einmal in der Liste.

    ## Warum

    Steht eine Gemeinde zweimal da, zählt sie zweimal, und ihre Beteiligung verteilt sich auf zwei Einträge.
    Dasselbe gilt für die Beiträge der Gemeinden im Jahresbericht.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterkreis-2024
    ort:
      art: kreis
      name: Musterkreis
      schluessel: "05999"
    verfahren: familiengerechter-kreis
    katalog: fgk-2013
    stufe: grund
    mitglieder:
      - name: Musterdorf
        ags: "05999007"
      - name: Gemeinde Musterdorf
        ags: "05999007"  # FGK133
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-musterkreis-2024
    ort:
      art: kreis
      name: Musterkreis
      schluessel: "05999"
    verfahren: familiengerechter-kreis
    katalog: fgk-2013
    stufe: grund
    mitglieder:
      - name: Musterdorf
        ags: "05999007"
      - name: Musterhausen
        ags: "05999009"
    ```
    """
    listen: list[tuple[Record[Datensatz], Sequence[Mitglied | Mitgliedsbericht]]] = []
    listen += [(record, record.modell.mitglieder) for record in kontext.akte.alle(Audit)]
    listen += [(record, record.modell.mitglieder) for record in kontext.akte.alle(Jahresbericht)]
    for record, mitglieder in listen:
        gesehen: set[str] = set()
        for index, mitglied in enumerate(mitglieder):
            if mitglied.ags in gesehen:
                yield Hit(
                    record.path,
                    ("mitglieder", index, "ags"),
                    f"Die Gemeinde mit dem AGS {mitglied.ags} steht schon weiter oben.",
                    "Fassen Sie beide Einträge zusammen, oder berichtigen Sie den AGS.",
                )
            gesehen.add(mitglied.ags)

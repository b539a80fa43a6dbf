"""FGK232: only a Kreis has member municipalities."""

from collections.abc import Iterator

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.models.base import Datensatz
from fgk.models.jahresbericht import Jahresbericht
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK232", "mitglieder-nur-beim-kreis", severity=Severity.WARNUNG, since="0.2")
def mitglieder_nur_beim_kreis(kontext: Kontext) -> Iterator[Hit]:
    """Nur die Akte eines Kreises nennt teilnehmende Gemeinden.

    ## Warum

    Eine Gemeinde oder ein Quartier hat keine Mitglieder. Wer sie einträgt, meint meist das Verfahren
    Familiengerechter Kreis oder Partner, die als Organisationseinheiten geführt werden.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    mitglieder:  # FGK232
      - name: Musterdorf
        ags: "05999007"
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
    ```
    """
    audit = kontext.akte.audit
    if audit is None or audit.ort.art == "kreis":
        return
    records: list[Record[Datensatz]] = [*kontext.akte.alle(Audit), *kontext.akte.alle(Jahresbericht)]
    for record in records:
        if record.data.get("mitglieder"):
            yield Hit(
                record.path,
                ("mitglieder",),
                "Teilnehmende Gemeinden hat nur ein Kreis; der Ort dieser Akte ist keiner.",
                "Löschen Sie die Liste, oder berichtigen Sie den Ort in audit.yaml.",
                key=True,
            )

"""FGK234: the Akte that a member names is its own."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK234", "akte-eines-anderen-orts", severity=Severity.WARNUNG, since="0.2")
def akte_eines_anderen_orts(kontext: Kontext) -> Iterator[Hit]:
    """Die Akte, die bei einer teilnehmenden Gemeinde steht, ist ihre eigene.

    ## Warum

    Bericht und Übersicht zeigen bei jeder Gemeinde, wie weit ihr eigenes Audit ist. Gehört die Akte zu einem
    anderen Ort, steht dort der falsche Stand. Liegt sie nicht im selben Arbeitsbereich, wird nichts verglichen.

    ## Beispiel

    ```yaml
    # datei: ../fgk.yaml
    rolle: kommune
    # datei: ../dorf/audit.yaml
    kennung: A-musterdorf-2022
    ort:
      art: gemeinde
      name: Musterhausen
      ags: "05999008"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
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
        akte: A-musterdorf-2022  # FGK234
    ```

    ## Stattdessen

    ```yaml
    # datei: ../fgk.yaml
    rolle: kommune
    # datei: ../dorf/audit.yaml
    kennung: A-musterdorf-2022
    ort:
      art: gemeinde
      name: Musterdorf
      ags: "05999007"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
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
        akte: A-musterdorf-2022
    ```
    """
    record = kontext.akte.einzeln(Audit)
    for index, mitglied in enumerate(record.modell.mitglieder if record else ()):
        eigene = kontext.nachbar(mitglied.akte)
        ort = eigene.audit.ort if eigene is not None and eigene.audit is not None else None
        if record is not None and ort is not None and getattr(ort, "ags", None) != mitglied.ags:
            yield Hit(
                record.path,
                ("mitglieder", index, "akte"),
                f"Die Akte {mitglied.akte} gehört nicht zu „{mitglied.name}“, sondern zu: {ort.name}.",
                "Berichtigen Sie die Kennung der Akte oder den AGS.",
            )

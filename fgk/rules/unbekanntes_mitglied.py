"""FGK233: a report names members of the Kreis."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.jahresbericht import Jahresbericht
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie


@rule("FGK233", "unbekanntes-mitglied", severity=Severity.FEHLER, since="0.2")
def unbekanntes_mitglied(kontext: Kontext) -> Iterator[Hit]:
    """Der Jahresbericht eines Kreises nennt nur Gemeinden, die in audit.yaml als Mitglied stehen.

    ## Warum

    Der Bericht ordnet jeden Beitrag über den AGS einer Gemeinde zu. Ohne Eintrag unter `mitglieder` hat sie dort
    keinen Namen.

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
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    mitglieder:
      - ags: "05999070"  # FGK233
        text: Die Gemeinde hat einen Familientag ausgerichtet.
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
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-01-01
    bis: 2024-12-31
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung
    mitglieder:
      - ags: "05999007"
        text: Die Gemeinde hat einen Familientag ausgerichtet.
    ```
    """
    audit = kontext.akte.audit
    if audit is None or audit.ort.art != "kreis":
        return
    bekannt = [mitglied.ags for mitglied in audit.mitglieder]
    for record in kontext.akte.alle(Jahresbericht):
        for index, beitrag in enumerate(record.modell.mitglieder):
            if beitrag.ags not in bekannt:
                frage = meinten_sie(beitrag.ags, bekannt)
                yield Hit(
                    record.path,
                    ("mitglieder", index, "ags"),
                    f"Eine teilnehmende Gemeinde mit dem AGS {beitrag.ags} nennt audit.yaml nicht.",
                    f"{frage + ' Wenn nicht: ' if frage else ''}Tragen Sie die Gemeinde dort unter „mitglieder“ ein.",
                )

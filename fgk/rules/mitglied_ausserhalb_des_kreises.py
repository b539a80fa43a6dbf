"""FGK231: a member municipality lies in the Kreis."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit, Kreis
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK231", "mitglied-ausserhalb-des-kreises", severity=Severity.FEHLER, since="0.2")
def mitglied_ausserhalb_des_kreises(kontext: Kontext) -> Iterator[Hit]:
    """Jede teilnehmende Gemeinde liegt im Kreis der Akte.

    ## Warum

    Die ersten fünf Ziffern des AGS sind der Schlüssel des Kreises. Stimmen sie nicht überein, ist eine Ziffer
    falsch, oder die Gemeinde gehört zu einem anderen Kreis.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-dueren-2024
    ort:
      art: kreis
      name: Düren
      schluessel: "05358"
    verfahren: familiengerechter-kreis
    katalog: fgk-2013
    stufe: grund
    mitglieder:
      - name: Stolberg (Rhld.)
        ags: "05334032"  # FGK231
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-dueren-2024
    ort:
      art: kreis
      name: Düren
      schluessel: "05358"
    verfahren: familiengerechter-kreis
    katalog: fgk-2013
    stufe: grund
    mitglieder:
      - name: Düren
        ags: "05358008"
    ```
    """
    record = kontext.akte.einzeln(Audit)
    ort = record.modell.ort if record else None
    if record is None or not isinstance(ort, Kreis):
        return
    for index, mitglied in enumerate(record.modell.mitglieder):
        if not mitglied.ags.startswith(ort.schluessel):
            yield Hit(
                record.path,
                ("mitglieder", index, "ags"),
                f"„{mitglied.name}“ (AGS {mitglied.ags}) liegt nicht im Kreis der Akte, dessen Schlüssel {ort.schluessel} ist.",
                "Berichtigen Sie den AGS, oder löschen Sie das Mitglied.",
            )

"""FGK322: an agreement for some years says until when."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK322", "laufzeit-ohne-ende", severity=Severity.WARNUNG, since="0.2")
def laufzeit_ohne_ende(kontext: Kontext) -> Iterator[Hit]:
    """Die Laufzeit der Zielvereinbarung hat ein Ende, außer in der Stufe erhaltung.

    ## Warum

    Grund- und Bilanzierungs-Audit enden nach drei Jahren. Ohne Ende ist offen, bis wann die Maßnahmen umgesetzt
    sein sollen und wann das Bilanzierungs-Audit beginnt.

    ## Beispiel

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:  # FGK322
      von: 2024-03-01
    ```

    ## Stattdessen

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    ```
    """
    record = kontext.akte.einzeln(Zielvereinbarung)
    laufzeit = record.modell.laufzeit if record else None
    if record is None or laufzeit is None or kontext.stufe is None or not kontext.stufe.ist_befristet:
        return
    if laufzeit.bis is None:
        yield Hit(
            record.path,
            ("laufzeit",),
            "Die Laufzeit hat kein Ende; das gibt es nur in der Stufe erhaltung.",
            "Ergänzen Sie „bis“, oder berichtigen Sie die Stufe in audit.yaml.",
            key=True,
        )

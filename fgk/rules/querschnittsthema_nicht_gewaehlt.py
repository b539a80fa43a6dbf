"""FGK221: goals and measures name the themes that the municipality chose."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK221", "querschnittsthema-nicht-gewaehlt", severity=Severity.HINWEIS, since="0.1")
def querschnittsthema_nicht_gewaehlt(kontext: Kontext) -> Iterator[Hit]:
    """Ziele und Maßnahmen nennen die Querschnittsthemen, die die Kommune in audit.yaml gewählt hat.

    ## Warum

    Die Zielvereinbarung stellt die gewählten Querschnittsthemen vor. Ein weiteres Thema bei einer Maßnahme
    fällt dort aus dem Rahmen. Hat die Kommune noch keines gewählt, gilt die Regel nicht.

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
    querschnittsthemen: [inklusion]
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    querschnittsthemen: [praevention]  # FGK221
    ```

    ## Stattdessen

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
    querschnittsthemen: [inklusion, praevention]
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Familienbericht vorlegen
    federfuehrung: OE-51
    ende: 2025-06-30
    querschnittsthemen: [praevention]
    ```
    """
    audit, verfahren = kontext.akte.audit, kontext.verfahren
    if audit is None or verfahren is None or not audit.querschnittsthemen:
        return
    nicht_gewaehlt = {
        thema.kennung: thema.bezeichnung
        for thema in verfahren.querschnittsthemen
        if thema.kennung not in audit.querschnittsthemen
    }
    for record, stelle in kontext.verweise("querschnittsthema"):
        if stelle.kennung in nicht_gewaehlt and isinstance(record.modell, Ziel | Massnahme):
            yield Hit(
                record.path,
                stelle.route,
                f"Das Querschnittsthema „{nicht_gewaehlt[stelle.kennung]}“ ist in audit.yaml nicht gewählt.",
                f"Ergänzen Sie dort „{stelle.kennung}“ oder löschen Sie es hier.",
            )

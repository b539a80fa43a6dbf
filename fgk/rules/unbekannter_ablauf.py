"""FGK229: the lengths that an Akte names belong to its Verfahren."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie
from fgk.schreibweise import aufzaehlung


@rule("FGK229", "unbekannter-ablauf", severity=Severity.FEHLER, since="0.2")
def unbekannter_ablauf(kontext: Kontext) -> Iterator[Hit]:
    """Der Ablauf, den die Akte nennt, gehört zu ihrem Verfahren.

    ## Warum

    Veröffentlicht sind mehrere Darstellungen, wie lange die Phasen dauern. Nach der genannten rechnet „fgk
    status“; eine unbekannte kann er nicht zugrunde legen.

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
    ablauf: kurz-2021  # FGK229
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
    ablauf: kurz-2012
    ```
    """
    record = kontext.akte.einzeln(Audit)
    ablauf = record.modell.ablauf if record else None
    if record is None or ablauf is None or kontext.verfahren is None or kontext.verfahren.ablauf(ablauf):
        return
    bekannt = [a.kennung for a in kontext.verfahren.ablaeufe]
    waehlen = f"Wählen Sie {aufzaehlung(bekannt, 'oder')}." if bekannt else "Löschen Sie „ablauf“."
    yield Hit(
        record.path,
        ("ablauf",),
        f"Einen Ablauf „{ablauf}“ gibt es im Verfahren „{kontext.verfahren.bezeichnung}“ nicht.",
        meinten_sie(ablauf, bekannt) or waehlen,
    )

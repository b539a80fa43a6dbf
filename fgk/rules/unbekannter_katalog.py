"""FGK219: the catalogue of the Akte belongs to its Verfahren."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie
from fgk.schreibweise import aufzaehlung


@rule("FGK219", "unbekannter-katalog", severity=Severity.FEHLER, since="0.1")
def unbekannter_katalog(kontext: Kontext) -> Iterator[Hit]:
    """Der Katalog der Handlungsfelder gehört zum Verfahren der Akte.

    ## Warum

    Die Namen der Handlungsfelder haben sich über die Jahre geändert. Der Katalog sagt, welche Fassung gilt;
    ohne ihn haben die Handlungsfelder in Dokumenten keinen Namen.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2012  # FGK219
    stufe: grund
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
    ```
    """
    record = kontext.akte.einzeln(Audit)
    if record is not None and kontext.verfahren is not None and kontext.katalog is None:
        bekannt = [katalog.kennung for katalog in kontext.verfahren.kataloge]
        yield Hit(
            record.path,
            ("katalog",),
            f"Einen Katalog „{record.modell.katalog}“ gibt es im Verfahren „{kontext.verfahren.bezeichnung}“ nicht.",
            meinten_sie(record.modell.katalog, bekannt) or f"Wählen Sie {aufzaehlung(bekannt, 'oder')}.",
        )

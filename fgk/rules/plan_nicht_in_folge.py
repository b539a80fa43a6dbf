"""FGK318: planned steps follow each other."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.reihenfolge import in_worten, widersprueche


@rule("FGK318", "plan-nicht-in-folge", severity=Severity.HINWEIS, since="0.2")
def plan_nicht_in_folge(kontext: Kontext) -> Iterator[Hit]:
    """Geplante Schritte liegen so, dass einer auf den anderen folgen kann.

    ## Warum

    Wer die Begutachtung vor dem Beschluss der Zielvereinbarung plant, muss einen der Termine noch verschieben. Solange
    ein Schritt nicht stattgefunden hat, ist das nur ein Hinweis.

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
    termine:
      - schritt: zielvereinbarungsbeschluss
        geplant_am: 2025-03-13
      - schritt: einreichung
        geplant_am: 2025-02-28  # FGK318
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
    termine:
      - schritt: zielvereinbarungsbeschluss
        geplant_am: 2025-03-13
      - schritt: einreichung
        geplant_am: 2025-03-28
    ```
    """
    audit = kontext.akte.audit
    if audit is None or not any(termin.datum is None and termin.geplant_am for termin in audit.termine):
        return
    for widerspruch in widersprueche(kontext, geplant=True):
        yield Hit(
            widerspruch.schritt.datei,
            widerspruch.schritt.route,
            in_worten(widerspruch),
            "Verschieben Sie einen der Termine, oder tragen Sie unter „datum“ ein, wann der Schritt war.",
        )

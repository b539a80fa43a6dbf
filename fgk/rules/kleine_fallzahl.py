"""FGK125: small counts are suppressed."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.sozialraeume import Sozialraeume, Sozialraumwert
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK125", "kleine-fallzahl", severity=Severity.FEHLER, since="0.1")
def kleine_fallzahl(kontext: Kontext) -> Iterator[Hit]:
    """Hinter jedem kleinräumigen Wert stehen mindestens so viele Fälle, wie die Akte als Mindestfallzahl nennt.

    ## Warum

    Aus kleinen Fallzahlen lässt sich auf einzelne Familien schließen. Solche Werte werden nicht genannt, auch
    nicht intern, denn git vergisst nichts.

    ## Beispiel

    ```yaml
    # datei: bestandsaufnahme/sozialraeume.yaml
    ebene: Stadtteile
    mindestfallzahl: 10
    sozialraeume:
      - kennung: SR-01
        name: Altstadt
    werte:
      - sozialraum: SR-01
        indikator: kinderarmut
        jahr: 2023
        wert: 14.3
        fallzahl: 4  # FGK125
    ```

    ## Stattdessen

    ```yaml
    # datei: bestandsaufnahme/sozialraeume.yaml
    ebene: Stadtteile
    mindestfallzahl: 10
    sozialraeume:
      - kennung: SR-01
        name: Altstadt
    werte:
      - sozialraum: SR-01
        indikator: kinderarmut
        jahr: 2023
        ist_unterdrueckt: true
    ```
    """
    for record in kontext.akte.alle(Sozialraeume):
        grenze = record.modell.mindestfallzahl
        for index, wert in enumerate(record.modell.werte):
            was, key = _verstoss(wert, grenze)
            if was:
                yield Hit(
                    record.path,
                    ("werte", index, key),
                    f"Der Wert {wert.indikator} für {wert.sozialraum} ({wert.jahr}) {was}",
                    "Schreiben Sie „ist_unterdrueckt: true“ und löschen Sie „wert“ und „fallzahl“.",
                )


def _verstoss(wert: Sozialraumwert, grenze: int) -> tuple[str, str]:
    if wert.wert is None:
        return "", ""
    if wert.ist_unterdrueckt:
        return "ist unterdrückt und steht trotzdem da.", "wert"
    if wert.fallzahl is not None and wert.fallzahl < grenze:
        return f"beruht auf {wert.fallzahl} Fällen; mindestens {grenze} sind nötig.", "fallzahl"
    return "", ""

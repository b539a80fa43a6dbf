"""FGK504: the municipality's colour can be read on white."""

from collections.abc import Iterator
from math import floor

from fgk.bild import kontrast
from fgk.diagnostic import Severity
from fgk.models.gestaltung import Gestaltung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import zahl

#: what WCAG 2.1 (AA) and with it BITV 2.0 ask for of text
_MINDESTENS = 4.5


@rule("FGK504", "farbe-ohne-kontrast", severity=Severity.FEHLER, since="0.1")
def farbe_ohne_kontrast(kontext: Kontext) -> Iterator[Hit]:
    """Die Hausfarbe hebt sich so von Weiß ab, dass Überschriften lesbar sind.

    ## Warum

    Überschriften und Verweise stehen in der Hausfarbe auf weißem Grund. Öffentliche Stellen müssen ihre Dokumente
    barrierefrei anbieten (BITV 2.0); dazu gehört ein Kontrast von mindestens 4,5 zu 1.

    ## Beispiel

    ```yaml
    # datei: gestaltung.yaml
    farbe: "#f2c300"  # FGK504
    ```

    ## Stattdessen

    ```yaml
    # datei: gestaltung.yaml
    farbe: "#7a6200"
    ```
    """
    record = kontext.akte.einzeln(Gestaltung)
    farbe = record.modell.farbe if record else None
    if record is None or farbe is None or kontrast(farbe) >= _MINDESTENS:
        return
    yield Hit(
        record.path,
        ("farbe",),
        f"Die Farbe {farbe} hat auf Weiß nur einen Kontrast von {zahl(floor(10 * kontrast(farbe)) / 10)} zu 1; nötig sind 4,5 zu 1.",
        "Nehmen Sie einen dunkleren Ton der Farbe.",
    )

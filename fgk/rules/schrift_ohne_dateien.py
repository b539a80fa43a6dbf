"""FGK506: the typeface that the design names is there for the PDF."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.gestaltung import SCHRIFTEN, Gestaltung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK506", "schrift-ohne-dateien", severity=Severity.HINWEIS, since="0.1")
def schrift_ohne_dateien(kontext: Kontext) -> Iterator[Hit]:
    """Zur Hausschrift liegen ihre Dateien bereit, sonst erscheint das PDF in einer anderen Schrift.

    ## Warum

    Word, LibreOffice und Internetseiten nehmen eine Schrift von dem Rechner, auf dem das Dokument geöffnet wird. Ein
    PDF bringt seine Schrift mit; deshalb braucht fgk ihre Dateien (TTF oder OTF) im Ordner `vorlagen/schriften`.
    Brauchen Sie kein PDF, können Sie den Hinweis stehen lassen.

    ## Beispiel

    ```yaml
    # datei: gestaltung.yaml
    schrift: Garamond  # FGK506
    ```

    ## Stattdessen

    ```yaml
    # datei: gestaltung.yaml
    farbe: "#7a6200"
    ```
    """
    record = kontext.akte.einzeln(Gestaltung)
    if record is None or record.modell.schrift is None or kontext.akte.source.exists(SCHRIFTEN):
        return
    yield Hit(
        record.path,
        ("schrift",),
        f"Für die Schrift „{record.modell.schrift}“ fehlt der Ordner „{SCHRIFTEN}“; im PDF steht Source Sans 3.",
        f"Legen Sie die Dateien der Schrift (TTF oder OTF) in „{SCHRIFTEN}“.",
    )

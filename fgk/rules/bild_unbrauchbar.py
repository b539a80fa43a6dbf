"""FGK505: logo and Signet are pictures that documents can show."""

from collections.abc import Iterator

from fgk.bild import MAX_BYTES, BildError, lies_bild
from fgk.diagnostic import Severity
from fgk.models.gestaltung import Gestaltung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.sources import UnreadableFileError


@rule("FGK505", "bild-unbrauchbar", severity=Severity.FEHLER, since="0.1")
def bild_unbrauchbar(kontext: Kontext) -> Iterator[Hit]:
    """Logo und Signet sind Bilder, die sich in Dokumente setzen lassen.

    ## Warum

    Fehlt die Datei, ist sie beschädigt oder lädt sie Teile aus dem Internet, entsteht kein Dokument. fgk nimmt PNG,
    JPEG und einfaches SVG bis 4 MiB; ein SVG darf nichts ausführen und nichts nachladen.

    ## Beispiel

    ```yaml
    # datei: gestaltung.yaml
    logo: vorlagen/logo.png  # FGK505
    ```

    ## Stattdessen

    ```yaml
    # datei: gestaltung.yaml
    absender:
      - Stadt Musterstadt
    ```
    """
    record = kontext.akte.einzeln(Gestaltung)
    if record is None:
        return
    for feld in ("logo", "signet"):
        pfad = getattr(record.modell, feld)
        if pfad is None:
            continue
        try:
            lies_bild(kontext.akte.source.read(pfad, MAX_BYTES + 1), "")
        except (BildError, UnreadableFileError) as error:
            yield Hit(record.path, (feld,), f"„{pfad}“: {error.was}", error.tun)

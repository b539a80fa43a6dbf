"""FGK320: the certificate is the one that the stage leads to."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import STUFE
from fgk.models.begutachtung import ZERTIFIKATSART, Begutachtung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK320", "zertifikat-passt-nicht-zur-stufe", severity=Severity.FEHLER, since="0.2")
def zertifikat_passt_nicht_zur_stufe(kontext: Kontext) -> Iterator[Hit]:
    """Das Zertifikat ist das, zu dem die Stufe der Akte führt.

    ## Warum

    Das Grund-Audit führt zum Grundzertifikat, das Bilanzierungs-Audit zum Aufbauzertifikat, die Erhaltung zum
    Erhaltungszertifikat. Steht ein anderes da, gehört es in die Akte einer anderen Stufe, oder die Stufe stimmt
    nicht.

    ## Beispiel

    ```yaml
    # datei: begutachtung.yaml
    kennung: G-2024
    ergebnis: empfohlen
    zertifikat:
      art: aufbauzertifikat  # FGK320
      erteilt_am: 2024-06-12
    ```

    ## Stattdessen

    ```yaml
    # datei: begutachtung.yaml
    kennung: G-2024
    ergebnis: empfohlen
    zertifikat:
      art: grundzertifikat
      erteilt_am: 2024-06-12
    ```
    """
    record = kontext.akte.einzeln(Begutachtung)
    zertifikat = record.modell.zertifikat if record else None
    stufe = kontext.stufe
    if (
        record is not None
        and zertifikat is not None
        and stufe is not None
        and zertifikat.art != stufe.zertifikat
    ):
        yield Hit(
            record.path,
            ("zertifikat", "art"),
            f"Zur Stufe „{STUFE[stufe.kennung]}“ gehört kein {ZERTIFIKATSART[zertifikat.art]}.",
            f"Wählen Sie {stufe.zertifikat}, oder berichtigen Sie die Stufe in audit.yaml.",
        )

"""FGK319: a certificate is granted after it was recommended."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.begutachtung import BEGUTACHTUNGSERGEBNIS, Begutachtung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK319", "zertifikat-ohne-begutachtung", severity=Severity.FEHLER, since="0.2")
def zertifikat_ohne_begutachtung(kontext: Kontext) -> Iterator[Hit]:
    """Ein Zertifikat wird erteilt, wenn die Begutachtung es empfohlen hat.

    ## Warum

    Unabhängige Fachleute begutachten die Unterlagen; erst danach erteilt der Verein das Zertifikat. Steht das
    Ergebnis noch auf offen oder ist das Zertifikat nicht empfohlen, fehlt eine Angabe oder das Zertifikat gehört
    nicht in die Akte. In der Stufe erhaltung wird nicht begutachtet, und eine Akte mit `fuehrung: kurz` muss das
    Ergebnis nicht nennen.

    ## Beispiel

    ```yaml
    # datei: begutachtung.yaml
    kennung: G-2024
    ergebnis: offen  # FGK319
    zertifikat:
      art: grundzertifikat
      erteilt_am: 2024-06-12
    ```

    ## Stattdessen

    ```yaml
    # datei: begutachtung.yaml
    kennung: G-2024
    begutachtet_am: 2024-05-28
    ergebnis: empfohlen
    zertifikat:
      art: grundzertifikat
      erteilt_am: 2024-06-12
    ```
    """
    record = kontext.akte.einzeln(Begutachtung)
    zertifikat = record.modell.zertifikat if record else None
    if record is None or zertifikat is None or kontext.stufe is None or not kontext.stufe.ist_begutachtet:
        return
    ergebnis = record.modell.ergebnis
    ist_ohne = ergebnis == "nicht_empfohlen" or (ergebnis == "offen" and not kontext.ist_kurz)
    if ist_ohne and zertifikat.seit:
        yield Hit(
            record.path,
            ("ergebnis",),
            f"Das Zertifikat ist erteilt, das Ergebnis der Begutachtung aber: {BEGUTACHTUNGSERGEBNIS[ergebnis]}.",
            "Tragen Sie ein, was die Begutachtung ergab, oder löschen Sie die Tage des Zertifikats.",
        )

"""FGK324: where nobody assesses, there is no assessment on file."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.begutachtung import Begutachtung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK324", "begutachtung-in-der-erhaltung", severity=Severity.HINWEIS, since="0.2")
def begutachtung_in_der_erhaltung(kontext: Kontext) -> Iterator[Hit]:
    """In einer Stufe ohne Begutachtung steht in begutachtung.yaml nur das Zertifikat.

    ## Warum

    Das Erhaltungszertifikat erteilt der Verein ohne neue Begutachtung. Angaben dazu stammen meist aus der Akte
    der vorigen Stufe und gehören dorthin.

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
    stufe: erhaltung
    # datei: begutachtung.yaml
    kennung: G-2024
    begutachtet_am: 2024-05-28  # FGK324
    zertifikat:
      art: erhaltungszertifikat
      erteilt_am: 2024-06-12
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
    stufe: erhaltung
    # datei: begutachtung.yaml
    kennung: G-2024
    zertifikat:
      art: erhaltungszertifikat
      erteilt_am: 2024-06-12
    ```
    """
    record = kontext.akte.einzeln(Begutachtung)
    if record is None or kontext.stufe is None or kontext.stufe.ist_begutachtet:
        return
    genannt = [feld for feld in _FELDER if record.data.get(feld) not in _LEER]
    if genannt:
        yield Hit(
            record.path,
            (genannt[0],),
            "In dieser Stufe wird nicht begutachtet; hier steht aber etwas über eine Begutachtung.",
            "Lassen Sie nur das Zertifikat stehen, oder berichtigen Sie die Stufe in audit.yaml.",
        )


_FELDER = ("eingereicht_am", "begutachtet_am", "gremium", "ergebnis", "empfehlungen", "auflagen")
_LEER: tuple[object, ...] = (None, [], "offen")

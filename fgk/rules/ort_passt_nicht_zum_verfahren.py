"""FGK223: the Verfahren fits the kind of place."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung


@rule("FGK223", "ort-passt-nicht-zum-verfahren", severity=Severity.FEHLER, since="0.1")
def ort_passt_nicht_zum_verfahren(kontext: Kontext) -> Iterator[Hit]:
    """Das Verfahren passt zur Art des Orts.

    ## Warum

    Ein Kreis wird als Familiengerechter Kreis auditiert, ein Quartier als Generationengerechtes Wohnen.
    Verfahren und Ort bestimmen Handlungsfelder, Zertifikat und Beschlüsse.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: kreis  # FGK223
      name: Musterkreis
      schluessel: "05999"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: kreis
      name: Musterkreis
      schluessel: "05999"
    verfahren: familiengerechter-kreis
    katalog: fgk-2013
    stufe: grund
    ```
    """
    record = kontext.akte.einzeln(Audit)
    verfahren = kontext.verfahren
    if record is not None and verfahren is not None and record.modell.ort.art not in verfahren.ortsarten:
        yield Hit(
            record.path,
            ("ort", "art"),
            f"Ein Ort der Art „{record.modell.ort.art}“ passt nicht zum Verfahren „{verfahren.bezeichnung}“.",
            f"Wählen Sie ein anderes Verfahren oder die Art {aufzaehlung(verfahren.ortsarten, 'oder')}.",
        )

"""FGK230: the Verfahren has the stage of the Akte."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung


@rule("FGK230", "unbekannte-stufe", severity=Severity.FEHLER, since="0.2")
def unbekannte_stufe(kontext: Kontext) -> Iterator[Hit]:
    """Die Stufe der Akte gibt es in ihrem Verfahren.

    ## Warum

    An der Stufe hängen Phasen, Zertifikat und Untertitel. Das Audit eines Quartiers hat zum Beispiel keine Stufe
    erhaltung.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-am-park-2024
    ort:
      art: quartier
      name: Am Park
      ags: "05999001"
    verfahren: generationengerechtes-wohnen
    katalog: agwiq-projekt
    stufe: erhaltung  # FGK230
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    wirkung: unmittelbar
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-am-park-2024
    ort:
      art: quartier
      name: Am Park
      ags: "05999001"
    verfahren: generationengerechtes-wohnen
    katalog: agwiq-projekt
    stufe: grund
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    wirkung: unmittelbar
    ```
    """
    record, verfahren = kontext.akte.einzeln(Audit), kontext.verfahren
    if record is not None and verfahren is not None and verfahren.stufen and kontext.stufe is None:
        yield Hit(
            record.path,
            ("stufe",),
            f"Eine Stufe „{record.modell.stufe}“ hat das Verfahren „{verfahren.bezeichnung}“ nicht.",
            f"Wählen Sie {aufzaehlung([stufe.kennung for stufe in verfahren.stufen], 'oder')}.",
        )

"""FGK323: what is for good has no end."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.begutachtung import Begutachtung
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK323", "ende-in-der-erhaltung", severity=Severity.HINWEIS, since="0.2")
def ende_in_der_erhaltung(kontext: Kontext) -> Iterator[Hit]:
    """In der Stufe erhaltung haben Zielvereinbarung und Zertifikat kein Ende.

    ## Warum

    Das Erhaltungszertifikat gilt, solange die Kommune Mitglied ist und ihre Zielvereinbarung fortschreibt. Ein
    Ende stammt meist aus der vorigen Stufe; ist es wirklich vereinbart, lassen Sie es mit einer Ausnahme zu.

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
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28  # FGK323
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
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
    ```
    """
    if kontext.stufe is None or kontext.stufe.ist_befristet:
        return
    vereinbarung, gutachten = kontext.akte.einzeln(Zielvereinbarung), kontext.akte.einzeln(Begutachtung)
    laufzeit = vereinbarung.modell.laufzeit if vereinbarung else None
    zertifikat = gutachten.modell.zertifikat if gutachten else None
    if vereinbarung is not None and laufzeit is not None and laufzeit.bis is not None:
        yield _hit(vereinbarung.path, ("laufzeit", "bis"), "Zielvereinbarung")
    if gutachten is not None and zertifikat is not None and zertifikat.gueltig_bis is not None:
        yield _hit(gutachten.path, ("zertifikat", "gueltig_bis"), "Zertifikat")


def _hit(pfad: str, route: tuple[str, ...], was: str) -> Hit:
    return Hit(
        pfad,
        route,
        f"In dieser Stufe ist kein Ende vorgesehen; hier hat {was} eines.",
        f"Löschen Sie „{route[-1]}“, oder berichtigen Sie die Stufe in audit.yaml.",
    )

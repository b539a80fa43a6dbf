"""FGK207: every Handlungsfeld that a record names is in the catalogue of the Akte."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung


@rule("FGK207", "unbekanntes-handlungsfeld", severity=Severity.FEHLER, since="0.1")
def unbekanntes_handlungsfeld(kontext: Kontext) -> Iterator[Hit]:
    """Jedes genannte Handlungsfeld gehört zum Katalog, den audit.yaml nennt.

    ## Warum

    Der Verein gibt die Handlungsfelder vor; ihre Zahl und ihre Namen hängen vom Verfahren und von der Fassung
    des Katalogs ab.

    ## Beispiel

    ```yaml
    # datei: ziele/Z-7.1.yaml
    kennung: Z-7.1
    handlungsfeld: HF7  # FGK207
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    ```

    ## Stattdessen

    ```yaml
    # datei: ziele/Z-1.2.yaml
    kennung: Z-1.2
    handlungsfeld: HF1
    titel: Familien finden sich in der Verwaltung zurecht
    messkriterien:
      - bezeichnung: Anlaufstellen mit langem Nachmittag
        sollwert:
          zahl: 2
    ```
    """
    katalog = kontext.katalog
    if katalog is None:
        return
    bekannt = [feld.kennung for feld in katalog.handlungsfelder]
    for record, stelle in kontext.verweise("handlungsfeld"):
        if stelle.kennung not in bekannt:
            yield Hit(
                record.path,
                stelle.route,
                f"Das Handlungsfeld {stelle.kennung} gibt es im Katalog {katalog.kennung} nicht.",
                f"Wählen Sie {aufzaehlung(bekannt, 'oder')}.",
            )

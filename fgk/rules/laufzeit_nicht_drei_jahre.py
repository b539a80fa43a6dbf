"""FGK307: the agreement lasts as long as the Verfahren says."""

from collections.abc import Iterator
from datetime import date, timedelta

from fgk.diagnostic import Severity
from fgk.models.datum import tag_davor
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum

_SPIELRAUM = timedelta(days=31)


@rule("FGK307", "laufzeit-nicht-drei-jahre", severity=Severity.HINWEIS, since="0.1")
def laufzeit_nicht_drei_jahre(kontext: Kontext) -> Iterator[Hit]:
    """Die Laufzeit der Zielvereinbarung ist so lang, wie das Verfahren vorsieht (drei Jahre).

    ## Warum

    Zertifikat und Berichtspflicht laufen über drei Jahre. Eine andere Laufzeit kommt vor, ist aber oft ein
    Tippfehler.

    ## Beispiel

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2026-02-28  # FGK307
    ```

    ## Stattdessen

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    ```
    """
    record = kontext.akte.einzeln(Zielvereinbarung)
    laufzeit = record.modell.laufzeit if record else None
    verfahren = kontext.verfahren
    if record is None or laufzeit is None or verfahren is None or laufzeit.bis is None:
        return
    erwartet = tag_davor(_nach_jahren(laufzeit.von, verfahren.laufzeit_jahre))
    if laufzeit.von <= laufzeit.bis and abs(laufzeit.bis - erwartet) > _SPIELRAUM:
        yield Hit(
            record.path,
            ("laufzeit", "bis"),
            f"Die Laufzeit dauert nicht {verfahren.laufzeit_jahre} Jahre.",
            f"Üblich wäre ein Ende am {datum(erwartet)}; prüfen Sie beide Tage.",
        )


def _nach_jahren(tag: date, jahre: int) -> date:
    jahr = min(tag.year + jahre, date.max.year)
    try:
        return tag.replace(year=jahr)
    except ValueError:  # 29 February
        return date(jahr, 3, 1)

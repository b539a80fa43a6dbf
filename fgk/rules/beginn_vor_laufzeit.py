"""FGK311: an agreed measure begins within the agreement."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.datum import ist_sicher_vor
from fgk.models.massnahme import Massnahme
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum


@rule("FGK311", "beginn-vor-laufzeit", severity=Severity.HINWEIS, since="0.1")
def beginn_vor_laufzeit(kontext: Kontext) -> Iterator[Hit]:
    """Eine vereinbarte Maßnahme beginnt nicht vor der Laufzeit der Zielvereinbarung.

    ## Warum

    Was schon läuft, gehört in die Analyse unter die Angebote. Vereinbart wird, was neu ist oder ausgebaut
    wird. Eine Maßnahme, die aus dem vorigen Audit übernommen ist (`uebernommen`), darf früher begonnen haben.

    ## Beispiel

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2022-01-01  # FGK311
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ende: 2024-12-31
    ```
    """
    vereinbarung = kontext.akte.einzeln(Zielvereinbarung)
    laufzeit = vereinbarung.modell.laufzeit if vereinbarung else None
    if laufzeit is None:
        return
    for record in kontext.akte.alle(Massnahme):
        massnahme = record.modell
        ist_neu = massnahme.herkunft == "vereinbart" and massnahme.uebernommen is None
        if ist_neu and ist_sicher_vor(massnahme.beginn, laufzeit.von):
            yield Hit(
                record.path,
                ("beginn",),
                f"Die Maßnahme „{massnahme.titel}“ beginnt vor der Laufzeit, die am {datum(laufzeit.von)} anfängt.",
                "Prüfen Sie den Beginn; was schon läuft, steht in der Analyse unter „angebote“.",
            )

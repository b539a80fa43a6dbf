"""FGK315: a gate that asks for a decision was passed with it."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.tore import beleg_in_worten
from fgk.schreibweise import aufzaehlung


@rule("FGK315", "tor-ohne-beschluss", severity=Severity.FEHLER, since="0.2")
def tor_ohne_beschluss(kontext: Kontext) -> Iterator[Hit]:
    """Wer eine Phase hinter sich hat, hat auch den Beschluss in der Akte, mit dem sie endet.

    ## Warum

    Der Rat oder Kreistag beschließt die Teilnahme, bevor das Audit beginnt, und die Zielvereinbarung, bevor
    begutachtet wird. Geprüft wird erst, wenn die Akte einen Schritt einer späteren Phase nennt: einen Termin mit
    Tag, den Beschluss der Zielvereinbarung, ein Zertifikat oder einen vorgelegten Bericht. Im Quartier ist kein
    Beschluss nötig, und eine Akte mit `fuehrung: kurz` enthält keine.

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
    stufe: grund
    termine:
      - schritt: auftakt
        datum: 2024-04-11  # FGK315
    # datei: vertrag.yaml
    kennung: V-2024
    partner: Familiengerechte Kommune e. V.
    unterzeichnet_am: 2024-03-21
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
    stufe: grund
    termine:
      - schritt: auftakt
        datum: 2024-04-11
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    # datei: vertrag.yaml
    kennung: V-2024
    partner: Familiengerechte Kommune e. V.
    unterzeichnet_am: 2024-03-21
    ```
    """
    for tor in kontext.offene_tore:
        fehlt = [e.voraussetzung for e in tor.fehlt if e.voraussetzung.beschluss is not None]
        if fehlt:
            yield Hit(
                tor.beleg.datei,
                tor.beleg.route,
                f"{beleg_in_worten(tor)} In der Akte fehlt: {aufzaehlung([v.text for v in fehlt])}.",
                f"Legen Sie den Beschluss an („fgk new beschluss --art {fehlt[0].beschluss}“) und tragen Sie ein, "
                "wie er ausging; oder berichtigen Sie, was hier steht.",
            )

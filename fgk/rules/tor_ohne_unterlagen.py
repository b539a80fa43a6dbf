"""FGK316: what a gate asks for besides decisions is on file."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.begutachtung import Begutachtung
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.tore import beleg_in_worten, mit_ort
from fgk.schreibweise import aufzaehlung
from fgk.stand.tore import Erfuellung


@rule("FGK316", "tor-ohne-unterlagen", severity=Severity.WARNUNG, since="0.2")
def tor_ohne_unterlagen(kontext: Kontext) -> Iterator[Hit]:
    """Wer eine Phase hinter sich hat, hat in der Akte, was an ihrem Ende vorliegen muss.

    ## Warum

    Verein und Gutachter wollen sehen, worauf das Ergebnis beruht: Vertrag, Bestandsaufnahme, Analysen, Workshops,
    Ziele und Maßnahmen. Geprüft wird erst, wenn die Akte einen Schritt einer späteren Phase nennt. Was es nie gab,
    lassen Sie an dieser Stelle mit einer Ausnahme und ihrem Grund zu. Eine Akte mit `fuehrung: kurz` enthält
    nichts davon.

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
        datum: 2024-04-11  # FGK316
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
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
        fehlt = [mit_ort(e) for e in tor.fehlt if not _sagt_eine_andere(kontext, e)]
        if fehlt:
            yield Hit(
                tor.beleg.datei,
                tor.beleg.route,
                f"{beleg_in_worten(tor)} In der Akte {'fehlen' if len(fehlt) > 1 else 'fehlt'}: {aufzaehlung(fehlt)}.",
                "Tragen Sie es nach; gab es das nie, nennen Sie den Grund mit „# fgk: ignore FGK316 – Grund“.",
            )


def _sagt_eine_andere(kontext: Kontext, erfuellung: Erfuellung) -> bool:
    """Say whether another rule says it already: of decisions, of a certificate's assessment, of the period."""
    v = erfuellung.voraussetzung
    if v.datensatz == "begutachtung" and v.werte:
        gutachten = kontext.akte.einzeln(Begutachtung)
        return gutachten is not None and gutachten.modell.zertifikat is not None
    if v.datensatz == "zielvereinbarung":
        return kontext.annahme is not None and kontext.akte.einzeln(Zielvereinbarung) is not None
    return v.beschluss is not None

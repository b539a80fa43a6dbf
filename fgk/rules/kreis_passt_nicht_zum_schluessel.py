"""FGK131: Kreis and Land are those that the key lies in."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Gemeinde
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.orte import Ortsangabe, ortsangaben
from fgk.rules.registry import rule


@rule("FGK131", "kreis-passt-nicht-zum-schluessel", severity=Severity.WARNUNG, since="0.1")
def kreis_passt_nicht_zum_schluessel(kontext: Kontext) -> Iterator[Hit]:
    """Kreis und Land sind die, in denen der Schlüssel liegt.

    ## Warum

    Die ersten zwei Ziffern eines Schlüssels nennen das Land, die ersten fünf den Kreis. Steht daneben ein
    anderer Name, ist eines von beiden falsch. Eine kreisfreie Stadt gehört zu keinem Kreis.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-stolberg-2016
    ort:
      art: gemeinde
      name: Stolberg (Rhld.)
      ags: "05334032"
      kreis: Kreis Düren  # FGK131
      land: Rheinland-Pfalz  # FGK131
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-stolberg-2016
    ort:
      art: gemeinde
      name: Stolberg (Rhld.)
      ags: "05334032"
      kreis: StädteRegion Aachen
      land: Nordrhein-Westfalen
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    ```
    """
    for angabe in ortsangaben(kontext):
        if angabe.route[0] == "ort":
            yield from _kreis(angabe)
            yield from _land(angabe)


def _kreis(angabe: Ortsangabe) -> Iterator[Hit]:
    from fgk.register import passt

    ort = angabe.record.modell.ort
    if isinstance(ort, Gemeinde) and ort.kreis and angabe.kreis and not passt(ort.kreis, angabe.kreis):
        liegt = "ist kreisfrei" if angabe.kreis.ist_kreisfrei else f"liegt in: {angabe.kreis.amtlicher_name}"
        yield Hit(
            angabe.record.path,
            ("ort", "kreis"),
            f"„{ort.kreis}“ passt nicht zum AGS {angabe.schluessel}: Die Gemeinde {liegt}.",
            "Löschen Sie den Kreis oder berichtigen Sie den AGS."
            if angabe.kreis.ist_kreisfrei
            else "Berichtigen Sie den Kreis oder den AGS.",
        )


def _land(angabe: Ortsangabe) -> Iterator[Hit]:
    from fgk.register import passt_land

    land = angabe.record.modell.ort.land
    if land and angabe.kreis and not passt_land(land, angabe.kreis.land):
        yield Hit(
            angabe.record.path,
            ("ort", "land"),
            f"„{land}“ passt nicht zum {angabe.wort} {angabe.schluessel}: Der gehört zu {angabe.kreis.land}.",
            f"Berichtigen Sie das Land oder den {angabe.wort}.",
        )

"""FGK235: the audit before was one of the same place, in an earlier stage."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import STUFE, Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.nachbarn import ist_derselbe_ort
from fgk.rules.registry import rule


@rule("FGK235", "vorgaenger-passt-nicht", severity=Severity.WARNUNG, since="0.2")
def vorgaenger_passt_nicht(kontext: Kontext) -> Iterator[Hit]:
    """Der Vorgänger ist das Audit desselben Orts und Verfahrens in der Stufe davor.

    ## Warum

    Aus der Akte davor kommen Ausgangswerte, übernommene Maßnahmen und das Ende des alten Zertifikats. Auf das
    Grund-Audit folgt das Bilanzierungs-Audit, auch mehrmals, dann die Erhaltung. Liegt der Vorgänger nicht im
    selben Arbeitsbereich, wird nichts verglichen; eine Akte darf ihn trotzdem nennen.

    ## Beispiel

    ```yaml
    # datei: ../fgk.yaml
    rolle: kommune
    # datei: ../alt/audit.yaml
    kennung: A-musterstadt-2020
    ort:
      art: gemeinde
      name: Nachbarstadt
      ags: "05999002"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: bilanzierung
    vorgaenger: A-musterstadt-2020  # FGK235
    ```

    ## Stattdessen

    ```yaml
    # datei: ../fgk.yaml
    rolle: kommune
    # datei: ../alt/audit.yaml
    kennung: A-musterstadt-2020
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: bilanzierung
    vorgaenger: A-musterstadt-2020
    ```
    """
    record = kontext.akte.einzeln(Audit)
    audit = record.modell if record else None
    if record is None or audit is None or audit.vorgaenger in (None, audit.kennung):
        return
    vorige = kontext.nachbar(audit.vorgaenger)
    alt = vorige.audit if vorige else None
    for was in _widersprueche(audit, alt) if alt else ():
        yield Hit(
            record.path,
            ("vorgaenger",),
            f"Die Akte {audit.vorgaenger} {was}.",
            "Berichtigen Sie „vorgaenger“, oder prüfen Sie Ort, Verfahren und Stufe in beiden Akten.",
        )


_STUFEN = list(STUFE.worte)


def _widersprueche(neu: Audit, alt: Audit) -> Iterator[str]:
    if not ist_derselbe_ort(neu.ort, alt.ort):
        yield f"gehört zu einem anderen Ort: {alt.ort.name}"
    if neu.verfahren != alt.verfahren:
        yield f"hat ein anderes Verfahren: {alt.verfahren}"
    ist_erneut = neu.stufe == alt.stufe == "bilanzierung"
    if not ist_erneut and _STUFEN.index(alt.stufe) >= _STUFEN.index(neu.stufe):
        yield f"hat die Stufe „{STUFE[alt.stufe]}“, die nicht vor „{STUFE[neu.stufe]}“ liegt"

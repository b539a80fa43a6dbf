"""FGK237: housing company and Kommune lead a Quartier jointly."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.models.organisation import Organisationseinheiten
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung


@rule("FGK237", "traeger-im-quartier", severity=Severity.WARNUNG, since="0.2")
def traeger_im_quartier(kontext: Kontext) -> Iterator[Hit]:
    """Das Audit eines Quartiers tragen ein Wohnungsunternehmen und die Kommune gemeinsam.

    ## Warum

    Das Quartierskonzept binden beide. Sobald es eine Vereinbarung gibt, nennt `traeger` wenigstens eine Stelle
    der Art unternehmen oder eigenbetrieb und eine der Verwaltung.

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
    stufe: grund
    traeger: [OE-wohnen]  # FGK237
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Verwaltung der Kommune
        art: verwaltungsleitung
      - kennung: OE-wohnen
        name: Wohnungsgesellschaft
        art: unternehmen
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    wirkung: unmittelbar
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
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
    traeger: [OE-wohnen, OE-10]
    # datei: organisationseinheiten.yaml
    organisationseinheiten:
      - kennung: OE-10
        name: Verwaltung der Kommune
        art: verwaltungsleitung
      - kennung: OE-wohnen
        name: Wohnungsgesellschaft
        art: unternehmen
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    ende: 2024-12-31
    wirkung: unmittelbar
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    ```
    """
    record = kontext.akte.einzeln(Audit)
    liste = kontext.akte.einzeln(Organisationseinheiten)
    ist_quartier = record is not None and record.modell.ort.art == "quartier"
    if record is None or not ist_quartier or liste is None or not kontext.akte.alle(Zielvereinbarung):
        return
    arten = {oe.art for oe in liste.modell.organisationseinheiten if oe.kennung in record.modell.traeger}
    fehlt = [wer for wer, moeglich in _SEITEN.items() if not moeglich & arten]
    if fehlt:
        yield Hit(
            record.path,
            ("traeger",),
            f"Unter „traeger“ fehlt {aufzaehlung(fehlt)}.",
            "Nennen Sie dort beide mit ihrer Kennung aus organisationseinheiten.yaml.",
        )


#: who carries the audit of a Quartier -> which kinds of Organisationseinheit that can be
_SEITEN = {
    "das Wohnungsunternehmen": {"unternehmen", "eigenbetrieb"},
    "die Verwaltung der Kommune": {"verwaltungsleitung", "amt", "stabsstelle"},
}

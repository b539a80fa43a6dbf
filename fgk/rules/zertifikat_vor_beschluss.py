"""FGK309: a certificate follows the decision on the agreement."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.begutachtung import Begutachtung
from fgk.models.datum import ist_sicher_vor
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum
from fgk.stand.beschlusslage import erste_annahme


@rule("FGK309", "zertifikat-vor-beschluss", severity=Severity.WARNUNG, since="0.1")
def zertifikat_vor_beschluss(kontext: Kontext) -> Iterator[Hit]:
    """Ein Zertifikat wird nach dem Beschluss über die Zielvereinbarung erteilt.

    ## Warum

    Der Beschluss des Rats ist Voraussetzung der Begutachtung. Liegt er später als das Zertifikat, stimmt einer der
    Tage nicht. Dass er in der Akte fehlt, sagt FGK315. Im Quartier ist kein Beschluss nötig; dort gilt die Regel
    nicht.

    ## Beispiel

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Der Rat beschließt die Zielvereinbarung.
        betrifft:
          - kennung: ZV-2024
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024  # fgk: ignore FGK215 – Der Rat beginnt mit der Steuerung
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    beschluss: B-2024-01
    # datei: begutachtung.yaml
    kennung: G-2024
    ergebnis: empfohlen
    zertifikat:
      art: grundzertifikat
      erteilt_am: 2024-02-01  # FGK309
    ```

    ## Stattdessen

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Zielvereinbarung Familiengerechte Kommune
    art: zielvereinbarung
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Der Rat beschließt die Zielvereinbarung.
        betrifft:
          - kennung: ZV-2024
    # datei: zielvereinbarung.yaml
    kennung: ZV-2024  # fgk: ignore FGK215 – Der Rat beginnt mit der Steuerung
    laufzeit:
      von: 2024-03-01
      bis: 2027-02-28
    beschluss: B-2024-01
    # datei: begutachtung.yaml
    kennung: G-2024
    ergebnis: empfohlen
    zertifikat:
      art: grundzertifikat
      erteilt_am: 2024-06-12
    ```
    """
    record = kontext.akte.einzeln(Begutachtung)
    zertifikat = record.modell.zertifikat if record else None
    annahme = erste_annahme(kontext.akte, kontext.stichtag)
    if record is None or zertifikat is None or annahme is None:
        return
    key = "verliehen_am" if zertifikat.erteilt_am is None else "erteilt_am"
    erteilt, beschlossen = getattr(zertifikat, key), annahme.beratung.datum
    ist_noetig = kontext.verfahren is not None and kontext.verfahren.ist_beschluss_noetig
    if ist_noetig and ist_sicher_vor(erteilt, beschlossen):
        yield Hit(
            record.path,
            ("zertifikat", key),
            f"Das Zertifikat ({datum(erteilt)}) liegt vor dem Beschluss der Zielvereinbarung ({datum(beschlossen)}).",
            "Prüfen Sie beide Tage.",
        )

"""FGK321: two certificates of a place do not hold at once."""

from collections.abc import Iterator

from fgk.akte import Akte, Record
from fgk.diagnostic import Severity
from fgk.models.begutachtung import Begutachtung, Zertifikat
from fgk.models.datum import fruehestens, spaetestens
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum


@rule("FGK321", "zertifikate-ueberschneiden-sich", severity=Severity.WARNUNG, since="0.2")
def zertifikate_ueberschneiden_sich(kontext: Kontext) -> Iterator[Hit]:
    """Das neue Zertifikat wird erteilt, wenn das der vorigen Stufe abgelaufen ist.

    ## Warum

    Gültig ist ein Zertifikat vom Tag der Erteilung an, nicht erst von der Verleihung. Gelten zwei zugleich,
    stimmt ein Tag nicht, oder das Ende des alten ist mit dem neuen zu berichtigen. Eine Lücke zwischen beiden ist
    erlaubt: Das alte läuft oft ab, bevor das neue erteilt ist. Verglichen wird mit der Akte, die `vorgaenger`
    nennt, wenn sie im selben Arbeitsbereich liegt.

    ## Beispiel

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
    # datei: ../alt/begutachtung.yaml
    kennung: G-2020
    ergebnis: empfohlen
    zertifikat:
      art: grundzertifikat
      erteilt_am: 2020-09-01
      gueltig_bis: 2024-06-30
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
    # datei: begutachtung.yaml
    kennung: G-2024
    ergebnis: empfohlen
    zertifikat:
      art: aufbauzertifikat
      erteilt_am: 2024-06-12  # FGK321
      gueltig_bis: 2027-05-31
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
    # datei: ../alt/begutachtung.yaml
    kennung: G-2020
    ergebnis: empfohlen
    zertifikat:
      art: grundzertifikat
      erteilt_am: 2020-09-01
      gueltig_bis: 2024-05-31
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
    # datei: begutachtung.yaml
    kennung: G-2024
    ergebnis: empfohlen
    zertifikat:
      art: aufbauzertifikat
      erteilt_am: 2024-06-12
      gueltig_bis: 2027-05-31
    ```
    """
    neues = _zertifikat(kontext.akte)
    audit = kontext.akte.audit
    if neues is None or audit is None or audit.vorgaenger is None:
        return
    key = "erteilt_am" if neues[1].erteilt_am else "verliehen_am"
    beginn = getattr(neues[1], key)
    vorige = kontext.nachbar(audit.vorgaenger) if beginn else None
    altes = _zertifikat(vorige) if vorige else None
    ende = altes[1].gueltig_bis if altes else None
    if ende is not None and spaetestens(beginn) <= fruehestens(ende):
        yield Hit(
            neues[0].path,
            ("zertifikat", key),
            f"Am {datum(beginn)} gilt noch das Zertifikat der Akte {audit.vorgaenger} (bis {datum(ende)}).",
            "Prüfen Sie, wann das neue erteilt wurde und bis wann das alte galt.",
        )


def _zertifikat(akte: Akte) -> tuple[Record[Begutachtung], Zertifikat] | None:
    record = akte.einzeln(Begutachtung)
    zertifikat = record.modell.zertifikat if record else None
    return (record, zertifikat) if record is not None and zertifikat is not None else None

"""FGK135: a Verfahren says all that an Akte needs of one."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.eigene_verfahren import eigene
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung


@rule("FGK135", "verfahren-unvollstaendig", severity=Severity.FEHLER, since="0.2")
def verfahren_unvollstaendig(kontext: Kontext) -> Iterator[Hit]:
    """Ein eigenes Verfahren sagt, zusammen mit seiner Grundlage, alles, was eine Akte braucht.

    ## Warum

    Ohne Handlungsfelder, Phasen, Stufen, Ortsarten, Zertifikat und Ergebnisdokument lässt sich keine Akte prüfen
    und kein Dokument erzeugen. Am einfachsten nennt die Datei eine `grundlage` und sagt nur, was anders ist.

    ## Beispiel

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region  # FGK135
    bezeichnung: Audit Familiengerechte Region
    zertifikat: Familiengerechte Region
    ergebnisdokument: Regionalkonzept
    ortsarten: [verband]
    kataloge:
      - kennung: region-2025
        bezeichnung: Handlungsfelder der Region
        handlungsfelder:
          - kennung: HF1
            bezeichnung: Steuerung
    phasen:
      - kennung: entwicklung
        bezeichnung: Entwicklung des Konzepts
        beschreibung: Die Region erarbeitet ihr Konzept.
    ```

    ## Stattdessen

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region
    bezeichnung: Audit Familiengerechte Region
    zertifikat: Familiengerechte Region
    ergebnisdokument: Regionalkonzept
    ortsarten: [verband]
    kataloge:
      - kennung: region-2025
        bezeichnung: Handlungsfelder der Region
        handlungsfelder:
          - kennung: HF1
            bezeichnung: Steuerung
    phasen:
      - kennung: entwicklung
        bezeichnung: Entwicklung des Konzepts
        beschreibung: Die Region erarbeitet ihr Konzept.
    stufen:
      - kennung: grund
        zertifikat: grundzertifikat
        untertitel: zur Erlangung des Zertifikats „{}“
        phasen: [entwicklung]
    ```
    """
    for eigenes in eigene(kontext):
        if eigenes.ganz.fehlend:
            yield Hit(
                eigenes.record.path,
                ("kennung",),
                f"Dem Verfahren fehlt etwas: {aufzaehlung(eigenes.ganz.fehlend)}.",
                "Ergänzen Sie es, oder nennen Sie unter „grundlage“ ein Verfahren, aus dem es kommt.",
            )

"""FGK402: what a decision binds is still there."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.festlegung.umfang import betroffene
from fgk.models.beschluss import Beschluss
from fgk.rules.bindung import Gebunden, festlegungen, gebundene, ist_fehlerhaft_da, record_von
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.sources import AKTE_FILE


@rule("FGK402", "beschlossenes-geloescht", severity=Severity.FEHLER, since="0.1")
def beschlossenes_geloescht(kontext: Kontext) -> Iterator[Hit]:
    """Was ein Beschluss festgelegt hat, ist in der Akte und Teil der Vereinbarung.

    ## Warum

    Eine beschlossene Maßnahme verschwindet nicht, weil jemand ihre Datei löscht. Wird sie nicht umgesetzt, hat sie im
    Jahresbericht den Status entfallen oder ersetzt. Nimmt der Rat sie zurück, steht das in einem Beschluss, der den
    alten ändert. Geprüft wird das nur mit `--base`.

    ## Vorher

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Maßnahme M-1.1.2
    art: aenderung
    beratungen:
      - gremium: Rat
        datum: 2024-04-18
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Die Maßnahme M-1.1.2 wird beschlossen.
        betrifft:
          - kennung: M-1.1.2
    festlegung:
      profil: fgk1
      felder:
        massnahme: [ziel, titel, text, federfuehrung, beteiligte, kooperationspartner, beginn, ende,
          ist_fortlaufend, kosten, prioritaet, zielgruppen, querschnittsthemen, sozialraeume,
          strategien, wirkung, vorbehalte]
      eintraege:
        M-1.1.2: fgk1:6441cdd714f01c1ce6ee1e58253cc9b0bb872dcbfa91c630dad2dbeeac883b6b
      pruefzeichen: "K8QX-SXBN-HAD8-GFSF-E"
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ende: 2024-12-31
    ```

    ## Beispiel

    ```yaml
    # gelöscht: massnahmen/M-1.1.2.yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Maßnahme M-1.1.2
    art: aenderung
    beratungen:
      - gremium: Rat
        datum: 2024-04-18
        rolle: entscheidung
        ergebnis: unveraendert
    beschlusspunkte:
      - nummer: 1
        text: Die Maßnahme M-1.1.2 wird beschlossen.
        betrifft:
          - kennung: M-1.1.2  # FGK222
    festlegung:
      profil: fgk1
      felder:
        massnahme: [ziel, titel, text, federfuehrung, beteiligte, kooperationspartner, beginn, ende,
          ist_fortlaufend, kosten, prioritaet, zielgruppen, querschnittsthemen, sozialraeume,
          strategien, wirkung, vorbehalte]
      eintraege:
        M-1.1.2: fgk1:6441cdd714f01c1ce6ee1e58253cc9b0bb872dcbfa91c630dad2dbeeac883b6b  # FGK402
      pruefzeichen: "K8QX-SXBN-HAD8-GFSF-E"
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.2.yaml
    kennung: M-1.1.2
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ende: 2024-12-31
    ```
    """
    for gebunden in gebundene(kontext):
        ist_da = gebunden.jetzt is not None and not _ist_herausgenommen(kontext, gebunden)
        if ist_da or (gebunden.jetzt is None and ist_fehlerhaft_da(kontext, gebunden.kennung)):
            continue
        beschluss = kontext.akte.alle(Beschluss)
        record = next((r for r in beschluss if r.kennung == gebunden.beschluss), None)
        gehoert = "gehört nicht mehr zur Vereinbarung" if gebunden.jetzt else "fehlt in der Akte"
        path = gebunden.jetzt.path if gebunden.jetzt else record.path if record else AKTE_FILE
        route = (
            ("herkunft",)
            if gebunden.jetzt
            else ("festlegung", "eintraege", gebunden.kennung)
            if record
            else ("kennung",)
        )
        yield Hit(
            path,
            route,
            f"{gebunden.kennung} ist durch den Beschluss {gebunden.beschluss} festgelegt und {gehoert}.",
            f"Holen Sie den Datensatz zurück, oder halten Sie mit „fgk decide“ den Beschluss fest, der {gebunden.beschluss} "
            "ändert.",
            key=gebunden.jetzt is None and record is not None,
        )


def _ist_herausgenommen(kontext: Kontext, gebunden: Gebunden) -> bool:
    """Say whether a record no longer counts as part of the Zielvereinbarung and did when it was decided.

    What a decision names itself may have been added to the Zielvereinbarung from the start.
    """
    if getattr(gebunden.jetzt and gebunden.jetzt.modell, "herkunft", "") != "ergaenzt":
        return False
    akten = [kontext.basis.akte] if kontext.basis else []
    vorher = next((r for akte in akten if (r := record_von(akte, gebunden.kennung))), None)
    if vorher is not None and vorher.modell.herkunft == "vereinbart":
        return True
    return not any(
        gebunden.kennung in betroffene(beschluss)
        for akte in (*akten, kontext.akte)
        for beschluss, _ in festlegungen(akte)
        if beschluss.kennung == gebunden.beschluss
    )

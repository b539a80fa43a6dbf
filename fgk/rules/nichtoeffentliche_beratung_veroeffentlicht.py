"""FGK502: a public record does not give away a closed meeting."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.beschluss import Beschluss
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK502", "nichtoeffentliche-beratung-veroeffentlicht", severity=Severity.WARNUNG, since="0.1")
def nichtoeffentliche_beratung_veroeffentlicht(kontext: Kontext) -> Iterator[Hit]:
    """Ein öffentlicher Beschluss gibt aus nichtöffentlichen Sitzungen weder Wortlaut noch Stimmen wieder.

    ## Warum

    Wer in nichtöffentlicher Sitzung wie abgestimmt hat, ist vertraulich. Dokumente und Auszüge für die
    Öffentlichkeit entstehen aus allen Datensätzen mit `veroeffentlichung: oeffentlich`.

    ## Beispiel

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    veroeffentlichung: oeffentlich
    titel: Vertrag mit dem Verein Familiengerechte Kommune
    art: sonstiges
    beratungen:
      - gremium: Haupt- und Finanzausschuss
        datum: 2024-02-06
        ist_oeffentlich: false
        rolle: entscheidung
        ergebnis: unveraendert
        abstimmung:
          art: mehrheitlich  # FGK502
          ja: 12
          nein: 4
    ```

    ## Stattdessen

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    veroeffentlichung: gremien
    titel: Vertrag mit dem Verein Familiengerechte Kommune
    art: sonstiges
    beratungen:
      - gremium: Haupt- und Finanzausschuss
        datum: 2024-02-06
        ist_oeffentlich: false
        rolle: entscheidung
        ergebnis: unveraendert
        abstimmung:
          art: mehrheitlich
          ja: 12
          nein: 4
    ```
    """
    for record in kontext.akte.alle(Beschluss):
        if record.modell.veroeffentlichung != "oeffentlich":
            continue
        for index, beratung in enumerate(record.modell.beratungen):
            if beratung.ist_oeffentlich:
                continue
            for keys, inhalt in (
                (("wortlaut",), beratung.wortlaut),
                (("abstimmung", "art"), beratung.abstimmung),
            ):
                if inhalt is not None:
                    yield Hit(
                        record.path,
                        ("beratungen", index, *keys),
                        f"Die Sitzung „{beratung.gremium}“ war nichtöffentlich, der Beschluss ist aber öffentlich.",
                        f"Löschen Sie „{keys[0]}“ oder schreiben Sie „veroeffentlichung: gremien“.",
                    )

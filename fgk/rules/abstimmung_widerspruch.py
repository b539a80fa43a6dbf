"""FGK121: the numbers of a vote agree with its kind and outcome."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.beschluss import ERGEBNIS, Beratung, Beschluss
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK121", "abstimmung-widerspruch", severity=Severity.WARNUNG, since="0.1")
def abstimmung_widerspruch(kontext: Kontext) -> Iterator[Hit]:
    """Die Stimmen einer Abstimmung passen zu ihrer Art und zum Ergebnis.

    ## Warum

    Einstimmig heißt: keine Gegenstimme; Enthaltungen sind möglich. Bei Stimmengleichheit ist ein Antrag
    abgelehnt. Ein Widerspruch ist meist ein Zahlendreher aus der Niederschrift.

    ## Beispiel

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
        abstimmung:
          art: einstimmig
          ja: 30
          nein: 3  # FGK121
          enthaltungen: 1
    ```

    ## Stattdessen

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
        abstimmung:
          art: mehrheitlich
          ja: 30
          nein: 3
          enthaltungen: 1
    ```
    """
    for record in kontext.akte.alle(Beschluss):
        for index, beratung in enumerate(record.modell.beratungen):
            for keys, was in _widersprueche(beratung):
                yield Hit(
                    record.path,
                    ("beratungen", index, *keys),
                    f"{beratung.gremium}: {was}",
                    "Prüfen Sie Art, Stimmen und Ergebnis anhand der Niederschrift.",
                )


def _widersprueche(beratung: Beratung) -> Iterator[tuple[tuple[str, ...], str]]:
    abstimmung = beratung.abstimmung
    if abstimmung is None:
        return
    art, ja, nein = abstimmung.art, abstimmung.ja, abstimmung.nein
    if art == "einstimmig" and nein:
        yield ("abstimmung", "nein"), f"Die Abstimmung war einstimmig, es gab aber {nein} Nein-Stimmen."
    if art == "mehrheitlich" and nein == 0 and abstimmung.enthaltungen == 0:
        yield ("abstimmung", "art"), "Die Abstimmung war mehrheitlich, es gab aber keine andere Stimme."
    if art == "ohne_abstimmung" and (ja or nein):
        yield ("abstimmung", "art"), "Ohne Abstimmung kann es keine Stimmen geben."
    if (
        beratung.ergebnis in ("unveraendert", "geaendert")
        and ja is not None
        and nein is not None
        and nein >= ja > 0
    ):
        yield (
            ("ergebnis",),
            f"„{ERGEBNIS[beratung.ergebnis]}“ passt nicht zu {ja} Ja- und {nein} Nein-Stimmen.",
        )

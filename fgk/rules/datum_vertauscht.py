"""FGK301: what begins ends later."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.beschluss import Beschluss
from fgk.models.datum import ist_sicher_vor
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum

#: in one mapping: what comes first -> what comes after it
_FOLGEN = (
    ("von", "bis"),
    ("beginn", "ende"),
    ("datum", "bis"),
    ("eingereicht_am", "begutachtet_am"),
    ("erteilt_am", "verliehen_am"),
    ("erteilt_am", "gueltig_bis"),
    ("verliehen_am", "gueltig_bis"),
    ("stand", "abgerufen_am"),
)


@rule("FGK301", "datum-vertauscht", severity=Severity.FEHLER, since="0.1")
def datum_vertauscht(kontext: Kontext) -> Iterator[Hit]:
    """Nichts endet, bevor es beginnt.

    ## Warum

    Ein Ende vor dem Beginn ist ein Zahlendreher; Laufzeiten und Fristen lassen sich damit nicht berechnen.
    Ist von einem Datum nur das Jahr oder der Monat bekannt, wird nur gemeldet, was sicher nicht stimmt.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-12-01
    ende: 2024-03-31  # FGK301
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    beginn: 2024-03-01
    ende: 2024-12-31
    ```
    """
    for record, route, gruppe in kontext.datumsgruppen:
        for erst, dann in _FOLGEN:
            if dann not in gruppe or erst not in gruppe:
                continue
            eins, zwei = gruppe[erst], gruppe[dann]
            if ist_sicher_vor(zwei, eins):
                yield Hit(
                    record.path,
                    (*route, dann),
                    f"„{dann}“ ({datum(zwei)}) liegt vor „{erst}“ ({datum(eins)}).",
                    "Prüfen Sie beide Tage; vermutlich sind sie vertauscht, oder das Jahr stimmt nicht.",
                )
    yield from _vorlagen(kontext)


def _vorlagen(kontext: Kontext) -> Iterator[Hit]:
    """A paper is older than the first deliberation on it."""
    for record in kontext.akte.alle(Beschluss):
        vorlage = record.modell.vorlage
        erste = next((b.datum for b in record.modell.beratungen if b.datum is not None), None)
        if vorlage is not None and ist_sicher_vor(erste, vorlage.datum):
            yield Hit(
                record.path,
                ("vorlage", "datum"),
                f"Die Vorlage ({datum(vorlage.datum)}) ist jünger als ihre erste Beratung ({datum(erste)}).",
                "Prüfen Sie das Datum der Vorlage und das der ersten Beratung.",
            )

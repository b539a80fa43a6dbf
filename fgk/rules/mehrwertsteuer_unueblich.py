"""FGK143: the VAT of a tariff is one that there is in Germany."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.tarif import Tarif
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule

#: today's two, those of the second half of 2020, and none
_SAETZE = frozenset({0, 5, 7, 16, 19})


@rule("FGK143", "mehrwertsteuer-unueblich", severity=Severity.WARNUNG, since="0.1")
def mehrwertsteuer_unueblich(kontext: Kontext) -> Iterator[Hit]:
    """Der Steuersatz eines Tarifs ist einer, den es in Deutschland gibt.

    ## Warum

    Auf das Audit entfällt der ermäßigte Satz von 7 Prozent. Üblich sind sonst 19 Prozent, von Juli bis Dezember 2020 auch
    5 und 16, und 0 ohne Mehrwertsteuer. Ein anderer Satz ist fast immer ein Tippfehler, und alle Nettobeträge wären falsch.

    ## Beispiel

    ```yaml
    # datei: tarif.yaml
    bezeichnung: Tarif nach dem Vertrag
    quelle:
      titel: Schreiben des Vereins
    mehrwertsteuer: 70  # FGK143
    klassen:
      - bezeichnung: bis 20 000 Einwohner
        einwohner_bis: 20000
        brutto: 10700
    ```

    ## Stattdessen

    ```yaml
    # datei: tarif.yaml
    bezeichnung: Tarif nach dem Vertrag
    quelle:
      titel: Schreiben des Vereins
    mehrwertsteuer: 7
    klassen:
      - bezeichnung: bis 20 000 Einwohner
        einwohner_bis: 20000
        brutto: 10700
    ```
    """
    record = kontext.akte.einzeln(Tarif)
    if record is not None and record.modell.mehrwertsteuer not in _SAETZE:
        yield Hit(
            record.path,
            ("mehrwertsteuer",),
            f"Einen Steuersatz von {record.modell.mehrwertsteuer} Prozent gibt es in Deutschland nicht.",
            "Tragen Sie den Satz ein, der in den Beträgen enthalten ist, in der Regel 7.",
        )

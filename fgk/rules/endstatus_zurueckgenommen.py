"""FGK407: a report does not take back that something has ended."""

from collections.abc import Iterator

from fgk.akte import Record
from fgk.diagnostic import Severity
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import STATUS
from fgk.rules.bindung import festlegungen, ist_fehlerhaft_da
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.sources import AKTE_FILE

_ENDE = frozenset(("umgesetzt", "ersetzt", "entfallen"))


@rule("FGK407", "endstatus-zurueckgenommen", severity=Severity.FEHLER, since="0.1")
def endstatus_zurueckgenommen(kontext: Kontext) -> Iterator[Hit]:
    """Ein vorgelegter Bericht nimmt nicht zurück, dass eine Maßnahme beendet ist.

    ## Warum

    Umgesetzt, ersetzt und entfallen sind das Ende einer Maßnahme. Stellt sich später heraus, dass doch noch etwas zu tun
    ist, gehört das in den nächsten Bericht, mit einer Begründung. Geprüft wird das nur mit `--base`.

    ## Vorher

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-03-01
    bis: 2024-05-31
    vorgelegt_am: 2024-06-10
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        text: Die Steuerungsgruppe tagt.
        nachweise:
          - bezeichnung: Niederschriften
    ```

    ## Beispiel

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-03-01
    bis: 2024-05-31
    vorgelegt_am: 2024-06-10
    massnahmen:
      - massnahme: M-1.1.1
        status: in_umsetzung  # FGK407
        text: Die Steuerungsgruppe tagt.
        nachweise:
          - bezeichnung: Niederschriften
    ```

    ## Stattdessen

    ```yaml
    # datei: jahresberichte/2024.yaml
    kennung: J-2024
    von: 2024-03-01
    bis: 2024-05-31
    vorgelegt_am: 2024-06-10
    massnahmen:
      - massnahme: M-1.1.1
        status: umgesetzt
        text: Die Steuerungsgruppe tagt.
        nachweise:
          - bezeichnung: Niederschriften
    ```
    """
    if kontext.basis is None:
        return
    jetzt = {record.kennung: record for record in kontext.akte.alle(Jahresbericht)}
    gebunden = {kennung for _, f in festlegungen(kontext.basis.akte) for kennung in f.eintraege}
    for damals in kontext.basis.akte.alle(Jahresbericht):
        record = jetzt.get(damals.kennung)
        if damals.modell.vorgelegt_am is None:
            continue
        vorher = {eintrag.massnahme: eintrag.status for eintrag in damals.modell.massnahmen}
        if damals.kennung not in gebunden:  # of one that is, other rules say so
            yield from _verschwunden(kontext, damals, record, [m for m, s in vorher.items() if s in _ENDE])
        if record is None:
            continue
        for nummer, eintrag in enumerate(record.modell.massnahmen):
            status = vorher.get(eintrag.massnahme)
            if status in _ENDE and eintrag.status != status:
                yield Hit(
                    record.path,
                    ("massnahmen", nummer, "status"),
                    f"{kontext.mit_titel(eintrag.massnahme)} war in diesem Bericht schon {STATUS[status]}.",
                    "Lassen Sie den vorgelegten Bericht, wie er war, und berichten Sie im nächsten, was noch zu tun ist.",
                )


def _verschwunden(
    kontext: Kontext,
    damals: Record[Jahresbericht],
    record: Record[Jahresbericht] | None,
    beendete: list[str],
) -> Iterator[Hit]:
    """Yield what takes an end back by leaving it out: the report, or its entry."""
    if record is None:
        if beendete and not ist_fehlerhaft_da(kontext, damals.kennung):
            was = f"Der Jahresbericht {damals.kennung} war vorgelegt und fehlt jetzt."
            yield Hit(AKTE_FILE, ("kennung",), was, f"Holen Sie „{damals.path}“ zurück.")
        return
    genannt = {eintrag.massnahme for eintrag in record.modell.massnahmen}
    for massnahme in beendete:
        if massnahme not in genannt:
            yield Hit(
                record.path,
                ("massnahmen",),
                f"{kontext.mit_titel(massnahme)} war in diesem Bericht schon beendet und fehlt jetzt darin.",
                "Lassen Sie den vorgelegten Bericht, wie er war.",
                key=True,
            )

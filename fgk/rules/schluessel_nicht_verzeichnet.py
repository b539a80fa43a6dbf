"""FGK129: the key of the place is in the register of municipalities."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.orte import Ortsangabe, ortsangaben
from fgk.rules.registry import rule


@rule("FGK129", "schluessel-nicht-verzeichnet", severity=Severity.WARNUNG, since="0.1")
def schluessel_nicht_verzeichnet(kontext: Kontext) -> Iterator[Hit]:
    """Den Schlüssel des Orts gibt es im amtlichen Gemeindeverzeichnis.

    ## Warum

    Der Amtliche Gemeindeschlüssel verbindet die Akte mit der amtlichen Statistik und mit anderen Akten. Eine
    falsche Ziffer führt zu den Zahlen einer anderen Gemeinde oder zu gar keinen.

    fgk bringt das Gemeindeverzeichnis eines Tages mit. Neue Schlüssel nach Gebietsänderungen und solche von
    früher kennt es nicht; dann ist eine [Ausnahme](../handbuch/03-pruefen.md#eine-ausnahme-machen) richtig.
    Für erfundene Orte nehmen Sie einen Kreis mit der Nummer 999, z. B. `"05999001"`, oder `musterdaten: true`.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-stolberg-2016
    ort:
      art: gemeinde
      name: Stolberg (Rhld.)
      ags: "05334023"  # FGK129
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-stolberg-2016
    ort:
      art: gemeinde
      name: Stolberg (Rhld.)
      ags: "05334032"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    ```
    """
    for angabe in ortsangaben(kontext):
        if angabe.eintrag is None:
            yield Hit(angabe.record.path, angabe.route, _was(angabe), _tun(angabe))


def _was(angabe: Ortsangabe) -> str:
    from fgk.register import herkunft
    from fgk.schreibweise import datum

    return (
        f"{_ARTIKEL[angabe.wort]} {angabe.schluessel} gibt es im Gemeindeverzeichnis vom "
        f"{datum(herkunft().gebietsstand)} nicht."
    )


_ARTIKEL = {"AGS": "Einen AGS", "ARS": "Einen ARS", "Kreisschlüssel": "Einen Kreisschlüssel"}


def _tun(angabe: Ortsangabe) -> str:
    from fgk.register import search

    gefunden = search(angabe.name) if angabe.name and angabe.wort == "AGS" else []
    if len(gefunden) == 1:
        return f"Meinten Sie {gefunden[0].ags}? So lautet der AGS von „{gefunden[0].amtlicher_name}“."
    return "Prüfen Sie die Ziffern; nach einer Gebietsänderung lassen Sie die Meldung mit einer Ausnahme zu."

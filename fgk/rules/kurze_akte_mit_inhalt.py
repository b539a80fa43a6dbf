"""FGK325: an Akte of the head only holds no more."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.arten import art_namens
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung


@rule("FGK325", "kurze-akte-mit-inhalt", severity=Severity.HINWEIS, since="0.2")
def kurze_akte_mit_inhalt(kontext: Kontext) -> Iterator[Hit]:
    """Eine Akte mit `fuehrung: kurz` enthält keine Ziele, Maßnahmen und Berichte.

    ## Warum

    So geführte Akten sind für ein Verzeichnis gedacht: Stammdaten, Tage und Zertifikat. Was sonst darin liegt,
    prüft fgk nicht auf Vollständigkeit. Ist die Akte inzwischen vollständig, soll sie auch so geprüft werden.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    fuehrung: kurz  # FGK325
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    fuehrung: voll
    ```
    """
    record = kontext.akte.einzeln(Audit)
    if record is None or not kontext.ist_kurz:
        return
    anzahl = {wort: len(kontext.akte.records.get(art_namens(art), ())) for art, wort in _INHALT.items()}
    gefunden = [f"{wort} ({zahl})" for wort, zahl in anzahl.items() if zahl]
    if gefunden:
        yield Hit(
            record.path,
            ("fuehrung",),
            f"Diese Akte soll nur Stammdaten, Tage und Zertifikat enthalten; darin liegen aber: {aufzaehlung(gefunden)}.",
            "Löschen Sie „fuehrung: kurz“, damit die Akte im Ganzen geprüft wird.",
        )


_INHALT = {
    "ziel": "Ziele",
    "massnahme": "Maßnahmen",
    "zielvereinbarung": "Zielvereinbarung",
    "jahresbericht": "Jahresberichte",
}

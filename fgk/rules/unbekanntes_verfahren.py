"""FGK218: the Verfahren of the Akte is one of those that fgk knows."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.loading.ablagen import ablagen_von, bekannte_verfahren
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie
from fgk.schreibweise import aufzaehlung


@rule("FGK218", "unbekanntes-verfahren", severity=Severity.FEHLER, since="0.1")
def unbekanntes_verfahren(kontext: Kontext) -> Iterator[Hit]:
    """Das Verfahren der Akte ist eines, das fgk kennt.

    ## Warum

    Am Verfahren hängen Handlungsfelder, Querschnittsthemen, Phasen und die Frage, ob ein Rat beschließen
    muss. Ohne bekanntes Verfahren bleiben diese Prüfungen aus. Eigene Verfahren liegen als Datei im Ordner
    `verfahren` der Akte oder des Arbeitsbereichs.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-komune  # FGK218
    katalog: fgk-2013
    stufe: grund
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
    ```
    """
    record = kontext.akte.einzeln(Audit)
    if record is None or kontext.verfahren is not None:
        return
    name = record.modell.verfahren
    if any(f"{name}.yaml" in ablage.names("verfahren") for ablage in ablagen_von(kontext.akte.source)):
        was = f"Das Verfahren „{name}“ hat Fehler oder ist nicht vollständig; so lässt sich diese Akte nicht prüfen."
        yield Hit(
            record.path, ("verfahren",), was, f"Beheben Sie, was zu „verfahren/{name}.yaml“ gemeldet wird."
        )
        return
    bekannt = bekannte_verfahren(kontext.akte.source)
    yield Hit(
        record.path,
        ("verfahren",),
        f"Ein Verfahren „{name}“ kennt fgk nicht.",
        meinten_sie(name, bekannt) or f"Wählen Sie {aufzaehlung(bekannt, 'oder')}.",
    )

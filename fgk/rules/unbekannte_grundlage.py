"""FGK228: what a Verfahren rests on is there, and does not rest on it."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.loading.ablagen import ablagen_von, bekannte_verfahren, beruht_auf_sich, verfahren_entwurf
from fgk.models.verfahren import Verfahren
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.verweis import meinten_sie
from fgk.schreibweise import aufzaehlung


@rule("FGK228", "unbekannte-grundlage", severity=Severity.FEHLER, since="0.2")
def unbekannte_grundlage(kontext: Kontext) -> Iterator[Hit]:
    """Die Grundlage eines eigenen Verfahrens gibt es, und sie führt nicht im Kreis.

    ## Warum

    Was eine Verfahrensdatei nicht sagt, gilt wie in ihrer Grundlage. Ohne sie fehlen Phasen und Handlungsfelder.
    Eine Datei darf auf einem mitgelieferten Verfahren mit demselben Namen beruhen und ändert es damit; auf sich
    selbst beruhen kann sie sonst nicht.

    ## Beispiel

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region
    bezeichnung: Audit Familiengerechte Region
    grundlage: familiengerechte-komune  # FGK228
    ```

    ## Stattdessen

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region
    bezeichnung: Audit Familiengerechte Region
    grundlage: familiengerechte-kommune
    ```
    """
    for record in kontext.akte.alle(Verfahren):
        grundlage = record.modell.grundlage
        if grundlage is None:
            continue
        ablagen = ablagen_von(kontext.akte.source)
        if beruht_auf_sich(ablagen, record.modell.kennung):
            yield Hit(
                record.path,
                ("grundlage",),
                f"Über seine Grundlage „{grundlage}“ beruht dieses Verfahren auf sich selbst.",
                "Nennen Sie ein Verfahren, das ohne dieses auskommt, z. B. eines der mitgelieferten.",
            )
        elif verfahren_entwurf(ablagen, grundlage) is None:
            bekannt = [v for v in bekannte_verfahren(kontext.akte.source) if v != record.modell.kennung]
            yield Hit(
                record.path,
                ("grundlage",),
                f"Ein Verfahren „{grundlage}“ gibt es nicht.",
                meinten_sie(grundlage, bekannt) or f"Wählen Sie {aufzaehlung(bekannt, 'oder')}.",
            )

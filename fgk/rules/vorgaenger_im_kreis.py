"""FGK236: what was before leads to a beginning."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.audit import Audit
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK236", "vorgaenger-im-kreis", severity=Severity.FEHLER, since="0.2")
def vorgaenger_im_kreis(kontext: Kontext) -> Iterator[Hit]:
    """Keine Akte ist ihr eigener Vorgänger, auch nicht über andere Akten.

    ## Warum

    Über den Vorgänger findet fgk, was aus dem letzten Audit kommt. Nennt eine Akte sich selbst, oder führt die
    Kette zu ihr zurück, ist eine der Kennungen falsch.

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
    stufe: bilanzierung
    vorgaenger: A-musterstadt-2024  # FGK236
    ```

    ## Stattdessen

    ```yaml
    # datei: ../fgk.yaml
    rolle: kommune
    # datei: ../alt/audit.yaml
    kennung: A-musterstadt-2020
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: bilanzierung
    vorgaenger: A-musterstadt-2020
    ```
    """
    record = kontext.akte.einzeln(Audit)
    eigene = record.modell.kennung if record else None
    vorgaenger = record.modell.vorgaenger if record else None
    gesehen: list[str] = []
    while vorgaenger is not None and vorgaenger != eigene and vorgaenger not in gesehen:
        gesehen.append(vorgaenger)
        vorige = kontext.nachbar(vorgaenger)
        vorgaenger = vorige.audit.vorgaenger if vorige is not None and vorige.audit is not None else None
    if record is not None and vorgaenger is not None and vorgaenger == eigene:
        ueber = f", über {' und '.join(gesehen)}" if gesehen else ""
        yield Hit(
            record.path,
            ("vorgaenger",),
            f"Diese Akte ist ihr eigener Vorgänger{ueber}.",
            "Nennen Sie die Akte der vorigen Stufe, oder löschen Sie „vorgaenger“.",
        )

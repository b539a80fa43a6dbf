"""FGK130: the name of the place is that of its key."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.orte import Ortsangabe, ortsangaben
from fgk.rules.registry import rule


@rule("FGK130", "name-passt-nicht-zum-schluessel", severity=Severity.WARNUNG, since="0.1")
def name_passt_nicht_zum_schluessel(kontext: Kontext) -> Iterator[Hit]:
    """Der Name des Orts passt zu seinem Schlüssel.

    ## Warum

    Name und Schlüssel sollen denselben Ort meinen; sonst ist eines von beiden falsch, und die Statistik gehört
    zu einem anderen Ort.

    Verglichen wird großzügig: Was hinter dem Komma steht, darf fehlen oder vor dem Namen stehen, ein Zusatz in
    Klammern darf fehlen oder abgekürzt sein. Zu „Stolberg (Rhld.), Kupferstadt“ passen auch „Stolberg“,
    „Stolberg (Rheinland)“ und „Kupferstadt Stolberg“. Wie der Ort sich selbst nennt, steht in `bezeichnung`
    und wird nicht verglichen.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-stolberg-2016
    ort:
      art: gemeinde
      name: Stolberg (Harz)  # FGK130
      ags: "05334032"
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
      bezeichnung: Kupferstadt Stolberg (Rhld.)
      ags: "05334032"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    ```
    """
    for angabe in ortsangaben(kontext):
        if angabe.eintrag is not None and angabe.name is not None and not _passt(angabe):
            yield Hit(
                angabe.record.path,
                angabe.name_route,
                f"„{angabe.name}“ passt nicht zum {angabe.wort} {angabe.schluessel}: "
                f"Der gehört zu „{angabe.eintrag.amtlicher_name}“.",
                _tun(angabe),
            )


def _passt(angabe: Ortsangabe) -> bool:
    from fgk.register import passt

    return angabe.eintrag is not None and angabe.name is not None and passt(angabe.name, angabe.eintrag)


def _tun(angabe: Ortsangabe) -> str:
    from fgk.register import search

    andere = search(angabe.name) if angabe.name and angabe.wort == "AGS" else []
    if len(andere) == 1:
        return f"Prüfen Sie beides. „{andere[0].amtlicher_name}“ hat den AGS {andere[0].ags}."
    return "Prüfen Sie beides. Nach einer Umbenennung lassen Sie die Meldung mit einer Ausnahme zu."

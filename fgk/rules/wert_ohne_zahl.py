"""FGK124: a value is a number, or says why there is none."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.indikatoren import MERKER, Wert
from fgk.models.sozialraeume import Sozialraeume
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.reihen import Reihenstelle, reihen


@rule("FGK124", "wert-ohne-zahl", severity=Severity.FEHLER, since="0.1")
def wert_ohne_zahl(kontext: Kontext) -> Iterator[Hit]:
    """Ein statistischer Wert ist eine Zahl, oder ein Merker sagt, warum sie fehlt.

    ## Warum

    Fehlt eine Zahl ohne Merker, ist offen, ob sie vergessen wurde, geheim ist oder erst später vorliegt. Eine
    Zahl und zugleich „geheim“ widersprechen sich; nur „eingeschraenkt“ steht neben einer Zahl.

    ## Beispiel

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    reihen:
      - indikator: betreuungsquote_u3
        einheit: "%"
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen
          lizenz: dl-de/by-2-0
        werte:
          - jahr: 2022  # FGK124
          - jahr: 2023
            wert: 38.5
            merker: geheim  # FGK124
    ```

    ## Stattdessen

    ```yaml
    # datei: bestandsaufnahme/indikatoren.yaml
    reihen:
      - indikator: betreuungsquote_u3
        einheit: "%"
        raumebene: jugendamt
        quelle:
          titel: Kinder in Tageseinrichtungen
          lizenz: dl-de/by-2-0
        werte:
          - jahr: 2022
            merker: geheim
          - jahr: 2023
            wert: 38.5
            merker: eingeschraenkt
    ```
    """
    for stelle in reihen(kontext):
        yield from _in_reihe(stelle)
    for sozialraeume in kontext.akte.alle(Sozialraeume):
        for nummer, wert in enumerate(sozialraeume.modell.werte):
            if wert.wert is None and not wert.ist_unterdrueckt:
                yield Hit(
                    sozialraeume.path,
                    ("werte", nummer, "wert"),
                    f"Der Wert {wert.indikator} für {wert.sozialraum} ({wert.jahr}) fehlt.",
                    "Ergänzen Sie „wert“ oder „ist_unterdrueckt: true“.",
                )


def _in_reihe(stelle: Reihenstelle) -> Iterator[Hit]:
    for index, wert in enumerate(stelle.reihe.werte):
        fehler = _fehler(wert)
        if fehler:
            key, was, tun = fehler
            yield Hit(
                stelle.record.path,
                stelle.route("werte", index, key),
                f"Der Wert {stelle.reihe.indikator} für {wert.jahr} {was}",
                tun,
            )


def _fehler(wert: Wert) -> tuple[str, str, str] | None:
    if wert.wert is None and wert.merker in (None, "eingeschraenkt"):
        return (
            "wert",
            "hat keine Zahl.",
            "Ergänzen Sie „wert“ oder einen „merker“, der sagt, warum die Zahl fehlt.",
        )
    if wert.wert is not None and wert.merker not in (None, "eingeschraenkt"):
        return (
            "merker",
            f"hat eine Zahl und zugleich den Merker „{MERKER[wert.merker]}“.",
            "Löschen Sie „wert“ oder „merker“.",
        )
    return None

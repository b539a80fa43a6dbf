"""FGK310: what is reported as done does not lie in the future."""

from collections.abc import Iterator, Mapping
from typing import Any

from fgk.diagnostic import Severity
from fgk.models.datum import ist_sicher_vor
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum

#: keys of dates on which something has happened
_GESCHEHEN = frozenset(
    {
        "begutachtet_am",
        "bezahlt_am",
        "datum",
        "eingereicht_am",
        "erfuellt_am",
        "erledigt_am",
        "erteilt_am",
        "unterzeichnet_am",
        "verliehen_am",
        "vorgelegt_am",
    }
)


@rule("FGK310", "datum-in-der-zukunft", severity=Severity.WARNUNG, since="0.1")
def datum_in_der_zukunft(kontext: Kontext) -> Iterator[Hit]:
    """Was als geschehen eingetragen ist, liegt nicht in der Zukunft.

    ## Warum

    Ein Sitzungsergebnis von morgen gibt es nicht; meist stimmt das Jahr nicht. Was geplant ist, steht unter
    `geplant_am` oder hat noch kein Ergebnis.

    ## Beispiel

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Rat
        datum: 2042-02-15  # FGK310
        rolle: entscheidung
        ergebnis: unveraendert
    ```

    ## Stattdessen

    ```yaml
    # datei: beschluesse/B-2024-01.yaml
    kennung: B-2024-01
    titel: Teilnahme am Audit Familiengerechte Kommune
    art: teilnahme
    beratungen:
      - gremium: Rat
        datum: 2024-02-15
        rolle: entscheidung
        ergebnis: unveraendert
    ```
    """
    for record, route, gruppe in kontext.datumsgruppen:
        for key in _GESCHEHEN.intersection(gruppe):
            if _gilt_als_geschehen(key, route, gruppe) and ist_sicher_vor(kontext.stichtag, gruppe[key]):
                yield Hit(
                    record.path,
                    (*route, key),
                    f"„{key}“ ({datum(gruppe[key])}) liegt in der Zukunft, nach dem Stichtag {datum(kontext.stichtag)}.",
                    "Prüfen Sie das Jahr; was noch bevorsteht, wird nicht als geschehen eingetragen.",
                )


def _gilt_als_geschehen(key: str, route: tuple[str | int, ...], gruppe: Mapping[str, Any]) -> bool:
    """Say whether a date means the past: meetings and workshops may be entered before they take place."""
    if key != "datum":
        return True
    if "beratungen" in route:
        return gruppe.get("ergebnis") is not None
    return bool(route) or bool(gruppe.get("ergebnisse") or gruppe.get("teilnehmende"))

"""FGK501: the fonts of fgk have every character."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext, texte_in
from fgk.rules.registry import rule
from fgk.schreibweise import aufzaehlung
from fgk.zeichen import fehlende_zeichen, ist_verdaechtig


@rule("FGK501", "zeichen-nicht-darstellbar", severity=Severity.WARNUNG, since="0.1")
def zeichen_nicht_darstellbar(kontext: Kontext) -> Iterator[Hit]:
    """Texte enthalten nur Zeichen, die fgk im PDF zeigen kann.

    ## Warum

    Die Schriften von fgk haben lateinische, griechische und kyrillische Buchstaben, aber keine Bildzeichen
    (Emojis) und zum Beispiel keine arabische Schrift. Im PDF stünde statt des Zeichens ein leeres Kästchen.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    text: Die Gruppe trifft sich viermal im Jahr 😀.  # FGK501
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    federfuehrung: OE-10
    text: Die Gruppe trifft sich viermal im Jahr.
    ende: 2024-12-31
    ```
    """
    if not _kann_fehlen(kontext.gesamttext):
        return
    for record in kontext.records:
        for route, text in texte_in(record.data) if _kann_fehlen(record.raw) else ():
            fehlend = sorted(fehlende_zeichen(text))
            if fehlend and "bemerkung" not in route:
                mehrere = len(fehlend) > 1
                yield Hit(
                    record.path,
                    route,
                    f"{'Die Zeichen' if mehrere else 'Das Zeichen'} {aufzaehlung([_benannt(z) for z in fehlend])} "
                    f"{'kann' if not mehrere else 'können'} im PDF nicht gezeigt werden.",
                    "Ersetzen Sie sie durch Wörter oder andere Zeichen."
                    if mehrere
                    else "Ersetzen Sie es durch ein Wort oder ein anderes Zeichen.",
                )


def _kann_fehlen(raw: bytes) -> bool:
    """Say whether a text may hold a character that no font has; a backslash may spell one."""
    return b"\\" in raw or ist_verdaechtig(raw)


def _benannt(zeichen: str) -> str:
    return " ".join(f"„{z}“ (U+{ord(z):04X})" for z in zeichen)

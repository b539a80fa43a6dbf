"""FGK9xx: inline ignores need a reason, a code that exists, and something to ignore.

These judge the ignores themselves, so they run last and are not rules over the Akte.
"""

from collections.abc import Callable, Iterator

from fgk.akte import Akte, Ausnahme
from fgk.diagnostic import Diagnostic, RuleInfo, Severity

_STATTDESSEN = """
## Stattdessen

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1  # fgk: ignore FGK112 – Frist folgt nach dem Haushaltsbeschluss
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
beginn: 2024-03-01
```
"""

OHNE_GRUND = RuleInfo(
    "FGK901",
    "ausnahme-ohne-grund",
    Severity.FEHLER,
    "0.1",
    """Eine Ausnahme nennt die Regel und einen Grund.

## Warum

Wer eine Regel ausblendet, sagt den anderen, warum. Ohne Grund gilt die Ausnahme nicht.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1  # fgk: ignore FGK112  # FGK112 FGK901
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
beginn: 2024-03-01
```
"""
    + _STATTDESSEN,
)
OHNE_WIRKUNG = RuleInfo(
    "FGK902",
    "ausnahme-ohne-wirkung",
    Severity.WARNUNG,
    "0.1",
    """Eine Ausnahme blendet etwas aus.

## Warum

Ist der Fehler behoben, soll auch die Ausnahme weg; sonst verdeckt sie später den nächsten.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
ende: 2024-12-31  # fgk: ignore FGK112 – Frist folgt  # FGK902
```
"""
    + _STATTDESSEN,
)
UNBEKANNT = RuleInfo(
    "FGK903",
    "ausnahme-von-unbekannter-regel",
    Severity.FEHLER,
    "0.1",
    """Eine Ausnahme nennt eine Regel, die es gibt und die sich ausblenden lässt.

## Warum

Ein Tippfehler in der Kennung ließe die Ausnahme wirkungslos. Fehler beim Lesen (FGK0…) lassen sich nicht
ausblenden, denn dann wüsste niemand, was in der Datei steht. Was Beschlossenes schützt (FGK4…), auch nicht: Eine
Bemerkung in der Datei ersetzt keinen Beschluss.

## Beispiel

```yaml
# datei: massnahmen/M-1.1.1.yaml
kennung: M-1.1.1  # fgk: ignore FGK199 – Frist folgt nach dem Haushaltsbeschluss  # FGK112 FGK903
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
beginn: 2024-03-01
```
"""
    + _STATTDESSEN,
)
IGNORE_CODES = (OHNE_GRUND, OHNE_WIRKUNG, UNBEKANNT)


def is_ignorable(code: str) -> bool:
    """Say whether a comment can silence a code: neither what keeps a file from being read, nor what guards decisions."""
    return not code.startswith(("FGK0", "FGK4"))


def ignore_diagnostics(
    akte: Akte, used: set[tuple[Ausnahme, str]], known: set[str], takes: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the ignores; ``takes`` says which rules ran at all."""
    for ausnahme in akte.ausnahmen:
        if not ausnahme.codes or not ausnahme.grund:
            yield _diagnostic(
                akte,
                ausnahme,
                OHNE_GRUND,
                "Die Ausnahme nennt keinen Grund." if ausnahme.codes else "Die Ausnahme nennt keine Regel.",
                f"Schreiben Sie „# fgk: ignore {', '.join(ausnahme.codes) or 'FGK112'} – Grund“ mit Regel und Grund.",
            )
            continue
        for code in ausnahme.codes:
            if code not in known or not is_ignorable(code):
                yield _diagnostic(
                    akte,
                    ausnahme,
                    UNBEKANNT,
                    f"{code} ist keine Regel, die sich ausblenden lässt.",
                    "Alle Regeln zeigt der Befehl „fgk rule“.",
                )
            elif takes(code) and (ausnahme, code) not in used and ausnahme.path not in akte.fehlerhaft:
                yield _diagnostic(
                    akte,
                    ausnahme,
                    OHNE_WIRKUNG,
                    f"Die Ausnahme von {code} blendet nichts aus.",
                    "Löschen Sie die Ausnahme."
                    if len(ausnahme.codes) == 1
                    else f"Löschen Sie {code} aus der Ausnahme.",
                )


def _diagnostic(akte: Akte, ausnahme: Ausnahme, info: RuleInfo, was: str, tun: str) -> Diagnostic:
    return Diagnostic(info.code, info.severity, akte.shown_path(ausnahme.path), was, tun, ausnahme.span)

"""FGK116: no placeholder is left in a text."""

import re
from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.textsuche import texte_mit

_OHNE = frozenset({"bemerkung"})
_VERB = r"(?:ergänzen|ausfüllen|eintragen|einfügen|einsetzen)\b"
#: words that occur wherever the pattern matches -> the pattern
_PLATZHALTER = (
    (
        ("TODO", "FIXME", "XXX", "xxx", "TBD", "tbd", "TBA", "tba", "t.b.d.", "JJJJ", "TT.MM.", "???"),
        re.compile(r"\b(?:TODO|FIXME|XXX+|xxx+|TBD|tbd|TBA|tba|JJJJ)\b|\bt\.b\.d\.|\bTT\.MM\.|\?{3}"),
    ),
    (
        ("ergänzen", "füllen", "eintragen", "einfügen", "einsetzen"),
        re.compile(rf"[Bb]itte (?:hier )?(?:noch )?(?:[\w-]+ )?{_VERB}"),
    ),
    (
        ("ergänz", "getragen", "zutragen", "zufüllen", "gefüllt"),
        re.compile(
            r"noch (?:(?:ergänzt|eingetragen|ausgefüllt) (?:wird|werden)|einzutragen|zu ergänzen|auszufüllen)\b|"
            r"(?:wird|werden) noch (?:ergänzt|eingetragen|ausgefüllt)\b"
        ),
    ),
    (("N.",), re.compile(r"(?<!ü\. )(?<!ü\.)(?<!über )\bN\.\s?N\.")),
    (("orem ipsum", "Mustertext"), re.compile(r"[Ll]orem ipsum|\bMustertext\b")),
    (
        ("…", "...", "??", "Platzhalter"),
        re.compile(r"(?m)^[ \t]*(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\?\?|Platzhalter)[ \t]*$"),
    ),
)


@rule("FGK116", "platzhaltertext", severity=Severity.WARNUNG, since="0.1")
def platzhaltertext(kontext: Kontext) -> Iterator[Hit]:
    """Kein Text enthält einen stehen gebliebenen Platzhalter.

    ## Warum

    Platzhalter wie TODO, „bitte ergänzen“ oder „N. N.“ stehen sonst in der Ratsvorlage. Im Feld `bemerkung`
    dürfen sie stehen, denn es erscheint in keinem Dokument.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    text: Mitglieder bitte noch ergänzen  # FGK116
    federfuehrung: OE-10
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    text: Mitglieder sind die Leitungen von Hauptamt, Jugendamt und Bauamt.
    federfuehrung: OE-10
    ende: 2024-12-31
    ```
    """
    gesehen = set()
    for worte, muster in _PLATZHALTER:
        for stelle in texte_mit(kontext, muster, worte, _OHNE):
            match = muster.search(stelle.text)
            if match and (stelle.record.path, stelle.route) not in gesehen:
                gesehen.add((stelle.record.path, stelle.route))
                yield Hit(
                    stelle.record.path,
                    stelle.route,
                    f"Hier steht noch ein Platzhalter: „{match.group().strip()}“.",
                    "Schreiben Sie den Text aus oder löschen Sie die Angabe, bis Sie sie kennen.",
                )

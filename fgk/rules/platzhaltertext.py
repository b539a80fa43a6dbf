"""FGK116: no placeholder is left in a text."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.textsuche import Suche, texte_mit, zitiert

_OHNE = frozenset({"bemerkung"})
_VERB = r"(?:ergänzen|ausfüllen|eintragen|einfügen|einsetzen)\b"
_PLATZHALTER = (
    Suche(
        ("TODO", "FIXME", "XXX", "xxx", "TBD", "tbd", "JJJJ", r"TT\.MM", r"\?\?\?"),
        r"\b(?:TODO|FIXME|XXX+|xxx+|TBD|tbd|JJJJ)\b|\bTT\.MM\.(?:JJJJ)?|\?{3}",
    ),
    Suche((r"Bitte\s", r"bitte\s"), rf"[Bb]itte (?:hier )?(?:noch )?(?:[\w-]+ )?{_VERB}"),
    Suche(
        (r"noch\s+(?:erg|einge|ausge|einzu|zu\s+erg|auszu)",),
        r"noch (?:(?:ergänzt|eingetragen|ausgefüllt) (?:wird|werden)|einzutragen|zu ergänzen|auszufüllen)\b|"
        r"(?:wird|werden) noch (?:ergänzt|eingetragen|ausgefüllt)\b",
    ),
    Suche((r"N\.\s*N\.",), r"(?<!ü\. )(?<!ü\.)(?<!über )\bN\.\s?N\."),
    Suche(("Mustertext", r"orem\s"), r"[Ll]orem ipsum|\bMustertext\b"),
    Suche(
        ("…", r"\.\.\.", r"\?\?", "Platzhalter"),
        r"(?m)^[ \t]*(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\?\?|Platzhalter)[ \t]*$",
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
    funde: dict[tuple[str, tuple[str | int, ...]], list[tuple[int, str]]] = {}
    for suche in _PLATZHALTER:
        for stelle in texte_mit(kontext, suche, _OHNE):
            hier = funde.setdefault((stelle.record.path, stelle.route), [])
            hier += [(match.start(), match.group()) for match in suche.regex().finditer(stelle.text)]
    for (path, route), platzhalter in funde.items():
        einer, worte = zitiert(wort for _stelle, wort in sorted(platzhalter))
        was = "Hier steht noch ein Platzhalter" if einer else "Hier stehen noch Platzhalter"
        tun = "Schreiben Sie den Text aus oder löschen Sie die Angabe, bis Sie sie kennen."
        yield Hit(path, route, f"{was}: {worte}.", tun)

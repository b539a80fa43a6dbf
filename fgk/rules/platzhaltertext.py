"""FGK116: no placeholder is left in a text."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.textsuche import Suche, texte_mit, zitiert

_OHNE = frozenset({"bemerkung"})
_VERB = r"(?:ergänzen|ausfüllen|eintragen|einfügen|einsetzen)\b"
_PLATZHALTER = Suche(
    (
        "TODO|FIXME|XXX|xxx|TBD|tbd|JJJJ|Platzhalter|Mustertext|Vorname",
        r"TT\.MM|\?\?|…|\.\.\.|orem\s|N\.\s*N\.|n\.\s*n\.|[Bb]itte\s|noch\s+(?:erg|einge|ausge|einzu|zu\s+erg|auszu)",
        r"\[[^\]]{0,60}(?:Text|Name|Datum|Betrag|Zahl|hier|einf|eins|eintr|ausf|erg)|<[A-ZÄÖÜ]",
    ),
    "(?m)"
    + "|".join(
        (
            r"\b(?:TODO|FIXME|XXX+|xxx+|TBD|tbd|JJJJ)\b|\bTT\.MM\.(?:JJJJ)?|\?{3}",
            rf"[Bb]itte (?:hier )?(?:noch )?(?:[\w-]+ )?{_VERB}",
            r"noch (?:(?:ergänzt|eingetragen|ausgefüllt) (?:wird|werden)|einzutragen|zu ergänzen|auszufüllen)\b",
            r"(?:wird|werden) noch (?:ergänzt|eingetragen|ausgefüllt)\b",
            r"(?<!ü\. )(?<!ü\.)(?<!über )\bN\.\s?N\.",
            r"(?<![\w.])n\.\s?n\.(?!\w)",
            r"[Ll]orem ipsum|\bMustertext\b|\bVorname Nachname\b",
            rf"\[[^\]\n]{{0,30}}(?:\b(?:Text|Name|Datum|Betrag|Zahl|hier)\b|{_VERB})[^\]\n]{{0,30}}\]",
            r"<[A-ZÄÖÜ][\w .-]{1,40}>",
            r"^[ \t]*(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\?\?|Platzhalter)[ \t]*$",
        )
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
    for stelle in texte_mit(kontext, _PLATZHALTER, _OHNE):
        einer, worte = zitiert(match.group() for match in _PLATZHALTER.regex().finditer(stelle.text))
        was = "Hier steht noch ein Platzhalter" if einer else "Hier stehen noch Platzhalter"
        tun = "Schreiben Sie den Text aus oder löschen Sie die Angabe, bis Sie sie kennen."
        yield Hit(stelle.record.path, stelle.route, f"{was}: {worte}.", tun)

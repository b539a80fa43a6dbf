"""FGK117: persons appear by office, not by name."""

import re
from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.rules.textsuche import Suche, texte_mit, zitiert

_OHNE = frozenset({"quelle", "quellen"})
_GRAD = r"(?:Prof|Dr|Dipl|med|dent|phil|jur|iur|rer|nat|pol|oec|paed|theol|h|c|mult)\.(?:\s?-?[A-Z]\w+\.)?\s*"
_AMT = (
    r"(?:(?:Ober|Alt|Erste[rn]?\s)?[Bb]ürgermeister(?:in)?|(?:Ober)?[Kk]reisdirektor(?:in)?|Landr(?:at|ätin)|"
    r"Städteregionsr(?:at|ätin)|Stadtr(?:at|ätin)|Minister(?:präsident)?(?:in)?|Präsident(?:in)?|Vorsitzende[rn]?|"
    r"(?:Erste[rn]?\s)?Beigeordnete[rn]?|Dezernent(?:in)?|Kämmer(?:er|in)|Amtsleiter(?:in)?|Direktor(?:in)?|"
    r"Gemeindedirektor(?:in)?|Staatssekretär(?:in)?|Auditor(?:in)?|Projektleiter(?:in)?)"
)
#: what follows „Frau“ or „Herr“ and is no name: the fairy tale of many Kitas, and titles like „Frau und Beruf“
_KEIN_NAME = r"(?:Stadt|Gemeinde|Kreis|Landkreis|Kommune|Holle|Beruf|Wirtschaft|Arbeit|Gesundheit|Familie|Kind|Mann|Frau|Musica)\b"
#: a street or a house that bears a name
_GEBAEUDE = (
    r"(?:[A-ZÄÖÜ][\w.]*[\s-]+){0,3}[\w-]*(?:[Ss]tra(?:ße|sse)|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Uu]fer|"
    r"[Pp]ark|[Bb]rücke|[Ss]chule|[Gg]ymnasium|[Kk]olleg|[Kk]ita|[Kk]indergarten|[Hh]aus|[Hh]eim|[Zz]entrum|[Hh]alle|"
    r"[Ss]aal|[Kk]linik|[Kk]rankenhaus|[Hh]ospital|[Ss]tiftung|[Ii]nstitut|[Pp]reis)(?!\w)"
)
_NACHNAME = rf"(?!{_AMT}\b)(?!{_KEIN_NAME})(?!{_GEBAEUDE})(?:v[oa]n\s+(?:de[rnm]?\s+)?)?[A-ZÄÖÜ][a-zäöüßéèç’'-]\w*(?:-\w+)*"
#: „Ansprechpartnerin: Petra Klein“; two words that name an office are no name
_KONTAKT = (
    r"\b(?:Ansprechpartner(?:in)?|Ansprechperson|Sachbearbeiter(?:in)?|Projektleiter(?:in)?|Kontaktperson)"
    r"(?::|\s+ist)\s+(?!(?:Die|Der|Das|Den|Dem|Im|Vorname|Stadt|Gemeinde|Kreis)\b)[A-ZÄÖÜ][a-zäöüßéè]+(?:-[A-ZÄÖÜ][a-zäöüßéè]+)?\s+"
    r"(?!\w*(?:[Aa]mt|[Bb]üro|[Ss]telle|[Zz]entrum|[Ll]eitung|[Dd]ienst|[Vv]erein|[Ss]chule|[Kk]ita|[Hh]aus|[Rr]at|"
    r"[Bb]eirat|[Rr]eferat|[Aa]bteilung|[Bb]eauftragte[rn]?|\w{4,}ung|\w{4,}schaft)\b)[A-ZÄÖÜ][a-zäöüßéè-]+"
)
_NAME = Suche(
    (r"Frau\s|Herrn?\s|Hr\.|Dr\.|Prof\.|Dipl\.|Ansprechp|Sachbearbeiter|Projektleiter|Kontaktperson",),
    rf"\b(?:Frau|Herrn?|Hr\.)\s+(?:{_GRAD})*(?:{_AMT}\s+(?:{_GRAD})*)?{_NACHNAME}"
    rf"|\b(?:Prof|Dr|Dipl)\.(?:\s?-[A-Z]\w+\.)?\s+(?:{_GRAD})*{_NACHNAME}|{_KONTAKT}",
)
#: „dass jede Frau Zugang hat“: before a name stands no article and no adjective
_KEINE_ANREDE = (
    r"(?:\b(?:die|der|als|pro|je|zur|Mann\s+(?:und|oder|&)|"
    r"(?!(?:ohne|gegen|neben|unter|über|hinter|wurden?|werden)\b)[a-zäöü]\w*(?:e|en|er|es|em))\s+)\Z"
)


@rule("FGK117", "personenname", severity=Severity.WARNUNG, since="0.1")
def personenname(kontext: Kontext) -> Iterator[Hit]:
    """Personen erscheinen mit Amt oder Funktion, nicht mit Namen.

    ## Warum

    Eine Akte liegt in git, und git vergisst nichts: Ein Name lässt sich später nicht mehr entfernen. Für Rat,
    Verein und Nachfolge zählt das Amt. Titel von Quellen bleiben, wie sie veröffentlicht wurden.

    ## Beispiel

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    text: Die Leitung übernimmt Frau Mustermann.  # FGK117
    federfuehrung: OE-10
    ende: 2024-12-31
    ```

    ## Stattdessen

    ```yaml
    # datei: massnahmen/M-1.1.1.yaml
    kennung: M-1.1.1
    ziel: Z-1.1
    titel: Steuerungsgruppe einrichten
    text: Die Leitung übernimmt die Gleichstellungsbeauftragte.
    federfuehrung: OE-10
    ende: 2024-12-31
    ```
    """
    for stelle in texte_mit(kontext, _NAME, _OHNE):
        namen = list(personennamen(stelle.text))
        if namen:
            einer, worte = zitiert(namen)
            was = "Hier steht ein Personenname" if einer else "Hier stehen Personennamen"
            yield Hit(
                stelle.record.path,
                stelle.route,
                f"{was}: {worte}.",
                "Nennen Sie stattdessen das Amt oder die Funktion, z. B. „Leitung des Jugendamts“.",
            )


def personennamen(text: str) -> Iterator[str]:
    """Yield what in a text is likely to name a person."""
    for match in _NAME.regex().finditer(text):
        davor = text[: match.start()]
        if not (match.group().startswith("Frau") and re.search(_KEINE_ANREDE, davor)):
            yield match.group()

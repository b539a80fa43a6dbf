"""Protected blanks: what belongs together stays on one line.

Only the writers put them in; in the Markdown they would be invisible and spoil its diffs.
"""

import re
from functools import lru_cache

GESCHUETZT = "\u00a0"
SCHMAL = "\u202f"

_MONAT = (
    r"(?:Jan(?:uar|\.)|Feb(?:ruar|\.)|März|Apr(?:il|\.)|Mai|Jun[i.]|Jul[i.]|Aug(?:ust|\.)|"
    r"Sept?(?:ember|\.)|Okt(?:ober|\.)|Nov(?:ember|\.)|Dez(?:ember|\.))"
)
_EINHEIT = (
    r"(?:[€%‰°]|(?:EUR|Euro|Tsd|Mio|Mrd|Uhr|Std|Min|Stunden|Jahre?n?|"
    r"km|cm|mm|kg|kWh|ha|qm|m²|km²|m|h|VZÄ)(?!\w))"
)
# A look-behind needs one length, so the abbreviations stand by length. Each ends with the blank itself, which comes
# first in the patterns below: so only blanks are looked at.
_VERWEIS = (
    r"(?:(?<=\bS\. )|(?<=\b(?:Nr|Az|ca|Bd)\. )|(?<=\b(?:Nrn|Abs|Art|Kap|Tab|Abb|Rdn|max|min)\. )|"
    r"(?<=\b(?:Ziff|Satz)\. )|(?<=§ ))"
)
_SCHMALE = re.compile(
    " (?:"
    # 57 684: groups of three
    r"(?<=\d )(?=\d{3}(?!\d))(?<![\d.,]\d{4} )(?<!\d{4} )"
    # z. B., d. h., i. d. R., e. V.
    r"|(?<=\b[A-Za-zÄÖÜäöü]\. )(?=[A-Za-zÄÖÜäöü]\.)|(?<=\bi\. d\. )(?=R\.)"
    ")"
)
_GESCHUETZTE = re.compile(
    " (?:"
    # 12 %, 25.000 €, 9 Uhr
    rf"(?<=[\d½¼¾] )(?={_EINHEIT})"
    # 25 Mio. €
    r"|(?<=\b(?:Tsd|Mio|Mrd)\. )(?=€|Euro|EUR)"
    # § 8, Abs. 2, Nr. 3, S. 4, ca. 30
    rf"|{_VERWEIS}(?=\d)"
    r"|(?<=\bDr\. )(?=\w)"
    # ✓ umgesetzt: the sign of a status and its word
    r"|(?<=[○▷✓◐→‖↔✗] )(?=\w)"
    # 24. August
    rf"|(?:(?<=\b\d\. )|(?<=\b\d\d\. ))(?={_MONAT})"
    # 01.09.2024 bis
    r"|(?<=\b\d\d\.\d\d\.\d{4} )(?=bis\b)"
    ")"
)
# 24. August 2017
_JAHR = re.compile(rf"(\b\d\d?\.{GESCHUETZT}{_MONAT}) (?=\d{{4}}\b)")
_IN_UMSETZUNG = f"▷{GESCHUETZT}in Umsetzung"


@lru_cache(maxsize=4096)
def schuetze(text: str) -> str:
    """Return ``text`` with protected blanks in numbers, units, dates, references and abbreviations."""
    if " " not in text:
        return text
    text = _GESCHUETZTE.sub(GESCHUETZT, _SCHMALE.sub(SCHMAL, text))
    if GESCHUETZT in text:
        text = _JAHR.sub(rf"\1{GESCHUETZT}", text)
        text = text.replace(_IN_UMSETZUNG, _IN_UMSETZUNG.replace(" ", GESCHUETZT))
    return text

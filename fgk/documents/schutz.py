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
# A look-behind needs one length, so the abbreviations stand by length.
_VERWEIS = (
    r"(?:(?<=\b(?:S)\.)|(?<=\b(?:Nr|Az|ca|Bd)\.)|(?<=\b(?:Nrn|Abs|Art|Kap|Tab|Abb|Rdn|max|min)\.)|"
    r"(?<=\b(?:Ziff|Satz)\.)|(?<=§))"
)

# Each pattern finds the blank itself, or what stands before it as a group.
_REGELN = (
    # 57 684: groups of three.
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))(?<![\d.,]\d{4} )(?<!\d{4} )"), SCHMAL),
    # 12 %, 25.000 €, 9 Uhr
    (re.compile(rf"(?<=[\d½¼¾]) (?={_EINHEIT})"), GESCHUETZT),
    # 25 Mio. €
    (re.compile(r"(?<=\b(?:Tsd|Mio|Mrd)\.) (?=€|Euro|EUR)"), GESCHUETZT),
    # z. B., d. h., i. d. R., e. V.
    (re.compile(r"(?<=\b[A-Za-zÄÖÜäöü]\.) (?=[A-Za-zÄÖÜäöü]\.)|(?<=\bi\. d\.) (?=R\.)"), SCHMAL),
    # § 8, Abs. 2, Nr. 3, S. 4, ca. 30
    (re.compile(rf"{_VERWEIS} (?=\d)"), GESCHUETZT),
    (re.compile(r"(?<=\bDr\.) (?=\w)"), GESCHUETZT),
    # ✓ umgesetzt: the sign of a status and its word
    (re.compile(r"(?<=[○▷✓◐→‖↔✗]) (?=\w)"), GESCHUETZT),
    (re.compile(rf"(?<=▷{GESCHUETZT}in) (?=Umsetzung)"), GESCHUETZT),
    # 24. August 2017
    (re.compile(rf"(?:(?<=\b\d\.)|(?<=\b\d\d\.)) (?={_MONAT})"), GESCHUETZT),
    (re.compile(rf"(\b\d\d?\.{GESCHUETZT}{_MONAT}) (?=\d{{4}}\b)"), rf"\1{GESCHUETZT}"),
    # 01.09.2024 bis
    (re.compile(r"(?<=\b\d\d\.\d\d\.\d{4}) (?=bis\b)"), GESCHUETZT),
)


@lru_cache(maxsize=4096)
def schuetze(text: str) -> str:
    """Return ``text`` with protected blanks in numbers, units, dates, references and abbreviations."""
    if " " not in text:
        return text
    for muster, leerzeichen in _REGELN:
        text = muster.sub(leerzeichen, text)
    return text

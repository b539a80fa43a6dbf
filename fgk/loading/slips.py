"""What people write instead of what YAML needs, and how to write it: dates, sums, Kennungen, yes and no."""

import re
from datetime import date
from typing import Any

from fgk.models.werte import Form

_DAY = r"(?P<tag>[0-9]{1,2})"
_MONTH = r"(?P<monat>[0-9]{1,2})"
_DAY_GERMAN = re.compile(rf"{_DAY}\. ?{_MONTH}\. ?(?P<jahr>[0-9]{{4}})\Z")
_DAY_SHORT = re.compile(rf"(?P<jahr>[0-9]{{4}})-{_MONTH}-{_DAY}\Z")
_SUM = re.compile(r"(?P<euro>[0-9]{1,3}(?:[. ][0-9]{3})*|[0-9]+)(?:,(?P<cent>[0-9]{2}|-{1,2}))?\Z")
_CURRENCY = re.compile(r"\s*(?:€|Euro|EUR)\s*", re.IGNORECASE)
_YES_NO = {"ja": "true", "wahr": "true", "yes": "true", "nein": "false", "falsch": "false", "no": "false"}

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {",": ".", "_": "-"})
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})

Sentences = tuple[str, str]


def date_as_text(text: str) -> Sentences | None:
    """Return sentences for a day that is written in another way or does not exist, ``None`` for other texts."""
    match = _DAY_GERMAN.match(text) or _DAY_SHORT.match(text)
    if match is None:
        return None
    day = f"{match['jahr']}-{match['monat']:0>2}-{match['tag']:0>2}"
    try:
        date.fromisoformat(day)
    except ValueError:
        return f"Den Tag {text} gibt es nicht.", "Prüfen Sie Monat und Tag; ein Datum steht als JJJJ-MM-TT."
    if text == day:
        return (
            f"Das Datum „{text}“ steht in Anführungszeichen.",
            f"Schreiben Sie {day} ohne Anführungszeichen.",
        )
    return (
        f"Das Datum „{text}“ ist anders geschrieben, als fgk es liest.",
        f"Schreiben Sie es als JJJJ-MM-TT ohne Anführungszeichen, hier also {day}.",
    )


def date_as_number(value: Any) -> Sentences | None:
    """Return sentences for a bare year, ``None`` for other numbers."""
    if not isinstance(value, int) or not 1900 <= value <= 2100:
        return None
    return f"Das Jahr {value} steht hier als Zahl.", f'Setzen Sie es in Anführungszeichen: "{value}".'


def sum_as_text(text: str) -> Sentences | None:
    """Return sentences for a sum written for people ("25.000 €", "12,50"), ``None`` if it is none."""
    match = _SUM.match(_CURRENCY.sub("", text))
    if match is None:
        return None
    euro = re.sub(r"[. ]", "", match["euro"]).lstrip("0") or "0"
    cent = match["cent"] if (match["cent"] or "").isdigit() else None
    was = f"Der Betrag „{text}“ ist anders geschrieben, als fgk ihn liest."
    if cent and cent != "00":
        return was, f'Schreiben Sie "{euro}.{cent}" mit Anführungszeichen.'
    return was, f"Schreiben Sie {euro} ohne Punkt, Komma und Währung und ohne Anführungszeichen."


def sum_as_number(value: Any) -> Sentences | None:
    """Return sentences for a sum that YAML took for a number with decimals."""
    if not isinstance(value, float):
        return None
    return (
        "Dieser Betrag steht hier als Kommazahl; der Punkt trennt in YAML Nachkommastellen ab.",
        'Schreiben Sie ganze Euro ohne Punkt, z. B. 25000, und Cent als Text, z. B. "12.50".',
    )


def kennung_as_text(form: Form, text: str) -> Sentences | None:
    """Return sentences for a Kennung with another dash, case or letter, or without its beginning."""
    if text != text.strip():
        return (
            f"Neben „{text.strip()}“ steht ein (geschütztes) Leerzeichen, das zum Wort zählt.",
            "Löschen Sie es.",
        )
    plain = re.sub(r"\s+", "", text).translate(_DASHES)
    prefix = form.beispiel.partition("-")[0]
    head, _, tail = plain.partition("-")
    candidates = [
        plain,
        plain.upper(),
        f"{head.upper()}-{tail.lower()}",
        f"{head.upper()}-{tail.translate(_DIGITS)}",
    ]
    if plain[:1].isdigit():
        candidates += [f"{prefix}-{plain}", f"{prefix}-{plain.translate(_DIGITS)}"]
    meant = next((candidate for candidate in candidates if form.passt(candidate)), None)
    return None if meant is None else (f"„{text}“ hat nicht die richtige Form.", f"Meinten Sie „{meant}“?")


def list_as_text(text: str) -> Sentences | None:
    """Return sentences for a list whose dashes YAML does not take for some."""
    if text.startswith(("–", "—", "•", "*")):
        return (
            f"Mit „{text[0]}“ beginnt in YAML kein Eintrag einer Liste.",
            "Schreiben Sie „- Eintrag“ mit einem Bindestrich.",
        )
    if text.startswith("-"):
        return "Hinter dem Spiegelstrich fehlt ein Leerzeichen.", "Schreiben Sie „- Eintrag“."
    return None


def yes_or_no(value: Any) -> str | None:
    """Return the sentence that offers true or false for a German or English yes or no."""
    word = _YES_NO.get(str(value).strip().lower())
    return f"Schreiben Sie {word} ohne Anführungszeichen." if word else None

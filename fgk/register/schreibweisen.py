"""The many ways to write the name of one place: ``Stolberg (Rheinland)`` is ``Stolberg (Rhld.), Stadt (ab 21.10.2009)``.

Names are compared word by word. Case, umlauts, hyphens and slashes say nothing; an abbreviated word equals the word it stands for.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

#: what tables put behind a name: since when it is valid, and what is counted in
_VERMERK = r"(?i)\s*\((?:ab|bis|einschl|seit)\b[^)]*\)\s*\Z"
_WORT = r"[^\W\d_]+\.?|\d+"
_BUCHSTABEN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ł": "l"})
_FESTE_KUERZEL = {"st": "sankt", "st.": "sankt"}
#: they tell no place from another
FUELLWORTE = frozenset(
    "a. a am an auf b. bei d. d dem den der i. im in o. ob u. und v. von vor".split()  # noqa: SIM905 - reads better
)
_TITEL = frozenset(
    "alte amt bundesstadt die flecken freie gemeinde grosse hansestadt insel kreisfreie kreisstadt kurort "  # noqa: SIM905
    "landeshauptstadt landkreis kreis lutherstadt markt marktflecken marktgemeinde ortsgemeinde ostseebad seebad "
    "stadt stadtkreis und universitaetsstadt verbandsgemeinde samtgemeinde verwaltungsgemeinschaft "
    "verwaltungsverband".split()
)


class Ortsname(NamedTuple):
    """A name in words: the place, and what tells it from others of the same name (``(Rhld.)``, ``/Elbe``)."""

    haupt: tuple[str, ...]
    zusatz: tuple[str, ...]

    @property
    def ohne_fuellworte(self) -> tuple[str, ...]:
        """All words that say something."""
        return tuple(wort for wort in (*self.haupt, *self.zusatz) if wort not in FUELLWORTE)


def worte(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared; an abbreviation keeps its dot."""
    lower = unicodedata.normalize("NFC", text).casefold().translate(_BUCHSTABEN)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(sign))
    return tuple(_FESTE_KUERZEL.get(wort, wort) for wort in re.findall(_WORT, plain))


def ortsname(name: str) -> Ortsname:
    """Return a name in words, without what follows its first comma."""
    kern = re.sub(_VERMERK, "", name).partition(",")[0]
    haupt = re.split(r"[(/]", kern, maxsplit=1)[0]
    return Ortsname(worte(haupt), worte(kern[len(haupt) :]))


def passen(eins: str, zwei: str, titel: Iterable[str] = ()) -> bool:
    """Say whether two names can mean the same place; ``titel`` are words that may stand before either."""
    links, rechts = ortsname(eins), ortsname(zwei)
    erlaubt = _TITEL.union(titel)
    return any(_gleich(a, b) for a in _ohne_titel(links, erlaubt) for b in _ohne_titel(rechts, erlaubt))


def ist_kuerzel(kurz: str, lang: str) -> bool:
    """Say whether a text of two to four capitals is short for the words of another: ``NRW``, ``MV``."""
    worte_davon = worte(lang)
    rest = iter("".join(worte_davon))
    if not re.fullmatch("[A-Z]{2,4}", kurz) or kurz[0].lower() != worte_davon[0][0]:
        return False
    return all(buchstabe in rest for buchstabe in kurz.lower())


def _ohne_titel(name: Ortsname, titel: frozenset[str]) -> list[Ortsname]:
    """Return the name as it stands, and without the titles before it."""
    haupt = name.haupt
    while len(haupt) > 1 and haupt[0] in titel:
        haupt = haupt[1:]
    return [name] if haupt == name.haupt else [name, Ortsname(haupt, name.zusatz)]


def _gleich(eins: Ortsname, zwei: Ortsname) -> bool:
    if not eins.haupt or not zwei.haupt:
        return False
    if _wortweise(eins.ohne_fuellworte, zwei.ohne_fuellworte):
        return True
    if not _wortweise(eins.haupt, zwei.haupt):
        return False
    kuerzer, laenger = sorted((eins.zusatz, zwei.zusatz), key=len)
    return _wortweise(kuerzer, laenger[: len(kuerzer)], auch_ohne_punkt=True)


def _wortweise(eins: tuple[str, ...], zwei: tuple[str, ...], *, auch_ohne_punkt: bool = False) -> bool:
    return len(eins) == len(zwei) and all(
        a == b or _ist_kuerzel(a, b, auch_ohne_punkt) or _ist_kuerzel(b, a, auch_ohne_punkt)
        for a, b in zip(eins, zwei, strict=True)
    )


def _ist_kuerzel(kurz: str, lang: str, auch_ohne_punkt: bool) -> bool:
    """Say whether all letters of an abbreviation come in the word, in this order, the first as the first."""
    buchstaben, wort = kurz.rstrip("."), lang.rstrip(".")
    if not (kurz.endswith(".") or (auch_ohne_punkt and len(kurz) > 1)) or kurz[0] != lang[0]:
        return False
    rest = iter(wort)
    return all(buchstabe in rest for buchstabe in buchstaben)

"""The marks in a Word or OpenDocument file: ``{{titel}}``, ``{{inhalt}}``; what stands for which."""

import re
from collections.abc import Iterable, Mapping

from fgk.documents.dokument import Gestalt, Kopf
from fgk.errors import FgkError

MARKE = re.compile(r"\{\{[ \u00a0]*([^{}\n]{0,40}?)[ \u00a0]*\}\}")
"""Whatever is written as a mark: one that is misspelled must not stay in the document."""
#: these stand alone in a paragraph, and blocks take its place
BLOECKE = ("inhalt", "verzeichnis", "angaben", "hinweise", "logo", "signet")
TEXTE = ("titel", "untertitel", "ort", "vermerk", "kolumnentitel", "fusszeile")


def bildhoehen(kopf: Kopf) -> dict[str, float]:
    """Return mark -> greatest height in cm of the picture that takes its place."""
    return {"logo": 3.0, "signet": 3.0} if kopf.ist_urkunde else {"logo": 2.2, "signet": 2.0}


_IM_TEXT = ("inhalt", "verzeichnis", "angaben", "hinweise")
_ALLE = (*BLOECKE, *TEXTE, "absender")


def name_der(fund: re.Match[str]) -> str:
    """Return the name of a mark; capitals make no difference."""
    return fund[1].lower()


def pruefe_marken(absaetze: Iterable[str], datei: str, *, ist_text: bool) -> None:
    """Raise ``FgkError`` for a mark in these paragraphs that is unknown, or that stands where nothing can take its place.

    ``ist_text`` is false for headers and footers.
    """
    hat_inhalt = False
    for absatz in absaetze:
        for fund in MARKE.finditer(absatz):
            marke, name = f"{{{{{fund[1]}}}}}", name_der(fund)
            if name == "inhalt" and hat_inhalt:
                raise FgkError(
                    f"Die Marke {{{{inhalt}}}} steht in der Vorlage „{datei}“ zweimal.",
                    "Löschen Sie eine von beiden.",
                )
            hat_inhalt |= name == "inhalt"
            if name not in _ALLE:
                raise FgkError(
                    f"Die Marke {marke} in der Vorlage „{datei}“ kennt fgk nicht.",
                    f"Es gibt: {', '.join(f'{{{{{n}}}}}' for n in _ALLE)}.",
                )
            if name in BLOECKE and absatz.strip() != fund[0]:
                raise FgkError(
                    f"Die Marke {marke} in der Vorlage „{datei}“ steht nicht allein.",
                    "Geben Sie ihr einen Absatz für sich, ohne anderen Text darin.",
                )
            if name in _IM_TEXT and not ist_text:
                raise FgkError(
                    f"Die Marke {marke} in der Vorlage „{datei}“ steht in einer Kopf- oder Fußzeile.",
                    "Setzen Sie sie in den Text der Seite.",
                )


def texte_fuer(kopf: Kopf, gestalt: Gestalt) -> dict[str, str]:
    """Return mark -> text, for marks inside the text of a template."""
    return {name: getattr(kopf, name) for name in TEXTE} | {"absender": " · ".join(gestalt.absender)}


def fuelle_teile(teile: list[str], werte: Mapping[str, str]) -> list[str]:
    """Return the texts of the runs of a paragraph with its marks filled in.

    Word and LibreOffice cut a mark into several runs as they please, so a mark may begin in one and end in
    another: its value goes where it begins.
    """
    ganz = "".join(teile)
    funde = [fund for fund in MARKE.finditer(ganz) if name_der(fund) in werte]
    if not funde:
        return teile
    neu: list[str] = []
    ort = 0
    for teil in teile:
        ende = ort + len(teil)
        neu.append("".join(_stueck(ganz, ort, ende, funde, werte)))
        ort = ende
    return neu


def _stueck(ganz: str, von: int, bis: int, funde: list[re.Match[str]], werte: Mapping[str, str]) -> list[str]:
    """Return the pieces of one run: text outside of marks, and the values of marks that begin in it."""
    stuecke = []
    ort = von
    for fund in funde:
        stuecke.append(ganz[ort : max(ort, min(fund.start(), bis))])
        if von <= fund.start() < bis:
            stuecke.append(werte[name_der(fund)])
        ort = max(ort, min(fund.end(), bis))
    return [*stuecke, ganz[ort:bis]]

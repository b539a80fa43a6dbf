"""The Kennungen: one form per kind of record, and the types of references to them.

Every Kennung begins with a letter, because a bare 3.10 is a number in YAML and becomes 3.1.
"""

from typing import Annotated

from fgk.models.werte import Form, Verweis

FORMEN = {
    "audit": Form(r"A-[a-z0-9]+(?:-[a-z0-9]+)*", "die Kennung einer Akte", "A-stolberg-2016"),
    "organisationseinheit": Form(
        r"OE-[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*", "die Kennung einer Organisationseinheit", "OE-51"
    ),
    "vertrag": Form(r"V-[0-9]{4}(?:-[0-9]{2})?", "die Kennung eines Vertrags", "V-2016"),
    "beschluss": Form(r"B-[0-9]{4}-[0-9]{2,3}", "die Kennung eines Beschlusses", "B-2017-03"),
    "analyse": Form(r"AN-HF[1-9]", "die Kennung einer Analyse", "AN-HF3"),
    "sozialraum": Form(r"SR-[A-Za-z0-9]+", "die Kennung eines Sozialraums", "SR-04"),
    "beteiligung": Form(r"W-[0-9]{4}-[0-9]{2}", "die Kennung einer Beteiligung", "W-2017-02"),
    "ziel": Form(r"Z-[1-9]\.[1-9][0-9]*", "die Kennung eines Ziels", "Z-3.1"),
    "massnahme": Form(r"M-[1-9]\.[1-9][0-9]*\.[1-9][0-9]*", "die Kennung einer Maßnahme", "M-3.1.2"),
    "zielvereinbarung": Form(r"ZV-[0-9]{4}(?:-[0-9]{2})?", "die Kennung einer Zielvereinbarung", "ZV-2017"),
    "begutachtung": Form(r"G-[0-9]{4}", "die Kennung einer Begutachtung", "G-2017"),
    "jahresbericht": Form(r"J-[0-9]{4}(?:-[0-9]{4})?", "die Kennung eines Jahresberichts", "J-2018"),
}
HANDLUNGSFELD = Form(r"HF[1-9]", "die Kennung eines Handlungsfelds", "HF3")
#: a word that data files make up, such as the name of a Querschnittsthema or a Verfahren
WORT = r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*"

_EIN_WORT = Form(WORT, "ein Wort aus Kleinbuchstaben, Ziffern und Strichen", "familiengerechte-kommune")


def ist_kennung(art: str, text: str) -> bool:
    """Say whether a record of this kind can be called so; a Verfahren is called by a word, and no record names it."""
    return bool(FORMEN.get(art, _EIN_WORT).passt(text))


def _verweis(ziel: str) -> Verweis:
    return Verweis(ziel, FORMEN[ziel])


AuditKennung = Annotated[str, FORMEN["audit"]]
OrganisationseinheitKennung = Annotated[str, FORMEN["organisationseinheit"]]
VertragKennung = Annotated[str, FORMEN["vertrag"]]
BeschlussKennung = Annotated[str, FORMEN["beschluss"]]
AnalyseKennung = Annotated[str, FORMEN["analyse"]]
SozialraumKennung = Annotated[str, FORMEN["sozialraum"]]
BeteiligungKennung = Annotated[str, FORMEN["beteiligung"]]
ZielKennung = Annotated[str, FORMEN["ziel"]]
MassnahmeKennung = Annotated[str, FORMEN["massnahme"]]
ZielvereinbarungKennung = Annotated[str, FORMEN["zielvereinbarung"]]
BegutachtungKennung = Annotated[str, FORMEN["begutachtung"]]
JahresberichtKennung = Annotated[str, FORMEN["jahresbericht"]]

OrganisationseinheitVerweis = Annotated[str, _verweis("organisationseinheit")]
BeschlussVerweis = Annotated[str, _verweis("beschluss")]
BeteiligungVerweis = Annotated[str, _verweis("beteiligung")]
SozialraumVerweis = Annotated[str, _verweis("sozialraum")]
ZielVerweis = Annotated[str, _verweis("ziel")]
MassnahmeVerweis = Annotated[str, _verweis("massnahme")]
HandlungsfeldVerweis = Annotated[str, Verweis("handlungsfeld", HANDLUNGSFELD)]
QuerschnittsthemaVerweis = Annotated[
    str, Verweis("querschnittsthema", Form(WORT, "die Kennung eines Querschnittsthemas", "inklusion"))
]
IndikatorVerweis = Annotated[
    str, Verweis("indikator", Form(WORT, "die Kennung eines Indikators", "betreuungsquote_u3"))
]
#: where a goal or measure comes from: an analysis, a workshop or survey, a goal
HerkunftVerweis = Annotated[
    str,
    Verweis(
        "herkunft",
        Form(
            "|".join(FORMEN[art].muster for art in ("analyse", "beteiligung", "ziel")),
            "die Kennung einer Analyse, einer Beteiligung oder eines Ziels",
            "W-2017-02",
        ),
    ),
]
#: what a point of a decision concerns: any record of this or another Akte
BezugVerweis = Annotated[
    str,
    Verweis(
        "bezug",
        Form("|".join(form.muster for form in FORMEN.values()), "die Kennung eines Datensatzes", "ZV-2017"),
    ),
]

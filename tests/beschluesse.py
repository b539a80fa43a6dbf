"""A small Akte with everything that a decision can bind."""

from hilfen import MINIMAL

ZV = """\
kennung: ZV-2024
laufzeit:
  von: 2024-03-01
  bis: 2027-02-28
praeambel: Wir wollen Familien stärken.
entwicklungsziele:
  - Kurze Wege
  - Frühe Hilfen
"""
M2 = """\
kennung: M-1.1.2
ziel: Z-1.1
titel: Familienbericht vorlegen
federfuehrung: OE-51
ende: 2025-06-30
"""
ERGAENZT = """\
kennung: M-1.1.3
ziel: Z-1.1
titel: Telefonkette
federfuehrung: OE-51
ende: 2025-06-30
herkunft: ergaenzt
"""
J = """\
kennung: J-2024
von: 2024-03-01
bis: 2024-12-31
massnahmen:
  - massnahme: M-1.1.1
    status: umgesetzt
    nachweise:
      - bezeichnung: Niederschrift
  - massnahme: M-1.1.2
    status: in_umsetzung
    text: Der Entwurf liegt vor.
"""


def beschluss(
    *betrifft: str,
    kennung: str = "B-2024-01",
    art: str = "zielvereinbarung",
    rolle: str = "entscheidung",
    ergebnis: str | None = "unveraendert",
    punkt: str | None = None,
    aendert: str | None = None,
) -> str:
    """Return a decision with one point that concerns these records."""
    return "".join(
        [
            f"kennung: {kennung}\ntitel: Zielvereinbarung\nart: {art}\n",
            "beratungen:\n  - gremium: Jugendhilfeausschuss\n    datum: 2024-02-01\n    rolle: empfehlung\n",
            "    ergebnis: unveraendert\n",
            f"  - gremium: Rat\n    datum: 2024-02-15\n    rolle: {rolle}\n",
            f"    ergebnis: {ergebnis}\n" if ergebnis else "",
            "beschlusspunkte:\n  - nummer: 1\n    text: Wie vorgelegt.\n",
            f"    ergebnis: {punkt}\n" if punkt else "",
            "    betrifft:\n" if betrifft else "",
            *(f"      - kennung: {name}\n" for name in betrifft),
            f"aendert: [{aendert}]\n" if aendert else "",
        ]
    )


DATEIEN = {
    "zielvereinbarung.yaml": ZV,
    "massnahmen/M-1.1.2.yaml": M2,
    "massnahmen/M-1.1.3.yaml": ERGAENZT,
    "jahresberichte/2024.yaml": J,
    "beschluesse/B-2024-01.yaml": beschluss("ZV-2024"),
}
#: with an office that leads the project, so that it is clear who is in charge of a paper
LEITUNG = (MINIMAL / "audit.yaml").read_text(encoding="utf-8") + (
    "rollen:\n  projektleitung:\n    - funktion: Projektleitung\n      organisationseinheit: OE-51\n"
)
#: what a paper can be made of
PAPIER = DATEIEN | {"audit.yaml": LEITUNG}

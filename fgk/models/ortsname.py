"""How a place stands in a sentence: with its article, where its name says what kind of place it is."""

from fgk.models.audit import Ort

#: "Neustadt" and "Neumarkt" are names; only a word before the official name, or a whole one, is a kind of place
_ENDUNGEN = {"stadt": "Die", "gemeinde": "Die", "region": "Die", "markt": "Der", "flecken": "Der"}
_WORTE = {
    "stadt": "Die", "gemeinde": "Die", "samtgemeinde": "Die", "verbandsgemeinde": "Die", "städteregion": "Die",
    "region": "Die", "kreis": "Der", "landkreis": "Der", "bezirk": "Der", "verband": "Der", "markt": "Der",
    "flecken": "Der", "amt": "Das", "quartier": "Das",
}  # fmt: skip


def druckname(ort: Ort) -> str:
    """Return the place as documents print it: a Quartier says that it is one, unless its own name for itself stands."""
    name = ort.anzeigename
    ist_nackt = ort.art == "quartier" and not ort.bezeichnung and "quartier" not in name.casefold()
    return f"Quartier {name}" if ist_nackt else name


def mit_artikel(ort: Ort) -> str:
    """Return the place as a sentence begins: "Der Kreis Wiesengrund", "Die Kupferstadt Stolberg", "Lindenfurt"."""
    name = druckname(ort)
    artikel = _artikel(ort, name)
    return f"{artikel} {name}" if artikel else name


def verleiht(ort: Ort) -> str:
    """Return how a sentence gives the place something, up to its name: "verleiht dem" Kreis Wiesengrund."""
    artikel = {"Die": "der", "Der": "dem", "Das": "dem"}.get(_artikel(ort, druckname(ort)))
    return f"verleiht {artikel}" if artikel else "verleiht"


def _artikel(ort: Ort, name: str) -> str:
    erstes = name.split(maxsplit=1)[0].casefold()
    if erstes in _WORTE and " " in name:
        return _WORTE[erstes]
    if ort.art == "kreis" and name.casefold().endswith("kreis"):
        return "Der"
    davor = name.removesuffix(ort.name).strip().casefold() if name != ort.name else ""
    return next((artikel for endung, artikel in _ENDUNGEN.items() if davor.endswith(endung)), "")

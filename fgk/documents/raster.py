"""Pictures as PNG for Word and OpenDocument; Typst draws them, with our fonts and no others."""

from functools import lru_cache

from fgk.bild import Bild, BildError
from fgk.documents.pdf import compiler

_BLATT = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: ("Source Sans 3", "DejaVu Sans Mono"))
#image(bytes(sys.inputs.svg), format: "svg", width: {breite}pt)
"""


@lru_cache(maxsize=64)
def png_of(bild: Bild, breite_cm: float, ppi: int = 200) -> bytes:
    """Return a picture as PNG that is sharp at this width on paper."""
    quelle = _BLATT.format(breite=round(breite_cm / 2.54 * 72, 2))
    try:
        ergebnis = compiler().compile(quelle.encode(), format="png", ppi=ppi, sys_inputs={"svg": bild.svg})
    except BaseException as error:
        # a panic of the typesetter passes by "except Exception" and would end the program without a word
        if type(error).__name__ == "PanicException":
            raise BildError("Das Bild lässt sich nicht zeichnen.") from error
        raise
    if not isinstance(ergebnis, bytes):
        raise TypeError("typst returned no single picture")
    return ergebnis


def groesse(bild: Bild, breite_cm: float, hoehe_cm: float) -> tuple[float, float]:
    """Return width and height in cm so that a picture fits."""
    faktor = min(breite_cm / bild.pixel[0], hoehe_cm / bild.pixel[1])
    return bild.pixel[0] * faktor, bild.pixel[1] * faktor

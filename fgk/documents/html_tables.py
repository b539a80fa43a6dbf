"""Tables -> HTML: captions, columns, and what a phone needs to set them row by row."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from fgk.documents.inhalt import Tabelle, Zeile, text_of
from fgk.documents.tabelle import EINZEILIG

_SEITEN = {"left": Markup(), "right": Markup(' class="rechts"'), "center": Markup(' class="mitte"')}
_ENG, _LANG = Markup(' class="eng"'), Markup(' class="lang"')
_LANGES_WORT = 30
#: columns that a phone has room for
_SCHMAL = 2


def write_table(tabelle: Tabelle, nummer: int, zeile: Callable[[Zeile], Markup]) -> Markup:
    """Return a table with its caption; ``zeile`` writes the runs of a cell."""
    ist_text = 2 * tabelle.ausrichtung.count("right") < len(tabelle.kopf) > _SCHMAL
    # on a phone, tables of texts are set row by row, each cell with the name of its column; others keep their columns
    namen = [
        Markup(' data-spalte="{}"').format(text_of(titel)) if ist_text else Markup() for titel in tabelle.kopf
    ]
    kopf = (
        Markup('<th scope="col"{}>{}</th>').format(_SEITEN[seite], zeile(titel))
        for titel, seite in zip(tabelle.kopf, tabelle.ausrichtung, strict=True)
    )
    klassen = list(map(_klasse, tabelle.ausrichtung, zip(*tabelle.zeilen, strict=True)))
    # what is wider than the screen is scrolled, with the keyboard too, so it has a name
    return Markup(
        '<div class="tafel" role="region" aria-labelledby="t{nummer}" tabindex="0">\n<table class="{art}">\n'
        '<caption id="t{nummer}"><strong>Tabelle {nummer}:</strong> {titel}</caption>\n'
        "<thead>\n<tr>{kopf}</tr>\n</thead>\n<tbody>\n{rumpf}\n</tbody>\n</table>\n</div>"
    ).format(
        nummer=nummer,
        art="texte" if ist_text else "zahlen",
        titel=zeile(tabelle.titel),
        kopf=Markup().join(kopf),
        rumpf=Markup("\n").join(_reihe(zellen, klassen, namen, zeile) for zellen in tabelle.zeilen),
    )


def _reihe(
    zellen: Sequence[Zeile],
    klassen: Sequence[Markup],
    namen: Sequence[Markup],
    zeile: Callable[[Zeile], Markup],
) -> Markup:
    teile = (
        Markup("<td{}{}>{}</td>").format(klasse, name if zelle else "", zeile(zelle))
        for zelle, klasse, name in zip(zellen, klassen, namen, strict=True)
    )
    return Markup("<tr>{}</tr>").format(Markup().join(teile))


def _klasse(seite: str, zellen: Sequence[Zeile]) -> Markup:
    """Return the class of a column's cells: numbers, dates and short words do not wrap, very long words break."""
    if seite != "left":
        return _SEITEN[seite]
    texte = [text_of(zelle) for zelle in zellen]
    if all(len(teil) <= EINZEILIG for text in texte for teil in text.split("\n")):
        return _ENG
    return _LANG if any(len(wort) > _LANGES_WORT for text in texte for wort in text.split()) else Markup()

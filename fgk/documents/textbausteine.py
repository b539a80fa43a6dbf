"""A paper in plain text, a block a field of a session system: to be copied into its forms.

No signs of Markdown, and no line is broken that the text does not break: forms wrap by themselves.
"""

from collections.abc import Iterable, Iterator

from fgk.documents.dokument import Dokument
from fgk.documents.inhalt import (
    Absatz,
    Block,
    Bloecke,
    Hinweis,
    Lauf,
    Liste,
    Tabelle,
    Ueberschrift,
    Unterschriften,
    Zeile,
    lies,
)

#: how session systems ask for them; what a municipality's own template adds comes behind
FOLGE = (
    "Beschlussvorschlag", "Sachverhalt", "Finanzielle Auswirkungen", "Anlagen", "Beratungsfolge", "Prüfzeichen",
)  # fmt: skip
#: a table that is wider becomes a list; in a form with another typeface columns would not stand below each other
_BREITE = 76
_LUECKE = "   "
#: heads what is said of the word before it
_INHALT = "Inhalt"


def textbausteine(dokument: Dokument) -> str:
    """Return a paper as blocks with a line above each that says what it is; ends of lines are LF."""
    kopf = dokument.kopf
    bausteine: dict[str, str] = {"Hinweis": "\n".join(kopf.hinweise), "Betreff": kopf.untertitel}
    abschnitte = _abschnitte(lies(dokument.koerper))
    bausteine |= {titel: abschnitte.pop(titel) for titel in FOLGE if titel in abschnitte}
    bausteine |= abschnitte
    return "\n\n".join(f"══ {titel} ══\n\n{text}" for titel, text in bausteine.items() if text) + "\n"


def _abschnitte(bloecke: Bloecke) -> dict[str, str]:
    """Return the parts of a document by their headings."""
    gefunden: dict[str, list[Block]] = {}
    titel = ""
    for block in bloecke:
        if isinstance(block, Ueberschrift) and block.ebene == 1:
            titel = _text(block.zeile)
        else:
            gefunden.setdefault(titel, []).append(block)
    return {titel: "\n\n".join(_bloecke(teil)) for titel, teil in gefunden.items()}


def _bloecke(bloecke: Iterable[Block]) -> Iterator[str]:
    """Yield each block as lines of text; diagrams have none, and their numbers stand in a table beside them."""
    for block in bloecke:
        match block:
            case Ueberschrift(zeile=zeile) | Absatz(zeile=zeile):
                yield _text(zeile)
            case Liste():
                yield "\n".join(_liste(block))
            case Tabelle():
                yield "\n".join(_tabelle(block))
            case Hinweis(bloecke=innen):
                yield from _bloecke(innen)
            case Unterschriften(felder=felder):
                yield "\n".join(f"{_text(f.name)}: {'_' * 30}" for f in felder)


def _liste(liste: Liste) -> Iterator[str]:
    for nummer, eintrag in enumerate(liste.eintraege, start=liste.beginn):
        zeichen = f"{nummer}. " if liste.ist_nummeriert else "– "
        text = ("\n" if liste.ist_eng else "\n\n").join(_bloecke(eintrag))
        yield zeichen + text.replace("\n", "\n" + " " * len(zeichen))


def _tabelle(tabelle: Tabelle) -> Iterator[str]:
    if tabelle.titel:
        yield f"{_text(tabelle.titel)}:"
    kopf, *zeilen = [[_zelle(zelle) for zelle in zeile] for zeile in (tabelle.kopf, *tabelle.zeilen)]
    breiten = [max(len(zeile[i]) for zeile in [kopf, *zeilen]) for i in range(len(kopf))]
    if sum(breiten) + len(_LUECKE) * (len(breiten) - 1) <= _BREITE:
        for zeile in [kopf, *zeilen]:
            ausgerichtet = map(_ausgerichtet, zeile, breiten, tabelle.ausrichtung)
            yield _LUECKE.join(ausgerichtet).rstrip()
        return
    for zeile in zeilen:
        erste, *rest = [(k, z) for k, z in zip(kopf, zeile, strict=True) if z and z != "–"] or [("", "–")]
        if kopf[1:] == [_INHALT] and rest:
            yield f"– {erste[1]}: {rest[0][1]}"
        else:
            yield "– " + "; ".join([erste[1], *(f"{name}: {wert}" for name, wert in rest)])


def _ausgerichtet(text: str, breite: int, ausrichtung: str) -> str:
    return text.rjust(breite) if ausrichtung == "right" else text.ljust(breite)


def _zelle(zeile: Zeile) -> str:
    return ", ".join(filter(None, map(str.strip, _text(zeile).split("\n"))))


def _text(zeile: Zeile) -> str:
    """Return runs as text: without soft hyphens, with addresses and notes in brackets."""
    return "".join(_lauf(lauf) for lauf in zeile).replace("\u00ad", "").strip()


def _lauf(lauf: Lauf) -> str:
    if lauf.note:
        return f" ({_text(lauf.note)})"
    return f"{lauf.text} ({lauf.ziel})" if lauf.ziel and lauf.ziel != lauf.text else lauf.text

"""Document -> one HTML file that stands alone: style inside, no script, nothing loaded from anywhere."""

import base64
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import count

from markupsafe import Markup, escape

from fgk import resources
from fgk.bild import Bild
from fgk.documents.dokument import Dokument, Gestalt, Kopf
from fgk.documents.html_tables import write_table
from fgk.documents.inhalt import (
    Abbildung,
    Absatz,
    Block,
    Bloecke,
    Hinweis,
    Lauf,
    Liste,
    Tabelle,
    Trenner,
    Ueberschrift,
    Unterschrift,
    Unterschriften,
    Zeile,
    lies,
    text_of,
    verzeichnis,
)
from fgk.documents.schutz import schuetze
from fgk.zeichen import saeubere

_SEITE = Markup("""\
<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{titel}</title>
<style>
{css}</style>
</head>
<body{entwurf}>
<a class="sprung" href="#inhalt">Zum Inhalt springen</a>
<div class="seite">
{kopf}
{verzeichnis}
<main id="inhalt">
{koerper}
</main>
<footer>{fuss}</footer>
</div>
</body>
</html>
""")
_ENDE = Markup("</li>")


def write_html(dokument: Dokument) -> bytes:
    """Return the page as UTF-8."""
    kopf = dokument.kopf
    bloecke = lies(dokument.koerper)
    fuss = [kopf.kolumnentitel, kopf.fusszeile]
    return _SEITE.format(
        titel=_text(f"{kopf.titel} – {kopf.ort}"),
        css=_css() + (_css("urkunde.css") if kopf.ist_urkunde else "") + _farben(dokument.gestalt),
        entwurf=Markup(' class="entwurf" data-vermerk="{}"').format(kopf.vermerk) if kopf.vermerk else "",
        kopf=_kopf(kopf, dokument.gestalt),
        verzeichnis=Markup() if kopf.ist_kurz else _verzeichnis(bloecke),
        koerper=_Schreiber(dokument.bilder).koerper(bloecke),
        fuss=Markup(" · ").join(_text(teil) for teil in fuss if teil),
    ).encode()


@cache
def _css(name: str = "dokument.css") -> Markup:
    """Return a style sheet of ours; what users wrote never gets into it."""
    return Markup((resources.folder("templates") / "html" / name).read_text(encoding="utf-8"))  # noqa: S704


def _text(text: str) -> Markup:
    return escape(schuetze(saeubere(text)))


def _zeilen(text: str) -> Markup:
    return Markup("<br>").join(map(_text, text.split("\n")))


def _join(teile: Iterable[Markup]) -> Markup:
    return Markup("\n").join(teile)


# Cover and contents


def _farben(gestalt: Gestalt) -> Markup:
    """Return the municipality's colour and typeface for the style sheet; both are of a checked form."""
    regeln = Markup(":root {{ --akzent: {}; }}\n").format(gestalt.farbe) if gestalt.farbe else Markup()
    if gestalt.schrift and re.fullmatch(r"[\w .-]+", gestalt.schrift):
        regeln += Markup("body {{ font-family: '{}', Arial, sans-serif; }}\n").format(gestalt.schrift)
    return regeln


def _bild(bild: Bild | None, klasse: str) -> list[Markup]:
    if bild is None:
        return []
    daten = base64.b64encode(bild.svg.encode()).decode()
    marke = Markup('<img class="{}" alt="{}" src="data:image/svg+xml;base64,{}">')
    return [marke.format(klasse, _text(bild.alt), daten)]


def _kopf(kopf: Kopf, gestalt: Gestalt) -> Markup:
    teile = _bild(gestalt.logo, "logo")
    if gestalt.absender:
        teile.append(Markup('<p class="absender">{}</p>').format(_zeilen("\n".join(gestalt.absender))))
    if not kopf.ist_urkunde:  # there it stands in the text
        teile.append(Markup('<p class="ort">{}</p>').format(_text(kopf.ort)))
    teile += [
        Markup("<h1>{}</h1>").format(_text(kopf.titel)),
    ]
    if kopf.untertitel:
        teile.append(Markup('<p class="untertitel">{}</p>').format(_text(kopf.untertitel)))
    if kopf.vermerk:
        teile.append(Markup('<p class="vermerk">{}</p>').format(_text(kopf.vermerk)))
    angaben = [Markup("<dt>{}</dt><dd>{}</dd>").format(_text(n), _zeilen(wert)) for n, wert in kopf.angaben]
    if angaben:
        teile.append(Markup('<dl class="angaben">{}</dl>').format(_join(angaben)))
    teile += _bild(gestalt.signet, "signet")
    teile += [Markup('<p class="hinweis">{}</p>').format(_text(satz)) for satz in kopf.hinweise]
    return Markup("<header>\n{}\n</header>").format(_join(teile))


def _verzeichnis(bloecke: Bloecke) -> Markup:
    """List the headings of two levels; their numbers are those that ``_Schreiber`` gives them."""
    teile: list[Markup] = []
    tiefe = 0
    for nummer, block in verzeichnis(bloecke):
        if block.ebene > tiefe:
            teile.append(Markup("<ol>"))
        else:
            teile.append(_ENDE + Markup("</ol>") + _ENDE if block.ebene < tiefe else _ENDE)
        tiefe = block.ebene
        teile.append(Markup('<li><a href="#a{}">{}</a>').format(nummer, _text(text_of(block.zeile))))
    if not teile:
        return Markup()
    teile.append((_ENDE + Markup("</ol>")) * tiefe)
    return Markup('<nav aria-labelledby="verzeichnis">\n<h2 id="verzeichnis">Inhalt</h2>\n{}\n</nav>').format(
        _join(teile)
    )


# Body


class _Schreiber:
    """Writes blocks, and counts headings and tables on the way."""

    def __init__(self, bilder: Mapping[str, Bild]) -> None:
        self._bilder = bilder
        self._titel = count(1)
        self._tafeln = count(1)
        self._abbildungen = count(1)
        self._noten: list[Markup] = []

    def koerper(self, bloecke: Bloecke) -> Markup:
        """Return all blocks, and below them the footnotes."""
        text = self.bloecke(bloecke)
        if not self._noten:
            return text
        return text + Markup(
            '\n<section class="noten" aria-labelledby="noten">\n<h2 id="noten">Fußnoten</h2>\n<ol>\n{}\n</ol>\n</section>'
        ).format(_join(self._noten))

    def bloecke(self, bloecke: Bloecke) -> Markup:
        return _join(map(self._block, bloecke))

    def _block(self, block: Block) -> Markup:
        match block:
            case Ueberschrift(ebene, zeile):
                h = f"h{ebene + 1}"
                return Markup('<{h} id="a{}">{}</{h}>').format(next(self._titel), self._zeile(zeile), h=h)
            case Absatz(zeile):
                return Markup("<p>{}</p>").format(self._zeile(zeile))
            case Liste():
                return self._liste(block)
            case Tabelle():
                return write_table(block, next(self._tafeln), self._zeile)
            case Hinweis(bloecke):
                return Markup('<div class="hinweis">\n{}\n</div>').format(self.bloecke(bloecke))
            case Trenner():
                return Markup("<hr>")
            case Abbildung(name, titel):
                # what is wider than the screen is scrolled, with the keyboard too, so it has a name
                return Markup(
                    '<figure>\n<div class="rahmen" role="region" aria-labelledby="b{nummer}" tabindex="0">{bild}</div>\n'
                    '<figcaption id="b{nummer}"><strong>Abbildung {nummer}:</strong> {titel}</figcaption>\n</figure>'
                ).format(
                    nummer=next(self._abbildungen),
                    bild=_join(_bild(self._bilder[name], "schaubild")),
                    titel=self._zeile(titel),
                )
            case Unterschriften(felder):
                return Markup('<div class="unterschriften">\n{}\n</div>').format(
                    _join(map(self._unterschrift, felder))
                )

    def _liste(self, liste: Liste) -> Markup:
        marke = "ol" if liste.ist_nummeriert else "ul"
        beginn = (
            Markup(' start="{}"').format(liste.beginn) if liste.ist_nummeriert and liste.beginn != 1 else ""
        )
        eintraege = (Markup("<li>{}</li>").format(self._eintrag(e, liste.ist_eng)) for e in liste.eintraege)
        return Markup("<{m}{}>\n{}\n</{m}>").format(beginn, _join(eintraege), m=marke)

    def _eintrag(self, bloecke: Bloecke, ist_eng: bool) -> Markup:
        """In a tight list a paragraph has no space of its own around it."""
        return _join(
            self._zeile(block.zeile) if ist_eng and isinstance(block, Absatz) else self._block(block)
            for block in bloecke
        )

    def _unterschrift(self, feld: Unterschrift) -> Markup:
        funktion = Markup("<p>{}</p>").format(self._zeile(feld.funktion)) if feld.funktion else ""
        return Markup(
            '<div><p class="ort">{}</p><div class="strich"></div><p><strong>{}</strong></p>{}</div>'
        ).format(self._zeile(feld.ort), self._zeile(feld.name), funktion)

    def _zeile(self, zeile: Zeile) -> Markup:
        return Markup().join(self._note(lauf.note) if lauf.note else _lauf(lauf) for lauf in zeile)

    def _note(self, note: Zeile) -> Markup:
        """Return the sign of a footnote, and keep its text for the end of the page."""
        n = len(self._noten) + 1
        self._noten.append(
            Markup(
                '<li id="n{n}">{} <a href="#r{n}" aria-label="zurück zum Text von Fußnote {n}">↑</a></li>'
            ).format(self._zeile(note), n=n)
        )
        return Markup('<sup><a id="r{n}" href="#n{n}" aria-label="Fußnote {n}">{n}</a></sup>').format(n=n)


def _lauf(lauf: Lauf) -> Markup:
    text = _zeilen(lauf.text)
    if lauf.kursiv:
        text = Markup("<em>{}</em>").format(text)
    if lauf.fett:
        text = Markup("<strong>{}</strong>").format(text)
    return Markup('<a href="{}">{}</a>').format(lauf.ziel, text) if lauf.ziel else text

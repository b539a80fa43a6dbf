"""The lists of a Kurzfassung: what may be listed, and what of it has room."""

from collections.abc import Iterable, Iterator

from fgk.documents.berichtslage import Berichtslage
from fgk.documents.kurzpunkte import abweichungen, nummer_und_titel, offene_vorbehalte, ueberfaellige
from fgk.documents.platz import Auswahl, gekuerzt, waehle_aus
from fgk.documents.schaubilder import FOLGE
from fgk.models.jahresbericht import Selbstevaluation
from fgk.models.stand import STATUS

#: lines of a heading with the room around it
_UEBERSCHRIFT = 2.4


def punkte(lage: Berichtslage, platz: float) -> list[tuple[str, Auswahl]]:
    """Return the lists that have entries, each with what has room of it."""
    listen = [(titel, [gekuerzt(text, laenge) for text in texte]) for titel, laenge, texte in _listen(lage)]
    listen = [(titel, texte) for titel, texte in listen if texte]
    auswahl = waehle_aus([texte for _, texte in listen], platz - _UEBERSCHRIFT * (len(listen) + 3))
    return [(titel, gewaehlt) for (titel, _), gewaehlt in zip(listen, auswahl, strict=True)]


def _listen(lage: Berichtslage) -> Iterator[tuple[str, int, Iterable[str]]]:
    """Yield title, longest entry and entries of all that may be listed, in their order."""
    bericht, selbst = lage.bericht, lage.bericht.selbstevaluation or Selbstevaluation()
    yield "Was sich verändert hat", 170, [*_wechsel(lage), *_neu(lage)]
    yield "Was besonders gelungen ist", 200, selbst.hoehepunkte
    yield "Was schwierig war", 200, selbst.schwierigkeiten
    yield "Was überfällig ist", 190, ueberfaellige(lage)
    yield (
        "Was anders kommt als vereinbart oder noch zu entscheiden ist",
        230,
        [
            *abweichungen(lage),
            *offene_vorbehalte(lage),
        ],
    )
    yield "Nächste Schritte", 200, selbst.naechste_schritte or filter(None, [bericht.ausblick])


def _wechsel(lage: Berichtslage) -> Iterator[str]:
    for w in sorted(lage.wechsel, key=lambda w: FOLGE.index(w.nachher)):  # what is done comes first
        titel = nummer_und_titel(w.massnahme)
        yield f"{titel}: {STATUS[w.nachher]} (vorher {STATUS[w.vorher]})"


def _neu(lage: Berichtslage) -> Iterator[str]:
    for massnahme in lage.neu:
        yield f"{nummer_und_titel(massnahme)}: neu im Bericht"

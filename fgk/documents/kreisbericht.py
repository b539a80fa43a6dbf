"""The Kreisbericht as a document: a year of a Kreis together with its member municipalities.

Municipalities stand in the order in which the Akte lists them and are never ranked.
"""

from collections.abc import Iterator
from typing import NamedTuple

from fgk.documents import berichtswahl
from fgk.documents.berichtslage import Berichtslage
from fgk.documents.berichtswahl import alle, bericht_von, waehle
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.jahresbericht import angaben
from fgk.documents.mitglieder import Mitgliedszeile, beitraege, mitgliedszeilen
from fgk.documents.nachbarakte import Nachbarstand, nachbarstand
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.werk import Werk
from fgk.models.jahresbericht import Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.sources import AKTE_FILE
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.beschlusslage import annahme

__all__ = ["alle", "baue", "fehlt", "waehle"]


class Gemeindeteil(NamedTuple):
    """All that the report says of one member."""

    zeile: Mitgliedszeile
    stand: Nachbarstand
    massnahmen: list[tuple[Massnahme, Massnahmenbericht | None]]
    beitrag: str


def fehlt(sicht: Sicht, jahr: str | None) -> Iterator[Fehlend]:
    """Yield what makes it a report of the Kreis with its municipalities and is not there."""
    yield from berichtswahl.fehlt(sicht, jahr)
    if not sicht.audit.mitglieder:
        yield Fehlend(AKTE_FILE, "mitglieder", "die teilnehmenden Gemeinden")


def baue(sicht: Sicht, jahr: str | None) -> Dokument:
    """Return the report of ``jahr``; a draft is made without one, too."""
    bericht = bericht_von(sicht, jahr)
    lage = Berichtslage.aus(sicht, bericht)
    gemeinden = list(_gemeinden(sicht, lage))
    kenntnisnahme = annahme(sicht.akte, bericht.kennung, sicht.stichtag)
    bilder = dict(lage.statusbilder())
    koerper = fuelle(
        "kreisbericht.md.j2",
        sicht,
        bilder=bilder,
        bericht=bericht,
        gemeinden=gemeinden,
        weitere=[
            b for b in beitraege(sicht, bericht) if b.name not in {g.zeile.mitglied.name for g in gemeinden}
        ],
        eintraege=lage.eintraege,
        ohne_gemeinde=[m for m in lage.massnahmen if not any(m in g.zeile.massnahmen for g in gemeinden)],
        quellen=list(dict.fromkeys((*bericht.quellen, *sicht.audit.quellen))),
        **lage.zahlen,
    )
    fremde = [datensatz for gemeinde in gemeinden for datensatz in gemeinde.stand.gezeigt]
    kopf = sicht.kopf(
        f"Kreisbericht {jahr_in_worten(bericht)}",
        f"zur Umsetzung {Werk(sicht.verfahren.ergebnisdokument).des} im Kreis und in seinen Gemeinden",
        [*angaben(sicht, bericht, kenntnisnahme), ("Gemeinden", str(len(gemeinden) or "noch keine"))],
        [bericht, sicht.vereinbarung, *lage.massnahmen, *fremde],
    )
    return Dokument(kopf, koerper, bilder)


def _gemeinden(sicht: Sicht, lage: Berichtslage) -> Iterator[Gemeindeteil]:
    texte = {eintrag.ags: eintrag.text for eintrag in lage.bericht.mitglieder}
    for zeile in mitgliedszeilen(sicht):
        yield Gemeindeteil(
            zeile,
            nachbarstand(sicht, zeile.mitglied.akte),
            [(massnahme, lage.eintraege.get(massnahme.kennung)) for massnahme in zeile.massnahmen],
            texte.get(zeile.mitglied.ags, ""),
        )

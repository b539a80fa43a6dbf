"""Papers for a council: what it decides on or takes note of, and the Prüfzeichen of what it saw."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fgk.akte import Record
from fgk.documents.dokument import Dokument
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.vorlagen import werte
from fgk.documents.vorlagen.auswahl import alle, waehle, waehle_mitteilung
from fgk.documents.vorlagen.bezeichnung import bezeichnung
from fgk.documents.vorlagen.luecken import federfuehrung, fehlt
from fgk.documents.vorlagen.teilnahme import vertrag_zu
from fgk.errors import FgkError
from fgk.festlegung.festlegung import lege_fest
from fgk.festlegung.profil import FELDER, SPAETER
from fgk.festlegung.umfang import in_worten, nur_zur_kenntnis, umfang
from fgk.models.arten import art_namens
from fgk.models.base import Datensatz
from fgk.models.beschluss import Beschluss, Vorlage
from fgk.models.felder import title_of
from fgk.stand.rueckblick import beschluss_am

__all__ = ["alle", "baue", "fehlt", "waehle", "waehle_mitteilung"]


@dataclass(frozen=True, slots=True)
class Inhaltszeichen:
    """The Prüfzeichen of what a paper is about: what it covers, and which fields of each kind."""

    zeichen: str
    umfang: list[str]
    felder: list[tuple[str, list[str]]]
    ist_kenntnisnahme: bool


def baue(sicht: Sicht, kennung: str | None) -> Dokument:
    """Return the paper for a decision; raises ``FgkError`` where it is not on file."""
    beschluss = _beschluss(sicht, kennung)
    vorlage = beschluss.vorlage or Vorlage()
    name = bezeichnung(sicht, beschluss)
    inhaltswerte = werte(sicht, beschluss)
    gezeigt: list[Datensatz] = [record.modell for record in umfang(sicht.akte, beschluss)]
    gezeigt += filter(None, [vertrag_zu(sicht, beschluss)])
    kopf = sicht.kopf(
        name, beschluss.titel, _angaben(sicht, beschluss, vorlage), [beschluss, *gezeigt], ist_kurz=True
    )
    inhalt = None if sicht.ist_entwurf else _inhaltszeichen(sicht, beschluss)
    koerper = fuelle(
        "beschlussvorlage.md.j2",
        sicht,
        bezeichnung=name,
        beschluss=beschluss,
        vorlage=vorlage,
        hat_ergebnis=any(beratung.ergebnis for beratung in beschluss.beratungen),
        vorbehalte=list(_vorbehalte(beschluss)),
        inhalt=inhalt,
        ist_leer=not umfang(sicht.akte, beschluss),
        **inhaltswerte,
    )
    return Dokument(kopf, koerper, pruefzeichen=inhalt.zeichen if inhalt else "")


def _angaben(sicht: Sicht, beschluss: Beschluss, vorlage: Vorlage) -> list[tuple[str, str]]:
    """Return the lines of the head; what is empty is left out."""
    return [
        ("Vorlage Nr.", vorlage.nummer or "noch nicht vergeben"),
        ("Aktenzeichen", vorlage.aktenzeichen or ""),
        ("Datum", sicht.am(vorlage.datum)),
        ("Federführung", federfuehrung(sicht, beschluss) or "noch nicht eingetragen"),
        ("Beteiligt", ", ".join(sicht.stelle(stelle) for stelle in vorlage.beteiligte)),
        ("Ändert", ", ".join(beschluss.aendert)),
        ("Behandlung", _oeffentlichkeit(beschluss)),
        ("Beschluss in der Akte", beschluss.kennung),
    ]


def _beschluss(sicht: Sicht, kennung: str | None) -> Beschluss:
    beschluss = sicht.beschluss(kennung)
    if beschluss is None:
        vorhanden = ", ".join(record.modell.kennung for record in sicht.akte.alle(Beschluss))
        raise FgkError(
            f"Die Akte hat keinen (fehlerfreien) Beschluss „{kennung}“.",
            f"Es gibt: {vorhanden}." if vorhanden else "Legen Sie ihn im Ordner „beschluesse“ an.",
        )
    beschluss = beschluss_am(beschluss, sicht.stichtag)
    if beschluss.entscheidung is not None:
        return beschluss
    # a point that was rejected later was still part of the paper
    offen = (punkt.model_copy(update={"ergebnis": None}) for punkt in beschluss.beschlusspunkte)
    return beschluss.model_copy(update={"beschlusspunkte": tuple(offen)})


def _oeffentlichkeit(beschluss: Beschluss) -> str:
    arten = {beratung.ist_oeffentlich for beratung in beschluss.beratungen}
    if len(arten) > 1:
        return "teils öffentlich, teils nichtöffentlich"
    return "öffentlich" if arten == {True} else "nichtöffentlich"


def _vorbehalte(beschluss: Beschluss) -> Iterator[object]:
    for punkt in beschluss.beschlusspunkte:
        yield from punkt.vorbehalte


def _inhaltszeichen(sicht: Sicht, beschluss: Beschluss) -> Inhaltszeichen | None:
    records = umfang(sicht.akte, beschluss)
    if not records:
        return None
    arten = dict.fromkeys(record.art.name for record in records)
    return Inhaltszeichen(
        lege_fest(sicht.akte, beschluss).pruefzeichen,
        in_worten(records),
        [(art_namens(art).titel, list(_titel(art, _felder(art, records)))) for art in arten],
        len(nur_zur_kenntnis(sicht.akte, beschluss)) == len(records),
    )


def _felder(art: str, records: Iterable[Record[Datensatz]]) -> Iterator[str]:
    """Yield the fields that the Prüfzeichen covers; those that came later where a record has them."""
    daten = [record.data for record in records if record.art.name == art]
    yield from FELDER[art]
    yield from (feld for feld in SPAETER.get(art, ()) if any(feld in data for data in daten))


def _titel(art: str, felder: Iterable[str]) -> Iterator[str]:
    for feld in felder:
        if feld == "von":
            yield "Zeitraum"
        elif feld != "bis":
            yield title_of(art_namens(art).modell, (feld,))

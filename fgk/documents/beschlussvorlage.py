"""The Beschlussvorlage as a document: what a council decides on, and the Prüfzeichen of what it saw."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fgk.akte import Akte
from fgk.documents.dokument import Dokument
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.errors import FgkError, NotYetError
from fgk.festlegung.festlegung import lege_fest
from fgk.festlegung.profil import FELDER
from fgk.festlegung.umfang import (
    betrifft_vereinbarung,
    in_worten,
    nur_zur_kenntnis,
    umfang,
    vorlagen_zur_vereinbarung,
)
from fgk.models.arten import art_namens
from fgk.models.beschluss import Beschluss, Vorlage
from fgk.models.felder import title_of
from fgk.stand.rueckblick import beschluss_am

_OFFEN = "noch nicht eingetragen"


@dataclass(frozen=True, slots=True)
class Inhaltszeichen:
    """The Prüfzeichen of what a paper is about: what it covers, and which fields of each kind."""

    zeichen: str
    umfang: list[str]
    felder: list[tuple[str, list[str]]]
    ist_kenntnisnahme: bool


def waehle(sicht: Sicht, kennung: str | None) -> str:
    """Return the Kennung of the decision that the paper is for.

    Without one it is the decision on the Zielvereinbarung; of several the one that is not yet taken.
    """
    if kennung is not None:
        return kennung
    passend = vorlagen_zur_vereinbarung(sicht.akte)
    if not passend:
        raise NotYetError(
            "Die Akte hat noch keinen Beschluss zur Zielvereinbarung.",
            "Legen Sie ihn im Ordner „beschluesse“ an, mit „betrifft:“ und der Kennung der Zielvereinbarung, oder nennen "
            "Sie mit --beschluss einen anderen.",
        )
    offen = [b for b in passend if beschluss_am(b, sicht.stichtag).entscheidung is None]
    if len(passend) > 1 and len(offen) != 1:
        kennungen = ", ".join(b.kennung for b in passend)
        raise FgkError(
            f"Die Zielvereinbarung betreffen mehrere Beschlüsse: {kennungen}.",
            "Nennen Sie mit --beschluss, zu welchem die Vorlage gehört.",
        )
    return (offen or passend)[0].kennung


def baue(sicht: Sicht, kennung: str | None) -> Dokument:
    """Return the paper for a decision; raises ``FgkError`` where it is not on file."""
    beschluss = _beschluss(sicht, kennung)
    vorlage = beschluss.vorlage or Vorlage()
    bezeichnung = vorlage.bezeichnung or "Beschlussvorlage"
    angaben = [
        ("Vorlage Nr.", vorlage.nummer or _OFFEN),
        ("Aktenzeichen", vorlage.aktenzeichen or _OFFEN),
        ("Datum", sicht.am(vorlage.datum) or _OFFEN),
        ("Federführung", sicht.stelle(vorlage.federfuehrung) or _OFFEN),
        ("Beteiligt", ", ".join(sicht.stelle(stelle) for stelle in vorlage.beteiligte)),
        ("Ändert", ", ".join(beschluss.aendert)),
        ("Behandlung", _oeffentlichkeit(beschluss)),
        ("Beschluss in der Akte", beschluss.kennung),
    ]
    records = umfang(sicht.akte, beschluss)
    kopf = sicht.kopf(
        bezeichnung,
        beschluss.titel,
        angaben,
        [beschluss, *(record.modell for record in records)],
        ist_kurz=True,
    )
    ist_zur_vereinbarung = betrifft_vereinbarung(sicht.akte, beschluss)
    # later added ones are not part of what is decided
    ziele = {
        feld.kennung: sum(gruppe.ziel.herkunft == "vereinbart" for gruppe in feld.ziele)
        for feld in sicht.felder
    }
    inhalt = None if sicht.ist_entwurf else _inhaltszeichen(sicht, beschluss)
    koerper = fuelle(
        "beschlussvorlage.md.j2",
        sicht,
        bezeichnung=bezeichnung,
        beschluss=beschluss,
        vorlage=vorlage,
        hat_ergebnis=any(beratung.ergebnis for beratung in beschluss.beratungen),
        vorbehalte=list(_vorbehalte(beschluss)),
        vereinbarung=sicht.vereinbarung if ist_zur_vereinbarung else None,
        felder=sicht.felder,
        ziele_je_feld=ziele,
        anzahl_ziele=sum(ziele.values()),
        inhalt=inhalt,
        ist_leer=not records,
    )
    return Dokument(kopf, koerper, pruefzeichen=inhalt.zeichen if inhalt else "")


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
        [(art_namens(art).titel, list(_titel(art, FELDER[art]))) for art in arten],
        len(nur_zur_kenntnis(sicht.akte, beschluss)) == len(records),
    )


def _titel(art: str, felder: Iterable[str]) -> Iterator[str]:
    return (title_of(art_namens(art).modell, (feld,)) for feld in felder)


def alle(akte: Akte) -> list[str]:
    """Return the Kennungen of the decisions on the agreement."""
    return [beschluss.kennung for beschluss in vorlagen_zur_vereinbarung(akte)]

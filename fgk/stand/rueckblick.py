"""Records as they stood on a Stichtag: what came later is open, planned, or not there yet.

A document says with which Stichtag it was made; nothing in it may know more than that day.
"""

from datetime import date

from fgk.akte import Akte
from fgk.models.audit import Termin
from fgk.models.base import Vorbehalt
from fgk.models.begutachtung import Begutachtung, Zertifikat
from fgk.models.beschluss import Beratung, Beschluss
from fgk.models.datum import ist_sicher_vor
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel


def beschluss_am(beschluss: Beschluss, stichtag: date) -> Beschluss:
    """Return the decision with later deliberations still open."""
    return beschluss.model_copy(
        update={
            "beratungen": tuple(_beratung_am(beratung, stichtag) for beratung in beschluss.beratungen),
            "beschlusspunkte": tuple(
                punkt.model_copy(update={"vorbehalte": vorbehalte_am(punkt.vorbehalte, stichtag)})
                for punkt in beschluss.beschlusspunkte
            ),
        }
    )


def _beratung_am(beratung: Beratung, stichtag: date) -> Beratung:
    if not ist_sicher_vor(stichtag, beratung.datum):
        return beratung
    offen = {"ergebnis": None, "abstimmung": None, "wortlaut": None, "quellenkonflikt": None}
    return beratung.model_copy(update=offen)


def vorbehalte_am(vorbehalte: tuple[Vorbehalt, ...], stichtag: date) -> tuple[Vorbehalt, ...]:
    """Return reservations that were settled later as still open."""
    return tuple(
        vorbehalt.model_copy(update={"stand": "offen", "stand_am": None})
        if ist_sicher_vor(stichtag, vorbehalt.stand_am)
        else vorbehalt
        for vorbehalt in vorbehalte
    )


def termin_am(termin: Termin, stichtag: date) -> Termin:
    """Return a step that took place later as a planned one."""
    if not ist_sicher_vor(stichtag, termin.datum):
        return termin
    geplant = {"geplant_am": termin.geplant_am or termin.datum, "datum": None, "bis": None}
    return termin.model_copy(
        update=geplant | {"teilnehmende": None, "ergebnis": None, "quellenkonflikt": None}
    )


def ist_da(akte: Akte, ergaenzt: Massnahme | Ziel, stichtag: date) -> bool:
    """Say whether a goal or measure that came after the agreement was there on the Stichtag.

    It is there once its decision is made, or without one when it has begun.
    """
    if ergaenzt.herkunft != "ergaenzt":
        return True
    beschluss = akte.finde(Beschluss, ergaenzt.beschluss)
    entscheidung = beschluss.entscheidung if beschluss else None
    datum = entscheidung.datum if entscheidung else getattr(ergaenzt, "beginn", None)
    return not ist_sicher_vor(stichtag, datum)


def begutachtung_am(begutachtung: Begutachtung, stichtag: date) -> Begutachtung:
    """Return the assessment without what came later: its outcome, its conditions, and the certificate."""
    zertifikat = _zertifikat_am(begutachtung.zertifikat, stichtag)
    auflagen = tuple(
        auflage.model_copy(update={"erfuellt_am": None})
        if ist_sicher_vor(stichtag, auflage.erfuellt_am)
        else auflage
        for auflage in begutachtung.auflagen
    )
    neu: dict[str, object] = {"zertifikat": zertifikat, "auflagen": auflagen}
    if ist_sicher_vor(stichtag, begutachtung.eingereicht_am):
        neu["eingereicht_am"] = None
    # without a day of its own, the outcome is known since the certificate is there
    tag = begutachtung.begutachtet_am
    ist_spaeter = ist_sicher_vor(stichtag, tag) if tag else begutachtung.zertifikat != zertifikat
    if ist_spaeter:
        neu |= {"begutachtet_am": None, "ergebnis": "offen", "auflagen": (), "empfehlungen": ()}
    return begutachtung.model_copy(update=neu)


def _zertifikat_am(zertifikat: Zertifikat | None, stichtag: date) -> Zertifikat | None:
    """Return the certificate as it was known, ``None`` before it was granted and handed over."""
    if zertifikat is None:
        return None
    tage = {"erteilt_am": zertifikat.erteilt_am, "verliehen_am": zertifikat.verliehen_am}
    spaeter = {name: None for name, tag in tage.items() if ist_sicher_vor(stichtag, tag)}
    if spaeter and all(name in spaeter for name, tag in tage.items() if tag is not None):
        return None
    return zertifikat.model_copy(update=spaeter)

"""Which decisions of an Akte a paper can be made for, and which one is meant where nobody says."""

from collections.abc import Sequence

from fgk.akte import Akte
from fgk.documents.sicht import Sicht
from fgk.documents.vorlagen.bezeichnung import ist_mitteilung
from fgk.documents.vorlagen.gremium import mit_artikel
from fgk.documents.werk import Werk
from fgk.errors import FgkError, NotYetError
from fgk.festlegung.umfang import umfang, vorlagen_zur_vereinbarung
from fgk.models.beschluss import Beschluss
from fgk.stand.rueckblick import beschluss_am


def alle(akte: Akte) -> list[str]:
    """Return the Kennungen of all decisions that a paper makes sense for."""
    return [beschluss.kennung for beschluss in _moegliche(akte)]


def waehle(sicht: Sicht, kennung: str | None) -> str:
    """Return the Kennung of the decision that a paper is for.

    Without one it is the decision on the Zielvereinbarung, else another one that is not yet taken; of several the one
    that is not yet taken. Raises ``FgkError`` where that is not clear.
    """
    if kennung is not None:
        return kennung
    zur_vereinbarung = vorlagen_zur_vereinbarung(sicht.akte)
    passend = zur_vereinbarung or _offene(sicht, _moegliche(sicht.akte))
    if not passend:
        raise NotYetError(
            f"Die Akte hat noch keinen Beschluss {Werk(sicht.verfahren.ergebnisdokument).zum} und keinen anderen, "
            "der noch aussteht.",
            "Legen Sie ihn mit „fgk new beschluss“ an, oder nennen Sie mit --beschluss einen anderen.",
        )
    was = (
        f"{mit_artikel(sicht.verfahren.ergebnisdokument).wer} betreffen mehrere Beschlüsse"
        if zur_vereinbarung
        else "Es stehen mehrere Beschlüsse aus"
    )
    return _einer(sicht, passend, was)


def waehle_mitteilung(sicht: Sicht, kennung: str | None) -> str:
    """Return the Kennung of the decision that only takes note; of several the one that is not yet taken, else the last.

    Raises ``FgkError`` for one that decides, and where there is none.
    """
    beschluss = sicht.beschluss(kennung)
    if beschluss is not None and not ist_mitteilung(beschluss):
        raise FgkError(
            f"Über {kennung} wird entschieden, eine Mitteilung genügt dafür nicht.",
            f"Erzeugen Sie die Vorlage mit „fgk render beschlussvorlage --beschluss {kennung}“.",
        )
    if kennung is not None:
        return kennung
    passend = [b for b in _moegliche(sicht.akte) if ist_mitteilung(b)]
    if not passend:
        raise NotYetError(
            "Die Akte hat noch keine Kenntnisnahme eines Jahresberichts.",
            "Legen Sie sie mit „fgk new beschluss --art jahresbericht“ an.",
        )
    return (_offene(sicht, passend) or passend)[-1].kennung


def _einer(sicht: Sicht, passend: Sequence[Beschluss], was: str) -> str:
    offen = _offene(sicht, passend)
    if len(passend) > 1 and len(offen) != 1:
        raise FgkError(
            f"{was}: {', '.join(b.kennung for b in passend)}.",
            "Nennen Sie mit --beschluss, zu welchem die Vorlage gehört.",
        )
    return (offen or passend)[0].kennung


def _offene(sicht: Sicht, beschluesse: Sequence[Beschluss]) -> list[Beschluss]:
    return [b for b in beschluesse if beschluss_am(b, sicht.stichtag).entscheidung is None]


def _moegliche(akte: Akte) -> list[Beschluss]:
    return [record.modell for record in akte.alle(Beschluss) if _lohnt(akte, record.modell)]


def _lohnt(akte: Akte, beschluss: Beschluss) -> bool:
    """Say whether a paper has anything to say: of a decision on something else only what stands in its file."""
    hat_text = beschluss.vorlage is not None and beschluss.vorlage.sachverhalt is not None
    return beschluss.art != "sonstiges" or hat_text or bool(umfang(akte, beschluss))

"""What a new record can refer to: the Kennungen of an Akte and of the catalogues, each with what it is called."""

from collections.abc import Iterable, Mapping

from fgk.akte import Akte
from fgk.katalog import lade_katalog
from fgk.loading.ablagen import verfahren_von
from fgk.models.analyse import Analyse
from fgk.models.beschluss import Beschluss
from fgk.models.beteiligung import Beteiligung
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheiten
from fgk.models.sozialraeume import Sozialraeume
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung

#: kind of reference -> Kennung -> name
Bestand = Mapping[str, Mapping[str, str]]


def bestand(akte: Akte) -> Bestand:
    """Return what references of each kind can name in this Akte.

    Kinds of record of which there is none are left out; a catalogue without entries is there and empty.
    """
    datensaetze = {
        "organisationseinheit": _stellen(akte),
        "sozialraum": _sozialraeume(akte),
        "ziel": {r.modell.kennung: r.modell.titel for r in akte.alle(Ziel)},
        "massnahme": {r.modell.kennung: r.modell.titel for r in akte.alle(Massnahme)},
        "beschluss": {r.modell.kennung: r.modell.titel for r in akte.alle(Beschluss)},
        "herkunft": dict(_herkunft(akte)),
        "bezug": {r.modell.kennung: "Zielvereinbarung" for r in akte.alle(Zielvereinbarung)},
    }
    return {art: namen for art, namen in datensaetze.items() if namen} | _kataloge(akte)


def _stellen(akte: Akte) -> dict[str, str]:
    stellen = akte.einzeln(Organisationseinheiten)
    return {
        stelle.kennung: stelle.name
        for stelle in (stellen.modell.organisationseinheiten if stellen else ())
        if stelle.bis is None
    }


def _sozialraeume(akte: Akte) -> dict[str, str]:
    raeume = akte.einzeln(Sozialraeume)
    return {raum.kennung: raum.name for raum in (raeume.modell.sozialraeume if raeume else ())}


def _herkunft(akte: Akte) -> Iterable[tuple[str, str]]:
    for analyse in akte.alle(Analyse):
        yield analyse.modell.kennung, f"Analyse {analyse.modell.handlungsfeld}"
    for beteiligung in akte.alle(Beteiligung):
        yield beteiligung.modell.kennung, beteiligung.modell.titel


def _kataloge(akte: Akte) -> dict[str, Mapping[str, str]]:
    indikatoren = {name: indikator.bezeichnung for name, indikator in lade_katalog().items()}
    audit = akte.audit
    verfahren = verfahren_von(akte)
    if audit is None or verfahren is None:
        return {"indikator": indikatoren}
    katalog = verfahren.katalog(audit.katalog) or verfahren.kataloge[0]
    lokal = {eintrag.handlungsfeld: eintrag.bezeichnung_lokal for eintrag in audit.handlungsfelder}
    themen = {thema.kennung: thema.bezeichnung for thema in verfahren.querschnittsthemen}
    gewaehlt = {name: themen.get(name, name) for name in audit.querschnittsthemen}
    return {
        "indikator": indikatoren,
        "handlungsfeld": {f.kennung: lokal.get(f.kennung, f.bezeichnung) for f in katalog.handlungsfelder},
        "querschnittsthema": gewaehlt or themen,
    }

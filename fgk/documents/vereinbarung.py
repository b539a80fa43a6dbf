"""What Zielvereinbarung and Quartierskonzept have in common: cover, values for the template, and what they lack."""

from collections.abc import Iterable, Iterator

from fgk.akte import Akte
from fgk.bild import Bild
from fgk.documents.dokument import Dokument
from fgk.documents.fassungen import fassungszeilen
from fgk.documents.fehlend import Fehlend
from fgk.documents.gliederung import Zielgruppierung
from fgk.documents.mitglieder import mitgliedszeilen
from fgk.documents.phasentabelle import phasenzeilen
from fgk.documents.schaubilder import Ereignis, zeitstrahl
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.werk import Werk
from fgk.models.base import Datensatz, Quelle
from fgk.models.begutachtung import Begutachtung
from fgk.models.beteiligung import Beteiligung
from fgk.models.massnahme import Massnahme
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.schreibweise import datum

DATEI = "zielvereinbarung.yaml"
#: steps at which a council or committee decides
_BESCHLUESSE = frozenset({"teilnahmebeschluss", "zielvereinbarungsbeschluss"})


def fehlt(sicht: Sicht) -> Iterator[Fehlend]:
    """Yield what makes an agreement one and is not there: its file, its period, goals and measures."""
    werk, vereinbarung = Werk(sicht.verfahren.ergebnisdokument), sicht.vereinbarung
    if vereinbarung is None:
        yield Fehlend(DATEI, "", f"die Datei {werk.des}")
    elif vereinbarung.laufzeit is None:
        yield Fehlend(DATEI, "laufzeit.von", "die Laufzeit")
    elif vereinbarung.laufzeit.bis is None and _ist_befristet(sicht):
        yield Fehlend(DATEI, "laufzeit.bis", "das Ende der Laufzeit")
    if not any(feld.ziele for feld in sicht.felder):
        yield Fehlend("ziele", "", "wenigstens ein Ziel")
    if not any(feld.massnahmen for feld in sicht.felder):
        yield Fehlend("massnahmen", "", "wenigstens eine Maßnahme")


def _ist_befristet(sicht: Sicht) -> bool:
    stufe = sicht.verfahren.stufe(sicht.audit.stufe)
    return stufe is None or stufe.ist_befristet


def setze(
    sicht: Sicht,
    vorlage: str,
    angaben: Iterable[tuple[str, str]] = (),
    auch: Iterable[Datensatz] = (),
    **werte: object,
) -> Dokument:
    """Return the agreement from its template, in a draft also without its file.

    ``angaben`` stand on the cover before the others, ``auch`` are records that only this document shows.
    """
    vereinbarung = sicht.vereinbarung or Zielvereinbarung(kennung="ZV-0000")
    gezeigt = [*_gezeigt(sicht, vereinbarung), *auch]
    bilder = dict(_bilder(sicht))
    koerper = fuelle(
        vorlage,
        sicht,
        bilder=bilder,
        werk=Werk(sicht.verfahren.ergebnisdokument),
        vereinbarung=vereinbarung,
        felder=sicht.felder,
        phasen=phasenzeilen(sicht),
        annahme=sicht.annahme,
        beschluesse=sicht.beschluesse_zu(vereinbarung.kennung),
        fassungen=fassungszeilen(sicht, vereinbarung),
        mitglieder=mitgliedszeilen(sicht),
        beteiligungen=[record.modell for record in sicht.akte.alle(Beteiligung)],
        begutachtung=begutachtung.modell if (begutachtung := sicht.akte.einzeln(Begutachtung)) else None,
        quellen=_quellen(sicht, gezeigt, vereinbarung),
        **{"tabellen": tabellen, **werte},
    )
    kopf = sicht.kopf(
        sicht.verfahren.ergebnisdokument,
        sicht.untertitel,
        [*angaben, *_angaben(sicht, vereinbarung)],
        gezeigt,
    )
    return Dokument(kopf, koerper, bilder, pruefzeichen=sicht.pruefzeichen(vereinbarung.kennung))


def _angaben(sicht: Sicht, vereinbarung: Zielvereinbarung) -> Iterator[tuple[str, str]]:
    yield "Laufzeit", sicht.zeitraum(vereinbarung.laufzeit) or "noch offen"
    yield "Fassung", str(vereinbarung.fassung) if vereinbarung.fassung != 1 else ""
    yield "Projektleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.projektleitung))
    yield "Begleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.auditorin))
    if sicht.annahme or sicht.verfahren.ist_beschluss_noetig:
        yield "Beschluss", sicht.beschlussstand(sicht.annahme)


def tabellen(gruppe: Zielgruppierung, werk: Werk) -> list[tuple[str, tuple[Massnahme, ...]]]:
    """Return the tables of a goal's measures with their captions: what was agreed, and what came later."""
    ziel = gruppe.ziel.kennung.removeprefix("Z-")
    alle_tabellen = [
        (f"Maßnahmen zu Ziel {ziel}", gruppe.vereinbart),
        (f"Später ergänzte Maßnahmen zu Ziel {ziel} – nicht Teil {werk.des}", gruppe.ergaenzt),
    ]
    return [(titel, massnahmen) for titel, massnahmen in alle_tabellen if massnahmen]


def _gezeigt(sicht: Sicht, vereinbarung: Zielvereinbarung) -> Iterator[Datensatz]:
    yield sicht.audit
    yield vereinbarung
    yield from sicht.beschluesse_zu(vereinbarung.kennung)
    for feld in sicht.felder:
        if feld.analyse:
            yield feld.analyse
        for gruppe in feld.ziele:
            yield gruppe.ziel
            yield from gruppe.massnahmen


def _quellen(sicht: Sicht, gezeigt: list[Datensatz], vereinbarung: Zielvereinbarung) -> list[Quelle]:
    """Return every source once: of the records shown, of the Familienbegriff, the focuses and the steps."""
    einzeln = [vereinbarung.familienbegriff.quelle] if vereinbarung.familienbegriff else []
    einzeln += [schwerpunkt.quelle for schwerpunkt in vereinbarung.schwerpunkte]
    einzeln += [quelle for termin in sicht.audit.termine for quelle in termin.quellen]
    einzeln += [quelle for datensatz in gezeigt for quelle in datensatz.quellen]
    return list(dict.fromkeys(quelle for quelle in einzeln if quelle is not None))


def _bilder(sicht: Sicht) -> Iterator[tuple[str, Bild]]:
    """Yield the way to the agreement as a diagram, once it has more than one step."""
    werk = Werk(sicht.verfahren.ergebnisdokument)
    ereignisse = [
        Ereignis(datum(t.datum), werk.schritt(t), t.schritt in _BESCHLUESSE)
        for t in sicht.termine
        if t.datum is not None
    ]
    if len(ereignisse) > 1:
        yield "zeitstrahl", zeitstrahl(ereignisse)


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once the Akte has a usable zielvereinbarung.yaml."""
    return [None] if akte.einzeln(Zielvereinbarung) else []

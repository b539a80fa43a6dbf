"""The Zielvereinbarung as a document: what the council adopts, and what experts assess."""

from collections.abc import Iterable, Iterator

from fgk.akte import Akte
from fgk.bild import Bild
from fgk.documents.dokument import Dokument
from fgk.documents.phasentabelle import phasenzeilen
from fgk.documents.schaubilder import Ereignis, zeitstrahl
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.errors import FgkError
from fgk.models.audit import SCHRITT, Termin
from fgk.models.base import Datensatz, Quelle
from fgk.models.begutachtung import Begutachtung
from fgk.models.beteiligung import Beteiligung
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.schreibweise import datum

#: steps at which a council or committee decides
_BESCHLUESSE = frozenset({"teilnahmebeschluss", "zielvereinbarungsbeschluss"})


def baue(sicht: Sicht, _jahr: str | None) -> Dokument:
    """Return the document; raises ``FgkError`` while the Akte has no usable zielvereinbarung.yaml."""
    vereinbarung = sicht.vereinbarung
    if vereinbarung is None:
        raise FgkError(
            f"Der Akte fehlt die Datei „{sicht.akte.shown_path('zielvereinbarung.yaml')}“, oder sie hat Fehler.",
            "Legen Sie sie an und prüfen Sie sie mit „fgk validate“.",
        )
    gezeigt = list(_gezeigt(sicht, vereinbarung))
    annahme = sicht.annahme
    angaben = [
        ("Laufzeit", sicht.zeitraum(vereinbarung.laufzeit) or "noch offen"),
        ("Fassung", str(vereinbarung.fassung) if vereinbarung.fassung != 1 else ""),
        ("Projektleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.projektleitung))),
        ("Begleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.auditorin))),
        ("Beschluss", sicht.beschlussstand(annahme)),
    ]
    kopf = sicht.kopf(
        sicht.verfahren.ergebnisdokument,
        sicht.untertitel,
        angaben,
        gezeigt,
    )
    bilder = dict(_bilder(sicht))
    koerper = fuelle(
        "zielvereinbarung.md.j2",
        sicht,
        bilder=bilder,
        phasen=phasenzeilen(sicht),
        vereinbarung=vereinbarung,
        felder=sicht.felder,
        annahme=annahme,
        beschluesse=sicht.beschluesse_zu(vereinbarung.kennung),
        beteiligungen=[record.modell for record in sicht.akte.alle(Beteiligung)],
        begutachtung=begutachtung.modell if (begutachtung := sicht.akte.einzeln(Begutachtung)) else None,
        quellen=list(_quellen(gezeigt, vereinbarung, sicht.audit.termine)),
    )
    return Dokument(kopf, koerper, bilder, pruefzeichen=sicht.pruefzeichen(vereinbarung.kennung))


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


def _quellen(
    gezeigt: list[Datensatz], vereinbarung: Zielvereinbarung, termine: Iterable[Termin]
) -> Iterator[Quelle]:
    """Yield every source once: of the records shown, of the Familienbegriff, the focuses and the steps."""
    seen: set[Quelle] = set()
    einzeln = [vereinbarung.familienbegriff.quelle] if vereinbarung.familienbegriff else []
    einzeln += [schwerpunkt.quelle for schwerpunkt in vereinbarung.schwerpunkte]
    einzeln += [quelle for termin in termine for quelle in termin.quellen]
    for quelle in (*einzeln, *(quelle for datensatz in gezeigt for quelle in datensatz.quellen)):
        if quelle is not None and quelle not in seen:
            seen.add(quelle)
            yield quelle


def _bilder(sicht: Sicht) -> Iterator[tuple[str, Bild]]:
    """Yield the way to the agreement as a diagram, once it has more than one step."""
    schritte = [termin for termin in sicht.termine if termin.datum is not None]
    if len(schritte) > 1:
        yield (
            "zeitstrahl",
            zeitstrahl(
                [
                    Ereignis(datum(t.datum), t.bezeichnung or SCHRITT[t.schritt], t.schritt in _BESCHLUESSE)
                    for t in schritte
                    if t.datum is not None
                ]
            ),
        )


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once the Akte has a usable zielvereinbarung.yaml."""
    return [None] if akte.einzeln(Zielvereinbarung) else []

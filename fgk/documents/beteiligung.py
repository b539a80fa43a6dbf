"""The documentation of the participation phase: who took part, what came out, and what became of it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fgk.akte import Akte
from fgk.documents import teilnahme
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.folgen import folgen, name_der
from fgk.documents.gliederung import Feld
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.werk import Werk
from fgk.models.arten import art_namens
from fgk.models.audit import Mitglied
from fgk.models.base import Datensatz, Quelle
from fgk.models.beteiligung import Beteiligung, Beteiligungsergebnis
from fgk.stand.hervorgegangen import aus_beteiligung

NOCH_NICHT = "Die Akte hat noch keine Veranstaltung oder Befragung im Ordner „beteiligung“."


class Einzelergebnis(NamedTuple):
    """A result, and where it came out; ``ist_offen``: no goal and no measure came of it yet."""

    beteiligung: Beteiligung
    ergebnis: Beteiligungsergebnis
    ist_offen: bool


class Gemeindezeile(NamedTuple):
    """A member of a Kreis, and in which workshops and surveys it took part."""

    mitglied: Mitglied
    veranstaltungen: tuple[str, ...]


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the document; what is not on file is named as such."""
    beteiligungen = teilnahme.beteiligungen(sicht)
    herkunft = _herkunft(sicht)
    ergebnisse = list(_ergebnisse(sicht, beteiligungen, herkunft))
    alle_folgen = list(folgen(sicht, beteiligungen, herkunft))
    gezeigt = [
        datensatz for folge in alle_folgen for datensatz in (folge.ziel, *(m for m, _ in folge.massnahmen))
    ]
    kopf = sicht.kopf(
        "Dokumentation der Beteiligung",
        f"im {sicht.verfahren.bezeichnung}",
        [
            ("Zeitraum", teilnahme.zeitraum(sicht, beteiligungen)),
            ("Veranstaltungen", str(len(beteiligungen) or "noch keine")),
            ("Projektleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.projektleitung))),
            ("Begleitung", "\n".join(sicht.besetzung(sicht.audit.rollen.auditorin))),
        ],
        [sicht.audit, *beteiligungen, *gezeigt],
    )
    koerper = fuelle(
        "beteiligung.md.j2",
        sicht,
        werk=Werk(sicht.verfahren.ergebnisdokument),
        beteiligungen=beteiligungen,
        personen={b.kennung: teilnahme.personen(b) for b in beteiligungen},
        summe=teilnahme.summe(beteiligungen),
        felder=sicht.felder,
        nach_feld=_nach_feld(sicht, ergebnisse),
        folgen=alle_folgen,
        offene=[ergebnis for ergebnis in ergebnisse if ergebnis.ist_offen],
        gemeinden=[
            Gemeindezeile(m, tuple(name_der(b) for b in beteiligungen if b.kennung in m.beteiligungen))
            for m in sicht.audit.mitglieder
        ],
        quellen=list(_quellen(beteiligungen)),
    )
    return Dokument(kopf, koerper)


def _herkunft(sicht: Sicht) -> dict[str, frozenset[str]]:
    ziele = [gruppe.ziel for feld in sicht.felder for gruppe in feld.ziele]
    return aus_beteiligung(ziele, [m for feld in sicht.felder for m in feld.massnahmen])


def _ergebnisse(
    sicht: Sicht, beteiligungen: Iterable[Beteiligung], herkunft: dict[str, frozenset[str]]
) -> Iterator[Einzelergebnis]:
    """Yield all results; goals name the event and not the result, so its Handlungsfeld decides what came of it."""
    je_feld = {feld.kennung: {w for k in _kennungen(feld) for w in herkunft[k]} for feld in sicht.felder}
    je_feld[""] = set().union(*herkunft.values())
    for beteiligung in beteiligungen:
        for ergebnis in beteiligung.ergebnisse:
            folgen = je_feld.get(ergebnis.handlungsfeld or "", set())
            yield Einzelergebnis(beteiligung, ergebnis, beteiligung.kennung not in folgen)


def _kennungen(feld: Feld) -> Iterator[str]:
    yield from (gruppe.ziel.kennung for gruppe in feld.ziele)
    yield from (massnahme.kennung for massnahme in feld.massnahmen)


def _nach_feld(sicht: Sicht, ergebnisse: Iterable[Einzelergebnis]) -> dict[str, list[Einzelergebnis]]:
    """Return Handlungsfeld -> its results; those of none, or of one that the catalogue has not, stand under ""."""
    gesammelt: dict[str, list[Einzelergebnis]] = {"": [], **{feld.kennung: [] for feld in sicht.felder}}
    for ergebnis in ergebnisse:
        feld = ergebnis.ergebnis.handlungsfeld or ""
        gesammelt[feld if feld in gesammelt else ""].append(ergebnis)
    return gesammelt


def _quellen(beteiligungen: Iterable[Datensatz]) -> list[Quelle]:
    return list(dict.fromkeys(quelle for b in beteiligungen for quelle in b.quellen))


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what it lacks: something that took place, and a result."""
    beteiligungen = teilnahme.beteiligungen(sicht)
    art = art_namens("beteiligung")
    if not beteiligungen:
        yield Fehlend(art.ordner, "", "wenigstens eine Veranstaltung oder Befragung")
    elif not any(b.ergebnisse for b in beteiligungen):
        for b in beteiligungen:
            yield Fehlend(art.pfad_zu(b.kennung), "ergebnisse", f"Ergebnisse: {name_der(b)}")


def alle(akte: Akte) -> list[None]:
    """Return that there is one, once the Akte has an event."""
    return [None] if akte.alle(Beteiligung) else []

"""What a pull request changes in Akten: each held against the base, and each report that changed against the one before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from fgk.akte import Akte
from fgk.bases import Basisvergleich
from fgk.checking import check_akte
from fgk.comparing.akten import vergleiche_akten
from fgk.comparing.berichte import Berichtspaar, vergleiche_berichte
from fgk.diagnostic import Diagnostic, told_apart
from fgk.loading.load import load_akte
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.stand import STATUS
from fgk.output.kommentar import Aktenteil, Vorschlag
from fgk.output.summary import anzahl
from fgk.sources import Source, shown_path
from fgk.stand.berichtsstand import jahr_in_worten
from fgk.stand.fortschritt import bericht_davor, berichte
from fgk.vergleich import GEAENDERT, Abschnitt, Aenderung, Eintrag, Vergleich


def vorschlag(
    akten: Sequence[Source], gegen: Basisvergleich, diagnostics: Sequence[Diagnostic], stichtag: date
) -> Vorschlag:
    """Return what there is to say about a pull request; Akten in which nothing changed are left out."""
    bekannt = [fund for akte in akten for fund in _bekannt(akte, gegen, stichtag)]
    neue, alte = told_apart(diagnostics, bekannt)
    teile = [*_teile(akten, gegen), *(_entfernt(source) for source in gegen.entfernt)]
    name, commit = gegen.basis.name, gegen.basis.commit[:8]
    basis = commit if name == commit else f"{name} ({commit})"
    return Vorschlag(basis, len(akten), neue, alte, teile)


def _bekannt(akte: Source, gegen: Basisvergleich, stichtag: date) -> Iterator[Diagnostic]:
    """Yield the faults that an Akte had at the base, as if they were where it is now."""
    vorher = gegen.vorher.get(akte.label)
    if vorher is None:
        return
    for diagnostic in check_akte(vorher, stichtag)[1]:
        inside = diagnostic.path.removeprefix(shown_path(vorher, ""))
        yield diagnostic._replace(path=shown_path(akte, inside))


def _teile(akten: Iterable[Source], gegen: Basisvergleich) -> Iterator[Aktenteil]:
    for source in akten:
        akte = load_akte(source)[0]
        alt = gegen.vorher.get(source.label)
        if alt is None:
            datensaetze = anzahl(sum(map(len, akte.records.values())), "Datensatz", "Datensätze")
            was = f"Diese Akte ist neu und hat {datensaetze}."
            yield Aktenteil(_name(akte), was, tuple(_berichte(akte, None)))
            continue
        vorher = load_akte(alt)[0]
        vergleich = vergleiche_akten(vorher, akte, ("vorher", "nachher"))
        if vergleich.abschnitte:
            neu = vergleich._replace(titel="Änderungen nach Inhalt")
            yield Aktenteil(_name(akte), "", (*_berichte(akte, vorher), neu))


def _entfernt(source: Source) -> Aktenteil:
    akte = load_akte(source)[0]
    return Aktenteil(_name(akte), "Diese Akte gibt es nach diesem Vorschlag nicht mehr.")


def _name(akte: Akte) -> str:
    return f"{akte.audit.ort.anzeigename}, {akte.audit.kennung}" if akte.audit else akte.source.label


def _berichte(akte: Akte, vorher: Akte | None) -> Iterator[Vergleich]:
    """Yield for each report that is new or changed what it says, against the last one before it."""
    for record in berichte(akte):
        bericht = record.modell
        alt = vorher.finde(Jahresbericht, bericht.kennung) if vorher else None
        if alt is not None and alt.model_dump() == bericht.model_dump():
            continue
        davor = bericht_davor(akte, bericht)
        if davor is None:
            yield _erster(bericht)
        else:
            gefunden = vergleiche_berichte(Berichtspaar(akte, davor, bericht))
            titel = f"Jahresbericht {jahr_in_worten(bericht)} gegenüber {jahr_in_worten(davor)}"
            yield gefunden._replace(titel=titel, hinweise=())


def _erster(bericht: Jahresbericht) -> Vergleich:
    """Return how many measures have which status in the first report: there is none to hold it against."""
    jahr = jahr_in_worten(bericht)
    zahl = Counter(eintrag.status for eintrag in bericht.massnahmen)
    zeilen = tuple(Aenderung(wort, None, str(zahl[s])) for s, wort in STATUS.worte.items() if zahl[s])
    eintrag = Eintrag(GEAENDERT, "status", "", "Maßnahmen nach Status", zeilen, ist_unterschied=False)
    abschnitte = (Abschnitt("ueberblick", "Überblick", (eintrag,)),) if zeilen else ()
    return Vergleich("berichte", f"Jahresbericht {jahr}, der erste", "", "davor", jahr, (), abschnitte)

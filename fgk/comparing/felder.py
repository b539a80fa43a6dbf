"""The differences of two states of one record, field by field: titles and values in words, and where they lead."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from fgk.comparing import richtung
from fgk.comparing.namen import Namen, Seiten, aufgezaehlt
from fgk.comparing.stellen import Schritt, pflichtfelder, schritte, teile
from fgk.comparing.worte import gekuerzt, ist_datum, ist_geld, mit_einheit, sauber, textstelle, wort
from fgk.models.felder import merkmale, vokabular
from fgk.models.stand import ZIELSTAND
from fgk.models.werte import Verweis
from fgk.plaindata import Pfad, Unterschied, normal, unterschiede
from fgk.vergleich import Aenderung, Richtung, Werte

#: one for each record that a decision binds: nobody reads them, but that they differ must be seen
_PRUEFSUMMEN: Pfad = ("festlegung", "eintraege")
#: what the profile says when it comes or goes with the whole Festlegung
_FELDER: Pfad = ("festlegung", "felder")
_TRENNER = " · "
#: fields whose name alone says what their change means
_BENANNT: Mapping[str, Callable[[Any, Any], Richtung]] = {
    "ende": richtung.frist,
    "neue_frist": richtung.frist,
    "status": richtung.status,
    "fortschritt": richtung.fortschritt,
}


class _Stelle(NamedTuple):
    """A difference, what each step of its path stands for, and the list entries that it lies in."""

    unterschied: Unterschied
    weg: list[Schritt]
    eintraege: Mapping[Pfad, Mapping[str, Any]]


def aenderungen(
    modell: type[BaseModel], vorher: Mapping[str, Any], nachher: Mapping[str, Any], namen: Seiten
) -> tuple[Aenderung, ...]:
    """Return every field that differs; a list entry that is new or gone is one change, with its content."""
    stellen = [
        _Stelle(
            u, schritte(modell, u.pfad), _eintraege_auf(u.pfad, nachher) or _eintraege_auf(u.pfad, vorher)
        )
        for u in _gefaltet(unterschiede(vorher, nachher))
    ]
    ganze = {pfad for stelle in stellen for pfad in _ganze_eintraege(stelle)}
    gruppen: dict[Pfad, list[_Stelle]] = {}
    for stelle in stellen:
        pfad = stelle.unterschied.pfad
        ganz = next((pfad[:n] for n in range(1, len(pfad)) if pfad[:n] in ganze), pfad)
        gruppen.setdefault(ganz, []).append(stelle)
    return tuple(
        _eintrag(pfad, gruppe, namen) if pfad in ganze else _feld(gruppe[0], namen)
        for pfad, gruppe in gruppen.items()
        if pfad in ganze or not _ist_vorgabe(gruppe[0])
    )


def _gefaltet(alle: Iterable[Unterschied]) -> Iterator[Unterschied]:
    """Yield differences; those of the digests that a decision keeps become one, with how many there were and are."""
    pruefsummen = []
    for unterschied in alle:
        if unterschied.pfad[:-1] == _PRUEFSUMMEN:
            pruefsummen.append(unterschied)
        elif unterschied.pfad[:2] != _FELDER or None not in (unterschied.vorher, unterschied.nachher):
            yield unterschied
    if pruefsummen:
        vorher, nachher = (sum(u[seite] is not None for u in pruefsummen) for seite in (1, 2))
        yield Unterschied(_PRUEFSUMMEN, _summen(vorher), _summen(nachher, "andere " if vorher else ""))


def _summen(anzahl: int, wie: str = "") -> str | None:
    return f"{anzahl} {wie}Prüfsumme{'' if anzahl == 1 else 'n'}" if anzahl else None


def _ist_vorgabe(stelle: _Stelle) -> bool:
    """Say whether the group around a field is new or gone, and the field only has what it has without being typed."""
    _, vorher, nachher = stelle.unterschied
    feld = stelle.weg[-1].feld
    vorgabe = feld.default if feld else None
    return vorgabe is not None and None in (vorher, nachher) and vorgabe in (vorher, nachher)


def inhalt(modell: type[BaseModel], daten: Mapping[str, Any], namen: Namen) -> tuple[Aenderung, ...]:
    """Return what a new record holds, one change a field; of a list of parts only how many there are."""
    return tuple(
        Aenderung(
            modell.model_fields[name].title or name,
            None,
            _inhalt(modell, name, wert, namen),
            pfad=(name,),
            werte=Werte(None, wert),
        )
        for name, wert in normal(daten).items()
        if name not in ("kennung", "titel")
    )


def _inhalt(modell: type[BaseModel], name: str, wert: Any, namen: Namen) -> str:
    feld = modell.model_fields[name]
    if isinstance(wert, list) and teile(feld)[0]:
        return f"{len(wert)} {'Eintrag' if len(wert) == 1 else 'Einträge'}"
    if not isinstance(wert, dict):
        return gekuerzt(wort(feld, wert, namen) or "")
    blaetter = (
        (schritte(modell, (name, *u.pfad)), u.nachher)
        for u in unterschiede(None, wert)
        if u.nachher is not None
    )
    return gekuerzt(
        "; ".join(
            f"{weg[-1].feld.title}: {wort(weg[-1].feld, w, namen)}" for weg, w in blaetter if weg[-1].feld
        )
    )


def _eintraege_auf(pfad: Pfad, daten: Mapping[str, Any]) -> dict[Pfad, Mapping[str, Any]]:
    """Return the list entries that a path goes through, found by the value that names them."""
    gefunden: dict[Pfad, Mapping[str, Any]] = {}
    hier: Any = normal(daten)
    for n, name in enumerate(pfad, start=1):
        if isinstance(hier, list):
            hier = next((e for e in hier if isinstance(e, dict) and _heisst(e, name)), None)
            if hier is not None:
                gefunden[pfad[:n]] = hier
        else:
            hier = hier.get(name) if isinstance(hier, dict) else None
    return gefunden


def _heisst(eintrag: Mapping[str, Any], name: str) -> bool:
    werte = {str(wert) for wert in eintrag.values() if not isinstance(wert, (dict, list))}
    return name in werte or werte.issuperset(name.split(_TRENNER))


def _ganze_eintraege(stelle: _Stelle) -> Iterator[Pfad]:
    """Yield the list entry that is new or gone, if the field is one without which there is none."""
    pfad, vorher, nachher = stelle.unterschied
    if len(pfad) < 2 or not stelle.weg[-2].ist_eintrag or (vorher is not None and nachher is not None):
        return
    modell = stelle.weg[-1].modell
    if modell and pfad[-1] in pflichtfelder(modell):
        yield pfad[:-1]


def _eintrag(pfad: Pfad, gruppe: Sequence[_Stelle], namen: Seiten) -> Aenderung:
    ist_neu = all(stelle.unterschied.vorher is None for stelle in gruppe)
    seite = namen.nachher if ist_neu else namen.vorher
    teile_: list[str] = []
    werte: dict[str, Any] = {}
    for stelle in gruppe:
        _, vorher, nachher = stelle.unterschied
        rest = stelle.weg[len(pfad) :]
        wert = nachher if ist_neu else vorher
        werte[".".join(schritt.name for schritt in rest)] = wert
        text = wort(rest[-1].feld, wert, seite)
        if text and sauber(str(wert)) not in pfad[-1].split(_TRENNER):
            teile_.append(f"{_titel(rest, seite)}: {text}")
    ganz = gekuerzt("; ".join(teile_)) or None
    worte = Richtung("neu" if ist_neu else "entfernt")
    feld = _titel(gruppe[0].weg[: len(pfad)], seite)
    if ist_neu:
        return Aenderung(feld, None, ganz, worte, pfad, Werte(None, werte))
    return Aenderung(feld, ganz, None, worte, pfad, Werte(werte, None))


def _feld(stelle: _Stelle, namen: Seiten) -> Aenderung:
    pfad, vorher, nachher = stelle.unterschied
    titel, feld, werte = _titel(stelle.weg, namen.nachher), stelle.weg[-1].feld, Werte(vorher, nachher)
    if isinstance(vorher, list) or isinstance(nachher, list):
        return Aenderung(titel, None, None, _liste(stelle, namen), pfad, werte)
    eins, zwei = wort(feld, vorher, namen.vorher), wort(feld, nachher, namen.nachher)
    if _ist_messwert(stelle):
        einheit = _massstab(stelle)[0]
        eins, zwei = (wert and sauber(mit_einheit(wert, einheit)) for wert in (eins, zwei))
    wohin = _richtung(stelle)
    if eins and zwei and eins == zwei:
        # the words are the same: only ends of lines differ, or one Kennung took the place of another of its name
        wohin = Richtung(
            "andere Absätze"
            if isinstance(vorher, str) and "\n" in vorher + str(nachher)
            else "andere Kennung"
        )
    elif eins and zwei:
        eins, zwei = textstelle(eins, zwei)
    return Aenderung(titel, eins and gekuerzt(eins), zwei and gekuerzt(zwei), wohin, pfad, werte)


def _liste(stelle: _Stelle, namen: Seiten) -> Richtung:
    """Say what came into a list and what went out of it; the rest is the same."""
    _, vorher, nachher = stelle.unterschied
    alt, neu = list(vorher or ()), list(nachher or ())
    for teil in list(alt):
        if teil in neu:
            alt.remove(teil)
            neu.remove(teil)
    feld = stelle.weg[-1].feld
    teile_ = []
    if neu:
        teile_.append("neu: " + aufgezaehlt(f"„{gekuerzt(wort(feld, t, namen.nachher) or '')}“" for t in neu))
    if alt:
        teile_.append(
            "entfernt: " + aufgezaehlt(f"„{gekuerzt(wort(feld, t, namen.vorher) or '')}“" for t in alt)
        )
    return Richtung("; ".join(teile_))


def stelle_in_worten(modell: type[BaseModel], pfad: Pfad, namen: Namen) -> str:
    """Return where a field of a record is: ``Messkriterien „Quote“ › Sollwert › Zahl``."""
    return _titel(schritte(modell, pfad), namen)


def _titel(weg: Sequence[Schritt], namen: Namen) -> str:
    titel: list[str] = []
    for schritt in weg:
        if schritt.feld is not None:
            titel.append(schritt.feld.title or schritt.name)
        else:
            name = f"„{_eintragsname(schritt, namen)}“"
            titel[-1:] = [f"{titel[-1]} {name}"] if titel else [name]
    return " › ".join(titel)


def _eintragsname(schritt: Schritt, namen: Namen) -> str:
    """Return a list entry's name in words; one without a name of its own has a number."""
    if schritt.modell is None:
        return sauber(schritt.name)
    if (
        schritt.name.isdigit()
        and "jahr" not in schritt.modell.model_fields
        and "nummer" not in schritt.modell.model_fields
    ):
        return f"Nr. {schritt.name}"
    return " ".join(_teilname(schritt.modell, teil, namen) for teil in schritt.name.split(_TRENNER))


def _teilname(modell: type[BaseModel], teil: str, namen: Namen) -> str:
    for feld in modell.model_fields.values():
        woerter = vokabular(feld)
        if woerter and teil in woerter.worte:
            return woerter[teil]
        if not feld.is_required():
            continue
        verweis = next((m for m in merkmale(feld) if isinstance(m, Verweis)), None)
        if verweis and verweis.passt(teil):
            return sauber(namen.von(verweis.ziel, teil))
    return sauber(teil)


def _richtung(stelle: _Stelle) -> Richtung:
    pfad, vorher, nachher = stelle.unterschied
    name, feld = pfad[-1], stelle.weg[-1].feld
    if name in _BENANNT:
        return _BENANNT[name](vorher, nachher)
    if pfad == ("laufzeit", "bis"):
        return richtung.frist(vorher, nachher, "Laufzeit")
    if feld is not None and vokabular(feld) is ZIELSTAND:
        return richtung.zielstand(vorher, nachher)
    if _ist_messwert(stelle):
        einheit, ist_mehr_besser = _massstab(stelle)
        if pfad[-2:-1] == ("sollwert",):
            return richtung.zielwert(vorher, nachher, einheit, ist_mehr_besser)
        # where one started is neither better nor worse
        return richtung.messwert(vorher, nachher, einheit, None if "istwert" in pfad else ist_mehr_besser)
    if ist_geld(feld):
        return richtung.geld(vorher, nachher)
    return richtung.tag(vorher, nachher) if ist_datum(feld) else richtung.KEINE


def _ist_messwert(stelle: _Stelle) -> bool:
    name, vorher, nachher = stelle.unterschied.pfad[-1], *stelle.unterschied[1:]
    return name in ("zahl", "wert") and isinstance(vorher or nachher or 0, (int, float))


def _massstab(stelle: _Stelle) -> tuple[str, bool | None]:
    """Return the unit of a number, and whether more of it is better, from the entries around it."""
    for eintrag in reversed([*stelle.eintraege.values()]):
        if "einheit" in eintrag or "indikator" in eintrag:
            ist, soll = ((eintrag.get(name) or {}).get("zahl") for name in ("istwert", "sollwert"))
            return eintrag.get("einheit", ""), richtung.ist_mehr_besser(eintrag.get("indikator"), ist, soll)
    return "", None

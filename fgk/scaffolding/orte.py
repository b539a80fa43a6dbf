"""The place of an Akte: from the register by key or name, or as it was typed where the register knows nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from fgk.errors import FgkError
from fgk.models.werte import AGS, ARS, KREISSCHLUESSEL
from fgk.register import Gemeinde, Kreis, by_ags, by_ars, by_kreis, herkunft, passt
from fgk.scaffolding.gemeindesuche import Ortsangabe, finde_gemeinde, pruefe_form, stand
from fgk.scaffolding.kreissuche import kreis_nach_name
from fgk.scaffolding.ortswort import beim_wort
from fgk.scaffolding.verzeichnis import kreis_genannt, sagt_verband
from fgk.schreibweise import zahl


def ort(angabe: Ortsangabe, ortsarten: Sequence[str]) -> dict[str, Any]:
    """Return the values of ``ort`` for a Verfahren with these kinds of place; raises ``FgkError``."""
    if "kreis" in ortsarten:
        return _kreis(angabe)
    if "quartier" in ortsarten:
        return _quartier(angabe)
    angabe = beim_wort(angabe)
    if angabe.kreis_schluessel:
        raise FgkError(
            "Ein Kreis passt nicht zu diesem Verfahren.",
            f"Für ihn gibt es familiengerechter-kreis: „fgk init --kreis-schluessel {angabe.kreis_schluessel}“.",
        )
    if angabe.ars:
        return _verband(angabe)
    if angabe.bezirk:
        return _bezirk(angabe)
    return _gemeinde(angabe)


def _gemeinde(angabe: Ortsangabe) -> dict[str, Any]:
    gefunden = finde_gemeinde(angabe)
    if gefunden is None:
        return {"art": "gemeinde", "name": angabe.name, "ags": angabe.ags}
    kreis = None if gefunden.ist_kreisfrei else gefunden.kreis.name
    werte: dict[str, Any] = {"art": "gemeinde", "name": gefunden.name}
    if gefunden.beiname and gefunden.beiname not in ("Stadt", "Gemeinde", "Markt"):
        werte["bezeichnung"] = f"{gefunden.beiname} {gefunden.name}"
    return werte | {
        "ags": gefunden.ags,
        "kreis": kreis,
        "land": gefunden.land,
        "einwohner": _einwohner(gefunden),
    }


def _einwohner(gemeinde: Gemeinde) -> dict[str, Any]:
    quelle = herkunft()
    return {
        "anzahl": gemeinde.einwohner,
        "stichtag": quelle.einwohner_am,
        "quelle": {"titel": quelle.titel, "herausgeber": quelle.herausgeber, "lizenz": quelle.lizenz},
    }


def _kreis(angabe: Ortsangabe) -> dict[str, Any]:
    if angabe.kreis_schluessel is None:
        gefunden = kreis_nach_name(angabe.name)
        return _kreiswerte(gefunden)
    schluessel = pruefe_form(KREISSCHLUESSEL, angabe.kreis_schluessel, "--kreis-schluessel")
    kreis = by_kreis(schluessel)
    if kreis is None and not angabe.name:
        raise FgkError(
            f"Einen Kreis mit dem Schlüssel {schluessel} gibt es im Verzeichnis nicht.",
            f"Prüfen Sie die fünf Ziffern, oder nennen Sie auch --name. {stand()}",
        )
    if kreis is not None and angabe.name and not passt(angabe.name, kreis):
        raise FgkError(
            f"Der Schlüssel {schluessel} gehört zu {kreis.name}, nicht zu „{angabe.name}“.",
            "Nennen Sie nur den Schlüssel oder nur den Namen.",
        )
    if kreis is not None:
        return _kreiswerte(kreis)
    return {"art": "kreis", "name": angabe.name, "schluessel": schluessel, "land": None}


def _kreiswerte(kreis: Kreis) -> dict[str, Any]:
    werte: dict[str, Any] = {"art": "kreis", "name": kreis.name}
    if kreis_genannt(kreis) != kreis.name:
        werte["bezeichnung"] = kreis_genannt(kreis)
    return werte | {"schluessel": kreis.schluessel, "land": kreis.land}


def _verband(angabe: Ortsangabe) -> dict[str, Any]:
    ars = pruefe_form(ARS, angabe.ars or "", "--ars")
    eintrag = by_ars(ars)
    if isinstance(eintrag, Gemeinde):
        raise FgkError(
            f"Der Schlüssel {ars} gehört zur Gemeinde {eintrag.name}.", f"Nennen Sie --ags {eintrag.ags}."
        )
    if eintrag is None and not angabe.name:
        raise FgkError(
            f"Einen Verband mit dem Schlüssel {ars} gibt es im Verzeichnis nicht.",
            f"Prüfen Sie die zwölf Ziffern, oder nennen Sie auch --name. {stand()}",
        )
    land = eintrag.kreis.land if eintrag else None
    werte: dict[str, Any] = {"art": "verband", "name": eintrag.name if eintrag else angabe.name}
    if eintrag and angabe.name and sagt_verband(angabe.name):
        werte["bezeichnung"] = angabe.name
    return werte | {"ars": ars, "land": land}


def _bezirk(angabe: Ortsangabe) -> dict[str, Any]:
    stadt = finde_gemeinde(angabe)
    ags, land = (stadt.ags, stadt.land) if stadt else (angabe.ags, None)
    return {"art": "bezirk", "name": angabe.bezirk, "ags": ags, "land": land}


def _quartier(angabe: Ortsangabe) -> dict[str, Any]:
    if not angabe.name or not angabe.ags:
        raise FgkError(
            "Zu einem Quartier gehören sein Name und der Schlüssel der Gemeinde.",
            "Nennen Sie beides, z. B. --name Unterstadt --ags 05334032.",
        )
    gemeinde = finde_gemeinde(Ortsangabe(ags=angabe.ags, name=None)) if by_ags(angabe.ags) else None
    if gemeinde is None:
        ags = pruefe_form(AGS, angabe.ags, "--ags")
        return {"art": "quartier", "name": angabe.name, "ags": ags}
    return {
        "art": "quartier",
        "name": angabe.name,
        "ags": gemeinde.ags,
        "gemeinde": gemeinde.name,
        "land": gemeinde.land,
    }


def beschrieben(ort: Mapping[str, Any]) -> str:
    """Return in one line which place the values of ``ort`` name: whoever meant another one sees it."""
    schluessel = {"gemeinde": "ags", "kreis": "schluessel", "verband": "ars"}.get(ort["art"], "ags")
    anzeige = {"ags": "AGS", "schluessel": "Kreisschlüssel", "ars": "ARS"}[schluessel]
    einwohner = (ort.get("einwohner") or {}).get("anzahl")
    kreis = by_kreis(ort[schluessel][:5]) if schluessel == "ags" else None
    teile = [
        ort.get("bezeichnung") or ort["name"],
        ort.get("gemeinde"),
        kreis_genannt(kreis) if kreis and not kreis.ist_kreisfrei else None,
        ort.get("land"),
        f"{zahl(einwohner)} Einwohner" if einwohner else None,
        f"{anzeige} {ort[schluessel]}",
    ]
    return ", ".join(teil for teil in teile if teil)

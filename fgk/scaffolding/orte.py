"""The place of an Akte: from the register by key or name, or as it was typed where the register knows nothing."""

from collections.abc import Sequence
from typing import Any

from fgk.errors import FgkError
from fgk.models.werte import AGS, ARS, KREISSCHLUESSEL
from fgk.register import Gemeinde, by_ags, by_ars, by_kreis, herkunft, passt
from fgk.scaffolding.gemeindesuche import Ortsangabe, finde_gemeinde, pruefe_form, stand
from fgk.scaffolding.kreissuche import kreis_nach_name


def ort(angabe: Ortsangabe, ortsarten: Sequence[str]) -> dict[str, Any]:
    """Return the values of ``ort`` for a Verfahren with these kinds of place; raises ``FgkError``."""
    if "kreis" in ortsarten:
        return _kreis(angabe)
    if "quartier" in ortsarten:
        return _quartier(angabe)
    if angabe.kreis_schluessel:
        raise FgkError(
            "Ein Kreis passt nicht zu diesem Verfahren.", "Nennen Sie --verfahren familiengerechter-kreis."
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
        return {
            "art": "kreis",
            "name": gefunden.name,
            "schluessel": gefunden.schluessel,
            "land": gefunden.land,
        }
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
    name, land = (kreis.name, kreis.land) if kreis else (angabe.name, None)
    return {"art": "kreis", "name": name, "schluessel": schluessel, "land": land}


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
    return {"art": "verband", "name": eintrag.name if eintrag else angabe.name, "ars": ars, "land": land}


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

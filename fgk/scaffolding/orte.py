"""The place of an Akte: from the register by key or name, or as it was typed where the register knows nothing."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from fgk.errors import FgkError
from fgk.models.werte import AGS, ARS, KREISSCHLUESSEL, Form
from fgk.register import Gemeinde, Kreis, by_ags, by_ars, by_kreis, herkunft, ist_erfunden, passt, search
from fgk.register.bloecke import KREISE, NAMEN, lade_block
from fgk.register.schreibweisen import ortsname
from fgk.schreibweise import zahl

_MEISTE = 20
_SPALTEN = "Schlüssel, Name, Kreis, Land, Einwohner"


class Ortsangabe(NamedTuple):
    """What was said about the place: names and keys, as typed."""

    name: str | None = None
    ags: str | None = None
    kreis_schluessel: str | None = None
    ars: str | None = None
    bezirk: str | None = None


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


def finde_gemeinde(angabe: Ortsangabe) -> Gemeinde | None:
    """Return the municipality; ``None`` where key and name were typed and the register does not know the key.

    Raises ``FgkError`` for a name that nothing or several have, and for a key that is none or has another name.
    """
    if angabe.ags is None:
        return _nach_name(angabe.name)
    ags = _form(AGS, angabe.ags, "--ags")
    gefunden = by_ags(ags)
    if gefunden is None and not angabe.name:
        hinweis = "Solche Schlüssel sind für erfundene Orte da." if ist_erfunden(ags) else _stand()
        raise FgkError(
            f"Eine Gemeinde mit dem Schlüssel {ags} gibt es im Verzeichnis nicht.",
            f"Prüfen Sie die acht Ziffern, oder nennen Sie auch --name. {hinweis}",
        )
    if gefunden is not None and angabe.name and not passt(angabe.name, gefunden):
        raise FgkError(
            f"Der Schlüssel {ags} gehört zu {gefunden.name} ({gefunden.kreis.name}), nicht zu „{angabe.name}“.",
            "Nennen Sie nur den Schlüssel oder nur den Namen.",
        )
    return gefunden


def _stand() -> str:
    return f"Das Verzeichnis hat den Stand {herkunft().gebietsstand:%d.%m.%Y}."


def _nach_name(name: str | None) -> Gemeinde:
    if not name:
        raise FgkError(
            "Es fehlt, für welchen Ort die Akte ist.",
            "Nennen Sie den Gemeindeschlüssel mit --ags oder den Namen mit --name, z. B. --name Stolberg.",
        )
    gefunden = search(name)
    if len(gefunden) == 1:
        return gefunden[0]
    if not gefunden:
        raise FgkError(f"Eine Gemeinde „{name}“ gibt es im Verzeichnis nicht.", _aehnliche(name))
    raise FgkError(
        f"„{name}“ kann {len(gefunden)} Gemeinden meinen ({_SPALTEN}):\n{_liste(gefunden)}",
        f"Nennen Sie die richtige mit ihrem Schlüssel, z. B. --ags {gefunden[0].ags}.",
    )


def _liste(gefunden: Sequence[Gemeinde]) -> str:
    lines = [f"    {gemeinde.ags}  {_beschrieben(gemeinde)}" for gemeinde in gefunden[:_MEISTE]]
    rest = len(gefunden) - _MEISTE
    return "\n".join([*lines, *([f"    … und {rest} weitere"] if rest > 0 else [])])


def _beschrieben(gemeinde: Gemeinde) -> str:
    kreis = "" if gemeinde.ist_kreisfrei else f"{gemeinde.kreis.name}, "
    return f"{gemeinde.name}, {kreis}{gemeinde.land}, {zahl(gemeinde.einwohner)}"


def _aehnliche(name: str) -> str:
    """Return what to do about a name that nothing has: names that look like it."""
    haupt = ortsname(name).haupt
    # additions are left out: Stolbreg is near Stolberg, and not near Stolberg (Rhld.)
    alle = {
        " ".join(line.split("\t")[0].split()[: len(haupt)]): line.split("\t")[1] for line in _zeilen(NAMEN)
    }
    nahe = dict.fromkeys(alle[wort] for wort in get_close_matches(" ".join(haupt), alle, n=3, cutoff=0.75))
    gefunden = [gemeinde for ags in nahe if (gemeinde := by_ags(ags))]
    if gefunden:
        return f"Meinten Sie eine davon? Nennen Sie ihren Schlüssel mit --ags:\n{_liste(gefunden)}"
    return f"Prüfen Sie die Schreibweise, oder nennen Sie den Gemeindeschlüssel mit --ags. {_stand()}"


def _zeilen(block: str) -> list[str]:
    return lade_block(block).decode().split("\n")[1:-1]


def _kreis(angabe: Ortsangabe) -> dict[str, Any]:
    if angabe.kreis_schluessel is None:
        gefunden = _kreis_nach_name(angabe.name)
        return {
            "art": "kreis",
            "name": gefunden.name,
            "schluessel": gefunden.schluessel,
            "land": gefunden.land,
        }
    schluessel = _form(KREISSCHLUESSEL, angabe.kreis_schluessel, "--kreis-schluessel")
    kreis = by_kreis(schluessel)
    if kreis is None and not angabe.name:
        raise FgkError(
            f"Einen Kreis mit dem Schlüssel {schluessel} gibt es im Verzeichnis nicht.",
            f"Prüfen Sie die fünf Ziffern, oder nennen Sie auch --name. {_stand()}",
        )
    if kreis is not None and angabe.name and not passt(angabe.name, kreis):
        raise FgkError(
            f"Der Schlüssel {schluessel} gehört zu {kreis.name}, nicht zu „{angabe.name}“.",
            "Nennen Sie nur den Schlüssel oder nur den Namen.",
        )
    name, land = (kreis.name, kreis.land) if kreis else (angabe.name, None)
    return {"art": "kreis", "name": name, "schluessel": schluessel, "land": land}


def _kreis_nach_name(name: str | None) -> Kreis:
    if not name:
        raise FgkError(
            "Es fehlt, für welchen Kreis die Akte ist.",
            "Nennen Sie seinen Schlüssel mit --kreis-schluessel, z. B. 05334, oder seinen Namen mit --name.",
        )
    alle = list(_kreise())
    gefunden = [kreis for kreis in alle if passt(name, kreis)]
    if len(gefunden) == 1:
        return gefunden[0]
    if gefunden:
        lines = "\n".join(f"    {k.schluessel}  {k.art} {k.name} ({k.land})" for k in gefunden)
        raise FgkError(
            f"„{name}“ kann {len(gefunden)} Kreise meinen:\n{lines}",
            "Nennen Sie einen der Schlüssel mit --kreis-schluessel.",
        )
    namen = [kreis.name for kreis in alle]
    nahe = [voll for voll in namen if name in voll.split()] or get_close_matches(name, namen, n=3)
    raise FgkError(
        f"Einen Kreis „{name}“ gibt es im Verzeichnis nicht.",
        f"Meinten Sie {' oder '.join(nahe)}?"
        if nahe
        else "Nennen Sie seinen Schlüssel mit --kreis-schluessel.",
    )


def _kreise() -> Iterable[Kreis]:
    for line in _zeilen(KREISE):
        kreis = by_kreis(line.partition("\t")[0])
        if kreis is not None and not kreis.ist_kreisfrei:
            yield kreis


def _verband(angabe: Ortsangabe) -> dict[str, Any]:
    ars = _form(ARS, angabe.ars or "", "--ars")
    eintrag = by_ars(ars)
    if isinstance(eintrag, Gemeinde):
        raise FgkError(
            f"Der Schlüssel {ars} gehört zur Gemeinde {eintrag.name}.", f"Nennen Sie --ags {eintrag.ags}."
        )
    if eintrag is None and not angabe.name:
        raise FgkError(
            f"Einen Verband mit dem Schlüssel {ars} gibt es im Verzeichnis nicht.",
            f"Prüfen Sie die zwölf Ziffern, oder nennen Sie auch --name. {_stand()}",
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
        ags = _form(AGS, angabe.ags, "--ags")
        return {"art": "quartier", "name": angabe.name, "ags": ags}
    return {
        "art": "quartier",
        "name": angabe.name,
        "ags": gemeinde.ags,
        "gemeinde": gemeinde.name,
        "land": gemeinde.land,
    }


def _form(form: Any, text: str, option: str) -> str:
    muster = next(teil for teil in form.__metadata__ if isinstance(teil, Form))
    if muster.passt(text.strip()):
        return text.strip()
    beispiel = muster.beispiel.strip('"')
    erwartet = muster.erwartet.removesuffix(" in Anführungszeichen")
    raise FgkError(f"„{text}“ passt nicht zu {option}.", f"Gemeint ist {erwartet}, z. B. {beispiel}.")

"""The files that a new Akte begins with: what they are called and what stands in them."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.loading.ablagen import ablagen_von, bekannte_verfahren, verfahren_in
from fgk.loading.keys import ascii_german
from fgk.models.kennungen import FORMEN
from fgk.models.organisation import Organisationseinheiten
from fgk.models.verfahren import Verfahren
from fgk.scaffolding.anfang import anfang, rollen
from fgk.scaffolding.anfangstexte import (
    STELLEN,
    audit_text,
    begutachtung_text,
    geplante_termine,
    readme,
    stellen_text,
    vereinbarung_text,
)
from fgk.scaffolding.beigaben import beigaben
from fgk.scaffolding.folgeakte import audit_werte, vereinbarung_werte, zu_pruefen
from fgk.scaffolding.uebernahme import uebernommene_dateien
from fgk.scaffolding.uebernahmeliste import LISTE, liste
from fgk.sources import AKTE_FILE, FolderSource

__all__ = ["STELLEN", "Vorgaben", "anfangsdateien", "kennung_fuer", "pruefe_kennung", "verfahren_namens"]


class Vorgaben(NamedTuple):
    """What a new Akte is to be: ``ort`` are the values of the field in audit.yaml, ``vorgaenger`` the Akte before."""

    ort: dict[str, Any]
    verfahren: Verfahren
    stufe: str
    jahr: int
    kennung: str | None = None
    fuehrung: str = "voll"
    vorgaenger: Akte | None = None

    @property
    def ist_kurz(self) -> bool:
        """Whether the Akte is to hold only its head and the certificate."""
        return self.fuehrung == "kurz"

    @property
    def akte(self) -> str:
        """The Kennung of the new Akte: as said, else by its name and year."""
        return self.kennung or kennung_fuer(self.ort["name"], self.jahr)


def kennung_fuer(name: str, jahr: int) -> str:
    """Return the Kennung of an Akte: ``A-stolberg-2016`` for Stolberg (Rhld.)."""
    haupt = re.sub(r"[(,].*", "", ascii_german(name)).lower()
    return f"A-{re.sub(r'[^a-z0-9]+', '-', haupt).strip('-') or 'akte'}-{jahr}"


def pruefe_kennung(kennung: str) -> str:
    """Return the Kennung of an Akte; raises ``FgkError`` for one of another form."""
    form = FORMEN["audit"]
    if form.passt(kennung):
        return kennung
    raise FgkError(
        f"„{kennung}“ passt nicht zu --kennung.", f"Gemeint ist {form.erwartet}, z. B. {form.beispiel}."
    )


def anfangsdateien(vorgaben: Vorgaben | None, stichtag: date, *, has_own: bool) -> dict[str, bytes]:
    """Return all files of an Akte; with its own Organisationseinheiten nobody knows which of ours are among them."""
    if vorgaben is None:
        return beigaben()
    texte = {path: text.encode() for path, text in _texte(vorgaben, stichtag, has_own=has_own)}
    alt = vorgaben.vorgaenger
    return texte | (uebernommene_dateien(alt, stichtag) if alt else {}) | beigaben()


def _texte(vorgaben: Vorgaben, stichtag: date, *, has_own: bool) -> Iterator[tuple[str, str]]:
    """Yield the files that are written anew."""
    alt = vorgaben.vorgaenger
    verfahren = vorgaben.verfahren
    werte = _kopf(vorgaben, verfahren, stichtag, has_own=has_own)
    bestand = STELLEN if alt is None else _stellen_von(alt)
    yield AKTE_FILE, audit_text(werte, verfahren, stichtag, zu_pruefen(alt) if alt else [])
    if vorgaben.ist_kurz:
        yield "begutachtung.yaml", begutachtung_text(vorgaben.jahr, stichtag)
    elif bestand:
        yield bestand, stellen_text(verfahren, stichtag)
    if alt:
        vereinbarung = vereinbarung_werte(alt, vorgaben.jahr)
        if vereinbarung:
            yield "zielvereinbarung.yaml", vereinbarung_text(vereinbarung, verfahren, stichtag)
        yield LISTE, liste(alt, vorgaben.akte)
    yield "README.md", readme(werte, verfahren, vorgaben.jahr, LISTE if alt else None)


def _stellen_von(alt: Akte) -> str | None:
    """Return the file of the departments where the Akte before has none that could be taken over."""
    return None if alt.einzeln(Organisationseinheiten) else STELLEN


def _kopf(vorgaben: Vorgaben, verfahren: Verfahren, stichtag: date, *, has_own: bool) -> dict[str, Any]:
    """Return what stands in audit.yaml."""
    werte: dict[str, Any] = {
        "kennung": vorgaben.akte,
        "ort": vorgaben.ort,
        "verfahren": verfahren.kennung,
        "katalog": verfahren.kataloge[0].kennung,
    }
    if vorgaben.vorgaenger:
        werte |= audit_werte(vorgaben.vorgaenger, stichtag)
    else:
        ohne_stellen = has_own or vorgaben.ist_kurz
        traeger = None if ohne_stellen else list(anfang(verfahren).traeger) or None
        werte |= {"traeger": traeger, "rollen": rollen(verfahren, ohne_stellen=ohne_stellen)}
    kurz = {"fuehrung": "kurz"} if vorgaben.ist_kurz else {}
    return (
        werte
        | kurz
        | {"stufe": vorgaben.stufe, "termine": geplante_termine(verfahren, vorgaben.stufe, stichtag)}
    )


def verfahren_namens(kennung: str, ordner: Path) -> Verfahren:
    """Return a Verfahren that an Akte in a folder can follow; raises ``FgkError`` where there is none of this name."""
    source = FolderSource(ordner)
    verfahren = verfahren_in(ablagen_von(source), kennung)
    if verfahren is not None:
        return verfahren
    bekannt = bekannte_verfahren(source)
    if kennung in bekannt:
        raise FgkError(
            f"Das Verfahren „{kennung}“ ist nicht vollständig.",
            f"Prüfen Sie „verfahren/{kennung}.yaml“ mit „fgk validate“.",
        )
    raise FgkError(f"Ein Verfahren „{kennung}“ gibt es nicht.", f"Möglich sind: {', '.join(bekannt)}.")

"""The files that a new Akte begins with: what they are called and what stands in them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from fgk import resources
from fgk.errors import FgkError
from fgk.loading.keys import ascii_german
from fgk.models.arten import art_namens
from fgk.models.audit import STUFE
from fgk.models.kennungen import FORMEN
from fgk.models.verfahren import Verfahren
from fgk.register import herkunft
from fgk.scaffolding.anfang import ANFAENGE, rollen, stellen
from fgk.scaffolding.beigaben import beigaben
from fgk.scaffolding.kommentiert import kommentiert
from fgk.scaffolding.muster import Muster
from fgk.scaffolding.neu import KOPF, SCHEMAS, schema_line
from fgk.sources import AKTE_FILE
from fgk.templating import environment, render
from fgk.verfahren.laden import lade_verfahren

#: the file of the departments
STELLEN = "organisationseinheiten.yaml"


class Vorgaben(NamedTuple):
    """What a new Akte is to be: ``ort`` are the values of the field in audit.yaml."""

    ort: dict[str, Any]
    verfahren: str
    stufe: str
    jahr: int
    kennung: str | None = None


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
    dateien = {} if vorgaben is None else dict(_texte(vorgaben, stichtag, has_own=has_own))
    return {path: text.encode() for path, text in dateien.items()} | beigaben()


def _texte(vorgaben: Vorgaben, stichtag: date, *, has_own: bool) -> Iterator[tuple[str, str]]:
    verfahren = verfahren_namens(vorgaben.verfahren)
    yield AKTE_FILE, _audit(vorgaben, verfahren, stichtag, has_own=has_own)
    yield (
        STELLEN,
        _text(
            "organisationseinheiten",
            {"organisationseinheiten": stellen(verfahren.kennung)},
            Muster(stichtag),
            [
                "Ein Vorschlag nach der üblichen Gliederung: Streichen, ändern und ergänzen Sie, bis es Ihre Stellen sind.",
                "Maßnahmen und Berichte nennen nur die Kennung; heißt ein Amt eines Tages anders, ändert sich der Name hier.",
            ],
        ),
    )
    yield "README.md", _readme(vorgaben, verfahren)


def verfahren_namens(kennung: str) -> Verfahren:
    """Return a Verfahren; raises ``FgkError`` where there is none of this name."""
    verfahren = lade_verfahren(kennung)
    if verfahren is None:
        raise FgkError(
            f"Ein Verfahren „{kennung}“ gibt es nicht.", f"Möglich sind: {', '.join(sorted(ANFAENGE))}."
        )
    return verfahren


def _audit(vorgaben: Vorgaben, verfahren: Verfahren, stichtag: date, *, has_own: bool) -> str:
    katalog = verfahren.kataloge[0]
    werte = {
        "kennung": vorgaben.kennung or kennung_fuer(vorgaben.ort["name"], vorgaben.jahr),
        "ort": vorgaben.ort,
        "verfahren": verfahren.kennung,
        "katalog": katalog.kennung,
        "stufe": vorgaben.stufe,
        "traeger": None if has_own else list(ANFAENGE[verfahren.kennung].traeger) or None,
        "rollen": rollen(verfahren.kennung, ohne_stellen=has_own),
    }
    muster = Muster(
        stichtag,
        {
            "handlungsfeld": [feld.kennung for feld in katalog.handlungsfelder],
            "querschnittsthema": [thema.kennung for thema in verfahren.querschnittsthemen],
            "organisationseinheit": [stelle["kennung"] for stelle in stellen(verfahren.kennung)],
        },
    )
    kopf = [f"Einwohnerzahl: {herkunft().vermerk}"] if "einwohner" in vorgaben.ort else []
    return _text("audit", werte, muster, kopf)


def _text(name: str, werte: dict[str, Any], muster: Muster, kopf: list[str]) -> str:
    art = art_namens(name)
    schema = schema_line(art.pfad, f"{SCHEMAS}/{name}.schema.json")
    return kommentiert(art.modell, werte, muster, [schema, art.titel, *KOPF, *kopf])


def _readme(vorgaben: Vorgaben, verfahren: Verfahren) -> str:
    return render(
        environment([resources.folder("templates") / "akte"]),
        "README.md.j2",
        ort=vorgaben.ort.get("bezeichnung") or vorgaben.ort["name"],
        verfahren=verfahren.bezeichnung,
        stufe=STUFE[vorgaben.stufe],
        kennung=vorgaben.kennung or kennung_fuer(vorgaben.ort["name"], vorgaben.jahr),
        dokument=verfahren.ergebnisdokument,
        themen=bool(verfahren.querschnittsthemen),
        jahr=vorgaben.jahr + 2,
    )

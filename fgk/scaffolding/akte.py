"""A new Akte: every file it begins with, and in a folder that has some already only those that are missing."""

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from fgk import resources
from fgk.checking import check_akte
from fgk.diagnostic import Severity
from fgk.editing.overlay import OverlaySource
from fgk.errors import FgkError
from fgk.finding import find_akte_upwards
from fgk.history.attributes import lines_for, missing, with_lines
from fgk.loading.keys import ascii_german
from fgk.models.arten import ARTEN, art_namens
from fgk.models.audit import STUFE
from fgk.models.kennungen import FORMEN
from fgk.register import herkunft
from fgk.scaffolding.anfang import ANFAENGE, rollen, stellen
from fgk.scaffolding.anlegen import TakenError, create_files
from fgk.scaffolding.kommentiert import kommentiert
from fgk.scaffolding.muster import Muster
from fgk.scaffolding.neu import KOPF, SCHEMAS, schema_line
from fgk.schemas import schema_text
from fgk.sources import AKTE_FILE, FolderSource, short_path
from fgk.templating import environment, render
from fgk.verfahren.laden import lade_verfahren
from fgk.verfahren.modell import Verfahren
from fgk.writing import FaultyChangeError

_FEST = {
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".vscode/extensions.json": "extensions.json",
}
_STELLEN = "organisationseinheiten.yaml"


class Vorgaben(NamedTuple):
    """What a new Akte is to be: ``ort`` are the values of the field in audit.yaml."""

    ort: dict[str, Any]
    verfahren: str
    stufe: str
    jahr: int
    kennung: str | None = None


class Plan(NamedTuple):
    """The files to be made, those that are there and stay as they are, and lines that those lack.

    ``ci`` are the new ones of a pipeline, ``ci_ordner`` where they lie if not in the Akte.
    """

    neu: dict[Path, bytes]
    vorhanden: list[Path]
    fehlende_zeilen: dict[Path, list[str]]
    ci: list[Path]
    ci_ordner: Path | None


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


def plan(folder: Path, vorgaben: Vorgaben | None, ci: str | None, stichtag: date) -> Plan:
    """Return what is to be done in a folder; ``vorgaben`` may be ``None`` where there is an Akte already.

    Raises ``FgkError`` for a folder that cannot take an Akte.
    """
    _check_folder(folder)
    has_own = os.path.lexists(folder / _STELLEN)
    files = {folder / path: raw for path, raw in _dateien(vorgaben, stichtag, has_own=has_own).items()}
    ci_ordner = _repository(folder) if ci else folder
    pipeline = {ci_ordner / path: raw for path, raw in _ci(ci).items()}
    files |= pipeline
    vorhanden = [path for path in files if os.path.lexists(path)]
    return Plan(
        {path: raw for path, raw in files.items() if path not in vorhanden},
        vorhanden,
        dict(_fehlende_zeilen(folder, files)),
        [path for path in pipeline if path not in vorhanden],
        ci_ordner if ci_ordner != folder else None,
    )


def carry_out(plan: Plan, folder: Path, stichtag: date) -> None:
    """Make the files of a plan: all or none.

    Raises ``FaultyChangeError`` where the new Akte would have faults, and ``FgkError`` where it cannot be written.
    """
    records = {
        path.relative_to(folder).as_posix(): raw
        for path, raw in plan.neu.items()
        if path.suffix == ".yaml" and path.parent == folder
    }
    if AKTE_FILE in records:
        below = FolderSource(folder) if folder.is_dir() else _NochNichts(folder)
        overlay = OverlaySource(below, records)
        faults = [found for found in check_akte(overlay, stichtag)[1] if found.severity is Severity.FEHLER]
        if any(found.path.rpartition("/")[2] in records for found in faults):
            raise FaultyChangeError(faults)
    try:
        create_files(plan.neu)
    except TakenError as error:
        raise FgkError(
            f"„{error.path}“ ist eben erst entstanden; es wurde nichts geschrieben.",
            "Wiederholen Sie den Befehl.",
        ) from error


class _NochNichts(FolderSource):
    """A folder that is not there yet."""

    def paths(self) -> list[str]:
        """Return no file."""
        return []


def _check_folder(folder: Path) -> None:
    if os.path.lexists(folder) and not folder.is_dir():
        raise FgkError(
            f"„{folder}“ ist eine Datei und kein Ordner.", "Nennen Sie einen anderen Ordner für die Akte."
        )
    akte = find_akte_upwards(folder)
    if akte is not None and akte.resolve() != folder.resolve():
        raise FgkError(
            f"„{folder}“ liegt in der Akte „{short_path(akte)}“.",
            "Legen Sie die neue Akte neben die alte, nicht hinein.",
        )


def _dateien(vorgaben: Vorgaben | None, stichtag: date, *, has_own: bool) -> dict[str, bytes]:
    """Return all files of an Akte; with its own Organisationseinheiten nobody knows which of ours are among them."""
    dateien = {} if vorgaben is None else dict(_texte(vorgaben, stichtag, has_own=has_own))
    dateien |= {ziel: _vorlage(name).read_text(encoding="utf-8") for ziel, name in _FEST.items()}
    dateien[".vscode/settings.json"] = _editor()
    dateien |= {f"{SCHEMAS}/{art.name}.schema.json": schema_text(art) for art in ARTEN}
    raw = {path: text.encode() for path, text in dateien.items()}
    return raw | {".gitattributes": with_lines(b"", lines_for(PurePosixPath()))}


def _texte(vorgaben: Vorgaben, stichtag: date, *, has_own: bool) -> Iterator[tuple[str, str]]:
    verfahren = verfahren_namens(vorgaben.verfahren)
    yield AKTE_FILE, _audit(vorgaben, verfahren, stichtag, has_own=has_own)
    yield (
        _STELLEN,
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
    return kommentiert(art.modell, werte, muster, [schema, art.titel, KOPF, *kopf])


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


def _vorlage(name: str) -> Path:
    return resources.folder("templates") / "akte" / name


def _editor() -> str:
    """Return settings that tell Visual Studio Code which schema belongs to which files."""
    schemas = {f"./{SCHEMAS}/{art.name}.schema.json": art.pfad.format(kennung="*") for art in ARTEN}
    settings = {
        "yaml.schemas": schemas,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"


def ci_plattformen() -> list[str]:
    """Return the platforms that a CI file is shipped for."""
    folder = resources.folder("templates") / "ci"
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _ci(plattform: str | None) -> dict[str, bytes]:
    if plattform is None:
        return {}
    if plattform not in ci_plattformen():
        raise FgkError(
            f"Für „{plattform}“ bringt fgk keine CI-Datei mit.",
            f"Möglich sind: {', '.join(ci_plattformen())}.",
        )
    top = resources.folder("templates") / "ci" / plattform
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }


def _repository(folder: Path) -> Path:
    """Return the top of the repository that a folder lies in, where a platform looks for its CI files; else the folder."""
    parents = [folder, *folder.absolute().parents]
    return next((path for path in parents if os.path.lexists(path / ".git")), folder)


def _fehlende_zeilen(folder: Path, files: dict[Path, bytes]) -> Iterator[tuple[Path, list[str]]]:
    """Yield the files of git that are there already, with the lines that fgk would like to see in them."""
    for name in (".gitignore", ".gitattributes"):
        path = folder / name
        if path.is_file():
            wanted = [line for line in files[path].decode().splitlines() if line and not line.startswith("#")]
            lines = missing(path.read_bytes(), wanted)
            if lines:
                yield path, lines

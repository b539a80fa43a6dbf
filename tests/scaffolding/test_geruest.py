"""A new record of every kind: valid at once, in the house's form, and with every line that waits as comment."""

from datetime import date
from pathlib import Path

import pytest
from aufdecken import aufgedeckt
from hilfen import lege_an

from fgk.checking import check_akte
from fgk.diagnostic import Severity
from fgk.editing.formatting import formatted
from fgk.editing.overlay import OverlaySource
from fgk.loading.load import load_files
from fgk.models.arten import ARTEN, art_von
from fgk.reading.reader import read_yaml
from fgk.scaffolding.felder import felder
from fgk.scaffolding.neu import KOPF, art_fuer, create_record
from fgk.scaffolding.vorhaben import Vorhaben
from fgk.sources import FolderSource

STICHTAG = date(2024, 6, 30)
#: what is said of each kind; together they make an Akte in which every kind of reference finds something
ANGABEN = {
    "zielvereinbarung": {"jahr": "2024", "feld": ["laufzeit.von=2024-01-01", "laufzeit.bis=2026-12-31"]},
    "ziel": {"handlungsfeld": "HF3", "titel": "Kitas sind gut erreichbar"},
    "massnahme": {"ziel": "Z-1.1", "titel": "Übergang: Kita und Schule", "federfuehrung": "OE-51"},
    "beschluss": {"datum": "2024-03-12", "titel": "Teilnahme", "art": "teilnahme", "gremium": "Rat"},
    "beteiligung": {"datum": "2024-05", "titel": "Workshop", "art": "strategieworkshop"},
    "analyse": {"handlungsfeld": "HF3"},
    "vertrag": {"jahr": "2024"},
    "begutachtung": {"jahr": "2024"},
    "jahresbericht": {"jahr": "2024"},
    "indikatoren": {"indikator": "einwohner"},
    "sozialraeume": {"ebene": "Stadtteile", "name": "Atsch, Breinig"},
    "gestaltung": {"absender": "Stadt Musterstadt"},
    "organisationseinheiten": {},
}
#: they name files that somebody has to put there first
DATEIEN = frozenset({"logo", "signet", "word", "odf"})
#: it belongs to the status ersetzt, and says so
NUR_MIT_STATUS = "nachfolger"


@pytest.fixture(scope="module")
def reich(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """An Akte with a new record of every kind, each made when there was one of all others; and the path of each."""
    ordner = lege_an(tmp_path_factory.mktemp("akten") / "akte", {"organisationseinheiten.yaml": None})
    paths: dict[str, str] = {}
    for _ in range(2):
        for name in ("organisationseinheiten", *ANGABEN):
            art = art_fuer(name)
            if art.ist_einzeln or name in ("analyse", "jahresbericht"):
                (ordner / paths.get(name, art.pfad)).unlink(missing_ok=True)
            angelegt = create_record(Vorhaben(ordner, art, STICHTAG, dict(ANGABEN[name])))
            paths[name] = angelegt.path.relative_to(ordner).as_posix()
    return ordner, paths


def test_every_kind_can_be_created() -> None:
    assert {art.name for art in ARTEN if art.ist_anlegbar} == set(ANGABEN)


def test_all_of_them_together_have_no_faults(reich) -> None:
    meldungen = check_akte(FolderSource(reich[0]), STICHTAG)[1]
    assert [(m.code, m.path) for m in meldungen if m.severity is Severity.FEHLER] == []


@pytest.mark.parametrize("name", ANGABEN)
def test_a_new_record_is_in_form_and_narrow(reich, name: str) -> None:
    raw = (reich[0] / reich[1][name]).read_bytes()
    assert formatted(raw) == raw
    assert max(map(len, raw.decode().splitlines())) <= 100
    assert all(f"# {zeile}\n" in raw.decode() for zeile in KOPF)


def _fehler(ordner: Path, path: str, text: str) -> list[tuple[str, str]]:
    overlay = OverlaySource(FolderSource(ordner), {path: text.encode()})
    found = check_akte(overlay, STICHTAG)[1]
    return [(m.code, m.was) for m in found if m.severity is Severity.FEHLER and m.path.endswith(path)]


@pytest.mark.parametrize("name", ANGABEN)
def test_uncovering_any_one_line_breaks_nothing(reich, name: str) -> None:
    ordner, path = reich[0], reich[1][name]
    text = (ordner / path).read_text(encoding="utf-8")
    vorher = read_yaml(text.encode()).data
    aeussere = list(aufgedeckt(text))
    assert len(aeussere) >= 3
    for aussen in aeussere:
        nachher = read_yaml(aussen.text.encode())
        assert nachher.is_readable, aussen
        assert nachher.data != vorher, aussen.name
        if aussen.name not in DATEIEN | {NUR_MIT_STATUS}:
            assert _fehler(ordner, path, aussen.text) == [], aussen.name
        for innen in aufgedeckt(aussen.text, aussen.von, aussen.bis):
            source = OverlaySource(FolderSource(ordner), {path: innen.text.encode()})
            assert load_files(source, [path])[1] == [], (aussen.name, innen.name)


@pytest.mark.parametrize("name", ANGABEN)
def test_every_field_is_there_or_waits(reich, name: str) -> None:
    text = (reich[0] / reich[1][name]).read_text(encoding="utf-8")
    art = art_von(reich[1][name])
    assert art is not None
    da = set(read_yaml(text.encode()).data)
    wartet = {eintrag.name for eintrag in aufgedeckt(text) if eintrag.text != text}
    assert {feld.name for feld in felder(art.modell)} - da - wartet <= {"ist_fortlaufend"}


@pytest.mark.parametrize("name", ANGABEN)
def test_allowed_words_are_named_in_the_comments(reich, name: str) -> None:
    text = " ".join((reich[0] / reich[1][name]).read_text(encoding="utf-8").replace("#", " ").split())
    art = art_von(reich[1][name])
    assert art is not None
    for feld in felder(art.modell):
        if feld.worte is not None:
            assert f"Möglich: {', '.join(feld.worte.worte)}." in text, feld.name


def test_the_head_tells_to_take_the_blank_away_too(reich) -> None:
    ordner, path = reich[0], reich[1]["massnahme"]
    text = (ordner / path).read_text(encoding="utf-8")
    assert "nehmen Sie „# “ weg:\n# die Raute und das Leerzeichen" in text
    wie_gesagt, nur_raute = (text.replace("# text: …", f"{vorn}text: Was getan wird") for vorn in ("", " "))
    assert _fehler(ordner, path, wie_gesagt) == []
    assert _fehler(ordner, path, nur_raute) != []


def test_a_placeholder_that_is_left_is_found(reich) -> None:
    ordner, path = reich[0], reich[1]["massnahme"]
    text = (ordner / path).read_text(encoding="utf-8")
    (mit_text,) = [a for a in aufgedeckt(text) if a.name == "text"]
    overlay = OverlaySource(FolderSource(ordner), {path: mit_text.text.encode()})
    assert [(m.code, m.span.line) for m in check_akte(overlay, STICHTAG)[1] if m.path.endswith(path)] == [
        ("FGK112", 4),
        ("FGK116", mit_text.von + 1),
    ]

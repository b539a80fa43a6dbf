"""The JSON Schemas: what ``fgk schema`` writes, German, and of one mind with the models."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hilfen import BEISPIEL, KOPF, MASSNAHME, MINIMAL, WURZEL, pruefe

from fgk.models.arten import ARTEN, Art, art_von
from fgk.reading.reader import read_yaml
from fgk.schemas import schema_text, write_schemas
from fgk.sources import FolderSource

SCHEMAS = {art.name: json.loads(schema_text(art)) for art in ARTEN}
PRUEFER = {
    name: jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))
    for name, schema in SCHEMAS.items()
}
GUT = KOPF + "ende: 2024-12-31\n"


def wie_json(daten: Any) -> Any:
    """Return the data as an editor sees them: days are texts."""
    return json.loads(json.dumps(daten, default=date.isoformat))


def eigenschaften(knoten: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(knoten, dict):
        yield from knoten.get("properties", {}).items()
        for wert in knoten.values():
            yield from eigenschaften(wert)
    elif isinstance(knoten, list):
        for wert in knoten:
            yield from eigenschaften(wert)


def test_the_stored_schemas_are_what_the_command_writes(tmp_path: Path) -> None:
    geschrieben = {pfad.name: pfad.read_bytes() for pfad in write_schemas(tmp_path)}
    gespeichert = {pfad.name: pfad.read_bytes() for pfad in (WURZEL / "schemas").iterdir()}
    assert set(gespeichert) == set(geschrieben)
    veraltet = [name for name in geschrieben if geschrieben[name] != gespeichert[name]]
    assert veraltet == [], "Veraltet. Aufruf: fgk schema -o schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_by_the_metaschema(name: str) -> None:
    schema = SCHEMAS[name]
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{name}.schema.json"
    assert schema["additionalProperties"] is False
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("art", ARTEN, ids=lambda art: art.name)
def test_every_property_has_a_german_title_and_description(art: Art) -> None:
    gefunden = list(eigenschaften(SCHEMAS[art.name]))
    assert len(gefunden) >= len(art.modell.model_fields)
    for name, eigenschaft in gefunden:
        assert eigenschaft.get("title"), name
        assert eigenschaft.get("description", "").endswith("."), name
    assert SCHEMAS[art.name]["title"] == art.titel
    text = json.dumps(SCHEMAS[art.name])
    assert " the " not in text, "docstrings for programmers stay out"


@pytest.mark.parametrize("ordner", [MINIMAL, BEISPIEL], ids=lambda pfad: pfad.name)
def test_what_the_models_take_the_schemas_take(ordner: Path) -> None:
    quelle = FolderSource(ordner)
    pfade = list(quelle.paths())
    assert len(pfade) >= 4
    for pfad in pfade:
        art = art_von(pfad)
        assert art is not None
        PRUEFER[art.name].validate(wie_json(read_yaml(quelle.read(pfad)).data))


@pytest.mark.parametrize(
    ("text", "weg"),
    [
        (GUT + "tittel: x\n", []),
        (GUT.replace("titel: Steuerungsgruppe einrichten\n", ""), []),
        (GUT.replace("M-1.1.1", "3.10"), ["kennung"]),
        (GUT.replace("Z-1.1\n", "Ziel 1\n"), ["ziel"]),
        (GUT.replace("Steuerungsgruppe einrichten", '""'), ["titel"]),
        (KOPF + "ende: 31.12.2024\n", ["ende"]),
        (KOPF + "ende: 2024\n", ["ende"]),
        (GUT + "beteiligte: OE-51\n", ["beteiligte"]),
        (GUT + "beteiligte: [Amt]\n", ["beteiligte", 0]),
        (GUT + "kosten: []\n", ["kosten"]),
        (GUT + "kosten: {einmalig: 12.5}\n", ["kosten", "einmalig"]),
        (GUT + "kosten: {einmalig: -1}\n", ["kosten", "einmalig"]),
        (GUT + "prioritaet: Hoch\n", ["prioritaet"]),
        (GUT + "ist_fortlaufend: ja\n", ["ist_fortlaufend"]),
        (GUT + "quellen: [{titel: x, adresse: www.x.de}]\n", ["quellen", 0, "adresse"]),
    ],
)
def test_typical_faults_are_seen_by_schema_and_model_alike(
    akte: Callable[..., Path], text: str, weg: list[str | int]
) -> None:
    def innerste(fehler: jsonschema.ValidationError) -> list[str | int]:
        tiefer = [innerste(unter) for unter in fehler.context or ()]
        return max([list(fehler.absolute_path), *tiefer], key=len)

    faults = [
        innerste(fehler)
        for fehler in PRUEFER["massnahme"].iter_errors(wie_json(read_yaml(text.encode()).data))
    ]
    assert weg in faults
    assert {meldung.code for meldung in pruefe(akte({MASSNAHME: text}))} & {
        "FGK010", "FGK011", "FGK012", "FGK013", "FGK014", "FGK022"
    }  # fmt: skip


def test_the_kind_of_place_is_told_apart_by_the_schema_too() -> None:
    daten = wie_json(read_yaml((MINIMAL / "audit.yaml").read_bytes()).data)
    PRUEFER["audit"].validate(daten)
    daten["ort"]["art"] = "kreis"
    assert not PRUEFER["audit"].is_valid(daten)


def test_words_that_are_allowed_are_explained() -> None:
    [status] = [e for name, e in eigenschaften(SCHEMAS["jahresbericht"]) if name == "status"]
    assert (
        dict(zip(status["enum"], status["enumDescriptions"], strict=True))["in_umsetzung"] == "in Umsetzung"
    )

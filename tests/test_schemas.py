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
from fgk.models.werte import Vokabular
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


# --- what editors make of them ----------------------------------------------------------------------------


def schemata(knoten: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema and every schema inside it."""
    yield knoten
    inner = [*knoten.get("properties", {}).values(), *knoten.get("$defs", {}).values()]
    inner += [*knoten.get("anyOf", ()), *knoten.get("oneOf", ())]
    for eins in [*inner, *([knoten["items"]] if "items" in knoten else [])]:
        yield from schemata(eins)


def felder(knoten: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for eins in schemata(knoten):
        yield from eins.get("properties", {}).items()


def test_words_that_are_allowed_are_explained() -> None:
    [status] = [e for name, e in eigenschaften(SCHEMAS["jahresbericht"]) if name == "status"]
    erklaert = dict(zip(status["enum"], status["enumDescriptions"], strict=True))
    assert erklaert["in_umsetzung"] == "in Umsetzung: Daran wird gearbeitet."
    assert erklaert["ruht"] == "Sie ist unterbrochen. Braucht eine begruendung."


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_word_of_every_vocabulary_says_what_it_means(name: str) -> None:
    for eins in schemata(SCHEMAS[name]):
        if "enum" in eins:
            assert len(eins["enumDescriptions"]) == len(eins["enum"]) >= 2
            assert all(eins["enumDescriptions"]), eins["enum"]
            assert eins["errorMessage"] == f"Erlaubt ist nur: {', '.join(eins['enum'])}."


def test_a_word_that_is_explained_leaves_no_other_without() -> None:
    with pytest.raises(ValueError, match="explain"):
        Vokabular(ja="ja", nein="nein").erklaert(ja="So ist es.")


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_editor_is_led_to_propose_null_or_an_empty_list(name: str) -> None:
    assert len(list(schemata(SCHEMAS[name]))) > 10
    for eins in schemata(SCHEMAS[name]):
        arten = eins.get("type")
        assert "null" not in (arten if isinstance(arten, list) else [arten])
        assert None not in eins.get("enum", [])
        assert eins.get("default", "x") not in (None, [])
        assert "form" not in eins, "only between the models and the schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_key_without_a_value_is_as_good_as_none_where_the_model_says_so(name: str) -> None:
    pruefer = PRUEFER[name]
    modell = next(art.modell for art in ARTEN if art.name == name)
    for feld, info in modell.model_fields.items():
        if info.is_required():
            continue
        darf_leer_sein = info.default is None
        fehler = [f for f in pruefer.iter_errors({feld: None}) if list(f.absolute_path) == [feld]]
        assert (fehler == []) is darf_leer_sein, feld


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_is_valid_and_every_form_has_a_german_message(name: str) -> None:
    for eins in schemata(SCHEMAS[name]):
        for beispiel in eins.get("examples", ()):
            jsonschema.Draft202012Validator(eins).validate(beispiel)
        if "type" in eins and eins["type"] != "object" and "const" not in eins:
            assert eins["errorMessage"].startswith(("Erwartet wird ", "Erlaubt ist nur: ")), eins
            assert eins["errorMessage"].endswith(".")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_key_whose_value_has_a_form_names_it(name: str) -> None:
    for feld, eins in felder(SCHEMAS[name]):
        wert = eins["anyOf"][0] if "anyOf" in eins else eins
        wert = wert.get("items", wert)
        if "pattern" in wert or "format" in wert:
            beispiele = [str(beispiel) for beispiel in wert.get("examples", ["2017-08-24"])]
            assert any(beispiel in eins["description"] for beispiel in beispiele), feld


@pytest.mark.parametrize(
    ("wert", "ist_gut"),
    [
        ("2024-02-29", True), ("2024-02-30", False), ("2024-04-31", False), ("2024-12-31", True),
        ("2024-13-01", False), ("2024-1-1", False), ("2024", True), ("2024-12", True), ("2024-00", False), (2024, False),
    ],
)  # fmt: skip
def test_a_date_may_be_a_day_a_month_or_a_year(wert: object, *, ist_gut: bool) -> None:
    assert (
        PRUEFER["massnahme"]
        .evolve(schema=SCHEMAS["massnahme"]["properties"]["ende"]["anyOf"][0])
        .is_valid(wert)
        is ist_gut
    )


@pytest.mark.parametrize(
    ("wert", "ist_gut"),
    [
        (0, True),
        (25000, True),
        ("12.50", True),
        (-1, False),
        (12.5, False),
        ("12,50", False),
        ("1000", False),
    ],
)
def test_money_is_whole_euros_or_a_text_with_cents(wert: object, *, ist_gut: bool) -> None:
    kosten = SCHEMAS["massnahme"]["$defs"]["Kosten"]["properties"]["einmalig"]["anyOf"][0]
    assert jsonschema.Draft202012Validator(kosten).is_valid(wert) is ist_gut


def test_a_new_group_begins_with_what_it_must_have() -> None:
    for name, feld, anfang in [
        ("massnahme", "kosten", {"einmalig": "$1"}),
        ("ziel", "messkriterien", None),
        ("jahresbericht", "pruefung_verein", {"ergebnis": "$1"}),
    ]:
        schnipsel = SCHEMAS[name]["properties"][feld].get("defaultSnippets")
        assert (schnipsel[0]["body"] if schnipsel else None) == anfang

"""What a decision keeps of what it binds: only what fgk decide writes is taken."""

import json
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from fgk.models.arten import art_namens
from fgk.models.festlegung import Festlegung
from fgk.schemas import schema_text

GUT = {
    "profil": "fgk1",
    "felder": {"ziel": ["titel"]},
    "eintraege": {"Z-1.1": "fgk1:" + "0" * 64},
    "pruefzeichen": "3YJC-27CF-31FW-0637-T",
}


def nimmt_schema(festlegung: Any) -> bool:
    beschluss = {
        "kennung": "B-2024-01", "titel": "x", "art": "sonstiges", "festlegung": festlegung,
        "beratungen": [{"gremium": "Rat", "rolle": "entscheidung"}],
    }  # fmt: skip
    pruefer = jsonschema.Draft202012Validator(json.loads(schema_text(art_namens("beschluss"))))
    return bool(pruefer.is_valid(beschluss))


def test_what_decide_writes_is_taken() -> None:
    assert Festlegung.model_validate(GUT).felder == {"ziel": ("titel",)}
    assert nimmt_schema(GUT)


@pytest.mark.parametrize(
    "anders",
    [
        {"profil": "fgk2"},
        {"felder": {"vertrag": ["partner"]}},
        {"felder": {"ziel": "titel"}},
        {"felder": ["ziel"]},
        {"eintraege": {"Z-1": "fgk1:" + "0" * 64}},
        {"eintraege": {"Z-1.1": "0" * 64}},
        {"eintraege": {"Z-1.1": "fgk1:" + "0" * 63}},
        {"eintraege": {"Z-1.1": None}},
        {"pruefzeichen": "3YJC27CF31FW0637T"},
        {"pruefzeichen": "3YJC-27CF-31FW-0637-U"},
        {"pruefzeichen": None},
        {"pruefzeichen_vorlage": "x"},
        {"unbekannt": 1},
    ],
)
def test_anything_else_is_refused_by_model_and_schema(anders: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Festlegung.model_validate(GUT | anders)
    assert not nimmt_schema(GUT | anders)

"""Every field of every model explains itself in German, for editors and messages."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from fgk.models.arten import ARTEN
from fgk.models.audit import Audit
from fgk.models.felder import known_arten, known_keys, title_of, value_at
from fgk.models.massnahme import Massnahme


def modelle(hinweis: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hinweis, type) and issubclass(hinweis, BaseModel):
        yield hinweis
        for feld in hinweis.model_fields.values():
            yield from modelle(feld.annotation)
    for teil in get_args(hinweis):
        yield from modelle(teil)


ALLE = list(dict.fromkeys(modell for art in ARTEN for modell in modelle(art.modell)))
FELDER = [(modell, name) for modell in ALLE for name in modell.model_fields]


def test_there_are_models() -> None:
    assert len(ALLE) > 40
    assert len(FELDER) > 250


@pytest.mark.parametrize("modell", ALLE, ids=lambda modell: modell.__name__)
def test_every_model_is_strict_frozen_and_knows_its_keys(modell: type[BaseModel]) -> None:
    config = modell.model_config
    assert (config.get("strict"), config.get("frozen"), config.get("extra")) == (True, True, "forbid")
    assert modell.__doc__


@pytest.mark.parametrize(("modell", "name"), FELDER, ids=lambda wert: getattr(wert, "__name__", wert))
def test_every_field_has_a_title_and_a_description_in_german(modell: type[BaseModel], name: str) -> None:
    feld = modell.model_fields[name]
    assert feld.title, "title"
    assert feld.title[0].isupper()
    assert feld.description, "description"
    assert feld.description.endswith(".")
    assert name.isascii()
    assert name == name.lower()
    if feld.annotation is bool:
        assert name.startswith("ist_") or name == "musterdaten"


def test_titles_and_keys_are_found_along_a_route() -> None:
    assert title_of(Massnahme, ("kosten", "foerdermittel", 0, "betrag")) == "Betrag"
    assert title_of(Massnahme, ("gibt_es_nicht",)) == "gibt_es_nicht"
    assert known_keys(Massnahme, ("kosten", "foerdermittel", 0), {}) == ["programm", "betrag", "stand"]
    assert known_arten(Audit, ("ort",)) == ["gemeinde", "kreis", "verband", "bezirk", "quartier"]
    assert "ars" in known_keys(Audit, ("ort",), {"ort": {"art": "verband"}})
    assert "ags" not in known_keys(Audit, ("ort",), {"ort": {"art": "verband"}})


def test_a_value_is_found_along_a_route() -> None:
    daten = {"a": [{"b": 3}]}
    assert value_at(daten, ("a", 0, "b")) == 3
    assert value_at(daten, ("a", 1, "b")) is None
    assert value_at(daten, ("a", 0, "b", "c")) is None
    assert value_at(daten, ()) is daten

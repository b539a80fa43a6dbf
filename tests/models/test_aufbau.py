"""What a field holds is read off its type."""

from fgk.models.audit import Audit
from fgk.models.aufbau import Feld, aufbau
from fgk.models.base import Quelle
from fgk.models.massnahme import Kosten, Massnahme


def test_references_and_parts_are_told_apart_and_lists_from_single_ones() -> None:
    felder = {feld.name: feld for feld in aufbau(Massnahme)}
    assert felder["ziel"] == Feld("ziel", "ziel", None, False)
    assert felder["beteiligte"] == Feld("beteiligte", "organisationseinheit", None, True)
    assert felder["federfuehrung"].verweis == "organisationseinheit", "also where it may be missing"
    assert felder["kosten"] == Feld("kosten", None, Kosten, False)
    assert felder["quellen"] == Feld("quellen", None, Quelle, True)
    assert "titel" not in felder


def test_a_union_is_seen_as_its_first_member() -> None:
    ort = next(feld for feld in aufbau(Audit) if feld.name == "ort")
    assert ort.modell is not None
    assert not ort.ist_liste

"""What came of participation: goals and measures that name it, also by way of a goal."""

from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.stand.hervorgegangen import aus_beteiligung


def ziel(kennung: str, *aus: str) -> Ziel:
    return Ziel.model_validate(
        {"kennung": kennung, "handlungsfeld": "HF1", "titel": "x", "entstanden_aus": list(aus)}
    )


def massnahme(kennung: str, von: str, *aus: str) -> Massnahme:
    return Massnahme.model_validate(
        {"kennung": kennung, "ziel": von, "titel": "x", "entstanden_aus": list(aus)}
    )


def test_a_goal_and_a_measure_name_their_workshop() -> None:
    gefunden = aus_beteiligung(
        [ziel("Z-1.1", "W-2023-01", "AN-HF1")], [massnahme("M-1.1.1", "Z-1.1", "W-2023-02")]
    )
    assert gefunden == {"Z-1.1": {"W-2023-01"}, "M-1.1.1": {"W-2023-02"}}


def test_a_chain_leads_by_way_of_goals() -> None:
    ziele = [ziel("Z-1.1", "W-2023-01"), ziel("Z-1.2", "Z-1.1")]
    gefunden = aus_beteiligung(ziele, [massnahme("M-1.2.1", "Z-1.2", "Z-1.2", "W-2023-02")])
    assert gefunden["Z-1.2"] == {"W-2023-01"}
    assert gefunden["M-1.2.1"] == {"W-2023-01", "W-2023-02"}


def test_a_measure_without_an_origin_has_that_of_its_goal_and_one_with_an_analysis_has_not() -> None:
    ziele = [ziel("Z-1.1", "W-2023-01")]
    massnahmen = [massnahme("M-1.1.1", "Z-1.1"), massnahme("M-1.1.2", "Z-1.1", "AN-HF1")]
    gefunden = aus_beteiligung(ziele, massnahmen)
    assert gefunden["M-1.1.1"] == {"W-2023-01"}
    assert gefunden["M-1.1.2"] == frozenset()


def test_goals_that_name_each_other_and_unknown_ones_end() -> None:
    ziele = [ziel("Z-1.1", "Z-1.2"), ziel("Z-1.2", "Z-1.1", "W-2023-01", "Z-9.9")]
    assert aus_beteiligung(ziele, []) == {"Z-1.1": {"W-2023-01"}, "Z-1.2": {"W-2023-01"}}

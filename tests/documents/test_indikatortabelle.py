"""The series of a Jahresbericht: what goes on from the baseline is one series, and none is drawn without its numbers."""

from fgk.documents.indikatortabelle import im_lauf_der_jahre
from fgk.models.indikatoren import Reihe


def reihe(indikator: str, werte: dict[int, float | None], **mehr: object) -> Reihe:
    return Reihe.model_validate(
        {
            "indikator": indikator,
            "einheit": "%",
            "raumebene": "gemeinde",
            "quelle": {"titel": "Statistik"},
            "werte": [{"jahr": jahr, "wert": wert} for jahr, wert in werte.items()],
        }
        | mehr
    )


def jahre(reihen: list[Reihe]) -> list[tuple[str, str | None, list[int]]]:
    return [(r.indikator, r.gebiet, [wert.jahr for wert in r.werte]) for r in reihen]


def test_a_report_goes_on_with_the_baseline_and_its_value_counts() -> None:
    lauf, einzelne = im_lauf_der_jahre(
        [reihe("b", {2018: 3, 2016: 2})], [reihe("a", {2015: 1, 2016: 9}), reihe("b", {2015: 1, 2016: 9})]
    )
    assert jahre(lauf) == [("b", None, [2015, 2016, 2018]), ("a", None, [2015, 2016])]
    assert [wert.wert for wert in lauf[0].werte] == [1, 2, 3]
    assert einzelne == []


def test_what_is_not_the_same_stays_apart() -> None:
    davor = [
        reihe("b", {2015: 1, 2016: 2}, gebiet="Kreis"),
        reihe("b", {2015: 1, 2016: 2}, einheit="Anzahl"),
        reihe("b", {2015: 1, 2016: 2}, musterdaten=True),
        reihe("c", {2015: 1}),
        reihe("c", {2015: None, 2016: 1}),
    ]
    lauf, einzelne = im_lauf_der_jahre([reihe("b", {2018: 3})], davor)
    assert jahre(lauf) == [
        ("b", None, [2018]),
        ("b", "Kreis", [2015, 2016]),
        ("b", None, [2015, 2016]),
        ("b", None, [2015, 2016]),
    ]
    assert jahre(einzelne) == [("c", None, [2015]), ("c", None, [2015, 2016])]

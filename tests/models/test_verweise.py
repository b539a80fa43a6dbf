"""References are found by the types of the fields, wherever they stand."""

from datetime import date

from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.models.verweise import verweise


def test_every_reference_is_found_with_its_route() -> None:
    massnahme = Massnahme.model_validate(
        {
            "kennung": "M-1.1.1", "ziel": "Z-1.1", "titel": "x", "federfuehrung": "OE-10",
            "beteiligte": ["OE-1", "OE-2"], "querschnittsthemen": ["inklusion"], "entstanden_aus": ["W-2017-01"],
        }
    )  # fmt: skip
    assert [tuple(fundstelle) for fundstelle in verweise(massnahme)] == [
        ("ziel", "Z-1.1", ("ziel",)),
        ("organisationseinheit", "OE-10", ("federfuehrung",)),
        ("organisationseinheit", "OE-1", ("beteiligte", 0)),
        ("organisationseinheit", "OE-2", ("beteiligte", 1)),
        ("querschnittsthema", "inklusion", ("querschnittsthemen", 0)),
        ("herkunft", "W-2017-01", ("entstanden_aus", 0)),
    ]


def test_references_in_lists_of_groups_are_found() -> None:
    bericht = Jahresbericht.model_validate(
        {
            "kennung": "J-2018", "von": date(2018, 1, 1), "bis": date(2018, 12, 31), "beschluss": "B-2019-01",
            "massnahmen": [{"massnahme": "M-1.1.1", "status": "ersetzt", "nachfolger": ["M-1.1.2"]}],
        }
    )  # fmt: skip
    assert [tuple(fundstelle) for fundstelle in verweise(bericht)] == [
        ("beschluss", "B-2019-01", ("beschluss",)),
        ("massnahme", "M-1.1.1", ("massnahmen", 0, "massnahme")),
        ("massnahme", "M-1.1.2", ("massnahmen", 0, "nachfolger", 0)),
    ]

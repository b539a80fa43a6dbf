"""The table of kinds: path, Kennung and back."""

import pytest

from fgk.models.arten import ARTEN, Art, art_namens, art_von
from fgk.models.kennungen import FORMEN

PFADE = [
    ("audit.yaml", "audit", None),
    ("vertrag.yaml", "vertrag", None),
    ("beschluesse/B-2017-03.yaml", "beschluss", "B-2017-03"),
    ("bestandsaufnahme/indikatoren.yaml", "indikatoren", None),
    ("bestandsaufnahme/analyse/HF3.yaml", "analyse", "AN-HF3"),
    ("bestandsaufnahme/sozialraeume.yaml", "sozialraeume", None),
    ("beteiligung/W-2017-02.yaml", "beteiligung", "W-2017-02"),
    ("ziele/Z-3.1.yaml", "ziel", "Z-3.1"),
    ("massnahmen/M-3.1.2.yaml", "massnahme", "M-3.1.2"),
    ("jahresberichte/2018.yaml", "jahresbericht", "J-2018"),
    ("jahresberichte/2020-2021.yaml", "jahresbericht", "J-2020-2021"),
]


@pytest.mark.parametrize(("pfad", "name", "kennung"), PFADE)
def test_a_path_leads_to_a_kind_and_a_kennung_and_back(pfad: str, name: str, kennung: str | None) -> None:
    art = art_von(pfad)
    assert art is art_namens(name)
    assert art.kennung_aus_pfad(pfad) == kennung
    assert art.ist_einzeln is (kennung is None)
    if kennung is not None:
        assert art.pfad_zu(kennung) == pfad
        assert FORMEN[name].passt(kennung)


@pytest.mark.parametrize(
    "pfad",
    ["", "audit.yml", "AUDIT.yaml", "x/audit.yaml", "massnahmen/x/M-1.yaml", "massnahmen/.yaml", "massnahmen", "ziele/", "audit.yaml\n"],
)  # fmt: skip
def test_other_paths_are_of_no_kind(pfad: str) -> None:
    assert art_von(pfad) is None


@pytest.mark.parametrize("art", ARTEN, ids=lambda art: art.name)
def test_every_kind_is_described(art: Art) -> None:
    assert art.titel
    assert art.modell.__doc__
    assert art.pfad.endswith(".yaml")


def test_names_and_paths_are_unique() -> None:
    assert len({art.name for art in ARTEN}) == len({art.pfad for art in ARTEN}) == len(ARTEN)


def test_a_name_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        art_namens("nix")

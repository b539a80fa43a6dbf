"""The shipped Verfahren: they load, and what they say hangs together."""

from urllib.parse import urlsplit

import pytest
from pydantic import TypeAdapter, ValidationError

from fgk import resources
from fgk.models.audit import SCHRITT, Audit
from fgk.models.felder import known_arten
from fgk.reading.reader import read_yaml
from fgk.verfahren.laden import lade_verfahren, verfahren_namen
from fgk.verfahren.modell import Verfahren

NAMEN = verfahren_namen()


@pytest.fixture(params=NAMEN)
def verfahren(request: pytest.FixtureRequest) -> Verfahren:
    geladen = lade_verfahren(request.param)
    assert geladen is not None
    assert geladen.kennung == request.param
    return geladen


def test_there_are_three() -> None:
    assert NAMEN == ["familiengerechte-kommune", "familiengerechter-kreis", "generationengerechtes-wohnen"]


@pytest.mark.parametrize(
    "name", ["", "nix", "../verfahren/familiengerechte-kommune", "Familiengerechte-Kommune"]
)
def test_an_unknown_one_is_none(name: str) -> None:
    assert lade_verfahren(name) is None


@pytest.mark.parametrize("name", NAMEN)
def test_the_file_is_read_without_faults(name: str) -> None:
    assert read_yaml(resources.data("verfahren", f"{name}.yaml").read_bytes()).faults == []


@pytest.mark.parametrize("name", NAMEN)
def test_the_file_is_what_the_types_say(name: str) -> None:
    data = read_yaml(resources.data("verfahren", f"{name}.yaml").read_bytes()).data
    assert TypeAdapter(Verfahren).validate_python(data) == lade_verfahren(name)


def test_a_word_that_is_none_does_not_pass() -> None:
    data = read_yaml(resources.data("verfahren", f"{NAMEN[0]}.yaml").read_bytes()).data
    data["phasen"][0]["schritte"] = ["nix"]
    data["kataloge"][0]["handlungsfelder"][0]["kennung"] = "H1"
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Verfahren).validate_python(data)
    assert sorted(fault["type"] for fault in caught.value.errors()) == ["form_falsch", "wert_nicht_erlaubt"]


def test_the_handlungsfelder_of_a_catalogue_are_numbered_without_gaps(verfahren: Verfahren) -> None:
    assert verfahren.kataloge
    assert len({katalog.kennung for katalog in verfahren.kataloge}) == len(verfahren.kataloge)
    for katalog in verfahren.kataloge:
        kennungen = [feld.kennung for feld in katalog.handlungsfelder]
        assert kennungen == [f"HF{nummer}" for nummer in range(1, len(kennungen) + 1)]
        assert len({feld.bezeichnung for feld in katalog.handlungsfelder}) == len(kennungen)
        assert verfahren.katalog(katalog.kennung) is katalog
    assert verfahren.katalog("nix") is None


def test_themes_and_phases_are_unique_and_lengths_make_sense(verfahren: Verfahren) -> None:
    themen = [thema.kennung for thema in verfahren.querschnittsthemen]
    phasen = [phase.kennung for phase in verfahren.phasen]
    assert len(set(themen)) == len(themen)
    assert len(set(phasen)) == len(phasen) > 0
    assert all(phase.monate_von <= phase.monate_bis for phase in verfahren.phasen)


def test_every_step_is_known_and_stands_in_one_phase(verfahren: Verfahren) -> None:
    schritte = [schritt for phase in verfahren.phasen for schritt in phase.schritte]
    assert len(set(schritte)) == len(schritte)
    assert set(schritte) <= set(SCHRITT.worte)


def test_the_places_are_kinds_of_place(verfahren: Verfahren) -> None:
    assert set(verfahren.ortsarten) <= set(known_arten(Audit, ("ort",)))
    assert verfahren.ortsarten


def test_every_source_of_a_catalogue_is_an_address(verfahren: Verfahren) -> None:
    for katalog in verfahren.kataloge:
        assert urlsplit(katalog.quelle).scheme == "https", katalog.kennung

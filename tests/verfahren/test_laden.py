"""The shipped Verfahren: they load, and what they say hangs together."""

from urllib.parse import urlsplit

import pytest
from pydantic import ValidationError

from fgk import resources
from fgk.models.arten import ARTEN
from fgk.models.audit import SCHRITT, Audit
from fgk.models.felder import field_at, known_arten
from fgk.models.verfahren import NACHWEISE, Verfahren
from fgk.reading.reader import read_yaml
from fgk.verfahren.laden import lade_verfahren, verfahren_namen

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
def test_the_file_is_what_the_model_says(name: str) -> None:
    data = read_yaml(resources.data("verfahren", f"{name}.yaml").read_bytes()).data
    geprueft = Verfahren.model_validate(data)
    grundlage = lade_verfahren(geprueft.grundlage) if geprueft.grundlage else None
    assert (geprueft.ueber(grundlage) if grundlage else geprueft) == lade_verfahren(name)


def test_a_word_that_is_none_does_not_pass() -> None:
    data = read_yaml(resources.data("verfahren", f"{NAMEN[0]}.yaml").read_bytes()).data
    data["phasen"][0]["schritte"] = ["nix"]
    data["kataloge"][0]["handlungsfelder"][0]["kennung"] = "H1"
    with pytest.raises(ValidationError) as caught:
        Verfahren.model_validate(data)
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
    for ablauf in verfahren.ablaeufe:
        assert {dauer.phase for dauer in ablauf.dauern} <= set(phasen)
        assert all(dauer.monate_von <= dauer.monate_bis for dauer in ablauf.dauern)


def test_every_step_is_known_and_stands_in_one_phase_of_a_stage(verfahren: Verfahren) -> None:
    assert verfahren.stufen
    for stufe in verfahren.stufen:
        phasen = verfahren.phasen_in(stufe.kennung)
        assert [phase.kennung for phase in phasen] == list(stufe.phasen)
        schritte = [schritt for phase in phasen for schritt in phase.schritte]
        assert len(set(schritte)) == len(schritte)
        assert set(schritte) <= set(SCHRITT.worte)


def test_every_gate_asks_for_one_thing_that_there_can_be(verfahren: Verfahren) -> None:
    modelle = {art.name: art.modell for art in ARTEN}
    for phase in verfahren.phasen:
        for v in phase.voraussetzungen:
            assert [v.datensatz, v.beschluss, v.schritt].count(None) == 2, v.text
            for feld in (*v.felder, *v.eines_von):
                assert v.datensatz is not None
                assert field_at(modelle[v.datensatz], tuple(feld.split(".")), {}) is not None, feld


def test_a_gate_can_ask_for_every_kind_of_record_that_an_audit_brings_forth() -> None:
    kinds = {art.name for art in ARTEN if not art.ist_fuer_alle} - {"audit", "beschluss"}
    assert kinds == set(NACHWEISE)


def test_what_a_file_leaves_out_is_as_in_its_foundation() -> None:
    kommune, kreis = lade_verfahren("familiengerechte-kommune"), lade_verfahren("familiengerechter-kreis")
    assert kommune is not None
    assert kreis is not None
    assert kreis.kataloge == kommune.kataloge
    assert kreis.gremium == "Kreistag"
    assert "Kreistag" in kreis.phasen[0].beschreibung


@pytest.mark.parametrize(
    ("name", "stufe", "danach"),
    [
        ("familiengerechte-kommune", "grund", "bilanzierung"),
        ("familiengerechter-kreis", "bilanzierung", "erhaltung"),
        ("familiengerechte-kommune", "erhaltung", None),
        ("generationengerechtes-wohnen", "bilanzierung", None),
        ("generationengerechtes-wohnen", "nix", None),
    ],
)
def test_the_stage_that_follows_is_one_that_the_verfahren_has(
    name: str, stufe: str, danach: str | None
) -> None:
    gefunden = lade_verfahren(name)
    assert gefunden is not None
    assert gefunden.stufe_nach(stufe) == danach


def test_the_published_lengths_are_all_there() -> None:
    verfahren = lade_verfahren("familiengerechte-kommune")
    assert verfahren is not None
    laengen = {
        ablauf.kennung: [(d.phase, d.monate_von, d.monate_bis) for d in ablauf.dauern]
        for ablauf in verfahren.ablaeufe
    }
    assert laengen["verein-2018"][:3] == [("analyse", 4, 4), ("beteiligung", 4, 6), ("vereinbarung", 3, 3)]
    assert laengen["kurz-2012"][:3] == [("analyse", 0, 3), ("beteiligung", 6, 6), ("vereinbarung", 0, 3)]
    assert verfahren.ablauf(None) == verfahren.ablaeufe[0]
    assert verfahren.ablauf("nix") is None


def test_the_places_are_kinds_of_place(verfahren: Verfahren) -> None:
    assert set(verfahren.ortsarten) <= set(known_arten(Audit, ("ort",)))
    assert verfahren.ortsarten


def test_every_source_of_a_catalogue_is_an_address(verfahren: Verfahren) -> None:
    for katalog in verfahren.kataloge:
        assert urlsplit(katalog.adresse or "").scheme == "https", katalog.kennung

"""The shipped catalogue of indicators: it loads, and what it says hangs together."""

import re
from collections import Counter

from pydantic import TypeAdapter

from fgk import resources
from fgk.katalog import Fundort, Indikator, lade_fundorte, lade_katalog
from fgk.models.kennungen import IndikatorVerweis
from fgk.reading.reader import read_yaml
from fgk.verfahren.laden import lade_verfahren, verfahren_namen

KATALOG = lade_katalog()
FORM = next(extra for extra in IndikatorVerweis.__metadata__)  # type: ignore[attr-defined]


def test_the_file_is_read_without_faults() -> None:
    ergebnis = read_yaml(resources.data("katalog", "indikatoren.yaml").read_bytes())
    assert ergebnis.faults == []
    assert len(ergebnis.data["indikatoren"]) == len(KATALOG) > 20, "no Kennung twice"


def test_the_files_are_what_the_types_say() -> None:
    for name, modell in (("indikatoren", Indikator), ("fundorte", Fundort)):
        data = read_yaml(resources.data("katalog", f"{name}.yaml").read_bytes()).data[name]
        assert len(TypeAdapter(list[modell]).validate_python(data)) == len(data)  # type: ignore[valid-type]


def test_every_kennung_can_be_referred_to() -> None:
    assert [kennung for kennung in KATALOG if not FORM.passt(kennung)] == []


def test_names_are_unique() -> None:
    doppelt = [name for name, zahl in Counter(i.bezeichnung for i in KATALOG.values()).items() if zahl > 1]
    assert doppelt == []


def test_every_handlungsfeld_exists_in_every_catalogue_of_the_audit_of_municipalities() -> None:
    verfahren = lade_verfahren("familiengerechte-kommune")
    assert verfahren is not None
    assert len(verfahren_namen()) == 3
    felder = [{feld.kennung for feld in katalog.handlungsfelder} for katalog in verfahren.kataloge]
    genannt = {i.handlungsfeld for i in KATALOG.values() if i.handlungsfeld}
    assert all(genannt <= bekannt for bekannt in felder)
    assert genannt == felder[0], "no Handlungsfeld is without indicators"


def test_units_are_spelled_alike() -> None:
    einheiten = {i.einheit for i in KATALOG.values()}
    gefaltet = Counter(re.sub(r"\s+", " ", einheit).casefold() for einheit in einheiten)
    assert [einheit for einheit, zahl in gefaltet.items() if zahl > 1] == []
    assert all(einheit == einheit.strip() for einheit in einheiten)
    assert "Prozent" not in einheiten, "the sign % is used"


def test_a_share_is_measured_in_percent() -> None:
    for indikator in KATALOG.values():
        if indikator.kennung.startswith(("anteil_", "quote_")) or indikator.bezeichnung.startswith("Anteil"):
            assert indikator.einheit.startswith("%"), indikator.kennung


def test_definitions_and_places_to_find_are_there() -> None:
    fundorte = lade_fundorte()
    assert set(fundorte) == set(KATALOG)
    for indikator in KATALOG.values():
        assert len(indikator.definition) > 5, indikator.kennung
        genannt = [(f.system, f.code, f.kuerzel) for f in fundorte[indikator.kennung]]
        assert len(set(genannt)) == len(genannt), indikator.kennung

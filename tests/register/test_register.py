"""The register of municipalities: what it holds, how a place is found, which names fit it."""

import gzip
import re
import subprocess
import sys
from datetime import date

import pytest

from fgk import register, resources
from fgk.register import Gemeinde, Kreis, Verband, by_ags, by_ars, by_kreis, gemeinden, passt, search
from fgk.register.bloecke import lade_block

LAENDER = [f"{nummer:02}" for nummer in range(1, 17)]


def _gemeinde(ags: str) -> Gemeinde:
    gefunden = by_ags(ags)
    assert gefunden is not None
    return gefunden


def _kreis(schluessel: str) -> Kreis:
    gefunden = by_kreis(schluessel)
    assert gefunden is not None
    return gefunden


STOLBERG = _gemeinde("05334032")


def test_all_municipalities_of_all_laender_are_there() -> None:
    alle = [eintrag for land in LAENDER for eintrag in gemeinden(land)]
    assert len(alle) == 10_752
    assert len({eintrag.ags for eintrag in alle}) == 10_752
    assert len({eintrag.kreis.schluessel for eintrag in alle}) == 400
    assert len({eintrag.land for eintrag in alle}) == 16
    assert sum(eintrag.einwohner for eintrag in alle) == pytest.approx(84_358_845, rel=0.001)
    assert {len(eintrag.ars) for eintrag in alle} == {12}
    assert {eintrag.art for eintrag in alle} == {
        "Gemeinde", "Große Kreisstadt", "Kreisfreie Stadt", "Markt", "Stadt", "Stadtkreis",
    }  # fmt: skip


def test_every_municipality_is_found_by_its_own_name_and_fits_it() -> None:
    einige = [eintrag for land in LAENDER for eintrag in gemeinden(land)[::8]]
    for eintrag in gemeinden("05") + gemeinden("12") + einige:
        for name in (eintrag.name, eintrag.amtlicher_name, *eintrag.varianten):
            assert eintrag in search(name), name
            assert passt(name, eintrag), name


def test_an_entry_says_all_that_is_known() -> None:
    assert STOLBERG.amtlicher_name == "Stolberg (Rhld.), Kupferstadt"
    assert (STOLBERG.name, STOLBERG.beiname) == ("Stolberg (Rhld.)", "Kupferstadt")
    assert (STOLBERG.ars, STOLBERG.art) == ("053340032032", "Stadt")
    assert (STOLBERG.kreis.name, STOLBERG.kreis.art) == ("Städteregion Aachen", "Kreis")
    assert STOLBERG.land == "Nordrhein-Westfalen"
    assert (STOLBERG.einwohner, STOLBERG.einwohner_am) == (56_455, date(2022, 12, 31))
    assert "Stolberg (Rhld.), Stadt (ab 21.10.2009)" in STOLBERG.varianten
    assert not STOLBERG.ist_kreisfrei


def test_a_city_without_a_kreis_says_so() -> None:
    assert _gemeinde("05314000").ist_kreisfrei
    assert _kreis("05314").ist_kreisfrei
    assert not _kreis("05334").ist_kreisfrei


@pytest.mark.parametrize("ags", ["05999001", "05334033", "99000000", "0533403", "05334", "", "05334032 "])
def test_what_is_no_key_of_a_municipality_is_not_found(ags: str) -> None:
    assert by_ags(ags) is None


def test_gemeindefreie_gebiete_are_no_municipalities() -> None:
    assert by_ags("01053105") is None  # Sachsenwald
    assert all("gemfr" not in eintrag.amtlicher_name for eintrag in gemeinden("01"))


def test_an_ars_names_a_municipality_or_an_association() -> None:
    assert by_ars("053340032032") == STOLBERG
    eider = by_ars("010515169000")
    assert isinstance(eider, Verband)
    assert (eider.name, eider.kreis.name, eider.kreis.land) == ("Eider", "Dithmarschen", "Schleswig-Holstein")
    assert by_ars("010010000000") == _gemeinde("01001000")
    for falsch in ("053349999032", "010515999000", "0533400", "", "010515169001"):
        assert by_ars(falsch) is None


def test_the_municipalities_of_a_kreis_come_in_order() -> None:
    namen = [eintrag.name for eintrag in gemeinden("05334")]
    assert namen[:2] == ["Aachen", "Alsdorf"]
    assert len(namen) == 10
    assert gemeinden("05999") == gemeinden("99") == []


@pytest.mark.parametrize(
    "name",
    [
        "Stolberg", "stolberg", "STOLBERG", "Stolberg (Rhld.)", "Stolberg (Rheinland)", "Stolberg/Rhld.",
        "Stolberg (Rhld.), Stadt", "Stolberg (Rhld.), Kupferstadt", "Kupferstadt Stolberg", "Stadt Stolberg (Rhld.)",
        "      Stolberg (Rhld.), Stadt (ab 21.10.2009)", "Stolb",
    ],
)  # fmt: skip
def test_stolberg_is_found_by_all_its_spellings(name: str) -> None:
    assert search(name) == [STOLBERG]


@pytest.mark.parametrize(
    ("name", "erster"),
    [
        ("Duesseldorf", "05111000"), ("düsseldorf", "05111000"), ("Du\u0308sseldorf", "05111000"),
        ("Gießen", "06531005"), ("Giessen", "06531005"), ("St. Augustin", "05382056"), ("Frankfurt a.M.", "06412000"),
        ("Frankfurt/Main", "06412000"), ("Frankfurt (Oder)", "12053000"), ("Bad Homburg v.d.H.", "06434001"),
        ("Cottbus", "12052000"), ("Freie und Hansestadt Hamburg", "02000000"), ("Castrop Rauxel", "05562004"),
        ("Kreis- und Hochschulstadt Meschede", "05958032"), ("Weinstraße", "07316000"), ("Lahr (Schwarzwald)", "08317065"),
        ("Hude (Oldenburg)", "03458010"), ("Heinsberg (Rhld.)", "05370016"), ("Hann. Münden", "03159017"), ("Buchholz", "01051012"),
        ("Neustadt an der Aisch", "09575153"), ("Neustadt a.d. Weinstr.", "07316000"), ("Am Mellensee", "12072002"),
    ],
)  # fmt: skip
def test_names_are_found_as_people_write_them(name: str, erster: str) -> None:
    assert search(name)[0].ags == erster


def test_one_name_of_many_places_finds_them_all() -> None:
    gefunden = search("Neustadt")
    assert len(gefunden) == 17
    assert [eintrag.name for eintrag in gefunden if not re.match("Neustadt[ /-]", eintrag.name)] == []
    assert [e.ags for e in search("Frankfurt")] == ["12053000", "06412000"]


@pytest.mark.parametrize("name", ["Xyz", "", "()", ",", "Stolberg (Harz)", "Stolberg (Rhld.", "\n", "\t"])
def test_a_name_of_nothing_finds_nothing(name: str) -> None:
    assert search(name) in ([], [STOLBERG])
    assert (search(name) == []) is (name != "Stolberg (Rhld.")


@pytest.mark.parametrize("name", ["Aachen", "Stolberg (Harz)", "Stadt", "", "Stol", "Stolberg-Büsbach"])
def test_another_name_does_not_fit(name: str) -> None:
    assert not passt(name, STOLBERG)


@pytest.mark.parametrize(
    ("name", "schluessel"),
    [
        ("StädteRegion Aachen", "05334"), ("Kreis Düren", "05358"), ("Landkreis Göttingen", "03159"), ("Düren", "05358"),
        ("Bundesstadt Bonn", "05314"), ("Koblenz", "07111"), ("Koblenz, krfr. Stadt", "07111"),
    ],
)  # fmt: skip
def test_names_of_kreise_fit_as_people_write_them(name: str, schluessel: str) -> None:
    assert passt(name, _kreis(schluessel))


def test_a_key_of_an_invented_place_is_known_as_one() -> None:
    assert all(map(register.ist_erfunden, ("05999001", "05999", "059990001001")))
    assert not any(map(register.ist_erfunden, ("05334032", "05334", "99900000", "")))


def test_the_source_and_its_terms_are_said() -> None:
    herkunft = register.herkunft()
    assert (herkunft.gebietsstand, herkunft.einwohner_am) == (date(2024, 6, 30), date(2022, 12, 31))
    assert "Statistisches Bundesamt (Destatis), 2024" in herkunft.vermerk
    assert "mit Quellenangabe gestattet" in herkunft.lizenz


def test_the_files_are_small_and_readable_by_gzip() -> None:
    dateien = sorted(resources.data("register", "daten").iterdir())
    assert [datei.name for datei in dateien] == [f"{n}.tsv.gz" for n in [*LAENDER, "kreise", "namen"]]
    assert sum(datei.stat().st_size for datei in dateien) < 300_000
    for datei in dateien:
        zeilen = gzip.decompress(datei.read_bytes()).decode()
        assert f"\n{zeilen}".encode() == lade_block(datei.name.removesuffix(".tsv.gz"))


def test_a_look_up_reads_only_the_file_of_its_land() -> None:
    frage = (
        "import sys; from fgk import register; from fgk.register import bloecke; "
        "gelesen = []; lies = bloecke.resources.data; "
        "bloecke.resources.data = lambda *teile: gelesen.append(teile[-1]) or lies(*teile); "
        "register.by_ags('05334032'); print(gelesen, 'yaml' in sys.modules)"
    )
    antwort = subprocess.run([sys.executable, "-c", frage], capture_output=True, text=True, check=True)
    assert antwort.stdout.strip() == "['05.tsv.gz', 'kreise.tsv.gz'] False"

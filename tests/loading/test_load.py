"""Loading an Akte: what becomes a record, what stays known of a faulty file, and the places in it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from hilfen import KOPF, MASSNAHME, MINIMAL, pruefe

from fgk.loading.load import load_akte
from fgk.models.audit import Audit
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel
from fgk.sources import FolderSource


def test_the_smallest_akte() -> None:
    akte, meldungen = load_akte(FolderSource(MINIMAL))
    assert meldungen == []
    assert akte.audit is not None
    assert akte.audit.ort.name == "Musterstadt"
    [massnahme] = akte.alle(Massnahme)
    assert (massnahme.kennung, massnahme.path, massnahme.art.name) == ("M-1.1.1", MASSNAHME, "massnahme")
    assert massnahme.data["beginn"] == massnahme.modell.beginn == date(2024, 3, 1)
    assert akte.finde(Ziel, "Z-1.1") is akte.alle(Ziel)[0].modell
    assert akte.finde(Ziel, "Z-9.9") is None
    assert akte.kennungen["OE-51"] == [
        ("organisationseinheiten.yaml", ("organisationseinheiten", 1, "kennung"))
    ]
    assert akte.fehlerhaft == akte.unlesbar == set()


def test_records_come_in_the_order_of_their_numbers(akte: Callable[..., Path]) -> None:
    nummern = ["1.1.10", "1.1.9", "1.2.1", "1.1.2"]
    dateien = {f"massnahmen/M-{n}.yaml": KOPF.replace("M-1.1.1", f"M-{n}") for n in nummern}
    geladen = load_akte(FolderSource(akte(dateien)))[0]
    assert [r.kennung for r in geladen.alle(Massnahme)] == [
        "M-1.1.1",
        "M-1.1.2",
        "M-1.1.9",
        "M-1.1.10",
        "M-1.2.1",
    ]


def test_a_faulty_file_gives_no_record_but_keeps_its_kennung(akte: Callable[..., Path]) -> None:
    ordner = akte({MASSNAHME: "kennung: M-7.7.7\nx: 1\n", "audit.yaml": "["})
    geladen, meldungen = load_akte(FolderSource(ordner))
    assert geladen.audit is None
    assert geladen.einzeln(Audit) is None
    assert geladen.alle(Massnahme) == []
    assert geladen.fehlerhaft == {MASSNAHME, "audit.yaml"}
    assert geladen.unlesbar == {"audit"}
    assert geladen.kennungen["M-1.1.1"] == [(MASSNAHME, ())], "the name of the file promises it"
    assert geladen.kennungen["M-7.7.7"] == [(MASSNAHME, ("kennung",))]
    assert {meldung.code for meldung in meldungen} == {"FGK003", "FGK010", "FGK011"}


def test_of_a_folder_that_is_only_linked_the_kinds_are_unknown(
    akte: Callable[..., Path], tmp_path: Path
) -> None:
    ordner = akte({})
    (ordner / "ziele").rename(tmp_path / "ziele")
    (ordner / "ziele").symlink_to(tmp_path / "ziele")
    geladen, meldungen = load_akte(FolderSource(ordner))
    assert geladen.unlesbar == {"ziel"}
    assert [meldung.code for meldung in meldungen] == ["FGK019"]


def test_a_hint_does_not_cost_the_record(akte: Callable[..., Path]) -> None:
    geladen, meldungen = load_akte(FolderSource(akte({MASSNAHME: b"\xef\xbb\xbf" + KOPF.encode()})))
    assert [meldung.code for meldung in meldungen] == ["FGK020"]
    assert len(geladen.alle(Massnahme)) == 1


def test_a_place_is_found_when_somebody_asks_for_it(akte: Callable[..., Path]) -> None:
    geladen = load_akte(FolderSource(akte({})))[0]
    assert geladen.locate(MASSNAHME, "federfuehrung") == (4, 16, 4, 21)
    assert geladen.locate(MASSNAHME, "federfuehrung", key=True) == (4, 1, 4, 14)
    assert geladen.locate("organisationseinheiten.yaml", "organisationseinheiten", 1, "name") == (
        6,
        11,
        6,
        20,
    )
    assert geladen.locate("gibt/es/nicht.yaml", "x") == (1, 1, 1, 1)


def test_places_are_found_in_more_files_than_are_kept_open(akte: Callable[..., Path]) -> None:
    dateien = {f"massnahmen/M-1.1.{n}.yaml": KOPF.replace("M-1.1.1", f"M-1.1.{n}") for n in range(1, 60)}
    geladen = load_akte(FolderSource(akte(dateien)))[0]
    for _ in range(2):
        assert {geladen.locate(pfad, "titel") for pfad in dateien} == {(3, 8, 3, 35)}


def test_an_akte_without_its_head_says_only_that(akte: Callable[..., Path]) -> None:
    ordner = akte({"audit.yaml": None})
    [meldung] = pruefe(ordner)
    assert (meldung.code, meldung.path, meldung.span[:2]) == (
        "FGK025",
        f"{ordner.as_posix()}/audit.yaml",
        (1, 1),
    )
    assert "audit.yaml fehlt" in meldung.was
    [meldung] = pruefe(akte({"audit.yml": (MINIMAL / "audit.yaml").read_bytes()}))
    assert meldung.code == "FGK016", "the other ending is the reason, so nothing more is said"

"""Where files come from: which are found, which folders are Akten, and that reading writes nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MASSNAHME, lege_an, ohne_vorrechte, pruefe

from fgk.errors import FgkError
from fgk.finding import find_akte_upwards, find_akten
from fgk.sources import FolderSource, UnreadableFileError


def test_the_paths_are_all_yaml_files_sorted_and_with_slashes(akte: Callable[..., Path]) -> None:
    ordner = akte(
        {
            "massnahmen/M-1.1.10.yaml": "",
            "Z.YML": "",
            "massnahmen/M-1.1.11.yaml.txt": "",
            "notiz.txt": "",
            ".versteckt/a.yaml": "",
            "ausgabe/a.yaml": "",
            "x.json": "",
        }
    )
    assert list(FolderSource(ordner).paths()) == [
        "Z.YML",
        "audit.yaml",
        MASSNAHME,
        "massnahmen/M-1.1.10.yaml",
        "massnahmen/M-1.1.11.yaml.txt",
        "organisationseinheiten.yaml",
        "ziele/Z-1.1.yaml",
    ]


def test_an_akte_inside_another_is_not_part_of_it(akte: Callable[..., Path]) -> None:
    ordner = akte({})
    lege_an(ordner / "vorgaenger" / "2016")
    assert not [pfad for pfad in FolderSource(ordner).paths() if pfad.startswith("vorgaenger")]


def test_a_file_gives_its_bytes(akte: Callable[..., Path]) -> None:
    assert FolderSource(akte({MASSNAHME: b"\xff\x00"})).read(MASSNAHME) == b"\xff\x00"


def test_a_file_that_is_gone_is_told_so(akte: Callable[..., Path]) -> None:
    with pytest.raises(UnreadableFileError) as gefangen:
        FolderSource(akte({})).read("fehlt.yaml")
    assert gefangen.value.code == "FGK018"
    assert gefangen.value.was == "„fehlt.yaml“ lässt sich nicht lesen (nicht gefunden)."


def test_a_link_to_a_neighbour_with_the_same_beginning_leads_out(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path / "akte")
    lege_an(tmp_path / "akte2")
    (ordner / "ziele" / "Z-1.2.yaml").symlink_to(tmp_path / "akte2" / "ziele" / "Z-1.1.yaml")
    with pytest.raises(UnreadableFileError) as gefangen:
        FolderSource(ordner).read("ziele/Z-1.2.yaml")
    assert gefangen.value.code == "FGK019"


def test_all_akten_below_a_folder_are_found_the_nested_ones_too(tmp_path: Path) -> None:
    eine = lege_an(tmp_path / "b" / "akte")
    innen = lege_an(eine / "alt" / "2016")
    andere = lege_an(tmp_path / "a")
    lege_an(tmp_path / ".versteckt" / "c")
    (tmp_path / "verweis").symlink_to(andere)
    assert find_akten(tmp_path) == [andere, eine, innen]


def test_a_folder_that_has_lost_its_audit_yaml_is_found_all_the_same(tmp_path: Path) -> None:
    eine = lege_an(tmp_path / "a")
    ohne = lege_an(tmp_path / "b", {"audit.yaml": None})
    (tmp_path / "c" / "ziele").mkdir(parents=True)
    alt = lege_an(eine / "alt", {"audit.yaml": None})
    assert find_akten(tmp_path) == [eine, ohne], "one sign is none, and in an Akte nothing is looked for"
    assert find_akten(ohne) == [ohne]
    assert find_akten(alt) == [eine]


def test_a_locked_folder_is_not_passed_over(tmp_path: Path) -> None:
    eine, zu = lege_an(tmp_path / "a"), lege_an(tmp_path / "b")
    innen = eine / "massnahmen"
    for ordner in (zu, innen):
        ordner.chmod(0)
    tmp_path.parent.parent.chmod(0o755)
    tmp_path.parent.chmod(0o755)
    tmp_path.chmod(0o755)
    try:
        with ohne_vorrechte():
            assert find_akten(tmp_path) == [eine, zu]
            [meldung] = pruefe(zu)
    finally:
        for ordner in (zu, innen):
            ordner.chmod(0o755)
    assert (meldung.code, meldung.path) == ("FGK018", zu.as_posix())
    assert meldung.was == "„b“ lässt sich nicht lesen (keine Berechtigung)."


@pytest.mark.parametrize("innen", ["", "massnahmen", MASSNAHME, "audit.yaml"])
def test_a_path_inside_an_akte_means_that_akte(akte: Callable[..., Path], innen: str) -> None:
    ordner = akte({})
    assert find_akten(ordner / innen) == [ordner]


def test_the_current_folder_inside_an_akte_is_enough(
    akte: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(akte({}) / "massnahmen")
    assert [ordner.resolve() for ordner in find_akten(Path())] == [akte({}).resolve()]


@pytest.mark.parametrize("name", ["fehlt", "fehlt/tiefer", "datei.txt/x", "x" * 300])
def test_a_path_that_does_not_exist_is_told_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "datei.txt").write_text("x", encoding="utf-8")
    with pytest.raises(FgkError) as gefangen:
        find_akten(tmp_path / name)
    assert gefangen.value.was == f"„{tmp_path / name}“ gibt es nicht."


@pytest.mark.parametrize("name", [".", "leer", "datei.txt", "kreis", "toter_verweis"])
def test_a_place_without_an_akte_is_told_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "leer").mkdir()
    (tmp_path / "datei.txt").write_text("x", encoding="utf-8")
    (tmp_path / "kreis").symlink_to("kreis")
    (tmp_path / "toter_verweis").symlink_to("nirgends")
    with pytest.raises(FgkError) as gefangen:
        find_akten(tmp_path / name)
    assert "liegt keine Akte: Es gibt dort keine Datei audit.yaml." in gefangen.value.was
    assert "Wechseln Sie in den Ordner der Akte" in gefangen.value.tun


def test_a_folder_called_like_the_head_of_an_akte_makes_it_one(tmp_path: Path) -> None:
    (tmp_path / "audit.yaml").mkdir()
    assert find_akte_upwards(tmp_path) == tmp_path


def test_links_in_a_circle_do_not_hold_up_the_search(akte: Callable[..., Path]) -> None:
    ordner = akte({})
    (ordner / "kreis").symlink_to(ordner)
    assert find_akten(ordner.parent) == [ordner]


def test_reading_leaves_no_trace(akte: Callable[..., Path]) -> None:
    ordner = akte({})
    vorher = {p: (os.stat(p).st_mtime_ns, os.stat(p).st_size) for p in ordner.rglob("*")}  # noqa: PTH116
    quelle = FolderSource(ordner)
    assert all(quelle.read(pfad) for pfad in quelle.paths())
    assert {p: (os.stat(p).st_mtime_ns, os.stat(p).st_size) for p in ordner.rglob("*")} == vorher  # noqa: PTH116


def test_folders_deeper_than_python_can_go_are_no_bug(akte: Callable[..., Path]) -> None:
    ordner = akte({})
    here = os.open(ordner, os.O_RDONLY)
    for _ in range(1100):  # in one call the path would be too long for the operating system
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    try:
        assert find_akten(ordner.parent) == [ordner]
        assert pruefe(ordner) == []
    finally:  # nobody else can clear them away either
        for _ in range(1099):
            (ordner / "d" / "d").rename(ordner / "e")
            (ordner / "d").rmdir()
            (ordner / "e").rename(ordner / "d")


def test_a_link_in_a_circle_inside_an_akte_is_named(akte: Callable[..., Path]) -> None:
    ordner = akte({})
    (ordner / "kreis").symlink_to("kreis")
    [meldung] = pruefe(ordner)
    assert (meldung.code, meldung.path) == ("FGK018", f"{ordner.as_posix()}/kreis")


def test_a_path_that_goes_up_is_not_taken_for_the_akte_it_leaves(akte: Callable[..., Path]) -> None:
    ordner = akte({})
    assert find_akte_upwards(ordner / "massnahmen" / ".." / "..") is None
    assert find_akte_upwards(ordner / "massnahmen" / "..") is not None


def test_nothing_is_read_through_a_linked_folder(tmp_path: Path) -> None:
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "x.txt").write_text("geheim", encoding="utf-8")
    (tmp_path / "akte" / "drin" / "tief").mkdir(parents=True)
    (tmp_path / "akte" / "drin" / "tief" / "x.txt").write_text("offen", encoding="utf-8")
    (tmp_path / "akte" / "vorlagen").symlink_to(tmp_path / "geheim")
    (tmp_path / "akte" / "hier").symlink_to("drin")
    source = FolderSource(tmp_path / "akte")
    with pytest.raises(UnreadableFileError, match="Verknüpfung, die aus der Akte hinausführt"):
        source.read("vorlagen/x.txt")
    assert source.read("hier/tief/x.txt") == source.read("drin/tief/x.txt") == b"offen"

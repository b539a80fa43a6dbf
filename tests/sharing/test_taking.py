"""Whatever two offices change and in whatever order they exchange it: nothing is lost, and they end with the same Akte."""

import random
import shutil
from pathlib import Path

import pytest
from hilfen import lege_an
from pakete import VOLL

from fgk.editing.edit import edit
from fgk.errors import FgkError
from fgk.models.massnahme import Massnahme
from fgk.reading.reader import read_yaml
from fgk.sharing.apply import make_akte, take_in
from fgk.sharing.memory import recall
from fgk.sharing.pack import pack
from fgk.sharing.taking import Vorrang, plan
from fgk.sharing.unpack import read_pack
from fgk.sharing.versions import Version, three, two, version

FELDER = ("titel", "ende", "prioritaet", "bemerkung")


def lies(ordner: Path, nummer: int) -> dict[str, object]:
    data = read_yaml((ordner / f"massnahmen/M-1.1.{nummer}.yaml").read_bytes()).data
    assert isinstance(data, dict)
    return data


def schreibe(ordner: Path, nummer: int, feld: str, wert: str) -> None:
    pfad = ordner / f"massnahmen/M-1.1.{nummer}.yaml"
    pfad.write_bytes(edit(pfad.read_bytes(), {(feld,): wert}, Massnahme))


def hol(von: Path, nach: Path, vorrang: Vorrang | None = None) -> bool:
    """Take in what one folder holds, and say whether it went without a conflict."""
    paket = von.parent / "p.zip"
    pack(von, paket)
    gedacht = plan(nach, read_pack(paket), vorrang)
    if gedacht.is_known:
        return True
    if gedacht.conflicts:
        return False
    take_in(gedacht)
    return True


@pytest.mark.parametrize("saat", range(12))
def test_offices_that_change_other_fields_never_lose_anything(saat: int, tmp_path: Path) -> None:
    wuerfel = random.Random(saat)
    erste = lege_an(
        tmp_path / "0", {f"massnahmen/M-1.1.{n}.yaml": VOLL.replace("M-1.1.1", f"M-1.1.{n}") for n in (1, 2)}
    )
    pack(erste, tmp_path / "p.zip")
    aemter = [erste]
    for n in (1, 2):
        make_akte(read_pack(tmp_path / "p.zip"), tmp_path / str(n))
        aemter.append(tmp_path / str(n))
    # each field of each record belongs to one office, so that there is never a conflict
    wer = {(nummer, feld): wuerfel.randrange(3) for nummer in (1, 2) for feld in FELDER}
    stand: dict[tuple[int, str], str] = {}
    for schritt in range(25):
        if wuerfel.random() < 0.5:
            nummer, feld = wuerfel.choice(list(wer))
            wert = {"ende": f"2026-{schritt % 12 + 1:02}-01"}.get(feld, f"Fassung {schritt}")
            if feld == "prioritaet":
                wert = ("hoch", "mittel", "niedrig")[schritt % 3]
            schreibe(aemter[wer[nummer, feld]], nummer, feld, wert)
            stand[nummer, feld] = wert
        else:
            von, nach = wuerfel.sample(aemter, 2)
            assert hol(von, nach)
    for _ in range(2):
        for von in aemter:
            for nach in aemter:
                assert von is nach or hol(von, nach)
    for amt in aemter:
        for (nummer, feld), wert in stand.items():
            assert str(lies(amt, nummer)[feld]) == wert, (amt, nummer, feld)


@pytest.mark.parametrize("saat", range(12))
def test_what_clashes_is_never_taken_over_in_silence(saat: int, tmp_path: Path) -> None:
    wuerfel = random.Random(1000 + saat)
    hier = lege_an(tmp_path / "hier", {"massnahmen/M-1.1.1.yaml": VOLL})
    pack(hier, tmp_path / "p.zip")
    make_akte(read_pack(tmp_path / "p.zip"), tmp_path / "dort")
    dort = tmp_path / "dort"
    for runde in range(6):
        neu: list[dict[str, str]] = [{}, {}]
        for seite, amt in enumerate((hier, dort)):
            for feld in wuerfel.sample(("titel", "bemerkung", "prioritaet"), wuerfel.randrange(3)):
                wert = (
                    wuerfel.choice(("hoch", "mittel", "niedrig"))
                    if feld == "prioritaet"
                    else f"{runde}{seite}"
                )
                if str(lies(amt, 1).get(feld)) != wert:
                    neu[seite][feld] = wert
                    schreibe(amt, 1, feld, wert)
        clash = {f for f in neu[0].keys() & neu[1].keys() if neu[0][f] != neu[1][f]}
        ging = hol(dort, hier)
        assert ging == (not clash)
        if not ging:
            assert hol(dort, hier, Vorrang.paket)
        soll = {**neu[0], **neu[1]}
        assert {feld: str(lies(hier, 1)[feld]) for feld in soll} == soll
        assert hol(hier, dort)
        assert (hier / "massnahmen/M-1.1.1.yaml").read_bytes() == (
            dort / "massnahmen/M-1.1.1.yaml"
        ).read_bytes()


def test_three_versions_of_a_file() -> None:
    a, b, c = (version(text) for text in (b"a", b"b", b"c"))
    assert three("x.txt", a, a, b) == (b, (), False)
    assert three("x.txt", a, b, a) == (b, (), False)
    assert three("x.txt", a, b, b) == (b, (), False)
    assert three("x.txt", None, None, b).version == b
    assert three("x.txt", a, None, a).version is None
    assert three("x.txt", a, a, None).version is None
    assert three("x.txt", a, b, c).is_whole
    assert three("x.txt", a, None, c).is_whole
    assert three("x.txt", a, b, None).is_whole
    assert three("massnahmen/M-1.1.1.yaml", a, version(b"{"), version(b"[")).is_whole
    assert three("massnahmen/M-1.1.1.yaml", Version("?"), version(b"a: 1\n"), version(b"a: 2\n")).conflicts


def test_two_versions_of_a_file() -> None:
    a, b = version(b"a: 1\n"), version(b"a: 2\n")
    assert two("x.txt", a, None).version == a
    assert two("x.txt", None, b).version == b
    assert two("x.txt", a, b).is_whole
    assert [c.path for c in two("massnahmen/M-1.1.1.yaml", a, b).conflicts] == [("a",)]
    assert two("massnahmen/M-1.1.1.yaml", a, version(b"# x\na:   1\n")) == (a, (), False)


def test_only_so_much_is_remembered(tmp_path: Path) -> None:
    hier = lege_an(tmp_path / "hier", {"massnahmen/M-1.1.1.yaml": VOLL})
    for n in range(35):
        schreibe(hier, 1, "titel", f"Fassung {n}")
        pack(hier, tmp_path / "p.zip")
    known = recall(hier)
    assert len(known) == 30
    assert len(known[-1].before) == 34  # whoever comes from further back is known too
    kept = {path.name for path in (hier / ".fgk" / "austausch" / "inhalte").iterdir()}
    assert kept == {v.digest for state in known for v in state.files.values()}


def test_a_content_that_was_changed_in_the_memory_is_not_believed(tmp_path: Path) -> None:
    hier = lege_an(tmp_path / "hier", {"massnahmen/M-1.1.1.yaml": VOLL})
    pack(hier, tmp_path / "p.zip")
    digest = version(VOLL.encode()).digest
    (hier / ".fgk" / "austausch" / "inhalte" / digest).write_bytes(b"kennung: X\n")
    assert recall(hier)[0].files["massnahmen/M-1.1.1.yaml"] == (digest, None)
    shutil.rmtree(hier / ".fgk")
    assert recall(hier) == []


@pytest.mark.parametrize(
    "name", [".fgk", ".fgk/austausch", ".fgk/austausch/inhalte", ".fgk/austausch/staende.json"]
)
def test_a_memory_that_is_a_link_is_not_followed(name: str, tmp_path: Path) -> None:
    hier = lege_an(tmp_path / "hier")
    pack(hier, tmp_path / "p.zip")
    (tmp_path / "fremd").mkdir()
    wichtig = tmp_path / "fremd" / ("a" * 64)
    wichtig.write_text("wichtig", encoding="utf-8")
    ziel = hier / name
    shutil.rmtree(ziel) if ziel.is_dir() else ziel.unlink()
    ziel.symlink_to(wichtig if name.endswith(".json") else tmp_path / "fremd")
    with pytest.raises(FgkError, match="ist eine Verknüpfung"):
        pack(hier, tmp_path / "q.zip")
    assert [path.name for path in (tmp_path / "fremd").iterdir()] == ["a" * 64]
    assert wichtig.read_text(encoding="utf-8") == "wichtig"

"""fgk init for the stage without an end, and for an Akte that holds only its head and the certificate."""

from pathlib import Path

import pytest
from aufdecken import aufgedeckt
from hilfen import Aufruf, pruefe
from terminal import am_terminal

from fgk.diagnostic import Severity
from fgk.editing.formatting import formatted
from fgk.loading.load import load_akte
from fgk.models.begutachtung import Begutachtung
from fgk.models.organisation import Organisationseinheiten
from fgk.sources import FolderSource

TAG = ("--stichtag", "2026-03-01")


@pytest.mark.parametrize("stufe", ["grund", "bilanzierung", "erhaltung"])
def test_a_short_akte_has_a_head_a_certificate_and_no_warnings(
    tmp_path: Path, aufruf: Aufruf, stufe: str
) -> None:
    lauf = aufruf("init", tmp_path / "kurz", "--ags", "05334032", "--kurz", "--stufe", stufe, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    akte = load_akte(FolderSource(tmp_path / "kurz"))[0]
    assert akte.audit
    assert (akte.audit.fuehrung, akte.audit.stufe) == ("kurz", stufe)
    assert akte.einzeln(Begutachtung)
    assert akte.einzeln(Organisationseinheiten) is None
    assert pruefe(tmp_path / "kurz") == []
    assert {path.name for path in (tmp_path / "kurz").glob("*.yaml")} == {"audit.yaml", "begutachtung.yaml"}


@pytest.mark.parametrize("name", ["audit", "begutachtung"])
def test_its_files_are_in_form_and_every_waiting_line_fits(tmp_path: Path, aufruf: Aufruf, name: str) -> None:
    aufruf("init", tmp_path / "kurz", "--ags", "05334032", "--kurz", *TAG)
    pfad = tmp_path / "kurz" / f"{name}.yaml"
    raw = pfad.read_bytes()
    assert formatted(raw) == raw
    moeglich = list(aufgedeckt(raw.decode()))
    assert len(moeglich) >= 6
    for eintrag in moeglich:
        pfad.write_text(eintrag.text, encoding="utf-8")
        assert not any(m.code.startswith("FGK0") for m in pruefe(tmp_path / "kurz")), eintrag.name


def test_a_certificate_in_a_short_akte_asks_for_no_agreement(tmp_path: Path, aufruf: Aufruf) -> None:
    aufruf("init", tmp_path / "kurz", "--ags", "05334032", "--kurz", *TAG)
    zertifikat = (
        "kennung: G-2026\nzertifikat:\n  art: grundzertifikat\n  erteilt_am: 2024-02-01\n"
        "  gueltig_bis: 2027-01-31\n"
    )
    (tmp_path / "kurz" / "begutachtung.yaml").write_text(zertifikat, encoding="utf-8")
    assert [m.code for m in pruefe(tmp_path / "kurz")] == []


def test_the_readme_of_a_short_akte_names_what_is_there(tmp_path: Path, aufruf: Aufruf) -> None:
    aufruf("init", tmp_path / "kurz", "--ags", "05334032", "--kurz", *TAG)
    text = (tmp_path / "kurz" / "README.md").read_text(encoding="utf-8")
    assert "| `begutachtung.yaml` |" in text
    assert "organisationseinheiten.yaml" not in text
    assert "fgk new ziel" not in text
    assert "kurz geführt" in text


def test_the_last_stage_begins_with_its_workshop(tmp_path: Path, aufruf: Aufruf) -> None:
    aufruf("init", tmp_path / "akte", "--ags", "05334032", "--stufe", "erhaltung", *TAG)
    akte = load_akte(FolderSource(tmp_path / "akte"))[0]
    assert akte.audit
    assert [(t.schritt, t.geplant_am) for t in akte.audit.termine] == [("erhaltungsworkshop", "2027-03")]
    assert pruefe(tmp_path / "akte") == []
    assert "fgk new fassung" in (tmp_path / "akte" / "README.md").read_text(encoding="utf-8")


def test_its_agreement_waits_without_an_end(tmp_path: Path, aufruf: Aufruf) -> None:
    ordner = tmp_path / "akte"
    aufruf("init", ordner, "--ags", "05334032", "--stufe", "erhaltung", *TAG)
    lauf = aufruf(
        "new", "zielvereinbarung", "2026", "--feld", "laufzeit.von=2026-05-01", "--akte", ordner, *TAG
    )
    assert lauf.code == 0, lauf.fehler
    assert "Ein Ende hat die Laufzeit in dieser Stufe nicht." in " ".join(lauf.aus.split())
    text = (ordner / "zielvereinbarung.yaml").read_text(encoding="utf-8")
    assert "laufzeit:" in text
    assert "bis: 2026" not in text.partition("laufzeit:")[2].partition("praeambel")[0].replace("# bis", "")
    lauf = aufruf(
        "new", "beteiligung", "--datum", "2026-02-03", "--titel", "Erhaltungsworkshop", "--akte", ordner, *TAG
    )  # fmt: skip
    assert lauf.code == 0, lauf.fehler
    beteiligung = (ordner / "beteiligung" / "W-2026-01.yaml").read_text(encoding="utf-8")
    assert "art: erhaltungsworkshop" in beteiligung  # what else would it be in this stage
    assert [m.was for m in pruefe(ordner) if m.severity is Severity.FEHLER] == []


def test_a_stage_that_a_verfahren_has_not_is_refused(tmp_path: Path, aufruf: Aufruf) -> None:
    worte = ("--verfahren", "generationengerechtes-wohnen", "--name", "Unterstadt", "--ags", "05334032")
    lauf = aufruf("init", tmp_path / "akte", *worte, "--stufe", "erhaltung", *TAG)
    assert lauf.code == 2
    assert "Das Audit Generationengerechtes Wohnen im Quartier hat keine Stufe „erhaltung“." in lauf.fehler
    assert "Möglich sind: grund, bilanzierung." in lauf.fehler


def test_on_a_terminal_a_short_akte_has_no_akte_before(tmp_path: Path) -> None:
    lauf = am_terminal("init", "akte", "--kurz", cwd=tmp_path, antworten=["", "05334032", "2", "2021"])
    assert lauf.code == 0, lauf.aus
    assert "vorigen Stufe" not in lauf.aus

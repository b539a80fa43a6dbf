"""Everything together: members of a Kreis with their own Akten, faulty files, a head that cannot be used."""

from datetime import date
from pathlib import Path

import pytest
from hilfen import MASSNAHME, lege_an
from staende import audit, kreis

from fgk.errors import FgkError
from fgk.loading.load import load_akte
from fgk.loading.nachbarn import nachfolger, vergiss
from fgk.sources import FolderSource
from fgk.stand.lage import Stand
from fgk.stand.ueberblick import stand_von

TAG = date(2022, 1, 1)


def stand(ordner: Path, stichtag: date = TAG) -> Stand:
    vergiss()
    return stand_von(load_akte(FolderSource(ordner))[0], stichtag)


def test_members_stand_where_their_own_akten_stand(tmp_path: Path) -> None:
    eins, zwei, drei = stand(kreis(tmp_path / "k")).mitglieder
    assert eins.stand is not None
    assert eins.stand.phase is not None
    assert eins.stand.phase.phase.kennung == "umsetzung"
    assert eins.stand.zertifikat.zustand == "gueltig"
    assert (zwei.mitglied.akte, zwei.stand) == ("A-musterdorf-2020", None)
    assert (drei.mitglied.akte, drei.stand) == (None, None)


def test_kreise_that_name_each_other_come_to_an_end(tmp_path: Path) -> None:
    ordner = kreis(tmp_path / "k")
    for datei in ordner.parent.glob("*/audit.yaml"):
        text = datei.read_text(encoding="utf-8")
        datei.write_text(text.replace("A-musterdorf-2020", "A-musterkreis-2023"), encoding="utf-8")
    zweites = stand(ordner).mitglieder[1].stand
    assert zweites is not None
    assert (zweites.audit.kennung, zweites.mitglieder) == ("A-musterkreis-2023", [])


def test_a_faulty_file_is_left_out_and_named(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path / "a", {MASSNAHME: "kennung: 1\n"})
    assert (stand(ordner).fehlerhaft, stand(ordner).entworfen) == ([MASSNAHME], (1, 0))


@pytest.mark.parametrize("kopf", ["kennung: 1\n", audit("A-x", verfahren="gibt-es-nicht")])
def test_without_a_head_nothing_can_be_said(tmp_path: Path, kopf: str) -> None:
    with pytest.raises(FgkError, match="lässt sich kein Stand ablesen"):
        stand(lege_an(tmp_path / "a", {"audit.yaml": kopf}))


def test_how_long_the_certificate_took_counts_from_the_analysis(tmp_path: Path) -> None:
    kopf = audit("A-x", termine="\n  - schritt: auftakt\n    datum: 2020-09-01")
    assert stand(lege_an(tmp_path / "a", {"audit.yaml": kopf})).zertifikat_nach == (16, 16)


def test_the_audit_that_goes_on_is_found_by_the_one_it_names(tmp_path: Path) -> None:
    ordner = kreis(tmp_path / "k")
    lege_an(tmp_path / "k" / "neu", {"audit.yaml": audit("A-neu", vorgaenger="A-musterkreis-2023")})
    vergiss()
    gefunden = nachfolger(FolderSource(ordner), "A-musterkreis-2023")
    assert gefunden is not None
    assert gefunden.audit is not None
    assert gefunden.audit.kennung == "A-neu"
    assert nachfolger(FolderSource(ordner), "A-neu") is None

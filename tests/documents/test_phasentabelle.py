"""The phases of a Verfahren as documents show them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fgk.documents.phasentabelle import in_monaten, phasenzeilen
from fgk.documents.sicht import Sicht
from fgk.loading.load import load_akte
from fgk.models.verfahren import Dauer
from fgk.sources import FolderSource


@pytest.mark.parametrize(
    ("von", "bis", "worte"),
    [(4, 4, "4 Monate"), (4, 6, "4 bis 6 Monate"), (0, 3, "bis zu 3 Monate"), (1, 1, "1 Monat")],
)
def test_a_length_in_words(von: int, bis: int, worte: str) -> None:
    assert in_monaten(Dauer(phase="analyse", monate_von=von, monate_bis=bis)) == worte


@pytest.mark.parametrize(
    ("ablauf", "analyse"),
    [("", "4 Monate"), ("ablauf: kurz-2012\n", "bis zu 3 Monate"), ("ablauf: nix\n", "")],
)
def test_the_lengths_are_those_that_the_akte_has_chosen(
    akte: Callable[..., Path], ablauf: str, analyse: str
) -> None:
    ordner = akte()
    with (ordner / "audit.yaml").open("a", encoding="utf-8") as datei:
        datei.write(ablauf)
    sicht = Sicht.aus(load_akte(FolderSource(ordner))[0], date(2024, 6, 30), ist_entwurf=False)
    dauern = {zeile.bezeichnung: zeile.dauer for zeile in phasenzeilen(sicht)}
    assert dauern["Bestandsaufnahme, Analyse und Strategie"] == analyse
    assert dauern["Entscheidung zur Teilnahme"] == ""
    assert "Dauerhafte Umsetzung" not in dauern  # a phase of another stage

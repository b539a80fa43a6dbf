"""The page about lists names every field that a column can become, and no other."""

import re
from pathlib import Path

from fgk.exchange.liste.felder import FELDER, NACH_KEY

SEITE = (Path(__file__).resolve().parents[2] / "docs" / "handbuch" / "12-massnahmenliste.md").read_text(
    encoding="utf-8"
)


def test_every_field_of_a_column_is_on_the_page() -> None:
    tabelle = SEITE.partition("| Feld | wird |")[2].partition("\n\n")[0]
    genannt = re.findall(r"`([a-z_]+)`", tabelle)
    assert sorted(genannt) == sorted(feld.key for feld in FELDER)
    assert len(NACH_KEY) == len(FELDER)


def test_examples_of_columns_name_fields() -> None:
    genannt = re.findall(r'=([a-z_]+)"', SEITE) + re.findall(r"^  \S.*: ([a-z_]+)$", SEITE, re.MULTILINE)
    assert len(genannt) >= 4
    assert set(genannt) <= set(NACH_KEY)

"""Whatever stands in a list: it is read without a crash, and what would be written has no faults."""

from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hilfen import MINIMAL, STICHTAG
from hypothesis import given, settings
from hypothesis import strategies as st
from listen import mappe

from fgk.exchange.liste.einlesen import dateien, lies_liste
from fgk.exchange.liste.felder import FELDER
from fgk.exchange.liste.zuordnung import Zuordnung
from fgk.loading.load import load_akte
from fgk.sources import FolderSource
from fgk.writing import check_files

AKTE = load_akte(FolderSource(MINIMAL))[0]
STELLEN = (MINIMAL / "organisationseinheiten.yaml").read_bytes()
INHALTE = (
    None, "", " – ", "3.1.1", "1.1.1", "M-3.1.1", "9.9.9", "Z-3.00", "HF3", "3", "Handlungsfeld 1: Steuerung", "Weltraum", "Ziel 3.1: a",
    "Leitziel: gut", "Lotsen", "Steuerungsgruppe einrichten", "- x\n- y", "Frau Muster", "Jugendamt; Hauptamt", "51", "2019", "31.12.2019",
    "laufend", "2020-2018", "Ende 2019", "2019-02-30", "25.000 €", "ca. 5 T€ p.a.", "hoch", "Summe", "#REF!", "=1+1", "a: b # c", "'", "\\",
    "null", "~", "*x", "&a", "!x", "@", "|", "x\u200b\u00a0\u2028y", "x" * 300, 0, 1, 3.1, 1234.5, -3, True, date(2018, 3, 4), time(3, 4),
    datetime.fromisoformat("2002-01-03"),
)  # fmt: skip

TITEL = ("Lotsen", "Steuerungsgruppe einrichten", "- x\n- y", "a: b # c", "x\u200by", 2019, *INHALTE)


@st.composite
def listen(draw: st.DrawFn) -> tuple[list[list[Any]], dict[str, str]]:
    """Return the rows of a list, and which column is what."""
    felder = draw(
        st.lists(st.sampled_from([feld.key for feld in FELDER]), min_size=1, max_size=9, unique=True)
    )
    felder = list(dict.fromkeys(["titel", *felder]))
    zeile = st.tuples(st.sampled_from(TITEL), *(st.sampled_from(INHALTE) for _ in felder[1:])).map(list)
    kopf = [f"Spalte {nummer}" for nummer, _ in enumerate(felder)]
    return [kopf, *draw(st.lists(zeile, min_size=1, max_size=8))], dict(zip(kopf, felder, strict=True))


@settings(max_examples=60)
@given(listen(), st.sampled_from(["Tabelle1", "HF3"]))
def test_any_list_is_read_and_what_comes_of_it_has_no_faults(
    liste: tuple[list[list[Any]], dict[str, str]], blatt: str
) -> None:
    zeilen, spalten = liste
    with TemporaryDirectory() as ordner:
        pfad = mappe(Path(ordner), zeilen, blatt=blatt)
        plan = lies_liste(pfad, AKTE, Zuordnung(spalten, kopfzeile=1, vorgaben={"handlungsfeld": "HF3"})).plan
        files = dateien(plan, STELLEN)
    assert check_files(MINIMAL, {name: change.after for name, change in files.items()}, STICHTAG) == []
    assert not {name for name in files if (MINIMAL / name).exists()} - {"organisationseinheiten.yaml"}

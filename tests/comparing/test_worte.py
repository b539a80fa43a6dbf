"""Values in words, and texts cut to the place that differs."""

from pathlib import Path

import pytest
from hilfen import lege_an
from hypothesis import given
from hypothesis import strategies as st

from fgk.comparing.namen import Namen
from fgk.comparing.worte import gekuerzt, sauber, textstelle, wort
from fgk.loading.load import load_akte
from fgk.models.jahresbericht import Massnahmenbericht
from fgk.models.massnahme import Massnahme
from fgk.models.zielvereinbarung import Laufzeit
from fgk.sources import FolderSource


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("a\x1b[31m b", "a\ufffd[31m b"),
        ("a\u202eb\u2066c\u200bd\u00ade", "abcde"),
        ("a \t b\n\nc\u2028d\u00a0e", "a b c d e"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("\U000e0041x", "x"),
        ("a\u0308", "ä"),
    ],
)
def test_what_is_no_text_goes(text: str, erwartet: str) -> None:
    assert sauber(text) == erwartet


@given(st.text())
def test_every_text_becomes_one_line_that_prints(text: str) -> None:
    assert all(zeichen.isprintable() or zeichen in "\u200c\u200d" for zeichen in sauber(text))


def test_a_value_in_words(tmp_path: Path) -> None:
    namen = Namen(load_akte(FolderSource(lege_an(tmp_path)))[0])
    felder = Massnahme.model_fields | Massnahmenbericht.model_fields
    assert wort(felder["ende"], "2025-12", namen) == "Dezember 2025"
    assert wort(Laufzeit.model_fields["bis"], "2025-12-31", namen) == "31.12.2025"
    assert wort(felder["fortschritt"], 60, namen) == "60 %"
    assert wort(felder["status"], "in_umsetzung", namen) == "in Umsetzung"
    assert wort(felder["ziel"], "Z-9.9", namen) == "Z-9.9"
    assert wort(felder["massnahme"], "M-1.1.1", namen) == "M-1.1.1 Steuerungsgruppe einrichten"
    assert wort(felder["querschnittsthemen"], ["inklusion", "gibtesnicht"], namen) == "Inklusion; gibtesnicht"
    assert wort(felder["text"], None, namen) is None


def test_short_texts_stay_whole_and_long_ones_are_cut() -> None:
    assert textstelle("eins zwei", "eins drei") == ("eins zwei", "eins drei")
    lang = " ".join(map(str, range(200)))
    assert textstelle(lang, f"{lang} Ende") == ("… 194 195 196 197 198 199", "… 194 195 196 197 198 199 Ende")
    assert textstelle(f"Anfang {lang}", lang) == ("Anfang 0 1 2 3 4 5 …", "0 1 2 3 4 5 …")
    assert gekuerzt("wort " * 200).endswith("wort …")
    assert len(gekuerzt("wort " * 200)) <= 502

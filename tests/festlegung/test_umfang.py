"""What a decision binds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from beschluesse import DATEIEN, beschluss

from fgk.akte import Akte
from fgk.festlegung.umfang import betrifft_vereinbarung, in_worten, nur_zur_kenntnis, umfang
from fgk.loading.load import load_akte
from fgk.models.beschluss import Beschluss
from fgk.sources import FolderSource

VEREINBART = ["ZV-2024", "Z-1.1", "M-1.1.1", "M-1.1.2"]
Anlegen = Callable[..., Path]


def lade(akte: Anlegen, text: str) -> tuple[Akte, Beschluss]:
    geladen, meldungen = load_akte(FolderSource(akte(DATEIEN | {"beschluesse/B-2024-01.yaml": text})))
    assert meldungen == []
    gefunden = geladen.finde(Beschluss, "B-2024-01")
    assert gefunden
    return geladen, gefunden


def kennungen(akte: Anlegen, text: str) -> list[str | None]:
    return [record.kennung for record in umfang(*lade(akte, text))]


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        (beschluss("ZV-2024"), VEREINBART),
        (beschluss("J-2024", art="jahresbericht", rolle="kenntnisnahme", ergebnis="zur_kenntnis"), ["J-2024"]),
        (beschluss("J-2024", "ZV-2024"), [*VEREINBART, "J-2024"]),
        (beschluss("M-1.1.3", "Z-1.1", art="aenderung"), ["Z-1.1", "M-1.1.3"]),
        (beschluss("ZV-2024", "M-1.1.1", "M-1.1.3"), [*VEREINBART, "M-1.1.3"]),
        (beschluss("A-musterstadt-2024"), []),
        (beschluss("OE-10"), []),
        (beschluss(), []),
        (beschluss("ZV-2024", punkt="abgelehnt"), []),
        (beschluss("ZV-2024", punkt="vertagt"), []),
        (beschluss("ZV-2024", punkt="geaendert"), VEREINBART),
        (beschluss("ZV-2024", ergebnis=None), VEREINBART),
        (beschluss("ZV-2023"), []),
    ],
)  # fmt: skip
def test_what_a_point_concerns_is_bound(akte: Anlegen, text: str, erwartet: list[str]) -> None:
    assert kennungen(akte, text) == erwartet


def test_a_record_of_another_akte_is_not_bound_here(akte: Anlegen) -> None:
    text = beschluss("ZV-2024").replace("ZV-2024\n", "ZV-2024\n        akte: A-nachbar-2024\n")
    assert kennungen(akte, text) == []


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        (beschluss("ZV-2024"), []),
        (beschluss("J-2024", rolle="kenntnisnahme", ergebnis="zur_kenntnis"), ["J-2024"]),
        (beschluss("J-2024", rolle="kenntnisnahme", ergebnis=None), ["J-2024"]),
        (beschluss("J-2024", "M-1.1.1", rolle="kenntnisnahme", ergebnis="zur_kenntnis", punkt="unveraendert"), []),
        (beschluss("J-2024", punkt="zur_kenntnis"), ["J-2024"]),
    ],
)  # fmt: skip
def test_what_was_only_taken_note_of_is_told_apart(akte: Anlegen, text: str, erwartet: list[str]) -> None:
    assert [record.kennung for record in nur_zur_kenntnis(*lade(akte, text))] == erwartet


def test_a_paper_may_decide_one_thing_and_take_note_of_another(akte: Anlegen) -> None:
    text = beschluss("J-2024", rolle="kenntnisnahme", ergebnis="zur_kenntnis")
    text += "  - nummer: 2\n    text: Mittel.\n    ergebnis: unveraendert\n    betrifft:\n      - kennung: M-1.1.1\n"
    geladen, gefunden = lade(akte, text)
    assert [record.kennung for record in umfang(geladen, gefunden)] == ["M-1.1.1", "J-2024"]
    assert [record.kennung for record in nur_zur_kenntnis(geladen, gefunden)] == ["J-2024"]


def test_it_is_said_in_words(akte: Anlegen) -> None:
    geladen, gefunden = lade(akte, beschluss("ZV-2024", "J-2024"))
    assert in_worten(umfang(geladen, gefunden)) == [
        "Zielvereinbarung ZV-2024", "Ziel Z-1.1", "2 Maßnahmen", "Jahresbericht J-2024",
    ]  # fmt: skip
    assert betrifft_vereinbarung(geladen, gefunden)
    assert not betrifft_vereinbarung(*lade(akte, beschluss("J-2024")))

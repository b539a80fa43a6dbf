"""Which decision put a record into force, and since when."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fgk.loading.load import load_akte
from fgk.sources import FolderSource
from fgk.stand.beschlusslage import annahme, annahme_der_zielvereinbarung

ZV = "kennung: ZV-2024\n"


def beschluss(
    kennung: str, *, datum: str = "2024-05-02", rat: str = "unveraendert", punkt: str = "", akte: str = ""
) -> str:
    return f"""\
kennung: {kennung}
titel: Zielvereinbarung
art: zielvereinbarung
beratungen:
  - gremium: Hauptausschuss
    datum: 2024-04-02
    rolle: empfehlung
    ergebnis: unveraendert
  - gremium: Rat
    datum: {datum}
    rolle: entscheidung
    ergebnis: {rat}
beschlusspunkte:
  - nummer: 1
    text: Der Rat beschließt die Zielvereinbarung.
    betrifft:
      - kennung: ZV-2024
{f"        akte: {akte}" if akte else "        # diese Akte"}
{f"    ergebnis: {punkt}" if punkt else "    # wie der Beschluss"}
"""


def seit(ordner: Path, stichtag: date) -> str | None:
    gefunden = annahme_der_zielvereinbarung(load_akte(FolderSource(ordner))[0], stichtag)
    return None if gefunden is None else f"{gefunden.beschluss.kennung} {gefunden.beratung.gremium}"


@pytest.mark.parametrize(
    ("angaben", "stichtag", "erwartet"),
    [
        ({}, date(2024, 5, 2), "B-2024-01 Rat"),
        ({}, date(2024, 5, 1), None),
        ({}, date(2024, 4, 15), None),  # the Hauptausschuss only recommended
        ({"rat": "geaendert"}, date(2025, 1, 1), "B-2024-01 Rat"),
        ({"rat": "angenommen"}, date(2025, 1, 1), "B-2024-01 Rat"),
        ({"rat": "abgelehnt"}, date(2025, 1, 1), None),
        ({"rat": "vertagt"}, date(2025, 1, 1), None),
        ({"rat": "verwiesen"}, date(2025, 1, 1), None),
        ({"punkt": "abgelehnt"}, date(2025, 1, 1), None),
        ({"punkt": "vertagt"}, date(2025, 1, 1), None),
        ({"punkt": "geaendert"}, date(2025, 1, 1), "B-2024-01 Rat"),
        ({"akte": "A-andere-2024"}, date(2025, 1, 1), None),
        ({"datum": '"2024-05"'}, date(2024, 4, 30), None),
        ({"datum": '"2024-05"'}, date(2024, 6, 1), "B-2024-01 Rat"),
        ({"datum": '"2024"'}, date(2023, 12, 31), None),
        ({"datum": '"2024"'}, date(2025, 1, 1), "B-2024-01 Rat"),
    ],
)
def test_only_a_decision_of_the_deciding_body_by_the_stichtag_counts(
    akte: Callable[..., Path], angaben: dict[str, str], stichtag: date, erwartet: str | None
) -> None:
    ordner = akte(
        {"zielvereinbarung.yaml": ZV, "beschluesse/B-2024-01.yaml": beschluss("B-2024-01", **angaben)}
    )
    assert seit(ordner, stichtag) == erwartet


def test_after_a_rejection_the_later_decision_counts(akte: Callable[..., Path]) -> None:
    ordner = akte(
        {
            "zielvereinbarung.yaml": ZV,
            "beschluesse/B-2024-01.yaml": beschluss("B-2024-01", rat="abgelehnt"),
            "beschluesse/B-2024-02.yaml": beschluss("B-2024-02", datum="2024-09-05"),
        }
    )
    assert seit(ordner, date(2024, 9, 4)) is None
    assert seit(ordner, date(2024, 9, 5)) == "B-2024-02 Rat"


def test_without_a_zielvereinbarung_nothing_is_decided(akte: Callable[..., Path]) -> None:
    ordner = akte({"beschluesse/B-2024-01.yaml": beschluss("B-2024-01")})
    assert seit(ordner, date(2025, 1, 1)) is None


def test_any_record_can_be_asked_for(akte: Callable[..., Path]) -> None:
    text = beschluss("B-2024-01").replace("kennung: ZV-2024", "kennung: J-2024")
    geladen = load_akte(FolderSource(akte({"beschluesse/B-2024-01.yaml": text})))[0]
    assert annahme(geladen, "J-2024", date(2025, 1, 1)) is not None
    assert annahme(geladen, "ZV-2024", date(2025, 1, 1)) is None

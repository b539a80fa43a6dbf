"""What differs from what was decided, as somebody reads it."""

from typing import Any

import pytest

from fgk.festlegung.festlegung import Abweichung, Vergleich
from fgk.output.abweichungen import lines_of
from fgk.plaindata import Unterschied


def line(kennung: str, pfad: tuple[str, ...], vorher: Any, nachher: Any) -> str:
    vergleich = Vergleich((Abweichung(kennung, "x.yaml", (Unterschied(pfad, vorher, nachher),)),))
    head, text = lines_of(vergleich)
    assert head == f"{kennung} (x.yaml):"
    return text.strip()


@pytest.mark.parametrize(
    ("kennung", "pfad", "vorher", "nachher", "text"),
    [
        ("M-1.1.1", ("ende",), "2024-12-31", "2025-12-31", "Ende: 31.12.2024 → 31.12.2025"),
        ("M-1.1.1", ("ende",), "2024-12", None, "Ende: „2024-12“ → leer"),
        ("M-1.1.1", ("text",), "2024-99-01", "2024-98-01", "Text: „2024-99-01“ → „2024-98-01“"),
        ("M-1.1.1", ("kosten", "jaehrlich"), None, 12500, "Kosten · Jährlich: leer → 12.500 €"),
        ("M-1.1.1", ("kosten", "ist_haushaltsvorbehalt"), None, True, "Kosten · Haushaltsvorbehalt: leer → ja"),
        ("M-1.1.1", ("beteiligte",), ["OE-1", "OE-2"], ["OE-2"], "Beteiligte: [„OE-1“, „OE-2“] → [„OE-2“]"),
        ("Z-1.1", ("messkriterien", "Sitzungen", "sollwert", "zahl"), 4, 2.5,
         "Messkriterien · Sitzungen · Sollwert · Zahl: 4 → 2,5"),
        ("ZV-2024", ("laufzeit", "bis"), "2027-02-28", "2027-12-31",
         "Laufzeit · Bis: 28.02.2027 → 31.12.2027"),
        ("J-2024", ("massnahmen", "M-1.1.1"), None, {"massnahme": "M-1.1.1"},
         "Maßnahmen · M-1.1.1: leer → (massnahme: „M-1.1.1“)"),
        ("M-1.1.1", ("text",), "a" * 100 + "eins\nzwei", "a" * 100 + "drei",
         "Text: „…aaaaaaaaaaaaaaaeins zwei“ → „…aaaaaaaaaaaaaaadrei“"),
        ("M-1.1.1", ("text",), "eins" + "b" * 100, "zwei", f"Text: „eins{'b' * 56}…“ → „zwei“"),
    ],
)  # fmt: skip
def test_a_field_is_named_with_both_values(
    kennung: str, pfad: tuple[str, ...], vorher: Any, nachher: Any, text: str
) -> None:
    assert line(kennung, pfad, vorher, nachher) == text


def test_what_is_not_known_in_detail_gone_or_new_is_named() -> None:
    vergleich = Vergleich((Abweichung("Z-1.1", "ziele/Z-1.1.yaml"),), ("M-1.1.1",), ("M-1.1.2",))
    assert list(lines_of(vergleich)) == [
        "Z-1.1 (ziele/Z-1.1.yaml): geändert",
        "M-1.1.1: fehlt oder ist nicht mehr Teil der Zielvereinbarung",
        "M-1.1.2: neu",
    ]

"""Which deliberation put a decision into force."""

import pytest

from fgk.models.beschluss import Beschluss


def beschluss(*beratungen: tuple[str, str, str | None]) -> Beschluss:
    return Beschluss.model_validate(
        {
            "kennung": "B-2024-01", "titel": "x", "art": "zielvereinbarung",
            "beratungen": [
                {"gremium": gremium, "rolle": rolle} | ({"ergebnis": ergebnis} if ergebnis else {})
                for gremium, rolle, ergebnis in beratungen
            ],
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("beratungen", "gremium"),
    [
        ([("Rat", "entscheidung", "unveraendert")], "Rat"),
        ([("Rat", "entscheidung", "geaendert")], "Rat"),
        ([("Rat", "entscheidung", None)], None),
        ([("Rat", "entscheidung", "abgelehnt")], None),
        ([("Rat", "entscheidung", "vertagt")], None),
        ([("Rat", "entscheidung", "vertagt"), ("Rat im Mai", "entscheidung", "unveraendert")], "Rat im Mai"),
        ([("HFA", "empfehlung", "unveraendert"), ("Rat", "entscheidung", "unveraendert")], "Rat"),
        ([("HFA", "empfehlung", "unveraendert"), ("Rat", "entscheidung", None)], None),
        ([("HFA", "empfehlung", "unveraendert")], None),
        ([("HFA", "entscheidung", "unveraendert"), ("Rat", "entscheidung", "abgelehnt")], None),
        ([("HFA", "entscheidung", "unveraendert"), ("Rat", "entscheidung", "verwiesen")], None),
        ([("Rat", "entscheidung", "unveraendert"), ("JHA", "kenntnisnahme", "zur_kenntnis")], "Rat"),
        ([("JHA", "kenntnisnahme", "zur_kenntnis"), ("Rat", "entscheidung", None)], None),
        ([("JHA", "anhoerung", "zur_kenntnis"), ("Rat", "kenntnisnahme", "zur_kenntnis")], "Rat"),
    ],
)
def test_the_last_word_of_the_deciding_body_counts(
    beratungen: list[tuple[str, str, str | None]], gremium: str | None
) -> None:
    entscheidung = beschluss(*beratungen).entscheidung
    assert (entscheidung.gremium if entscheidung else None) == gremium

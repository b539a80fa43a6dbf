"""Values with comments around them: what comes out says the values, and nothing else."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fgk.models.audit import Audit
from fgk.models.beschluss import Beschluss
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.plaindata import normal
from fgk.reading.guards import find_invisible
from fgk.reading.reader import read_yaml
from fgk.scaffolding.kommentarzeilen import Eintrag
from fgk.scaffolding.kommentiert import kommentiert
from fgk.scaffolding.muster import Muster

MUSTER = Muster(date(2024, 6, 30), {"organisationseinheit": ["OE-10"], "querschnittsthema": []})
#: what people write, and what comes from the clipboard; what nobody can see is refused before it gets here (FGK002)
WORTE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() and normal(text) and not find_invisible(text))
TEXTE = st.lists(WORTE, min_size=1, max_size=12).map(" ".join) | st.lists(WORTE, max_size=3).map("\n".join)


@given(
    titel=WORTE,
    text=TEXTE.filter(str.strip),
    gruppen=st.lists(WORTE, min_size=1, max_size=3),
    kosten=st.integers(0, 10**7),
)
def test_any_text_comes_out_as_it_went_in(titel: str, text: str, gruppen: list[str], kosten: int) -> None:
    werte = {
        "kennung": "M-1.1.1",
        "ziel": "Z-1.1",
        "titel": titel,
        "text": text,
        "kosten": {"einmalig": kosten, "personal": titel},
        "zielgruppen": gruppen,
        "vorbehalte": [{"art": "haushalt", "text": text}, {"art": "gremium"}],
    }
    gelesen = read_yaml(kommentiert(Massnahme, werte, MUSTER).encode())
    assert [fault.code for fault in gelesen.faults if fault.code not in {"FGK021", "FGK022"}] == []
    assert normal(gelesen.data) == normal(werte)


def test_only_the_first_of_a_list_is_explained() -> None:
    werte = {"massnahmen": [{"massnahme": f"M-1.1.{n}", "status": "geplant"} for n in (1, 2)]}
    text = kommentiert(Jahresbericht, werte, MUSTER)
    assert text.count("Stand am Ende des Berichtszeitraums.") == 1
    assert "  - massnahme: M-1.1.2\n    status: geplant\n# " in text


def test_an_entry_can_have_remarks_and_fields_that_wait() -> None:
    eintraege = [
        Eintrag({"massnahme": f"M-1.1.{n}", "status": "geplant"}, [f"Nummer {n}"], ["text"]) for n in (1, 2)
    ]
    text = kommentiert(Jahresbericht, {"massnahmen": eintraege}, MUSTER)
    assert "  # Nummer 2\n  - massnahme: M-1.1.2\n    status: geplant\n    # text: …\n" in text


def test_the_kind_of_place_decides_which_fields_it_has() -> None:
    text = kommentiert(Audit, {"ort": {"art": "kreis", "schluessel": "05334"}}, MUSTER)
    assert "ort:  # Gemeinde, Kreis, Verband, Bezirk oder Quartier.\n  art: kreis" in text
    assert "ags" not in text.partition("verfahren")[0]


def test_what_nothing_can_stand_in_is_left_out() -> None:
    assert "querschnittsthemen" not in kommentiert(Massnahme, {"kennung": "M-1.1.1"}, MUSTER)


def test_of_two_that_exclude_each_other_only_one_is_offered() -> None:
    assert "ist_fortlaufend" in kommentiert(Massnahme, {"kennung": "M-1.1.1"}, MUSTER)
    assert "ist_fortlaufend" not in kommentiert(Massnahme, {"ende": date(2024, 6, 30)}, MUSTER)


def test_what_writes_another_command_is_not_offered() -> None:
    assert "festlegung" not in kommentiert(Beschluss, {"kennung": "B-2024-01"}, MUSTER)


def test_a_list_that_is_empty_stays_one() -> None:
    werte = {"kennung": "M-1.1.1", "ziel": "Z-1.1", "titel": "x", "zielgruppen": [], "kosten": {}}
    text = kommentiert(Massnahme, werte, MUSTER, [])
    assert "\nzielgruppen: []  # " in text
    assert read_yaml(text.encode()).data == werte

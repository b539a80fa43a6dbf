"""Other values in a record: what is not meant stays byte by byte, and no comment is lost."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hilfen import WURZEL
from hypothesis import given, settings
from hypothesis import strategies as st

from fgk.editing.comments import comments_in
from fgk.editing.edit import changed, edit
from fgk.errors import FgkError
from fgk.models.arten import art_von
from fgk.models.base import Datensatz
from fgk.models.felder import Route
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.plaindata import normal
from fgk.reading.reader import read_yaml

BEISPIEL = WURZEL / "examples" / "kommune-stolberg"

MASSNAHME = b"""# Kopf der Datei
kennung: M-1.1.1

ziel: Z-1.1   # das Ziel
titel: Lenkungskreis
text: >-  # gek\xc3\xbcrzt
  Ein Lenkungskreis tagt
  dreimal im Jahr.
# wer es tut
federfuehrung: OE-BM
beteiligte: [OE-51, OE-50]  # alphabetisch
zielgruppen:
  # zuerst
  - Ratsmitglieder  # alle
  - Fach\xc3\xa4mter
kosten:
  # in Euro
  einmalig: 100
  jaehrlich: 200   # ab 2018
# Ende
"""


def _edited(values: dict[Route, Any], raw: bytes = MASSNAHME, modell: type[Datensatz] = Massnahme) -> bytes:
    after = edit(raw, values, modell)
    assert normal(read_yaml(after).data) == normal(changed(read_yaml(raw).data, values))
    return after


@pytest.mark.parametrize(
    ("values", "old", "new"),
    [
        ({("titel",): "Runder Tisch"}, "titel: Lenkungskreis", "titel: Runder Tisch"),
        ({("ziel",): "Z-1.2"}, "ziel: Z-1.1   # das Ziel", "ziel: Z-1.2   # das Ziel"),
        ({("titel",): "007"}, "titel: Lenkungskreis", 'titel: "007"'),
        ({("titel",): "A: b # c"}, "titel: Lenkungskreis", 'titel: "A: b # c"'),
        (
            {("text",): "Kurz."},
            "text: >-  # gekürzt\n  Ein Lenkungskreis tagt\n  dreimal im Jahr.\n",
            "text: Kurz.  # gekürzt\n",
        ),
        (
            {("text",): "eins\n\nzwei"},
            "text: >-  # gekürzt\n  Ein Lenkungskreis tagt\n  dreimal im Jahr.\n",
            "text: |-  # gekürzt\n  eins\n\n  zwei\n",
        ),
        (
            {("titel",): "Wort " * 30 + "Ende"},
            "titel: Lenkungskreis\n",
            "titel: >-\n  " + ("Wort " * 19).rstrip() + "\n  " + "Wort " * 11 + "Ende\n",
        ),
        ({("beteiligte",): ["OE-51"]}, "[OE-51, OE-50]", "[OE-51]"),
        ({("beteiligte", 2): "OE-40"}, "[OE-51, OE-50]", "[OE-51, OE-50, OE-40]"),
        ({("zielgruppen", 0): "Rat"}, "- Ratsmitglieder  # alle", "- Rat  # alle"),
        ({("zielgruppen", 2): "Eltern"}, "  - Fachämter\n", "  - Fachämter\n  - Eltern\n"),
        ({("zielgruppen", 1): None}, "  - Fachämter\n", ""),
        ({("zielgruppen", 0): None}, "  - Ratsmitglieder  # alle\n", "  # alle\n"),
        ({("kosten", "jaehrlich"): None}, "  jaehrlich: 200   # ab 2018\n", "  # ab 2018\n"),
        ({("kosten", "einmalig"): None}, "  einmalig: 100\n", ""),
        ({("kosten", "personal"): "0,5 Stelle"}, "  jaehrlich: 200   # ab 2018\n",
         '  jaehrlich: 200   # ab 2018\n  personal: "0,5 Stelle"\n'),
        ({("beginn",): date(2018, 1, 1)}, "# alphabetisch\n", "# alphabetisch\nbeginn: 2018-01-01\n"),
        ({("federfuehrung",): None}, "federfuehrung: OE-BM\n", ""),
        ({("vorbehalte", 0): {"art": "haushalt"}}, "# ab 2018\n", "# ab 2018\nvorbehalte:\n  - art: haushalt\n"),
        ({("veroeffentlichung",): "gremien"}, "  - Fachämter\n", "  - Fachämter\nveroeffentlichung: gremien\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("crlf", [False, True])
def test_only_what_is_meant_changes(values: dict[Route, Any], old: str, new: str, *, crlf: bool) -> None:
    text = MASSNAHME.decode()
    assert text.count(old) == 1
    wanted = text.replace(old, new)
    raw, end = (MASSNAHME, wanted.encode()) if not crlf else (_crlf(text), _crlf(wanted))
    assert _edited(values, raw) == end


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def test_a_new_first_key_stands_below_what_stands_at_the_top() -> None:
    raw = b"# yaml-language-server: $schema=x\n\n# Massnahme\nziel: Z-1.1\n"
    assert _edited({("kennung",): "M-1.1.1"}, raw) == raw.replace(b"ziel", b"kennung: M-1.1.1\nziel")


def test_a_new_key_stands_behind_the_one_before_it_in_the_model_wherever_that_is() -> None:
    raw = b"kennung: M-1.1.1\nmusterdaten: true\nziel: Z-1.1\ntitel: x\n"
    assert _edited({("bemerkung",): "Notiz", ("text",): "z"}, raw) == (
        b"kennung: M-1.1.1\nmusterdaten: true\nbemerkung: Notiz\nziel: Z-1.1\ntitel: x\ntext: z\n"
    )


def test_a_group_that_is_empty_in_the_end_goes() -> None:
    after = _edited({("kosten", "einmalig"): None, ("kosten", "jaehrlich"): None})
    assert b"kosten" not in after
    assert b"# in Euro" in after
    assert b"# ab 2018" in after


def test_an_entry_whose_last_field_goes_stays_as_an_empty_one() -> None:
    raw = b"kennung: M-1.1.1\nquellen: [{titel: x}]\n"
    assert _edited({("quellen", 0, "titel"): None}, raw) == b"kennung: M-1.1.1\nquellen:\n  - {}\n"
    assert _edited({("quellen", 1): {}}, b"quellen:\n  - titel: x\n") == b"quellen:\n  - titel: x\n  - {}\n"


@pytest.mark.parametrize("untouched", ["ende:", "kosten: {}", "beteiligte: []", "kosten:\n  einmalig:"])
def test_what_is_empty_and_not_meant_stays(untouched: str) -> None:
    raw = f"titel: x\n{untouched}\n".encode()
    assert _edited({("titel",): "neu"}, raw) == raw.replace(b"x", b"neu", 1)


def test_a_key_in_another_unicode_form_stays_in_its_place() -> None:
    raw = "titel: x\na\u0308mter: 1\nziel: Z-1.1\n".encode()
    assert _edited({("titel",): "neu"}, raw) == raw.replace(b"x", b"neu")


def test_behind_a_protected_blank_no_comment_begins() -> None:
    raw = "titel: Kinder\u00a0# 1\nziel: Z-1.1\n".encode()
    assert _edited({("titel",): "Kinder"}, raw) == b"titel: Kinder\nziel: Z-1.1\n"


def test_what_is_the_same_is_not_written_anew() -> None:
    assert edit(MASSNAHME, {("titel",): "Lenkungskreis", ("bemerkung",): None}, Massnahme) is MASSNAHME


def test_a_value_that_was_missing_comes_behind_its_key() -> None:
    raw = b"kennung: M-1.1.1\ntitel:   # fehlt noch\nziel:\n"
    assert _edited({("titel",): "Neu", ("ziel",): "Z-1.1"}, raw) == (
        b"kennung: M-1.1.1\ntitel: Neu   # fehlt noch\nziel: Z-1.1\n"
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("values", "old", "new"),
    [
        ({("beginn",): date(2020, 1, 1)}, "kennung: M-1.1.1\n", "kennung: M-1.1.1\nbeginn: 2020-01-01\n"),
        (
            {("ende",): date(2020, 1, 1)},
            "# ende: 2019-01-01  # Bis wann sie umgesetzt ist.\n",
            "ende: 2020-01-01  # Bis wann sie umgesetzt ist.\n",
        ),
        ({("text",): "Kurz."}, "# text: …  # Was getan wird.\n", "text: Kurz.  # Was getan wird.\n"),
        (
            {("text",): "eins\nzwei"},
            "# text: …  # Was getan wird.\n",
            "text: |-  # Was getan wird.\n  eins\n  zwei\n",
        ),
        ({("kosten", "personal"): "eine"}, "  # personal: …\n", "  personal: eine\n"),
        ({("kosten", "jaehrlich"): 2}, "  einmalig: 1\n", "  einmalig: 1\n  jaehrlich: 2\n"),
        ({("prioritaet",): "hoch"}, "# prioritaet: …\n", "prioritaet: hoch\n"),
    ],
)
def test_a_value_takes_the_place_of_the_comment_that_shows_it(
    values: dict[Route, Any], old: str, new: str, line_end: str
) -> None:
    text = (
        "kennung: M-1.1.1\n# text: …  # Was getan wird.\n# beginn: 2018-01-01\n"
        "# ende: 2019-01-01  # Bis wann sie umgesetzt ist.\nkosten:\n  einmalig: 1\n  # personal: …\n# prioritaet: …\n# mehr\n"
    )
    assert text.count(old) == 1
    raw, wanted = (t.replace("\n", line_end).encode() for t in (text, text.replace(old, new)))
    assert _edited(values, raw) == wanted


def test_a_new_group_takes_what_shows_it_for_its_own_comments() -> None:
    raw = (
        "kennung: M-1.1.1\n# beginn: 2026-11-26  # Wann die Maßnahme beginnt.\n"
        "# kosten:  # Kosten und ihre Deckung.\n#   einmalig: 25000  # Einmalige Kosten in Euro.\n"
        "#   # personal: …  # Personalaufwand, z. B. 0,5 Stelle.\n#   # foerdermittel:  # Zuschüsse von Dritten.\n"
        "#   #   - programm: …  # Name des Förderprogramms oder Geldgebers.\n# zielgruppen:  # Für wen sie da ist.\n#   - …\n"
        "# Nur beim Quartier: unmittelbar oder mittelbar. Möglich: unmittelbar,\n# mittelbar.\n# wirkung: unmittelbar\n"
    )
    values: dict[Route, Any] = {
        ("kosten", "personal"): "viel", ("kosten", "jaehrlich"): 5, ("zielgruppen", 0): "Eltern",
        ("wirkung",): "mittelbar", ("beginn",): date(2027, 1, 1),
    }  # fmt: skip
    assert _edited(values, raw.encode()).decode() == (
        "kennung: M-1.1.1\nbeginn: 2027-01-01  # Wann die Maßnahme beginnt.\n"
        "kosten:  # Kosten und ihre Deckung.\n  jaehrlich: 5\n  # einmalig: 25000  # Einmalige Kosten in Euro.\n"
        "  personal: viel  # Personalaufwand, z. B. 0,5 Stelle.\n  # foerdermittel:  # Zuschüsse von Dritten.\n"
        "  #   - programm: …  # Name des Förderprogramms oder Geldgebers.\nzielgruppen: [Eltern]  # Für wen sie da ist.\n"
        "# Nur beim Quartier: unmittelbar oder mittelbar. Möglich: unmittelbar,\n# mittelbar.\nwirkung: mittelbar\n"
    )


def test_a_new_key_never_stands_inside_what_is_shown_of_the_value_before_it() -> None:
    raw = b"kosten:\n  einmalig: 1\n  # personal: ...\n  # mehr\n# Ende\n"
    assert _edited({("zielgruppen", 0): "Eltern"}, raw) == raw.replace(
        b"# Ende", b"zielgruppen: [Eltern]\n# Ende"
    )


def test_a_file_without_a_last_line_end_keeps_its_form() -> None:
    assert _edited({("titel",): "B"}, b"kennung: M-1.1.1\ntitel: A") == b"kennung: M-1.1.1\ntitel: B"
    assert _edited({("ziel",): "Z-1.1"}, b"kennung: M-1.1.1") == b"kennung: M-1.1.1\nziel: Z-1.1\n"
    assert _edited({("titel",): "B", ("ziel",): "Z-1.1"}, b"\xef\xbb\xbfkennung: M-1.1.1\ntitel: A") == (
        b"\xef\xbb\xbfkennung: M-1.1.1\nziel: Z-1.1\ntitel: B"
    )


def test_entries_of_a_report_change_each_in_their_own_lines() -> None:
    raw = (BEISPIEL / "jahresberichte" / "2018.yaml").read_bytes()
    eintraege = read_yaml(raw).data["massnahmen"]
    last = len(eintraege) - 1
    after = _edited(
        {("massnahmen", last, "text"): "Neu.", ("massnahmen", 0, "status"): "umgesetzt"}, raw, Jahresbericht
    )
    vorher, nachher = raw.split(b"\n"), after.split(b"\n")
    assert len(set(vorher) - set(nachher)) < 10
    assert nachher.index(b"    status: umgesetzt") == vorher.index(b"    status: in_umsetzung")
    weg = _edited({("massnahmen", 3): None, ("massnahmen", 5): None}, raw, Jahresbericht)
    assert [e["massnahme"] for e in read_yaml(weg).data["massnahmen"]] == [
        e["massnahme"] for n, e in enumerate(eintraege) if n not in (3, 5)
    ]


@pytest.mark.parametrize(
    ("raw", "values"),
    [
        (b"{kennung: M-1.1.1, titel: x}\n", {("titel",): "y"}),
        (b"- a\n", {("titel",): "y"}),
        (b"kennung: [\n", {("titel",): "y"}),
        (b"kennung: M-1.1.1\n", {("kennung", "x"): 1}),
        (b"kennung: M-1.1.1\n", {("beteiligte", 1): "OE-1"}),
        (b"beteiligte: [OE-1,  # eins\n  OE-2]\n", {("beteiligte",): ["OE-2"]}),
        (b"kennung: M-1.1.1\rtitel: x\r", {("titel",): "y"}),
        (b"kennung: M-1.1.1\n", {("titel",): "y" * 1024**2}),
        (b"titel: x\nquellen: [a]\nquellen:\n  b: c\n", {("titel",): "y"}),
        (b"titel: x\n? [a]\n: b\n", {("titel",): "y"}),
        (b"kennung: M-1.1.1\n[titel]: x\n", {("titel",): "y"}),
        (b"kennung: M-1.1.1\n? {a: b}\n: x\n", {("titel",): "y"}),
    ],
)
def test_what_cannot_be_changed_is_said(raw: bytes, values: dict[Route, Any]) -> None:
    with pytest.raises(FgkError, match="lässt sich so nicht ändern"):
        edit(raw, values, Massnahme)


# --- whatever the record and whatever the value -------------------------------------------------------------

DATEIEN = sorted(BEISPIEL.rglob("*.yaml"))
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=60
)
WERT = st.one_of(TEXT, st.integers(0, 10**6), st.booleans(), st.dates(date(1900, 1, 1)), st.none(),
                 st.lists(TEXT.filter(bool), max_size=3))  # fmt: skip


def _routes(data: Any, route: Route = ()) -> list[Route]:
    if isinstance(data, dict):
        inner = [_routes(value, (*route, key)) for key, value in data.items()]
    elif isinstance(data, list):
        inner = [_routes(value, (*route, number)) for number, value in enumerate(data)]
    else:
        return [route]
    return [route] * bool(route) + [r for routes in inner for r in routes]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_value_anywhere_leaves_the_rest(data: st.DataObject) -> None:
    path: Path = data.draw(st.sampled_from(DATEIEN))
    art = art_von(path.relative_to(BEISPIEL).as_posix())
    assert art is not None
    raw = path.read_bytes()
    if data.draw(st.booleans()):
        raw = raw.replace(b"\n", b"\r\n")
    before = read_yaml(raw)
    route = data.draw(st.sampled_from(_routes(before.data)))
    wert = data.draw(WERT)
    alt = before.data
    for step in route:
        alt = alt[step]
    darf_scheitern = isinstance(alt, (dict, list)) or isinstance(wert, list) or wert in (None, "")
    try:
        after = edit(raw, {route: wert}, art.modell)
    except FgkError:  # refused, never wrong; and only where a whole group was to become something else
        if not darf_scheitern:
            raise
        return
    result = read_yaml(after)
    assert normal(result.data) == normal(changed(before.data, {route: wert}))
    weg = Counter(c.text for c in comments_in(raw.decode(), before.root)) - Counter(
        c.text for c in comments_in(after.decode(), result.root)
    )
    assert not weg
    assert raw.count(b"\r\n") == 0 or after.count(b"\n") == after.count(b"\r\n")

"""The strict reader: what it accepts, what it refuses, and where it says the fault is."""

from datetime import date

import pytest

from fgk.reading.guards import MAX_BYTES
from fgk.reading.reader import ReadResult, read_yaml

Stelle = tuple[str, int, int]


def stellen(ergebnis: ReadResult) -> list[Stelle]:
    return [(fault.code, fault.span.line, fault.span.column) for fault in ergebnis.faults]


@pytest.mark.parametrize(
    ("text", "wert"),
    [
        ("a: 3", 3),
        ("a: -3", -3),
        ("a: 3.10", 3.1),
        ("a: 1e3", 1000.0),
        ("a: .5", 0.5),
        ("a: true", True),
        ("a: ~", None),
        ("a:", None),
        ("a: null", None),
        ("a: 2024-02-29", date(2024, 2, 29)),
        # YAML 1.1 would make a truth value, a number or a date of these
        ("a: ja", "ja"),
        ("a: no", "no"),
        ("a: on", "on"),
        ("a: 12:30", "12:30"),
        ("a: 1_000", "1_000"),
        ("a: 0x1F", "0x1F"),
        ("a: 2024-2-9", "2024-2-9"),
        ("a: 2024-02-29T10:00:00", "2024-02-29T10:00:00"),
        ("a: 3,5", "3,5"),
        ("a: .", "."),
        ('a: "3"', "3"),
        ("a: '2024-02-29'", "2024-02-29"),
        ("a: |\n  Zeile 1\n  Zeile 2\n", "Zeile 1\nZeile 2\n"),
        ("a: >-\n  eins\n  zwei\n", "eins zwei"),
        ("a: [1, b]", [1, "b"]),
        ("a: {b: c}", {"b": "c"}),
        ("---\na: 1\n...\n", 1),
        ("a: 'Ein Sternchen * und & mitten im Text!'", "Ein Sternchen * und & mitten im Text!"),
        ("a: 3 * 4 & 5", "3 * 4 & 5"),
        ("a: http://x/%20!", "http://x/%20!"),
    ],
)
def test_a_value_is_read_by_the_rules_of_yaml_1_2(text: str, wert: object) -> None:
    ergebnis = read_yaml(text.encode())
    assert ergebnis.faults == []
    assert ergebnis.data == {"a": wert}
    assert type(ergebnis.data["a"]) is type(wert)


@pytest.mark.parametrize("zahl", ["05334032", "00", "-007", "+01"])
def test_a_number_with_a_leading_zero_stays_text_and_gets_a_hint(zahl: str) -> None:
    ergebnis = read_yaml(f"ags: {zahl}\n".encode())
    assert ergebnis.data == {"ags": zahl}
    assert stellen(ergebnis) == [("FGK021", 1, 6)]
    assert f'"{zahl}"' in ergebnis.faults[0].tun


@pytest.mark.parametrize("text", ["a: 0", "a: 0.5", "a: '007'", "a: 0-7", "a: 0.0.1"])
def test_a_zero_that_loses_nothing_gets_no_hint(text: str) -> None:
    assert read_yaml(text.encode()).faults == []


@pytest.mark.parametrize(
    ("zahl", "wert"), [("25.000", 25.0), ("1.234", 1.234), ("-57.684", -57.684), ("+999.999", 999.999)]
)
def test_a_number_that_looks_like_thousands_is_read_as_it_stands_and_gets_a_hint(
    zahl: str, wert: float
) -> None:
    ergebnis = read_yaml(f"a: {zahl}\n".encode())
    assert ergebnis.data == {"a": wert}
    assert stellen(ergebnis) == [("FGK023", 1, 4)]
    assert zahl.replace(".", "") in ergebnis.faults[0].tun


@pytest.mark.parametrize("zahl", ["0.125", "25.00", "1234.567", "1.2345", '"25.000"', "1e3", "25,000"])
def test_other_numbers_get_no_such_hint(zahl: str) -> None:
    assert read_yaml(f"a: {zahl}\n".encode()).faults == []


@pytest.mark.parametrize(
    ("name", "daten", "erwartet"),
    [
        ("utf-16 with mark", "a: ü\n".encode("utf-16"), ("FGK001", 1, 1)),
        ("utf-16-le with mark", b"\xff\xfe" + "a: ü\n".encode("utf-16-le"), ("FGK001", 1, 1)),
        ("utf-16-be with mark", b"\xfe\xff" + "a: ü\n".encode("utf-16-be"), ("FGK001", 1, 1)),
        ("utf-16-le without mark", "a: ü\n".encode("utf-16-le"), ("FGK002", 1, 2)),
        ("utf-16-be without mark", "a: ü\n".encode("utf-16-be"), ("FGK002", 1, 1)),
        ("latin-1", b"a: x\nb: B" + b"\xfcro\n", ("FGK001", 2, 5)),
        ("latin-1 after umlauts", "a: äöü ß ".encode() + b"\xe4\n", ("FGK001", 1, 10)),
        ("latin-1 after CRLF", "a: ä\r\nb: ".encode() + b"\xe4\r\n", ("FGK001", 2, 4)),
        ("latin-1 after CR", "a: ä\rb: ".encode() + b"\xe4\r", ("FGK001", 2, 4)),
        ("latin-1 on the last byte", b"a: stra\xdf", ("FGK001", 1, 8)),
        ("binary", bytes(range(256)), ("FGK002", 1, 1)),
        ("png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ("FGK002", 2, 1)),
        ("zip", b"PK\x03\x04\x14\x00", ("FGK002", 1, 3)),
        ("control character", "a: äöü\x07x\n".encode(), ("FGK002", 1, 7)),
        ("delete character", "a: äöü\x7fx\n".encode(), ("FGK002", 1, 7)),
        ("C1 control", "a: äöü\u0081x\n".encode(), ("FGK002", 1, 7)),
        ("next line", "a: äöü\u0085x\n".encode(), ("FGK002", 1, 7)),
        ("line separator", "a: äöü\u2028x\n".encode(), ("FGK002", 1, 7)),
        ("paragraph separator", "a: äöü\u2029x\n".encode(), ("FGK002", 1, 7)),
        ("zero-width space", "a: äöü\u200bx\n".encode(), ("FGK002", 1, 7)),
        ("left-to-right mark", "a: äöü\u200ex\n".encode(), ("FGK002", 1, 7)),
        ("right-to-left mark", "a: äöü\u200fx\n".encode(), ("FGK002", 1, 7)),
        ("right-to-left override", "a: äöü\u202ex\n".encode(), ("FGK002", 1, 7)),
        ("left-to-right embedding", "a: äöü\u202ax\n".encode(), ("FGK002", 1, 7)),
        ("word joiner", "a: äöü\u2060x\n".encode(), ("FGK002", 1, 7)),
        ("first isolate", "a: äöü\u2066x\n".encode(), ("FGK002", 1, 7)),
        ("last isolate", "a: äöü\u2069x\n".encode(), ("FGK002", 1, 7)),
        ("escaped override", b'b: "x\\u202E"\n', ("FGK002", 1, 4)),
        ("byte order mark in the middle", "a: äöü\ufeffx\n".encode(), ("FGK002", 1, 7)),
        ("no character", "a: äöü\uffffx\n".encode(), ("FGK002", 1, 7)),
        ("form feed after CRLF", b"a: 1\r\nb: \x0c2\r\n", ("FGK002", 2, 4)),
        ("escaped control character", b'a: 1\nb: "x\\u0007"\n', ("FGK002", 2, 4)),
        ("escaped null", b'b: "\\0"\n', ("FGK002", 1, 4)),
        ("one byte too large", b"#" * (MAX_BYTES + 1), ("FGK006", 1, 1)),
    ],
)
def test_bytes_that_are_no_clean_utf8_text_are_refused_at_their_place(
    name: str, daten: bytes, erwartet: Stelle
) -> None:
    assert stellen(read_yaml(daten)) == [erwartet], name


@pytest.mark.parametrize(
    "zeichen", ["\u200c", "\u200d", "„x“ – …", "\u202f", "\u2065", "\u206a", "👩\u200d👧"]
)
def test_joiners_and_neighbours_of_invisible_characters_are_text(zeichen: str) -> None:
    ergebnis = read_yaml(f"a: x{zeichen}x\n".encode())
    assert (ergebnis.data, ergebnis.faults) == ({"a": f"x{zeichen}x"}, [])


def test_a_file_of_exactly_one_mib_is_read() -> None:
    kopf = b"a: 1\n"
    ergebnis = read_yaml(kopf + b"#" * (MAX_BYTES - len(kopf)))
    assert (ergebnis.data, ergebnis.faults) == ({"a": 1}, [])


def test_a_byte_order_mark_is_a_hint_and_moves_no_column() -> None:
    ergebnis = read_yaml(b"\xef\xbb\xbf" + b"ende: 2024-02-30\n")
    assert stellen(ergebnis) == [("FGK020", 1, 1), ("FGK009", 1, 7)]
    assert read_yaml(b"\xef\xbb\xbfa: 1\n").data == {"a": 1}


@pytest.mark.parametrize("ende", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_gives_the_same_data_and_places(ende: str) -> None:
    text = "a: ä\nb: 2024-02-30\nc:\n  - 01\n  - |\n    x\n    y\n"
    ergebnis = read_yaml(text.replace("\n", ende).encode())
    assert stellen(ergebnis) == [("FGK009", 2, 4), ("FGK021", 4, 5)]
    assert ergebnis.data == {"a": "ä", "b": "2024-02-30", "c": ["01", "x\ny\n"]}


@pytest.mark.parametrize(
    "leer", [b"", b"\n", b"# nur ein Kommentar\n", b"\xef\xbb\xbf", b"   \n\n", b"---\n", b"~"]
)
def test_an_empty_file_is_readable_and_holds_nothing(leer: bytes) -> None:
    ergebnis = read_yaml(leer)
    assert ergebnis.data is None
    assert ergebnis.is_readable
    assert [fault for fault in ergebnis.faults if fault.code != "FGK020"] == []


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("a: &x 1\n", [("FGK005", 1, 4)]),
        ("a: &x 1\nb: *x\n", [("FGK005", 1, 4), ("FGK005", 2, 4)]),
        ("ä: ö\na: [1, *x]\n", [("FGK005", 2, 8)]),
        ("- &x {a: 1}\n", [("FGK005", 1, 3)]),
        ("a: !!str 1\n", [("FGK005", 1, 4)]),
        ("a: !python/object x\n", [("FGK005", 1, 4)]),
        ("a: !\n", [("FGK005", 1, 4)]),
        ("!!map {a: 1}\n", [("FGK005", 1, 1)]),
        ("a: ! 'x'\n", [("FGK005", 1, 4)]),
        ("%YAML 1.1\n---\na: 1\n", [("FGK005", 1, 1)]),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", [("FGK005", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("FGK005", 2, 1)]),
        ("a: 1\n---\n", [("FGK005", 2, 1)]),
        ("a: 1\n...\n---\nb: 2\n", [("FGK005", 3, 1)]),
        ("a: 1\r---\rb: 2\r", [("FGK005", 2, 1)]),
        ("a: 1\n<<: {b: 2}\n", [("FGK005", 2, 1)]),
        ("a:\n  <<: {b: 2}\n", [("FGK005", 2, 3)]),
    ],
)
def test_magic_of_yaml_is_refused_at_its_place(text: str, erwartet: list[Stelle]) -> None:
    assert stellen(read_yaml(text.encode())) == erwartet


def test_a_quoted_merge_sign_is_an_ordinary_key() -> None:
    ergebnis = read_yaml(b'"<<": 1\n')
    assert (ergebnis.data, ergebnis.faults) == ({"<<": 1}, [])


def test_an_alias_bomb_is_refused_before_it_is_built() -> None:
    zeilen = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    ergebnis = read_yaml("\n".join(zeilen).encode())
    assert ergebnis.data is None
    assert stellen(ergebnis)[:3] == [("FGK005", 1, 5), ("FGK005", 2, 5), ("FGK005", 2, 10)]


@pytest.mark.parametrize(
    ("text", "zeile", "spalte"),
    [
        ("[" * 50_000, 1, 65),
        ("{" * 50_000, 1, 65),
        ("- " * 50_000, 1, 129),
        ("? " * 50_000, 1, 129),
        ("[a: " * 50_000, 1, 129),
        ("a: [" * 50_000, 1, 129),
        ("[\n" * 50_000, 65, 1),
        ("- ? " * 50_000, 1, 129),
        ("".join(" " * i + "a:\n" for i in range(1400)), 65, 65),
        ("".join(" " * i + "-\n" for i in range(1000)), 65, 65),
        ("[" * 65 + "]" * 65, 1, 65),
    ],
)
def test_deep_nesting_is_refused_and_never_crashes(text: str, zeile: int, spalte: int) -> None:
    assert stellen(read_yaml(text.encode())) == [("FGK007", zeile, spalte)]


def test_nesting_of_64_levels_is_read() -> None:
    ergebnis = read_yaml(b"[" * 64 + b"]" * 64)
    assert ergebnis.faults == []
    assert ergebnis.is_readable


@pytest.mark.parametrize("zeichen", [": ", "?\t", "-\t", "? : ", "{:", "[:", "- ["])
def test_other_repeated_signs_are_refused_too(zeichen: str) -> None:
    ergebnis = read_yaml(zeichen.encode() * 50_000)
    assert [fault.code for fault in ergebnis.faults] == ["FGK003"]


def test_a_long_flat_list_is_not_taken_for_deep_nesting() -> None:
    ergebnis = read_yaml(b"- a\n" * 20_000)
    assert ergebnis.faults == []
    assert len(ergebnis.data) == 20_000


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("a: 1\nb: 2\na: 3\n", [("FGK004", 3, 1)]),
        ("x:\n  - {a: 1, a: 2}\n", [("FGK004", 2, 12)]),
        ("a: 1\n'a': 3\na: 4\n", [("FGK004", 2, 1), ("FGK004", 3, 1)]),
        ("? [a, b]\n: 1\n", [("FGK008", 1, 3)]),
        ("{a: b}: 1\n", [("FGK008", 1, 1)]),
        ("ende: 2024-02-30\n", [("FGK009", 1, 7)]),
        ("ende: 2024-13-01\n", [("FGK009", 1, 7)]),
        ("ende: 0000-01-01\n", [("FGK009", 1, 7)]),
        ("tage: [2024-04-30, 2024-04-31]\n", [("FGK009", 1, 20)]),
    ],
)
def test_keys_and_days_that_cannot_be_are_named(text: str, erwartet: list[Stelle]) -> None:
    assert stellen(read_yaml(text.encode())) == erwartet


@pytest.mark.parametrize("ziffern", [301, 5000])
def test_a_number_too_long_to_be_one_is_text(ziffern: int) -> None:
    assert read_yaml(b"a: " + b"9" * ziffern).data == {"a": "9" * ziffern}


ZWEI_DATENSAETZE = (
    "kennung: M-1.1.1\ntitel: a\nende: 2024-12-31\n\nkennung: M-1.1.2\ntitel: b\nende: 2025-12-31\n"
)


def test_a_second_record_in_the_same_file_is_one_fault_where_it_begins() -> None:
    ergebnis = read_yaml(ZWEI_DATENSAETZE.encode())
    assert stellen(ergebnis) == [("FGK004", 5, 1)]
    assert ergebnis.faults[0].was == "Ab hier beginnt ein zweiter Datensatz in derselben Datei."
    assert ergebnis.faults[0].tun == "Legen Sie für ihn eine eigene Datei an."


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("kennung: M-1.1.1\nkennung: M-1.1.2\ntitel: a\n", [("FGK004", 2, 1)]),
        ("x:\n  - kennung: a\n    b: 1\n    kennung: c\n    b: 2\n", [("FGK004", 4, 5), ("FGK004", 5, 5)]),
    ],
)
def test_a_line_that_stands_twice_is_no_second_record(text: str, erwartet: list[Stelle]) -> None:
    ergebnis = read_yaml(text.encode())
    assert stellen(ergebnis) == erwartet
    assert "zum zweiten Mal" in ergebnis.faults[0].was


def test_a_second_document_gets_a_file_of_its_own() -> None:
    [fault] = read_yaml(b"a: 1\n---\nb: 2\n").faults
    assert fault.tun == "Legen Sie für den zweiten Datensatz eine eigene Datei an."


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("titel: Aktion #Kinder für jede\n", [("FGK024", 1, 15)]),
        ("titel: Größe  #1\r\nb: c #d\r\n", [("FGK024", 1, 15), ("FGK024", 2, 6)]),
        ("a:\n  - Text #ä\n  - zwei\n    Zeilen #weg\n", [("FGK024", 2, 10), ("FGK024", 4, 12)]),
        ("a: Text\t#ä\n", [("FGK024", 1, 9)]),
        ("a: Text ##ä\nb: x #„so“\n", [("FGK024", 1, 9), ("FGK024", 2, 6)]),
        ("a: #Kinder\nb: 1\n", [("FGK024", 1, 4)]),
        ("- #Kinder\n- b\n", [("FGK024", 1, 3)]),
        ("a: # Kommentar\nb: 1\n", []),
        ("a: [b, c] #d\n", []),
        ("a: b # Kommentar #c\n", []),
        ("a: b ## c\n", []),
        ("a: b#c\n", []),
        ("a: b #fgk:ignore FGK112 x\n", []),
        ("# so #nicht\na: b\n  #c\n", []),
        ("a: #offen\n  - b\n", []),
        ("a: 'b #c'\nb: \"c #d\"  #e\nc: |\n  d #e\nd: >- #f\n  g\n", []),
    ],
)
def test_a_text_cut_off_by_a_number_sign_is_told_so(text: str, erwartet: list[Stelle]) -> None:
    assert stellen(read_yaml(text.encode())) == erwartet

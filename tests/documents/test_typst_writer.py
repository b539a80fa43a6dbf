import pytest

from fgk.documents.typst_inline import write_string
from fgk.documents.typst_writer import write_typst


@pytest.mark.parametrize(
    ("zelle", "seite"),
    [
        ("25.000 €", "right"),
        ("12,5 %", "right"),
        ("57 684", "right"),
        ("−3", "right"),
        ("2017", "right"),
        ("–", "left"),
        ("31.12.2019", "left"),
        ("M-3.1", "left"),
        ("", "left"),
    ],
)
def test_numbers_stand_on_the_right(zelle: str, seite: str) -> None:
    assert f"ausrichtung: ({seite},)" in write_typst(f"| A |\n| --- |\n| {zelle} |")


def test_template_decides_first() -> None:
    assert "ausrichtung: (left,center,)" in write_typst("| A | B |\n| :--- | :---: |\n| 1 | 2 |")


def test_text_is_only_ever_a_string() -> None:
    assert write_typst('a "b" \\\\c #d') == '#"a \\"b\\" \\\\c #d"'


def test_label_stays_with_what_follows() -> None:
    assert write_typst("**Stärken**") == '#haftend[#strong[#"Stärken"]]'
    assert write_typst("**Ziel** ist") == '#strong[#"Ziel"]#" ist"'


def test_levels_have_no_gap() -> None:
    typst = write_typst("#### A\n\n## B\n\n##### C")
    assert [line[:18] for line in typst.split("\n\n")] == [
        "#heading(level: 1)",
        "#heading(level: 1)",
        "#heading(level: 2)",
    ]


def test_only_outside_links_are_links() -> None:
    assert write_typst("[a](https://b.de)") == '#link("https://b.de")[#"a"]'
    assert write_typst("[a](#b)") == '#"a"'


def test_tables_that_are_headed_alike_have_their_columns_in_the_same_places() -> None:
    eine = "| Nr. | Maßnahme |\n| --- | --- |\n| 1 | kurz |"
    andere = f"| Nr. | Maßnahme |\n| --- | --- |\n| 1.2.3 | {'lange Sätze ' * 20} |"
    spalten = [line.split("spalten: ")[1].split("fr,)")[0] for line in _tables(f"{eine}\n\nx\n\n{andere}")]
    assert spalten[0] == spalten[1]
    assert spalten != [line.split("spalten: ")[1].split("fr,)")[0] for line in _tables(eine)] * 2


def test_one_table_that_turns_its_page_does_not_turn_the_others() -> None:
    kopf = "|" + " Jahr |" * 12 + "\n|" + " --- |" * 12 + "\n|"
    blocks = write_typst(f"{kopf}{' 1 |' * 12}\n\nx\n\n{kopf}{' 1.234.567.890 € |' * 12}").split("\n\n")
    assert [block.startswith("#quer") for block in blocks] == [False, False, True]


def test_only_a_short_table_stays_on_one_page() -> None:
    kopf = "| A |\n| --- |\n"
    assert ["ganz: true" in line for line in _tables(kopf + "| x |\n" * 16)] == [True]
    assert ["ganz: true" in line for line in _tables(kopf + "| x |\n" * 17)] == [False]


def _tables(markdown: str) -> list[str]:
    return [line for line in write_typst(markdown).splitlines() if line.startswith("#tafel")]


def test_a_word_in_brackets_is_hyphenated_and_not_cut() -> None:
    assert "#stelle#" not in write_string("(Zielvereinbarungsworkshop, 07.10.2020)")
    assert "#stelle#" in write_string("(https://www.example.org/einrichtungen?seite=1)")

import pytest

from fgk.documents.typst_writer import write_typst


@pytest.mark.parametrize(
    ("zelle", "seite"),
    [
        ("25.000 €", "right"),
        ("12,5 %", "right"),
        ("57 684", "right"),
        ("−3", "right"),
        ("2017", "right"),
        ("–", "right"),
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
    assert write_typst("[a](#b)") == '#[#"a"]'

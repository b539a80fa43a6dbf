"""What users type comes out as typed, wherever a template puts it."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from fgk.documents.profile import parse
from fgk.markdown import cell, cell_lines, escape, inert, paragraphs, tidy

COMMONMARK = MarkdownIt("commonmark").enable("table")
SIGNS = [
    *"#*_`[]()<>|\\&;:~=-+!.12ab \t\"'/@{}$%^?ä\u00a0",
    *(
        "&amp;",
        "&#35;",
        "<br>",
        "<b>",
        "http://a_b_c.de",
        "1. ",
        "- ",
        "~~~",
        "---",
        ":-:",
        "```",
        "[x](y)",
        "**",
    ),
]
TEXT = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=9).map("".join)

PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
PLACES = {
    "paragraph": ("{}", PARAGRAPH, ["{}"]),
    "after text": ("x {} y", PARAGRAPH, ["x {} y"]),
    "in brackets": ("({}); (k)", PARAGRAPH, ["({}); (k)"]),
    "next line": ("a | b\n{}", PARAGRAPH, ["a | b\n{}"]),
    "heading": ("## {}", ["heading_open", "inline", "heading_close"], ["{}"]),
    "list item": (
        "- {}",
        ["bullet_list_open", "list_item_open", *PARAGRAPH, "list_item_close", "bullet_list_close"],
        ["{}"],
    ),
    "table cell": ("|A|B|\n|---|---|\n| {} | {} |", None, ["A", "B", "{}", "{}"]),
}


def shown(token: Token) -> str:
    """The text of an inline token; fails if it is more than text."""
    parts = token.children or []
    assert {part.type for part in parts} <= {"text", "text_special", "softbreak"}, parts
    return "".join("\n" if part.type == "softbreak" else part.content for part in parts)


@pytest.mark.parametrize("parser", [COMMONMARK.parse, parse], ids=["commonmark", "profile"])
@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=TEXT)
def test_text_comes_out_as_typed(parser: Callable[[str], list[Token]], place: str, text: str) -> None:
    source, kinds, expected = PLACES[place]
    markdown = source.replace("{}", escape(text))
    for variant in (markdown, tidy(markdown)):
        tokens = parser(variant)
        assert [shown(token) for token in tokens if token.type == "inline"] == [
            part.replace("{}", text) for part in expected
        ]
        assert kinds is None or [token.type for token in tokens] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "z. B. 3.1 Kita-Ausbau (2018)",
        "Kinder & Jugend, 12 % der Familien – „Haus der Familie“",
        "M-3.1.2 in_umsetzung seit 24.08.2017",
        "https://www.stolberg.de/familie_und_beruf?a=1",
        "a < b",
        "#Familie",
        "-5 Grad",
        "5 + 3 = 8",
    ],
)
def test_ordinary_text_stays_untouched(text: str) -> None:
    assert tidy(escape(text)) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Bürger*innen", r"Bürger\*innen"),
        ("1. Januar", r"1\. Januar"),
        ("Stufe #", r"Stufe \#"),
        ("<br>", r"\<br>"),
        (" x", "&#32;x"),
        ("eins\r\n  zwei", "eins zwei"),
        ("a\0b", "a\ufffdb"),
    ],
)
def test_escapes(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@pytest.mark.parametrize(
    ("markdown", "tidied"),
    [
        (r"Am 24\. August", "Am 24. August"),
        (r"24\. August und 1\. Mai", r"24\. August und 1. Mai"),
        (r"- 24\. August", r"- 24\. August"),
        (r"| 24\. August |", "| 24. August |"),
        (r"(24\. August)", "(24. August)"),
        (r"x 24\\. August", r"x 24\\. August"),
    ],
)
def test_tidy_keeps_only_what_could_start_a_list(markdown: str, tidied: str) -> None:
    assert tidy(markdown) == tidied


def test_cell() -> None:
    assert cell("Erstens |\nzweitens\n\n- a\n– b\n  weiter\n\n1. c <br> d\n2. e\n") == (
        r"Erstens \| zweitens<br>• a<br>• b weiter<br>1\. c \<br> d<br>2\. e"
    )


def test_lines_of_a_cell_stay_lines() -> None:
    assert cell_lines("ab 2017 bis\n\n- 2020 |\n") == r"ab 2017 bis<br>\- 2020 \|"


def test_paragraphs() -> None:
    text = "Ein #\nAbsatz.\n\n# Titel\n- eins\n  weiter\n• zwei\n\n1. x\n2) y\n\n24. Mai\n===\n"
    markdown = "Ein \\#\nAbsatz.\n\n\\# Titel\n\n- eins\n  weiter\n- zwei\n\n1. x\n2. y\n\n24\\. Mai\n\\==="
    assert paragraphs(text) == markdown


def test_numbers_that_do_not_count_are_no_list() -> None:
    assert paragraphs("24. August\n3. Mai") == "24\\. August\n3\\. Mai"


def test_a_long_run_of_blanks_takes_no_time_to_speak_of() -> None:
    text = "Familie" + " " * 400_000 + "ist\t\n  \n da"
    assert escape(text).split() == ["Familie", "ist", "da"]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "ein Programm\n– zunächst für zwei Jahre.\nDanach mehr.",
            "ein Programm\n– zunächst für zwei Jahre.\nDanach mehr.",
        ),
        ("ein Programm\n- zunächst", "ein Programm\n\\- zunächst"),
        ("Aufgaben:\n– planen", "Aufgaben:\n\n- planen"),
        ("Aufgaben\n- planen\n- bauen", "Aufgaben\n\n- planen\n- bauen"),
        ("– planen", "- planen"),
    ],
)
def test_a_single_dash_inside_running_text_is_no_bullet(text: str, markdown: str) -> None:
    assert paragraphs(text) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "@octocat", "a@b.de", "(@x)", "#12", "owner/repo#12", "GH-12", "!12", "~label", '~"zwei Worte"', "%3", "$4", "&5",
        "https://x.example/", "HTTP://x", "mailto:a@b.de", "www.x.example", "WWW.x.example", ":smile:", ":+1:",
    ],
)  # fmt: skip
def test_no_forge_makes_anything_of_inert_text(text: str) -> None:
    inline = MarkdownIt("gfm-like", {"linkify": False}).parseInline(inert(text))[0].children or []
    gezeigt = "".join(token.content for token in inline)
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert gezeigt.replace("\u200b", "") == text
    assert not re.search(r"[@#!~%$&](?=[\w\"])|://|www\.|mailto:\w|:[\w+]+:|GH-\d", gezeigt, re.IGNORECASE)


def test_inert_leaves_ordinary_text_alone() -> None:
    text = "Kita & Schule: 50 % bis 12:30 Uhr, 5 € (M-3.1.2)!"
    assert inert(text) == text

"""A comparison in all its forms: the same words, and user text that stays text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hilfen import BEISPIEL, KOPF, MASSNAHME, lege_an
from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from fgk.comparing.akten import vergleiche_akten
from fgk.comparing.berichte import Berichtspaar, vergleiche_berichte
from fgk.loading.load import load_akte
from fgk.models.jahresbericht import Jahresbericht
from fgk.output.vergleich_html import vergleich_html
from fgk.output.vergleich_json import vergleich_json
from fgk.output.vergleich_markdown import HOECHSTENS, MARKE, vergleich_markdown
from fgk.output.vergleich_text import VergleichText
from fgk.sources import FolderSource
from fgk.vergleich import GEAENDERT, Abschnitt, Aenderung, Eintrag, Richtung, Vergleich

BOESE = [
    "@octocat und a@b.example",
    "#12, GH-3, !4, ~label und owner/repo#5",
    "https://boese.example/ und www.boese.example",
    "[Verweis](https://boese.example) und ![Bild](x.png)",
    "<a href='x'>Verweis</a> <script>alert(1)</script> <b>fett</b>",
    "<https://boese.example>",
    "# Überschrift",
    "a | b | c \\| d",
    "--- | ---",
    ":smile: :+1:",
    "`Code` **fett** _kursiv_ ~~weg~~",
    "--> <!-- fgk-diff -->",
    "$x$ &amp; &#64;name",
    "- Punkt",
    "> Zitat",
    "| | |",
    "\\",
    "Fußnote[^1] und {{ 7 * 7 }} {% raw %}",
]


def stolberg(vorher: str = "2018", nachher: str = "2019") -> Vergleich:
    akte, _ = load_akte(FolderSource(BEISPIEL))
    a, b = (akte.finde(Jahresbericht, f"J-{jahr}") for jahr in (vorher, nachher))
    assert a
    assert b
    return vergleiche_berichte(Berichtspaar(akte, a, b))


def boeser_vergleich(text: str) -> Vergleich:
    aenderungen = (
        Aenderung(text, text, text, Richtung(text)),
        Aenderung(text, None, None, Richtung(text)),
        Aenderung(text, None, text),
    )
    eintraege = (Eintrag(GEAENDERT, "x", text, text, aenderungen), Eintrag(GEAENDERT, "y", "", text))
    liste = Abschnitt("b", text, (Eintrag(GEAENDERT, "z", text, text),))
    tabelle = Abschnitt("a", text, eintraege, text)
    return Vergleich("akten", text, text, text, text, (text,), (tabelle, liste))


def flach(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from flach(token.children or [])


@pytest.mark.parametrize("text", BOESE)
def test_in_markdown_user_text_stays_text(text: str) -> None:
    markdown = vergleich_markdown(boeser_vergleich(text))
    harmlos = vergleich_markdown(boeser_vergleich("harmlos"))
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    tokens, wie = list(flach(parser.parse(markdown))), list(flach(parser.parse(harmlos)))
    # the same headings, rows, cells and emphasis as with an ordinary word, and no links, pictures or HTML of theirs
    struktur = [t.type for t in tokens if t.type not in {"text", "text_special"}]
    assert struktur == [t.type for t in wie if t.type not in {"text", "text_special"}]
    assert [t.content for t in tokens if t.type.startswith("html")] == [MARKE + "\n"]
    gezeigt = ["".join(c.content for c in t.children or []) for t in tokens if t.type == "inline"]
    assert sum(zeile.replace("\u200b", "").count(text) for zeile in gezeigt) >= 16
    for zeile in gezeigt:
        assert not re.search(r"[@#!~](?=\w)|://|www\.|:[\w+]+:|GH-\d", zeile), zeile


def test_markdown_begins_with_the_mark_of_the_bot_and_has_tables() -> None:
    markdown = vergleich_markdown(stolberg())
    assert markdown.startswith(
        f"{MARKE}\n## Die Jahresberichte 2018 und 2019 im Vergleich\n\nKupferstadt Stolberg"
    )
    assert "| Was | Angabe | 2018 | 2019 | Veränderung |\n| --- |" in markdown
    zeile = (
        "| **M-1.1.2** Familiencheck für Ratsvorlagen | Status | in Umsetzung | umgesetzt | vorangekommen |"
    )
    assert zeile in markdown
    rows = [t for t in MarkdownIt("gfm-like", {"linkify": False}).parse(markdown) if t.type == "tr_open"]
    assert len(rows) == markdown.count("\n| ") - markdown.count("\n| ---")


def test_markdown_fits_into_a_comment_and_says_what_is_left_out() -> None:
    eintraege = tuple(Eintrag(GEAENDERT, str(n), f"M-1.1.{n}", "Wort " * 60) for n in range(400))
    vergleich = Vergleich("akten", "T", "", "a", "b", (), (Abschnitt("massnahme", "Maßnahmen", eintraege),))
    markdown = vergleich_markdown(vergleich)
    assert HOECHSTENS - 1000 < len(markdown) < HOECHSTENS
    gezeigt = markdown.count("\n- **M-")
    assert f"**Gekürzt:** {400 - gezeigt} weitere Einträge passen hier nicht hinein." in markdown
    assert "Gekürzt" not in vergleich_markdown(stolberg())


def test_one_entry_that_is_too_long_ends_the_list() -> None:
    lang, kurz = Eintrag(GEAENDERT, "1", "", "x" * 5000), Eintrag(GEAENDERT, "2", "", "kurz")
    vergleich = Vergleich("akten", "T", "", "a", "b", (), (Abschnitt("n", "N", (kurz, lang, kurz)),))
    markdown = vergleich_markdown(vergleich, 2000)
    assert "2 weitere Einträge" in markdown
    assert len(markdown) < 2000
    assert markdown.count("kurz") == 1


@pytest.mark.parametrize("breite", [80, 120])
def test_a_terminal_is_never_wider_than_it_is(breite: int) -> None:
    text = VergleichText(width=breite, color=False).format(stolberg())
    assert max(map(len, text.splitlines())) <= breite
    assert "\x1b" not in text


def test_key_lines_at_80_columns() -> None:
    zeilen = VergleichText(width=80, color=False).format(stolberg()).splitlines()
    assert zeilen[:3] == [
        "Die Jahresberichte 2018 und 2019 im Vergleich",
        "Kupferstadt Stolberg (Rhld.)",
        "Enthält erfundene Musterdaten.",
    ]
    n = zeilen.index("  M-1.3.2 Befragung der Stolberger Familien")
    assert zeilen[n : n + 6] == [
        "  M-1.3.2 Befragung der Stolberger Familien",
        "    Status: geplant → verschoben (ins Stocken geraten)",
        "    Fortschritt: 0 % → 20 % (um 20 Prozentpunkte gestiegen)",
        "    Umzusetzen bis: 31.12.2019 → 30.06.2020 (Frist um 6 Monate verschoben)",
        "    Begründung: Die Datenschutzprüfung des Adressabgleichs dauerte vier Monate",
        "      länger als geplant.",
    ]
    assert "Statuswechsel (16)" in zeilen


def test_key_lines_at_120_columns() -> None:
    zeilen = VergleichText(width=120, color=False).format(stolberg()).splitlines()
    begruendung = (
        "    Begründung: Die Datenschutzprüfung des Adressabgleichs dauerte vier Monate länger als geplant."
    )
    assert begruendung in zeilen
    assert zeilen[-2:] == [
        "57 Unterschiede: Statuswechsel 16, Entfallene Maßnahmen 1, Fortschritt und Fristen bei gleichem Status 13, Ziele und",
        "Messkriterien 20, Indikatoren 7.",
    ]


def test_colour_says_better_and_worse_and_words_do_too() -> None:
    text = VergleichText(width=100, color=True).format(stolberg())
    assert "\x1b[32m    Status: geplant → in Umsetzung (vorangekommen)\x1b[0m" in text
    assert "\x1b[31m    Status: geplant → verschoben (ins Stocken geraten)\x1b[0m" in text
    assert re.sub(r"\x1b\[\d+m", "", text) == VergleichText(width=100, color=False).format(stolberg())


def test_html_stands_alone_and_escapes_everything() -> None:
    for text in BOESE:
        page = html.document_fromstring(vergleich_html(boeser_vergleich(text)))
        assert {e.tag for e in page.iter() if isinstance(e.tag, str)} <= {
            "html", "head", "meta", "title", "style", "body", "a", "div", "header", "p", "h1", "h2", "dl", "dt", "dd",
            "main", "strong", "table", "thead", "tbody", "tr", "th", "td", "span", "footer",
        }  # fmt: skip
        assert page.xpath("//a/@href") == ["#inhalt"]
        assert page.xpath("//*[@src or @onerror or @onclick]") == []
        assert page.findtext(".//h1") == text
        assert page.xpath("//td[2]/text()")[0] == text


def test_html_shows_what_is_better_and_worse() -> None:
    page = html.document_fromstring(vergleich_html(stolberg()))
    assert (
        page.findtext(".//title")
        == "Die Jahresberichte 2018 und 2019 im Vergleich – Kupferstadt Stolberg (Rhld.)"
    )
    assert "vorangekommen" in page.xpath("//td[@class='besser']/text()")
    assert "ins Stocken geraten" in page.xpath("//td[@class='schlechter']/text()")
    spans = [int(n) for n in page.xpath("//th[@rowspan]/@rowspan")]
    assert sum(spans) == len(page.xpath("//tbody/tr"))


def test_json_is_for_programs() -> None:
    document = json.loads(vergleich_json(stolberg()))
    assert list(document) == [
        "version", "art", "titel", "ort", "vorher", "nachher", "hinweise", "unterschiede", "abschnitte",
    ]  # fmt: skip
    assert (document["version"], document["art"], document["unterschiede"]) == (1, "berichte", 57)
    wechsel = next(a for a in document["abschnitte"] if a["name"] == "statuswechsel")
    assert wechsel["eintraege"][0] == {
        "art": "geaendert",
        "schluessel": "M-1.1.2",
        "titel": "Familiencheck für Ratsvorlagen",
        "ist_unterschied": True,
        "aenderungen": [
            {
                "pfad": ["status"],
                "feld": "Status",
                "vorher": "in_umsetzung",
                "nachher": "umgesetzt",
                "vorher_text": "in Umsetzung",
                "nachher_text": "umgesetzt",
                "richtung": "vorangekommen",
                "wertung": "besser",
            },
            {
                "pfad": ["fortschritt"],
                "feld": "Fortschritt",
                "vorher": 60,
                "nachher": 100,
                "vorher_text": "60 %",
                "nachher_text": "100 %",
                "richtung": "um 40 Prozentpunkte gestiegen",
                "wertung": "besser",
            },
        ],
    }


def test_json_of_a_new_record_holds_its_values(tmp_path: Path) -> None:
    a = lege_an(tmp_path / "a", {MASSNAHME: None})
    b = lege_an(tmp_path / "b", {MASSNAHME: KOPF + "beginn: 2025-01-01\nkosten: {einmalig: 5}\n"})
    document = json.loads(
        vergleich_json(
            vergleiche_akten(load_akte(FolderSource(a))[0], load_akte(FolderSource(b))[0], ("a", "b"))
        )
    )
    (eintrag,) = document["abschnitte"][0]["eintraege"]
    werte = {aenderung["feld"]: aenderung["nachher"] for aenderung in eintrag["aenderungen"]}
    assert (eintrag["art"], werte["Beginn"], werte["Kosten"]) == ("neu", "2025-01-01", {"einmalig": 5})

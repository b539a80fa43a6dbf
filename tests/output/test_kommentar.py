"""The comment below a pull request: within the limit, and nothing that users wrote is more than text."""

import pytest
from markdown_it import MarkdownIt
from plattformen import BOESE, meldung

from fgk.diagnostic import Severity
from fgk.output.kommentar import Aktenteil, Vorschlag, kommentar_markdown
from fgk.output.orte import Orte
from fgk.output.vergleich_markdown import HOECHSTENS, MARKE
from fgk.vergleich import GEAENDERT, Abschnitt, Aenderung, Eintrag, Richtung, Vergleich

#: each would be something else in a comment: mention, reference, link, HTML, heading, command, table, image
WERTE = [
    "@rat", "#12", "!3", "https://x.example", "www.x.example", "<script>x</script>", "<!-- fgk-diff -->",
    "# Überschrift", "/close", "[a](https://x.example)", "![a](https://x.example)", "a | b", "`code`", "**fett**",
    "a\n\n# b\n\n/merge", "::error::x", "&lt;b&gt;", "~~weg~~", ":smile:", BOESE,
]  # fmt: skip


def vergleich(*texte: str, titel: str = "Änderungen", eintraege: int = 1) -> Vergleich:
    alle = tuple(
        Eintrag(
            GEAENDERT, f"M-{n}", f"M-{n}", text,
            (Aenderung(text, text, text, Richtung(text)),),
        )
        for n in range(eintraege)
        for text in texte
    )  # fmt: skip
    return Vergleich(
        "akten", titel, "", "vorher", "nachher", (), (Abschnitt("massnahme", "Maßnahmen", alle),)
    )


def kommentar(*teile: Aktenteil, meldungen: int = 0, was: str = "Was.") -> str:
    vorschlag = Vorschlag("main (12345678)", 2, [meldung(was) for _ in range(meldungen)], [], teile)
    return kommentar_markdown(vorschlag, Orte())


@pytest.mark.parametrize("wert", WERTE)
def test_what_users_wrote_comes_through_as_text(wert: str) -> None:
    text = kommentar(Aktenteil(wert, "Neu.", (vergleich(wert, titel=wert),)), meldungen=1, was=wert)
    zeichen = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    alle = [t for block in zeichen.parse(text) for t in (block, *(block.children or []))]
    arten = {token.type for token in alle}
    assert not arten & {
        "link_open",
        "image",
        "s_open",
        "code_inline",
        "fence",
        "blockquote_open",
        "list_item_open",
    }
    html = [token.content for token in alle if token.type in {"html_inline", "html_block"}]
    assert set(html) <= {"<br>", f"{MARKE}\n"}
    assert html.count(f"{MARKE}\n") == 1
    ueberschriften = sum(token.type == "heading_open" for token in alle)
    assert ueberschriften == 4, "the comment's own"
    # what a forge would read out of the text, behind Markdown's back
    for art in ("@rat", "#12", "!3", "https://", "www.x", ":smile:"):
        assert all(art not in token.content for token in alle if token.type == "text"), art
    assert not any(zeile.startswith("/") for zeile in text.split("\n")), "a command of GitLab"
    spalten = {zeile.replace(r"\|", "").count("|") for zeile in text.split("\n") if zeile.startswith("|")}
    assert spalten == {4, 6}


def test_it_begins_with_the_mark_and_says_the_outcome() -> None:
    assert kommentar().split("\n")[:2] == [MARKE, "## fgk: keine Fehler"]
    assert "Am Inhalt der Akten ändert sich nichts." in kommentar()
    assert "2 Akten geprüft und mit dem Stand main (12345678) verglichen." in kommentar()
    assert kommentar(meldungen=2).split("\n")[1] == "## fgk: 2 Fehler"


@pytest.mark.parametrize(
    ("meldungen", "akten", "eintraege"),
    [(2000, 0, 0), (0, 1, 3000), (0, 300, 20), (2000, 3000, 1), (1, 3, 800)],
    ids=["faults", "entries", "akten", "everything", "some"],
)
def test_it_is_never_too_long_and_says_what_is_missing(meldungen: int, akten: int, eintraege: int) -> None:
    teile = [Aktenteil(f"Akte {n}", "", (vergleich("x" * 40, eintraege=eintraege),)) for n in range(akten)]
    text = kommentar(*teile, meldungen=meldungen, was="y" * 200)
    assert len(text) <= HOECHSTENS == 65_536
    assert "**Gekürzt:** " in text
    assert text.endswith(("\n", ".\n"))
    rest = akten - text.count("\n### Akte ")
    satz = "1 weitere Akte passt hier" if rest == 1 else f"{rest} weitere Akten passen hier"
    assert (f"{satz} nicht hinein." in text) == (rest > 0)


def test_faults_leave_room_for_the_changes() -> None:
    text = kommentar(Aktenteil("Stadt", "", (vergleich("wichtig"),)), meldungen=5000, was="y" * 100)
    assert "wichtig" in text


def test_the_worst_faults_come_first() -> None:
    meldungen = [meldung("a", schwere=Severity.HINWEIS), meldung("b"), meldung("c", schwere=Severity.WARNUNG)]
    text = kommentar_markdown(Vorschlag("x", 1, meldungen, [], ()), Orte())
    assert text.index("| Fehler ") < text.index("| Warnung ") < text.index("| Hinweis ")
    assert "## fgk: 1 Fehler, 1 Warnung, 1 Hinweis" in text


def test_what_was_there_before_is_counted_and_not_listed() -> None:
    text = kommentar_markdown(
        Vorschlag("x", 1, [meldung("neu")], [meldung("alt"), meldung("älter")], ()), Orte()
    )
    assert "## fgk: 3 Fehler\n" in text
    assert "**Neu mit diesem Vorschlag:** 1 Fehler.\n\n| | Stelle |" in text
    assert "**Schon vorher da:** 2 Fehler. Alle nennt `fgk validate`." in text
    assert "älter" not in text

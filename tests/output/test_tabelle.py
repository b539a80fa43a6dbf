"""Tables for the terminal."""

from fgk.output.tabelle import Spalte, tabelle


def test_columns_share_the_width_and_numbers_stand_right() -> None:
    spalten = (Spalte("Was"), Spalte("Text", ist_umbrochen=True), Spalte("Zahl", ist_zahl=True))
    reihen = [("a", "Ein längerer Text, der nicht in eine Zeile passt.", "7"), ("bcd", "kurz\nzwei", "12")]
    assert list(tabelle(spalten, reihen, width=40)) == [
        "Was  Text                           Zahl",
        "───  ─────────────────────────────  ────",
        "a    Ein längerer Text, der nicht      7",
        "     in eine Zeile passt.",
        "bcd  kurz                             12",
        "     zwei",
    ]


def test_a_column_is_no_wider_than_what_it_holds() -> None:
    spalten = (Spalte("A", ist_umbrochen=True), Spalte("B", ist_umbrochen=True))
    assert list(tabelle(spalten, [("eins", "zwei")], width=200)) == ["A     B", "────  ────", "eins  zwei"]

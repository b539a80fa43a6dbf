"""Bad input in a real folder: each case with its code and place, and never more noise than faults."""

import os
import socket
import tracemalloc
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, dateien_und_stellen, fgk, lege_an, ohne_vorrechte, pruefe, stellen

from fgk.checking import Selection
from fgk.diagnostic import Severity
from fgk.sources import FolderSource

GUT = KOPF + "ende: 2024-12-31\n"
AUDIT = """\
kennung: A-musterstadt-2024
ort:
  art: gemeinde
  name: Musterstadt
  ags: {ags}
verfahren: familiengerechte-kommune
katalog: fgk-2013
stufe: grund
"""
BERICHT = """\
kennung: J-2024
von: 2024-01-01
bis: 2024-12-31
massnahmen:
  - massnahme: M-1.1.1
    status: geplant
"""
LESEN = Selection(select=("FGK0",))
Anlegen = Callable[..., Path]


@pytest.mark.parametrize(
    ("name", "inhalt", "erwartet"),
    [
        ("empty", "", [("FGK015", 1, 1)]),
        ("only comments", "# noch auszufüllen\n\n# später\n", [("FGK015", 1, 1)]),
        ("only a document mark", "---\n", [("FGK015", 1, 1)]),
        ("only a null", "~\n", [("FGK015", 1, 1)]),
        ("an empty group", "{}\n", [("FGK011", 1, 1)] * 3),
        ("a list", "- a\n", [("FGK012", 1, 3)]),
        ("a text", "Hallo\n", [("FGK012", 1, 1)]),
        ("binary", bytes(range(256)), [("FGK002", 1, 1)]),
        ("utf-16", GUT.encode("utf-16"), [("FGK001", 1, 1)]),
        ("utf-16 without mark", GUT.encode("utf-16-le"), [("FGK002", 1, 2)]),
        ("latin-1", GUT.replace("einrichten", "für Büros").encode("latin-1"), [("FGK001", 3, 26)]),
        ("byte order mark", b"\xef\xbb\xbf" + GUT.encode(), [("FGK020", 1, 1)]),
        ("CRLF", GUT.replace("\n", "\r\n"), []),
        ("lone CR", GUT.replace("\n", "\r"), []),
        ("CRLF with a fault", (KOPF + "ende: bald\n").replace("\n", "\r\n"), [("FGK014", 5, 7)]),
        ("lone CR with a fault", (KOPF + "ende: bald\n").replace("\n", "\r"), [("FGK014", 5, 7)]),
        ("tab", KOPF + "kosten:\n\teinmalig: 3\n", [("FGK003", 6, 1)]),
        ("brackets", "[" * 50_000, [("FGK007", 1, 65)]),
        ("dashes", "- " * 50_000, [("FGK007", 1, 129)]),
        ("deep block", "".join(" " * i + "a:\n" for i in range(100)), [("FGK007", 65, 65)]),
        ("second document", GUT + "---\nkennung: M-1.1.2\n", [("FGK005", 6, 1)]),
        ("merge key", GUT + "<<: {text: x}\n", [("FGK005", 6, 1)]),
        ("duplicate key", GUT + "ende: 2025-01-01\n", [("FGK004", 6, 1)]),
        ("no such day", KOPF + "ende: 2024-02-30\n", [("FGK009", 5, 7)]),
        ("quoted day", KOPF + 'ende: "2024-12-31"\n', [("FGK014", 5, 7)]),
        ("German day", KOPF + "ende: 31.12.2024\n", [("FGK014", 5, 7)]),
        ("year as a number", KOPF + "ende: 2024\n", [("FGK012", 5, 7)]),
        ("list for a group", GUT + "kosten:\n  - einmalig: 3\n", [("FGK012", 6, 1)]),
        ("group for a list", GUT + "beteiligte:\n  eins: OE-51\n", [("FGK012", 6, 1)]),
        ("text for a list", GUT + "beteiligte: OE-51\n", [("FGK012", 6, 13)]),
        ("dash without blank", GUT + "beteiligte:\n  -OE-51\n", [("FGK012", 7, 3)]),
        ("text in a list of groups", GUT + "vorbehalte: [Haushalt]\n", [("FGK012", 6, 14)]),
        ("money as a float", GUT + "kosten:\n  einmalig: 12.5\n", [("FGK012", 7, 13)]),
        ("money with a thousands point", GUT + "kosten:\n  einmalig: 25.000\n", [("FGK012", 7, 13)]),
        ("a fault hides the hint about the same value", GUT + "kosten:\n  einmalig: 012\n", [("FGK014", 7, 13)]),
        ("a cut off text is only a warning", GUT + "text: Aktion #Kinder\n", [("FGK024", 6, 14)]),
        ("two records", GUT + GUT.replace("M-1.1.1", "M-1.1.2"), [("FGK004", 6, 1)]),
        ("money with a comma", GUT + 'kosten:\n  einmalig: "12,50"\n', [("FGK014", 7, 13)]),
        ("negative money", GUT + "kosten:\n  einmalig: -5\n", [("FGK022", 7, 13)]),
        ("yes for true", GUT + "ist_fortlaufend: ja\n", [("FGK012", 6, 18)]),
        ("number for a text", GUT + "text: 3\n", [("FGK012", 6, 7)]),
        ("number as a Kennung", GUT.replace("M-1.1.1", "3.10"), [("FGK012", 1, 10)]),
        ("Kennung of another form", GUT.replace("Z-1.1\n", "Ziel 1.1\n"), [("FGK014", 2, 7)]),
        ("empty value", GUT.replace("Steuerungsgruppe einrichten", ""), [("FGK012", 3, 1)]),
        ("empty list", GUT + "beteiligte:\n", [("FGK012", 6, 1)]),
        ("empty text", GUT.replace("Steuerungsgruppe einrichten", '""'), [("FGK022", 3, 1)]),
        ("optional value left empty", GUT + "text:\nkosten:\n  einmalig:\n", []),
        ("web address without http", GUT + "quellen:\n  - titel: x\n    adresse: www.x.de\n", [("FGK014", 8, 14)]),
        ("value not allowed", GUT + "prioritaet: sehr hoch\n", [("FGK013", 6, 13)]),
        ("list for a word", GUT + "prioritaet: [hoch]\n", [("FGK012", 6, 1)]),
        ("unknown key", GUT + "tittel: x\n", [("FGK010", 6, 1)]),
        ("unknown key in a group", GUT + "kosten:\n  einmahlig: 3\n", [("FGK010", 7, 3)]),
        ("unknown key in a list", GUT + "quellen:\n  - titel: x\n    autor: y\n", [("FGK010", 8, 5)]),
        ("missing key", GUT.replace("titel: Steuerungsgruppe einrichten\n", ""), [("FGK011", 1, 1)]),
        ("missing key in a list", GUT + "quellen:\n  - stand: 2024-01-01\n", [("FGK011", 7, 5)]),
    ],
)  # fmt: skip
def test_a_bad_measure_is_named_at_its_place(
    akte: Anlegen, name: str, inhalt: str | bytes, erwartet: list[tuple[str, int, int]]
) -> None:
    ordner = akte({MASSNAHME: inhalt})
    meldungen = pruefe(ordner)
    assert stellen(meldungen) == erwartet, name
    assert {meldung.path for meldung in meldungen} <= {f"{ordner.as_posix()}/{MASSNAHME}"}


@pytest.mark.parametrize(
    ("ags", "erwartet", "worte"),
    [
        ("5999001", ("FGK012", 5, 8), "steht hier als Zahl"),
        ("59990010", ("FGK012", 5, 8), "steht hier als Zahl"),
        ('"5999001"', ("FGK014", 5, 8), "hat nicht die richtige Form"),
        ('"05 999 001"', ("FGK014", 5, 8), "hat nicht die richtige Form"),
        ('"05999001\\n"', ("FGK014", 5, 8), "hat nicht die richtige Form"),
        ("05999001", ("FGK021", 5, 8), "beginnt mit einer Null"),
        ("", ("FGK012", 5, 3), "„ags“ ist leer"),
        ("[a]", ("FGK012", 5, 3), "eine Liste"),
        ("2024-01-01", ("FGK012", 5, 8), "das Datum"),
        ("true", ("FGK012", 5, 8), "ja oder nein"),
    ],
)
def test_an_ags_is_eight_quoted_digits(
    akte: Anlegen, ags: str, erwartet: tuple[str, int, int], worte: str
) -> None:
    [meldung] = pruefe(akte({"audit.yaml": AUDIT.format(ags=ags)}))
    assert stellen([meldung]) == [erwartet]
    assert worte in meldung.was
    assert "05" in meldung.tun
    assert meldung.severity is (Severity.HINWEIS if erwartet[0] == "FGK021" else Severity.FEHLER)


@pytest.mark.parametrize(
    ("alt", "neu", "erwartet", "worte"),
    [
        ("art: gemeinde", "art: Gemeinde", ("FGK013", 3, 8), "Meinten Sie „gemeinde“?"),
        ("art: gemeinde", "art: stadt", ("FGK013", 3, 8), "gemeinde, kreis, verband, bezirk, quartier"),
        ("art: gemeinde", "art: [gemeinde]", ("FGK012", 3, 3), "gemeinde, kreis, verband"),
        ("art: gemeinde", "art:", ("FGK012", 3, 3), "gemeinde, kreis, verband"),
        ("  art: gemeinde\n", "", ("FGK011", 3, 3), "mit einem dieser Werte: gemeinde, kreis"),
        ("  art: gemeinde\n", "  art: gemeinde\n  krais: Aachen\n", ("FGK010", 4, 3), "Meinten Sie „kreis“?"),
        ("stufe: grund", "stufe: Grund", ("FGK013", 8, 8), "Meinten Sie „grund“?"),
    ],
)
def test_the_kind_of_place_decides_which_keys_belong_to_it(
    akte: Anlegen, alt: str, neu: str, erwartet: tuple[str, int, int], worte: str
) -> None:
    [meldung] = pruefe(akte({"audit.yaml": AUDIT.format(ags='"05999001"').replace(alt, neu)}), auswahl=LESEN)
    assert stellen([meldung]) == [erwartet]
    assert worte in meldung.tun


def test_another_kind_of_place_asks_for_its_own_keys(akte: Anlegen) -> None:
    text = AUDIT.format(ags='"05999001"').replace("art: gemeinde", "art: kreis")
    meldungen = pruefe(akte({"audit.yaml": text}), auswahl=LESEN)
    assert stellen(meldungen) == [("FGK011", 3, 3), ("FGK010", 5, 3)]
    assert "„schluessel“ (Kreisschlüssel) fehlt" in meldungen[0].was
    assert "name, bezeichnung, land, einwohner, art, schluessel" in meldungen[1].tun


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_key_with_an_umlaut_is_told_its_spelling_here(akte: Anlegen, form: str) -> None:
    schluessel = unicodedata.normalize(form, "federführung")
    [meldung] = pruefe(akte({MASSNAHME: GUT.replace("federfuehrung", schluessel)}), auswahl=LESEN)
    assert (meldung.code, meldung.span) == ("FGK010", (4, 1, 4, 1 + len(schluessel)))
    assert meldung.was == f"„{schluessel}“ heißt hier „federfuehrung“."
    assert meldung.tun == "Schreiben Sie „federfuehrung“ ohne Umlaut."


def test_an_umlaut_in_a_list_of_groups_is_told_too(akte: Anlegen) -> None:
    text = BERICHT.replace("- massnahme:", "- maßnahme:")
    meldungen = pruefe(akte({"jahresberichte/2024.yaml": text}), auswahl=LESEN)
    assert stellen(meldungen) == [("FGK010", 5, 5)], "and not also that massnahme is missing"
    assert meldungen[0].was == "„maßnahme“ heißt hier „massnahme“."


@pytest.mark.parametrize(
    ("zeile", "meinten"),
    [
        ("Kosten: {}", "„kosten“"),
        ("zielgruppe: [a]", "„zielgruppen“"),
        ("Kooperations-Partner: [a]", "„kooperationspartner“"),
        ("foederfuehrung: OE-10", "„federfuehrung“"),
        ("ist_fortlaufent: true", "„ist_fortlaufend“"),
    ],
)
def test_a_misspelled_key_is_told_which_was_meant(akte: Anlegen, zeile: str, meinten: str) -> None:
    [meldung] = pruefe(akte({MASSNAHME: GUT + zeile + "\n"}), auswahl=LESEN)
    assert meldung.tun == f"Meinten Sie {meinten}?"


def test_a_misspelled_key_is_not_also_said_to_be_missing(akte: Anlegen) -> None:
    [meldung] = pruefe(akte({MASSNAHME: GUT.replace("titel:", "titell:")}), auswahl=LESEN)
    assert (meldung.code, meldung.tun) == ("FGK010", "Meinten Sie „titel“?")
    meldungen = pruefe(akte({MASSNAHME: GUT.replace("titel:", "qqq:")}), auswahl=LESEN)
    assert [meldung.code for meldung in meldungen] == ["FGK011", "FGK010"], "qqq is no titel"


@pytest.mark.parametrize(
    ("zeilen", "stelle", "was", "tun"),
    [
        (
            "kosten:\n  einmalig: 5\n  prioritaet: hoch\n",
            (8, 3),
            "„prioritaet“ gehört nicht unter „kosten“.",
            "Lassen Sie die Zeile in derselben Spalte beginnen wie „kosten“.",
        ),
        (
            "kosten:\n  foerdermittel:\n    - programm: x\n      jaehrlich: 3\n",
            (9, 7),
            "„jaehrlich“ gehört nicht unter „foerdermittel“.",
            "Lassen Sie die Zeile in derselben Spalte beginnen wie „foerdermittel“.",
        ),
        (
            "kosten:\n  einmalig: 5\njaehrlich: 3\n",
            (8, 1),
            "„jaehrlich“ gehört unter „kosten“.",
            "Rücken Sie die Zeile unter „kosten:“ weiter ein.",
        ),
        (
            "einmalig: 3\n",
            (6, 1),
            "„einmalig“ gehört unter „kosten“.",
            "Schreiben Sie darüber eine Zeile „kosten:“ und rücken Sie diese darunter ein.",
        ),
        (
            "kosten:\n  einmalig: 5\n\u00a0\u00a0jaehrlich: 3\n",
            (8, 1),
            "Am Schlüssel „jaehrlich“ hängt ein geschütztes Leerzeichen; YAML liest es als Buchstaben.",
            "Löschen Sie es und tippen Sie gewöhnliche Leerzeichen.",
        ),
        (
            "prioritaet\u00a0: hoch\n",
            (6, 1),
            "Am Schlüssel „prioritaet“ hängt ein geschütztes Leerzeichen; YAML liest es als Buchstaben.",
            "Löschen Sie es und tippen Sie gewöhnliche Leerzeichen.",
        ),
    ],
)
def test_a_key_in_a_wrong_column_is_told_where_it_belongs(
    akte: Anlegen, zeilen: str, stelle: tuple[int, int], was: str, tun: str
) -> None:
    [meldung] = pruefe(akte({MASSNAHME: KOPF + "ende: 2024-12-31\n" + zeilen}), auswahl=LESEN)
    assert (meldung.code, meldung.span[:2], meldung.was, meldung.tun) == ("FGK010", stelle, was, tun)


@pytest.mark.parametrize(
    ("zeile", "meinten"),
    [
        ("ziel: Z–1.1", "Meinten Sie „Z-1.1“?"),
        ("ziel: z-1.1", "Meinten Sie „Z-1.1“?"),
        ("ziel: Z-1,1", "Meinten Sie „Z-1.1“?"),
        ("ziel: Z-I.l", "Meinten Sie „Z-1.1“?"),
        ("ziel: Z - 1.1", "Meinten Sie „Z-1.1“?"),
        ('ziel: "1.1"', "Meinten Sie „Z-1.1“?"),
        ("ziel: Ziel 1", "Erwartet wird die Kennung eines Ziels, z. B. Z-3.1."),
        ("ziel: Z-1.1\nfederfuehrung: OE–51", "Meinten Sie „OE-51“?"),
        ("ziel: Z-1.1\nfederfuehrung: Jugendamt", "Schreiben Sie „OE-51“."),
        ("ziel: Z-1.1\nfederfuehrung: jugendamt", "Schreiben Sie „OE-51“."),
        (
            "ziel: Z-1.1\nfederfuehrung: Bauamt",
            "Erwartet wird die Kennung einer Organisationseinheit, z. B. OE-51.",
        ),
        ("ziel: Z-1.1\nbeschluss: B-2O24-O1", "Meinten Sie „B-2024-01“?"),
    ],
)
def test_a_kennung_in_another_spelling_is_told_which_was_meant(
    akte: Anlegen, zeile: str, meinten: str
) -> None:
    text = f"kennung: M-1.1.1\ntitel: x\nende: 2024-12-31\n{zeile}\n"
    [meldung] = [m for m in pruefe(akte({MASSNAHME: text})) if m.code != "FGK111"]
    assert (meldung.code, meldung.tun) == ("FGK014", meinten)


def test_a_key_nobody_could_have_meant_gets_the_list_of_all(akte: Anlegen) -> None:
    [meldung] = pruefe(akte({MASSNAHME: GUT + "kosten:\n  qqq: 3\n"}))
    assert meldung.tun == (
        "Erlaubt sind: einmalig, jaehrlich, personal, ist_haushaltsvorbehalt, foerdermittel, produkt, erlaeuterung."
    )


@pytest.mark.parametrize(
    ("zeile", "was", "tun"),
    [
        (
            'ende: "2024-12-31"',
            "Das Datum „2024-12-31“ steht in Anführungszeichen.",
            "Schreiben Sie 2024-12-31 ohne",
        ),
        ("ende: 31.12.2024", "anders geschrieben", "hier also 2024-12-31."),
        ("ende: 1. 3.2024", "anders geschrieben", "hier also 2024-03-01."),
        ("ende: 2024-3-1", "anders geschrieben", "hier also 2024-03-01."),
        (
            "ende: 31.06.2019",
            "Den Tag 31.06.2019 gibt es nicht.",
            "Prüfen Sie Monat und Tag; ein Datum steht als",
        ),
        (
            "ende: 1.13.2019",
            "Den Tag 1.13.2019 gibt es nicht.",
            "Prüfen Sie Monat und Tag; ein Datum steht als",
        ),
        ("kosten: {einmalig: 012}", "Der Betrag „012“", "Schreiben Sie 12 ohne Punkt"),
        ("ende: bald", "„bald“ hat nicht die richtige Form.", "Erwartet wird ein Datum"),
        ('ende: "2024-13"', "„2024-13“ hat nicht die richtige Form.", "Erwartet wird ein Datum"),
        ("prioritaet: Hoch", "„Hoch“ ist hier nicht erlaubt.", "Meinten Sie „hoch“?"),
        ("herkunft: ergänzt", "„ergänzt“ ist hier nicht erlaubt.", "Meinten Sie „ergaenzt“?"),
        ("beteiligte: -OE-10", "Hinter dem Spiegelstrich fehlt ein Leerzeichen.", "„- Eintrag“"),
        ("text: 3.10", "die Zahl „3.1“", "in Anführungszeichen, damit er Text bleibt"),
        (
            "kosten: {einmalig: 12.5}",
            "Dieser Betrag steht hier als Kommazahl",
            'Cent als Text, z. B. "12.50".',
        ),
        (
            'kosten: {einmalig: "25.000 €"}',
            "„25.000 €“ ist anders geschrieben",
            "Schreiben Sie 25000 ohne Punkt",
        ),
        (
            "kosten: {einmalig: 25000 Euro}",
            "„25000 Euro“ ist anders geschrieben",
            "Schreiben Sie 25000 ohne Punkt",
        ),
        (
            'kosten: {einmalig: "1.250,50"}',
            "„1.250,50“ ist anders geschrieben",
            'Schreiben Sie "1250.50" mit',
        ),
        ('kosten: {einmalig: "12,00"}', "„12,00“ ist anders geschrieben", "Schreiben Sie 12 ohne Punkt"),
        (
            "kosten: {einmalig: viel}",
            "„viel“ hat nicht die richtige Form.",
            "Erwartet wird ein Betrag in Euro",
        ),
        ("ende: 2024", "Das Jahr 2024 steht hier als Zahl.", 'Setzen Sie es in Anführungszeichen: "2024".'),
        ("ende: 20241231", "„20241231“ steht hier als Zahl.", "Erwartet wird ein Datum"),
        ("ist_fortlaufend: ja", "der Text „ja“", "Schreiben Sie true ohne Anführungszeichen."),
        ('ist_fortlaufend: "Nein"', "der Text „Nein“", "Schreiben Sie false ohne Anführungszeichen."),
        ("ist_fortlaufend: 1", "die Zahl „1“", "Erwartet wird true oder false."),
        ("kosten: {einmalig: -1}", "„-1“ liegt außerhalb der Grenzen.", "Erlaubt sind Zahlen ab 0."),
        ("beteiligte:", "„beteiligte“ ist leer.", "eine Liste mit Spiegelstrichen; ohne Angabe löschen Sie"),
    ],
)
def test_a_clerk_is_told_what_to_write_instead(akte: Anlegen, zeile: str, was: str, tun: str) -> None:
    [meldung] = pruefe(akte({MASSNAHME: KOPF + zeile + "\n"}), auswahl=LESEN)
    assert was in meldung.was
    assert tun in meldung.tun


@pytest.mark.parametrize(
    ("alt", "neu", "erwartet", "tun"),
    [
        ("von: 2024-01-01", 'von: "2024-01-01"', ("FGK012", 2, 6), "Schreiben Sie 2024-01-01 ohne Anführungszeichen."),
        ("von: 2024-01-01", "von: 01.01.2024", ("FGK012", 2, 6), "hier also 2024-01-01."),
        ("von: 2024-01-01", "von: 2024", ("FGK012", 2, 6), "Erwartet wird ein Datum wie 2017-08-24"),
        ("status: geplant", "status: in Umsetzung", ("FGK013", 6, 13), "Meinten Sie „in_umsetzung“?"),
        ("status: geplant", "status: geplant\n    fortschritt: 120", ("FGK022", 7, 18), "Erlaubt sind Zahlen bis 100."),
        ("status: geplant", "status: geplant\n    fortschritt: -1", ("FGK022", 7, 18), "Erlaubt sind Zahlen ab 0."),
        ("status: geplant", 'status: geplant\n    fortschritt: "5"', ("FGK012", 7, 18), "eine ganze Zahl ohne"),
        ("status: geplant", "status: geplant\n    fortschritt: 5.0", ("FGK012", 7, 18), "eine ganze Zahl ohne"),
        ("  - massnahme: M-1.1.1\n    status: geplant\n", "  - Text\n", ("FGK012", 5, 5), "eine Gruppe mit Schlüsseln darunter: massnahme, status"),
    ],
)  # fmt: skip
def test_a_bad_report_is_named_at_its_place(
    akte: Anlegen, alt: str, neu: str, erwartet: tuple[str, int, int], tun: str
) -> None:
    [meldung] = pruefe(akte({"jahresberichte/2024.yaml": BERICHT.replace(alt, neu)}), auswahl=LESEN)
    assert stellen([meldung]) == [erwartet]
    assert tun in meldung.tun


def test_a_decision_without_deliberations_is_told_so(akte: Anlegen) -> None:
    text = "kennung: B-2024-01\ntitel: x\nart: sonstiges\nberatungen: []\n"
    [meldung] = pruefe(akte({"beschluesse/B-2024-01.yaml": text}), auswahl=LESEN)
    assert stellen([meldung]) == [("FGK022", 4, 1)]
    assert meldung.tun == "Hier muss ein Eintrag stehen."


def test_a_number_without_end_is_none(akte: Anlegen) -> None:
    text = (
        "kennung: Z-1.1\nhandlungsfeld: HF1\ntitel: a\nmesskriterien:\n"
        "  - {bezeichnung: a, sollwert: {zahl: 1e999}}\n"
        '  - {bezeichnung: b, sollwert: {zahl: "4"}}\n'
        "  - bezeichnung: c\n    sollwert:\n      zahl: 3,5\n"
    )
    meldungen = pruefe(akte({"ziele/Z-1.1.yaml": text}), auswahl=LESEN)
    assert stellen(meldungen) == [("FGK012", 5, 39), ("FGK012", 6, 39), ("FGK012", 9, 13)]
    assert "mit Punkt statt Komma" in meldungen[2].tun


# --- files and folders --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "tun"),
    [
        ("notizen.yaml", "Verschieben Sie sie aus der Akte"),
        ("massnahmen/M-1.1.2.yml", "Benennen Sie sie um in „M-1.1.2.yaml“."),
        ("massnahmen/M-1.1.2.YAML", "Benennen Sie sie um in „M-1.1.2.yaml“."),
        ("audit.yml", "Benennen Sie sie um in „audit.yaml“."),
        ("massnahme/M-1.1.2.yaml", "Meinten Sie den Ordner „massnahmen/“?"),
        ("maßnahmen/M-1.1.2.yaml", "Meinten Sie den Ordner „massnahmen/“?"),
        ("Massnahmen/M-1.1.2.yaml", "Meinten Sie den Ordner „massnahmen/“?"),
        ("massnahmen/neu/M-1.1.2.yaml", "Meinten Sie den Ordner „massnahmen/“?"),
        ("M-1.1.2.yaml", "Meinten Sie den Ordner „massnahmen/“?"),
        ("massnahmen/M-1.1.2.yaml.txt", "Benennen Sie sie um in „M-1.1.2.yaml“."),
        ("massnahmen/M-1.1.2.YML.txt", "Benennen Sie sie um in „M-1.1.2.yaml“."),
        ("ziele/M-1.1.2.yaml", "Meinten Sie den Ordner „massnahmen/“?"),
        ("berichte/J-2018.yaml", "Meinten Sie den Ordner „jahresberichte/“?"),
        ("ziel.yaml", "Meinten Sie den Ordner „ziele/“?"),
        ("analyse/HF3.yaml", "Meinten Sie den Ordner „bestandsaufnahme/analyse/“?"),
        ("indikatoren.yaml", "Meinten Sie die Datei „bestandsaufnahme/indikatoren.yaml“?"),
        ("zielvereinbarungen.yaml", "Meinten Sie die Datei „zielvereinbarung.yaml“?"),
        ("vorlagen/eigene.yaml", "Verschieben Sie sie aus der Akte"),
    ],
)
def test_a_yaml_file_without_a_place_is_told_where_it_belongs(akte: Anlegen, name: str, tun: str) -> None:
    ordner = akte({name: "a: 1\n"})
    [meldung] = pruefe(ordner)
    assert dateien_und_stellen(ordner, [meldung]) == [(name, "FGK016", 1, 1)]
    assert meldung.tun.startswith(tun)


@pytest.mark.parametrize(
    "name",
    [
        "maßnahmen/M-1.1.1.yaml",
        "Massnahmen/M-1.1.1.yaml",
        "ziele/M-1.1.1.yaml",
        "massnahmen/M-1.1.1.yml",
        "massnahmen/M-1.1.1.yaml.txt",
        "M-1.1.1.yaml",
    ],
)
def test_a_misplaced_record_is_one_fault_and_makes_no_reference_dangle(akte: Anlegen, name: str) -> None:
    bericht = BERICHT.replace("J-2024", "J-2023").replace("2024-", "2023-")
    ordner = akte({MASSNAHME: None, name: GUT, "jahresberichte/2023.yaml": bericht})
    assert dateien_und_stellen(ordner, pruefe(ordner)) == [(name, "FGK016", 1, 1)]


@pytest.mark.parametrize("name", ["analyse/HF1.yaml", "bestandsaufnahme/analyse/HF1.yml"])
def test_a_misplaced_record_may_lack_the_prefix_of_its_kind(akte: Anlegen, name: str) -> None:
    ordner = akte({name: "a: 1\n", MASSNAHME: GUT + "entstanden_aus: [AN-HF1]\n"})
    assert dateien_und_stellen(ordner, pruefe(ordner)) == [(name, "FGK016", 1, 1)]


def test_a_copy_in_another_folder_is_no_second_claim(akte: Anlegen) -> None:
    ordner = akte({"alt/M-1.1.1.yaml": GUT})
    assert dateien_und_stellen(ordner, pruefe(ordner)) == [("alt/M-1.1.1.yaml", "FGK016", 1, 1)]


@pytest.mark.parametrize(
    "name", ["organisationseinheiten.yml", "Organisationseinheiten.yaml", "stamm/organisationseinheiten.yaml"]
)
def test_a_misplaced_list_makes_no_reference_dangle(akte: Anlegen, name: str) -> None:
    ordner = akte({"organisationseinheiten.yaml": None, name: "x: 1\n"})
    assert dateien_und_stellen(ordner, pruefe(ordner)) == [(name, "FGK016", 1, 1)]


def test_a_wrong_kennung_is_told_the_one_in_the_name_of_the_file(akte: Anlegen) -> None:
    [meldung] = pruefe(akte({MASSNAHME: GUT.replace("M-1.1.1", "M1.1.1")}))
    assert stellen([meldung]) == [("FGK014", 1, 10)]
    assert meldung.tun == "Erwartet wird die Kennung einer Maßnahme, hier also M-1.1.1."


def test_other_files_are_welcome_everywhere(akte: Anlegen) -> None:
    ordner = akte(
        {
            "README.md": "x",
            "massnahmen/Plan.xlsx": b"PK",
            "bild.png": b"\x89",
            ".fgk.yaml": ":",
            "ausgabe/x.yaml": ":",
        }
    )
    assert pruefe(ordner) == []


Umbau = Callable[[Path], object]


def _ordner(pfad: Path) -> None:
    pfad.mkdir()


def _socket(pfad: Path) -> None:
    with socket.socket(socket.AF_UNIX) as offen:
        offen.bind(str(pfad))


def _nach_aussen(pfad: Path) -> None:
    ziel = pfad.parents[2] / "aussen.yaml"
    ziel.write_text(GUT, encoding="utf-8")
    pfad.symlink_to(ziel)


@pytest.mark.parametrize(
    ("name", "umbau", "code", "was"),
    [
        ("a folder", _ordner, "FGK018", "Hier liegt ein Ordner, wo eine Datei hingehört."),
        ("a socket", _socket, "FGK018", "Dies ist keine gewöhnliche Datei."),
        ("a link out of the Akte", _nach_aussen, "FGK019", "die aus der Akte hinausführt"),
        ("a link to /dev/zero", lambda pfad: pfad.symlink_to("/dev/zero"), "FGK019", "aus der Akte hinausführt"),
        ("a dangling link", lambda pfad: pfad.symlink_to("fehlt"), "FGK018", "nicht gefunden"),
        ("a dangling link outwards", lambda pfad: pfad.symlink_to("/fehlt/x"), "FGK019", "aus der Akte hinausführt"),
        ("a link to itself", lambda pfad: pfad.symlink_to(pfad.name), "FGK018", "die Verknüpfung führt im Kreis"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("datei", [MASSNAHME, "audit.yaml"])
def test_what_is_no_readable_file_is_named(
    tmp_path: Path, *, datei: str, name: str, umbau: Umbau, code: str, was: str
) -> None:
    ordner = lege_an(tmp_path / "w" / "a", {datei: None})
    pfad = ordner / datei
    umbau(pfad)
    meldungen = pruefe(ordner, auswahl=LESEN)
    assert dateien_und_stellen(ordner, meldungen) == [(datei, code, 1, 1)], name
    assert was in meldungen[0].was


@pytest.mark.parametrize("datei", [MASSNAHME, "audit.yaml", "zettel.yaml"])
def test_a_fifo_does_not_hold_up_the_run(akte: Anlegen, datei: str) -> None:
    ordner = akte({})
    (ordner / datei).unlink(missing_ok=True)
    os.mkfifo(ordner / datei)
    ergebnis = fgk(
        "validate", ".", "--select", "FGK0", cwd=ordner
    )  # a process of its own ends at the latest after a minute
    assert ergebnis.returncode == 1
    assert ergebnis.stdout.startswith(
        f"{datei}:1:1: {'FGK016' if datei == 'zettel.yaml' else 'FGK018'} Fehler:"
    )


def test_a_link_inside_the_akte_is_fine(akte: Anlegen) -> None:
    ordner = akte({"entwurf.txt": GUT, MASSNAHME: None})
    (ordner / MASSNAHME).symlink_to("../entwurf.txt")
    assert pruefe(ordner) == []


def test_the_akte_itself_may_be_reached_by_a_link(akte: Anlegen, tmp_path: Path) -> None:
    akte({})
    (tmp_path / "verweis").symlink_to("akte")
    assert pruefe(tmp_path / "verweis") == []


@pytest.mark.parametrize(
    ("ziel", "code", "was"),
    [
        ("../ablage", "FGK019", "die aus der Akte hinausführt"),
        ("ablage", "FGK018", "Hier führt eine Verknüpfung zu einem Ordner"),
        (".", "FGK018", "Hier führt eine Verknüpfung zu einem Ordner"),
    ],
)
def test_a_linked_folder_is_named_and_not_entered(akte: Anlegen, ziel: str, code: str, was: str) -> None:
    ordner = akte({"ablage/liesmich.txt": "x"})
    (ordner / "../ablage").mkdir()
    (ordner / "beteiligung").symlink_to(ziel)
    meldungen = pruefe(ordner)
    assert dateien_und_stellen(ordner, meldungen) == [("beteiligung", code, 1, 1)]
    assert was in meldungen[0].was


def test_a_locked_file_or_folder_is_named(offener_ordner: Path) -> None:
    ordner = lege_an(offener_ordner / "akte", {"beschluesse/B-2024-01.yaml": "x"})
    pruefe(ordner)  # everything that is imported late is there now
    (ordner / MASSNAHME).chmod(0)
    (ordner / "beschluesse").chmod(0)
    with ohne_vorrechte():
        meldungen = pruefe(ordner)
    assert dateien_und_stellen(ordner, meldungen) == [
        ("beschluesse", "FGK018", 1, 1),
        (MASSNAHME, "FGK018", 1, 1),
    ]
    assert meldungen[0].was == "„beschluesse“ lässt sich nicht lesen (keine Berechtigung)."
    assert meldungen[1].was == "„M-1.1.1.yaml“ lässt sich nicht lesen (keine Berechtigung)."


def test_a_huge_file_is_refused_without_being_read_whole(akte: Anlegen) -> None:
    ordner = akte({})
    with (ordner / MASSNAHME).open("wb") as datei:
        datei.truncate(50 * 1024 * 1024)
    pruefe(ordner)
    tracemalloc.start()
    try:
        meldungen = pruefe(ordner)
        spitze = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert stellen(meldungen) == [("FGK006", 1, 1)]
    assert len(FolderSource(ordner).read(MASSNAHME)) == 1024 * 1024 + 1
    assert spitze < 8 * 1024 * 1024


def test_file_names_that_are_no_utf8_or_hold_control_characters_are_survived(akte: Anlegen) -> None:
    ordner = akte({})
    with open(os.fsencode(ordner) + b"/notiz-\xff.yaml", "wb") as datei:  # noqa: PTH123
        datei.write(b"a: 1\n")
    (ordner / "notiz\n\x1b[31m.yaml").write_text("a: 1\n", encoding="utf-8")
    assert stellen(pruefe(ordner)) == [("FGK016", 1, 1)] * 2


# --- many faults in one run ----------------------------------------------------------------------------


def test_all_faults_of_several_files_come_in_one_run_and_in_order(akte: Anlegen) -> None:
    ordner = akte(
        {
            "audit.yaml": AUDIT.format(ags="5999001").replace("grund", "gruend"),
            "massnahmen/M-1.1.2.yaml": "",
            MASSNAHME: GUT + "tittel: a\nkosten: []\nbeteiligte: [1, 2]\n",
            "ziele/Z-1.2.yaml": "a: [\n",
            "zettel.yaml": "x: y\n",
        }
    )
    assert dateien_und_stellen(ordner, pruefe(ordner, auswahl=LESEN)) == [
        ("audit.yaml", "FGK012", 5, 8),
        ("audit.yaml", "FGK013", 8, 8),
        (MASSNAHME, "FGK010", 6, 1),
        (MASSNAHME, "FGK012", 7, 1),
        (MASSNAHME, "FGK012", 8, 14),
        (MASSNAHME, "FGK012", 8, 17),
        ("massnahmen/M-1.1.2.yaml", "FGK015", 1, 1),
        ("zettel.yaml", "FGK016", 1, 1),
        ("ziele/Z-1.2.yaml", "FGK003", 1, 4),
    ]


@pytest.mark.parametrize(
    "inhalt",
    ["", "kaputt: [", b"\xff\xfe", "kennung: Z-1.1\n", "kennung: 1.1\nhandlungsfeld: HF1\ntitel: x\n"],
    ids=["empty", "no YAML", "UTF-16", "keys missing", "faulty Kennung"],
)
def test_a_faulty_goal_keeps_its_kennung_so_that_its_measures_do_not_dangle(
    akte: Anlegen, inhalt: str | bytes
) -> None:
    ordner = akte({"ziele/Z-1.1.yaml": inhalt})
    dateien = {datei for datei, *_ in dateien_und_stellen(ordner, pruefe(ordner))}
    assert dateien == {"ziele/Z-1.1.yaml"}


@pytest.mark.parametrize("inhalt", ["", "kaputt: [", b"\xff\xfe"], ids=["empty", "no YAML", "UTF-16"])
def test_an_unreadable_list_of_departments_makes_no_reference_dangle(
    akte: Anlegen, inhalt: str | bytes
) -> None:
    ordner = akte({"organisationseinheiten.yaml": inhalt})
    dateien = {datei for datei, *_ in dateien_und_stellen(ordner, pruefe(ordner))}
    assert dateien == {"organisationseinheiten.yaml"}


def test_one_faulty_department_keeps_all_of_them(akte: Anlegen) -> None:
    text = "organisationseinheiten:\n  - kennung: OE-10\n    name: Hauptamt\n    art: Amt\n"
    ordner = akte({"organisationseinheiten.yaml": text})
    assert dateien_und_stellen(ordner, pruefe(ordner)) == [("organisationseinheiten.yaml", "FGK013", 4, 10)]


def test_a_list_whose_entry_is_faulty_is_not_also_too_short(akte: Anlegen) -> None:
    text = "reihen:\n  - indikator: x\n    einheit: x\n    raumebene: gemeinde\n    werte:\n      - jahr: 2020\n        wert: 5,5\n"
    meldungen = pruefe(akte({"bestandsaufnahme/indikatoren.yaml": text}), auswahl=LESEN)
    assert "FGK022" not in [meldung.code for meldung in meldungen]
    assert ("FGK012", 7, 15) in stellen(meldungen)


@pytest.mark.parametrize(
    ("zeilen", "was", "tun"),
    [
        ("beteiligte:\n  – OE-10\n", "Mit „–“ beginnt in YAML kein Eintrag", "„- Eintrag“"),
        ("zielgruppen:\n  - Kinder\n  -\n", "Der 2. Eintrag der Liste ist leer.", "Text"),
        ("kosten: 8000\n", "Hier steht die Zahl „8000“.", "mit Schlüsseln darunter: einmalig, jaehrlich"),
        (
            "federfuehrung: OE-10\u00a0\n",
            "Neben „OE-10“ steht ein (geschütztes) Leerzeichen",
            "Löschen Sie es.",
        ),
        ("text: >\n", "Der Text ist leer.", "löschen Sie die Zeile"),
    ],
)
def test_what_the_eye_does_not_see_is_said(akte: Anlegen, zeilen: str, was: str, tun: str) -> None:
    kopf = KOPF.replace("federfuehrung: OE-10\n", "") if zeilen.startswith("federf") else KOPF
    [meldung] = pruefe(akte({MASSNAHME: kopf + zeilen}), auswahl=LESEN)
    assert was in meldung.was
    assert tun in meldung.tun


def test_what_is_cut_off_at_the_end_of_a_file_is_marked_in_its_last_line(akte: Anlegen) -> None:
    [meldung] = pruefe(akte({MASSNAHME: "kennung: M-1.1.1\nziel"}), auswahl=LESEN)
    assert (meldung.code, meldung.span.line) == ("FGK003", 2)
    assert meldung.erste_zeile <= meldung.span.line < meldung.erste_zeile + len(meldung.zeilen)


def test_a_locked_folder_of_measures_makes_no_goal_empty(akte: Anlegen, tmp_path: Path) -> None:
    ordner = akte({"beschluesse/B-2024-01.yaml": BESCHLUSS_ZV, "zielvereinbarung.yaml": VEREINBARUNG_ZV})
    (ordner / "massnahmen").rename(tmp_path / "massnahmen")
    (ordner / "massnahmen").symlink_to(tmp_path / "massnahmen")
    assert {meldung.code for meldung in pruefe(ordner)} - {"FGK315", "FGK316"} == {"FGK019", "FGK215"}


BESCHLUSS_ZV = (
    "kennung: B-2024-01\ntitel: x\nart: zielvereinbarung\nberatungen:\n  - gremium: Rat\n    datum: 2024-02-15\n"
    "    rolle: entscheidung\n    ergebnis: unveraendert\nbeschlusspunkte:\n  - nummer: 1\n    text: x\n"
    "    betrifft:\n      - kennung: ZV-2024\n"
)
VEREINBARUNG_ZV = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n  bis: 2027-02-28\nbeschluss: B-2024-01\n"

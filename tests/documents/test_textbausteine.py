"""Papers as plain text: a block a field of a session system, without any sign of Markdown."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from beschluesse import PAPIER as DATEIEN
from beschluesse import beschluss
from hilfen import BEISPIEL, Aufruf, fgk
from lesen import KOPF as DECKBLATT

from fgk.documents.dokument import Dokument
from fgk.documents.textbausteine import textbausteine

Anlegen = Callable[..., Path]
VORLAGE = ("render", "beschlussvorlage")


def bloecke(text: str) -> dict[str, str]:
    """Return title -> text of each block."""
    teile = re.split(r"^══ (.+) ══$", text, flags=re.MULTILINE)
    return {titel: teil.strip() for titel, teil in zip(teile[1::2], teile[2::2], strict=True)}


def text_aus(koerper: str) -> str:
    return textbausteine(Dokument(DECKBLATT, koerper))


def test_the_blocks_come_in_the_order_in_which_session_systems_ask(aufruf: Aufruf) -> None:
    ergebnis = aufruf(*VORLAGE, BEISPIEL, "--textbausteine", "--stichtag", "2017-08-22")
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    gefunden = bloecke(ergebnis.aus)
    assert list(gefunden) == [
        "Hinweis", "Betreff", "Beschlussvorschlag", "Sachverhalt", "Finanzielle Auswirkungen", "Anlagen", "Beratungsfolge",
        "Prüfzeichen",
    ]  # fmt: skip
    assert gefunden["Betreff"] == "Zielvereinbarung zur Erlangung des Zertifikats Familiengerechte Kommune"
    assert "Prüfzeichen des Inhalts: WFMY-E6E7-DJA6-S7F8-6" in gefunden["Prüfzeichen"]
    assert "1. Zielvereinbarung 2017 bis 2020" in gefunden["Anlagen"]
    assert not re.search(r"[*#`|\\]|&#|\u00ad|<br>|^- |^> ", ergebnis.aus, re.MULTILINE)


def test_a_paper_that_covers_nothing_says_so_in_its_block(aufruf: Aufruf, akte: Anlegen) -> None:
    teilnahme = beschluss(art="teilnahme", ergebnis=None) + "finanzen:\n  text: Im Haushalt.\n"
    ordner = akte(DATEIEN | {"beschluesse/B-2024-01.yaml": teilnahme})
    gefunden = bloecke(aufruf(*VORLAGE, ordner, "--beschluss", "B-2024-01", "--textbausteine").aus)
    assert gefunden["Prüfzeichen"].startswith("Diese Vorlage trägt kein Prüfzeichen: ")
    assert "Hinweis" not in gefunden
    assert gefunden["Beschlussvorschlag"] == "1. Wie vorgelegt."


def test_narrow_tables_are_aligned_and_wide_ones_become_lists() -> None:
    schmal = text_aus(
        "## Sachverhalt\n\nTabelle: Zahlen\n\n| Was | Wert |\n| --- | ---: |\n| Kitas | 7 |\n| Äcker | 12 |\n"
    )
    assert "Zahlen:\nWas     Wert\nKitas      7\nÄcker     12\n" in schmal
    lang = "Ein langer Satz über vieles " * 4
    breit = text_aus(f"## Sachverhalt\n\n| Was | Wie | Wo |\n| --- | --- | --- |\n| Kita | {lang}| – |\n")
    assert breit.rstrip().endswith(f"– Kita; Wie: {lang.strip()}")


def test_marks_of_markdown_are_gone_and_what_was_typed_stays() -> None:
    text = text_aus(
        "## Sachverhalt\n\n**Fett** und *schräg* \\*so\\* getippt^[Eine Note.], [hier](https://example.org/a).\n\n"
        "### Mehr\n\n- eins\n- zwei\n  fort\n\n1. erstens\n2. zweitens\n\n> Hinweis mit <br>Umbruch\n\n---\n\n"
        "```bild\nx\nBild\n```\n"
    )
    assert "Fett und schräg *so* getippt (Eine Note.), hier (https://example.org/a)." in text
    assert "\n\nMehr\n\n– eins\n– zwei fort\n\n1. erstens\n2. zweitens\n\nHinweis mit \nUmbruch" in text
    assert "Bild" not in text


def test_what_a_template_of_the_municipality_adds_is_not_lost() -> None:
    text = text_aus("## Klimacheck\n\nKeine.\n\n## Anlagen\n\n1. Plan\n")
    assert list(bloecke(text))[-2:] == ["Anlagen", "Klimacheck"]


def test_a_file_is_made_for_the_editor_of_windows(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf(
        *VORLAGE, BEISPIEL, "--textbausteine", "-o", tmp_path / "aus", "--stichtag", "2017-08-22"
    )
    datei = tmp_path / "aus" / "beschlussvorlage-B-2017-01_stolberg-2016.txt"
    assert ergebnis.aus.endswith("beschlussvorlage-B-2017-01_stolberg-2016.txt\n")
    daten = datei.read_bytes()
    assert daten.startswith(b"\xef\xbb\xbf")
    assert b"\r\r" not in daten
    assert daten.count(b"\n") == daten.count(b"\r\n") > 20
    auf_dem_schirm = aufruf(*VORLAGE, BEISPIEL, "--textbausteine", "--stichtag", "2017-08-22").aus
    assert daten.decode("utf-8-sig").replace("\r\n", "\n") == auf_dem_schirm


def test_line_ends_of_windows_in_the_akte_do_no_harm(akte: Anlegen, aufruf: Aufruf) -> None:
    datei = (
        str(DATEIEN["beschluesse/B-2024-01.yaml"])
        + "vorlage:\n  sachverhalt: |\n    Größe zählt.\n\n    Zweitens.\n"
    )
    ordner = akte(DATEIEN | {"beschluesse/B-2024-01.yaml": datei.replace("\n", "\r\n")})
    aus = aufruf(*VORLAGE, ordner, "--textbausteine", "--stichtag", "2024-01-31").aus
    assert "Größe zählt.\n\nZweitens.\n" in aus
    assert "\r" not in aus


def test_umlauts_come_through_a_pipe() -> None:
    lauf = fgk(
        *VORLAGE, BEISPIEL, "--textbausteine", "--stichtag", "2017-08-22", env={"PYTHONIOENCODING": "ascii"}
    )
    assert lauf.returncode == 0
    assert "══ Prüfzeichen ══" in lauf.stdout
    assert "\x1b" not in lauf.stdout


@pytest.mark.parametrize(
    ("argumente", "was"),
    [
        (
            ("zielvereinbarung",),
            "Textbausteine gibt es nur von Vorlagen für den Rat; „Zielvereinbarung“ ist keine.",
        ),
        (("jahresbericht", "--jahr", "2018"), "„Jahresbericht“ ist keine."),
        (
            ("beschlussvorlage", "--format", "md"),
            "Textbausteine sind einfacher Text; --format passt nicht dazu.",
        ),
        (("beschlussvorlage", "--anhang"), "Textbausteine sind einfacher Text; --anhang passt nicht dazu."),
        (("beschlussvorlage", "--mit-verlauf"), "--mit-verlauf passt nicht dazu."),
    ],
)
def test_other_documents_and_forms_refuse(aufruf: Aufruf, argumente: tuple[str, ...], was: str) -> None:
    name, *optionen = argumente
    ergebnis = aufruf("render", name, BEISPIEL, *optionen, "--textbausteine")
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert was in ergebnis.fehler


def test_with_all_there_are_none(aufruf: Aufruf) -> None:
    ergebnis = aufruf("render", "--all", BEISPIEL, "--textbausteine")
    assert (ergebnis.code, ergebnis.aus) == (2, "")
    assert "Mit --all entstehen alle Dokumente; --textbausteine passt nicht dazu." in ergebnis.fehler


def test_a_paper_that_lacks_something_is_refused_or_a_draft(aufruf: Aufruf, akte: Anlegen) -> None:
    ordner = akte(DATEIEN | {"beschluesse/B-2024-01.yaml": beschluss(art="teilnahme", ergebnis=None)})
    wie = (*VORLAGE, ordner, "--beschluss", "B-2024-01", "--textbausteine")
    ergebnis = aufruf(*wie)
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    assert "die finanziellen Auswirkungen" in ergebnis.fehler
    entwurf = aufruf(*wie, "--entwurf")
    assert entwurf.code == 0
    assert bloecke(entwurf.aus)["Hinweis"].startswith("Entwurf: Dieses Dokument ist nicht abgestimmt")
    assert "Die finanziellen Auswirkungen" in bloecke(entwurf.aus)["Was noch fehlt"]


def test_what_is_said_of_a_word_follows_it_at_once() -> None:
    lang = "Haushalt 2017 und mittelfristige Finanzplanung, im Übrigen Haushaltsvorbehalt; Fördermittel stehen bei den Maßnahmen."
    text = text_aus(
        f"## A\n\n| Angabe | Inhalt |\n| --- | --- |\n| Jährlicher Aufwand | 6.000 € |\n| Deckung | {lang} |\n"
    )
    assert f"– Jährlicher Aufwand: 6.000 €\n– Deckung: {lang}" in text

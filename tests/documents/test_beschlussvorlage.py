"""The Beschlussvorlage: what the council reads, and the Prüfzeichen that fgk decide asks for."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from beschluesse import LEITUNG, M2, beschluss
from beschluesse import PAPIER as DATEIEN
from hilfen import BEISPIEL, Aufruf
from lesen import docx_absaetze, html_absaetze, odt_absaetze, ungeschuetzt

from fgk.documents import SCHREIBER, Auftrag, erzeuge
from fgk.errors import FgkError, NotYetError
from fgk.loading.load import load_akte
from fgk.sources import FolderSource

VORHER, NACHHER = date(2024, 1, 31), date(2024, 6, 30)
DATEI = "beschluesse/B-2024-01.yaml"
ZEICHEN = "7SAZ-85NR-DMS8-MCDD-P"
Anlegen = Callable[..., Path]


def vorlage(
    ordner: Path,
    kennung: str | None = None,
    format_: str = "md",
    *,
    stichtag: date = VORHER,
    entwurf: bool = False,
) -> bytes:
    akte, _ = load_akte(FolderSource(ordner))
    inhalt = erzeuge(akte, Auftrag("beschlussvorlage", kennung, [format_]), stichtag, ist_entwurf=entwurf)
    return next(iter(inhalt.values()))


def markdown(akte: Anlegen, dateien: Mapping[str, str | None] | None = None, **wie: object) -> str:
    return vorlage(akte(DATEIEN | dict(dateien or {})), **wie).decode()  # type: ignore[arg-type]


def test_a_bare_decision_says_what_follows_from_the_akte(akte: Anlegen) -> None:
    text = markdown(akte)
    assert text.startswith("# Beschlussvorlage\n\nZielvereinbarung\\\nMusterstadt\n")
    assert "| Vorlage Nr. | noch nicht vergeben |" in text
    assert "| Federführung | Projektleitung (Jugendamt) |" in text
    assert "Aktenzeichen" not in text, "what is empty is left out of the head"
    for satz in (
        "Musterstadt nimmt am Audit Familiengerechte Kommune teil.",
        "Die Zielvereinbarung enthält ein Ziel und 2 Maßnahmen.",
        "Die Maßnahmen der Zielvereinbarung nennen keine Beträge.",
        "1. Zielvereinbarung ZV-2024",
        "1. Wie vorgelegt.",
        "Laufzeit: 1. März 2024 bis 28. Februar 2027.",
        "| **Zusammen** | **1** | **2** |",
        f"> Prüfzeichen des Inhalts: **{ZEICHEN}**",
        "Zielvereinbarung ZV-2024, Ziel Z-1.1 und 2 Maßnahmen.",
        "Maßgeblich ist die Niederschrift.",
    ):
        assert satz in text, satz
    assert "noch nicht eingetragen" not in text
    assert "Inhalt**" not in text.partition("## ")[0], "a short paper has no table of contents"


def test_what_the_decision_says_stands_in_it(akte: Anlegen) -> None:
    voll = beschluss("ZV-2024", ergebnis=None).replace("beschlusspunkte:\n", "beschlusspunkte:\n") + (
        "    vorbehalte:\n      - art: haushalt\n"
        "vorlage:\n  nummer: 2024/017\n  bezeichnung: Drucksache\n  aktenzeichen: 51.01\n  datum: 2024-01-15\n"
        "  federfuehrung: OE-51\n  beteiligte: [OE-10]\n  sachverhalt: Es ist *so*.\n  anlagen: [Die Vereinbarung]\n"
        "beschlussvorschlag: Der Rat beschließt.\n"
        'finanzen:\n  text: Gering.\n  einmalig: 5000\n  produkt: "06.01"\n'
    )
    text = markdown(akte, {DATEI: voll.replace("51.01", '"51.01"')})
    assert text.startswith("# Drucksache\n")
    for zeile in (
        "| Vorlage Nr. | 2024/017 |",
        "| Aktenzeichen | 51.01 |",
        "| Datum | 15. Januar 2024 |",
        "| Federführung | Jugendamt |",
        "| Beteiligt | Hauptamt |",
        "| Behandlung | öffentlich |",
        "| Rat | 15.02.2024 | – | Entscheidung |",
        "Der Rat beschließt.",
        "Der Beschluss steht unter Vorbehalt:\n\n- Haushaltsvorbehalt (offen)",
        "Es ist \\*so\\*.",
        "| Einmaliger Aufwand | 5.000 € |",
        "| Jährlicher Aufwand | nicht angegeben |",
        "| Produkt oder Konto | 06.01 |",
        "1. Die Vereinbarung",
    ):
        assert zeile in text, zeile
    assert "Wie vorgelegt." not in text
    assert "nimmt am Audit" not in text


def test_results_are_shown_only_once_they_are_there(akte: Anlegen) -> None:
    assert "| Gremium | Sitzung | Tagesordnungspunkt | Zuständigkeit |\n" in markdown(akte)
    nachher = vorlage(akte({"audit.yaml": LEITUNG}), "B-2024-01", stichtag=NACHHER).decode()
    assert "| Rat | 15.02.2024 | – | Entscheidung | unverändert beschlossen |" in nachher
    assert "| Jugendhilfeausschuss | 01.02.2024 | – | Empfehlung | unverändert empfohlen |" in nachher


def test_a_point_that_was_rejected_later_was_part_of_the_paper(akte: Anlegen) -> None:
    assert ZEICHEN in markdown(akte, {DATEI: beschluss("ZV-2024", punkt="abgelehnt")}, kennung="B-2024-01")
    assert ZEICHEN not in vorlage(akte({"audit.yaml": LEITUNG}), "B-2024-01", stichtag=NACHHER).decode()


def test_an_amendment_names_what_it_amends(akte: Anlegen) -> None:
    zweiter = beschluss("ZV-2024", kennung="B-2024-02", aendert="B-2024-01")
    text = markdown(akte, {"beschluesse/B-2024-02.yaml": zweiter}, kennung="B-2024-02")
    assert "| Ändert | B-2024-01 |" in text


def test_a_closed_sitting_is_named(akte: Anlegen) -> None:
    zu = beschluss("ZV-2024").replace(
        "    rolle: empfehlung\n", "    rolle: empfehlung\n    ist_oeffentlich: false\n"
    )
    text = markdown(akte, {DATEI: zu})
    assert "| Behandlung | teils öffentlich, teils nichtöffentlich |" in text
    assert "| Jugendhilfeausschuss<br>nichtöffentlich |" in text


def test_the_pruefzeichen_on_paper_is_the_one_that_decide_takes(aufruf: Aufruf, akte: Anlegen) -> None:
    ordner = akte(DATEIEN)
    gefunden = re.search(r"\*\*((?:\w{4}-){4}\w)\*\*", vorlage(ordner).decode())
    assert gefunden
    assert aufruf("decide", "B-2024-01", ordner, "--pruefzeichen", gefunden[1]).code == 0
    text = vorlage(ordner).decode()
    assert f"> Prüfzeichen des Beschlossenen: **{ZEICHEN}**" in text
    assert "ein anderer" not in text
    (ordner / "massnahmen/M-1.1.2.yaml").write_text(M2 + "text: Neu\n", encoding="utf-8")
    assert "**Der Inhalt dieses Ausdrucks ist ein anderer.**" in vorlage(ordner).decode()


def test_a_draft_has_none(akte: Anlegen) -> None:
    text = markdown(akte, entwurf=True)
    assert "Ein Entwurf trägt kein Prüfzeichen." in text
    assert ZEICHEN not in text


def test_what_came_later_is_not_counted(akte: Anlegen) -> None:
    assert "2 Maßnahmen" in markdown(akte)
    assert (
        "| **Zusammen** | **1** | **2** |"
        in vorlage(akte({"audit.yaml": LEITUNG}), stichtag=date(2026, 1, 1)).decode()
    )


def test_a_paper_for_a_report_says_so(akte: Anlegen) -> None:
    bericht = beschluss("J-2024", art="jahresbericht", rolle="kenntnisnahme", ergebnis=None)
    text = markdown(akte, {DATEI: bericht}, kennung="B-2024-01")
    assert text.startswith("# Mitteilungsvorlage\n")
    assert "der zur Kenntnis gegeben wird: Jahresbericht J-2024." in text
    assert "### Inhalt der" not in text


def test_a_paper_that_covers_nothing_says_that_it_has_no_pruefzeichen(akte: Anlegen) -> None:
    teilnahme = beschluss(art="teilnahme", ergebnis=None) + "finanzen:\n  text: Im Haushalt.\n"
    text = markdown(akte, {DATEI: teilnahme}, kennung="B-2024-01")
    assert "## Prüfzeichen\n\nDiese Vorlage trägt kein Prüfzeichen: " in text
    assert "Niederschrift" not in text


@pytest.mark.parametrize("format_", list(SCHREIBER))
def test_every_format_shows_the_same(akte: Anlegen, format_: str) -> None:
    data = vorlage(akte(DATEIEN), format_=format_)
    lesen = {
        "pdf": lambda d: [seite.get_textpage().get_text_range() for seite in pypdfium2.PdfDocument(d)],
        "md": lambda d: [d.decode()],
        "html": html_absaetze,
        "docx": docx_absaetze,
        "odt": odt_absaetze,
    }
    text = ungeschuetzt("\n".join(lesen[format_](data)))
    for wort in ("Beschlussvorlage", "Beratungsfolge", ZEICHEN, "Maßgeblich ist die Niederschrift."):
        assert wort in text
    assert "{{" not in text
    assert vorlage(akte({"audit.yaml": LEITUNG}), format_=format_) == data


@pytest.mark.parametrize("format_", ["docx", "odt", "html", "pdf"])
def test_it_begins_on_its_first_page(format_: str) -> None:
    data = vorlage(BEISPIEL, format_=format_, stichtag=date(2017, 8, 22))
    if format_ == "pdf":
        erste = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
        assert "Beratungsfolge" in erste
        return
    absaetze = list({"docx": docx_absaetze, "odt": odt_absaetze, "html": html_absaetze}[format_](data))
    assert "Inhalt" not in absaetze[: absaetze.index("Beratungsfolge")]
    assert absaetze.count("Beratungsfolge") == 1


def test_without_a_name_it_is_for_the_decision_on_the_agreement(akte: Anlegen) -> None:
    with pytest.raises(NotYetError, match="noch keinen Beschluss zur Zielvereinbarung und keinen anderen"):
        vorlage(akte(DATEIEN | {DATEI: beschluss("J-2024", art="jahresbericht")}), stichtag=NACHHER)
    offen = vorlage(akte(DATEIEN | {DATEI: beschluss("J-2024", art="jahresbericht")})).decode()
    assert "| Beschluss in der Akte | B-2024-01 |" in offen
    zweiter = {"beschluesse/B-2024-02.yaml": beschluss("ZV-2024", kennung="B-2024-02", ergebnis=None)}
    ordner = akte(DATEIEN | zweiter)
    assert "| Beschluss in der Akte | B-2024-02 |" in vorlage(ordner, stichtag=NACHHER).decode()
    with pytest.raises(FgkError, match=r"mehrere Beschlüsse: B-2024-01, B-2024-02\."):
        vorlage(ordner)


def test_the_command_says_what_there_is(aufruf: Aufruf, akte: Anlegen, tmp_path: Path) -> None:
    ordner = akte(DATEIEN)
    ergebnis = aufruf(
        "render", "beschlussvorlage", ordner, "--beschluss", "B-2023-01", "-o", tmp_path / "aus"
    )
    assert ergebnis.code == 2
    assert (
        "Die Akte hat keinen (fehlerfreien) Beschluss „B-2023-01“.\n  → Es gibt: B-2024-01."
        in ergebnis.fehler
    )
    for falsch, was in (("--jahr", "hat kein Jahr"), ("--beschluss", "gehört zu keinem einzelnen Beschluss")):
        name = "beschlussvorlage" if falsch == "--jahr" else "zielvereinbarung"
        ergebnis = aufruf("render", name, ordner, falsch, "2024", "-o", tmp_path / "aus")
        assert ergebnis.code == 2
        assert was in ergebnis.fehler
    ergebnis = aufruf("render", "beschlussvorlage", ordner, "--format", "md", "-o", tmp_path / "aus")
    assert ergebnis.code == 0
    assert ergebnis.aus.endswith("beschlussvorlage-B-2024-01_musterstadt-2024.md\n")

"""The Urkunde: one page, made by nobody but the Verein, and signed by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, Aufruf
from lesen import teil
from test_gestalt import briefkopf
from unterlagen import (
    AUDIT,
    BEGUTACHTUNG,
    DATEIEN,
    LANGER_NAME,
    SIGNET,
    VEREIN,
    gelesen,
    seitenzahl,
    umgeben,
    unterlage,
)

from fgk.documents import SCHREIBER
from fgk.documents.fehlend import LackingError
from fgk.errors import FgkError

Anlegen = Callable[..., Path]
NAME = "urkunde"


@pytest.fixture
def beim_verein(akte: Anlegen) -> Anlegen:
    """Return a function that makes an Akte in the workspace of the Verein."""

    def angelegt(dateien: dict[str, str] | None = None) -> Path:
        ordner = akte(DATEIEN | (dateien or {}))
        umgeben(ordner, VEREIN)
        return ordner

    return angelegt


def test_it_names_place_and_certificate_and_leaves_lines_to_sign(beim_verein: Anlegen) -> None:
    text = unterlage(beim_verein(), NAME).decode()
    assert text.startswith(
        "# Urkunde\n\nAudit Familiengerechte Kommune\n\nDer Verein Familiengerechte Kommune e. V. verleiht\n"
    )
    for zeile in (
        "## Musterstadt",
        "nach unabhängiger Begutachtung der Ziele und Maßnahmen das Grundzertifikat",
        "## „Familiengerechte Kommune“",
        "Erteilt am 2. Mai 2024.<br>Gültig bis 1. Mai 2027.",
        "| ____________________ | ____________________ | Familiengerechte Kommune e. V. |",
    ):
        assert zeile in text, zeile
    assert "Stand" not in text
    assert "Muster" not in text.replace("Musterstadt", "")


def test_a_certificate_without_end_says_so(beim_verein: Anlegen) -> None:
    audit = AUDIT.replace("stufe: grund", "stufe: erhaltung")
    dauerhaft = "kennung: G-2024\nzertifikat:\n  art: erhaltungszertifikat\n  erteilt_am: 2024-05-02\n"
    text = unterlage(beim_verein({"audit.yaml": audit, "begutachtung.yaml": dauerhaft}), NAME).decode()
    assert "auf der Grundlage der fortgeschriebenen Ziele und Maßnahmen das Erhaltungszertifikat" in text
    assert "Das Zertifikat gilt unbefristet." in text


def test_an_end_that_is_not_on_file_is_left_to_be_written(beim_verein: Anlegen) -> None:
    ohne = BEGUTACHTUNG.replace("  gueltig_bis: 2027-05-01\n", "").replace("  erteilt_am: 2024-05-02\n", "")
    text = unterlage(beim_verein({"begutachtung.yaml": ohne}), NAME).decode()
    assert "Verliehen am 5. Juni 2024.<br>Gültig bis: ………" in text


@pytest.mark.parametrize("rolle", [None, "", "rolle: kommune\n", "rolle: beratung\n"])
def test_nobody_else_makes_one_not_even_as_a_draft(akte: Anlegen, rolle: str | None) -> None:
    ordner = akte(DATEIEN)
    if rolle is not None:
        umgeben(ordner, VEREIN | {"fgk.yaml": rolle})
    for entwurf in (False, True):
        with pytest.raises(FgkError, match="Urkunden stellt nur der Verein aus, nicht die Kommune"):
            unterlage(ordner, NAME, entwurf=entwurf)


def test_the_command_says_what_there_is_instead(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("render", NAME, BEISPIEL, "--entwurf", "-o", tmp_path / "aus")
    assert ergebnis.code == 2
    assert "fgk render zertifikatsnachweis" in ergebnis.fehler
    assert not (tmp_path / "aus").exists()


def test_before_the_gate_only_a_draft_is_made(beim_verein: Anlegen, aufruf: Aufruf, tmp_path: Path) -> None:
    ordner = beim_verein({"begutachtung.yaml": "kennung: G-2024\nergebnis: nicht_empfohlen\n"})
    with pytest.raises(LackingError) as gefangen:
        unterlage(ordner, NAME)
    assert gefangen.value.fehlend == (
        (
            "begutachtung.yaml",
            "ergebnis",
            "Begutachtung mit dem Ergebnis, dass das Zertifikat empfohlen wird",
        ),
        ("begutachtung.yaml", "zertifikat.erteilt_am", "Erteilung oder Verleihung des Zertifikats"),
    )
    assert aufruf("render", NAME, ordner, "-o", tmp_path / "aus").code == 1
    entwurf = unterlage(ordner, NAME, "pdf", entwurf=True)
    text = gelesen(entwurf, "pdf")
    assert seitenzahl(entwurf) == 1
    for wort in (
        "ENTWURF",
        "Noch nicht erteilt.",
        "Es fehlt noch: Erteilung oder Verleihung des Zertifikats (begutachtung.yaml",
    ):
        assert wort in text, wort


def test_the_day_decides(beim_verein: Anlegen) -> None:
    ordner = beim_verein()
    assert unterlage(ordner, NAME, stichtag=date(2024, 5, 2))
    with pytest.raises(LackingError):
        unterlage(ordner, NAME, stichtag=date(2024, 5, 1))


def test_erhaltung_has_a_gate_of_its_own(beim_verein: Anlegen) -> None:
    audit = AUDIT.replace("stufe: grund", "stufe: erhaltung")
    ordner = beim_verein({"audit.yaml": audit, "begutachtung.yaml": "kennung: G-2024\n"})
    with pytest.raises(LackingError) as gefangen:
        unterlage(ordner, NAME)
    assert [f.was for f in gefangen.value.fehlend] == ["Erteilung des Erhaltungszertifikats"]


def test_a_short_akte_of_the_register_needs_only_what_it_holds(beim_verein: Anlegen) -> None:
    audit = AUDIT.replace("stufe: grund", "stufe: erhaltung\nfuehrung: kurz")
    ordner = beim_verein({"audit.yaml": audit})
    for name in ("zielvereinbarung.yaml", "beschluesse/B-2024-01.yaml"):
        (ordner / name).unlink()
    assert "## Musterstadt" in unterlage(ordner, NAME).decode()
    (ordner / "begutachtung.yaml").write_text("kennung: G-2024\n", encoding="utf-8")
    with pytest.raises(LackingError):
        unterlage(ordner, NAME)


def test_it_has_the_signet_of_the_verein_and_nothing_of_the_municipality(beim_verein: Anlegen) -> None:
    eigene = {
        "gestaltung.yaml": 'farbe: "#7a1f3d"\nabsender: [Rathaus]\n',
        "vorlagen/urkunde.md.j2": '{% extends "fgk/urkunde.md.j2" %}\n{% block text %}\nVon uns selbst.\n\n{% endblock %}\n',
    }
    seite = unterlage(beim_verein(eigene), NAME, "html").decode()
    assert seite.count("<img") == 1
    assert 'alt="Signet des Audits"' in seite
    for fremd in ("#7a1f3d", "Rathaus", "Von uns selbst"):
        assert fremd not in seite, fremd


def test_without_a_signet_it_says_where_one_belongs(akte: Anlegen) -> None:
    ordner = akte(DATEIEN)
    umgeben(ordner, {"fgk.yaml": "rolle: verein\n"})
    with pytest.raises(LackingError) as gefangen:
        unterlage(ordner, NAME)
    assert gefangen.value.fehlend == (("../gestaltung.yaml", "signet", "Signet des Vereins"),)


def test_the_verein_has_templates_of_its_own(beim_verein: Anlegen) -> None:
    ordner = beim_verein()
    eigene = '{% extends "fgk/urkunde.md.j2" %}\n{% block unterschriften %}\n```unterschriften\nBochum, den|Der Verein|Vorsitz\n```\n\n{% endblock %}\n'
    umgeben(ordner, {"vorlagen/urkunde.md.j2": eigene})
    assert "| Der Verein, Vorsitz |" in unterlage(ordner, NAME).decode()
    (ordner.parent / "vorlagen" / "dokument.docx").write_bytes(b"PK kaputt")
    assert "Musterstadt" in gelesen(unterlage(ordner, NAME, "docx"), "docx"), "a letterhead is none for it"
    (ordner.parent / "vorlagen" / "urkunde.docx").write_bytes(briefkopf())
    (ordner.parent / "gestaltung.yaml").write_text("absender: [Verein]\n", encoding="utf-8")
    assert "Der Verein" in gelesen(unterlage(ordner, NAME, "docx"), "docx")


@pytest.mark.parametrize("format_", list(SCHREIBER))
def test_every_format_shows_the_same(beim_verein: Anlegen, format_: str) -> None:
    ordner = beim_verein({"audit.yaml": AUDIT.replace("name: Musterstadt", f"name: {LANGER_NAME}")})
    daten = unterlage(ordner, NAME, format_)
    text = gelesen(daten, format_)
    for wort in (
        "Urkunde",
        "Audit Familiengerechte Kommune",
        "Gültig bis 1. Mai 2027.",
        "Familiengerechte Kommune e. V.",
    ):
        assert wort in text, wort
    assert LANGER_NAME.replace(" ", "").replace("-", "") in text.replace(" ", "").replace("-", "").replace(
        "\ufffe", ""
    ).replace("\x02", "")
    assert "{{" not in text
    assert unterlage(ordner, NAME, format_) == daten


@pytest.mark.parametrize(
    "name", ["Au", LANGER_NAME, f"{LANGER_NAME} und {LANGER_NAME}", "W" + "ł" * 65, "Gemeinde " * 40]
)
def test_the_pdf_is_one_page_however_long_the_name_is(beim_verein: Anlegen, name: str) -> None:
    ordner = beim_verein({"audit.yaml": AUDIT.replace("name: Musterstadt", f"name: {name.strip()}")})
    assert seitenzahl(unterlage(ordner, NAME, "pdf")) == 1


def test_word_and_opendocument_have_one_page_without_breaks(beim_verein: Anlegen) -> None:
    ordner = beim_verein()
    word = teil(unterlage(ordner, NAME, "docx"), "word/document.xml")
    marken = [e.tag.rpartition("}")[2] for e in word.iter()]
    assert marken.count("sectPr") == 1
    assert marken.count("pgBorders") == 1
    assert "headerReference" not in marken
    assert not [e for e in word.iter() if "page" in e.attrib.values() and e.tag.endswith("}br")]
    odt = teil(unterlage(ordner, NAME, "odt"), "content.xml")
    assert not [e for e in odt.iter() if any("break-before" in k or "master-page" in k for k in e.attrib)]


def test_the_colour_of_the_verein_is_that_of_the_frame(beim_verein: Anlegen) -> None:
    ordner = beim_verein()
    umgeben(
        ordner,
        {"gestaltung.yaml": 'signet: vorlagen/signet.svg\nfarbe: "#7a1f3d"\n', "vorlagen/signet.svg": SIGNET},
    )
    word = unterlage(ordner, NAME, "docx")
    rand = next(e for e in teil(word, "word/document.xml").iter() if e.tag.endswith("}pgBorders"))
    assert {v for seite in rand for k, v in seite.attrib.items() if k.endswith("}color")} == {"7A1F3D"}


def test_all_documents_leave_it_out_without_a_word_outside_of_the_verein(
    akte: Anlegen, aufruf: Aufruf, tmp_path: Path
) -> None:
    ordner = akte(DATEIEN)
    ergebnis = aufruf(
        "render", "--all", ordner, "--format", "md", "-o", tmp_path / "aus", "--stichtag", "2024-12-31"
    )
    assert ergebnis.code == 0
    assert "Urkunde" not in ergebnis.aus
    assert {p.name.partition("_")[0] for p in (tmp_path / "aus").iterdir()} >= {
        "bestandsaufnahme",
        "beteiligung",
        "begutachtung",
        "zertifikatsnachweis",
    }


def test_the_verein_gets_it_with_all_documents(beim_verein: Anlegen, aufruf: Aufruf, tmp_path: Path) -> None:
    ordner = beim_verein()
    aus = tmp_path / "aus"
    assert (
        aufruf("render", "--all", ordner, "--format", "md", "-o", aus, "--stichtag", "2024-12-31").code == 0
    )
    assert (aus / "urkunde_musterstadt-2024.md").is_file()
    vorher = aufruf(
        "render", "--all", ordner, "--format", "md", "-o", tmp_path / "vorher", "--stichtag", "2024-04-30"
    )
    assert vorher.code == 0
    assert "ausgelassen: " in vorher.aus
    assert "Urkunde. Es fehlt: " in vorher.aus.replace("\n", " ")

"""The Zertifikatsnachweis: one page with what is known of the certificate, and no Urkunde."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, Aufruf
from lesen import teil
from unterlagen import AUDIT, BEGUTACHTUNG, DATEIEN, LANGER_NAME, VERTRAG, gelesen, seitenzahl, unterlage

from fgk.documents import SCHREIBER
from fgk.documents.fehlend import LackingError

Anlegen = Callable[..., Path]
NAME = "zertifikatsnachweis"
KONFLIKT = """\
  quellenkonflikt:
    feld: verliehen_am
    angaben:
      - angabe: 5. Juni
        quelle:
          titel: Niederschrift
      - angabe: 6. Juni
        quelle:
          titel: Zeitung
"""


def test_all_that_is_known_stands_in_one_table(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN), NAME).decode()
    assert text.startswith("# Zertifikatsnachweis\n\nKeine Urkunde\\\nMusterstadt\n")
    for zeile in (
        "> **Keine Urkunde.** Dieser Nachweis gibt wieder,",
        "| Verfahren | Audit Familiengerechte Kommune, Grund-Audit |",
        "| Zertifikat | Grundzertifikat „Familiengerechte Kommune“ |",
        "| Erteilt für | Musterstadt |",
        "| Erteilt am | 2. Mai 2024 |",
        "| Feierlich verliehen | 5. Juni 2024 in Gütersloh |",
        "| Gültig bis | 1. Mai 2027 |",
        "| Laufzeit, Zielvereinbarung | 1. März 2024 bis 28. Februar 2027 |",
        "| Beschluss | Rat, 15. Februar 2024: unverändert beschlossen |",
        "| Begutachtung | Zertifikat mit Auflagen empfohlen (10. April 2024) |",
        "| Nutzung des Signets | laut Vertrag: Recht zur Nutzung des Signets für drei Jahre |",
        "| Auflage | Messkriterien ergänzen (zu erfüllen bis 1. Oktober 2024) |".replace(
            "1. Oktober 2024", "01.10.2024"
        ),
    ):
        assert zeile in text, zeile
    assert "nicht mehr gültig" not in text


def test_what_is_not_on_file_is_not_made_up(akte: Anlegen) -> None:
    nur_verliehen = BEGUTACHTUNG.replace("  erteilt_am: 2024-05-02\n", "").replace(
        "  gueltig_bis: 2027-05-01\n", ""
    )
    vertrag = VERTRAG.replace("Recht zur Nutzung des Signets für drei Jahre", "Begleitung")
    text = unterlage(
        akte(DATEIEN | {"begutachtung.yaml": nur_verliehen, "vertrag.yaml": vertrag}), NAME
    ).decode()
    assert "| Erteilt am | nicht aktenkundig |" in text
    assert "| Gültig bis | nicht aktenkundig |" in text
    assert "Nutzung des Signets" not in text


def test_a_stage_without_end_is_unlimited_and_was_not_assessed(akte: Anlegen) -> None:
    erhaltung = "kennung: G-2024\nzertifikat:\n  art: erhaltungszertifikat\n  erteilt_am: 2024-05-02\n"
    audit = AUDIT.replace("stufe: grund", "stufe: erhaltung")
    text = unterlage(akte(DATEIEN | {"begutachtung.yaml": erhaltung, "audit.yaml": audit}), NAME).decode()
    assert "| Gültig bis | unbefristet |" in text
    assert "| Begutachtung |" not in text
    assert "| Zertifikat | Erhaltungszertifikat „Familiengerechte Kommune“ |" in text


def test_sources_that_disagree_are_named_where_they_do(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN | {"begutachtung.yaml": BEGUTACHTUNG + KONFLIKT}), NAME).decode()
    assert "| Feierlich verliehen | 5. Juni 2024 in Gütersloh[^1] |" in text
    assert "[^1]: Die Quellen sind uneins. Niederschrift: 5. Juni; Zeitung: 6. Juni." in text


def test_after_its_end_it_says_so(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN), NAME, stichtag=date(2027, 5, 2)).decode()
    assert "Am 2. Mai 2027 ist das Zertifikat nicht mehr gültig." in text


def test_before_it_was_granted_there_is_none(akte: Anlegen) -> None:
    ordner = akte(DATEIEN)
    with pytest.raises(LackingError) as gefangen:
        unterlage(ordner, NAME, stichtag=date(2024, 4, 30))
    fehlt = ("begutachtung.yaml", "zertifikat.erteilt_am", "Erteilung oder Verleihung des Zertifikats")
    assert gefangen.value.fehlend == (fehlt,)
    entwurf = unterlage(ordner, NAME, stichtag=date(2024, 4, 30), entwurf=True).decode()
    assert "| Erteilt am | nicht aktenkundig |" in entwurf
    assert "Gütersloh" not in entwurf
    assert (
        "| Erteilung oder Verleihung des Zertifikats | begutachtung.yaml | zertifikat.erteilt_am |" in entwurf
    )


def test_a_draft_copes_with_nothing_at_all(akte: Anlegen) -> None:
    text = unterlage(akte({}), NAME, entwurf=True).decode()
    assert "| Zertifikat | Grundzertifikat „Familiengerechte Kommune“ |" in text
    assert text.count("nicht aktenkundig") == 6


@pytest.mark.parametrize("format_", list(SCHREIBER))
def test_every_format_says_that_it_is_no_urkunde(akte: Anlegen, format_: str) -> None:
    ordner = akte(DATEIEN)
    daten = unterlage(ordner, NAME, format_)
    text = gelesen(daten, format_)
    for wort in ("Zertifikatsnachweis", "Keine Urkunde", "5. Juni 2024 in Gütersloh", "1. Mai 2027"):
        assert wort in text, wort
    assert unterlage(ordner, NAME, format_) == daten


def test_it_is_one_page_also_with_a_very_long_name(akte: Anlegen) -> None:
    lang = DATEIEN | {
        "audit.yaml": AUDIT.replace("name: Musterstadt", f"name: {LANGER_NAME}"),
        "begutachtung.yaml": BEGUTACHTUNG + KONFLIKT,
    }
    ordner = akte(lang)
    assert seitenzahl(unterlage(ordner, NAME, "pdf")) == 1
    assert LANGER_NAME in gelesen(unterlage(ordner, NAME, "docx"), "docx")
    word = teil(unterlage(ordner, NAME, "docx"), "word/document.xml")
    assert not [e for e in word.iter() if e.tag.endswith("}br") and "page" in e.attrib.values()]
    assert len([e for e in word.iter() if e.tag.endswith("}sectPr")]) == 1
    odt = teil(unterlage(ordner, NAME, "odt"), "content.xml")
    assert not [e for e in odt.iter() if "fgkSeitenanfang" in e.attrib.values() and e.tag.endswith("}p")]


def test_the_example_knows_the_ceremony_only(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("render", NAME, BEISPIEL, "--format", "md,pdf", "-o", tmp_path)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    text = (tmp_path / "zertifikatsnachweis_stolberg-2016.md").read_text(encoding="utf-8")
    assert "| Feierlich verliehen | 27. September 2017 in Osnabrück |" in text
    assert "| Erteilt am | nicht aktenkundig |" in text
    assert seitenzahl((tmp_path / "zertifikatsnachweis_stolberg-2016.pdf").read_bytes()) == 1

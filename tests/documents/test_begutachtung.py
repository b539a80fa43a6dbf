"""The documentation for the assessment: what the experts get, and in the end what they found."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from beschluesse import beschluss
from hilfen import BEISPIEL, Aufruf, lege_an
from unterlagen import (
    AUDIT,
    BEGUTACHTUNG,
    DATEIEN,
    MASSNAHME,
    gelesen,
    umgeben,
    unterlage,
)

from fgk.documents import SCHREIBER
from fgk.documents.fehlend import LackingError
from fgk.errors import FgkError

Anlegen = Callable[..., Path]
NAME = "begutachtung"
BERICHT = """\
kennung: J-2024
von: 2024-03-01
bis: 2024-12-31
massnahmen:
  - massnahme: M-1.1.1
    status: umgesetzt
  - massnahme: M-1.1.2
    status: entfallen
    begruendung: Es fehlt an Geld.
"""
UEBERNOMMEN = """\
uebernommen:
  akte: A-musterstadt-2024
  kennung: M-1.1.1
  status: in_umsetzung
"""


def test_procedure_decisions_gates_and_agreement_stand_in_it(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN), NAME).decode()
    for zeile in (
        "# Dokumentation zur Begutachtung\n\nzur Erlangung des Zertifikats „Familiengerechte Kommune“\\\nMusterstadt",
        "| Beschluss | Rat, 15. Februar 2024: unverändert beschlossen |",
        "| Strategieworkshop | 01.10.2023 | 10.10.2023 | – |",
        "| Entscheidung zur Teilnahme | Beschluss des Rats zur Teilnahme | liegt vor | 16.03.2023 |",
        "| Entscheidung zur Teilnahme | Unterzeichneter Vertrag mit dem Verein | liegt vor | 20.04.2023 |",
        "| Rat | 16.03.2023 | Entscheidung | unverändert beschlossen | einstimmig (34 Ja, 0 Nein, 0 Enthaltungen) |",
        "Einwohnerinnen und Einwohner: 23 456 (31. Dezember 2023). Die Bestandsaufnahme enthält 2 Reihen von Kennzahlen.",
        "| 3 Bildung und Erziehung | 1 | 1 | 1 |",
        "| 11.11.2023 | Forum Familie | mindestens 12 | 2 |",
        "Laufzeit: 1. März 2024 bis 28. Februar 2027.",
        "| **Zusammen** | **1** | **1** | **1** | **0** |",
        "| Maßnahmen mit Angaben zu den Kosten | 1 von 1 |",
        "| Einmalige Kosten | 1.500 € (1 Maßnahme) |",
        "| Jährliche Kosten | 250,50 € (1 Maßnahme) |",
        "| Mit Personalaufwand | 1 Maßnahme |",
        "- Mittel noch nicht im Haushalt: Maßnahme 1.1.1",
        "| Projektleitung | Leitung des Familienbüros (Jugendamt) | 01.05.2023 bis 30.06.2024 |",
        "| Projektleitung | Leitung des Jugendamts | seit 01.07.2024 |",
        "| Hauptamt | 1 |",
        "1. Zielvereinbarung (Fassung 1, Stand 31. Dezember 2024)\n2. Bestandsaufnahme (Stand 31. Dezember 2024)",
        "Audit-Fragebogen (01.09.2023)",
        "Beschluss: Zielvereinbarung (Rat, 15.02.2024)",
    ):
        assert zeile in text, zeile
    assert "liegt nicht vor" not in text
    assert "vorigen Stufe" not in text


def test_once_it_is_done_conditions_and_recommendations_are_there(akte: Anlegen) -> None:
    ordner = akte(DATEIEN)
    text = unterlage(ordner, NAME).decode()
    assert "Ergebnis: **Zertifikat mit Auflagen empfohlen**, begutachtet am 10. April 2024." in text
    assert "| Messkriterien ergänzen | 01.10.2024 | noch offen |" in text
    assert "- Die Steuerung verstetigen" in text
    vorher = unterlage(ordner, NAME, stichtag=date(2024, 3, 31)).decode()
    assert "## Ergebnis der Begutachtung" not in vorher
    assert "Messkriterien ergänzen" not in vorher
    assert "| Eingereicht | 1. März 2024 |" in vorher


def test_a_decision_after_the_assessment_is_not_enclosed(akte: Anlegen) -> None:
    spaeter = beschluss("M-1.1.1", kennung="B-2024-02", art="aenderung").replace("2024-02-", "2024-11-")
    text = unterlage(akte(DATEIEN | {"beschluesse/B-2024-02.yaml": spaeter}), NAME).decode()
    assert "B-2024-02" not in text
    text = unterlage(akte({"begutachtung.yaml": "kennung: G-2024\n"}), NAME).decode()
    assert "B-2024-02" in text


def test_what_cannot_be_missing_is_listed_and_the_rest_is_named(akte: Anlegen) -> None:
    weg = ("beteiligung", "vertrag", "beschluesse/B-2024", "bestandsaufnahme/analyse/HF2")
    ordner = akte({k: v for k, v in DATEIEN.items() if not k.startswith(weg)})
    with pytest.raises(LackingError) as gefangen:
        unterlage(ordner, NAME)
    assert gefangen.value.fehlend == (
        (
            "bestandsaufnahme/analyse/HF2.yaml",
            "",
            "Analyse des Handlungsfelds 2: Familie und Arbeitswelt; Betreuung",
        ),
        ("audit.yaml", "termine", "Wenigstens eine Veranstaltung oder Befragung der Beteiligungsphase"),
        ("beschluesse", "", "Beschluss des Rats über die Zielvereinbarung"),
    )
    entwurf = unterlage(ordner, NAME, entwurf=True).decode()
    assert (
        "| Entscheidung zur Teilnahme | Unterzeichneter Vertrag mit dem Verein | **liegt nicht vor** | – |"
        in entwurf
    )


def test_a_draft_copes_with_nothing_at_all(akte: Anlegen) -> None:
    text = unterlage(
        akte({"ziele/Z-1.1.yaml": None, "massnahmen/M-1.1.1.yaml": None}), NAME, entwurf=True
    ).decode()
    for satz in (
        "Schritte des Verfahrens sind noch nicht aktenkundig.",
        "Beschlüsse sind noch nicht aktenkundig.",
        "Laufzeit und Schwerpunkte sind noch nicht aktenkundig; die Datei dazu fehlt.",
        "Rollen im Verfahren sind noch nicht aktenkundig.",
        "Unterlagen sind noch nicht aktenkundig.",
    ):
        assert satz in text, satz


def test_erhaltung_has_no_assessment_also_for_a_draft(akte: Anlegen, aufruf: Aufruf, tmp_path: Path) -> None:
    zertifikat = DATEIEN["begutachtung.yaml"].replace("grundzertifikat", "erhaltungszertifikat")
    erhaltung = {
        "audit.yaml": AUDIT.replace("stufe: grund", "stufe: erhaltung"),
        "begutachtung.yaml": zertifikat,
    }
    ordner = akte(DATEIEN | erhaltung)
    for entwurf in (False, True):
        with pytest.raises(FgkError, match="gibt es keine Begutachtung von außen"):
            unterlage(ordner, NAME, entwurf=entwurf)
    ergebnis = aufruf("render", NAME, ordner, "--entwurf", "-o", tmp_path / "aus")
    assert ergebnis.code == 2
    assert not (tmp_path / "aus").exists()
    alles = aufruf("render", "--all", ordner, "--format", "md", "-o", tmp_path / "alles")
    assert alles.code == 0
    assert "Begutachtung" not in alles.aus, "nobody misses it in this stage"


def bilanzierung(tmp_path: Path, *, mit_vorgaenger: bool) -> Path:
    """Return an Akte of the second stage, beside that of the first or alone."""
    umgeben(tmp_path / "neu", {"fgk.yaml": ""})
    if mit_vorgaenger:
        zwei = MASSNAHME.replace("M-1.1.1", "M-1.1.2").replace(
            "Steuerungsgruppe einrichten", "Wegweiser drucken"
        )
        lege_an(
            tmp_path / "alt", DATEIEN | {"massnahmen/M-1.1.2.yaml": zwei, "jahresberichte/2024.yaml": BERICHT}
        )
    audit = AUDIT.replace("A-musterstadt-2024", "A-musterstadt-2027")
    audit = audit.replace("stufe: grund\n", "stufe: bilanzierung\nvorgaenger: A-musterstadt-2024\n")
    bilanz = beschluss("A-musterstadt-2027", kennung="B-2023-01", art="bilanz")
    neu = MASSNAHME.replace("Steuerungsgruppe einrichten", "Steuerungsgruppe verstetigen") + UEBERNOMMEN
    dateien = DATEIEN | {
        "audit.yaml": audit,
        "beschluesse/B-2023-01.yaml": bilanz,
        "massnahmen/M-1.1.1.yaml": neu,
    }
    return lege_an(tmp_path / "neu", dateien)


def test_a_second_audit_says_what_became_of_the_measures_before(tmp_path: Path) -> None:
    text = unterlage(bilanzierung(tmp_path, mit_vorgaenger=True), NAME, stichtag=date(2025, 6, 30)).decode()
    assert "Die vorige Stufe (Akte A-musterstadt-2024) hatte 2 Maßnahmen. Davon wird 1 fortgeführt." in text
    assert "| umgesetzt | 1 |\n| entfallen | 1 |" in text
    assert "| 1.1.1 Steuerungsgruppe einrichten | umgesetzt | 1.1.1 Steuerungsgruppe verstetigen |" in text
    assert "| 1.1.2 Wegweiser drucken | entfallen | nicht fortgeführt |" in text


def test_without_the_akte_before_it_says_what_the_measures_know(tmp_path: Path) -> None:
    text = unterlage(bilanzierung(tmp_path, mit_vorgaenger=False), NAME).decode()
    assert "Die Akte der vorigen Stufe (A-musterstadt-2024) liegt hier nicht vor." in text
    assert "| 1.1.1 | in Umsetzung | 1.1.1 Steuerungsgruppe verstetigen |" in text


def test_a_quarter_needs_no_decision_and_counts_what_it_can_do_itself(akte: Anlegen) -> None:
    audit = AUDIT.replace("art: gemeinde", "art: quartier").replace(
        "familiengerechte-kommune", "generationengerechtes-wohnen"
    )
    audit = audit.replace("fgk-2013", "agwiq-projekt").replace("querschnittsthemen: [inklusion]\n", "")
    weg = ("beschluesse", "bestandsaufnahme/analyse/HF5", "bestandsaufnahme/analyse/HF6")
    dateien = {k: v for k, v in DATEIEN.items() if not k.startswith(weg)}
    dateien |= {"audit.yaml": audit, "massnahmen/M-1.1.1.yaml": MASSNAHME + "wirkung: mittelbar\n"}
    text = unterlage(akte(dateien), NAME).decode()
    assert (
        "Das Verfahren verlangt keinen Beschluss eines Rats oder Kreistags; in der Akte liegt keiner." in text
    )
    assert "## Quartierskonzept in Kürze" in text
    assert not re.search(r"\b(?:[Dd]er|[Dd]ie|[Ee]ine) (?:neue )?Quartierskonzept", text), "it is „das“"
    assert "| Wirkung unmittelbar (selbst umsetzbar) | 0 Maßnahmen |" in text
    assert "| Wirkung mittelbar (durch andere anzustoßen) | 1 Maßnahme |" in text


@pytest.mark.parametrize("format_", list(SCHREIBER))
def test_every_format_shows_the_same(akte: Anlegen, format_: str) -> None:
    ordner = akte(DATEIEN)
    daten = unterlage(ordner, NAME, format_)
    text = gelesen(daten, format_)
    for wort in (
        "Dokumentation zur Begutachtung",
        "Was das Verfahren verlangt",
        "1.500 €",
        "Messkriterien ergänzen",
    ):
        assert wort in text, wort
    assert unterlage(ordner, NAME, format_) == daten


def test_the_example_can_be_handed_in(aufruf: Aufruf, tmp_path: Path) -> None:
    ergebnis = aufruf("render", NAME, BEISPIEL, "--format", "md", "-o", tmp_path)
    assert (ergebnis.code, ergebnis.fehler) == (0, "")
    text = (tmp_path / "begutachtung_stolberg-2016.md").read_text(encoding="utf-8")
    assert "| **Zusammen** | **20** | **5** | **48** | **15** |" in text
    assert BEGUTACHTUNG.partition("gremium: ")[2].split("\n")[0] not in text, "only what is on file"

"""Two Akten: what is new, gone or changed, in words; and what is only written differently is nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import KOPF, MASSNAHME, WURZEL, lege_an, ohne_vorrechte

from fgk.comparing.akten import vergleiche_akten
from fgk.loading.load import load_akte
from fgk.sources import FolderSource
from fgk.vergleich import ENTFERNT, GEAENDERT, NEU, UNBEKANNT, Aenderung, Eintrag, Vergleich

Dateien = dict[str, str | bytes | None]
Vergleiche = Callable[[Dateien, Dateien], Vergleich]
M112 = "massnahmen/M-1.1.2.yaml"
ZIEL = (
    "kennung: Z-1.1\nhandlungsfeld: HF1\ntitel: Ziel\nmesskriterien:\n"
    "  - bezeichnung: Plätze\n    einheit: Anzahl\n    istwert: {zahl: 10}\n    sollwert: {zahl: 30}\n"
)


@pytest.fixture
def vergleiche(tmp_path: Path) -> Vergleiche:
    """Return a function that compares two overlays of the smallest Akte."""

    def verglichen(vorher: Dateien, nachher: Dateien) -> Vergleich:
        seiten = [lege_an(tmp_path / name, dateien) for name, dateien in (("alt", vorher), ("neu", nachher))]
        a, b = (load_akte(FolderSource(ordner))[0] for ordner in seiten)
        return vergleiche_akten(a, b, ("alt", "neu"))

    return verglichen


def eintraege(vergleich: Vergleich) -> list[Eintrag]:
    return [eintrag for abschnitt in vergleich.abschnitte for eintrag in abschnitt.eintraege]


def worte(vergleich: Vergleich) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (a.feld, a.vorher, a.nachher, a.richtung.worte) for e in eintraege(vergleich) for a in e.aenderungen
    ]


def massnahme(
    vergleiche: Vergleiche, vorher: str, nachher: str
) -> list[tuple[str, str | None, str | None, str]]:
    return worte(vergleiche({MASSNAHME: KOPF + vorher}, {MASSNAHME: KOPF + nachher}))


@pytest.mark.parametrize(
    "anders",
    [
        {MASSNAHME: "# Kommentar\n" + KOPF + "ende: 2025-12-31   # bald\n"},
        {MASSNAHME: "\n".join(reversed((KOPF + "ende: 2025-12-31").splitlines())) + "\n"},
        {
            MASSNAHME: (KOPF + "ende: 2025-12-31\n").replace(
                "Steuerungsgruppe einrichten", '"Steuerungsgruppe einrichten"'
            )
        },
        {
            MASSNAHME: KOPF
            + "ende: 2025-12-31\nist_fortlaufend: false\nherkunft: vereinbart\nbeteiligte: []\n"
        },
        {MASSNAHME: (KOPF + "ende: 2025-12-31\n").replace("\n", "\r\n")},
    ],
)
def test_what_is_only_written_differently_is_no_change(vergleiche: Vergleiche, anders: Dateien) -> None:
    vergleich = vergleiche({MASSNAHME: KOPF + "ende: 2025-12-31\n"}, anders)
    assert vergleich.abschnitte == ()
    assert (vergleich.anzahl, vergleich.fazit) == (0, "Keine Unterschiede.")


def test_the_kennung_decides_and_not_the_file(vergleiche: Vergleiche) -> None:
    inhalt = KOPF.replace("M-1.1.1", "M-1.1.2") + "ende: 2025-12-31\n"
    assert eintraege(vergleiche({M112: inhalt}, {"massnahmen/M-9.9.9.yaml": inhalt})) == []


def test_new_and_gone(vergleiche: Vergleiche) -> None:
    inhalt = KOPF.replace("M-1.1.1", "M-1.1.2").replace("Steuerungsgruppe", "Runde") + (
        "ende: 2025-12-31\nkosten:\n  einmalig: 5000\n  foerdermittel:\n    - programm: Land\n"
    )
    (neu,) = eintraege(vergleiche({}, {M112: inhalt}))
    assert (neu.art, neu.kennung, neu.titel) == (NEU, "M-1.1.2", "Runde einrichten")
    gezeigt = {a.feld: a.nachher for a in neu.aenderungen}
    assert gezeigt["Ende"] == "31.12.2025"
    assert gezeigt["Kosten"] == "Einmalig: 5.000 €; Programm: Land"
    assert "Veröffentlichung" not in gezeigt, "what nobody typed is not shown"


def test_gone_is_named_without_its_content(vergleiche: Vergleiche) -> None:
    inhalt = KOPF.replace("M-1.1.1", "M-1.1.2") + "ende: 2025-12-31\n"
    (weg,) = eintraege(vergleiche({M112: inhalt}, {}))
    assert (weg.art, weg.kennung, weg.aenderungen) == (ENTFERNT, "M-1.1.2", ())


@pytest.mark.parametrize(
    ("vorher", "nachher", "erwartet"),
    [
        (
            "ende: 2025-12-31\n",
            "ende: 2026-12-31\n",
            ("Ende", "31.12.2025", "31.12.2026", "Frist um 12 Monate verschoben"),
        ),
        ("beginn: 2025-01-01\n", 'beginn: "2026"\n', ("Beginn", "01.01.2025", "2026", "später")),
        (
            "kosten: {einmalig: 1000}\n",
            'kosten: {einmalig: "1250.50"}\n',
            ("Kosten › Einmalig", "1.000 €", "1.250,50 €", "um 250,50 € erhöht"),
        ),
        ("", "kosten: {einmalig: 1000}\n", ("Kosten › Einmalig", None, "1.000 €", "")),
        ("prioritaet: hoch\n", "prioritaet: niedrig\n", ("Priorität", "hoch", "niedrig", "")),
        ("", "ist_fortlaufend: true\n", ("Fortlaufend", "nein", "ja", "")),
        ("", "herkunft: ergaenzt\n", ("Herkunft", "Teil der Zielvereinbarung", "nicht Teil der Zielvereinbarung (später ergänzt)", "")),
        ("zielgruppen: [A, B]\n", "zielgruppen: [B, C]\n", ("Zielgruppen", None, None, "neu: „C“; entfernt: „A“")),
        (
            "vorbehalte: [{art: haushalt}]\n",
            "vorbehalte: [{art: haushalt, stand: erfuellt}]\n",
            ("Vorbehalte „Haushaltsvorbehalt“ › Stand", "offen", "erfüllt", ""),
        ),
        (
            "",
            "vorbehalte: [{art: gremium, text: Beirat stimmt zu}]\n",
            (
                "Vorbehalte „Vorbehalt der Zustimmung eines Gremiums“",
                None,
                "Stand: offen; Erläuterung: Beirat stimmt zu",
                "neu",
            ),
        ),
        ("text: |\n  eins\n  zwei\n", "text: |\n  eins\n\n  zwei\n", ("Text", "eins zwei", "eins zwei", "andere Absätze")),
    ],
)  # fmt: skip
def test_a_field_in_words(
    vergleiche: Vergleiche, vorher: str, nachher: str, erwartet: tuple[str, str | None, str | None, str]
) -> None:
    assert massnahme(vergleiche, vorher, nachher) == [erwartet]


def test_departments_are_called_by_their_names_of_each_side(vergleiche: Vergleiche) -> None:
    datei = (WURZEL / "tests" / "akten" / "minimal" / "organisationseinheiten.yaml").read_text(
        encoding="utf-8"
    )
    anders = "organisationseinheiten:\n  - {kennung: OE-10, name: Rathaus, art: amt}\n  - {kennung: OE-51, name: Jugend, art: amt}\n"
    vergleich = vergleiche(
        {MASSNAHME: KOPF + "beteiligte: [OE-51]\n", "organisationseinheiten.yaml": datei},
        {MASSNAHME: KOPF.replace("OE-10", "OE-51"), "organisationseinheiten.yaml": anders},
    )
    (zeile,) = [w for w in worte(vergleich) if w[0] == "Federführung"]
    assert zeile[2] == "Jugend"
    assert zeile[1] not in (None, "OE-10", "Rathaus")


def test_a_target_is_judged_by_what_was_agreed(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche(
        {"ziele/Z-1.1.yaml": ZIEL}, {"ziele/Z-1.1.yaml": ZIEL.replace("zahl: 30", "zahl: 25")}
    )
    assert worte(vergleich) == [
        (
            "Messkriterien „Plätze“ › Sollwert › Zahl",
            "30",
            "25",
            "Zielwert um 5 gesenkt, weniger anspruchsvoll",
        )
    ]
    vergleich = vergleiche(
        {"ziele/Z-1.1.yaml": ZIEL}, {"ziele/Z-1.1.yaml": ZIEL.replace("zahl: 10", "zahl: 9")}
    )
    assert worte(vergleich) == [("Messkriterien „Plätze“ › Istwert › Zahl", "10", "9", "um 1 gesunken")]


def test_the_period_of_the_agreement(vergleiche: Vergleiche) -> None:
    datei = "kennung: ZV-2024\nlaufzeit: {von: 2024-01-01, bis: 2026-12-31}\n"
    vergleich = vergleiche(
        {"zielvereinbarung.yaml": datei},
        {"zielvereinbarung.yaml": datei.replace("2026-12", "2027-12").replace("ZV-2024", "ZV-2025")},
    )
    assert worte(vergleich) == [
        ("Kennung", "ZV-2024", "ZV-2025", ""),
        ("Laufzeit › Bis", "31.12.2026", "31.12.2027", "Laufzeit um 12 Monate verlängert"),
    ]


def test_of_a_long_text_the_place_that_differs_is_shown(vergleiche: Vergleiche) -> None:
    anfang, ende = "vorher " * 60, "nachher " * 60
    ((feld, alt, neu, _),) = massnahme(
        vergleiche, f"text: {anfang}fünf {ende}\n", f"text: {anfang}sieben {ende}\n"
    )
    assert feld == "Text"
    assert alt == "… " + "vorher " * 6 + "fünf " + "nachher " * 6 + "…"
    assert neu == "… " + "vorher " * 6 + "sieben " + "nachher " * 6 + "…"


def test_what_has_faults_is_not_called_gone(vergleiche: Vergleiche) -> None:
    vergleich = vergleiche({}, {MASSNAHME: "kennung: M-1.1.1\ntitel: [\n"})
    (eintrag,) = eintraege(vergleich)
    assert (eintrag.art, eintrag.kennung) == (UNBEKANNT, "M-1.1.1")
    assert vergleich.anzahl == 1
    assert vergleich.hinweise[-1].startswith("Unvollständig: In „neu“ hat eine Datei Fehler")
    assert MASSNAHME in vergleich.hinweise[-1]


def test_what_has_the_same_faults_is_the_same(vergleiche: Vergleiche) -> None:
    kaputt: Dateien = {MASSNAHME: "kennung: M-1.1.1\ntitel: [\n"}
    assert vergleiche(kaputt, kaputt).anzahl == 0
    anders = vergleiche(kaputt, {MASSNAHME: "kennung: M-1.1.1\ntitel: {\n"})
    assert [(e.art, e.kennung) for e in eintraege(anders)] == [(UNBEKANNT, "M-1.1.1")]


def test_a_file_that_cannot_be_read_is_not_called_gone(offener_ordner: Path) -> None:
    seiten = [lege_an(offener_ordner / name) for name in ("alt", "neu")]
    (seiten[1] / MASSNAHME).chmod(0)
    with ohne_vorrechte():
        a, b = (load_akte(FolderSource(ordner))[0] for ordner in seiten)
        gefunden = eintraege(vergleiche_akten(a, b, ("alt", "neu")))
    assert [(e.art, e.kennung) for e in gefunden] == [(UNBEKANNT, "M-1.1.1")]


def test_a_record_in_the_wrong_folder_is_not_called_gone(vergleiche: Vergleiche) -> None:
    inhalt = KOPF + "ende: 2025-12-31\n"
    vergleich = vergleiche({MASSNAHME: inhalt}, {MASSNAHME: None, "ziele/M-1.1.1.yaml": inhalt})
    assert ENTFERNT not in {e.art for e in eintraege(vergleich)}


def test_two_records_of_one_kennung_are_both_compared(vergleiche: Vergleiche) -> None:
    inhalt = KOPF + "ende: 2025-12-31\n"
    vergleich = vergleiche(
        {MASSNAHME: inhalt, M112: inhalt}, {MASSNAHME: inhalt, M112: inhalt.replace("2025", "2026")}
    )
    assert [(e.art, e.aenderungen[0].feld) for e in eintraege(vergleich)] == [(GEAENDERT, "Ende")]


def test_an_akte_and_itself_do_not_differ(tmp_path: Path) -> None:
    for name in ("tests/akten/klein", "examples/kommune-stolberg"):
        ordner = Path(shutil.copytree(WURZEL / name, tmp_path / name))
        a, b = (load_akte(FolderSource(pfad))[0] for pfad in (WURZEL / name, ordner))
        assert vergleiche_akten(a, b, ("a", "b")).abschnitte == ()


def test_every_kind_of_record_can_be_new_and_gone(tmp_path: Path) -> None:
    voll, _ = load_akte(FolderSource(WURZEL / "examples" / "kommune-stolberg"))
    leer, _ = load_akte(FolderSource(lege_an(tmp_path / "leer")))
    hin, her = vergleiche_akten(leer, voll, ("a", "b")), vergleiche_akten(voll, leer, ("a", "b"))
    assert {a.name for a in hin.abschnitte} == {art.name for art in voll.records}
    gesagt = [text for e in eintraege(hin) + eintraege(her) for a in e.aenderungen for text in _texte(a)]
    assert len(gesagt) > 500
    assert [text for text in gesagt if "{" in text or "None" in text or "\n" in text] == []


def _texte(aenderung: Aenderung) -> list[str]:
    return [t for t in (aenderung.feld, aenderung.vorher, aenderung.nachher, aenderung.richtung.worte) if t]

"""FGK135 to FGK137, FGK228 and FGK218: files that bring a Verfahren of one's own."""

import pytest
from hilfen import MINIMAL, dateien_und_stellen, pruefe

KOPF = "kennung: region\nbezeichnung: Audit Region\n"
GRUND = "grundlage: familiengerechte-kommune\n"
DATEI = "verfahren/region.yaml"
STUFE = "stufen:\n  - kennung: grund\n    zertifikat: grundzertifikat\n    untertitel: für „{}“\n    phasen: "
PHASE = "phasen:\n  - {kennung: start, bezeichnung: Start, beschreibung: Es beginnt., schritte: [auftakt]}\n"
ABLAUF = "ablaeufe:\n  - kennung: kurz\n    bezeichnung: Kurz\n    dauern:\n      - {{phase: {}, monate_von: {}, monate_bis: {}}}\n"


def funde(akte, text: str, *weitere: tuple[str, str]) -> list[tuple[str, str, int, int]]:
    ordner = akte({DATEI: KOPF + text} | dict(weitere))
    return dateien_und_stellen(ordner, pruefe(ordner))


def satz(akte, text: str) -> str:
    [meldung] = pruefe(akte({DATEI: KOPF + text}))
    return f"{meldung.was} {meldung.tun}"


def test_a_file_that_says_only_what_differs_is_clean(akte) -> None:
    assert funde(akte, GRUND + "gremium: Verbandsversammlung\n") == []


def test_a_file_can_change_a_shipped_one_and_rest_on_it(akte) -> None:
    eigenes = (
        "kennung: familiengerechte-kommune\nbezeichnung: Unser Audit\ngrundlage: familiengerechte-kommune\n"
    )
    assert pruefe(akte({"verfahren/familiengerechte-kommune.yaml": eigenes})) == []


@pytest.mark.parametrize(
    ("text", "code", "zeile", "spalte"),
    [
        ("grundlage: familiengerechte-komune\n", "FGK228", 3, 12),
        ("grundlage: region\n", "FGK228", 3, 12),
        ("", "FGK135", 1, 10),
        (GRUND + "kataloge: []\n", "FGK135", 1, 10),
        (GRUND + STUFE + "[teilname]\n", "FGK136", 8, 14),
        (GRUND + PHASE, "FGK136", 4, 1),
        (GRUND + PHASE + STUFE + "[start]\n" + ABLAUF.format("ende", 1, 2), "FGK136", 15, 17),
        (GRUND + ABLAUF.format("analyse", 3, 2), "FGK136", 8, 53),
        (GRUND + "dokumente: [zielvereinbarung, quartierkonzept]\n", "FGK136", 4, 31),
        (GRUND + "kataloge:\n  - {kennung: x, bezeichnung: X, handlungsfelder: []}\n", "FGK136", 5, 34),
        (
            GRUND + "kataloge:\n  - kennung: x\n    bezeichnung: X\n    handlungsfelder:\n"
            "      - {kennung: HF1, bezeichnung: A}\n      - {kennung: HF1, bezeichnung: B}\n",
            "FGK136", 9, 19,
        ),
        ("grundlage: familiengerechte-kommune\nortsarten: [stadt]\n", "FGK014", 4, 13),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_at_its_place(akte, text: str, code: str, zeile: int, spalte: int) -> None:
    assert funde(akte, text) == [(DATEI, code, zeile, spalte)]


def test_a_step_stands_in_one_phase_of_a_stage(akte) -> None:
    zweite = PHASE.replace("phasen:\n", "").replace("start", "zweite")
    text = GRUND + PHASE + zweite + STUFE + "[start, zweite]\nablaeufe: []\n"
    assert funde(akte, text) == [(DATEI, "FGK136", 11, 5)]
    assert satz(akte, text).startswith("In der Stufe „grund“ steht in zwei Phasen: Auftakt.")


def test_foundations_that_run_in_a_circle_are_said_at_each(akte) -> None:
    zwei = "kennung: zwei\nbezeichnung: Zwei\ngrundlage: region\n"
    assert funde(akte, "grundlage: zwei\n", ("verfahren/zwei.yaml", zwei)) == [
        (DATEI, "FGK228", 3, 12),
        ("verfahren/zwei.yaml", "FGK228", 3, 12),
    ]


@pytest.mark.parametrize(
    ("verlangt", "zeile", "spalte", "was"),
    [
        ("", 8, 15, "Die Voraussetzung „Etwas“ verlangt nichts."),
        (
            "datensatz: ziel\n        beschluss: teilnahme",
            10, 20,
            "Die Voraussetzung „Etwas“ verlangt zweierlei: datensatz und beschluss.",
        ),
        ("datensatz: vertrag\n        felder: [unterschrieben]", 10, 18, "Ein Feld „unterschrieben“ hat der Datensatz „Vertrag“ nicht."),
        ("datensatz: begutachtung\n        eines_von: [zertifikat.am]", 10, 21, "Ein Feld „zertifikat.am“ hat der Datensatz „Begutachtung“ nicht."),
        ("schritt: auftakt\n        felder: [datum]", 10, 9, "Felder hat nur ein Datensatz; „Etwas“ verlangt keinen."),
        ("datensatz: begutachtung\n        werte: [empfohlen]", 10, 9, "Zu „werte“ gehört in „Etwas“ genau ein Feld."),
        ("datensatz: vertrag\n        ist_je_handlungsfeld: true", 10, 31, "Der Datensatz „Vertrag“ gehört zu keinem Handlungsfeld."),
    ],
)  # fmt: skip
def test_a_gate_asks_for_one_thing_that_there_can_be(
    akte, verlangt: str, zeile: int, spalte: int, was: str
) -> None:
    phase = "phasen:\n  - kennung: start\n    bezeichnung: Start\n    beschreibung: Es beginnt.\n    voraussetzungen:\n"
    text = KOPF + phase.replace("phasen:\n", f"{GRUND}phasen:\n")
    text = text.replace(GRUND, "") + f"      - text: Etwas\n        {verlangt}\n"
    text += GRUND + STUFE + "[start]\nablaeufe: []\n"
    ordner = akte({DATEI: text})
    meldungen = pruefe(ordner)
    assert [(m.code, m.span.line, m.span.column, m.was) for m in meldungen] == [
        ("FGK137", zeile, spalte, was)
    ]


def test_an_akte_cannot_follow_a_faulty_one_and_is_told_where_to_look(akte) -> None:
    audit = (MINIMAL / "audit.yaml").read_text(encoding="utf-8").replace("familiengerechte-kommune", "region")
    ordner = akte({"audit.yaml": audit, DATEI: KOPF})
    [erste, zweite] = pruefe(ordner)
    assert (erste.code, erste.span.line, erste.tun) == (
        "FGK218", 6, "Beheben Sie, was zu „verfahren/region.yaml“ gemeldet wird.",
    )  # fmt: skip
    assert zweite.code == "FGK135"


def test_an_own_verfahren_is_offered_where_another_is_misspelled(akte) -> None:
    audit = (MINIMAL / "audit.yaml").read_text(encoding="utf-8").replace("familiengerechte-kommune", "regon")
    [meldung] = pruefe(akte({"audit.yaml": audit, DATEI: KOPF + GRUND}))
    assert (meldung.code, meldung.tun) == ("FGK218", "Meinten Sie „region“?")


def test_a_copied_file_is_told_the_kennung_of_its_name(akte) -> None:
    ordner = akte({"verfahren/kreis-west.yaml": KOPF + GRUND})
    [meldung] = pruefe(ordner)
    assert dateien_und_stellen(ordner, [meldung]) == [("verfahren/kreis-west.yaml", "FGK101", 1, 10)]
    assert (
        meldung.tun
        == "Schreiben Sie „kennung: kreis-west“ oder nennen Sie die Datei „verfahren/region.yaml“."
    )


def test_a_kennung_that_is_no_word_is_told_the_one_of_its_file(akte) -> None:
    ordner = akte({DATEI: KOPF.replace("kennung: region", "kennung: Die Region") + GRUND})
    [meldung] = pruefe(ordner)
    assert dateien_und_stellen(ordner, [meldung]) == [(DATEI, "FGK014", 1, 10)]
    assert meldung.tun.endswith("hier also region.")

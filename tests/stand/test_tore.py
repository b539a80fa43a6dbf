"""What a phase asks for, and whether it is on file on a day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hilfen import lege_an

from fgk.loading.ablagen import verfahren_von
from fgk.loading.load import load_akte
from fgk.models.verfahren import Voraussetzung
from fgk.sources import FolderSource
from fgk.stand.tore import Erfuellung, erfuellungen

ENDE = date(2024, 6, 30)


def tor(ordner: Path, phase: str, stichtag: date = ENDE) -> dict[str, Erfuellung]:
    akte, meldungen = load_akte(FolderSource(ordner))
    assert meldungen == []
    verfahren = verfahren_von(akte)
    assert verfahren is not None
    gesucht = next(p for p in verfahren.phasen if p.kennung == phase)
    return {e.voraussetzung.text: e for e in erfuellungen(akte, verfahren, gesucht, stichtag)}


def beschluss(art: str, datum: str, ergebnis: str = "unveraendert") -> str:
    return f"""\
kennung: B-2024-01
titel: Teilnahme am Audit
art: {art}
beratungen:
  - gremium: Rat
    datum: {datum}
    rolle: entscheidung
    ergebnis: {ergebnis}
"""


def test_a_decision_counts_from_its_day(akte: Callable[..., Path]) -> None:
    ordner = akte({"beschluesse/B-2024-01.yaml": beschluss("teilnahme", "2024-03-14")})
    text = "Beschluss des Rats zur Teilnahme"
    assert tor(ordner, "teilnahme")[text][1:] == (True, "beschluesse", "", date(2024, 3, 14))
    assert not tor(ordner, "teilnahme", date(2024, 3, 13))[text].ist_erfuellt


@pytest.mark.parametrize("fall", [("teilnahme", "abgelehnt"), ("sonstiges", "unveraendert")])
def test_a_decision_that_was_none_does_not_count(akte: Callable[..., Path], fall: tuple[str, str]) -> None:
    art, ergebnis = fall
    ordner = akte({"beschluesse/B-2024-01.yaml": beschluss(art, "2024-03-14", ergebnis)})
    assert not tor(ordner, "teilnahme")["Beschluss des Rats zur Teilnahme"].ist_erfuellt


@pytest.mark.parametrize(
    ("zeile", "ist_erfuellt"),
    [
        ("unterzeichnet_am: 2024-02-01", True),
        ("unterzeichnet_am: 2024-07-01", False),
        ("von: 2024-02-01", False),
    ],
)
def test_a_field_counts_when_it_is_filled_in_and_its_day_has_come(
    akte: Callable[..., Path], zeile: str, ist_erfuellt: bool
) -> None:
    ordner = akte({"vertrag.yaml": f"kennung: V-2024\npartner: Verein\n{zeile}\n"})
    erfuellung = tor(ordner, "teilnahme")["Unterzeichneter Vertrag mit dem Verein"]
    assert erfuellung.ist_erfuellt is ist_erfuellt
    assert erfuellung.datei == "vertrag.yaml"


def test_what_is_missing_has_a_place(akte: Callable[..., Path]) -> None:
    fehlt = tor(akte(), "teilnahme")["Unterzeichneter Vertrag mit dem Verein"]
    assert fehlt[1:4] == (False, "vertrag.yaml", "unterzeichnet_am")


def test_an_analysis_of_each_handlungsfeld(akte: Callable[..., Path]) -> None:
    dateien = {
        f"bestandsaufnahme/analyse/HF{n}.yaml": f"kennung: AN-HF{n}\nhandlungsfeld: HF{n}\nzusammenfassung: Gut.\n"
        for n in range(1, 7)
    }
    text = "Analyse jedes Handlungsfelds"
    assert tor(akte(dateien), "analyse")[text].ist_erfuellt
    ordner = akte({"bestandsaufnahme/analyse/HF5.yaml": None})
    fehlt = tor(ordner, "analyse")[text]
    assert (fehlt.ist_erfuellt, fehlt.datei) == (False, "bestandsaufnahme/analyse/HF5.yaml")


@pytest.mark.parametrize("rest", ["", 'zusammenfassung: "…"\n'])
def test_an_analysis_that_says_nothing_is_none(akte: Callable[..., Path], rest: str) -> None:
    kopf = "kennung: AN-HF{0}\nhandlungsfeld: HF{0}\n"
    dateien = {
        f"bestandsaufnahme/analyse/HF{n}.yaml": kopf.format(n)
        + ("zusammenfassung: Gut.\n" if n < 6 else rest)
        for n in range(1, 7)
    }
    fehlt = tor(akte(dateien), "analyse")["Analyse jedes Handlungsfelds"]
    assert (fehlt.ist_erfuellt, fehlt.datei) == (False, "bestandsaufnahme/analyse/HF6.yaml")


def test_a_step_is_a_date_of_the_audit_or_a_record_of_its_own(akte: Callable[..., Path]) -> None:
    workshop = "kennung: W-2024-01\ntitel: Auftakt\nart: {}\ndatum: 2024-05-02\n"
    ordner = akte({"beteiligung/W-2024-01.yaml": workshop.format("strategieworkshop")})
    assert tor(ordner, "analyse")["Strategieworkshop"].am == date(2024, 5, 2)
    beteiligung = "Wenigstens eine Veranstaltung oder Befragung der Beteiligungsphase"
    assert not tor(ordner, "beteiligung")[beteiligung].ist_erfuellt
    ordner = akte({"beteiligung/W-2024-01.yaml": workshop.format("befragung")})
    assert tor(ordner, "beteiligung")[beteiligung].ist_erfuellt


def test_one_of_two_days_of_the_certificate_is_enough_and_the_result_must_be_good(
    akte: Callable[..., Path],
) -> None:
    def gutachten(ergebnis: str, tag: str) -> dict[str, Erfuellung]:
        text = f"kennung: G-2024\nergebnis: {ergebnis}\nzertifikat:\n  art: grundzertifikat\n  {tag}\n"
        return tor(akte({"begutachtung.yaml": text}), "zertifizierung")

    gut = gutachten("mit_auflagen", "verliehen_am: 2024-06-12")
    assert [e.ist_erfuellt for e in gut.values()] == [True, True]
    schlecht = gutachten("nicht_empfohlen", 'erteilt_am: "2024-06"')
    assert [e.ist_erfuellt for e in schlecht.values()] == [False, True]


def test_a_report_on_two_years_counts_twice(akte: Callable[..., Path]) -> None:
    def bericht(name: str, von: str, bis: str) -> str:
        vorgelegt = f"{2021 if name == '2020' else 2024}-01-10"
        return f"kennung: J-{name}\nvon: {von}\nbis: {bis}\nvorgelegt_am: {vorgelegt}\nmassnahmen: []\n"

    ordner = akte(
        {
            "jahresberichte/2020.yaml": bericht("2020", "2020-01-01", "2020-12-31"),
            "jahresberichte/2021-2022.yaml": bericht("2021-2022", "2021-01-01", "2022-12-31"),
        }
    )
    assert tor(ordner, "umsetzung")["Jahresberichte über drei Jahre"].ist_erfuellt
    # since the day on which there were enough of them
    assert tor(ordner, "umsetzung")["Jahresberichte über drei Jahre"].am == date(2024, 1, 10)
    (ordner / "jahresberichte/2020.yaml").unlink()
    assert not tor(ordner, "umsetzung")["Jahresberichte über drei Jahre"].ist_erfuellt


def test_what_only_another_stage_asks_for_is_left_out(akte: Callable[..., Path]) -> None:
    assert "Beschluss des Rats über Bilanz und erneutes Audit" not in tor(akte(), "teilnahme")


def test_a_step_counts_since_the_first_time_it_took_place(akte: Callable[..., Path]) -> None:
    termine = "termine:\n  - schritt: beteiligung\n    datum: 2024-05-01\n  - schritt: beteiligung\n    datum: 2024-04-01\n"
    ordner = akte()
    kopf = ordner / "audit.yaml"
    kopf.write_text(kopf.read_text(encoding="utf-8") + termine, encoding="utf-8")
    text = "Wenigstens eine Veranstaltung oder Befragung der Beteiligungsphase"
    assert tor(ordner, "beteiligung")[text].am == date(2024, 4, 1)


@pytest.mark.parametrize(("tag", "ist_erfuellt"), [("2024-03-14", True), ("2020-12-31", False)])
def test_the_decision_on_the_bilanz_may_stand_in_the_akte_that_it_ends(
    tmp_path: Path, tag: str, *, ist_erfuellt: bool
) -> None:
    (tmp_path / "fgk.yaml").write_text("bezeichnung: Akten\n", encoding="utf-8")
    laufzeit = "kennung: ZV-2021\nlaufzeit:\n  von: 2021-01-01\n  bis: 2023-12-31\n"
    davor = lege_an(
        tmp_path / "alt",
        {"beschluesse/B-2024-01.yaml": beschluss("bilanz", tag), "zielvereinbarung.yaml": laufzeit},
    )
    kopf = (davor / "audit.yaml").read_text(encoding="utf-8")
    assert "stufe: grund" in kopf
    kennung = next(z for z in kopf.splitlines() if z.startswith("kennung:"))
    neu = kopf.replace(kennung, f"kennung: A-neu-2024\nvorgaenger: {kennung.removeprefix('kennung: ')}")
    ordner = lege_an(tmp_path / "neu", {"audit.yaml": neu.replace("stufe: grund", "stufe: bilanzierung")})
    text = "Beschluss des Rats über Bilanz und erneutes Audit"
    assert tor(ordner, "teilnahme")[text].ist_erfuellt is ist_erfuellt


def eigenes_tor(akte: Callable[..., Path], v: Voraussetzung) -> list[Erfuellung]:
    """Return what is on file of what a gate of one's own asks for, in an Akte with a contract."""
    ordner = akte({"vertrag.yaml": "kennung: V-2024\npartner: Verein\nvon: 2024-01-01\n"})
    geladen, _ = load_akte(FolderSource(ordner))
    verfahren = verfahren_von(geladen)
    assert verfahren is not None
    phase = verfahren.phasen[0].model_copy(update={"voraussetzungen": (v,)})
    return erfuellungen(geladen, verfahren, phase, ENDE)


def vertrag_mit(akte: Callable[..., Path], felder: tuple[str, ...] = (), werte: tuple[str, ...] = ()) -> bool:
    """Say whether a contract has what a gate of one's own asks for."""
    v = Voraussetzung(text="x", datensatz="vertrag", felder=felder, werte=werte)
    [gefunden] = eigenes_tor(akte, v)
    return gefunden.ist_erfuellt


def test_what_names_nothing_that_could_be_there_is_left_out(akte: Callable[..., Path]) -> None:
    assert eigenes_tor(akte, Voraussetzung(text="Alles in Ordnung")) == []


def test_what_a_gate_asks_for_can_be_there(akte: Callable[..., Path]) -> None:
    assert vertrag_mit(akte, felder=("partner",), werte=("Verein",))


def test_words_without_a_field_to_stand_in_are_nowhere(akte: Callable[..., Path]) -> None:
    assert not vertrag_mit(akte, werte=("unterzeichnet",))


@pytest.mark.parametrize("feld", ["raten.count", "__class__", "model_fields", "von.year", "von..x", "."])
def test_only_fields_of_a_record_can_be_filled_in(akte: Callable[..., Path], feld: str) -> None:
    assert not vertrag_mit(akte, felder=(feld,))

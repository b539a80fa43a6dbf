"""fgk init --vorgaenger: a Bilanzierungs-Audit out of the Akte before, in which nothing is lost."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, STICHTAG, WURZEL, Aufruf, fgk, git, lege_an, pruefe
from terminal import am_terminal

from fgk.akte import Akte
from fgk.diagnostic import Severity
from fgk.loading.load import load_akte
from fgk.loading.nachbarn import vergiss
from fgk.models.analyse import Analyse
from fgk.models.begutachtung import Begutachtung
from fgk.models.beschluss import Beschluss
from fgk.models.beteiligung import Beteiligung
from fgk.models.indikatoren import Indikatoren
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheiten
from fgk.models.vertrag import Vertrag
from fgk.models.ziel import Ziel
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.scaffolding.staende import massnahmenstaende
from fgk.sources import FolderSource
from fgk.stand.fortschritt import BEENDET

TAG = ("--stichtag", "2021-03-01")
KREIS = WURZEL / "examples" / "kreis-wiesengrund"
QUARTIER = WURZEL / "examples" / "quartier-weidenkamp"
ERHALTUNG = WURZEL / "tests" / "akten" / "erhaltung"


def geladen(ordner: Path) -> Akte:
    return load_akte(FolderSource(ordner))[0]


@pytest.fixture(scope="module")
def neu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Akte that follows on the example of Stolberg."""
    ordner = tmp_path_factory.mktemp("folge") / "stolberg-2021"
    lauf = fgk("init", ordner, "--vorgaenger", BEISPIEL, *TAG)
    assert (lauf.returncode, lauf.stderr) == (0, "")
    return ordner


def test_it_has_no_faults_and_its_warnings_are_what_is_to_be_agreed_anew(neu: Path) -> None:
    meldungen = pruefe(neu, date(2021, 3, 1))
    assert {m.severity for m in meldungen} <= {Severity.WARNUNG, Severity.HINWEIS}
    assert {m.code for m in meldungen} == {"FGK112"}  # a deadline that has passed


@pytest.mark.parametrize("alt", [BEISPIEL, KREIS / "kreis", QUARTIER, WURZEL / "tests" / "akten" / "klein"])
def test_every_measure_is_taken_over_or_listed_with_its_last_status(
    tmp_path: Path, aufruf: Aufruf, alt: Path
) -> None:
    ordner = tmp_path / "neu"
    lauf = aufruf("init", ordner, "--vorgaenger", alt, "--jahr", "2026", "--stichtag", "2026-03-01")
    assert (lauf.code, lauf.fehler) == (0, "")
    vorher, nachher = geladen(alt), geladen(ordner)
    liste = (ordner / "UEBERNAHME.md").read_text(encoding="utf-8").splitlines()
    staende = list(massnahmenstaende(vorher))
    assert len(staende) == len(vorher.alle(Massnahme)) > 0
    for stand in staende:
        kennung = stand.massnahme.kennung
        [zeile] = [z for z in liste if z.startswith(f"| {kennung} |")]
        hier = nachher.finde(Massnahme, kennung)
        assert (hier is None) == (stand.status in BEENDET), kennung
        if hier is None:
            assert zeile.endswith("| beendet, nicht übernommen |")
            assert re.search(r"\| (umgesetzt|ersetzt|entfallen) \| J-", zeile), zeile
        else:
            assert hier.uebernommen
            assert (hier.uebernommen.kennung, hier.uebernommen.status) == (kennung, stand.status)
            assert zeile.endswith("| übernommen, beginnt als geplant |")
    assert {r.kennung for r in nachher.alle(Ziel)} == {r.kennung for r in vorher.alle(Ziel)}
    assert [m for m in pruefe(ordner, date(2026, 3, 1)) if m.severity is Severity.FEHLER] == []


def test_a_measure_keeps_its_number_and_what_was_said_of_it_last(neu: Path) -> None:
    alt, hier = geladen(BEISPIEL), geladen(neu).finde(Massnahme, "M-2.1.3")
    vorher = alt.finde(Massnahme, "M-2.1.3")
    assert hier
    assert vorher
    assert (hier.titel, hier.text, hier.federfuehrung) == (vorher.titel, vorher.text, vorher.federfuehrung)
    von = hier.uebernommen
    assert von
    assert (von.akte, von.bericht, von.kennung, von.status) == (
        "A-stolberg-2016",
        "J-2020",
        "M-2.1.3",
        "verschoben",
    )
    assert von.text
    assert "fünf Monate später" in von.text  # the reason belongs to it
    assert (von.neue_frist, hier.ende) == (date(2021, 2, 28), None)
    assert (hier.veroeffentlichung, hier.herkunft, hier.beschluss) == ("intern", "vereinbart", None)


def test_a_deadline_that_has_not_passed_stays(tmp_path: Path, aufruf: Aufruf) -> None:
    aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, "--stichtag", "2021-02-27", "--jahr", "2021")
    hier = geladen(tmp_path / "neu").finde(Massnahme, "M-2.1.3")
    assert hier
    assert hier.ende == date(2021, 2, 28)


def test_a_goal_begins_with_the_value_that_was_reported_last(neu: Path) -> None:
    hier = geladen(neu).finde(Ziel, "Z-2.1")
    assert hier
    quote = hier.messkriterien[0]
    assert quote.istwert
    assert (quote.istwert.zahl, quote.istwert.stand) == (52.1, "2020")
    assert hier.uebernommen
    assert (hier.uebernommen.akte, hier.uebernommen.bericht) == ("A-stolberg-2016", "J-2020")
    assert hier.uebernommen.stand
    assert not any(herkunft.startswith("W-") for herkunft in hier.entstanden_aus)


def test_a_goal_of_which_all_measures_ended_says_so(neu: Path) -> None:
    ohne = [r for r in geladen(neu).alle(Ziel) if not list((neu / "massnahmen").glob(f"M{r.kennung[1:]}.*"))]  # type: ignore[index]
    assert ohne
    for record in ohne:
        assert b"Alle seine Ma" in record.raw


def test_the_head_takes_over_place_verfahren_and_those_who_are_still_there(neu: Path) -> None:
    alt, hier = geladen(BEISPIEL).audit, geladen(neu).audit
    assert alt
    assert hier
    assert (hier.kennung, hier.stufe, hier.vorgaenger) == (
        "A-stolberg-2021",
        "bilanzierung",
        "A-stolberg-2016",
    )
    for name in ("ort", "verfahren", "katalog", "querschnittsthemen", "strategien", "ausgangslage", "rollen"):
        assert getattr(hier, name) == getattr(alt, name), name
    assert hier.termine == ()
    assert "die Einwohnerzahl ist die vom 31.12.2015" in " ".join(
        (neu / "audit.yaml").read_text(encoding="utf-8").replace("\n# ", " ").split()
    )


def test_whoever_has_left_and_local_names_of_a_kreis(tmp_path: Path, aufruf: Aufruf) -> None:
    aufruf(
        "init",
        tmp_path / "neu",
        "--vorgaenger",
        KREIS / "kreis",
        "--stichtag",
        "2024-05-02",
        "--jahr",
        "2024",
    )
    hier = geladen(tmp_path / "neu").audit
    assert hier
    assert [b.funktion for b in hier.rollen.projektleitung] == ["Koordination Familiengerechter Kreis"]
    assert [h.bezeichnung_lokal for h in hier.handlungsfelder] == ["Wohnen, Wege und Lebensqualität"]
    assert [(m.name, m.akte) for m in hier.mitglieder] == [
        ("Lindenfurt", "A-lindenfurt-2023"),
        ("Erlenmoor", None),
    ]
    weiter = {r.kennung for r in geladen(tmp_path / "neu").alle(Massnahme)}
    assert all(set(m.massnahmen) <= weiter for m in hier.mitglieder)
    assert any(m.massnahmen for m in hier.mitglieder)
    assert all(m.beteiligungen == () for m in hier.mitglieder)


def test_values_and_analyses_go_on_and_keep_their_comments(neu: Path) -> None:
    alt, hier = geladen(BEISPIEL), geladen(neu)
    for art in (Indikatoren, Organisationseinheiten):
        vorher, nachher = alt.einzeln(art), hier.einzeln(art)
        assert vorher
        assert nachher
        assert nachher.modell == vorher.modell
        assert nachher.raw.endswith(vorher.raw)
        assert nachher.raw.startswith("# Übernommen aus A-stolberg-2016".encode())
    assert [r.kennung for r in hier.alle(Analyse)] == [r.kennung for r in alt.alle(Analyse)]
    assert all(b"Aktualisieren Sie sie" in r.raw for r in hier.alle(Analyse))


def test_decisions_certificate_reports_and_contract_stay_behind(neu: Path) -> None:
    hier = geladen(neu)
    for art in (Beschluss, Begutachtung, Jahresbericht, Vertrag, Beteiligung):
        assert hier.alle(art) == [], art
    alt, vereinbarung = geladen(BEISPIEL).einzeln(Zielvereinbarung), hier.einzeln(Zielvereinbarung)
    assert alt
    assert vereinbarung
    assert vereinbarung.modell.familienbegriff == alt.modell.familienbegriff
    assert (vereinbarung.modell.kennung, vereinbarung.modell.laufzeit, vereinbarung.modell.beschluss) == (
        "ZV-2021",
        None,
        None,
    )


def test_the_document_says_which_certificate_it_is_for(neu: Path, tmp_path: Path, aufruf: Aufruf) -> None:
    lauf = aufruf("render", "zielvereinbarung", neu, "--entwurf", "--format", "md", "-o", tmp_path, *TAG)
    assert lauf.code == 0, lauf.fehler
    [datei] = tmp_path.glob("*.md")
    assert "zur Erlangung des Aufbauzertifikats „Familiengerechte Kommune“" in datei.read_text(
        encoding="utf-8"
    )


def test_it_says_in_a_few_lines_what_it_took_over(tmp_path: Path, aufruf: Aufruf) -> None:
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, *TAG)
    text = " ".join(lauf.aus.split())
    assert "Übernommen aus A-stolberg-2016: 20 Ziele und 21 Maßnahmen mit dem letzten Stand" in text
    assert "Nicht übernommen: 30 beendete Maßnahmen, sie stehen mit ihrem Stand in UEBERNAHME.md." in text
    assert "massnahmen/ (21 Dateien)" in text
    assert "M-1.1.1" not in text


def test_of_a_short_akte_comes_what_it_has(tmp_path: Path, aufruf: Aufruf) -> None:
    worte = ("--vorgaenger", KREIS / "lindenfurt-2016", "--stichtag", "2023-09-20")
    lauf = aufruf("init", tmp_path / "neu", *worte)
    assert (lauf.code, lauf.fehler) == (0, "")
    assert "Übernommen aus A-lindenfurt-2016: Ort, Rollen, Querschnittsthemen und Strategien." in lauf.aus
    hier = geladen(tmp_path / "neu")
    assert hier.audit
    assert (hier.audit.fuehrung, hier.audit.vorgaenger) == ("voll", "A-lindenfurt-2016")
    assert hier.einzeln(Organisationseinheiten)  # the Akte before had none
    assert pruefe(tmp_path / "neu", date(2023, 9, 20)) == []


def test_the_number_of_an_ended_measure_is_not_given_again(neu: Path, tmp_path: Path, aufruf: Aufruf) -> None:
    ordner = shutil.copytree(neu, tmp_path / "akte")
    lauf = aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "Neu", "--akte", ordner, *TAG)
    assert "M-1.1.3" in lauf.aus  # M-1.1.2 ended in the Akte before


def test_numbers_go_on_in_a_workspace_even_without_the_list(tmp_path: Path, aufruf: Aufruf) -> None:
    (tmp_path / "fgk.yaml").write_text("", encoding="utf-8")
    shutil.copytree(BEISPIEL, tmp_path / "alt")
    assert aufruf("init", tmp_path / "neu", "--vorgaenger", "A-stolberg-2016", *TAG).code == 0
    (tmp_path / "neu" / "UEBERNAHME.md").unlink()
    vergiss()
    lauf = aufruf("new", "massnahme", "--ziel", "Z-1.1", "--titel", "Neu", "--akte", tmp_path / "neu", *TAG)
    assert "M-1.1.3" in lauf.aus


def test_the_other_stage_begins_with_a_workshop_and_without_an_end(tmp_path: Path, aufruf: Aufruf) -> None:
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, "--stufe", "erhaltung", *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    hier = geladen(tmp_path / "neu").audit
    assert hier
    assert [(t.schritt, t.geplant_am) for t in hier.termine] == [("erhaltungsworkshop", "2022-03")]
    assert [m for m in pruefe(tmp_path / "neu", date(2021, 3, 1)) if m.severity is Severity.FEHLER] == []


def test_own_design_and_map_come_along(tmp_path: Path, aufruf: Aufruf) -> None:
    alt = Path(shutil.copytree(WURZEL / "tests" / "akten" / "klein", tmp_path / "alt"))
    (alt / "vorlagen").mkdir()
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'
    (alt / "vorlagen" / "logo.svg").write_text(logo, encoding="utf-8")
    (alt / "gestaltung.yaml").write_text("logo: vorlagen/logo.svg\n", encoding="utf-8")
    (alt / "ausgabe").mkdir()
    (alt / "ausgabe" / "bericht.pdf").write_bytes(b"%PDF-")
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", alt, "--jahr", "2027", "--stichtag", "2027-01-04")
    assert (lauf.code, lauf.fehler) == (0, "")
    assert (tmp_path / "neu" / "vorlagen" / "logo.svg").read_text(encoding="utf-8") == logo
    assert not (tmp_path / "neu" / "ausgabe").exists()


def test_open_reservations_go_on_and_settled_ones_do_not(tmp_path: Path, aufruf: Aufruf) -> None:
    kopf = "kennung: M-1.1.1\nziel: Z-1.1\ntitel: Büro\nfederfuehrung: OE-10\nist_fortlaufend: true\n"
    vorbehalte = "vorbehalte:\n  - art: haushalt\n    stand: erfuellt\n  - art: gremium\n    text: Beirat\n"
    alt = lege_an(tmp_path / "alt", {"massnahmen/M-1.1.1.yaml": kopf + vorbehalte})
    aufruf("init", tmp_path / "neu", "--vorgaenger", alt, "--jahr", "2030", "--stichtag", "2030-01-04")
    hier = geladen(tmp_path / "neu").finde(Massnahme, "M-1.1.1")
    assert hier
    assert [(v.art, v.text) for v in hier.vorbehalte] == [("gremium", "Beirat")]


def test_a_file_in_braces_is_taken_over_too(tmp_path: Path, aufruf: Aufruf) -> None:
    alt = lege_an(
        tmp_path / "alt",
        {"ziele/Z-1.1.yaml": "{kennung: Z-1.1, handlungsfeld: HF1, titel: Familien im Blick}\n"},
    )
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", alt, "--jahr", "2030", "--stichtag", "2030-01-04")
    assert (lauf.code, lauf.fehler) == (0, "")
    hier = geladen(tmp_path / "neu").finde(Ziel, "Z-1.1")
    assert hier
    assert hier.titel == "Familien im Blick"
    assert hier.uebernommen


def nichts_angelegt(tmp_path: Path) -> bool:
    return not (tmp_path / "neu").exists()


@pytest.mark.parametrize(
    ("worte", "was"),
    [
        (["--stufe", "grund"], "Ein Grund-Audit hat keinen Vorgänger."),
        (["--stufe", "dauerhaft"], "Eine Stufe „dauerhaft“ gibt es nicht."),
        (["--ags", "05970024"], "dazu passt --ags 05970024 nicht."),
        (["--name", "Kreuztal"], "dazu passt --name Kreuztal nicht."),
        (["--verfahren", "familiengerechter-kreis"], "folgt dem Verfahren familiengerechte-kommune"),
        (["--jahr", "2016"], "Die neue Akte hieße A-stolberg-2016 wie die vorige."),
        (["--kurz"], "Eine kurz geführte Akte übernimmt nichts."),
    ],
)
def test_what_does_not_follow_is_refused(tmp_path: Path, aufruf: Aufruf, worte: list[str], was: str) -> None:
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, *worte, *TAG)
    assert lauf.code == 2
    assert was in " ".join(lauf.fehler.split())
    assert nichts_angelegt(tmp_path)


def test_the_same_place_may_be_named(tmp_path: Path, aufruf: Aufruf) -> None:
    worte = ("--ags", "05334032", "--name", "Stolberg", "--verfahren", "familiengerechte-kommune")
    assert aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, *worte, *TAG).code == 0


def test_a_stage_that_the_verfahren_has_not_is_refused(tmp_path: Path, aufruf: Aufruf) -> None:
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", QUARTIER, "--stufe", "erhaltung", *TAG)
    assert lauf.code == 2
    assert "hat keine Stufe „erhaltung“" in lauf.fehler
    assert nichts_angelegt(tmp_path)


@pytest.mark.parametrize(
    ("wort", "was"),
    [
        ("gibtesnicht", "In „gibtesnicht“ liegt keine Akte."),
        ("A-stolberg-2016", "gibt es keinen Arbeitsbereich (fgk.yaml)"),
    ],
)
def test_an_akte_that_there_is_not_is_refused(tmp_path: Path, aufruf: Aufruf, wort: str, was: str) -> None:
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", wort, *TAG)
    assert lauf.code == 2
    assert was in " ".join(lauf.fehler.split())
    assert nichts_angelegt(tmp_path)


def test_a_kennung_that_the_workspace_has_not_is_refused(tmp_path: Path, aufruf: Aufruf) -> None:
    (tmp_path / "fgk.yaml").write_text("", encoding="utf-8")
    shutil.copytree(BEISPIEL, tmp_path / "alt")
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", "A-stolberg-2012", *TAG)
    assert lauf.code == 2
    assert "Eine Akte A-stolberg-2012 gibt es in diesem Arbeitsbereich nicht." in lauf.fehler


def test_a_faulty_akte_is_refused_with_its_faults(tmp_path: Path, aufruf: Aufruf) -> None:
    alt = lege_an(tmp_path / "alt", {"massnahmen/M-1.1.1.yaml": "kennung: M-1.1.1\nziel: Z-9.9\ntitel: X\n"})
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", alt, "--jahr", "2030")
    assert lauf.code == 1
    assert "massnahmen/M-1.1.1.yaml:2:7: FGK202 Fehler:" in lauf.fehler
    assert "Nichts angelegt: Die vorige Akte hat Fehler." in lauf.fehler
    assert nichts_angelegt(tmp_path)


def test_a_folder_in_which_something_lies_is_refused(tmp_path: Path, aufruf: Aufruf) -> None:
    (tmp_path / "neu").mkdir()
    (tmp_path / "neu" / "notiz.txt").write_text("x", encoding="utf-8")
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, *TAG)
    assert lauf.code == 2
    assert "liegt schon etwas (notiz.txt)" in lauf.fehler
    assert [pfad.name for pfad in (tmp_path / "neu").iterdir()] == ["notiz.txt"]


def test_a_new_repository_is_an_empty_folder(tmp_path: Path, aufruf: Aufruf) -> None:
    (tmp_path / "neu").mkdir()
    git(tmp_path / "neu", "init", "-q")
    assert aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, *TAG).code == 0


def test_an_akte_that_is_there_takes_nothing_over(tmp_path: Path, aufruf: Aufruf) -> None:
    da = lege_an(tmp_path / "neu")
    lauf = aufruf("init", da, "--vorgaenger", BEISPIEL, *TAG)
    assert lauf.code == 2
    assert "liegt schon eine Akte" in lauf.fehler


def test_on_a_terminal_it_asks_where_the_akte_before_lies(tmp_path: Path) -> None:
    shutil.copytree(BEISPIEL, tmp_path / "alt")
    antworten = ["", "05334032", "2", "alt", "2021"]
    lauf = am_terminal("init", "neu", cwd=tmp_path, antworten=antworten)
    assert lauf.code == 0, lauf.aus
    assert "Wo liegt die Akte der vorigen Stufe?" in lauf.aus
    assert geladen(tmp_path / "neu").finde(Massnahme, "M-2.1.3")


def test_the_akte_before_stays_as_it_is(tmp_path: Path, aufruf: Aufruf) -> None:
    alt = Path(shutil.copytree(ERHALTUNG, tmp_path / "alt"))
    vorher = {pfad: pfad.read_bytes() for pfad in alt.rglob("*") if pfad.is_file()}
    worte = ("--stufe", "erhaltung", "--jahr", "2026", "--stichtag", STICHTAG.isoformat())
    assert aufruf("init", tmp_path / "neu", "--vorgaenger", alt, *worte).code == 0
    assert {pfad: pfad.read_bytes() for pfad in alt.rglob("*") if pfad.is_file()} == vorher


def test_it_says_how_the_two_akten_find_each_other(tmp_path: Path, aufruf: Aufruf) -> None:
    lauf = aufruf("init", tmp_path / "neu", "--vorgaenger", BEISPIEL, *TAG)
    assert "Legen Sie in den Ordner, in dem beide liegen, eine Datei fgk.yaml" in " ".join(lauf.aus.split())
    (tmp_path / "fgk.yaml").write_text("bezeichnung: Akten\n", encoding="utf-8")
    lauf = aufruf("init", tmp_path / "zwei", "--vorgaenger", BEISPIEL, *TAG)
    assert "fgk.yaml" not in lauf.aus

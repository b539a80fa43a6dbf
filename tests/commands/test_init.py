"""fgk init: an Akte that is valid at once, and nothing lost in a folder that has something already."""

import json
import shutil
from pathlib import Path

import pytest
from aufdecken import aufgedeckt
from hilfen import BEISPIEL, WURZEL, git, ohne_vorrechte, pruefe
from jsonschema import Draft202012Validator
from terminal import am_terminal

from fgk.diagnostic import Severity
from fgk.editing.formatting import formatted
from fgk.loading.load import load_akte
from fgk.models.arten import ARTEN
from fgk.models.audit import Audit
from fgk.reading.reader import read_yaml
from fgk.sources import FolderSource

TAG = ("--stichtag", "2026-03-01")
GRUND = {
    "audit.yaml",
    "organisationseinheiten.yaml",
    "README.md",
    ".gitignore",
    ".gitattributes",
    ".editorconfig",
    ".vscode/settings.json",
    ".vscode/extensions.json",
    *(f".fgk/schemas/{art.name}.schema.json" for art in ARTEN),
}


def dateien(ordner: Path) -> set[str]:
    return {path.relative_to(ordner).as_posix() for path in ordner.rglob("*") if path.is_file()}


def audit(ordner: Path) -> Audit:
    gefunden = load_akte(FolderSource(ordner))[0].audit
    assert gefunden is not None
    return gefunden


@pytest.mark.parametrize(
    ("worte", "kennung", "ort"),
    [
        (["--ags", "05334032"], "A-stolberg-2026", ("gemeinde", "Kupferstadt Stolberg (Rhld.)", "05334032")),
        (["--name", "Kreuztal", "--jahr", "2024"], "A-kreuztal-2024", ("gemeinde", "Kreuztal", "05970024")),
        (["--ags", "05999001", "--name", "Musterstadt"], "A-musterstadt-2026", ("gemeinde", "Musterstadt", "05999001")),
        (["--kreis-schluessel", "16065"], "A-kyffhaeuserkreis-2026", ("kreis", "Kyffhäuserkreis", "16065")),
        (["--verfahren", "familiengerechter-kreis", "--name", "Kyffhäuserkreis"], "A-kyffhaeuserkreis-2026", ("kreis", "Kyffhäuserkreis", "16065")),
        (["--bezirk", "Lichtenberg", "--ags", "11000000"], "A-lichtenberg-2026", ("bezirk", "Lichtenberg", "11000000")),
        (["--verfahren", "generationengerechtes-wohnen", "--name", "Unterstadt", "--ags", "05334032"], "A-unterstadt-2026", ("quartier", "Unterstadt", "05334032")),
        (["--ags", "09162000", "--kennung", "A-muc-2026", "--stufe", "bilanzierung"], "A-muc-2026", ("gemeinde", "Landeshauptstadt München", "09162000")),
    ],
)  # fmt: skip
def test_a_new_akte_has_no_faults_and_no_warnings(
    tmp_path: Path, aufruf, worte: list[str], kennung: str, ort: tuple[str, str, str]
) -> None:
    ordner = tmp_path / "neu" / "akte"
    lauf = aufruf("init", ordner, *worte, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    assert dateien(ordner) == GRUND
    assert [(m.code, m.was) for m in pruefe(ordner)] == []
    gefunden = audit(ordner)
    assert gefunden.kennung == kennung
    schluessel = getattr(gefunden.ort, "ags", None) or getattr(gefunden.ort, "schluessel", None)
    assert (gefunden.ort.art, gefunden.ort.anzeigename, schluessel) == ort


@pytest.mark.parametrize(
    ("name", "art", "zeile"),
    [
        ("Landkreis München", "kreis", "Landkreis München, Bayern, Kreisschlüssel 09184"),
        ("Kreis Olpe", "kreis", "Kreis Olpe, Nordrhein-Westfalen, Kreisschlüssel 05966"),
        ("Städteregion Aachen", "kreis", "Städteregion Aachen, Nordrhein-Westfalen, Kreisschlüssel 05334"),
        ("Verbandsgemeinde Montabaur", "verband", "Verbandsgemeinde Montabaur, Rheinland-Pfalz, ARS 071435004000"),
        ("Samtgemeinde Gellersen", "verband", "Samtgemeinde Gellersen, Niedersachsen, ARS 033555404000"),
        ("Amt Wachsenburg", "gemeinde", "Amt Wachsenburg, Ilm-Kreis, Thüringen, 8001 Einwohner, AGS 16070028"),
        ("Kreisstadt Olpe", "gemeinde", "Olpe, Kreis Olpe, Nordrhein-Westfalen, 25 015 Einwohner, AGS 05966024"),
    ],
)  # fmt: skip
def test_a_name_that_says_kreis_is_no_town_and_the_first_line_says_which_place_it_is(
    tmp_path: Path, aufruf, name: str, art: str, zeile: str
) -> None:
    lauf = aufruf("init", tmp_path / "akte", "--name", name, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    gesagt = lauf.aus.partition("\nAngelegt:\n")[0].replace("\n", " ")
    assert gesagt == f"Angelegt für: {zeile}"
    gefunden = audit(tmp_path / "akte")
    assert gefunden.ort.art == art
    assert (gefunden.verfahren == "familiengerechter-kreis") == (art == "kreis")
    assert pruefe(tmp_path / "akte") == []


def test_what_the_register_knows_is_in_it(tmp_path: Path, aufruf) -> None:
    ordner = tmp_path / "akte"
    assert aufruf("init", ordner, "--name", "Stolberg", *TAG).code == 0
    ort = audit(ordner).ort
    assert (ort.art, ort.name, ort.land) == ("gemeinde", "Stolberg (Rhld.)", "Nordrhein-Westfalen")
    assert getattr(ort, "kreis", None) == "Städteregion Aachen"
    assert ort.einwohner
    assert ort.einwohner.anzahl == 56455
    assert ort.einwohner.quelle
    assert "Statistisches Bundesamt (Destatis), 2024" in (ordner / "audit.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["audit", "organisationseinheiten"])
def test_its_records_are_in_form_explained_and_every_waiting_line_fits(
    tmp_path: Path, aufruf, name: str
) -> None:
    ordner = tmp_path / "akte"
    aufruf("init", ordner, "--ags", "05334032", *TAG)
    raw = (ordner / f"{name}.yaml").read_bytes()
    assert formatted(raw) == raw
    assert raw.decode().splitlines()[0] == f"# yaml-language-server: $schema=.fgk/schemas/{name}.schema.json"
    moeglich = list(aufgedeckt(raw.decode()))
    assert len(moeglich) >= 8
    for eintrag in moeglich:
        (ordner / f"{name}.yaml").write_text(eintrag.text, encoding="utf-8")
        fehler = [(m.code, m.was) for m in pruefe(ordner) if m.severity is Severity.FEHLER]
        assert fehler == [], eintrag.name


def test_the_editor_finds_a_schema_for_every_kind(tmp_path: Path, aufruf) -> None:
    ordner = tmp_path / "akte"
    aufruf("init", ordner, "--ags", "05334032", *TAG)
    einstellungen = json.loads((ordner / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(einstellungen.values()) == {art.pfad.replace("{kennung}", "*") for art in ARTEN}
    for schema, muster in einstellungen.items():
        inhalt = json.loads((ordner / schema).read_text(encoding="utf-8"))
        for path in ordner.glob(muster):
            daten = read_yaml(path.read_bytes()).data
            assert not list(
                Draft202012Validator(inhalt).iter_errors(json.loads(json.dumps(daten, default=str)))
            )
    empfohlen = json.loads((ordner / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in empfohlen["recommendations"]


def test_the_readme_says_what_to_do_and_names_only_commands_that_exist(tmp_path: Path, aufruf) -> None:
    ordner = tmp_path / "akte"
    aufruf("init", ordner, "--ags", "05334032", "--jahr", "2024", *TAG)
    text = (ordner / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Kupferstadt Stolberg (Rhld.): Audit Familiengerechte Kommune\n")
    befehle = [zeile for zeile in text.splitlines() if zeile.startswith("fgk ")]
    assert len(befehle) == 11
    for befehl in befehle:
        assert aufruf(befehl.split()[1], "--help").code == 0
    assert "A-stolberg-2024" in text


@pytest.mark.parametrize(
    ("plattform", "datei"),
    [
        ("github", ".github/workflows/fgk.yml"),
        ("gitlab", ".gitlab-ci.yml"),
        ("forgejo", ".forgejo/workflows/fgk.yml"),
    ],
)
def test_a_pipeline_comes_along(tmp_path: Path, aufruf, plattform: str, datei: str) -> None:
    ordner = tmp_path / "akte"
    lauf = aufruf("init", ordner, "--ags", "05334032", "--ci", plattform, *TAG)
    assert lauf.code == 0
    assert dateien(ordner) == GRUND | {datei}
    assert (ordner / datei).read_bytes() == (WURZEL / "templates/ci" / plattform / datei).read_bytes()
    assert "Was für die CI einzurichten ist" in lauf.aus
    assert pruefe(ordner) == []


def test_in_a_repository_the_pipeline_lies_at_its_top(tmp_path: Path, aufruf) -> None:
    git(tmp_path, "init", "--quiet")
    lauf = aufruf("init", tmp_path / "akten/stolberg", "--ags", "05334032", "--ci", "github", *TAG)
    assert lauf.code == 0
    assert (tmp_path / ".github/workflows/fgk.yml").is_file()
    assert not (tmp_path / "akten/stolberg/.github").exists()
    assert "im obersten Ordner des Repositorys" in lauf.aus


def test_git_merges_its_records_by_fields(tmp_path: Path, aufruf) -> None:
    git(tmp_path, "init", "--quiet")
    aufruf("init", tmp_path / "akte", "--ags", "05334032", *TAG)
    for path in ("akte/audit.yaml", "akte/massnahmen/M-1.1.1.yaml"):
        assert git(tmp_path, "check-attr", "merge", path).strip().endswith("merge: fgk")
    (tmp_path / "akte/ausgabe").mkdir()
    (tmp_path / "akte/ausgabe/bericht.pdf").write_bytes(b"")
    assert "ausgabe" not in git(tmp_path, "status", "--porcelain", "--untracked-files=all")


def test_what_is_there_stays_and_what_is_missing_comes(tmp_path: Path, aufruf) -> None:
    ordner = shutil.copytree(BEISPIEL, tmp_path / "akte")
    (ordner / ".gitignore").write_bytes(b"eigenes/\r\nausgabe/\r\n")
    vorher = {name: (ordner / name).read_bytes() for name in dateien(ordner)}
    lauf = aufruf("init", ordner, *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    assert {name: (ordner / name).read_bytes() for name in vorher} == vorher
    assert dateien(ordner) == GRUND | set(vorher)
    _, angelegt, rest = lauf.aus.partition("Angelegt:\n")
    neu, _, alt = rest.partition("Schon da und nicht geändert:\n")
    assert angelegt
    assert ".editorconfig" in neu
    assert ".gitignore" not in neu
    assert ".gitignore\n" in alt
    assert "fehlen diese Zeilen; ergänzen Sie sie:\n  ~$*\n" in alt
    assert "  ausgabe/" not in alt
    nochmal = aufruf("init", ordner, *TAG)
    assert nochmal.aus.startswith("Es fehlt nichts; angelegt wurde nichts.")


def test_own_departments_stay_and_nothing_refers_to_ours(tmp_path: Path, aufruf) -> None:
    eigene = "organisationseinheiten:\n  - kennung: OE-1\n    name: Amt 1\n    art: amt\n"
    (tmp_path / "organisationseinheiten.yaml").write_text(eigene, encoding="utf-8")
    lauf = aufruf("init", tmp_path, "--ags", "05334032", *TAG)
    assert (lauf.code, lauf.fehler) == (0, "")
    assert (tmp_path / "organisationseinheiten.yaml").read_text(encoding="utf-8") == eigene
    assert pruefe(tmp_path) == []


def test_a_folder_with_other_files_keeps_them(tmp_path: Path, aufruf) -> None:
    (tmp_path / "README.md").write_text("Unser Ordner\n", encoding="utf-8")
    (tmp_path / "notizen").mkdir()
    lauf = aufruf("init", tmp_path, "--ags", "05334032", *TAG)
    assert lauf.code == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "Unser Ordner\n"
    assert dateien(tmp_path) == GRUND
    assert "steht in" not in lauf.aus
    assert "„fgk new ziel“" in lauf.aus.replace("\n", " ")


def test_the_next_command_can_be_copied_with_blanks_and_the_platform_in_any_case(
    tmp_path: Path, aufruf
) -> None:
    lauf = aufruf("init", tmp_path / "Akte (neu) ä", "--ags", "05334032", "--ci", "GitLab", *TAG)
    assert lauf.code == 0
    assert f'„fgk validate "{(tmp_path / "Akte (neu) ä").as_posix()}"“' in " ".join(lauf.aus.split("\n"))
    assert (tmp_path / "Akte (neu) ä/.gitlab-ci.yml").is_file()


@pytest.mark.parametrize(
    ("worte", "was", "tun"),
    [
        ([], "Es fehlt, für welchen Ort die Akte ist.", "--ags"),
        (["--name", "Neustadt"], "„Neustadt“ kann 17 Gemeinden meinen (Schlüssel, Name, Kreis, Land, Einwohner):\n    06534016  Neustadt (Hessen), Marburg-Biedenkopf, Hessen, 10 393\n", "--ags 06534016"),
        (["--name", "Stolbreg"], "Eine Gemeinde „Stolbreg“ gibt es im Verzeichnis nicht.", "05334032  Stolberg (Rhld.), Städteregion Aachen, Nordrhein-Westfalen, 56 455"),
        (["--name", " "], "Es fehlt, für welchen Ort die Akte ist.", "z. B. --name Stolberg"),
        (["--name", "()"], "Eine Gemeinde „()“ gibt es im Verzeichnis nicht.", "Prüfen Sie die Schreibweise"),
        (["--name", "Xqzwv"], "Eine Gemeinde „Xqzwv“ gibt es im Verzeichnis nicht.", "Prüfen Sie die Schreibweise"),
        (["--ags", "05334099"], "Eine Gemeinde mit dem Schlüssel 05334099 gibt es im Verzeichnis nicht.", "auch --name"),
        (["--ags", "5334032"], "„5334032“ passt nicht zu --ags", "Nennen Sie --ags 05334032."),
        (["--ags", "534032"], "„534032“ passt nicht zu --ags.", "acht Ziffern, z. B. 05334032"),
        (["--name", "Siegen-Wittgenstein"], "Eine Gemeinde „Siegen-Wittgenstein“ gibt es im Verzeichnis nicht.", "--kreis-schluessel 05970:\n    05970  Kreis Siegen-Wittgenstein, Nordrhein-Westfalen"),
        (["--name", "Gellersen"], "Eine Gemeinde „Gellersen“ gibt es im Verzeichnis nicht.", "--ars 033555404000"),
        (["--name", "Landkreis Nirgendwo"], "Einen Kreis „Landkreis Nirgendwo“ gibt es im Verzeichnis nicht.", "→"),
        (["--name", "Verbandsgemeinde Nirgendwo"], "Einen Verband „Verbandsgemeinde Nirgendwo“ gibt es im Verzeichnis nicht.", "--ars"),
        (["--name", "Landkreis München", "--verfahren", "familiengerechte-kommune"], "Ein Kreis passt nicht zu diesem Verfahren.", "fgk init --kreis-schluessel 09184"),
        (["--ags", "05334032", "--jahr", "24"], "„24“ ist kein Jahr, in dem ein Audit beginnt.", "vier Ziffern"),
        (["--ags", "05334032", "--name", "Aachen"], "Der Schlüssel 05334032 gehört zu Stolberg (Rhld.)", "nur den Schlüssel oder nur den Namen"),
        (["--kreis-schluessel", "99000"], "Einen Kreis mit dem Schlüssel 99000 gibt es im Verzeichnis nicht.", "fünf Ziffern"),
        (["--verfahren", "familiengerechter-kreis", "--name", "Aachen"], "Einen Kreis „Aachen“ gibt es im Verzeichnis nicht.", "Städteregion Aachen"),
        (["--verfahren", "familiengerechter-kreis"], "Es fehlt, für welchen Kreis die Akte ist.", "--kreis-schluessel"),
        (["--verfahren", "familiengerechte-kommune", "--kreis-schluessel", "05334"], "Ein Kreis passt nicht zu diesem Verfahren.", "familiengerechter-kreis"),
        (["--verfahren", "generationengerechtes-wohnen", "--name", "Unterstadt"], "Zu einem Quartier gehören sein Name und der Schlüssel der Gemeinde.", "--ags"),
        (["--ars", "000000000000"], "Einen Verband mit dem Schlüssel 000000000000 gibt es im Verzeichnis nicht.", "zwölf Ziffern"),
        (["--ars", "053340032032"], "Der Schlüssel 053340032032 gehört zur Gemeinde Stolberg (Rhld.).", "--ags 05334032"),
        (["--ags", "05334032", "--verfahren", "audit"], "Ein Verfahren „audit“ gibt es nicht.", "familiengerechte-kommune"),
        (["--ags", "05334032", "--bezirk", "S\udcfcd"], "ist kein Text in UTF-8", "UTF-8"),
        (["--ags", "05334032", "--stufe", "zwei"], "Eine Stufe „zwei“ gibt es nicht.", "grund, bilanzierung, erhaltung"),
        (["--ags", "05334032", "--ci", "jenkins"], "Für „jenkins“ bringt fgk keine CI-Datei mit.", "forgejo, github, gitlab"),
        (["--ags", "05334032", "--kennung", "Stolberg"], "„Stolberg“ passt nicht zu --kennung.", "A-stolberg-2016"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(
    tmp_path: Path, aufruf, worte: list[str], was: str, tun: str
) -> None:
    lauf = aufruf("init", tmp_path / "akte", *worte, *TAG)
    assert lauf.code == 2
    assert was in lauf.fehler
    assert tun in lauf.fehler
    assert list(tmp_path.iterdir()) == []


def test_an_akte_takes_no_other_place(tmp_path: Path, aufruf) -> None:
    aufruf("init", tmp_path, "--ags", "05334032", *TAG)
    lauf = aufruf("init", tmp_path, "--ags", "05334002")
    assert lauf.code == 2
    assert "liegt schon eine Akte" in lauf.fehler
    assert audit(tmp_path).kennung == "A-stolberg-2026"


def test_an_akte_does_not_lie_in_another(tmp_path: Path, aufruf) -> None:
    aufruf("init", tmp_path, "--ags", "05334032", *TAG)
    lauf = aufruf("init", tmp_path / "massnahmen", "--ags", "05334002")
    assert lauf.code == 2
    assert "neben die alte, nicht hinein" in lauf.fehler


def test_a_file_in_the_way_is_a_sentence(tmp_path: Path, aufruf) -> None:
    (tmp_path / "akte").write_text("eine Datei", encoding="utf-8")
    lauf = aufruf("init", tmp_path / "akte", "--ags", "05334032")
    assert lauf.code == 2
    assert "ist eine Datei und kein Ordner" in lauf.fehler
    lauf = aufruf("init", tmp_path / "akte/drin", "--ags", "05334032")
    assert lauf.code == 2
    assert "ein Teil des Pfads ist eine Datei" in lauf.fehler
    (tmp_path / "frei").mkdir()
    (tmp_path / "frei/.vscode").write_text("eine Datei", encoding="utf-8")
    lauf = aufruf("init", tmp_path / "frei", "--ags", "05334032")
    assert lauf.code == 2
    assert dateien(tmp_path / "frei") == {".vscode"}


def test_a_locked_folder_is_a_sentence(offener_ordner: Path, aufruf) -> None:
    offener_ordner.chmod(0o555)
    with ohne_vorrechte():
        lauf = aufruf("init", offener_ordner / "akte", "--ags", "05334032")
    assert lauf.code == 2
    assert "lässt sich nicht anlegen (keine Berechtigung)" in lauf.fehler
    assert list(offener_ordner.iterdir()) == []


def test_on_a_terminal_each_choice_has_a_line(tmp_path: Path) -> None:
    worte = ["--name", "Neustadt", "--verfahren", "familiengerechte-kommune"]
    lauf = am_terminal("init", "akte", *worte, antworten=[], cwd=tmp_path)
    assert lauf.code == 2
    zeilen = [zeile.strip() for zeile in lauf.aus.splitlines()]
    assert "06534016  Neustadt (Hessen), Marburg-Biedenkopf, Hessen, 10 393" in zeilen
    assert "09273152  Neustadt a.d.Donau, Kelheim, Bayern, 14 714" in zeilen


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    lauf = am_terminal("init", "akte", cwd=tmp_path, antworten=["", "Neustadt", "05334032", "2", "", "2016"])
    assert lauf.code == 0, lauf.aus
    assert "Welches Verfahren?" in lauf.aus
    assert "„Neustadt“ kann 17 Gemeinden meinen" in lauf.aus
    gefunden = audit(tmp_path / "akte")
    assert (gefunden.kennung, gefunden.stufe) == ("A-stolberg-2016", "bilanzierung")


def test_on_a_terminal_it_asks_for_a_quarter(tmp_path: Path) -> None:
    lauf = am_terminal("init", cwd=tmp_path, antworten=["3", "Unterstadt", "Stolberg", "", "2026"])
    assert lauf.code == 0, lauf.aus
    gefunden = audit(tmp_path)
    assert (gefunden.ort.art, gefunden.ort.name, gefunden.stufe) == ("quartier", "Unterstadt", "grund")


def test_on_a_terminal_the_number_of_a_choice_or_its_key_is_an_answer(tmp_path: Path) -> None:
    lauf = am_terminal("init", "eins", cwd=tmp_path, antworten=["", "Neustadt", "2", "", "2016"])
    assert lauf.code == 0, lauf.aus
    assert "\n   2  07138044  Neustadt (Wied)" in lauf.aus
    lauf = am_terminal("init", "zwei", cwd=tmp_path, antworten=["", "Neustadt", "--ags 07138044", "", "2016"])
    assert lauf.code == 0, lauf.aus
    for name in ("eins", "zwei"):
        assert getattr(audit(tmp_path / name).ort, "ags", None) == "07138044"


def test_on_a_terminal_a_kreis_is_not_taken_for_a_town(tmp_path: Path) -> None:
    lauf = am_terminal("init", "akte", cwd=tmp_path, antworten=["", "Landkreis Olpe", "Wenden", "2", "", ""])
    assert "fgk init --kreis-schluessel 05966" in lauf.aus
    lauf = am_terminal("init", "kreis", cwd=tmp_path, antworten=["2", "Landkreis Olpe", "", "2016"])
    assert lauf.code == 0, lauf.aus
    assert audit(tmp_path / "kreis").ort.art == "kreis"


@pytest.mark.parametrize(("antwort", "wo"), [("", "kommune-kreuztal"), (".", "."), ("neu", "neu")])
def test_on_a_terminal_a_folder_with_other_things_is_not_filled_unasked(
    tmp_path: Path, antwort: str, wo: str
) -> None:
    (tmp_path / "brief.txt").write_text("x", encoding="utf-8")
    lauf = am_terminal("init", "--name", "Kreuztal", cwd=tmp_path, antworten=[antwort, "", "", "2024"])
    assert lauf.code == 0, lauf.aus
    assert "In diesem Ordner liegt schon etwas (brief.txt)." in lauf.aus
    assert audit(tmp_path / wo).kennung == "A-kreuztal-2024"

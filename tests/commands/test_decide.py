"""fgk decide: what the council decided is bound, or somebody is told why not; nothing in between."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from beschluesse import DATEIEN, M2, beschluss
from hilfen import Aufruf, Ergebnis, lege_an, ohne_vorrechte, pruefe
from repos import Repo

from fgk.checking import hindernisse
from fgk.reading.reader import read_yaml

DATEI = "beschluesse/B-2024-01.yaml"
#: of the Akte in beschluesse.py
ZEICHEN = "7SAZ-85NR-DMS8-MCDD-P"
Anlegen = Callable[..., Path]


@pytest.fixture
def ordner(akte: Anlegen) -> Path:
    return akte(DATEIEN)


def alles(ordner: Path) -> dict[str, bytes]:
    return {str(p.relative_to(ordner)): p.read_bytes() for p in ordner.rglob("*") if p.is_file()}


def entscheide(aufruf: Aufruf, ordner: Path, *worte: str | Path, kennung: str = "B-2024-01") -> Ergebnis:
    return aufruf("decide", kennung, ordner, "--stichtag", "2026-01-31", *worte)


def festlegung(ordner: Path, datei: str = DATEI) -> dict[str, object]:
    gelesen: dict[str, object] = read_yaml((ordner / datei).read_bytes()).data["festlegung"]
    return gelesen


def test_it_binds_what_the_council_saw(aufruf: Aufruf, ordner: Path) -> None:
    before = alles(ordner)
    ergebnis = entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN.lower().replace("-", ""))
    assert ergebnis == Ergebnis(
        0,
        "B-2024-01 ist festgelegt: Zielvereinbarung\n"
        "  Rat, 15.02.2024: unverändert beschlossen\n"
        "  gebunden: Zielvereinbarung ZV-2024, Ziel Z-1.1, 2 Maßnahmen\n"
        f"  Prüfzeichen: {ZEICHEN}\n"
        f"geschrieben: {ordner}/{DATEI}\n"
        "Der Inhalt ist der aus der Vorlage: Das Prüfzeichen stimmt überein.\n"
        "Maßgeblich ist die Niederschrift.\n",
        "",
    )
    after = alles(ordner)
    assert after.pop(DATEI).startswith(before.pop(DATEI) + b"festlegung:\n  profil: fgk1\n  felder:\n")
    assert after == before
    assert festlegung(ordner)["pruefzeichen"] == ZEICHEN
    assert hindernisse(pruefe(ordner)) == []


def test_a_comparison_shows_the_pruefzeichen_and_not_every_digest(
    aufruf: Aufruf, ordner: Path, tmp_path: Path
) -> None:
    damals = lege_an(tmp_path / "damals", DATEIEN)
    assert entscheide(aufruf, ordner).code == 0
    aus = aufruf("diff", damals, ordner).aus
    assert (
        f"    Festlegung › Prüfzeichen: – → {ZEICHEN}\n    Festlegung › Einträge: – → 4 Prüfsummen\n" in aus
    )
    assert "fgk1:" not in aus
    bekannt = lege_an(tmp_path / "bekannt", {DATEI: (ordner / DATEI).read_bytes()} | {k: v for k, v in DATEIEN.items() if k != DATEI})  # fmt: skip
    text = (ordner / DATEI).read_text(encoding="utf-8")
    summe = text.partition("M-1.1.2: fgk1:")[2][:64]
    falsch = text.replace(summe, "0" * 64).replace("kooperationspartner, ", "")
    (ordner / DATEI).write_text(falsch, encoding="utf-8")
    aus = aufruf("diff", bekannt, ordner).aus
    assert "Einträge: 1 Prüfsumme → 1 andere Prüfsumme" in aus
    assert "Felder „massnahme“" in aus


def test_without_the_paper_it_says_that_nothing_was_compared(aufruf: Aufruf, ordner: Path) -> None:
    ergebnis = entscheide(aufruf, ordner)
    assert ergebnis.code == 0
    assert "Der Inhalt wurde nicht mit der Vorlage verglichen, weil --pruefzeichen fehlt." in ergebnis.aus


def test_other_content_is_refused_and_nothing_written(aufruf: Aufruf, akte: Anlegen, tmp_path: Path) -> None:
    damals = lege_an(tmp_path / "damals", DATEIEN)
    ordner = akte(DATEIEN | {"massnahmen/M-1.1.2.yaml": M2.replace("2025-06-30", "2026-06-30")})
    before = alles(ordner)
    ergebnis = entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN)
    assert (ergebnis.code, ergebnis.aus) == (1, "")
    assert "Nichts festgelegt: Der Inhalt ist nicht mehr der aus der Vorlage zu B-2024-01." in ergebnis.fehler
    assert f"Prüfzeichen der Vorlage: {ZEICHEN}" in ergebnis.fehler
    assert "ist hier nicht bekannt" in ergebnis.fehler
    mit = entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN, "--vorlage", damals)
    assert mit.code == 1
    assert "  M-1.1.2 (massnahmen/M-1.1.2.yaml):\n    Ende: 30.06.2025 → 30.06.2026\n" in mit.fehler
    assert alles(ordner) == before


def test_git_knows_what_the_paper_was_made_of(aufruf: Aufruf, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo")
    ordner = lege_an(repo.ordner / "akte", DATEIEN)
    vorlage = repo.commit("Vorlage")
    repo.commit("Frist", {"akte/massnahmen/M-1.1.2.yaml": M2.replace("2025-06-30", "2026-06-30")})
    repo.lege({"akte/massnahmen/M-1.1.2.yaml": M2.replace("2025-06-30", "2027-06-30")})
    ergebnis = entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN)
    assert ergebnis.code == 1
    assert (
        f"Seit der Vorlage geändert (Stand der Vorlage: Commit {vorlage[:8]} vom 01.03.2024):\n"
        "  M-1.1.2 (massnahmen/M-1.1.2.yaml):\n    Ende: 30.06.2025 → 30.06.2027\n"
    ) in ergebnis.fehler
    ergebnis = entscheide(aufruf, ordner, "--pruefzeichen", "0000-0000-0000-0000-0")
    assert "ist hier nicht bekannt" in ergebnis.fehler


def test_the_wrong_earlier_akte_is_told(aufruf: Aufruf, akte: Anlegen) -> None:
    ordner = akte(DATEIEN | {"massnahmen/M-1.1.2.yaml": M2 + "text: Neu\n"})
    ergebnis = entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN, "--vorlage", ordner)
    assert ergebnis.code == 2
    assert f"hat nicht das Prüfzeichen {ZEICHEN}." in ergebnis.fehler


def test_changed_and_adopted_records_both(aufruf: Aufruf, akte: Anlegen, tmp_path: Path) -> None:
    damals = lege_an(tmp_path / "damals", DATEIEN)
    ordner = akte(
        DATEIEN
        | {
            "massnahmen/M-1.1.2.yaml": M2 + "text: Alle zwei Jahre\n",
            DATEI: beschluss("ZV-2024", ergebnis="geaendert"),
        }
    )
    ergebnis = entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN, "--geaendert", "--vorlage", damals)
    assert ergebnis.code == 0
    assert f"  Prüfzeichen der Vorlage: {ZEICHEN}\n" in ergebnis.aus
    assert (
        f"Seit der Vorlage geändert (Stand der Vorlage: „{damals}“):\n  M-1.1.2 (massnahmen" in ergebnis.aus
    )
    assert "    Text: leer → „Alle zwei Jahre“\n" in ergebnis.aus
    geschrieben = festlegung(ordner)
    assert geschrieben["pruefzeichen_vorlage"] == ZEICHEN
    assert geschrieben["pruefzeichen"] != ZEICHEN


def test_changed_without_the_earlier_akte_says_how_to_see_the_difference(
    aufruf: Aufruf, akte: Anlegen
) -> None:
    ordner = akte(
        DATEIEN
        | {"massnahmen/M-1.1.2.yaml": M2 + "text: Neu\n", DATEI: beschluss("ZV-2024", punkt="geaendert")}
    )
    ergebnis = entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN, "--geaendert")
    assert ergebnis.code == 0
    assert "oder mit --vorlage und dem Ordner der damaligen Akte." in ergebnis.aus


@pytest.mark.parametrize(
    ("text", "worte", "was"),
    [
        (beschluss("ZV-2024", ergebnis=None), [], "Vom entscheidenden Gremium fehlt das Ergebnis."),
        (beschluss("ZV-2024", ergebnis="abgelehnt"), [], "Er wurde zuletzt abgelehnt."),
        (beschluss("ZV-2024", ergebnis="vertagt"), [], "Er wurde zuletzt vertagt."),
        (beschluss("ZV-2024", rolle="empfehlung"), [], "Bisher haben nur vorberatende Gremien beraten."),
        (beschluss("ZV-2024").replace("    datum: 2024-02-15\n", ""), [], "fehlt der Tag, an dem entschieden wurde."),
        (beschluss("ZV-2024").replace("2024-02-15", '"2027"'), [], "liegt in der Zukunft."),
        (beschluss("OE-10"), [], "betrifft nichts, was festgelegt werden kann."),
        (beschluss("ZV-2024", punkt="abgelehnt"), [], "betrifft nichts, was festgelegt werden kann."),
        (beschluss("ZV-2024"), ["--geaendert"], "Zu --geaendert fehlt das Prüfzeichen der Vorlage."),
        (beschluss("ZV-2024"), ["--geaendert", "--pruefzeichen", ZEICHEN], "Der Inhalt ist noch der aus der Vorlage"),
        (
            beschluss("ZV-2024"),
            ["--geaendert", "--pruefzeichen", "0000-0000-0000-0000-0"],
            "steht nicht, dass geändert beschlossen wurde.",
        ),
        (beschluss("ZV-2024"), ["--pruefzeichen", "0000-0000-0000-0000-1"], "ist verschrieben"),
        (beschluss("ZV-2024"), ["--vorlage", "."], "Zu --vorlage fehlt das Prüfzeichen der Vorlage."),
        (beschluss("ZV-2024"), ["--gremium", "Rat"], "Den Beschluss B-2024-01 gibt es schon in der Akte."),
    ],
)  # fmt: skip
def test_what_is_no_decision_binds_nothing(
    aufruf: Aufruf, akte: Anlegen, text: str, worte: list[str], was: str
) -> None:
    ordner = akte(DATEIEN | {DATEI: text})
    before = alles(ordner)
    ergebnis = entscheide(aufruf, ordner, *worte)
    assert ergebnis.code == 2
    assert was in ergebnis.fehler
    assert "\n  → " in ergebnis.fehler
    assert alles(ordner) == before


def test_a_word_that_was_changed_only_in_the_decision_needs_no_option(aufruf: Aufruf, akte: Anlegen) -> None:
    ordner = akte(DATEIEN | {DATEI: beschluss("ZV-2024", ergebnis="geaendert")})
    assert entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN).code == 0
    assert "pruefzeichen_vorlage" not in festlegung(ordner)


def test_what_is_bound_is_not_bound_again(aufruf: Aufruf, ordner: Path) -> None:
    assert entscheide(aufruf, ordner).code == 0
    before = alles(ordner)
    ergebnis = entscheide(aufruf, ordner)
    assert ergebnis.code == 2
    assert (
        f"ist schon festgelegt (Prüfzeichen {ZEICHEN}); der Inhalt ist seither derselbe." in ergebnis.fehler
    )
    assert alles(ordner) == before
    (ordner / "massnahmen/M-1.1.2.yaml").write_text(M2 + "text: Neu\n", encoding="utf-8")
    ergebnis = entscheide(aufruf, ordner)
    assert "der Inhalt ist seither geändert worden." in ergebnis.fehler
    assert "„aendert: [B-2024-01]“" in ergebnis.fehler


def test_an_amendment_names_what_it_amends(aufruf: Aufruf, ordner: Path) -> None:
    assert entscheide(aufruf, ordner).code == 0
    (ordner / "massnahmen/M-1.1.2.yaml").write_text(M2 + "text: Neu\n", encoding="utf-8")
    neu = ordner / "beschluesse/B-2025-01.yaml"
    ohne = beschluss("M-1.1.2", kennung="B-2025-01", art="aenderung")
    neu.write_text(ohne, encoding="utf-8")
    ergebnis = entscheide(aufruf, ordner, kennung="B-2025-01")
    assert ergebnis.code == 2
    assert "Ein früherer Beschluss legt etwas anderes fest (B-2024-01: M-1.1.2)." in ergebnis.fehler
    assert neu.read_text(encoding="utf-8") == ohne
    neu.write_text(ohne + "aendert: [B-2024-01]\n", encoding="utf-8")
    ergebnis = entscheide(aufruf, ordner, kennung="B-2025-01")
    assert ergebnis.code == 0
    assert "  gebunden: Maßnahme M-1.1.2\n" in ergebnis.aus


def test_a_report_is_fixed_as_it_was_presented(aufruf: Aufruf, akte: Anlegen) -> None:
    text = beschluss("J-2024", art="jahresbericht", rolle="kenntnisnahme", ergebnis="zur_kenntnis")
    ordner = akte(DATEIEN | {DATEI: text})
    ergebnis = entscheide(aufruf, ordner)
    assert ergebnis.code == 0
    assert "  zur Kenntnis, festgehalten: Jahresbericht J-2024\n" in ergebnis.aus
    assert "gebunden" not in ergebnis.aus
    assert list(festlegung(ordner)["eintraege"]) == ["J-2024"]  # type: ignore[call-overload]


def test_faults_of_the_akte_are_shown_and_nothing_is_bound(aufruf: Aufruf, akte: Anlegen) -> None:
    ordner = akte(DATEIEN | {"massnahmen/M-1.1.2.yaml": M2 + "prioritaet: sehr hoch\n"})
    before = alles(ordner)
    ergebnis = entscheide(aufruf, ordner)
    assert ergebnis.code == 1
    assert "FGK013" in ergebnis.fehler
    assert "Nichts festgelegt: 1 Fehler.\n  → Beheben Sie die Fehler" in ergebnis.fehler
    assert alles(ordner) == before


def test_a_file_with_windows_line_ends_and_without_a_last_one_keeps_them(
    aufruf: Aufruf, akte: Anlegen
) -> None:
    raw = b"\xef\xbb\xbf# Kopf\r\n" + beschluss("ZV-2024").replace("\n", "\r\n").encode().rstrip()
    ordner = akte(DATEIEN | {DATEI: raw})
    assert entscheide(aufruf, ordner, "--pruefzeichen", ZEICHEN).code == 0
    after = (ordner / DATEI).read_bytes()
    assert after.startswith(raw + b"\r\nfestlegung:\r\n")
    assert after.replace(b"\r\n", b"").count(b"\n") == 0


IN_KLAMMERN = (
    b"{kennung: B-2024-01, titel: x, art: zielvereinbarung, beratungen: [{gremium: Rat, rolle: entscheidung, "
    b"datum: 2024-02-15, ergebnis: angenommen}], beschlusspunkte: [{nummer: 1, text: x, betrifft: [{kennung: "
    b"ZV-2024}]}]}\n"
)


@pytest.mark.parametrize(
    ("inhalt", "was"),
    [
        (
            IN_KLAMMERN,
            "Sie ist in geschweiften Klammern geschrieben",
        ),
        (b"", "FGK015"),
        (b"\xff\xfe\x00", "FGK001"),
        (b"kennung: B-2024-01\nkennung: B-2024-01\n", "FGK004"),
        (b"a: &a [*a]\n", "FGK005"),
        (b"[" * 5000, "FGK007"),
        (b"x" * (1024 * 1024 + 10), "FGK006"),
        (beschluss("ZV-2024").replace("B-2024-01", "B-2024-02").encode(), "FGK101"),
        ((beschluss("ZV-2024") + "festlegung: x\n").encode(), "FGK012"),
        ((beschluss("ZV-2024") + "festlegung:\n  eintraege:\n    A-1: fgk1:0\n").encode(), "„A-1“ hat nicht die richtige Form"),
        ((beschluss("ZV-2024") + "aendert: [B-2023-09]\n").encode(), "FGK204"),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_in_sentences(
    aufruf: Aufruf, akte: Anlegen, inhalt: bytes, was: str
) -> None:
    ordner = akte(DATEIEN | {DATEI: inhalt})
    before = alles(ordner)
    ergebnis = entscheide(aufruf, ordner)
    assert ergebnis.code in (1, 2)
    assert was in ergebnis.fehler
    assert "Traceback" not in ergebnis.fehler
    assert alles(ordner) == before


@pytest.mark.parametrize(
    "kennung", ["", "B-1", "../../etc", "Z-1.1", "beschluesse/B-2024-01.yaml", "B-2024-01\n", "ÄÖ"]
)
def test_what_is_no_kennung_of_a_decision_is_told(aufruf: Aufruf, ordner: Path, kennung: str) -> None:
    ergebnis = entscheide(aufruf, ordner, kennung=kennung)
    assert ergebnis.code == 2
    assert "ist keine Kennung eines Beschlusses." in ergebnis.fehler


def test_a_folder_or_link_in_place_of_the_file_is_told(aufruf: Aufruf, ordner: Path, tmp_path: Path) -> None:
    (ordner / DATEI).unlink()
    (ordner / DATEI).mkdir()
    assert "Hier liegt ein Ordner" in entscheide(aufruf, ordner).fehler
    (ordner / DATEI).rmdir()
    (tmp_path / "x.yaml").write_text(beschluss("ZV-2024"), encoding="utf-8")
    (ordner / DATEI).symlink_to(tmp_path / "x.yaml")
    ergebnis = entscheide(aufruf, ordner)
    assert ergebnis.code == 2
    assert "Verknüpfung, die aus der Akte hinausführt" in ergebnis.fehler
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == beschluss("ZV-2024")


@pytest.fixture
def gesperrt(offener_ordner: Path) -> Iterator[Path]:
    ordner = lege_an(offener_ordner / "akte", DATEIEN)
    (ordner / DATEI).chmod(0o444)
    yield ordner
    (ordner / DATEI).chmod(0o644)


def test_a_protected_file_is_told(aufruf: Aufruf, gesperrt: Path) -> None:
    with ohne_vorrechte():
        ergebnis = entscheide(aufruf, gesperrt)
    assert ergebnis.code == 2
    assert "ist schreibgeschützt" in ergebnis.fehler


NEU = ("--gremium", "Rat", "--datum", "2024-02-15", "--ergebnis", "unveraendert")


@pytest.fixture
def ohne(akte: Anlegen) -> Path:
    return akte({name: text for name, text in DATEIEN.items() if name != DATEI})


def test_a_new_decision_is_put_on_file(aufruf: Aufruf, ohne: Path) -> None:
    ergebnis = entscheide(aufruf, ohne, *NEU, "--abstimmung", "20:3:1", "--pruefzeichen", ZEICHEN)
    assert ergebnis.code == 0, ergebnis.fehler
    kopf = (ohne / DATEI).read_text(encoding="utf-8").partition("festlegung:")[0]
    assert kopf == (
        "kennung: B-2024-01\ntitel: Zielvereinbarung ZV-2024\nart: zielvereinbarung\nberatungen:\n  - gremium: Rat\n"
        "    datum: 2024-02-15\n    rolle: entscheidung\n    ergebnis: unveraendert\n    abstimmung:\n"
        "      art: mehrheitlich\n      ja: 20\n      nein: 3\n      enthaltungen: 1\nbeschlusspunkte:\n"
        "  - nummer: 1\n    text: Die Zielvereinbarung ZV-2024 wird beschlossen.\n    betrifft:\n"
        "      - kennung: ZV-2024\n"
    )


def test_a_new_decision_that_records_already_name_can_be_put_on_file(aufruf: Aufruf, ohne: Path) -> None:
    with (ohne / "zielvereinbarung.yaml").open("a", encoding="utf-8") as datei:
        datei.write("beschluss: B-2024-01\n")
    assert entscheide(aufruf, ohne, *NEU).code == 0


def test_a_new_kenntnisnahme_is_put_on_file(aufruf: Aufruf, ohne: Path) -> None:
    worte = ("--gremium", "Rat der Stadt: Sitzung", "--datum", "2025-02-15", "--ergebnis", "zur_kenntnis")
    ergebnis = entscheide(aufruf, ohne, *worte, "--betrifft", "J-2024", "--abstimmung", "einstimmig")
    assert ergebnis.code == 0, ergebnis.fehler
    text = (ohne / DATEI).read_text(encoding="utf-8")
    assert "art: jahresbericht\n" in text
    assert '  - gremium: "Rat der Stadt: Sitzung"\n' in text
    assert "    rolle: kenntnisnahme\n" in text
    assert "    text: Der Jahresbericht 2024 wird zur Kenntnis genommen.\n" in text


@pytest.mark.parametrize(
    ("worte", "was"),
    [
        ((), "Den Beschluss B-2024-01 gibt es noch nicht."),
        (("--gremium", "Rat"), "fehlt --ergebnis."),
        (("--gremium", " ", *NEU[2:]), "fehlt --gremium."),
        ((*NEU[:2], *NEU[4:]), "fehlt --datum."),
        ((*NEU[:2], "--datum", "15.02.2024", *NEU[4:]), "„15.02.2024“ ist kein Tag."),
        ((*NEU[:2], "--datum", "2024-02-30", *NEU[4:]), "„2024-02-30“ ist kein Tag."),
        ((*NEU[:4], "--ergebnis", "vertagt"), "„vertagt“ ist kein Ergebnis, mit dem etwas festgelegt wird."),
        ((*NEU[:4], "--ergebnis", "ja"), "Ein Ergebnis „ja“ gibt es nicht."),
        ((*NEU, "--abstimmung", "laut"), "„laut“ ist keine Art der Abstimmung."),
        ((*NEU, "--betrifft", "OE-10"), "„OE-10“ lässt sich nicht festlegen."),
    ],
)
def test_what_a_new_decision_lacks_is_told(
    aufruf: Aufruf, ohne: Path, worte: tuple[str, ...], was: str
) -> None:
    ergebnis = entscheide(aufruf, ohne, *worte)
    assert ergebnis.code == 2
    assert was in ergebnis.fehler
    assert not (ohne / DATEI).exists()


@pytest.mark.parametrize(
    ("worte", "was"),
    [
        ((*NEU, "--betrifft", "Z-9.9"), "FGK222"),
        (("--gremium", "Rat\x07", *NEU[2:]), "FGK002"),
    ],
)
def test_a_new_decision_with_faults_is_not_put_on_file(
    aufruf: Aufruf, ohne: Path, worte: tuple[str, ...], was: str
) -> None:
    ergebnis = entscheide(aufruf, ohne, *worte)
    assert ergebnis.code == 1
    assert was in ergebnis.fehler
    assert not (ohne / DATEI).exists()


def test_without_an_agreement_there_is_nothing_to_adopt(aufruf: Aufruf, akte: Anlegen) -> None:
    ergebnis = entscheide(aufruf, akte(), *NEU)
    assert ergebnis.code == 2
    assert "hat keine (fehlerfreie) zielvereinbarung.yaml" in ergebnis.fehler


def test_a_decision_on_taking_part_needs_nothing_more(aufruf: Aufruf, akte: Anlegen) -> None:
    text = beschluss("OE-10").replace("art: zielvereinbarung", "art: teilnahme")
    ergebnis = entscheide(aufruf, akte(DATEIEN | {DATEI: text}))
    assert ergebnis.code == 2
    assert "Es ist nichts zu tun: Bei einem solchen Beschluss genügt das Ergebnis" in ergebnis.fehler

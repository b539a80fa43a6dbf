"""Templates of the municipality: they extend ours, are checked, and cannot do what a template must not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import WURZEL, Aufruf

from fgk.templating import sandbox

TAG = ("--stichtag", "2024-06-30")
KLEIN = WURZEL / "tests" / "akten" / "klein"
EIGENE = "vorlagen/zielvereinbarung.md.j2"
KOPF = '{% extends "fgk/zielvereinbarung.md.j2" %}\n'


@pytest.fixture
def rendere(aufruf: Aufruf, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    def gerendert(dateien: dict[str, str | bytes]) -> tuple[int, str, str]:
        import shutil

        akte = tmp_path / "ws" / "akte"
        shutil.copytree(KLEIN, akte, dirs_exist_ok=True)
        for name, inhalt in dateien.items():
            ziel = akte / name
            ziel.parent.mkdir(parents=True, exist_ok=True)
            ziel.write_bytes(inhalt if isinstance(inhalt, bytes) else inhalt.encode())
        aus = tmp_path / "aus"
        ergebnis = aufruf("render", "zielvereinbarung", akte, "--format", "md", "--entwurf", "-o", aus, *TAG)
        texte = "".join(path.read_text(encoding="utf-8") for path in aus.glob("*.md")) if aus.exists() else ""
        return ergebnis.code, texte, ergebnis.fehler

    return gerendert


def test_one_section_is_replaced_and_the_rest_is_ours(rendere) -> None:
    ohne = rendere({})[1]
    eigene = (
        KOPF
        + "{% block praeambel %}\n## Geleitwort\n\n{{ sicht.ort }} *grüßt*.\n\n{{ super() }}\n{% endblock %}\n"
    )
    code, mit, _ = rendere({EIGENE: eigene})
    assert code == 0
    assert "## Geleitwort" in mit
    assert "*grüßt*" in mit
    assert "## Präambel" in mit
    assert mit.count("## Handlungsfeld") == ohne.count("## Handlungsfeld") > 0


def test_a_macro_of_ours_can_be_replaced_alone(rendere) -> None:
    makros = (
        (WURZEL / "templates" / "makros.md.j2").read_text(encoding="utf-8").replace("(Muster)", "(erfunden)")
    )
    assert "Herausgeber: " in rendere({"vorlagen/makros.md.j2": makros})[1]


def test_the_workspace_has_templates_for_all_its_akten(rendere, tmp_path: Path) -> None:
    (tmp_path / "ws" / "vorlagen").mkdir(parents=True)
    (tmp_path / "ws" / "fgk.yaml").touch()
    eigene = KOPF + "{% block praeambel %}\n## Aus dem Verein\n{% endblock %}\n"
    (tmp_path / "ws" / EIGENE).write_text(eigene, encoding="utf-8")
    assert "## Aus dem Verein" in rendere({})[1]
    assert "## Aus der Stadt" in rendere({EIGENE: eigene.replace("dem Verein", "der Stadt")})[1]


@pytest.mark.parametrize(
    ("vorlage", "worte"),
    [
        (
            KOPF + "{% block praeambel %}\n\n{{ sichd.ort }}\n{% endblock %}",
            ["Zeile 4", "„sichd“ gibt es hier nicht"],
        ),
        (
            KOPF + "\n{% block preambel %}x{% endblock %}",
            ["Zeile 3", "Den Block „preambel“ gibt es in", "erschiene nie"],
        ),
        (KOPF + "{% block praeambel %}{{ sicht.ort|e }}{% endblock %}", ["Zeile 2", "ist für HTML"]),
        (KOPF + "{% block praeambel %}{{ 'a' ~ 'b' }}{% endblock %}", ["Zeile 2", "Verkettung mit ~"]),
        (KOPF + "{% block praeambel %}{% if %}{% endblock %}", ["Zeile 2", "Vor „%}“ fehlt ein Ausdruck"]),
        (KOPF + "{% block praeambel %}{% fro x in y %}{% endblock %}", ["Zeile 2", "Einen Befehl „fro“"]),
        (KOPF + "{% block praeambel %}{% if 1 %}{% endblock %}", ["Zeile 2", "offen ist noch „if“"]),
        (KOPF + "{% block praeambel %}\nx", ["Zeile 3", "bevor „block“ geschlossen ist"]),
        (
            KOPF + "{% block praeambel %}{{ 1 2 }}{% endblock %}",
            ["Zeile 2", "Erwartet wird „}}“, dort steht"],
        ),
        (
            KOPF + "{% block praeambel %}{{ 1|zahlen }}{% endblock %}",
            ["Zeile 2", "Den Filter „zahlen“ gibt es"],
        ),
        (KOPF + "{% block praeambel %}{{ 1 is hoch }}{% endblock %}", ["Zeile 2", "Die Prüfung „is hoch“"]),
        (KOPF + "{% block praeambel %}{{ 1 § 2 }}{% endblock %}", ["Zeile 2", "Das Zeichen „§“"]),
        (KOPF + "{% block praeambel %}{{ 1 / 0 }}{% endblock %}", ["Zeile 2", "teilt durch null"]),
        (
            KOPF + "{% block praeambel %}{{ 1 + 'a' }}{% endblock %}",
            ["Zeile 2", "passen hier nicht zusammen"],
        ),
        (KOPF + "{% block praeambel %}{# x", ["Zeile 2", "Kommentar {# wird nicht mit #}"]),
        (
            KOPF + "{% block a %}{% endblock %}{% block a %}{% endblock %}",
            ["Zeile 2", "Den Block „a“ gibt es"],
        ),
        (KOPF + "\n\n## Grußwort\n", ["Zeile 4", "außerhalb der Blöcke steht, erschiene nie"]),
        (KOPF + "{% for x in [1] %}{{ x }}{% endfor %}", ["Zeile 2", "außerhalb der Blöcke"]),
        ("{% extends sicht.ort %}", ["Zeile 1", "Name der Vorlage in Anführungszeichen"]),
        ("", ["ergibt keinen Text"]),
        ("{% set a = 1 %}\n", ["ergibt keinen Text"]),
        ("x" * (1024 * 1024 + 1), ["größer als 1 MiB"]),
        ('{% extends "gibtesnicht.md.j2" %}', ["„gibtesnicht.md.j2“ gibt es nicht"]),
        (
            "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
            ["Zeile 1", "läuft länger als"],
        ),
        ("{% for a in range(10000000) %}{% endfor %}", ["Zeile 1", "zu viele Schritte"]),
        ("{% for a in range(90000) %}{{ 'x' * 9000 }}{% endfor %}", ["wäre zu groß"]),
        ("{{ 'x' * 10000000000 }}", ["Zeile 1", "wäre zu groß"]),
        ("{{ 10 ** 10 ** 10 }}", ["Zeile 1", "wäre zu groß"]),
        ("{{ '%0999999999d' % 1 }}", ["Zeile 1", "nicht mit %"]),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ["ohne Ende"]),
        (
            "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
            ["Zeile 1", "läuft länger als"],
        ),
        (
            "{% for i in [0]*2 recursive %}{% if loop.depth < 40 %}{{ loop([0]*2) }}{% endif %}{% endfor %}",
            ["Zeile 1", "läuft länger als"],
        ),
        ("{{ range(3)|batch(10**9)|list }}", ["Den Filter „batch“ gibt es hier nicht; er könnte"]),
        ("{% set a = 'x' * 9000000 %}{{ a|replace('x', 'y' * 1000)|length }}", ["wäre zu groß"]),
        ("{% set a = 'x' * 9000000 %}{{ ([a] * 1000)|join }}", ["Zeile 1"]),
        ("{{ 'x'.ljust(2 * 10**9) }}", ["Zeile 1"]),
        ("{{ '{:10000000000d}'.format(1) }}", ["Zeile 1"]),
        (
            "{% set ns = namespace(x=3) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
            ["wäre zu groß"],
        ),
        (
            "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|string }}",
            ["kein Text"],
        ),
        ("{{ sicht.akte.source.read('/etc/passwd') }}", ["Zeile 1"]),
        ("{{ sicht.ablagen[0].read('audit.yaml') }}", ["Zeile 1"]),
        ("{{ ''.__class__.__mro__ }}", ["Zeile 1"]),
        ('{% include "/etc/passwd" %}', ["„/etc/passwd“ gibt es nicht"]),
        ('{% include "../audit.yaml" %}', ["„../audit.yaml“ gibt es nicht"]),
        ("```bild\ngibtesnicht\nTitel\n```\n", ["das Schaubild „gibtesnicht“", "Es gibt: "]),
        (b"\xff\xfe", ["ist nicht in UTF-8 gespeichert"]),
    ],
)
def test_what_is_wrong_in_a_template_is_named_with_file_and_line(
    rendere, monkeypatch: pytest.MonkeyPatch, vorlage: str | bytes, worte: list[str]
) -> None:
    monkeypatch.setattr(sandbox, "ZEIT", 0.3)
    code, text, fehler = rendere({EIGENE: vorlage})
    assert (code, text) == (2, ""), fehler
    assert "Traceback" not in fehler
    assert [wort for wort in worte if wort not in fehler] == []
    if "Zeile" in worte[0]:
        assert "akte/vorlagen/zielvereinbarung.md.j2" in fehler


def test_what_no_look_sees_is_held_by_the_system(rendere) -> None:
    runden = 60 if Path("/proc/self/statm").exists() else 5  # elsewhere only the size of the document is held
    vorlage = "{% set ns = namespace(x='a' * 1000000) %}{% for i in range({runden}) %}{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}"
    code, text, fehler = rendere(
        {EIGENE: vorlage.replace("{runden}", str(runden)) + "{% set ns.x = y %}{% endfor %}{{ ns.x }}"}
    )
    assert (code, text) == (2, "")
    assert "wäre zu groß" in fehler


def test_a_template_that_cannot_be_read_is_not_passed_over(rendere) -> None:
    code, text, fehler = rendere({f"{EIGENE}/x.txt": "x"})
    assert (code, text) == (2, "")
    assert "Hier liegt ein Ordner" in fehler


@pytest.mark.parametrize(
    "ausdruck",
    [
        """audit.parse_raw("cos\\nsystem\\n(S'id'\\ntR.", proto="pickle", allow_pickle=true)""",
        'audit.parse_file("/etc/hostname")',
        "audit.model_dump_json(indent=99999999)",
        "audit.from_orm(1)",
        'audit.model_validate_json("{")',
        "audit.model_config",
        "audit.copy()",
        "audit.model_fields",
        'STATUS.update({"umgesetzt": "GELOGEN"})',
        "STATUS.clear()",
        "sicht.felder.clear()",
        "sicht.felder.append(1)",
        "sicht.ablagen",
        "sicht.akte",
        "sicht.aus(1, 2)",
        "(1).to_bytes(10**9)",
        'sicht.stichtag.strftime("%Y")',
        "sicht.stichtag.replace(year=1)",
        "b'x'.join([])",
        "range.mro()",
        "self.praeambel.super.__class__",
        "sicht|attr('akte')",
        "[audit]|map(attribute='parse_file')|list",
        "audit.__init__.__globals__",
    ],
)
def test_a_template_sees_fields_and_nothing_that_acts(rendere, tmp_path: Path, ausdruck: str) -> None:
    code, text, fehler = rendere({EIGENE: KOPF + "{% block praeambel %}{{ " + ausdruck + " }}{% endblock %}"})
    assert (code, text) == (2, ""), ausdruck
    assert "Traceback" not in fehler
    assert "zielvereinbarung.md.j2, Zeile 2" in fehler
    # a later run in the same process is as if this one had never been
    (tmp_path / "ws" / "akte" / EIGENE).unlink()
    assert "GELOGEN" not in rendere({})[1]


@pytest.mark.parametrize(
    "ausdruck", ["sicht", "audit", "sicht.felder", "STATUS", "sicht.felder[0].ziele", "range(3)"]
)
def test_what_is_no_text_is_not_printed(rendere, ausdruck: str) -> None:
    code, text, fehler = rendere({EIGENE: KOPF + "{% block praeambel %}{{ " + ausdruck + " }}{% endblock %}"})
    assert (code, text) == (2, "")
    assert "Dies ist kein Text" in fehler


def test_a_template_that_no_document_uses_is_named(rendere) -> None:
    code, text, fehler = rendere({"vorlagen/zielvereinbarng.md.j2": KOPF})
    assert (code, text) == (2, "")
    assert "akte/vorlagen/zielvereinbarng.md.j2 benutzt kein Dokument" in fehler
    assert "jahresbericht.md.j2" in fehler


def test_templates_may_use_each_other_over_several_steps(rendere, tmp_path: Path) -> None:
    haus = KOPF + "{% block praeambel %}{% include 'gruss.md.j2' %}{% endblock %}\n"
    enkel = '{% extends "haus.md.j2" %}\n{% block handlungsfelder %}\n## Statt der Felder\n{% endblock %}\n'
    dateien = {"vorlagen/haus.md.j2": haus, "vorlagen/gruss.md.j2": "## Gruß aus dem Haus\n", EIGENE: enkel}
    code, text, fehler = rendere(dateien)
    assert code == 0, fehler
    assert "## Gruß aus dem Haus" in text
    assert "## Statt der Felder" in text, "a block of the grandparent"
    kaputt = dateien | {"vorlagen/haus.md.j2": haus.replace("praeambel", "preambel")}
    assert "haus.md.j2, Zeile 2" in rendere(kaputt)[2]


def test_no_template_is_read_through_a_linked_folder(rendere, tmp_path: Path) -> None:
    (tmp_path / "fremd").mkdir()
    (tmp_path / "fremd" / "zielvereinbarung.md.j2").write_text("geheim", encoding="utf-8")
    (tmp_path / "ws" / "akte").mkdir(parents=True)
    (tmp_path / "ws" / "akte" / "vorlagen").symlink_to(tmp_path / "fremd")
    code, text, fehler = rendere({})
    assert (code, text) == (2, "")
    assert "Verknüpfung, die aus der Akte hinausführt" in fehler

from datetime import date
from pathlib import Path

import pytest

from fgk.errors import FgkError
from fgk.templating import environment, render


@pytest.fixture
def show(tmp_path: Path):
    def shown(template: str, **werte: object) -> str:
        (tmp_path / "t.md").write_text(template, encoding="utf-8")
        return render(environment([tmp_path]), "t.md", **werte)

    return shown


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("d|datum", "24.08.2017"),
        ("d|datum_lang", "24. August 2017"),
        ("'2017-08-24'|datum", "24.08.2017"),
        ("'2016'|datum", "2016"),
        ("'2016-02'|datum", "Februar 2016"),
        ("'2016-02'|datum_lang", "Februar 2016"),
        ("none|datum", ""),
        ("25000|euro", "25.000 €"),
        ("0|euro", "0 €"),
        ("-1234567|euro", "−1.234.567 €"),
        ("'12.50'|euro", "12,50 €"),
        ("'1234.00'|euro", "1.234,00 €"),
        ("57684|zahl", "57 684"),
        ("1234|zahl", "1234"),
        ("12.4|zahl", "12,4"),
        ("0.1|zahl(2)", "0,10"),
        ("1234567.25|zahl(1)", "1 234 567,2"),
        ("-3|zahl", "−3"),
        ("['a*', 'b', 'c']|liste", r"a\*, b und c"),
        ("['a', 'b']|liste", "a und b"),
        ("['a']|liste", "a"),
        ("[]|liste", ""),
        ("['a*', 'b']|join(', ')", r"a\*, b"),
        ("'a & <b> *'", r"a & \<b> \*"),
        ("none", ""),
        ("7", "7"),
        ("'eine\nZeile'|zelle", "eine Zeile"),
        ("'zwei\nZeilen'|zeilen", "zwei<br>Zeilen"),
        ("'- a\n- b'|absaetze(einzug='> ')", "- a\n> - b"),
        ("none|absaetze", ""),
    ],
)
def test_filters(show, expression: str, text: str) -> None:
    assert show("x: {{ " + expression + " }}", d=date(2017, 8, 24)) == f"x: {text}"


def test_macros_and_sets_are_escaped_once(show) -> None:
    template = "{% macro m(x) %}**{{ x }}**{% endmacro %}{% set s %}{{ t }}{% endset %}{{ m(t) }} {{ m(s) }}"
    assert show(template, t="a*b") == r"**a\*b** **a\*b**"


def test_own_folder_comes_first(tmp_path: Path) -> None:
    for name in ("eigene", "mitgeliefert"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "t.md").write_text(name, encoding="utf-8")
    assert render(environment([tmp_path / "eigene", tmp_path / "mitgeliefert"]), "t.md") == "eigene"


@pytest.mark.parametrize(
    ("template", "was"),
    [
        ("x\n{{ massnahme }}", "t.md, Zeile 2 lässt sich nicht verarbeiten: „massnahme“ gibt es hier nicht."),
        ("x\n{{ {}.titel }}", "t.md, Zeile 2 lässt sich nicht verarbeiten: „titel“ gibt es hier nicht."),
        ("x\n\n{{ 'bald'|datum }}", "t.md, Zeile 3 lässt sich nicht verarbeiten: „bald“ ist kein Datum."),
        ("{{ '2016-13'|datum }}", "t.md, Zeile 1 lässt sich nicht verarbeiten: „2016-13“ ist kein Datum."),
        ("{{ 'viel'|euro }}", "t.md, Zeile 1 lässt sich nicht verarbeiten: „viel“ ist keine Zahl."),
        ("x\n{% include 'fehlt.md' %}", "Die Vorlage „fehlt.md“ gibt es nicht."),
        ("x\n{% if %}", "t.md, Zeile 2 lässt sich nicht verarbeiten: Vor „%}“ fehlt ein Ausdruck"),
        ("x\n{{ 'a'|safe }}", "t.md, Zeile 2 lässt sich nicht verarbeiten: Der Filter „safe“ ist für HTML"),
        ("x\n{{ 'a' ~ 'b' }}", "t.md, Zeile 2 lässt sich nicht verarbeiten: Die Verkettung mit ~"),
    ],
)
def test_errors_name_template_and_line(show, template: str, was: str) -> None:
    with pytest.raises(FgkError) as caught:
        show(template)
    assert was in caught.value.was
    assert caught.value.tun

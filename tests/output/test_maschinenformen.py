"""GitLab, SARIF, JUnit and rdjson: each valid before its published schema, whatever the Akte holds."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hilfen import WURZEL
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft7Validator
from lxml import etree
from plattformen import BOESE, flach, meldung

from fgk.checking import all_rules
from fgk.diagnostic import Diagnostic, Severity
from fgk.output.gitlab import gitlab_report
from fgk.output.junit import Checked, junit_report
from fgk.output.orte import Orte
from fgk.output.rdjson import rdjson_report
from fgk.output.sarif import HOECHSTENS, sarif_report
from fgk.positions import START, Span

SCHEMATA = WURZEL / "tests" / "schemata"
GEMISCHT = [
    meldung(BOESE, pfad="ä b/M-1.1.1.yaml", zeilen=("x", "ä: größe"), span=Span(2, 4, 2, 9)),
    meldung(schwere=Severity.WARNUNG, code="FGK112"),
    meldung(schwere=Severity.HINWEIS, code="FGK503", span=START, pfad="."),
]
UNSICHTBAR = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def schema(name: str) -> Any:
    return json.loads((SCHEMATA / name).read_text(encoding="utf-8"))


def gitlab(meldungen: list[Diagnostic]) -> Any:
    bericht = json.loads(gitlab_report(meldungen, Orte()))
    Draft7Validator(schema("gitlab-code-quality.json")).validate(bericht)
    return bericht


def sarif(meldungen: list[Diagnostic]) -> Any:
    bericht = json.loads(sarif_report(meldungen, Orte(), all_rules()))
    Draft4Validator(schema("sarif-2.1.0.json")).validate(bericht)
    return bericht["runs"][0]


def rdjson(meldungen: list[Diagnostic]) -> Any:
    bericht = json.loads(rdjson_report(meldungen, Orte()))
    Draft7Validator(schema("rdjson.json")).validate(bericht)
    return bericht["diagnostics"]


def junit(akten: list[Checked], limit: Severity = Severity.FEHLER) -> Any:
    xsd = etree.parse(SCHEMATA / "junit-10.xsd")
    fall = xsd.find(".//{*}element[@name='testcase']/{*}complexType")
    # GitLab reads it, Jenkins' schema does not know it
    etree.SubElement(
        fall, "{http://www.w3.org/2001/XMLSchema}attribute", {"name": "file", "type": "xs:string"}
    )
    baum = etree.fromstring(junit_report(akten, Orte(), limit).encode())
    etree.XMLSchema(xsd).assertValid(baum)
    return baum


@pytest.mark.parametrize("form", [gitlab, sarif, rdjson])
@pytest.mark.parametrize("meldungen", [[], GEMISCHT], ids=["none", "mixed"])
def test_json_is_as_the_schema_wants_it_and_holds_no_invisible_sign(form: Any, meldungen: Any) -> None:
    bericht = form(meldungen)
    assert all(not UNSICHTBAR.search(text) for text in flach(bericht) if "\n## " not in text)


def test_gitlab_knows_a_fault_again_wherever_it_moved_and_confuses_no_two() -> None:
    vorher = gitlab([meldung("a"), meldung("a"), meldung("b")])
    nachher = gitlab([meldung("a", span=Span(9, 1, 9, 2)), meldung("b", span=Span(1, 1, 1, 2))])
    marken = [eintrag["fingerprint"] for eintrag in vorher]
    assert len(set(marken)) == 3
    assert [eintrag["fingerprint"] for eintrag in nachher] == [marken[0], marken[2]]
    anders = gitlab([meldung("a", code="FGK202"), meldung("a", pfad="b.yaml")])
    assert not {eintrag["fingerprint"] for eintrag in anders} & set(marken)


def test_gitlab_gets_rule_severity_and_line() -> None:
    erste, zweite, dritte = gitlab(GEMISCHT)
    assert [e["severity"] for e in (erste, zweite, dritte)] == ["major", "minor", "info"]
    assert (zweite["check_name"], zweite["description"]) == ("FGK112", "Was. Tun.")
    assert zweite["location"]["lines"]["begin"] == 2


def test_sarif_describes_each_rule_it_used_once_with_its_page() -> None:
    lauf = sarif([*GEMISCHT, *GEMISCHT])
    regeln = lauf["tool"]["driver"]["rules"]
    assert [regel["id"] for regel in regeln] == ["FGK112", "FGK201", "FGK503"]
    assert all("## Warum" in regel["help"]["markdown"] for regel in regeln)
    for ergebnis in lauf["results"]:
        assert regeln[ergebnis["ruleIndex"]]["id"] == ergebnis["ruleId"]
    assert [ergebnis["level"] for ergebnis in lauf["results"]] == ["error"] * 2 + ["warning"] * 2 + [
        "note"
    ] * 2


def test_sarif_counts_columns_in_code_points_and_encodes_the_path() -> None:
    lauf = sarif(GEMISCHT[:1])
    ort = lauf["results"][0]["locations"][0]["physicalLocation"]
    assert lauf["columnKind"] == "unicodeCodePoints"
    assert ort["region"] == {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 9}
    assert ort["artifactLocation"]["uri"].endswith("%C3%A4%20b/M-1.1.1.yaml")


def test_sarif_keeps_the_worst_within_githubs_limit_and_says_so() -> None:
    viele = [meldung(str(n), schwere=Severity.HINWEIS) for n in range(HOECHSTENS)] + [meldung("schlimm")]
    lauf = json.loads(sarif_report(viele, Orte(), all_rules()))["runs"][0]
    assert len(lauf["results"]) == HOECHSTENS == 25_000
    assert lauf["results"][0]["message"]["text"] == "schlimm Tun."
    [hinweis] = lauf["invocations"][0]["toolExecutionNotifications"]
    assert "1 weitere" in hinweis["message"]["text"]


def test_rdjson_counts_columns_in_bytes() -> None:
    erste, zweite, _ = rdjson(GEMISCHT)
    assert erste["location"]["range"] == {"start": {"line": 2, "column": 5}, "end": {"line": 2, "column": 12}}
    assert zweite["location"]["range"] == {"start": {"line": 2}}, "no line at hand, no column"
    assert (erste["severity"], erste["code"]) == ("ERROR", {"value": "FGK201"})


def test_junit_has_a_test_for_each_record_and_fails_those_with_errors() -> None:
    akte = Checked(
        "akte",
        [
            ("akte/audit.yaml", "A-1"),
            ("akte/massnahmen/M-1.1.1.yaml", "M-1.1.1"),
            ("akte/ziele/Z-1.yaml", "Z-1"),
        ],
        [
            meldung("a", pfad="akte/massnahmen/M-1.1.1.yaml"),
            meldung("b", pfad="akte/massnahmen/M-1.1.1.yaml"),
            meldung("c", pfad="akte/ziele/Z-1.yaml", schwere=Severity.WARNUNG),
            meldung("d", pfad="akte/fremd.yaml"),
        ],
    )
    baum = junit([akte])
    assert [(fall.get("name"), fall.find("failure") is not None) for fall in baum.iter("testcase")] == [
        ("A-1", False), ("M-1.1.1", True), ("Z-1", False), ("fremd.yaml", True),
    ]  # fmt: skip
    assert (baum.get("tests"), baum.get("failures")) == ("4", "2")
    assert baum.find(".//failure").get("message") == "a (und 1 mehr)"
    assert len(baum.find(".//failure").text.split("\n")) == 2
    assert "FGK201 Warnung: c" in baum.find(".//system-out").text
    streng = junit([akte], Severity.WARNUNG)
    assert streng.get("failures") == "3"


@given(st.text(), st.text(min_size=1))
def test_junit_is_xml_whatever_is_written(was: str, name: str) -> None:
    baum = junit([Checked("a", [("a/b.yaml", name)], [meldung(was, pfad="a/b.yaml")])])
    assert baum.get("failures") == "1"


def test_paths_start_at_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = tmp_path / "repo"
    (repo / ".git").mkdir(parents=True)
    (repo / "akten" / "a").mkdir(parents=True)
    monkeypatch.chdir(repo / "akten")
    orte = Orte(["HEAD^{/a: b}"])
    assert orte.von("a/audit.yaml") == "akten/a/audit.yaml"
    assert orte.von("../x.yaml") == "x.yaml"
    assert orte.von(str(repo / "akten" / "a" / "audit.yaml")) == "akten/a/audit.yaml"
    assert orte.von("HEAD^{/a: b}:akten/a/audit.yaml") == "akten/a/audit.yaml"
    monkeypatch.chdir(tmp_path)
    assert orte.von("repo/akten/b.yaml") == "akten/b.yaml", (
        "the repository of the file, not of the folder we are in"
    )
    assert Orte().von("ohne/git.yaml") == "ohne/git.yaml"

"""Certificates, the audit before, the stage that has no end, and Akten of the head only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MINIMAL, dateien_und_stellen, pruefe

from fgk.loading.nachbarn import vergiss

AUDIT = (MINIMAL / "audit.yaml").read_text(encoding="utf-8")
ALT = AUDIT.replace("A-musterstadt-2024", "A-musterstadt-2020")
NEU = AUDIT.replace("stufe: grund", "stufe: bilanzierung\nvorgaenger: A-musterstadt-2020")


def zertifikat(art: str, rest: str, ergebnis: str = "ergebnis: empfohlen\n") -> str:
    return f"kennung: G-2024\n{ergebnis}zertifikat:\n  art: {art}\n" + "".join(
        f"  {z}\n" for z in rest.split("; ")
    )


@pytest.fixture
def arbeitsbereich(akte: Callable[..., Path]) -> Callable[..., list[tuple[str, str, int]]]:
    """Return a function that checks an Akte beside the one of the audit before."""

    def geprueft(
        neu: dict[str, str | None], alt: dict[str, str], codes: set[str]
    ) -> list[tuple[str, str, int]]:
        vergiss()
        daneben = {f"../alt/{name}": text for name, text in alt.items()}
        ordner = akte({"../fgk.yaml": "rolle: verein\n"} | daneben | neu)
        return [s[:3] for s in dateien_und_stellen(ordner, [m for m in pruefe(ordner) if m.code in codes])]

    return geprueft


@pytest.mark.parametrize(
    ("erteilt", "bis", "funde"),
    [
        ("erteilt_am: 2024-06-12", "2024-06-30", [("begutachtung.yaml", "FGK321", 5)]),
        ("erteilt_am: 2024-06-12", "2024-06-12", [("begutachtung.yaml", "FGK321", 5)]),
        ("verliehen_am: 2024-06-12", "2024-06-30", [("begutachtung.yaml", "FGK321", 5)]),
        ("erteilt_am: 2024-06-12", "2024-06-11", []),
        ("erteilt_am: 2024-06-12; verliehen_am: 2024-06-20", '"2024"', []),
        ('erteilt_am: "2024"', "2024-06-30", []),
    ],
)
def test_certificates_overlap_from_the_day_of_the_grant(
    arbeitsbereich, erteilt: str, bis: str, funde
) -> None:
    alt = {"audit.yaml": ALT, "begutachtung.yaml": zertifikat("grundzertifikat", f"gueltig_bis: {bis}")}
    neu = {"audit.yaml": NEU, "begutachtung.yaml": zertifikat("aufbauzertifikat", erteilt)}
    assert arbeitsbereich(neu, alt, {"FGK321"}) == funde


def test_a_gap_between_two_certificates_is_allowed(arbeitsbereich) -> None:
    # Nordkirchen: the first ended in June 2016, the second was granted in September 2018
    alt = {"audit.yaml": ALT, "begutachtung.yaml": zertifikat("grundzertifikat", 'gueltig_bis: "2016-06"')}
    neu = {
        "audit.yaml": NEU,
        "begutachtung.yaml": zertifikat("aufbauzertifikat", 'erteilt_am: "2018-09"; gueltig_bis: "2021-09"'),
    }
    andere = {f"FGK3{nummer}" for nummer in range(10, 30)} - {"FGK315", "FGK316"}
    assert arbeitsbereich(neu, alt, andere | {"FGK235", "FGK236"}) == []


def test_an_audit_before_that_lies_elsewhere_is_allowed(arbeitsbereich) -> None:
    fremd = NEU.replace("A-musterstadt-2020", "A-fremd-2019")
    assert arbeitsbereich({"audit.yaml": fremd}, {"audit.yaml": ALT}, {"FGK235", "FGK236", "FGK321"}) == []


@pytest.mark.parametrize(
    ("neu", "alt", "funde"),
    [
        (("", ""), ("05999001", "05999002"), 0),  # a key may change, as long as the name stays
        (("", ""), ("name: Musterstadt", "name: Musterdorf"), 0),
        (("", ""), ('name: Musterstadt\n  ags: "05999001"', 'name: Nachbarstadt\n  ags: "05999002"'), 1),
        (("", ""), ("stufe: grund", "stufe: bilanzierung"), 0),
        (("", ""), ("stufe: grund", "stufe: erhaltung"), 1),
        (("bilanzierung", "grund"), ("", ""), 1),
        (("bilanzierung", "erhaltung"), ("stufe: grund", "stufe: bilanzierung"), 0),
        (("bilanzierung", "erhaltung"), ("stufe: grund", "stufe: erhaltung"), 1),
        (("", ""), ("familiengerechte-kommune", "generationengerechtes-wohnen"), 1),
    ],
)
def test_the_audit_before_is_of_the_same_place_and_an_earlier_stage(
    arbeitsbereich, neu, alt, funde: int
) -> None:
    gefunden = arbeitsbereich(
        {"audit.yaml": NEU.replace(*neu)}, {"audit.yaml": ALT.replace(*alt)}, {"FGK235", "FGK236"}
    )
    zeile = next(n for n, z in enumerate(NEU.splitlines(), 1) if z.startswith("vorgaenger"))
    assert gefunden == [("audit.yaml", "FGK235", zeile)] * funde


def test_what_was_before_does_not_lead_back(arbeitsbereich) -> None:
    selbst = NEU.replace("vorgaenger: A-musterstadt-2020", "vorgaenger: A-musterstadt-2024")
    codes = {"FGK235", "FGK236"}
    assert arbeitsbereich({"audit.yaml": selbst}, {"audit.yaml": ALT}, codes) == [("audit.yaml", "FGK236", 9)]
    im_kreis = {"audit.yaml": ALT + "vorgaenger: A-musterstadt-2024\n"}
    assert arbeitsbereich({"audit.yaml": NEU}, im_kreis, {"FGK236"}) == [("audit.yaml", "FGK236", 9)]


@pytest.mark.parametrize(
    ("ergebnis", "codes"),
    [
        ("", ["FGK319"]),
        ("ergebnis: offen\n", ["FGK319"]),
        ("ergebnis: nicht_empfohlen\n", ["FGK319"]),
        ("ergebnis: mit_auflagen\n", []),
    ],
)
def test_a_certificate_needs_a_good_assessment(akte, ergebnis: str, codes: list[str]) -> None:
    text = zertifikat("grundzertifikat", "verliehen_am: 2024-06-12", ergebnis)
    assert [m.code for m in pruefe(akte({"begutachtung.yaml": text})) if m.code == "FGK319"] == codes


def test_a_certificate_without_a_day_is_not_granted_yet(akte) -> None:
    text = "kennung: G-2024\nzertifikat:\n  art: grundzertifikat\n"
    assert pruefe(akte({"begutachtung.yaml": text})) == []


def test_in_the_stage_without_an_end_nothing_is_assessed_and_nothing_ends(akte) -> None:
    audit = AUDIT.replace("stufe: grund", "stufe: erhaltung")
    ohne = zertifikat("erhaltungszertifikat", "erteilt_am: 2024-06-12", "")
    vereinbarung = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n"
    dateien = {"audit.yaml": audit, "begutachtung.yaml": ohne, "zielvereinbarung.yaml": vereinbarung}
    stufe = {"FGK319", "FGK320", "FGK322", "FGK323", "FGK324", "FGK307"}
    assert [m.code for m in pruefe(akte(dateien)) if m.code in stufe] == []
    mit = ohne.replace("erhaltungs", "aufbau") + "  gueltig_bis: 2027-06-11\n"
    dateien |= {"begutachtung.yaml": mit.replace("kennung: G-2024", "kennung: G-2024\nergebnis: empfohlen")}
    dateien |= {"zielvereinbarung.yaml": vereinbarung + "  bis: 2027-02-28\n"}
    funde = [s[:3] for s in dateien_und_stellen(akte(dateien), pruefe(akte(dateien))) if s[1] in stufe]
    assert funde == [
        ("begutachtung.yaml", "FGK324", 2),
        ("begutachtung.yaml", "FGK320", 4),
        ("begutachtung.yaml", "FGK323", 6),
        ("zielvereinbarung.yaml", "FGK323", 4),
    ]


def test_reports_on_earlier_versions_lie_within_the_period(akte) -> None:
    vereinbarung = 'kennung: ZV-2024\nfassung: 2\nfassungen:\n  - nummer: 1\n    von: "2021"\nlaufzeit:\n  von: 2024-03-01\n'
    bericht = "kennung: J-2022\nvon: {0}-01-01\nbis: {0}-12-31\nmassnahmen:\n  - massnahme: M-1.1.1\n    status: geplant\n"
    dateien = {
        "audit.yaml": AUDIT.replace("stufe: grund", "stufe: erhaltung"),
        "zielvereinbarung.yaml": vereinbarung,
        "jahresberichte/2022.yaml": bericht.format(2022),
    }
    assert [m.code for m in pruefe(akte(dateien)) if m.code == "FGK303"] == []
    dateien["jahresberichte/2022.yaml"] = bericht.format(2020)
    assert [m.code for m in pruefe(akte(dateien)) if m.code == "FGK303"] == ["FGK303"]


def test_two_years_may_be_one_report(akte) -> None:
    # Nordkirchen merged the reports on 2020 and 2021
    bericht = "kennung: J-2020-2021\nvon: 2020-01-01\nbis: 2021-12-31\nmassnahmen: []\n"
    vereinbarung = "kennung: ZV-2018\nlaufzeit:\n  von: 2018-10-01\n  bis: 2021-09-30\n"
    dateien = {
        "jahresberichte/2020-2021.yaml": bericht,
        "zielvereinbarung.yaml": vereinbarung,
        "massnahmen/M-1.1.1.yaml": None,
    }
    assert pruefe(akte(dateien)) == []


@pytest.mark.parametrize(
    ("fassungen", "funde"),
    [
        ([(1, "2018-03-01"), (2, "2021-03-01")], []),
        ([(1, "2018-03-01"), (1, "2021-03-01")], [("FGK132", 6)]),
        ([(2, "2018-03-01"), (1, "2021-03-01")], [("FGK132", 6)]),
        ([(1, "2021-03-01"), (2, "2018-03-01")], [("FGK132", 7)]),
        ([(1, "2018-03-01"), (3, "2021-03-01")], [("FGK132", 6)]),
    ],
)
def test_earlier_versions_stand_in_their_order(akte, fassungen, funde) -> None:
    zeilen = "".join(f"  - nummer: {nummer}\n    von: {von}\n" for nummer, von in fassungen)
    text = f"kennung: ZV-2024\nfassung: 3\nfassungen:\n{zeilen}"
    gefunden = pruefe(akte({"zielvereinbarung.yaml": text}))
    assert [(m.code, m.span.line) for m in gefunden if m.code == "FGK132"] == funde
    assert [m.code for m in gefunden if m.code == "FGK134"] == ["FGK134", "FGK134"]


def test_an_akte_of_the_head_only_is_complete(akte) -> None:
    kurz = {
        "audit.yaml": AUDIT
        + "fuehrung: kurz\ntermine:\n  - schritt: verleihung\n    datum: 2024-06-12\n"
        + "  - schritt: jahresbericht\n    datum: 2024-06-20\n",
        "begutachtung.yaml": zertifikat(
            "grundzertifikat", "erteilt_am: 2024-06-01; verliehen_am: 2024-06-12; gueltig_bis: 2027-05-31", ""
        ),
        "organisationseinheiten.yaml": None,
        "massnahmen/M-1.1.1.yaml": None,
        "ziele/Z-1.1.yaml": None,
    }
    assert pruefe(akte(kurz)) == []


def test_what_else_lies_in_such_an_akte_is_named(akte) -> None:
    [meldung] = pruefe(akte({"audit.yaml": AUDIT + "fuehrung: kurz\n"}))
    assert (meldung.code, meldung.span.line, meldung.span.column) == ("FGK325", 9, 11)
    assert meldung.was == (
        "Diese Akte soll nur Stammdaten, Tage und Zertifikat enthalten; darin liegen aber: Ziele (1) und Maßnahmen (1)."
    )

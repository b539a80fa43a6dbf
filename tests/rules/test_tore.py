"""FGK315 and FGK316: a gate is judged when a later phase claims that it was passed."""

from datetime import date

import pytest
from hilfen import BEISPIEL, MINIMAL, dateien_und_stellen, pruefe

AUDIT = (MINIMAL / "audit.yaml").read_text(encoding="utf-8")
TEILNAHME = """\
kennung: B-2024-01
titel: Teilnahme
art: teilnahme
beratungen:
  - gremium: Rat
    datum: 2023-02-15
    rolle: entscheidung
    ergebnis: {}
"""
VERTRAG = "kennung: V-2024\npartner: Verein\nunterzeichnet_am: 2023-03-01\n"
GUTACHTEN = (
    "kennung: G-2024\nergebnis: empfohlen\nzertifikat:\n  art: grundzertifikat\n  erteilt_am: 2024-06-12\n"
)


def mit_termin(schritt: str, feld: str = "datum", tag: str = "2024-04-11", rest: str = "") -> dict[str, str]:
    return {"audit.yaml": f"{AUDIT}{rest}termine:\n  - schritt: {schritt}\n    {feld}: {tag}\n"}


def tore(akte, dateien, stichtag: date = date(2024, 6, 30)) -> list[tuple[str, str, int, int]]:
    ordner = akte(dateien)
    meldungen = [m for m in pruefe(ordner, stichtag) if m.code in {"FGK315", "FGK316"}]
    return dateien_und_stellen(ordner, meldungen)


def saetze(akte, dateien) -> list[str]:
    return [m.was for m in pruefe(akte(dateien)) if m.code in {"FGK315", "FGK316"}]


def test_a_fresh_akte_claims_nothing(akte) -> None:
    assert tore(akte, {}) == []


def test_the_example_has_all_that_its_gates_ask_for() -> None:
    assert [m for m in pruefe(BEISPIEL, date(2021, 12, 31)) if m.code in {"FGK315", "FGK316"}] == []


def test_a_step_of_a_later_phase_claims_the_gate_before_it(akte) -> None:
    assert tore(akte, mit_termin("auftakt")) == [
        ("audit.yaml", "FGK315", 11, 12),
        ("audit.yaml", "FGK316", 11, 12),
    ]
    assert saetze(akte, mit_termin("auftakt")) == [
        (
            "Auftakt (11.04.2024): Damit ist die Phase „Entscheidung zur Teilnahme“ vorbei. In der Akte fehlt: Beschluss "
            "des Rats zur Teilnahme."
        ),
        (
            "Auftakt (11.04.2024): Damit ist die Phase „Entscheidung zur Teilnahme“ vorbei. In der Akte fehlt: "
            "Unterzeichneter Vertrag mit dem Verein (vertrag.yaml: unterzeichnet_am)."
        ),
    ]


@pytest.mark.parametrize(
    "fall",
    [
        mit_termin("auftakt", "geplant_am"),
        mit_termin("auftakt", tag="2024-07-01"),
        mit_termin("teilnahmebeschluss"),
        mit_termin("netzwerktreffen"),
        mit_termin("sonstiges"),
        mit_termin("auftakt", rest="fuehrung: kurz\n"),
    ],
)
def test_what_is_planned_or_says_nothing_about_a_phase_claims_none(akte, fall) -> None:
    assert tore(akte, fall) == []


@pytest.mark.parametrize(
    ("ergebnis", "codes"), [("unveraendert", []), ("abgelehnt", ["FGK315"]), ("vertagt", ["FGK315"])]
)
def test_only_a_decision_that_was_made_opens_the_gate(akte, ergebnis: str, codes: list[str]) -> None:
    dateien = {"beschluesse/B-2024-01.yaml": TEILNAHME.format(ergebnis), "vertrag.yaml": VERTRAG}
    assert [code for _, code, _, _ in tore(akte, mit_termin("auftakt") | dateien)] == codes


def test_each_gate_is_said_once_at_the_first_step_behind_it(akte) -> None:
    dateien = mit_termin("strategieworkshop") | {"begutachtung.yaml": GUTACHTEN}
    assert tore(akte, dateien) == [
        ("audit.yaml", "FGK315", 11, 12),
        ("audit.yaml", "FGK316", 11, 12),
        ("begutachtung.yaml", "FGK315", 5, 15),
        ("begutachtung.yaml", "FGK316", 5, 15),
        ("begutachtung.yaml", "FGK316", 5, 15),
        ("begutachtung.yaml", "FGK316", 5, 15),
    ]


def test_a_certificate_without_decision_on_the_agreement_is_said_by_one_rule(akte) -> None:
    codes = {m.code for m in pruefe(akte({"begutachtung.yaml": GUTACHTEN}))}
    assert codes == {"FGK315", "FGK316"}


def test_a_presented_report_claims_that_the_certificate_was_granted(akte) -> None:
    bericht = (
        "kennung: J-2024\nvon: 2024-01-01\nbis: 2024-05-31\nvorgelegt_am: 2024-06-03\n"
        "massnahmen:\n  - massnahme: M-1.1.1\n    status: in_umsetzung\n"
    )
    assert (
        "Jahresbericht (03.06.2024): Damit ist die Phase „Begutachtung und Zertifikat“ vorbei. In der Akte fehlen: "
        "Begutachtung mit dem Ergebnis, dass das Zertifikat empfohlen wird (begutachtung.yaml: ergebnis) und Erteilung "
        "oder Verleihung des Zertifikats (begutachtung.yaml: zertifikat.erteilt_am)."
    ) in saetze(akte, {"jahresberichte/2024.yaml": bericht})


def test_what_a_faulty_file_may_hold_is_not_missing(akte) -> None:
    dateien = mit_termin("auftakt") | {
        "beschluesse/B-2024-01.yaml": "kennung: B-2024-01\n",
        "vertrag.yaml": "a: [\n",
    }
    assert tore(akte, dateien) == []


def test_a_quartier_needs_no_decision(akte) -> None:
    audit = (
        'kennung: A-park-2024\nort:\n  art: quartier\n  name: Am Park\n  ags: "05999001"\n'
        "verfahren: generationengerechtes-wohnen\nkatalog: agwiq-projekt\nstufe: grund\n"
    )
    dateien = {"audit.yaml": audit, "begutachtung.yaml": GUTACHTEN}
    assert [code for _, code, _, _ in tore(akte, dateien)] == ["FGK316"]
    ohne_beschluss = {m.code for m in pruefe(akte(dateien))}
    assert not ohne_beschluss & {"FGK309", "FGK312", "FGK227", "FGK315"}


def test_an_own_verfahren_without_decisions_asks_for_none(akte) -> None:
    eigenes = "kennung: region\nbezeichnung: Region\ngrundlage: familiengerechte-kommune\nist_beschluss_noetig: false\n"
    audit = mit_termin("auftakt")["audit.yaml"].replace(
        "verfahren: familiengerechte-kommune", "verfahren: region"
    )
    assert [c for _, c, _, _ in tore(akte, {"audit.yaml": audit, "verfahren/region.yaml": eigenes})] == [
        "FGK316"
    ]


def test_a_missing_decision_keeps_nobody_from_entering_what_happened(akte, aufruf) -> None:
    ordner = akte(mit_termin("auftakt", "geplant_am"))
    lauf = aufruf("set", "audit", "termine.1.datum=2024-04-11", "--akte", ordner, "--stichtag", "2024-06-30")
    assert lauf.code == 0, lauf.fehler
    assert aufruf("validate", ordner, "--stichtag", "2024-06-30", "--select", "FGK315").code == 1

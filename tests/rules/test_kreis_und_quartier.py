"""Members of a Kreis, and what is asked of a Quartier."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hilfen import MASSNAHME, MINIMAL, ablage, dateien_und_stellen, fgk, lege_ab, pruefe

from fgk.loading.nachbarn import vergiss

GEMEINDE = (MINIMAL / "audit.yaml").read_text(encoding="utf-8")
KREIS = (
    'kennung: A-kreis-2024\nort:\n  art: kreis\n  name: Musterkreis\n  schluessel: "05999"\n'
    "verfahren: familiengerechter-kreis\nkatalog: fgk-2013\nstufe: grund\nmitglieder:\n"
)
DORF = '  - name: Musterdorf\n    ags: "05999007"\n'
QUARTIER = (
    'kennung: A-park-2024\nort:\n  art: quartier\n  name: Am Park\n  ags: "05999001"\n'
    "verfahren: generationengerechtes-wohnen\nkatalog: agwiq-projekt\nstufe: grund\n"
)
BERICHT = (
    "kennung: J-2024\nvon: 2024-01-01\nbis: 2024-12-31\nmassnahmen:\n  - massnahme: M-1.1.1\n    status: geplant\n"
    "mitglieder:\n"
)
BEITRAG = '  - ags: "{}"\n    text: Ein Familientag.\n'


def funde(akte: Callable[..., Path], dateien: dict[str, str]) -> list[tuple[str, str, int]]:
    ordner = akte(dateien)
    return [stelle[:3] for stelle in dateien_und_stellen(ordner, pruefe(ordner))]


def test_a_kreis_with_members_is_clean(akte) -> None:
    zweites = (
        '  - name: Musterhausen\n    ags: "05999009"\n    massnahmen: [M-1.1.1]\n    akte: A-nirgends-2024\n'
    )
    dateien = {"audit.yaml": KREIS + DORF + zweites}
    bericht = BERICHT + BEITRAG.format("05999007") + BEITRAG.format("05999009")
    assert funde(akte, dateien | {"jahresberichte/2024.yaml": bericht}) == []


@pytest.mark.parametrize(
    ("mitglied", "erwartet"),
    [
        ('  - name: München\n    ags: "09162000"\n', ("FGK231", 13)),
        (DORF, ("FGK133", 13)),
        (DORF.replace("007", "008") + "    beteiligungen: [W-2024-01]\n", ("FGK238", 14)),
        (DORF.replace("007", "008") + "    massnahmen: [M-9.1.1]\n", ("FGK203", 14)),
    ],
)
def test_what_is_wrong_with_a_member_is_found_at_its_place(akte, mitglied: str, erwartet) -> None:
    assert funde(akte, {"audit.yaml": KREIS + DORF + mitglied}) == [("audit.yaml", *erwartet)]


def test_an_invented_kreis_has_its_members_in_it_too(akte) -> None:
    mitglied = DORF.replace("05999", "05998")
    assert funde(akte, {"audit.yaml": KREIS.replace("stufe:", "musterdaten: true\nstufe:") + mitglied}) == [
        ("audit.yaml", "FGK231", 12)
    ]


def test_only_a_kreis_has_members(akte) -> None:
    dateien = {
        "audit.yaml": f"{GEMEINDE}mitglieder:\n{DORF}",
        "jahresberichte/2024.yaml": BERICHT + BEITRAG.format("05999007"),
    }
    assert funde(akte, dateien) == [("audit.yaml", "FGK232", 9), ("jahresberichte/2024.yaml", "FGK232", 7)]


def test_a_report_names_members_and_each_once(akte) -> None:
    bericht = BERICHT + BEITRAG.format("05999007") * 2 + BEITRAG.format("05999070")
    dateien = {"audit.yaml": KREIS + DORF, "jahresberichte/2024.yaml": bericht}
    assert funde(akte, dateien) == [
        ("jahresberichte/2024.yaml", "FGK133", 10),
        ("jahresberichte/2024.yaml", "FGK233", 12),
    ]
    [meldung] = [m for m in pruefe(akte(dateien)) if m.code == "FGK233"]
    assert (
        meldung.tun
        == "Meinten Sie „05999007“? Wenn nicht: Tragen Sie die Gemeinde dort unter „mitglieder“ ein."
    )


@pytest.fixture
def arbeitsbereich(tmp_path: Path, akte) -> Path:
    """A workspace with a Kreis, and with the Akte of a place that is not the member it is named at."""
    fremd = GEMEINDE.replace("A-musterstadt-2024", "A-dorf-2022")
    akte(
        {
            "../fgk.yaml": "",
            "../dorf/audit.yaml": fremd,
            "audit.yaml": KREIS + DORF + "    akte: A-dorf-2022\n",
        }
    )
    vergiss()
    return tmp_path


def test_the_akte_of_a_member_is_of_this_place(arbeitsbereich: Path) -> None:
    def codes() -> list[str]:
        vergiss()
        return [m.code for m in pruefe(arbeitsbereich / "akte")]

    assert codes() == ["FGK234"]
    audit = arbeitsbereich / "dorf" / "audit.yaml"
    audit.write_text(audit.read_text(encoding="utf-8").replace("05999001", "05999007"), encoding="utf-8")
    assert codes() == []


@pytest.mark.parametrize("wie", [[], ["--staged"], ["--at", "HEAD"], ["--base", "HEAD"]])
def test_the_neighbours_are_those_of_the_same_state(arbeitsbereich: Path, wie: list[str]) -> None:
    ablage(arbeitsbereich)
    lauf = fgk("validate", ".", *wie, "--select", "FGK2,FGK3", cwd=arbeitsbereich)
    assert (lauf.returncode, lauf.stderr) == (0, "")
    assert lauf.stdout.count("FGK234") == 1
    (arbeitsbereich / "fgk.yaml").unlink()  # without a workspace nobody is a neighbour
    lege_ab(arbeitsbereich, "Ohne")
    assert "FGK234" not in fgk("validate", ".", *wie, cwd=arbeitsbereich).stdout


@pytest.mark.parametrize(
    ("traeger", "fehlt"),
    [
        ("[OE-wohnen, OE-10]", None),
        ("[OE-stadtbau, OE-10]", None),
        ("[OE-10]", "das Wohnungsunternehmen"),
        ("[OE-wohnen]", "die Verwaltung der Kommune"),
        ("[]", "das Wohnungsunternehmen und die Verwaltung der Kommune"),
    ],
)
def test_a_quartier_is_carried_by_both_once_there_is_an_agreement(
    akte, traeger: str, fehlt: str | None
) -> None:
    stellen = (
        "organisationseinheiten:\n  - {kennung: OE-10, name: Hauptamt, art: amt}\n"
        "  - {kennung: OE-wohnen, name: Wohnen GmbH, art: unternehmen}\n"
        "  - {kennung: OE-stadtbau, name: Stadtbau, art: eigenbetrieb}\n"
    )
    massnahme = (MINIMAL / MASSNAHME).read_text(encoding="utf-8") + "wirkung: mittelbar\n"
    dateien = {
        "audit.yaml": f"{QUARTIER}traeger: {traeger}\n",
        "organisationseinheiten.yaml": stellen,
        MASSNAHME: massnahme,
    }
    assert pruefe(akte(dateien)) == []
    dateien["zielvereinbarung.yaml"] = "kennung: ZV-2024\nlaufzeit:\n  von: 2024-03-01\n  bis: 2027-02-28\n"
    meldungen = pruefe(akte(dateien))
    assert [(m.code, m.was) for m in meldungen] == (
        [("FGK237", f"Unter „traeger“ fehlt {fehlt}.")] if fehlt else []
    )


def test_every_measure_of_a_quartier_has_an_effect_and_no_other(akte) -> None:
    assert funde(akte, {"audit.yaml": QUARTIER}) == [(MASSNAHME, "FGK138", 1)]
    mit = (MINIMAL / MASSNAHME).read_text(encoding="utf-8") + "wirkung: mittelbar\n"
    assert funde(akte, {"audit.yaml": GEMEINDE, MASSNAHME: mit}) == [(MASSNAHME, "FGK128", 7)]


def test_local_names_are_of_fields_in_the_catalogue(akte) -> None:
    eigene = "handlungsfelder:\n  - handlungsfeld: HF5\n    bezeichnung_lokal: Nachbarschaft\n"
    massnahme = (MINIMAL / MASSNAHME).read_text(encoding="utf-8") + "wirkung: mittelbar\n"
    dateien = {"audit.yaml": QUARTIER + eigene, MASSNAHME: massnahme}
    assert funde(akte, dateien) == [("audit.yaml", "FGK207", 10)]

"""What a user types to change a record."""

from datetime import date
from typing import Any

import pytest
from hilfen import WURZEL

from fgk.editing.assign import assignments
from fgk.editing.edit import changed
from fgk.errors import FgkError
from fgk.models.audit import Audit
from fgk.models.base import Datensatz
from fgk.models.felder import Route
from fgk.models.gestaltung import Gestaltung
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.massnahme import Massnahme
from fgk.models.organisation import Organisationseinheiten
from fgk.models.ziel import Ziel
from fgk.reading.reader import read_yaml

BEISPIEL = WURZEL / "examples" / "kommune-stolberg"


def _daten(pfad: str) -> Any:
    return read_yaml((BEISPIEL / pfad).read_bytes()).data


@pytest.mark.parametrize(
    ("wort", "route", "wert"),
    [
        ("titel=Neu", ("titel",), "Neu"),
        ("titel=2019", ("titel",), "2019"),
        ("titel=true", ("titel",), "true"),
        ("titel=a=b, c: d # e", ("titel",), "a=b, c: d # e"),
        ("text=eins\nzwei", ("text",), "eins\nzwei"),
        ("text=", ("text",), None),
        ("ende=2019-12-31", ("ende",), date(2019, 12, 31)),
        ("ende=31.12.2019", ("ende",), date(2019, 12, 31)),
        ("ende=2019", ("ende",), "2019"),
        ("ende=2019-05", ("ende",), "2019-05"),
        ("kosten.einmalig=25000", ("kosten", "einmalig"), 25000),
        ("kosten.einmalig=12.50", ("kosten", "einmalig"), "12.50"),
        ("kosten.einmalig=25.000", ("kosten", "einmalig"), 25000),
        ("kosten.einmalig=1.250.000 €", ("kosten", "einmalig"), 1250000),
        ("kosten.einmalig=12.500,00 €", ("kosten", "einmalig"), 12500),
        ("kosten.einmalig=13000,00", ("kosten", "einmalig"), 13000),
        ("kosten.einmalig=1.250,50", ("kosten", "einmalig"), "1250.50"),
        ("kosten.einmalig=12,5", ("kosten", "einmalig"), "12,5"),
        ("kosten=", ("kosten",), None),
        ("vorbehalte+=Haushaltsvorbehalt", ("vorbehalte",), [{"art": "haushalt"}]),
        ("ist_fortlaufend=nein", ("ist_fortlaufend",), False),
        ("ist_fortlaufend=true", ("ist_fortlaufend",), True),
        ("prioritaet=Hoch", ("prioritaet",), "hoch"),
        ("wirkung=unmittelbar (selbst umsetzbar)", ("wirkung",), "unmittelbar"),
        ("beteiligte=OE-51, OE-40", ("beteiligte",), ["OE-51", "OE-40"]),
        ("beteiligte+=OE-20,OE-51", ("beteiligte",), ["OE-51", "OE-50", "OE-40", "OE-61", "OE-20"]),
        ("beteiligte-=OE-50", ("beteiligte",), ["OE-51", "OE-40", "OE-61"]),
        ("beteiligte=", ("beteiligte",), None),
        ("zielgruppen=Eltern, auch werdende", ("zielgruppen",), ["Eltern, auch werdende"]),
        ("zielgruppen=[Eltern, Kinder]", ("zielgruppen",), ["Eltern", "Kinder"]),
    ],
)
def test_a_word_becomes_a_route_and_a_value(wort: str, route: Route, wert: Any) -> None:
    assert assignments([wort], Massnahme, _daten("massnahmen/M-1.1.1.yaml")) == {route: wert}


@pytest.mark.parametrize(
    ("modell", "pfad", "wort", "route", "wert"),
    [
        (Jahresbericht, "jahresberichte/2018.yaml", "massnahmen.M-1.1.2.status=umgesetzt", ("massnahmen", 1, "status"), "umgesetzt"),
        (Jahresbericht, "jahresberichte/2018.yaml", "M-1.1.2.status=in Umsetzung", ("massnahmen", 1, "status"), "in_umsetzung"),
        (Jahresbericht, "jahresberichte/2018.yaml", "massnahmen.2.fortschritt=50", ("massnahmen", 1, "fortschritt"), 50),
        (Audit, "audit.yaml", "ort.ags=05334032", ("ort", "ags"), "05334032"),
        (Organisationseinheiten, "organisationseinheiten.yaml", "OE-51.name=Neu", ("organisationseinheiten", None, "name"), "Neu"),
    ],
)  # fmt: skip
def test_entries_are_called_by_their_names_or_numbers(
    modell: type[Datensatz], pfad: str, wort: str, route: Route, wert: Any
) -> None:
    ((gefunden, neu),) = assignments([wort], modell, _daten(pfad)).items()
    assert (gefunden, neu) == (
        tuple(g if r is None else r for g, r in zip(gefunden, route, strict=True)),
        wert,
    )
    if modell is Organisationseinheiten:
        assert _daten(pfad)["organisationseinheiten"][gefunden[1]]["kennung"] == "OE-51"


def test_a_list_is_changed_step_by_step() -> None:
    worte = ["beteiligte+=OE-20", "beteiligte-=OE-61,OE-50", "beteiligte+=OE-30"]
    daten = _daten("massnahmen/M-1.1.1.yaml")
    assert assignments(worte, Massnahme, daten) == {("beteiligte",): ["OE-51", "OE-40", "OE-20", "OE-30"]}
    assert daten["beteiligte"] == ["OE-51", "OE-50", "OE-40", "OE-61"]


def test_what_one_word_adds_the_next_can_name() -> None:
    worte = ["messkriterien+=Sitzungen im Jahr", "messkriterien.Sitzungen im Jahr.sollwert.zahl=4"]
    values = assignments(worte, Ziel, {"kennung": "Z-1.1"})
    assert changed({}, values) == {
        "messkriterien": [{"bezeichnung": "Sitzungen im Jahr", "sollwert": {"zahl": 4}}]
    }


def test_a_group_that_is_not_there_yet_can_be_filled() -> None:
    assert assignments(["kosten.produkt=1"], Massnahme, {}) == {("kosten", "produkt"): "1"}
    assert assignments(["absender+=Rathaus"], Gestaltung, {}) == {("absender",): ["Rathaus"]}


@pytest.mark.parametrize(
    ("worte", "was", "tun"),
    [
        (["M-7.7.7.status=x"], "Einen Eintrag „M-7.7.7“ gibt es hier nicht.", "Kennung vor dem Punkt"),
        (["titel"], "„titel“ ist keine Änderung.", "FELD=WERT"),
        (["=x"], "ist keine Änderung", "FELD=WERT"),
        ([" =x"], "ist keine Änderung", "FELD=WERT"),
        (["kosten.einmalig.x=1"], "Ein Feld „x“ gibt es hier nicht", "„kosten.einmalig“ hat keine Felder."),
        (["tittel=x"], "Ein Feld „tittel“ gibt es hier nicht.", "Meinten Sie „titel“?"),
        (
            ["kosten.einmahlig=1"],
            "Ein Feld „einmahlig“ gibt es hier nicht (in „kosten.einmahlig“).",
            "„einmalig“",
        ),
        (["zielgruppen.1=Rat"], "„zielgruppen.1“ ist kein einzelnes Feld.", "Nennen Sie die ganze Liste"),
        (["kosten=1"], "„kosten“ ist kein einzelnes Feld.", "„kosten.einmalig=…“"),
        (
            ["status=umgesetzt"],
            "Eine Maßnahme hat keinen Status",
            "„fgk set J-2020 M-1.1.1.status=in_umsetzung“",
        ),
        (["titel=a", "titel=b"], "Das Feld „titel“ steht zweimal da.", "FELD=WERT"),
        (
            ["titel=a\u200bb"],
            "Im neuen Wert von „titel“ steht ein unsichtbares Steuerzeichen (U+200B)",
            "von Hand",
        ),
        (["titel.x=a"], "Ein Feld „x“ gibt es hier nicht (in „titel.x“).", "„titel“ hat keine Felder."),
        (["titel+=a"], "keine Liste", "FELD=WERT"),
        (["vorbehalte=haushalt"], "besteht aus ganzen Einträgen", "ergänzen Sie einen in der Datei"),
        (["beteiligte-=OE-77"], "„OE-77“ steht nicht in „beteiligte“.", "OE-51"),
        (["kosten.foerdermittel.9.programm=x"], "gibt es keinen Eintrag", "noch keine"),
    ],
)
def test_what_is_wrong_is_said(worte: list[str], was: str, tun: str) -> None:
    daten = _daten("massnahmen/M-1.1.1.yaml") | {"kosten": {"foerdermittel": []}}
    with pytest.raises(FgkError) as error:
        assignments(worte, Massnahme, daten)
    assert was in error.value.was
    assert tun in error.value.tun


@pytest.mark.parametrize("art", ["+=", "-="])
@pytest.mark.parametrize("wert", ["Eltern", 5, {"a": 1}])
def test_what_is_no_list_is_not_taken_apart(wert: Any, art: str) -> None:
    with pytest.raises(FgkError, match="In „zielgruppen“ steht keine Liste, sondern") as error:
        assignments([f"zielgruppen{art}Kinder"], Massnahme, {"zielgruppen": wert})
    assert "„zielgruppen=[" in error.value.tun
    assert assignments(["zielgruppen=Kinder"], Massnahme, {"zielgruppen": wert}) == {
        ("zielgruppen",): ["Kinder"]
    }

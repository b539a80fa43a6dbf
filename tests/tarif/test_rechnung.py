"""The contribution to the cent, and that nothing is worked out between two sizes."""

from decimal import Decimal

import pytest

from fgk.models.base import Quelle
from fgk.models.tarif import Tarif, Tarifklasse
from fgk.tarif.laden import lade_tarif
from fgk.tarif.rechnung import Anfrage, berechne, verteilt

KOMMUNE, KREIS = "familiengerechte-kommune", "familiengerechter-kreis"


def tarif(*klassen: Tarifklasse, mehrwertsteuer: int = 7, jahre: int = 2) -> Tarif:
    quelle = Quelle(titel="Schreiben")
    return Tarif(
        bezeichnung="Tarif", quelle=quelle, mehrwertsteuer=mehrwertsteuer, jahre=jahre, klassen=klassen
    )


def klasse(von: int | None, bis: int | None, brutto: int | str = 10700, **mehr: object) -> Tarifklasse:
    werte = {"bezeichnung": "Klasse", "einwohner_von": von, "einwohner_bis": bis, "brutto": brutto, **mehr}
    return Tarifklasse.model_validate(werte)


def test_the_shipped_tariff_holds_what_is_public_and_nothing_else() -> None:
    unser = lade_tarif()
    assert [(k.bezeichnung, k.einwohner_von, k.einwohner_bis, k.brutto) for k in unser.klassen] == [
        ("kleine Gemeinden", None, None, 13000),
        ("Großstädte ab 350 000 Einwohnern", 350000, None, 48750),
    ]
    assert all(k.ist_belegt and k.verfahren == (KOMMUNE,) for k in unser.klassen)
    assert (unser.mehrwertsteuer, unser.jahre) == (7, 2)
    assert unser.quelle.abgerufen_am is None, "nobody knows when it was read"
    assert "nicht veröffentlicht" in (unser.klassen[0].erlaeuterung or "")


@pytest.mark.parametrize("einwohner", [1, 900, 20_000, 56_377, 349_999])
def test_below_the_one_size_that_is_public_there_is_no_amount(einwohner: int) -> None:
    assert berechne(lade_tarif(), Anfrage(einwohner, KOMMUNE, "grund")) is None


def test_from_350000_inhabitants_on_there_is_one() -> None:
    beitrag = berechne(lade_tarif(), Anfrage(350_000, KOMMUNE, "grund"))
    assert beitrag is not None
    assert (beitrag.brutto, beitrag.netto, beitrag.mehrwertsteuer) == (
        Decimal("48750.00"), Decimal("45560.75"), Decimal("3189.25"),
    )  # fmt: skip
    assert beitrag.raten == (Decimal(24375), Decimal(24375))


@pytest.mark.parametrize(("verfahren", "stufe"), [(KREIS, "grund"), (KOMMUNE, "erhaltung")])
def test_for_another_verfahren_or_stage_there_is_none(verfahren: str, stufe: str) -> None:
    assert berechne(lade_tarif(), Anfrage(400_000, verfahren, stufe)) is None


@pytest.mark.parametrize(
    ("brutto", "prozent", "netto"),
    [
        ("0.00", 7, "0.00"),
        (107, 7, "100.00"),
        ("0.08", 7, "0.07"),
        ("3.21", 7, "3.00"),
        ("1.19", 19, "1.00"),
        (100, 0, "100.00"),
        ("10.70", 7, "10.00"),
        ("0.01", 100, "0.01"),
    ],
)
def test_net_is_rounded_half_up_and_both_make_up_gross(brutto: int | str, prozent: int, netto: str) -> None:
    beitrag = berechne(tarif(klasse(0, None, brutto), mehrwertsteuer=prozent), Anfrage(1, KOMMUNE, "grund"))
    assert beitrag is not None
    assert beitrag.netto == Decimal(netto)
    assert beitrag.netto + beitrag.mehrwertsteuer == beitrag.brutto == Decimal(str(brutto))


@pytest.mark.parametrize(
    ("einwohner", "betrag"), [(0, None), (1, None), (10, 1), (20, 1), (21, 2), (50, 2), (51, None)]
)
def test_bounds_belong_to_their_class(einwohner: int, betrag: int | None) -> None:
    beitrag = berechne(tarif(klasse(10, 20, 1), klasse(21, 50, 2)), Anfrage(einwohner, KOMMUNE, "grund"))
    assert (beitrag and beitrag.brutto) == betrag


def test_classes_of_a_verfahren_are_for_that_one() -> None:
    beide = tarif(klasse(0, None, 1, verfahren=(KREIS,)), klasse(0, None, 2, verfahren=(KOMMUNE,)))
    assert [berechne(beide, Anfrage(9, v, "grund")).brutto for v in (KREIS, KOMMUNE)] == [1, 2]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("betrag", "jahre", "raten"),
    [
        ("10.01", 2, ["5.01", "5.00"]),
        ("10.00", 3, ["3.34", "3.33", "3.33"]),
        ("0.01", 2, ["0.01", "0"]),
        ("13000", 1, ["13000"]),
    ],
)
def test_shares_are_equal_to_the_cent_and_what_is_left_is_paid_first(
    betrag: str, jahre: int, raten: list[str]
) -> None:
    verteilte = verteilt(Decimal(betrag), jahre)
    assert verteilte == tuple(map(Decimal, raten))
    assert sum(verteilte) == Decimal(betrag)

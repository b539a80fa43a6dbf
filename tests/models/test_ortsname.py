"""How a place stands in a sentence."""

import pytest
from pydantic import TypeAdapter

from fgk.models.audit import Ort
from fgk.models.ortsname import druckname, mit_artikel, verleiht


def ort(art: str, name: str, bezeichnung: str | None = None) -> Ort:
    schluessel = {"kreis": {"schluessel": "05999"}, "verband": {"ars": "059990000000"}}
    angaben = {"art": art, "name": name, "bezeichnung": bezeichnung}
    return TypeAdapter(Ort).validate_python(angaben | schluessel.get(art, {"ags": "05999011"}))


@pytest.mark.parametrize(
    ("art", "name", "bezeichnung", "satz", "gibt"),
    [
        ("gemeinde", "Stolberg (Rhld.)", "Kupferstadt Stolberg (Rhld.)", "Die Kupferstadt Stolberg (Rhld.)", "verleiht der"),
        ("gemeinde", "Łaśice", "Stadt Łaśice", "Die Stadt Łaśice", "verleiht der"),
        ("gemeinde", "Isen", "Markt Isen", "Der Markt Isen", "verleiht dem"),
        ("gemeinde", "Neustadt an der Weinstraße", None, "Neustadt an der Weinstraße", "verleiht"),
        ("gemeinde", "Mühlfeld", None, "Mühlfeld", "verleiht"),
        ("kreis", "Kreis Wiesengrund", None, "Der Kreis Wiesengrund", "verleiht dem"),
        ("kreis", "Kyffhäuserkreis", None, "Der Kyffhäuserkreis", "verleiht dem"),
        ("kreis", "Altenburger Land", None, "Altenburger Land", "verleiht"),
        ("kreis", "Städteregion Aachen", None, "Die Städteregion Aachen", "verleiht der"),
        ("verband", "Verbandsgemeinde Şel", None, "Die Verbandsgemeinde Şel", "verleiht der"),
        ("bezirk", "Lichtenberg", "Bezirk Lichtenberg", "Der Bezirk Lichtenberg", "verleiht dem"),
        ("quartier", "Am Weidenkamp", None, "Das Quartier Am Weidenkamp", "verleiht dem"),
        ("quartier", "Am Weidenkamp", "Siedlung Am Weidenkamp", "Siedlung Am Weidenkamp", "verleiht"),
    ],
)  # fmt: skip
def test_a_sentence_begins_with_the_article_of_a_kind_of_place(
    art: str, name: str, bezeichnung: str | None, satz: str, gibt: str
) -> None:
    gemeint = ort(art, name, bezeichnung)
    assert mit_artikel(gemeint) == satz
    assert verleiht(gemeint) == gibt


def test_a_quartier_says_that_it_is_one_unless_it_does_already() -> None:
    assert druckname(ort("quartier", "Nordstadt")) == "Quartier Nordstadt"
    assert druckname(ort("quartier", "Stadtquartier Nord")) == "Stadtquartier Nord"
    assert druckname(ort("quartier", "Nord", "Siedlung Nord")) == "Siedlung Nord"

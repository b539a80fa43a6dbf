"""The articles of result documents, whose names come from a data file."""

from datetime import date

import pytest

from fgk.documents.werk import Werk
from fgk.models.audit import Termin


@pytest.mark.parametrize(
    ("name", "des", "dem", "zum", "dieses"),
    [
        ("Zielvereinbarung", "der Zielvereinbarung", "der Zielvereinbarung", "zur Zielvereinbarung", "Diese Vereinbarung"),
        ("Quartierskonzept", "des Quartierskonzepts", "dem Quartierskonzept", "zum Quartierskonzept", "Dieses Quartierskonzept"),
        ("Aktionsplan", "des Aktionsplans", "dem Aktionsplan", "zum Aktionsplan", "Dieser Aktionsplan"),
        ("Beschlussheft Kompass", "des Beschlussheft Kompasses", "dem Beschlussheft Kompass", "zum Beschlussheft Kompass", "Dieser Beschlussheft Kompass"),
    ],
)  # fmt: skip
def test_articles_follow_the_word(name: str, des: str, dem: str, zum: str, dieses: str) -> None:
    werk = Werk(name)
    assert (werk.des, werk.dem, werk.zum, werk.dieses) == (des, dem, zum, dieses)


@pytest.mark.parametrize(
    ("name", "schritt", "wort"),
    [
        ("Zielvereinbarung", "zielvereinbarungsworkshop", "Zielvereinbarungsworkshop"),
        ("Zielvereinbarung", "zielvereinbarungsbeschluss", "Beschluss der Zielvereinbarung"),
        ("Quartierskonzept", "zielvereinbarungsworkshop", "Workshop zum Quartierskonzept"),
        ("Quartierskonzept", "zielvereinbarungsbeschluss", "Beschluss über das Quartierskonzept"),
        ("Quartierskonzept", "strategieworkshop", "Strategieworkshop"),
    ],
)
def test_a_step_is_called_by_the_document_it_leads_to(name: str, schritt: str, wort: str) -> None:
    termin = Termin.model_validate({"schritt": schritt, "datum": date(2021, 8, 31)})
    assert Werk(name).schritt(termin) == wort
    eigen = termin.model_copy(update={"bezeichnung": "Zukunftswerkstatt"})
    assert Werk(name).schritt(eigen) == "Zukunftswerkstatt"

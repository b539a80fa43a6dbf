"""The articles of result documents, whose names come from a data file."""

import pytest

from fgk.documents.werk import Werk


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

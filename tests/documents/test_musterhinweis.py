"""Whose statements invented content is not."""

import pytest

from fgk.documents.musterhinweis import musterhinweis
from fgk.models.audit import Audit

GEMEINDE = {"art": "gemeinde", "name": "Mühlfeld", "ags": "05999011"}
KREIS = {"art": "kreis", "name": "Kreis Wiesengrund", "schluessel": "05999"}
QUARTIER = {"art": "quartier", "name": "Nordstadt", "ags": "05999011"}


@pytest.mark.parametrize(
    ("ort", "wessen"), [(GEMEINDE, "der Kommune"), (KREIS, "des Kreises"), (QUARTIER, "der Träger")]
)
def test_it_names_who_is_not_speaking(ort: dict[str, str], wessen: str) -> None:
    audit = Audit.model_validate(
        {
            "kennung": "A-x-2020",
            "ort": ort,
            "verfahren": "familiengerechte-kommune",
            "stufe": "grund",
            "katalog": "2014",
        }
    )
    assert f"keine Aussagen {wessen}. Erfundene Angaben sind mit „Muster“" in musterhinweis(audit)
    ganz = musterhinweis(audit.model_copy(update={"musterdaten": True}))
    assert ganz.endswith(f"es sind keine Aussagen {wessen}.")

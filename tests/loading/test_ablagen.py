"""What a workspace brings along for all its Akten: Verfahren, and whose workspace it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fgk.loading.ablagen import ablage_mit_rolle, bekannte_verfahren, verfahren_entwurf, verfahren_von
from fgk.loading.load import load_akte
from fgk.loading.nachbarn import nachbar, vergiss
from fgk.models.verfahren import Verfahren
from fgk.sources import FolderSource

EIGENES = """\
kennung: familiengerechte-region
bezeichnung: Audit Familiengerechte Region
grundlage: familiengerechte-kommune
gremium: Verbandsversammlung
"""


def verfahren(ordner: Path) -> Verfahren | None:
    return verfahren_von(load_akte(FolderSource(ordner))[0])


def mit_audit(ordner: Path, alt: str, neu: str) -> Path:
    datei = ordner / "audit.yaml"
    text = datei.read_text(encoding="utf-8")
    assert alt in text
    datei.write_text(text.replace(alt, neu), encoding="utf-8")
    return ordner


@pytest.mark.parametrize("ist_im_arbeitsbereich", [True, False])
def test_an_own_verfahren_stands_over_its_foundation(
    akte: Callable[..., Path], ist_im_arbeitsbereich: bool
) -> None:
    ordner = mit_audit(akte(), "verfahren: familiengerechte-kommune", "verfahren: familiengerechte-region")
    assert verfahren(ordner) is None
    (ordner.parent / "fgk.yaml").touch()
    ablage = ordner.parent if ist_im_arbeitsbereich else ordner
    (ablage / "verfahren").mkdir()
    (ablage / "verfahren" / "familiengerechte-region.yaml").write_text(EIGENES, encoding="utf-8")
    gefunden = verfahren(ordner)
    assert gefunden is not None
    assert (gefunden.gremium, gefunden.laufzeit_jahre, len(gefunden.kataloge)) == (
        "Verbandsversammlung",
        3,
        2,
    )
    assert "familiengerechte-region" in bekannte_verfahren(FolderSource(ordner))


def test_an_own_file_can_change_a_shipped_one(akte: Callable[..., Path]) -> None:
    ordner = akte({"verfahren/familiengerechte-kommune.yaml": EIGENES.replace("-region", "-kommune")})
    gefunden = verfahren(ordner)
    assert gefunden is not None
    assert (gefunden.gremium, gefunden.laufzeit_jahre) == ("Verbandsversammlung", 3)


def test_foundations_that_run_in_a_circle_end(akte: Callable[..., Path]) -> None:
    kreis = {
        "verfahren/eins.yaml": "kennung: eins\nbezeichnung: Eins\ngrundlage: zwei\n",
        "verfahren/zwei.yaml": "kennung: zwei\nbezeichnung: Zwei\ngrundlage: eins\n",
    }
    ordner = mit_audit(akte(kreis), "verfahren: familiengerechte-kommune", "verfahren: eins")
    assert verfahren(ordner) is None, "what rests on itself lacks what an Akte needs"
    gefunden = verfahren_entwurf([FolderSource(ordner)], "eins")
    assert gefunden is not None
    assert gefunden.bezeichnung == "Eins"
    assert gefunden.fehlend[0] == "Zertifikat"


@pytest.mark.parametrize(
    ("inhalt", "ist_verein"),
    [("", False), ("# nichts\n", False), ("rolle: kommune\n", False), ("rolle: verein\n", True)],
)
def test_a_workspace_says_whose_it_is_or_nothing(
    akte: Callable[..., Path], inhalt: str, ist_verein: bool
) -> None:
    ordner = akte()
    (ordner.parent / "fgk.yaml").write_text(inhalt, encoding="utf-8")
    ablage = ablage_mit_rolle(FolderSource(ordner), "verein")
    assert (ablage is not None) is ist_verein
    assert ablage is None or ablage.label == str(ordner.parent)


def test_a_neighbour_is_found_by_its_kennung(akte: Callable[..., Path]) -> None:
    ordner = akte()
    source = FolderSource(ordner)
    vergiss()
    assert nachbar(source, "A-musterstadt-2024") is None  # without a workspace an Akte has no neighbours
    (ordner.parent / "fgk.yaml").touch()
    gefunden = nachbar(source, "A-musterstadt-2024")
    assert gefunden is not None
    assert gefunden.audit is not None
    assert nachbar(source, "A-nirgends-2024") is None
    assert nachbar(source, None) is None

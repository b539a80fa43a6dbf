"""What counts as an answer to the annual report."""

from datetime import date
from pathlib import Path

import pytest
from formulare import BERICHT, TEXT, akte_mit_bericht

from fgk.loading.load import load_akte
from fgk.models.jahresbericht import Jahresbericht
from fgk.sources import FolderSource
from fgk.stand.ruecklauf import ruecklauf


def stand(ordner: Path, massnahme: str, ersetze: tuple[str, str] = ("", "")) -> str:
    akte, _ = load_akte(FolderSource(akte_mit_bericht(ordner, {BERICHT: TEXT.replace(*ersetze)})))
    stellen = ruecklauf(akte, akte.alle(Jahresbericht)[-1], date(2026, 1, 5))
    worte = [w for s in stellen for w in ("beantwortet", "offen", "beendet") if massnahme in getattr(s, w)]
    assert len(worte) == 1
    return worte[0]


@pytest.mark.parametrize(
    ("massnahme", "ersetze", "wort"),
    [
        ("M-1.1.2", ("", ""), "beantwortet"),
        (
            "M-1.1.2",
            ("Der Bericht liegt\n      im Entwurf vor.", "Der Auftrag\n      ist vergeben."),
            "offen",
        ),
        # a status alone was filled in beforehand
        ("M-1.1.1", ("", ""), "offen"),
        ("M-1.1.3", ("    # text:", "    fortschritt: 0"), "offen"),
        ("M-1.1.3", ("    # text:", "    text: Angefangen."), "beantwortet"),
        ("M-1.1.5", ("", ""), "beendet"),
        # other words than the report count as well, but not those taken over from last year
        ("M-1.1.1", ("status: in_umsetzung", "status: in_umsetzung\n    abweichung: Anders."), "beantwortet"),
        (
            "M-1.1.3",
            ("status: geplant\n    # text:", "status: ruht\n    begruendung: Kein Geld."),
            "beantwortet",
        ),
        (
            "M-1.1.3",
            ("status: geplant\n    # text:", "status: ruht\n    begruendung: Keine Stelle."),
            "offen",
        ),
        ("M-1.1.3", ("status: geplant\n    # text:", "status: ruht\n    begruendung: …"), "offen"),
        # what was done and is said not to be needs a word
        ("M-1.1.5", ("status: umgesetzt", "status: in_umsetzung"), "offen"),
        ("M-1.1.5", ("status: umgesetzt", "status: umgesetzt\n    text: Neu gedruckt."), "beantwortet"),
        ("M-1.1.5", ("status: umgesetzt", "status: umgesetzt\n    text: Gedruckt."), "beendet"),
    ],
)
def test_an_answer_is_a_report_that_is_not_last_years(
    tmp_path: Path, massnahme: str, ersetze: tuple[str, str], wort: str
) -> None:
    assert stand(tmp_path / "akte", massnahme, ersetze) == wort

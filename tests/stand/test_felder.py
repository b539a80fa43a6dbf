"""Progress by Handlungsfeld: every measure once, by the last report that was there on the day."""

from datetime import date
from pathlib import Path

import pytest
from hilfen import BEISPIEL, lege_an
from staende import VEREINBARUNG, audit, quartier

from fgk.loading.load import load_akte
from fgk.sources import FolderSource
from fgk.stand.felder import Feldstand, summe
from fgk.stand.lage import Stand
from fgk.stand.ueberblick import stand_von


def stand(ordner: Path, stichtag: date) -> Stand:
    return stand_von(load_akte(FolderSource(ordner))[0], stichtag)


@pytest.mark.parametrize(
    ("stichtag", "bericht", "anzahl", "umgesetzt"),
    [
        (date(2017, 9, 30), None, 48, 0),
        (date(2019, 2, 25), None, 48, 0),  # the report on 2018 was presented a day later
        (date(2019, 2, 26), "J-2018", 48, 3),
        (date(2021, 6, 1), "J-2020", 51, 26),
    ],
)
def test_the_last_report_of_the_day_counts(
    stichtag: date, bericht: str | None, anzahl: int, umgesetzt: int
) -> None:
    gesehen = stand(BEISPIEL, stichtag)
    alle = summe(gesehen.felder)
    assert (gesehen.bericht.kennung if gesehen.bericht else None) == bericht
    assert (alle.anzahl, alle.status["umgesetzt"]) == (anzahl, umgesetzt)
    assert sum(alle.ampel.values()) == anzahl


def test_before_the_agreement_nothing_is_counted() -> None:
    gesehen = stand(BEISPIEL, date(2017, 8, 23))
    assert (gesehen.felder, gesehen.entworfen) == ([], (20, 51))


def test_the_share_leaves_out_what_was_replaced_or_dropped_and_is_never_rounded_up() -> None:
    status = {"umgesetzt": 2, "in_umsetzung": 1, "ersetzt": 1, "entfallen": 1}
    feld = Feldstand("HF1", "x", {**dict.fromkeys(("geplant", "ruht"), 0), **status}, {}, 0)
    assert (feld.anzahl, feld.zu_leisten, feld.prozent) == (5, 3, 66)
    leer = feld._replace(status=dict.fromkeys(status, 0))
    assert leer.prozent is None


def test_a_measure_that_the_last_report_leaves_out_stands_as_it_was_last_reported(tmp_path: Path) -> None:
    """As the Bilanz has it: what was dropped once is not planned again because nobody writes of it any more."""
    bericht = "kennung: J-{0}\nvon: {0}-01-01\nbis: {0}-12-31\nmassnahmen:"
    entfallen = "\n  - {massnahme: M-1.1.1, status: entfallen, begruendung: Kein Bedarf.}\n"
    ordner = lege_an(
        tmp_path / "a",
        {
            "zielvereinbarung.yaml": VEREINBARUNG,
            "massnahmen/M-1.1.1.yaml": "kennung: M-1.1.1\nziel: Z-1.1\ntitel: Treff\nende: 2021-06-30\n",
            "jahresberichte/2021.yaml": bericht.format(2021) + entfallen,
            "jahresberichte/2022.yaml": bericht.format(2022) + " []\n",
        },
    )
    gesehen = stand(ordner, date(2023, 2, 1))
    assert gesehen.bericht is not None
    assert gesehen.bericht.kennung == "J-2022"
    assert summe(gesehen.felder).status["entfallen"] == 1
    assert [f.stand(gesehen.stichtag) for f in gesehen.fristen if f.art == "massnahme"] == ["erledigt"]


def test_a_quartier_counts_what_its_leads_can_do_themselves(tmp_path: Path) -> None:
    gesehen = stand(quartier(tmp_path / "q"), date(2023, 12, 1))
    assert gesehen.wirkungen == {"unmittelbar": 2, "mittelbar": 1}
    assert gesehen.traeger == ["Bauverein Musterstadt eG", "Stadt Musterstadt"]
    assert [feld.anzahl for feld in gesehen.felder] == [3, 0, 0, 0]


def test_a_lead_that_is_no_organisation_on_file_is_named_by_its_kennung(tmp_path: Path) -> None:
    ordner = quartier(tmp_path / "q")
    (ordner / "audit.yaml").write_text(audit("A-x", traeger="[OE-99]"), encoding="utf-8")
    assert stand(ordner, date(2023, 12, 1)).traeger == ["OE-99"]

"""The documentation of participation: who took part, what came out, and what became of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from unterlagen import AUDIT, DATEIEN, WORKSHOP, ZIEL, gelesen, unterlage

from fgk.documents import SCHREIBER
from fgk.documents.fehlend import LackingError
from fgk.errors import NotYetError

Anlegen = Callable[..., Path]
NAME = "beteiligung"
ZWEI = """\
kennung: W-2024-01
titel: Befragung der Familien
art: befragung
datum: 2024-01-10
bis: 2024-01-31
teilnehmende: 200
ergebnisse:
  - text: Der Bus fährt zu selten.
"""


def test_the_overview_names_groups_and_numbers_but_nobody(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN | {"beteiligung/W-2024-01.yaml": ZWEI}), NAME).decode()
    assert "Zusammen sind es mindestens 212 Teilnahmen" in text
    assert (
        "| 11.11.2023 | **Forum Familie**<br>Beteiligungsworkshop<br>*Ort:* Bürgerhaus | Eltern (12)<br>Politik "
        "| mindestens 12 | Thementische |"
    ) in text
    assert (
        "| 10.01.2024 bis 31.01.2024 | **Befragung der Familien**<br>Befragung | nicht aktenkundig | 200 | nicht aktenkundig |"
    ) in text
    assert "| Zeitraum | 11. November 2023 bis 31. Januar 2024 |" in text


def test_numbers_of_all_groups_are_summed_up(akte: Anlegen) -> None:
    genau = WORKSHOP.replace("bezeichnung: Politik\n", "bezeichnung: Politik\n    anzahl: 3\n")
    text = unterlage(akte(DATEIEN | {"beteiligung/W-2023-01.yaml": genau}), NAME).decode()
    assert "\nTeilgenommen haben 15 Personen. Genannt sind" in text


def test_results_stand_by_event_and_by_handlungsfeld(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN | {"beteiligung/W-2024-01.yaml": ZWEI}), NAME).decode()
    einzeln, _, gesammelt = text.partition("\n## Ergebnisse nach Handlungsfeldern\n")
    assert "### Forum Familie, 11. November 2023" in einzeln
    assert "- Es fehlen Plätze am Nachmittag. (Handlungsfeld 3)" in einzeln
    assert (
        "### Handlungsfeld 3: Bildung und Erziehung\n\n- Es fehlen Plätze am Nachmittag. (Forum Familie, 11.11.2023)"
        in gesammelt
    )
    assert "### Ohne Zuordnung zu einem Handlungsfeld\n\n- Der Bus fährt zu selten." in gesammelt


def test_what_came_of_it_and_what_did_not_is_said(akte: Anlegen) -> None:
    text = unterlage(akte(DATEIEN), NAME).decode()
    assert (
        "| **1.1 Familienpolitik wird ämterübergreifend gesteuert** | Forum Familie, 11.11.2023 | 1.1.1 Steuerungsgruppe einrichten |"
    ) in text
    offen = text.partition("### Noch ohne Ziel oder Maßnahme")[2].partition("\n## ")[0]
    assert "- Es fehlen Plätze am Nachmittag. (Forum Familie, 11.11.2023, Handlungsfeld 3)" in offen
    assert "Stelle, die steuert" not in offen


def test_without_an_origin_nothing_is_claimed(akte: Anlegen) -> None:
    ohne = ZIEL.replace("entstanden_aus: [W-2023-01]\n", "")
    text = unterlage(akte(DATEIEN | {"ziele/Z-1.1.yaml": ohne}), NAME).decode()
    assert "Noch kein Ziel und keine Maßnahme nennt eine Veranstaltung oder Befragung als Herkunft." in text
    assert text.count("Stelle, die steuert") == 3, "by event, by Handlungsfeld, and as open"


def test_a_kreis_names_its_members_and_where_they_took_part(akte: Anlegen) -> None:
    audit = AUDIT.replace(
        'art: gemeinde\n  name: Musterstadt\n  ags: "05999001"',
        'art: kreis\n  name: Musterkreis\n  schluessel: "05999"',
    )
    audit = audit.replace("familiengerechte-kommune", "familiengerechter-kreis")
    mitglieder = """\
mitglieder:
  - name: Ahausen
    ags: "05999010"
    beteiligung: Mit zwei Fachkräften
    beteiligungen: [W-2023-01]
  - name: Behausen
    ags: "05999011"
"""
    text = unterlage(akte(DATEIEN | {"audit.yaml": audit + mitglieder}), NAME).decode()
    assert (
        "| Ahausen | Forum Familie, 11.11.2023 | Mit zwei Fachkräften |\n| Behausen | keine aktenkundig | – |"
        in text
    )
    ohne = unterlage(akte(DATEIEN | {"audit.yaml": audit}), NAME).decode()
    assert "Welche Gemeinden des Kreises teilgenommen haben, ist noch nicht aktenkundig." in ohne


def test_what_lies_ahead_took_not_yet_place(akte: Anlegen) -> None:
    text = unterlage(
        akte(DATEIEN | {"beteiligung/W-2024-01.yaml": ZWEI}), NAME, stichtag=date(2023, 12, 1)
    ).decode()
    assert "Befragung der Familien" not in text


def test_without_an_event_or_a_result_it_says_what_is_missing(akte: Anlegen) -> None:
    ordner = akte({k: v for k, v in DATEIEN.items() if not k.startswith("beteiligung")})
    with pytest.raises(LackingError) as gefangen:
        unterlage(ordner, NAME)
    assert isinstance(gefangen.value, NotYetError)
    assert gefangen.value.fehlend == (("beteiligung", "", "wenigstens eine Veranstaltung oder Befragung"),)
    entwurf = unterlage(ordner, NAME, entwurf=True).decode()
    assert "Veranstaltungen und Befragungen sind noch nicht eingetragen." in entwurf
    leer = akte({"beteiligung/W-2023-01.yaml": WORKSHOP.partition("ergebnisse:")[0]})
    with pytest.raises(LackingError) as gefangen:
        unterlage(leer, NAME)
    assert gefangen.value.fehlend == (
        ("beteiligung/W-2023-01.yaml", "ergebnisse", "Ergebnisse: Forum Familie, 11.11.2023"),
    )


@pytest.mark.parametrize("format_", list(SCHREIBER))
def test_every_format_shows_the_same(akte: Anlegen, format_: str) -> None:
    ordner = akte(DATEIEN)
    daten = unterlage(ordner, NAME, format_)
    text = gelesen(daten, format_)
    for wort in (
        "Dokumentation der Beteiligung",
        "Eltern (12)",
        "Thementische",
        "Noch ohne Ziel oder Maßnahme",
    ):
        assert wort in text, wort
    assert unterlage(ordner, NAME, format_) == daten

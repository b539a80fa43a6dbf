"""FGK129 to FGK131: the keys of places are looked up in the register, and what stands beside them must fit."""

import subprocess
import sys
from pathlib import Path

import pytest
from hilfen import BEISPIEL, pruefe, stellen

KOPF = "kennung: A-probe-2024\nort:\n"
GEMEINDE = "verfahren: familiengerechte-kommune\nkatalog: fgk-2013\nstufe: grund\n"
KREIS = "verfahren: familiengerechter-kreis\nkatalog: fgk-kreis-2016\nstufe: grund\n"


def _audit(ort: str, rest: str = GEMEINDE) -> dict[str, str]:
    zeilen = "".join(f"  {zeile}\n" for zeile in ort.split("; "))
    return {"audit.yaml": KOPF + zeilen + rest}


def _funde(akte, ort: str, rest: str = GEMEINDE) -> list[tuple[str, int, int]]:
    gefunden = stellen(pruefe(akte(_audit(ort, rest))))
    return [fund for fund in gefunden if fund[0] in {"FGK129", "FGK130", "FGK131", "FGK231"}]


@pytest.mark.parametrize(
    "ort",
    [
        'art: gemeinde; name: Stolberg (Rhld.); ags: "05334032"; kreis: StädteRegion Aachen; land: NRW',
        'art: gemeinde; name: Kupferstadt Stolberg; ags: "05334032"; kreis: Städteregion Aachen',
        'art: gemeinde; name: Stadt Bonn; ags: "05314000"; kreis: Bonn; land: Nordrhein-Westfalen',
        'art: bezirk; name: Lichtenberg; ags: "11000000"; land: Berlin',
        'art: quartier; name: Am Park; ags: "05334032"; gemeinde: Stolberg; land: Nordrhein Westfalen',
        'art: quartier; name: Am Park; ags: "05334032"',
        'art: verband; name: Amt Eider; ars: "010515169000"; land: SH',
        'art: gemeinde; name: Irgendwo; ags: "05999077"; kreis: Nirgends; land: Utopia',
    ],
)  # fmt: skip
def test_what_the_register_says_is_clean(akte, ort: str) -> None:
    assert _funde(akte, ort) == []


@pytest.mark.parametrize(
    ("ort", "erwartet"),
    [
        ('art: gemeinde; name: Stolberg; ags: "05334023"', [("FGK129", 5, 8)]),
        ('art: gemeinde; name: Aachen; ags: "05334032"', [("FGK130", 4, 9)]),
        ('art: bezirk; name: Lichtenberg; ags: "11000001"', [("FGK129", 5, 8)]),
        ('art: bezirk; name: Lichtenberg; ags: "11000000"; land: Bayern', [("FGK131", 6, 9)]),
        ('art: quartier; name: Am Park; ags: "05334032"; gemeinde: Eschweiler', [("FGK130", 6, 13)]),
        ('art: verband; name: Amt Eider; ars: "010515998000"', [("FGK129", 5, 8)]),
        ('art: verband; name: Heider Umland; ars: "010515169000"', [("FGK130", 4, 9)]),
        ('art: gemeinde; name: Bonn; ags: "05314000"; kreis: Rhein-Sieg-Kreis', [("FGK131", 6, 10)]),
        ('art: gemeinde; name: Stolberg; ags: "05334032"; kreis: Düren; land: Hessen', [("FGK131", 6, 10), ("FGK131", 7, 9)]),
    ],
)  # fmt: skip
def test_what_contradicts_the_register_is_found_at_its_place(akte, ort: str, erwartet: list[object]) -> None:
    assert _funde(akte, ort) == erwartet


def test_members_of_a_kreis_are_looked_up_too(akte) -> None:
    mitglieder = (
        "mitglieder:\n"
        '  - name: Stolberg (Rhld.)\n    ags: "05334032"\n'
        '  - name: Eschweiler\n    ags: "05334099"\n'
        '  - name: Monschau\n    ags: "05334032"\n'
        '  - name: Düren\n    ags: "05358008"\n'
    )
    ort = 'art: kreis; name: Städteregion Aachen; schluessel: "05334"'
    assert _funde(akte, ort, KREIS + mitglieder) == [
        ("FGK129", 13, 10),
        ("FGK130", 14, 11),
        ("FGK231", 17, 10),
    ]
    assert _funde(akte, 'art: kreis; name: Musterkreis; schluessel: "05333"', KREIS) == [("FGK129", 5, 15)]
    assert _funde(akte, 'art: kreis; name: Düren; schluessel: "05334"', KREIS) == [("FGK130", 4, 9)]


def test_messages_name_the_register_and_what_it_says(akte) -> None:
    def satz(ort: str) -> tuple[str, str]:
        meldung = next(m for m in pruefe(akte(_audit(ort))) if m.code in {"FGK129", "FGK130", "FGK131"})
        return meldung.was, meldung.tun

    assert satz('art: gemeinde; name: Stolberg; ags: "05334023"') == (
        "Einen AGS 05334023 gibt es im Gemeindeverzeichnis vom 30.06.2024 nicht.",
        "Meinten Sie 05334032? So lautet der AGS von „Stolberg (Rhld.), Kupferstadt“.",
    )
    assert satz('art: gemeinde; name: Nirgendwo; ags: "05334023"')[1] == (
        "Prüfen Sie die Ziffern; nach einer Gebietsänderung lassen Sie die Meldung mit einer Ausnahme zu."
    )
    assert satz('art: gemeinde; name: Eschweiler; ags: "05334032"') == (
        "„Eschweiler“ passt nicht zum AGS 05334032: Der gehört zu „Stolberg (Rhld.), Kupferstadt“.",
        "Prüfen Sie beides. „Eschweiler, Stadt“ hat den AGS 05334012.",
    )
    assert satz('art: gemeinde; name: Bonn; ags: "05314000"; kreis: Rhein-Sieg-Kreis') == (
        "„Rhein-Sieg-Kreis“ passt nicht zum AGS 05314000: Die Gemeinde ist kreisfrei.",
        "Löschen Sie den Kreis oder berichtigen Sie den AGS.",
    )


def test_invented_akten_are_left_alone(akte) -> None:
    ort = 'art: gemeinde; name: Hirschau am See; ags: "05950001"'
    assert _funde(akte, ort, f"{GEMEINDE}musterdaten: true\n") == []
    assert _funde(akte, ort) == [("FGK129", 5, 8)]


def _geladen(akte: Path) -> str:
    """Return which modules and files of the register a check has loaded."""
    skript = (
        "import sys; from fgk.cli import run; code = run(sys.argv[1:]); "
        "bloecke = sys.modules.get('fgk.register.bloecke'); "
        "print(code, 'fgk.register' in sys.modules, bloecke and bloecke.lade_block.cache_info().currsize)"
    )
    lauf = [sys.executable, "-c", skript, "validate", str(akte), "--stichtag", "2024-06-30", "-j", "1"]
    return subprocess.run(lauf, capture_output=True, text=True, check=True).stdout.splitlines()[-1]


def test_only_what_is_looked_up_is_loaded(akte) -> None:
    ort = 'art: gemeinde; name: Hirschau am See; ags: "05950001"'
    assert _geladen(akte(_audit(ort, f"{GEMEINDE}musterdaten: true\n"))) == "0 False None"
    assert _geladen(BEISPIEL) == "0 True 2", "its Land, and the Kreise"

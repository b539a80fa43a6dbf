"""Akten of every size for the documents on three years: a Kommune, a Kreis with two members, a Quartier. All invented."""

from pathlib import Path
from typing import Any

import yaml
from hilfen import lege_an

LANGES_WORT = "Kinderbetreuungsinfrastrukturweiterentwicklungskoordinierungsstellenverwaltungsvereinbarung"
TITEL = f"Łódź-Straße, Şehir-Treff und Café Zoé: {LANGES_WORT} mit allen Beteiligten im ganzen Stadtgebiet abstimmen"
#: how the status of a measure goes on over three reports; every kind of end is there
LAEUFE = (
    ("in_umsetzung", "umgesetzt", "umgesetzt"),
    ("geplant", "in_umsetzung", "in_umsetzung"),
    ("in_umsetzung", "verschoben", "entfallen"),
    ("in_umsetzung", "in_umsetzung", "ruht"),
    ("geplant", "verschoben", "verschoben"),
    ("geplant", "geplant", "geplant"),
    ("geplant", "in_umsetzung", "teilweise_umgesetzt"),
)
_BEGRUENDET = frozenset(("verschoben", "entfallen", "ruht", "teilweise_umgesetzt"))
Daten = dict[str, dict[str, Any]]


def schreibe(ordner: Path, daten: Daten) -> Path:
    """Lay the records of an Akte into a folder; the measure and goal of the smallest one are replaced."""
    texte = {name: yaml.safe_dump(d, allow_unicode=True, sort_keys=False) for name, d in daten.items()}
    ohne = {
        f"{art}.yaml": None for art in ("massnahmen/M-1.1.1", "ziele/Z-1.1") if f"{art}.yaml" not in daten
    }
    return lege_an(ordner, {**texte, **ohne})


def kommune(anzahl: int, *, ist_lang: bool = False, jahre: tuple[int, ...] = (2022, 2023, 2024)) -> Daten:
    """Return a Kommune with so many measures over six Handlungsfelder, and a report on each of ``jahre``."""
    felder = list(range(1, min(6, max(anzahl, 1)) + 1))
    nummern = [f"{felder[i % len(felder)]}.1.{i // len(felder) + 1}" for i in range(anzahl)]
    titel = TITEL if ist_lang else "Lesepaten gewinnen"
    daten: Daten = {
        "audit.yaml": {
            "kennung": "A-lang-2021", "katalog": "fgk-2013", "stufe": "grund", "verfahren": "familiengerechte-kommune",
            "ort": {"art": "gemeinde", "name": "Łaśice", "bezeichnung": "Stadt Łaśice an der Şel", "ags": "05999003"},
            "rollen": {"projektleitung": [{"funktion": "Leitung der Stabsstelle Familie und Soziales", "organisationseinheit": "OE-10"}]},
        },
        "zielvereinbarung.yaml": {"kennung": "ZV-2021", "laufzeit": {"von": "2022-01-01", "bis": "2024-12-31"}},
    }  # fmt: skip
    daten["zielvereinbarung.yaml"]["laufzeit"] = _tage(2022, 2024)
    for feld in felder:
        daten[f"ziele/Z-{feld}.1.yaml"] = {
            "kennung": f"Z-{feld}.1", "handlungsfeld": f"HF{feld}", "titel": f"Ziel im Handlungsfeld {feld}",
            "messkriterien": [{"bezeichnung": "Plätze", "einheit": "Anzahl", "istwert": {"zahl": 100}, "sollwert": {"zahl": 150}}],
        }  # fmt: skip
    for nummer in nummern:
        daten[f"massnahmen/M-{nummer}.yaml"] = {
            "kennung": f"M-{nummer}", "ziel": f"Z-{nummer[:3]}", "titel": f"{titel} {nummer}", "federfuehrung": "OE-10",
            "beginn": _tag(2022, 1, 1), "ende": _tag(2023, 6, 30),
        }  # fmt: skip
    for i, jahr in enumerate(jahre):
        daten[f"jahresberichte/{jahr}.yaml"] = bericht(jahr, nummern, i, ist_lang=ist_lang)
    return daten


def bericht(jahr: int, nummern: list[str], versatz: int, *, ist_lang: bool = False) -> dict[str, Any]:
    """Return a report in which the status of every measure depends on its place and the year."""
    satz = (
        f"Die {LANGES_WORT} hat sich bewährt, und alle Beteiligten wollen sie fortsetzen. "
        if ist_lang
        else "Gut. "
    )
    punkte = [f"{i}: {satz * (6 if ist_lang else 1)}".strip() for i in range(1, 25 if ist_lang else 3)]
    return {
        "kennung": f"J-{jahr}", **_tage(jahr, jahr),
        "zusammenfassung": (satz * (30 if ist_lang else 1)).strip(),
        "strukturen": {"umsetzungsstruktur": f"Im Jahr {jahr} tagte die Steuerungsgruppe viermal."},
        "massnahmen": [_eintrag(nummer, LAEUFE[i % len(LAEUFE)][versatz], satz.strip()) for i, nummer in enumerate(nummern)],
        "ziele": [{"ziel": "Z-1.1", "stand": "auf_kurs", "werte": [{"messkriterium": "Plätze", "wert": {"zahl": 110 + 20 * versatz}}]}],
        "selbstevaluation": {name: [*punkte] for name in ("hoehepunkte", "schwierigkeiten", "naechste_schritte")},
        "netzwerk": [{"art": "netzwerktreffen", "datum": _tag(jahr, 5, 7), "titel": "Übergänge gestalten"}],
    }  # fmt: skip


def _eintrag(nummer: str, status: str, satz: str) -> dict[str, Any]:
    grund = {"begruendung": satz} if status in _BEGRUENDET else {}
    return {"massnahme": f"M-{nummer}", "status": status, "text": satz, **grund}


def _tag(jahr: int, monat: int, tag: int) -> Any:
    from datetime import date

    return date(jahr, monat, tag)


def _tage(erstes: int, letztes: int) -> dict[str, Any]:
    return {"von": _tag(erstes, 1, 1), "bis": _tag(letztes, 12, 31)}


def kreis(ordner: Path) -> Path:
    """Lay a workspace with a Kreis and the Akte of one of its two members; return the folder of the Kreis."""
    ordner.mkdir(parents=True, exist_ok=True)
    (ordner / "fgk.yaml").write_text("rolle: kommune\n", encoding="utf-8")
    gemeinde = kommune(3)
    gemeinde["audit.yaml"] |= {"kennung": "A-zoenau-2020", "stufe": "bilanzierung"}
    gemeinde["audit.yaml"]["ort"] = {"art": "gemeinde", "name": "Zoénau", "ags": "05998008"}
    gemeinde["begutachtung.yaml"] = {
        "kennung": "G-2021", "ergebnis": "empfohlen",
        "zertifikat": {"art": "aufbauzertifikat", "erteilt_am": _tag(2021, 11, 2), "gueltig_bis": _tag(2024, 11, 1)},
    }  # fmt: skip
    schreibe(ordner / "zoenau", gemeinde)
    daten = kommune(3)
    daten["audit.yaml"] |= {"kennung": "A-kreis-2021", "verfahren": "familiengerechter-kreis"}
    daten["audit.yaml"]["ort"] = {"art": "kreis", "name": "Kreis Şelburg", "schluessel": "05998"}
    daten["audit.yaml"]["mitglieder"] = [
        {"name": "Zoénau", "ags": "05998008", "beteiligung": "Gastgeberin der Kreiskonferenz", "beteiligungen": ["W-2021-01"],
         "massnahmen": ["M-2.1.1", "M-1.1.1"], "akte": "A-zoenau-2020"},
        {"name": "Łanken", "ags": "05998004", "massnahmen": ["M-3.1.1"], "akte": "A-lanken-2019"},
    ]  # fmt: skip
    daten["beteiligung/W-2021-01.yaml"] = {
        "kennung": "W-2021-01", "titel": "Kreiskonferenz Familie", "art": "beteiligungsworkshop", "datum": _tag(2021, 3, 4),
    }  # fmt: skip
    for jahr in (2022, 2023, 2024):
        daten[f"jahresberichte/{jahr}.yaml"]["mitglieder"] = [
            {"ags": "05998004", "text": f"Łanken hat {jahr} zwei Familientage veranstaltet."}
        ]
    return schreibe(ordner / "kreis", daten)


def quartier() -> Daten:
    """Return a Quartier: housing company and Kommune, with measures of either effect."""
    daten = kommune(4)
    daten["audit.yaml"] |= {
        "kennung": "A-nordstadt-2021", "verfahren": "generationengerechtes-wohnen", "katalog": "agwiq-pilot",
        "traeger": ["OE-10", "OE-bau"], "ausgangslage": "In der Nordstadt wohnen viele Ältere allein.",
        "ort": {"art": "quartier", "name": "Nordstadt", "ags": "05999003", "gemeinde": "Łaśice"},
    }  # fmt: skip
    daten["organisationseinheiten.yaml"] = {
        "organisationseinheiten": [
            {"kennung": "OE-10", "name": "Amt für Soziales der Stadt Łaśice", "art": "amt"},
            {
                "kennung": "OE-bau",
                "name": "Baugenossenschaft Şelblick eG",
                "art": "unternehmen",
                "ist_extern": True,
            },
        ]
    }
    daten["zielvereinbarung.yaml"]["unterschriften"] = [
        {"stelle": "Baugenossenschaft Şelblick eG", "funktion": "Vorstand"},
        {"stelle": "Stadt Łaśice", "funktion": "Bürgermeister"},
    ]
    for i, wirkung in enumerate(("unmittelbar", "mittelbar", "unmittelbar", "mittelbar"), start=1):
        daten[f"massnahmen/M-{i}.1.1.yaml"] |= {
            "wirkung": wirkung,
            "zielgruppen": ["Hochbetagte", "Kinder"][: 1 + i % 2],
        }
    for i in range(1, 5):
        daten[f"bestandsaufnahme/analyse/HF{i}.yaml"] = {
            "kennung": f"AN-HF{i}", "handlungsfeld": f"HF{i}", "zusammenfassung": f"Die Lage im Feld {i}.",
            "angebote": [{"bezeichnung": "Nachbarschaftstreff"}],
            "staerken": [{"text": "Kurze Wege"}], "herausforderungen": [{"text": "Wenige Wohnungen ohne Stufen"}],
        }  # fmt: skip
    daten["beteiligung/W-2021-01.yaml"] = {
        "kennung": "W-2021-01", "titel": "Mieterversammlung", "art": "buergerversammlung", "datum": _tag(2021, 3, 4),
        "teilnehmende": 48, "gruppen": [{"bezeichnung": "Mieterinnen und Mieter", "anzahl": 40}], "ergebnisse": [{"text": "Mehr Bänke"}],
    }  # fmt: skip
    return daten

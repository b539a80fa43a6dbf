"""Binding an Akte, and holding it against what was bound."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from beschluesse import DATEIEN, M2, ZV, beschluss
from hilfen import BEISPIEL, lege_an
from hypothesis import given
from hypothesis import strategies as st

from fgk.akte import Akte
from fgk.festlegung.festlegung import Vergleich, digest, ist_stimmig, lege_fest, vergleiche
from fgk.festlegung.kanonisch import NichtDarstellbarError, pruefsumme
from fgk.festlegung.profil import FELDER, alle_felder, vereinbart
from fgk.loading.load import load_akte
from fgk.models.arten import ARTEN, art_namens
from fgk.models.beschluss import Beschluss
from fgk.models.festlegung import FESTGELEGTE_ARTEN, Festlegung
from fgk.models.jahresbericht import Jahresbericht
from fgk.reading.reader import read_yaml
from fgk.sources import FolderSource

Anlegen = Callable[..., Path]

#: one record of each kind with every agreed field, and the digest that fgk1 gives it for ever
GOLDEN = {
    "zielvereinbarung": (
        """\
kennung: ZV-2017
fassung: 1
laufzeit: {von: 2017-10-01, bis: 2020-09-30}
praeambel: "Stolberg ist eine Stadt\\nmit engem Tal."
familienbegriff: {text: Verantwortung, zielgruppen: [Eltern], quelle: {titel: Seite}}
entwicklungsziele: [Kurze Wege]
schwerpunkte: [{titel: Frühe Bildung, handlungsfeld: HF3, text: Warum, quelle: {titel: Seite}}]
prozess: Drei Workshops
berichtspflicht: jährlich
beschluss: B-2017-01
unterschriften: [{stelle: Stadt, funktion: Bürgermeister}]
vorbehalte: [{art: haushalt, stand: erfuellt, stand_am: 2018-01-01, text: Mittel}]
""",
        "fgk1:00934f4045d7b188eebcd9391dc0af28a1674d97c425a7709035a3d9cdd49247",
    ),
    "ziel": (
        """\
kennung: Z-3.1
handlungsfeld: HF3
titel: Der Übergang gelingt
text: Was gemeint ist
leitziel: Bildung von Anfang an
ist_schwerpunkt: true
messkriterien:
  - bezeichnung: Quote
    indikator: betreuungsquote_u3
    einheit: "%"
    istwert: {zahl: 30.5, stand: "2016"}
    sollwert: {zahl: 45, stand: 2020-09-30}
    erhebung: Jugendamt
zielgruppen: [Eltern]
querschnittsthemen: [inklusion]
entstanden_aus: [W-2017-01]
herkunft: vereinbart
vorbehalte: [{art: gremium}]
""",
        "fgk1:e6d0b0b637060f3f619764ffae1aa8f155567575f46766b080a2e0a23a6227f3",
    ),
    "massnahme": (
        """\
kennung: M-3.1.1
ziel: Z-3.1
titel: Übergangskalender
text: Jede Grundschule vereinbart einen Kalender.
federfuehrung: OE-40
beteiligte: [OE-51, OE-10]
kooperationspartner: [Kitas aller Träger]
beginn: "2017-10"
ende: 2019-07-31
ist_fortlaufend: false
kosten:
  einmalig: 5000
  jaehrlich: "12.50"
  personal: 0,5 Stelle
  ist_haushaltsvorbehalt: true
  foerdermittel: [{programm: Land, betrag: 1000, stand: bewilligt}]
  produkt: "06.01"
  erlaeuterung: aus laufenden Mitteln
prioritaet: hoch
zielgruppen: [Vorschulkinder]
querschnittsthemen: [praevention]
sozialraeume: [SR-01]
strategien: [Leitbild 2030]
wirkung: unmittelbar
herkunft: vereinbart
vorbehalte: [{art: haushalt, stand: offen}]
""",
        "fgk1:a7bbf1386341bd13d84b8b5fb9d548fd0490e4f727005733e0ef35867344f5a7",
    ),
    "jahresbericht": (
        """\
kennung: J-2018
von: 2018-01-01
bis: 2018-12-31
faellig_am: 2019-03-31
vorgelegt_am: 2019-02-26
beschluss: B-2019-01
zusammenfassung: Drei sind fertig.
strukturen: {umsetzungsstruktur: Lenkungskreis}
massnahmen:
  - massnahme: M-3.1.1
    status: verschoben
    fortschritt: 40
    text: Der Kalender liegt vor.
    nachweise: [{bezeichnung: Niederschrift, datum: 2018-12-04}]
    begruendung: Die Schulen planen neu.
    neue_frist: 2020-07-31
ziele: [{ziel: Z-3.1, stand: auf_kurs, werte: [{messkriterium: Quote, wert: {zahl: 38}}]}]
reihen:
  - indikator: anteil_unter_18
    einheit: "%"
    raumebene: gemeinde
    quelle: {titel: Landesdatenbank, lizenz: dl-de/by-2-0}
    werte: [{jahr: 2018, wert: 16.9}]
    musterdaten: true
selbstevaluation: {hoehepunkte: [Alle Ämter sind dabei]}
netzwerk: [{art: seminar, datum: 2018-05, titel: Steuerung}]
ausblick: Weiter so.
pruefung_verein: {ergebnis: bestaetigt}
""",
        "fgk1:9c35cb15314388587bd1a4683c4430815594adc28168783700da7cf4087e67ea",
    ),
}  # fmt: skip


def lade(akte: Anlegen, dateien: Mapping[str, Any] | None = None) -> tuple[Akte, Beschluss]:
    return geladen(akte(DATEIEN | dict(dateien or {})))


def geladen(ordner: Path) -> tuple[Akte, Beschluss]:
    gefunden, _ = load_akte(FolderSource(ordner))
    entscheidung = gefunden.finde(Beschluss, "B-2024-01")
    assert entscheidung
    return gefunden, entscheidung


@pytest.mark.parametrize("art", GOLDEN)
def test_fgk1_never_changes(art: str) -> None:
    text, summe = GOLDEN[art]
    data = read_yaml(text.encode()).data
    assert pruefsumme(vereinbart(data, FELDER[art])) == summe
    assert set(FELDER[art]) <= data.keys(), "the golden record lacks an agreed field"


def test_a_field_that_came_later_is_agreed_and_leaves_older_digests_alone(akte: Anlegen) -> None:
    bericht = "kennung: J-2024\nvon: 2024-03-01\nbis: 2024-12-31\nmassnahmen: []\n"
    beitrag = "mitglieder:\n  - ags: '05999001'\n    text: {}\n"

    def summe(text: str) -> str:
        ordner = akte({"jahresberichte/2024.yaml": text})
        return digest(load_akte(FolderSource(ordner))[0].alle(Jahresbericht)[0], FELDER["jahresbericht"])

    ohne = summe(bericht)
    assert ohne == pruefsumme(vereinbart(read_yaml(bericht.encode()).data, FELDER["jahresbericht"]))
    assert (
        len({ohne, summe(bericht + beitrag.format("Bürgerbus")), summe(bericht + beitrag.format("Rufbus"))})
        == 3
    )


def test_a_profile_names_fields_that_exist_and_every_kind_that_the_model_allows() -> None:
    assert tuple(FELDER) == FESTGELEGTE_ARTEN
    for art, felder in FELDER.items():
        assert set(felder) <= art_namens(art).modell.model_fields.keys()


def test_every_field_of_a_bound_kind_is_agreed_or_left_out_on_purpose() -> None:
    ausgelassen = {
        "kennung", "veroeffentlichung", "musterdaten", "bemerkung", "quellen", "beschluss", "unterschriften",
        "herkunft", "entstanden_aus", "faellig_am", "vorgelegt_am", "pruefung_verein", "uebernommen", "fassungen",
    }  # fmt: skip
    for art in ARTEN:
        if art.name in FELDER:
            assert art.modell.model_fields.keys() - set(alle_felder(art.name)) <= ausgelassen, art.name


def test_what_is_bound_agrees_with_itself_and_with_the_akte(akte: Anlegen) -> None:
    gefunden, entscheidung = lade(akte)
    festlegung = lege_fest(gefunden, entscheidung)
    assert list(festlegung.eintraege) == ["ZV-2024", "Z-1.1", "M-1.1.1", "M-1.1.2"]
    assert list(festlegung.felder) == ["zielvereinbarung", "ziel", "massnahme"]
    assert ist_stimmig(festlegung)
    assert vergleiche(festlegung, gefunden, entscheidung) == Vergleich()
    assert not vergleiche(festlegung, gefunden, entscheidung)


@pytest.mark.parametrize(
    ("feld", "wert"),
    [
        ("pruefzeichen", "0000-0000-0000-0000-0"),
        ("eintraege", {"Z-1.1": "fgk1:" + "0" * 64}),
        ("felder", {"zielvereinbarung": ("praeambel",), "ziel": ("titel",), "massnahme": ("titel",)}),
    ],
)
def test_a_festlegung_changed_by_hand_is_told(akte: Anlegen, feld: str, wert: Any) -> None:
    festlegung = lege_fest(*lade(akte))
    assert not ist_stimmig(festlegung.model_copy(update={feld: wert}))


def test_who_drops_a_field_and_reckons_again_is_told_too(akte: Anlegen) -> None:
    from fgk.festlegung.festlegung import pruefzeichen

    festlegung = lege_fest(*lade(akte))
    felder = festlegung.felder | {"massnahme": FELDER["massnahme"][:-1]}
    neu = {"felder": felder, "pruefzeichen": pruefzeichen(felder, festlegung.eintraege)}
    assert not ist_stimmig(festlegung.model_copy(update=neu))


def test_a_change_is_named_with_its_fields_where_the_old_content_is_known(
    akte: Anlegen, tmp_path: Path
) -> None:
    festlegung = lege_fest(*lade(akte))
    frueher, _ = load_akte(FolderSource(lege_an(tmp_path / "frueher", DATEIEN)))
    gefunden, entscheidung = lade(
        akte,
        {
            "massnahmen/M-1.1.2.yaml": M2.replace("2025-06-30", "2026-06-30") + "kosten:\n  jaehrlich: 500\n",
            "zielvereinbarung.yaml": ZV.replace("  - Kurze Wege\n  - Frühe Hilfen", "  - Frühe Hilfen\n  - Kurze Wege"),
            "massnahmen/M-1.1.4.yaml": M2.replace("M-1.1.2", "M-1.1.4"),
            "massnahmen/M-1.1.1.yaml": None,
        },
    )  # fmt: skip
    ohne = vergleiche(festlegung, gefunden, entscheidung)
    assert [a.kennung for a in ohne.geaendert] == ["ZV-2024", "M-1.1.2"]
    assert all(a.unterschiede == () for a in ohne.geaendert)
    assert (ohne.fehlend, ohne.neu) == (("M-1.1.1",), ("M-1.1.4",))
    mit = vergleiche(festlegung, gefunden, entscheidung, frueher)
    assert [tuple(u) for a in mit.geaendert for u in a.unterschiede] == [
        (("entwicklungsziele",), ["Kurze Wege", "Frühe Hilfen"], ["Frühe Hilfen", "Kurze Wege"]),
        (("ende",), "2025-06-30", "2026-06-30"),
        (("kosten", "jaehrlich"), None, 500),
    ]


def test_an_earlier_akte_that_is_not_the_decided_one_tells_nothing(akte: Anlegen, tmp_path: Path) -> None:
    festlegung = lege_fest(*lade(akte))
    andere = lege_an(tmp_path / "x", DATEIEN | {"massnahmen/M-1.1.2.yaml": M2 + "text: Anderes\n"})
    frueher, _ = load_akte(FolderSource(andere))
    gefunden, entscheidung = lade(akte, {"massnahmen/M-1.1.2.yaml": M2.replace("2025", "2026")})
    (abweichung,) = vergleiche(festlegung, gefunden, entscheidung, frueher).geaendert
    assert abweichung == ("M-1.1.2", "massnahmen/M-1.1.2.yaml", ())


def test_a_measure_that_is_no_longer_agreed_is_missing(akte: Anlegen) -> None:
    festlegung = lege_fest(*lade(akte))
    gefunden, entscheidung = lade(akte, {"massnahmen/M-1.1.2.yaml": M2 + "herkunft: ergaenzt\n"})
    assert vergleiche(festlegung, gefunden, entscheidung).fehlend == ("M-1.1.2",)


@pytest.mark.parametrize(
    "zeilen",
    [
        "bemerkung: Rücksprache mit dem Amt\n",
        "veroeffentlichung: oeffentlich\n",
        "musterdaten: true\n",
        "quellen:\n  - titel: Protokoll\n",
        "beschluss: B-2024-01\n",
        "entstanden_aus: [Z-1.1]\n",
        "# fgk: ignore FGK112 – so gewollt\n",
        "beteiligte: []\n",
    ],
)
def test_what_is_not_agreed_may_change(akte: Anlegen, zeilen: str) -> None:
    festlegung = lege_fest(*lade(akte))
    gefunden, entscheidung = lade(akte, {"massnahmen/M-1.1.2.yaml": M2 + zeilen})
    assert not vergleiche(festlegung, gefunden, entscheidung)


def test_a_reservation_may_be_settled_and_funds_granted_but_neither_dropped(akte: Anlegen) -> None:
    offen = M2 + (
        "kosten:\n  foerdermittel:\n    - programm: Land\n      betrag: 10\n"
        "vorbehalte:\n  - art: haushalt\n    text: Mittel ab 2025\n"
    )
    festlegung = lege_fest(*lade(akte, {"massnahmen/M-1.1.2.yaml": offen}))
    erfuellt = offen.replace("betrag: 10\n", "betrag: 10\n      stand: bewilligt\n")
    erfuellt += "    stand: erfuellt\n    stand_am: 2025-01-01\n"
    gefunden, entscheidung = lade(akte, {"massnahmen/M-1.1.2.yaml": erfuellt})
    assert not vergleiche(festlegung, gefunden, entscheidung)
    gefunden, entscheidung = lade(akte, {"massnahmen/M-1.1.2.yaml": offen.partition("vorbehalte")[0]})
    assert vergleiche(festlegung, gefunden, entscheidung)


def _blaetter(wert: Any, pfad: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(wert, dict):
        for key, inner in wert.items():
            yield from _blaetter(inner, (*pfad, key))
    elif isinstance(wert, list):
        for place, inner in enumerate(wert):
            yield from _blaetter(inner, (*pfad, place))
    else:
        yield pfad


def _mit(wert: Any, pfad: tuple[Any, ...], neu: Any) -> Any:
    if not pfad:
        return neu
    if isinstance(wert, dict):
        return {key: _mit(inner, pfad[1:], neu) if key == pfad[0] else inner for key, inner in wert.items()}
    return [_mit(inner, pfad[1:], neu) if place == pfad[0] else inner for place, inner in enumerate(wert)]


@given(st.sampled_from(sorted(GOLDEN)), st.data())
def test_any_changed_agreed_value_changes_the_digest_and_no_other_does(art: str, ziehen: Any) -> None:
    data = read_yaml(GOLDEN[art][0].encode()).data
    gebunden = vereinbart(data, FELDER[art])
    pfad = ziehen.draw(st.sampled_from(sorted(_blaetter(data), key=str)))
    geaendert = _mit(data, pfad, "etwas ganz anderes")
    ist_gebunden = pfad in set(_blaetter(gebunden))
    gleich = pruefsumme(vereinbart(geaendert, FELDER[art])) == pruefsumme(gebunden)
    assert gleich != ist_gebunden


@given(st.sampled_from(sorted(GOLDEN)), st.booleans(), st.booleans(), st.booleans(), st.randoms())
def test_how_a_file_is_written_never_changes_its_digest(
    art: str, crlf: bool, bom: bool, nfd: bool, zufall: Any
) -> None:
    import ruamel.yaml.compat
    from ruamel.yaml import YAML

    text = GOLDEN[art][0]
    data = read_yaml(text.encode()).data
    keys = list(data)
    zufall.shuffle(keys)
    strom = ruamel.yaml.compat.StringIO()
    schreiber = YAML()
    schreiber.default_flow_style = zufall.choice([True, False])
    schreiber.width = zufall.choice([20, 80, 4096])
    schreiber.dump({key: data[key] for key in keys}, strom)
    anders = "# ein Kommentar\n" + strom.getvalue()
    if nfd:
        anders = unicodedata.normalize("NFD", anders)
    raw = anders.replace("\n", "\r\n").encode() if crlf else anders.encode()
    gelesen = read_yaml(b"\xef\xbb\xbf" + raw if bom else raw)
    assert gelesen.is_readable, gelesen.faults
    assert pruefsumme(vereinbart(gelesen.data, FELDER[art])) == GOLDEN[art][1]


def test_a_file_may_move_and_be_renamed(akte: Anlegen, tmp_path: Path) -> None:
    eins = lege_fest(*lade(akte))
    zwei = lege_fest(*geladen(lege_an(tmp_path / "an" / "anderem ort", DATEIEN)))
    assert eins == zwei


def test_the_digest_knows_nothing_of_defaults_of_the_model(akte: Anlegen) -> None:
    gefunden, _ = lade(akte)
    massnahme = next(r for records in gefunden.records.values() for r in records if r.kennung == "M-1.1.2")
    assert digest(massnahme) == pruefsumme(
        {"ziel": "Z-1.1", "titel": "Familienbericht vorlegen", "federfuehrung": "OE-51", "ende": "2025-06-30"}
    )


def test_a_number_that_is_too_large_is_refused_with_its_file(akte: Anlegen) -> None:
    gefunden, entscheidung = lade(
        akte, {"massnahmen/M-1.1.2.yaml": M2 + "kosten:\n  einmalig: 9007199254740993\n"}
    )
    with pytest.raises(
        NichtDarstellbarError, match=r"massnahmen/M-1\.1\.2\.yaml: Der Inhalt enthält einen Wert"
    ):
        lege_fest(gefunden, entscheidung)


def test_an_empty_festlegung_is_possible_and_says_so(akte: Anlegen) -> None:
    gefunden, entscheidung = lade(akte, {"beschluesse/B-2024-01.yaml": beschluss("OE-10")})
    festlegung = lege_fest(gefunden, entscheidung)
    assert (festlegung.felder, festlegung.eintraege) == ({}, {})
    assert isinstance(festlegung, Festlegung)


def test_the_example_keeps_its_pruefzeichen() -> None:
    gefunden, _ = load_akte(FolderSource(BEISPIEL))
    entscheidung = gefunden.finde(Beschluss, "B-2017-01")
    assert entscheidung
    assert lege_fest(gefunden, entscheidung).pruefzeichen == "WFMY-E6E7-DJA6-S7F8-6"

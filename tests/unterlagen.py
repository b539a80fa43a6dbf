"""A small Akte that has everything the papers of an audit show, and a call that makes one of them."""

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pypdfium2
from beschluesse import ZV, beschluss
from lesen import docx_absaetze, html_absaetze, odt_absaetze, ungeschuetzt

from fgk.documents import Auftrag, erzeuge
from fgk.loading.load import load_akte
from fgk.sources import FolderSource

STICHTAG = date(2024, 12, 31)
AUDIT = """\
kennung: A-musterstadt-2024
ort:
  art: gemeinde
  name: Musterstadt
  ags: "05999001"
  land: Nordrhein-Westfalen
  einwohner:
    anzahl: 23456
    stichtag: 2023-12-31
    quelle:
      titel: Fortschreibung der Bevölkerung
      lizenz: dl-de/by-2-0
verfahren: familiengerechte-kommune
katalog: fgk-2013
stufe: grund
querschnittsthemen: [inklusion]
rollen:
  projektleitung:
    - funktion: Leitung des Familienbüros
      organisationseinheit: OE-51
      von: 2023-05-01
      bis: 2024-06-30
    - funktion: Leitung des Jugendamts
      von: 2024-07-01
termine:
  - schritt: teilnahmebeschluss
    datum: 2023-03-16
  - schritt: fragebogen
    datum: 2023-09-01
  - schritt: strategieworkshop
    geplant_am: 2023-10-01
    datum: 2023-10-10
  - schritt: zielvereinbarungsworkshop
    datum: 2024-01-20
strategien:
  - titel: Leitbild 2030
    text: Rahmen der Stadtplanung
"""
INDIKATOREN = """\
reihen:
  - indikator: anteil_unter_18
    einheit: "%"
    raumebene: gemeinde
    quelle:
      titel: Tabelle der Gemeinden
      lizenz: dl-de/by-2-0
    werte:
      - jahr: 2021
        wert: 17.2
      - jahr: 2022
        wert: 17.9
      - jahr: 2025
        wert: 99.9
  - indikator: betreuungsquote_u3
    einheit: "%"
    raumebene: kreis
    gebiet: Musterkreis
    quelle:
      titel: Tabelle der Kreise
    werte:
      - jahr: 2022
        stichtag: 2022-03-01
        wert: 31.5
    hinweis: Ohne Tagespflege.
"""
SOZIALRAEUME = """\
ebene: Stadtteilen
mindestfallzahl: 10
sozialraeume:
  - kennung: SR-01
    name: Nordstadt
  - kennung: SR-02
    name: Südstadt
  - kennung: SR-03
    name: Weststadt
werte:
  - sozialraum: SR-01
    indikator: anteil_unter_18
    jahr: 2022
    wert: 21.5
    fallzahl: 812
  - sozialraum: SR-02
    indikator: anteil_unter_18
    jahr: 2022
    ist_unterdrueckt: true
quelle:
  titel: Einwohnermelderegister
"""


def analyse(feld: str) -> str:
    return f"""\
kennung: AN-{feld}
handlungsfeld: {feld}
zusammenfassung: Die Lage im Feld {feld} ist bekannt.
angebote:
  - bezeichnung: Angebot in {feld}
    traeger: OE-51
staerken:
  - text: Eine Stärke in {feld}
herausforderungen:
  - text: Eine Aufgabe in {feld}
    beleg: Audit-Fragebogen
    indikatoren: [anteil_unter_18]
    querschnittsthemen: [inklusion]
"""


WORKSHOP = """\
kennung: W-2023-01
titel: Forum Familie
art: beteiligungsworkshop
datum: 2023-11-11
ort: Bürgerhaus
gruppen:
  - bezeichnung: Eltern
    anzahl: 12
  - bezeichnung: Politik
methode: Thementische
ergebnisse:
  - text: Es fehlt eine Stelle, die steuert.
    handlungsfeld: HF1
  - text: Es fehlen Plätze am Nachmittag.
    handlungsfeld: HF3
"""
ZIEL = """\
kennung: Z-1.1
handlungsfeld: HF1
titel: Familienpolitik wird ämterübergreifend gesteuert
ist_schwerpunkt: true
entstanden_aus: [W-2023-01]
messkriterien:
  - bezeichnung: Sitzungen
    sollwert:
      zahl: 4
"""
MASSNAHME = """\
kennung: M-1.1.1
ziel: Z-1.1
titel: Steuerungsgruppe einrichten
federfuehrung: OE-10
beginn: 2024-03-01
ende: 2024-12-31
kosten:
  einmalig: 1500
  jaehrlich: "250.50"
  personal: 0,5 Stelle
  ist_haushaltsvorbehalt: true
"""
BEGUTACHTUNG = """\
kennung: G-2024
eingereicht_am: 2024-03-01
begutachtet_am: 2024-04-10
gremium: Unabhängige Fachleute
ergebnis: mit_auflagen
empfehlungen: [Die Steuerung verstetigen]
auflagen:
  - text: Messkriterien ergänzen
    bis: 2024-10-01
zertifikat:
  art: grundzertifikat
  erteilt_am: 2024-05-02
  verliehen_am: 2024-06-05
  verliehen_in: Gütersloh
  gueltig_bis: 2027-05-01
"""
VERTRAG = """\
kennung: V-2023
partner: Familiengerechte Kommune e. V.
unterzeichnet_am: 2023-04-20
leistungen:
  - Recht zur Nutzung des Signets für drei Jahre
"""
DATEIEN: dict[str, str | None] = {
    "audit.yaml": AUDIT,
    "bestandsaufnahme/indikatoren.yaml": INDIKATOREN,
    "bestandsaufnahme/sozialraeume.yaml": SOZIALRAEUME,
    **{f"bestandsaufnahme/analyse/HF{n}.yaml": analyse(f"HF{n}") for n in range(1, 7)},
    "beteiligung/W-2023-01.yaml": WORKSHOP,
    "ziele/Z-1.1.yaml": ZIEL,
    "massnahmen/M-1.1.1.yaml": MASSNAHME,
    "zielvereinbarung.yaml": ZV,
    "begutachtung.yaml": BEGUTACHTUNG,
    "vertrag.yaml": VERTRAG,
    "beschluesse/B-2024-01.yaml": beschluss("ZV-2024"),
    "beschluesse/B-2023-01.yaml": """\
kennung: B-2023-01
titel: Teilnahme am Audit
art: teilnahme
beratungen:
  - gremium: Rat
    datum: 2023-03-16
    rolle: entscheidung
    ergebnis: unveraendert
    abstimmung:
      art: einstimmig
      ja: 34
      nein: 0
      enthaltungen: 0
""",
}
SIGNET = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>'
)
VEREIN: Mapping[str, str] = {
    "fgk.yaml": "rolle: verein\n",
    "gestaltung.yaml": "signet: vorlagen/signet.svg\n",
    "vorlagen/signet.svg": SIGNET,
}
#: more than sixty letters, with those that are rare here
LANGER_NAME = "Verbandsgemeinde Łęczyca-Şentürkhausen und Sankt Désirée an der Ruhr im Sauerland"


def umgeben(ordner: Path, dateien: Mapping[str, str]) -> None:
    """Lay the files of a workspace around an Akte."""
    for name, inhalt in dateien.items():
        pfad = ordner.parent / name
        pfad.parent.mkdir(parents=True, exist_ok=True)
        pfad.write_text(inhalt, encoding="utf-8")


def unterlage(
    ordner: Path, name: str, format_: str = "md", *, stichtag: date = STICHTAG, entwurf: bool = False
) -> bytes:
    """Return a document of a faultless Akte; a draft may have faults."""
    akte, meldungen = load_akte(FolderSource(ordner))
    assert meldungen == []
    inhalt = erzeuge(
        akte,
        Auftrag(name, None, [format_]),
        stichtag,
        ist_entwurf=entwurf,
        workspace=akte.source.workspace(),
    )
    return next(iter(inhalt.values()))


def _seiten(daten: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(io.BytesIO(daten)) as pdf:
        for seite in pdf:
            yield seite.get_textpage().get_text_range()


LESEN: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "pdf": _seiten,
    "md": lambda daten: iter([daten.decode()]),
    "html": html_absaetze,
    "docx": docx_absaetze,
    "odt": odt_absaetze,
}


def gelesen(daten: bytes, format_: str) -> str:
    """Return all text of a document, with ordinary blanks."""
    return " ".join(ungeschuetzt("\n".join(LESEN[format_](daten))).replace("\u00ad", "").split())


def seitenzahl(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as offen:
        return len(offen)

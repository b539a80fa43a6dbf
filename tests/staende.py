"""Akten whose stand is asked for: a Kreis with members, a Quartier, a stage without end, one that is kept short."""

from pathlib import Path

from hilfen import lege_an

VEREINBARUNG = "kennung: ZV-2020\nlaufzeit:\n  von: 2020-07-01\n  bis: 2023-06-30\n"
ZERTIFIKAT = """\
kennung: G-2020
ergebnis: empfohlen
zertifikat:
  art: grundzertifikat
  erteilt_am: 2020-06-15
  gueltig_bis: 2023-06-14
"""


def audit(kennung: str, **felder: str) -> str:
    """Return an audit.yaml of Musterstadt; ``felder`` replace lines or add some at its end."""
    zeilen = {
        "kennung": kennung,
        "ort": '\n  art: gemeinde\n  name: Musterstadt\n  ags: "05999001"',
        "verfahren": "familiengerechte-kommune",
        "katalog": "fgk-2013",
        "stufe": "grund",
    } | felder
    return "".join(f"{schluessel}: {wert}\n" for schluessel, wert in zeilen.items())


def arbeitsbereich(ordner: Path) -> Path:
    """Make a workspace."""
    ordner.mkdir(parents=True, exist_ok=True)
    (ordner / "fgk.yaml").write_text("", encoding="utf-8")
    return ordner


def kurze_akte(ordner: Path, kopf: str, **dateien: str) -> Path:
    """Make an Akte of its head and nothing that the smallest one has besides."""
    mehr = {f"{name}.yaml": inhalt for name, inhalt in dateien.items()}
    weg = ("ziele/Z-1.1.yaml", "massnahmen/M-1.1.1.yaml", "organisationseinheiten.yaml")
    return lege_an(ordner, {"audit.yaml": kopf, **dict.fromkeys(weg), **mehr})


MITGLIEDER = """
  - name: Musterstadt
    ags: "05999001"
    beteiligung: Workshop mit den Schulen
    beteiligungen: [W-2023-01]
    massnahmen: [M-1.1.1]
    akte: A-musterstadt-2020
  - name: Musterdorf
    ags: "05999002"
    akte: A-musterdorf-2020
  - name: Mustertal
    ags: "05999003\""""


def kreis(ordner: Path) -> Path:
    """Make a Kreis with three members in a workspace: one has an Akte there, one elsewhere, one none."""
    arbeitsbereich(ordner)
    kurze_akte(
        ordner / "musterstadt",
        audit("A-musterstadt-2020"),
        zielvereinbarung=VEREINBARUNG,
        begutachtung=ZERTIFIKAT,
    )
    kopf = audit(
        "A-musterkreis-2023",
        ort='\n  art: kreis\n  name: Musterkreis\n  schluessel: "05999"',
        verfahren="familiengerechter-kreis",
        mitglieder=MITGLIEDER,
    )
    workshop = "kennung: W-2023-01\ntitel: Workshop Schulen\nart: beteiligungsworkshop\ndatum: 2023-05-10\n"
    return lege_an(ordner / "kreis", {"audit.yaml": kopf, "beteiligung/W-2023-01.yaml": workshop})


def quartier(ordner: Path) -> Path:
    """Make a Quartier with two leads and measures of both kinds, whose concept is in force."""
    kopf = audit(
        "A-musterquartier-2023",
        ort='\n  art: quartier\n  name: Am Anger\n  ags: "05999001"\n  gemeinde: Musterstadt',
        verfahren="generationengerechtes-wohnen",
        katalog="agwiq-pilot",
        traeger="[OE-bau, OE-10]",
    )
    einheiten = (
        "organisationseinheiten:\n"
        "  - kennung: OE-10\n    name: Stadt Musterstadt\n    art: amt\n"
        "  - kennung: OE-bau\n    name: Bauverein Musterstadt eG\n    art: unternehmen\n"
    )
    massnahme = "kennung: M-1.1.{n}\nziel: Z-1.1\ntitel: Aufzug {n}\nfederfuehrung: OE-10\nende: 2024-0{n}-30\nwirkung: {w}\n"
    return lege_an(
        ordner,
        {
            "audit.yaml": kopf,
            "organisationseinheiten.yaml": einheiten,
            "massnahmen/M-1.1.1.yaml": massnahme.format(n=1, w="unmittelbar"),
            "massnahmen/M-1.1.3.yaml": massnahme.format(n=3, w="unmittelbar"),
            "massnahmen/M-1.1.4.yaml": massnahme.format(n=4, w="mittelbar"),
            "zielvereinbarung.yaml": "kennung: ZV-2023\nlaufzeit:\n  von: 2023-07-01\n  bis: 2026-06-30\n",
        },
    )

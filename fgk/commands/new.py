"""fgk new: create a record with the next free Kennung and comments that explain every field."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import AkteOption, StichtagOption, one_akte, parse_stichtag, refuse
from fgk.commands.new_fragen import ask_art, complete, stelle_gemeint
from fgk.commands.saying import say

if TYPE_CHECKING:
    from fgk.scaffolding.vorhaben import Angelegt, Vorhaben

_DANACH = {
    "ziel": "Woran Sie das Ziel messen, steht unter „messkriterien“. Maßnahmen dazu: „fgk new massnahme --ziel {kennung}“.",
    "jahresbericht": "Jedes Amt ergänzt bei seinen Maßnahmen „status“ und „text“. Danach: „fgk render jahresbericht --jahr {jahr}“.",
    "organisationseinheit": "",
    "fassung": "",
    "zielvereinbarung": "Ergänzen Sie Laufzeit, Präambel und Schwerpunkte. Danach: „fgk render {dokument}“.",
    "beschluss": "Die Vorlage dazu: „fgk render beschlussvorlage --beschluss {kennung}“. Sobald entschieden ist, tragen Sie "
    "das Ergebnis ein.{decide}",
}


_OHNE_ENDE = (
    "Ein Ende hat die Laufzeit in dieser Stufe nicht. Ist die Zielvereinbarung beschlossen, beginnt „fgk new fassung“ die "
    "nächste Fassung."
)
_SONST = "Öffnen Sie die Datei, und ergänzen Sie, was Sie wissen. Danach: „fgk validate“."


def new(
    art: Annotated[
        str | None,
        typer.Argument(
            metavar="ART",
            show_default=False,
            help="Was angelegt wird: ziel, massnahme, beschluss, beteiligung, jahresbericht, analyse, indikatoren, "
            "sozialraeume, zielvereinbarung, fassung, begutachtung, vertrag, gestaltung, organisationseinheit.",
        ),
    ] = None,
    jahr: Annotated[
        str | None,
        typer.Argument(
            metavar="JAHR",
            help="Bei Jahresbericht, Vertrag, Zielvereinbarung und Begutachtung: das Jahr, z. B. 2024.",
            show_default=False,
        ),
    ] = None,
    *,
    titel: Annotated[
        str | None,
        typer.Option(
            "--titel",
            metavar="TEXT",
            help="Titel. Fassung: was die bisherige Neues brachte.",
            show_default=False,
        ),
    ] = None,
    ziel: Annotated[
        str | None,
        typer.Option(
            "--ziel", metavar="KENNUNG", help="Maßnahme: zu welchem Ziel, z. B. Z-3.1.", show_default=False
        ),
    ] = None,
    handlungsfeld: Annotated[
        str | None,
        typer.Option(
            "--handlungsfeld",
            metavar="HF…",
            help="Ziel und Analyse: welches Handlungsfeld.",
            show_default=False,
        ),
    ] = None,
    federfuehrung: Annotated[
        str | None,
        typer.Option(
            "--federfuehrung",
            metavar="OE-…",
            help="Maßnahme: welche Stelle federführend ist.",
            show_default=False,
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum",
            metavar="JJJJ-MM-TT",
            help="Beschluss und Beteiligung: der Tag. Fassung: ab wann die neue gilt.",
            show_default=False,
        ),
    ] = None,
    gremium: Annotated[
        str | None,
        typer.Option("--gremium", metavar="NAME", help="Beschluss: wer entscheidet.", show_default=False),
    ] = None,
    art_wort: Annotated[
        str | None,
        typer.Option(
            "--art",
            metavar="WORT",
            help="Beschluss, Beteiligung, Organisationseinheit: welche Art, z. B. zielvereinbarung oder befragung.",
            show_default=False,
        ),
    ] = None,
    beginn: Annotated[
        str | None, typer.Option("--beginn", metavar="TAG", help="Maßnahme: Beginn.", show_default=False)
    ] = None,
    ende: Annotated[
        str | None, typer.Option("--ende", metavar="TAG", help="Maßnahme: Ende.", show_default=False)
    ] = None,
    von: Annotated[
        str | None,
        typer.Option(
            "--von",
            metavar="TAG",
            help="Jahresbericht: erster Tag; ohne Angabe der nach dem letzten Bericht.",
            show_default=False,
        ),
    ] = None,
    bis: Annotated[
        str | None,
        typer.Option(
            "--bis",
            metavar="TAG",
            help="Jahresbericht: letzter Tag; ohne Angabe der letzte des Jahres.",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="Sozialräume: Name eines Gebiets, auch mehrfach. Organisationseinheit: voller Name.",
            show_default=False,
        ),
    ] = None,
    indikator: Annotated[
        str | None,
        typer.Option("--indikator", metavar="WORT", help="Indikatoren: welcher zuerst.", show_default=False),
    ] = None,
    kennung: Annotated[
        str | None,
        typer.Option(
            "--kennung",
            metavar="KENNUNG",
            help="Eine bestimmte Kennung; ohne Angabe die nächste freie.",
            show_default=False,
        ),
    ] = None,
    feld: Annotated[
        list[str] | None,
        typer.Option(
            "--feld",
            metavar="NAME=WERT",
            help="Jedes andere Feld, z. B. prioritaet=hoch oder laufzeit.von=2024-03-01. Auch mehrfach.",
            show_default=False,
        ),
    ] = None,
    akte: AkteOption = Path(),
    stichtag: StichtagOption = None,
) -> None:
    """Legt einen Datensatz an: mit der nächsten freien Kennung und einer Erklärung zu jedem Feld.

    Was fehlt, fragt der Befehl im Terminal nach.
    Beispiele: „fgk new massnahme --ziel Z-3.1“, „fgk new ziel --handlungsfeld HF3“, „fgk new jahresbericht 2020“.
    """
    from fgk.scaffolding.fragen import geordnet
    from fgk.scaffolding.neu import art_fuer, create_record
    from fgk.scaffolding.optionen import pruefe_optionen
    from fgk.scaffolding.vorhaben import Vorhaben
    from fgk.writing import FaultyChangeError

    gesagt = {
        "jahr": jahr, "titel": titel, "ziel": ziel, "handlungsfeld": handlungsfeld, "federfuehrung": federfuehrung,
        "datum": datum, "gremium": gremium, "art": art_wort, "beginn": beginn, "ende": ende, "von": von, "bis": bis,
        "name": name, "indikator": indikator, "kennung": kennung, "feld": feld,
    }  # fmt: skip
    angaben = {option: wert for option, wert in gesagt.items() if wert}
    ordner = one_akte(akte, has_option=True)
    gemeint = art_fuer(art or ask_art())
    vorhaben = Vorhaben(ordner, gemeint, parse_stichtag(stichtag), geordnet(gemeint.name, angaben))
    pruefe_optionen(vorhaben)
    if federfuehrung:
        vorhaben.angaben["federfuehrung"] = stelle_gemeint(vorhaben, federfuehrung)
    complete(vorhaben)
    try:
        _report(vorhaben, create_record(vorhaben))
    except FaultyChangeError as error:
        refuse(error.faults, "Nichts angelegt: Der neue Datensatz hätte Fehler.", "Ändern Sie die Angaben.")


def _report(vorhaben: "Vorhaben", angelegt: "Angelegt") -> None:
    from fgk.sources import short_path

    path = short_path(angelegt.path).as_posix()
    wort = "ergänzt" if vorhaben.art.name in ("organisationseinheit", "fassung") else "angelegt"
    typer.echo(f"{wort}: {path}" + (f" ({angelegt.kennung})" if angelegt.kennung else ""))
    for offen in angelegt.offen:
        say(f"  noch zu tun: {offen.was}", "    ")
        say(f"    → {offen.tun}", "      ")
    audit = vorhaben.akte.audit
    if vorhaben.art.name == "zielvereinbarung" and audit and audit.stufe == "erhaltung":
        say(_OHNE_ENDE)
    jahr = (angelegt.kennung or "").removeprefix("J-")
    danach = _DANACH.get(vorhaben.art.name, _SONST).format(
        kennung=angelegt.kennung, jahr=jahr, decide=_decide(vorhaben, angelegt), dokument=_dokument(vorhaben)
    )
    if danach:
        say(danach)


def _dokument(vorhaben: "Vorhaben") -> str:
    """Return the document that an agreement becomes: in a Quartier it is another one."""
    from fgk.loading.ablagen import verfahren_von

    verfahren = verfahren_von(vorhaben.akte)
    return (
        "quartierskonzept" if verfahren and "quartierskonzept" in verfahren.dokumente else "zielvereinbarung"
    )


def _decide(vorhaben: "Vorhaben", angelegt: "Angelegt") -> str:
    """Return the hint to bind a decision; one on taking part has no content that it could bind."""
    from fgk.scaffolding.optionen import gesagt

    if vorhaben.art.name != "beschluss" or gesagt(vorhaben, "datum")["art"] in ("teilnahme", "bilanz"):
        return ""
    return f" Danach: „fgk decide {angelegt.kennung}“."

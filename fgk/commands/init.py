"""fgk init: begin an Akte, in a new folder or with what is missing in one that is there."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import StichtagOption, parse_stichtag, refuse
from fgk.commands.init_fragen import jahr_aus, ordner_fuer, vorgaben_fuer
from fgk.commands.saying import say
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.scaffolding.akte import Plan


def init(
    ordner: Annotated[
        Path,
        typer.Argument(
            metavar="ORDNER", help="Ordner der Akte; ohne Angabe der aktuelle.", show_default=False
        ),
    ] = Path(),
    *,
    ags: Annotated[
        str | None,
        typer.Option(
            "--ags",
            metavar="ZIFFERN",
            help="Amtlicher Gemeindeschlüssel, acht Ziffern, z. B. 05334032.",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name",
            metavar="NAME",
            help="Name der Gemeinde oder des Kreises; beim Quartier dessen Name.",
            show_default=False,
        ),
    ] = None,
    kreis_schluessel: Annotated[
        str | None,
        typer.Option(
            "--kreis-schluessel",
            metavar="ZIFFERN",
            help="Kreis: sein Schlüssel, fünf Ziffern, z. B. 05334.",
            show_default=False,
        ),
    ] = None,
    ars: Annotated[
        str | None,
        typer.Option(
            "--ars",
            metavar="ZIFFERN",
            help="Verbandsgemeinde, Samtgemeinde oder Amt: Regionalschlüssel, zwölf Ziffern.",
            show_default=False,
        ),
    ] = None,
    bezirk: Annotated[
        str | None,
        typer.Option("--bezirk", metavar="NAME", help="Bezirk einer Stadt; dazu --ags.", show_default=False),
    ] = None,
    verfahren: Annotated[
        str | None,
        typer.Option(
            "--verfahren",
            metavar="WORT",
            help="familiengerechte-kommune, familiengerechter-kreis oder generationengerechtes-wohnen.",
            show_default=False,
        ),
    ] = None,
    stufe: Annotated[
        str | None,
        typer.Option(
            "--stufe",
            metavar="WORT",
            help="grund, bilanzierung oder erhaltung; ohne Angabe grund.",
            show_default=False,
        ),
    ] = None,
    jahr: Annotated[
        str | None,
        typer.Option(
            "--jahr",
            metavar="JJJJ",
            help="Jahr, in dem das Audit beginnt; ohne Angabe das aktuelle.",
            show_default=False,
        ),
    ] = None,
    kennung: Annotated[
        str | None,
        typer.Option(
            "--kennung",
            metavar="A-…",
            help="Kennung der Akte; ohne Angabe aus Name und Jahr, z. B. A-stolberg-2026.",
            show_default=False,
        ),
    ] = None,
    ci: Annotated[
        str | None,
        typer.Option(
            "--ci",
            metavar="WORT",
            help="Legt auch die Datei an, mit der github, gitlab oder forgejo jede Änderung prüft.",
            show_default=False,
        ),
    ] = None,
    stichtag: StichtagOption = None,
) -> None:
    """Legt eine Akte an. In einem Ordner, der schon Dateien enthält, ergänzt der Befehl nur, was fehlt.

    Was fehlt, fragt der Befehl im Terminal nach.
    Beispiele: „fgk init kommune-stolberg --ags 05334032“, „fgk init --name Stolberg --ci github“.
    """
    import os

    from fgk.scaffolding.akte import carry_out, plan
    from fgk.scaffolding.anfangsdateien import Vorgaben
    from fgk.scaffolding.gemeindesuche import Ortsangabe
    from fgk.scaffolding.orte import beschrieben
    from fgk.sources import AKTE_FILE
    from fgk.writing import FaultyChangeError

    day = parse_stichtag(stichtag)
    vorgaben: Vorgaben | None = None
    ordner = ordner_fuer(ordner, name)
    if not os.path.lexists(ordner / AKTE_FILE):
        angabe = Ortsangabe(name, ags, kreis_schluessel, ars, bezirk)
        vorgaben = vorgaben_fuer(
            angabe,
            {"verfahren": verfahren, "stufe": stufe, "jahr": jahr and jahr_aus(jahr), "kennung": kennung},
            day,
        )
    elif any((ags, name, kreis_schluessel, ars, bezirk, verfahren, stufe, jahr, kennung)):
        raise FgkError(
            f"In „{ordner}“ liegt schon eine Akte; an ihrer {AKTE_FILE} ändert „fgk init“ nichts.",
            "Lassen Sie die Angaben zu Ort, Verfahren und Stufe weg; dann ergänzt der Befehl nur, was fehlt.",
        )
    done = plan(ordner, vorgaben, ci and ci.lower(), day)
    try:
        carry_out(done, ordner, day)
    except FaultyChangeError as error:
        refuse(error.faults, "Nichts angelegt: Die Akte hätte Fehler.", "Ändern Sie die Angaben.")
    if vorgaben is not None:
        say(f"Angelegt für: {beschrieben(vorgaben.ort)}")
    _report(done, ordner, ist_neu=vorgaben is not None)


def _report(plan: "Plan", ordner: Path, *, ist_neu: bool) -> None:
    if plan.neu:
        _list("Angelegt:", plan.neu)
    else:
        typer.echo("Es fehlt nichts; angelegt wurde nichts.")
    if plan.vorhanden:
        _list("Schon da und nicht geändert:", plan.vorhanden)
    for path, lines in plan.fehlende_zeilen.items():
        typer.echo(f"In {_shown(path)} fehlen diese Zeilen; ergänzen Sie sie:")
        for line in lines:
            typer.echo(f"  {line}")
    if plan.ci:
        typer.echo("Was für die CI einzurichten ist, steht am Anfang ihrer Datei.")
    if plan.ci_ordner:
        say(
            f"Die CI-Datei liegt im obersten Ordner des Repositorys ({_shown(plan.ci_ordner)}); nur dort wirkt sie."
        )
    if ist_neu:
        wo = "" if ordner == Path() else f" {_typed(ordner)}"
        readme = ordner / "README.md"
        danach = (
            f"Was danach zu tun ist, steht in {_shown(readme)}."
            if readme in plan.neu
            else "Danach: Stellen und Termine in „organisationseinheiten.yaml“ und „audit.yaml“ ergänzen, dann „fgk new ziel“."
        )
        typer.echo()
        say(f"Nächster Schritt: „fgk validate{wo}“. {danach}")


def _typed(path: Path) -> str:
    """Return a path as it can be typed in a command."""
    text = _shown(path)
    return text if re.fullmatch(r"[\w./~+-]+", text) else f'"{text}"'


def _list(kopf: str, paths: Iterable[Path]) -> None:
    """Print files, those of the editor as one: nobody looks into them."""
    from fgk.output.summary import anzahl

    typer.echo(kopf)
    schemas = [path for path in paths if path.parent.name == "schemas"]
    for path in paths:
        if path not in schemas:
            typer.echo(f"  {_shown(path)}")
    if schemas:
        zahl = anzahl(len(schemas), "Schema", "Schemas")
        typer.echo(f"  {_shown(schemas[0].parent)}/ ({zahl} für den Editor)")


def _shown(path: Path) -> str:
    from fgk.sources import short_path

    return short_path(path).as_posix()

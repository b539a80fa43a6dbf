"""fgk init: begin an Akte, in a new folder or with what is missing in one that is there."""

from pathlib import Path
from typing import Annotated

import typer

from fgk.commands.common import StichtagOption, parse_stichtag, refuse
from fgk.commands.init_bericht import report, say_if_apart, say_what
from fgk.commands.init_fragen import jahr_aus, vorgaben_fuer
from fgk.commands.init_ordner import ordner_fuer
from fgk.errors import FgkError


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
            help="familiengerechte-kommune, familiengerechter-kreis, generationengerechtes-wohnen oder ein eigenes.",
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
    vorgaenger: Annotated[
        str | None,
        typer.Option(
            "--vorgaenger",
            metavar="AKTE",
            help="Akte der vorigen Stufe, aus der die neue beginnt: ihr Ordner, oder im Arbeitsbereich ihre Kennung.",
            show_default=False,
        ),
    ] = None,
    kurz: Annotated[
        bool,
        typer.Option(
            "--kurz", help="Nur Stammdaten, Tage und Zertifikat, etwa für das Verzeichnis des Vereins."
        ),
    ] = False,
    stichtag: StichtagOption = None,
) -> None:
    """Legt eine Akte an. In einem Ordner, der schon Dateien enthält, ergänzt der Befehl nur, was fehlt.

    Was fehlt, fragt der Befehl im Terminal nach.
    Beispiele: „fgk init kommune-stolberg --ags 05334032“, „fgk init --name Stolberg --ci github“,
    „fgk init stolberg-2021 --vorgaenger kommune-stolberg“, „fgk init stolberg --name Stolberg --kurz“.
    """
    import os

    from fgk.scaffolding.akte import carry_out, plan
    from fgk.scaffolding.anfangsdateien import Vorgaben
    from fgk.scaffolding.gemeindesuche import Ortsangabe
    from fgk.sources import AKTE_FILE
    from fgk.writing import FaultyChangeError

    day = parse_stichtag(stichtag)
    vorgaben: Vorgaben | None = None
    ordner = ordner_fuer(ordner, name)
    gesagt = {
        "verfahren": verfahren, "stufe": stufe, "jahr": jahr and jahr_aus(jahr), "kennung": kennung,
        "vorgaenger": vorgaenger, "kurz": kurz,
    }  # fmt: skip
    if kurz and vorgaenger:
        raise FgkError(
            "Eine kurz geführte Akte übernimmt nichts.", "Lassen Sie --kurz oder --vorgaenger weg."
        )
    try:
        if not os.path.lexists(ordner / AKTE_FILE):
            angabe = Ortsangabe(name, ags, kreis_schluessel, ars, bezirk)
            vorgaben = vorgaben_fuer(angabe, gesagt, ordner, day)
        elif any((ags, name, kreis_schluessel, ars, bezirk, *gesagt.values())):
            raise FgkError(
                f"In „{ordner}“ liegt schon eine Akte; an ihrer {AKTE_FILE} ändert „fgk init“ nichts.",
                "Lassen Sie die Angaben zu Ort, Verfahren und Stufe weg; dann ergänzt der Befehl nur, was fehlt.",
            )
    except FaultyChangeError as error:
        refuse(
            error.faults,
            "Nichts angelegt: Die vorige Akte hat Fehler.",
            "Beheben Sie sie dort, damit sie nicht in die neue Akte kommen.",
        )
    done = plan(ordner, vorgaben, ci and ci.lower(), day)
    try:
        carry_out(done, ordner, day)
    except FaultyChangeError as error:
        refuse(error.faults, "Nichts angelegt: Die Akte hätte Fehler.", "Ändern Sie die Angaben.")
    if vorgaben is not None:
        say_what(vorgaben)
    report(done, ordner, ist_neu=vorgaben is not None)
    if vorgaben is not None and vorgaben.vorgaenger is not None:
        say_if_apart(ordner)

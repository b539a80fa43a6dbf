"""fgk unpack: take in an Akte that somebody sent, after showing what that changes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from fgk.commands.common import (
    OK,
    one_akte,
    parse_stichtag,
    refuse,
    terminal_width,
    wants_color,
    warn_of_decided,
)
from fgk.commands.fragen import agree
from fgk.commands.saying import say
from fgk.commands.streitfragen import refuse_conflicts, say_new_names
from fgk.errors import FgkError
from fgk.sharing.vorrang import Vorrang

if TYPE_CHECKING:
    from fgk.diagnostic import Diagnostic
    from fgk.sharing.taking import Plan
    from fgk.sharing.unpack import Pack


def unpack(
    datei: Annotated[Path, typer.Argument(metavar="DATEI", help="Das Paket.", show_default=False)],
    *,
    nach: Annotated[
        Path | None,
        typer.Option(
            "--nach", metavar="ORDNER", help="Legt die Akte neu an, in diesem Ordner.", show_default=False
        ),
    ] = None,
    akte: Annotated[
        Path | None,
        typer.Option(
            "--akte",
            metavar="ORDNER",
            help="Nimmt das Paket in diese Akte auf; ohne Angabe in die aktuelle.",
            show_default=False,
        ),
    ] = None,
    ja: Annotated[bool, typer.Option("--ja", help="Übernimmt ohne Rückfrage.")] = False,
    vorrang: Annotated[
        Vorrang | None,
        typer.Option(
            "--vorrang",
            metavar="hier|paket",
            help="Was gilt, wo beide Seiten dasselbe verschieden geändert haben.",
            show_default=False,
        ),
    ] = None,
    neu_nummerieren: Annotated[
        bool,
        typer.Option(
            "--neu-nummerieren",
            help="Gibt neuen Datensätzen des Pakets die nächste freie Kennung, wenn hier schon andere so heißen.",
        ),
    ] = False,
) -> None:
    """Nimmt ein Paket an: legt die Akte neu an, oder zeigt, was es an Ihrer ändert, und übernimmt es.

    Beispiele: „fgk unpack stolberg-2016.fgk.zip“, „fgk unpack
    post/stolberg.fgk.zip --akte akten/stolberg --ja“. Was Sie selbst seit dem
    letzten Austausch geändert haben, bleibt. Haben beide dasselbe geändert,
    entscheiden Sie.
    """
    from fgk.finding import find_akte_upwards
    from fgk.sharing.unpack import read_pack

    if nach is not None and (akte is not None or vorrang is not None or neu_nummerieren):
        raise FgkError(
            "--nach legt eine neue Akte an; --akte, --vorrang und --neu-nummerieren gehören zu einer, die schon da ist.",
            "Lassen Sie --nach weg, oder nennen Sie nur --nach.",
        )
    pack = read_pack(datei)
    if nach is None and (akte is not None or find_akte_upwards(Path()) is not None):
        _into(one_akte(akte), pack, vorrang, ja=ja, renumbers=neu_nummerieren)
    else:
        _anew(pack, nach)


def _anew(pack: "Pack", nach: Path | None) -> None:
    from fgk.output.summary import anzahl
    from fgk.sharing.apply import make_akte
    from fgk.sharing.pack import short_name
    from fgk.sources import short_path

    folder = nach or Path(short_name(pack.manifest.akte))
    make_akte(pack, folder)
    _name(pack)
    shown = short_path(folder).as_posix()
    say(f"angelegt: {shown} ({anzahl(len(pack.files), 'Datei', 'Dateien')})")
    say(f"Die Einstellungen für Editor und git sind nicht im Paket; „fgk init {shown}“ ergänzt sie.")
    _warn(folder)


def _warn(folder: Path) -> None:
    from fgk.commands.common import warn_of_faults

    warn_of_faults([folder], "So hat sie der Absender gepackt")


def _name(pack: "Pack") -> None:
    from fgk.comparing.worte import sauber

    say(
        f"Paket der Akte {sauber(pack.manifest.akte)}, {sauber(pack.manifest.ort)}, Stand {pack.manifest.stand[:8]}"
    )


def _into(folder: Path, pack: "Pack", vorrang: Vorrang | None, *, ja: bool, renumbers: bool) -> None:
    from fgk.sharing.apply import faults_of, learn, take_in
    from fgk.sharing.taking import plan as make_plan

    plan = make_plan(folder, pack, vorrang, renumbers=renumbers)
    _name(pack)
    if plan.is_known:
        say(
            "Diesen Stand kennt die Akte schon, oder sie ist weiter: Sie hat ihn selbst gepackt oder bereits übernommen. "
            "Es gibt nichts zu übernehmen."
        )
        say("Wollen Sie sehen, wie es damals war, packen Sie das Paket mit --nach in einen neuen Ordner aus.")
        return
    if not plan.doppelt:  # what comes in is only to be seen when each record has its number
        _show(plan)
    if plan.conflicts:
        refuse_conflicts(plan)
    if not plan.changed:
        learn(plan)
        say("Es gibt nichts zu übernehmen: Hier ist alles schon so, oder neuer.")
        return
    faults = faults_of(plan, parse_stichtag(None))
    if faults:
        _refuse_faults(faults)
    if not (ja or agree("Übernehmen?")):
        say("Es wurde nichts geschrieben. Mit --ja wird es übernommen.")
        raise typer.Exit(OK)
    take_in(plan)
    say(f"Übernommen. Die Akte „{folder.resolve().name}“ ist jetzt auf diesem Stand.")


def _refuse_faults(faults: "list[Diagnostic]") -> NoReturn:
    refuse(
        faults,
        f"Nichts übernommen: Damit {'käme' if len(faults) == 1 else 'kämen'} {len(faults)} Fehler in die Akte.",
        "Bitten Sie den Absender, sie zu beheben, oder packen Sie das Paket mit --nach in einen neuen Ordner aus.",
    )


def _show(plan: "Plan") -> None:
    from fgk.comparing.akten import vergleiche_akten
    from fgk.output.aenderungsliste import Dateien, aenderungsliste, umfang
    from fgk.output.vergleich_text import VergleichText
    from fgk.sharing.versions import others
    from fgk.writing import preview_of

    here = plan.akte(plan.ours, "hier")
    if plan.base is None:
        say(
            "Ein gemeinsamer Stand ist nicht bekannt. Deshalb gilt jeder Unterschied als offen, und was nur hier liegt, "
            "bleibt."
        )
    else:
        say(f"Gemeinsamer Stand: {plan.base.name}")
        ours = vergleiche_akten(plan.akte(plan.base.files, "vorher"), here, ("vorher", "hier"))
        seitdem = umfang(ours, Dateien(*others(plan.base.files, plan.ours)))
        if seitdem:
            say(f"Hier seitdem geändert, und das bleibt: {seitdem}.")
    preview = preview_of(here, plan.akte(plan.result, "neu"))
    dateien = Dateien(*others(plan.ours, plan.result), plan.rewritten)
    say_new_names(plan)
    typer.echo()
    say(f"Das Paket bringt: {umfang(preview.vergleich, dateien) or 'kein geändertes Feld'}.")
    schreiber = VergleichText(width=terminal_width(), color=wants_color())
    for line in aenderungsliste(preview.vergleich, dateien, schreiber):
        typer.echo(line)
    warn_of_decided(preview)
    typer.echo()

"""fgk decide: record a council's decision, and bind what was decided."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from fgk.commands.common import ERRORS, AkteArgument, StichtagOption, one_akte, parse_stichtag, refuse
from fgk.commands.unterschrift import sign
from fgk.errors import FgkError
from fgk.festlegung.pruefzeichen import MASSGEBLICH

if TYPE_CHECKING:
    from fgk.akte import Akte
    from fgk.deciding.record import Festgelegt, OtherContentError, Seither


def decide(
    kennung: Annotated[
        str, typer.Argument(metavar="KENNUNG", help="Kennung des Beschlusses, z. B. B-2017-01.")
    ],
    akte: AkteArgument = None,
    *,
    pruefzeichen: Annotated[
        str | None,
        typer.Option(
            "--pruefzeichen",
            metavar="XXXX-…",
            help="Das Prüfzeichen auf der Beschlussvorlage.",
            show_default=False,
        ),
    ] = None,
    geaendert: Annotated[
        bool, typer.Option("--geaendert", help="Es wurde anderes beschlossen, als in der Vorlage stand.")
    ] = False,
    vorlage: Annotated[
        Path | None,
        typer.Option(
            "--vorlage",
            metavar="ORDNER",
            help="Die Akte, wie sie der Vorlage zugrunde lag; zeigt, was sich seither geändert hat.",
            show_default=False,
        ),
    ] = None,
    gremium: Annotated[
        str | None,
        typer.Option(
            "--gremium", metavar="NAME", help="Neuer Beschluss: wer entschieden hat.", show_default=False
        ),
    ] = None,
    datum: Annotated[
        str | None,
        typer.Option(
            "--datum", metavar="JJJJ-MM-TT", help="Neuer Beschluss: Tag der Sitzung.", show_default=False
        ),
    ] = None,
    ergebnis: Annotated[
        str | None,
        typer.Option(
            "--ergebnis",
            metavar="WORT",
            help="Neuer Beschluss: unveraendert, geaendert, angenommen oder zur_kenntnis.",
            show_default=False,
        ),
    ] = None,
    abstimmung: Annotated[
        str | None,
        typer.Option(
            "--abstimmung",
            metavar="WORT",
            help="Neuer Beschluss: einstimmig, mehrheitlich, ohne_abstimmung oder Ja:Nein:Enthaltungen, z. B. 31:4:2.",
            show_default=False,
        ),
    ] = None,
    betrifft: Annotated[
        list[str] | None,
        typer.Option(
            "--betrifft",
            metavar="KENNUNG",
            help="Neuer Beschluss: was er betrifft; ohne Angabe die Zielvereinbarung. Auch mehrfach.",
            show_default=False,
        ),
    ] = None,
    tag: Annotated[
        bool,
        typer.Option(
            "--tag",
            help="Unterschreibt einen Beschluss, der festgelegt und in git gespeichert ist, mit einem Tag.",
        ),
    ] = False,
    stichtag: StichtagOption = None,
) -> None:
    """Hält einen Beschluss fest und legt fest, was beschlossen wurde.

    Beispiele: „fgk decide B-2017-01 --pruefzeichen 3YJC-27CF-31FW-0637-T“, „fgk decide B-2025-01 --gremium Rat --datum
    2025-03-27 --ergebnis unveraendert“, „fgk decide B-2017-01 --tag“.
    """
    from fgk.deciding import record
    from fgk.deciding.new import NewDecision, new_record
    from fgk.festlegung.pruefzeichen import lies
    from fgk.models.kennungen import FORMEN
    from fgk.output.summary import anzahl

    if not FORMEN["beschluss"].passt(kennung):
        raise FgkError(
            f"„{kennung}“ ist keine Kennung eines Beschlusses.",
            "Hinter „fgk decide“ steht zuerst die Kennung, z. B. B-2017-01.",
        )
    if tag:
        if any((pruefzeichen, geaendert, vorlage, gremium, datum, ergebnis, abstimmung, betrifft)):
            raise FgkError(
                "--tag unterschreibt einen Beschluss, der schon festgelegt ist, und ändert nichts an ihm.",
                f"Legen Sie ihn zuerst fest, und speichern Sie ihn mit „fgk save“. Danach: „fgk decide {kennung} --tag“.",
            )
        sign(kennung, akte, stichtag)
        return
    day = parse_stichtag(stichtag)
    typed = None if pruefzeichen is None else lies(pruefzeichen)
    if vorlage is not None and typed is None:
        raise FgkError(
            "Zu --vorlage fehlt das Prüfzeichen der Vorlage.",
            "Nennen Sie es mit --pruefzeichen, wie es auf der Beschlussvorlage steht.",
        )
    folder = one_akte(akte)
    new = new_record(
        folder, NewDecision(kennung, gremium, datum, ergebnis, abstimmung, tuple(betrifft or ()))
    )
    decision = record.Entscheidung(kennung, typed, geaendert, new, _earlier(vorlage))
    try:
        done = record.decide(folder, decision, day)
    except record.FaultyAkteError as error:
        refuse(
            error.faults,
            f"Nichts festgelegt: {anzahl(len(error.faults), 'Fehler', 'Fehler')}.",
            "Beheben Sie die Fehler; festlegen lässt sich nur eine fehlerfreie Akte.",
        )
    except record.OtherContentError as error:
        _refuse_other(kennung, typed or "", error)
    _report(done, typed, ist_geaendert=geaendert)


def _earlier(folder: Path | None) -> "Akte | None":
    from fgk.loading.load import load_akte
    from fgk.sources import FolderSource

    return None if folder is None else load_akte(FolderSource(one_akte(folder)))[0]


def _refuse_other(kennung: str, vorlage: str, error: "OtherContentError") -> NoReturn:
    typer.echo(
        f"Nichts festgelegt: Der Inhalt ist nicht mehr der aus der Vorlage zu {kennung}.\n"
        f"  Prüfzeichen der Vorlage: {vorlage}\n"
        f"  Prüfzeichen jetzt:       {error.jetzt}",
        err=True,
    )
    _difference(error.seither, err=True)
    typer.echo(
        "  → Hat der Rat den geänderten Inhalt beschlossen, wiederholen Sie den Befehl mit --geaendert.\n"
        "    Sonst stellen Sie den Inhalt der Vorlage wieder her.",
        err=True,
    )
    raise typer.Exit(ERRORS)


def _difference(seither: "Seither | None", *, err: bool) -> None:
    from fgk.output.abweichungen import lines_of

    if seither is None:
        typer.echo(
            "Was sich seit der Vorlage geändert hat, ist hier nicht bekannt. Es zeigt sich, wenn die Akte in git lag, als die\n"
            "Vorlage entstand, oder mit --vorlage und dem Ordner der damaligen Akte.",
            err=err,
        )
        return
    typer.echo(f"Seit der Vorlage geändert (Stand der Vorlage: {seither.stand}):", err=err)
    for line in lines_of(seither.vergleich):
        typer.echo(f"  {line}", err=err)


def _report(done: "Festgelegt", vorlage: str | None, *, ist_geaendert: bool) -> None:
    from fgk.documents.wortlaut import ergebnis
    from fgk.festlegung.umfang import in_worten
    from fgk.schreibweise import datum
    from fgk.sources import short_path

    beschluss = done.beschluss
    typer.echo(f"{beschluss.kennung} ist festgelegt: {beschluss.titel}")
    beratung = beschluss.entscheidung
    if beratung is not None:
        typer.echo(f"  {beratung.gremium}, {datum(beratung.datum)}: {ergebnis(beratung)}")
    for was, records in (("gebunden", done.gebunden), ("zur Kenntnis, festgehalten", done.zur_kenntnis)):
        if records:
            typer.echo(f"  {was}: {', '.join(in_worten(records))}")
    typer.echo(f"  Prüfzeichen: {done.festlegung.pruefzeichen}")
    if ist_geaendert:
        typer.echo(f"  Prüfzeichen der Vorlage: {vorlage}")
    typer.echo(f"geschrieben: {short_path(done.path).as_posix()}")
    if ist_geaendert:
        _difference(done.seither, err=False)
    elif vorlage is not None:
        typer.echo("Der Inhalt ist der aus der Vorlage: Das Prüfzeichen stimmt überein.")
    else:
        typer.echo(
            "Der Inhalt wurde nicht mit der Vorlage verglichen, weil --pruefzeichen fehlt. Vergleichen Sie das\n"
            "Prüfzeichen oben mit dem auf der Beschlussvorlage."
        )
    typer.echo(MASSGEBLICH)

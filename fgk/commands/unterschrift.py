"""What ``fgk decide --tag`` says: the signed tag of a decision, and how it gets to the others."""

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, NoReturn

import typer

from fgk.commands.common import ERRORS, one_akte, parse_stichtag, parse_tag, refuse, terminal_width
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.deciding.signing import NotHeldError, Unterschrieben


def sign(kennung: str, akte: Path | None, stichtag: str | None) -> None:
    """Sign a decision with a tag, and say so."""
    from fgk.deciding import signing
    from fgk.deciding.record import FaultyAkteError
    from fgk.output.summary import anzahl

    _check_no_day(kennung, akte)
    try:
        done = signing.sign(one_akte(akte), kennung, parse_stichtag(stichtag))
    except FaultyAkteError as error:
        refuse(
            error.faults,
            f"Nichts unterschrieben: {anzahl(len(error.faults), 'Fehler', 'Fehler')}.",
            "Beheben Sie die Fehler; unterschreiben lässt sich nur ein Beschluss einer fehlerfreien Akte.",
        )
    except signing.NotHeldError as error:
        _refuse_other(kennung, error)
    _report(done)


def _refuse_other(kennung: str, error: "NotHeldError") -> NoReturn:
    from fgk.output.abweichungen import lines_of

    wo = f"Im Commit {error.commit.short} hält die Akte" if error.commit else "Die Akte hält"
    typer.echo(f"Nichts unterschrieben: {wo} nicht, was {kennung} festlegt.", err=True)
    for line in lines_of(error.vergleich):
        typer.echo(f"  {line}", err=True)
    typer.echo(
        "  → Stellen Sie den beschlossenen Inhalt wieder her, und speichern Sie ihn mit\n"
        "    „git commit“. Hat der Rat die Änderung beschlossen, legen Sie zuerst den\n"
        "    Beschluss fest, der sie trifft.",
        err=True,
    )
    raise typer.Exit(ERRORS) from error


def _check_no_day(kennung: str, akte: Path | None) -> None:
    """Raise ``FgkError`` where somebody takes the German word for a day."""
    try:
        tag = parse_tag(None if akte is None else str(akte))
    except FgkError:
        return  # a folder, as it should be
    if tag is not None and akte is not None and not akte.exists():
        raise FgkError(
            "--tag meint ein Tag in git, nicht den Tag der Sitzung; ein Datum gehört nicht dazu.",
            f"Geben Sie ein: „fgk decide {kennung} --tag“. Der Tag der Sitzung steht schon im Beschluss.",
        )


def _report(done: "Unterschrieben") -> None:
    from fgk.comparing.worte import sauber
    from fgk.documents.wortlaut import ergebnis
    from fgk.festlegung.pruefzeichen import MASSGEBLICH
    from fgk.history.signatur import UNTERZEICHNER
    from fgk.schreibweise import datum

    beschluss, beratung = done.beschluss, done.beschluss.entscheidung
    typer.echo(f"{beschluss.kennung} ist unterschrieben: {sauber(beschluss.titel)}")
    if beratung is not None:
        typer.echo(f"  {sauber(beratung.gremium)}, {datum(beratung.datum)}: {ergebnis(beratung)}")
    typer.echo(
        f"  Prüfzeichen: {done.festlegung.pruefzeichen}\n"
        f"  Tag: {done.tag}\n"
        f"  Commit: {done.commit.short} vom {datum(done.commit.committer.when.date())}\n"
        f"  unterschrieben von: {sauber(done.wer)}"
    )
    if done.siegel is not None and done.siegel.von is None:
        grund = fill(done.siegel.grund, terminal_width() - 1, initial_indent="  ", subsequent_indent="  ")
        typer.echo(
            f"Noch ist die Unterschrift nicht anerkannt:\n{grund}\n"
            f"  → Anerkannt ist, wer auf der Hauptlinie in „{UNTERZEICHNER}“ steht."
        )
    typer.echo(
        f"Das Tag liegt nur in diesem Klon. So übertragen Sie es:\n  git push origin {done.tag}\n{MASSGEBLICH}"
    )

"""fgk save: record the state of an Akte, for those who never want to know what a commit is."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import terminal_width, wants_color, warn_of_faults
from fgk.commands.saying import say
from fgk.errors import FgkError

if TYPE_CHECKING:
    from fgk.history.commits import Commit
    from fgk.sharing.save import Saved, SavedAkte


def save(
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="Was sich geändert hat, in Ihren Worten.", show_default=False),
    ],
    akte: Annotated[
        Path | None,
        typer.Argument(
            metavar="AKTE",
            help="Ordner der Akte oder mehrerer; ohne Angabe der aktuelle.",
            show_default=False,
        ),
    ] = None,
    *,
    stelle: Annotated[
        str | None,
        typer.Option(
            "--stelle",
            metavar="STELLE",
            help="Wer ab jetzt speichert: Kennung oder Name aus organisationseinheiten.yaml.",
            show_default=False,
        ),
    ] = None,
    postfach: Annotated[
        str | None,
        typer.Option(
            "--postfach",
            metavar="ADRESSE",
            help="Das Funktionspostfach der Stelle, wenn es nicht in der Akte steht.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Speichert den Stand der Akte, mit Tag, Stelle und Grund, und sagt, was sich seit dem letzten geändert hat.

    Beispiele: „fgk save "Frist für den Familienbericht verlängert"“,
    „fgk save "Akte angelegt" --stelle OE-51“. Alle Stände zeigt „fgk log“.
    Sie liegen in git; beim ersten Mal legt der Befehl das Repository an.
    """
    from fgk.finding import find_akten
    from fgk.sharing.save import Sender
    from fgk.sharing.save import save as record
    from fgk.sharing.stelle import names_a_person

    if not text.strip():
        raise FgkError("Der Text ist leer.", 'Sagen Sie in einem Satz, was sich geändert hat: fgk save "…".')
    if postfach is not None and stelle is None:
        raise FgkError(
            "Zu --postfach fehlt die Stelle.", "Nennen Sie sie mit --stelle, z. B. --stelle OE-51."
        )
    folders = find_akten(akte or Path())
    saved = record(folders, text, Sender(stelle, postfach))
    _report(saved, text)
    _say_left_out(saved)
    warn_of_faults(folders, "Sie ist trotzdem gespeichert" if saved.commit else "So ist sie auch gespeichert")
    if postfach is not None and names_a_person(postfach):
        say(
            f"„{postfach}“ sieht nach der Adresse einer Person aus. Gemeint ist das Funktionspostfach der Stelle, z. B. "
            "jugendamt@stadt.example: Namen lassen sich aus der Geschichte nicht mehr löschen. Nennen Sie es beim nächsten "
            "Speichern mit --stelle und --postfach."
        )


def _report(saved: "Saved", text: str) -> None:
    from fgk.comparing.worte import sauber

    if saved.made is not None:
        ordner = saved.made.resolve().name
        say(f"Für den Ordner „{ordner}“ ist ein git-Repository angelegt; darin liegen ab jetzt alle Stände.")
    if saved.commit is None:
        letzter = f" Letzter Stand: {_stand(saved.letzter)}." if saved.letzter else ""
        say(f"Nichts zu speichern: Seit dem letzten Stand hat sich nichts geändert.{letzter}")
        return
    say(f"Gespeichert: {sauber(text.strip().splitlines()[0])}")
    zweig = f", Zweig {sauber(saved.branch)}" if saved.branch not in {"main", "master"} else ""
    say(f"Stand {_stand(saved.commit)}, {saved.stelle.name}{zweig}")
    for one in saved.akten:
        _report_akte(one, is_one=len(saved.akten) == 1)
    _report_shared(saved)
    for sentence in _remarks(saved):
        say(sentence)


def _remarks(saved: "Saved") -> Iterator[str]:
    if saved.wants_signature:
        yield "Der Stand ist nicht unterschrieben, obwohl commit.gpgsign eingestellt ist; das kann nur „git commit“."
    if saved.is_index_stale:
        yield "git hat seine Liste der Dateien nicht erneuert. Holen Sie es mit „git reset“ nach."
    if saved.stelle.kennung is None and not saved.stelle.is_set:
        yield (
            f"Der Stand nennt „{saved.stelle.name}“ aus Ihren Einstellungen von git. Soll dort Ihre Stelle stehen, "
            "nennen Sie sie beim nächsten Mal mit --stelle."
        )


def _stand(commit: "Commit") -> str:
    from fgk.schreibweise import datum

    return f"{commit.short} vom {datum(commit.committer.when.date())}"


def _report_akte(one: "SavedAkte", *, is_one: bool) -> None:
    from fgk.comparing.worte import sauber
    from fgk.output.aenderungsliste import MOST, Dateien, aenderungsliste, umfang
    from fgk.output.summary import anzahl
    from fgk.output.vergleich_text import VergleichText

    typer.echo()
    if not is_one and one.akte.audit is not None:
        typer.echo(f"{one.akte.audit.kennung}, {sauber(one.akte.audit.ort.anzeigename)}:")
    if one.ist_erster:
        records = sum(map(len, one.akte.records.values()))
        andere = len(one.files.neu)
        mehr = f" und {anzahl(andere, 'andere Datei', 'andere Dateien')}" if andere else ""
        typer.echo(f"Der erste Stand der Akte: {anzahl(records, 'Datensatz', 'Datensätze')}{mehr}.")
        return
    dateien = Dateien(*one.files)
    typer.echo(f"{umfang(one.vergleich, dateien) or 'Kein Feld geändert'}.")
    schreiber = VergleichText(width=terminal_width(), color=wants_color())
    for line in aenderungsliste(one.vergleich, dateien, schreiber, MOST):
        typer.echo(line)


def _report_shared(saved: "Saved") -> None:
    from fgk.comparing.worte import sauber

    for paths, what in zip(saved.fuer_alle, ("neu", "geändert", "nicht mehr da"), strict=True):
        for path in paths:
            say(f"Für alle Akten: {sauber(path)} ({what}).")


def _say_left_out(saved: "Saved") -> None:
    for path, why in saved.left_out:
        say(f"Nicht gespeichert: {path} ({why}).")

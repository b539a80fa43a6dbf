"""fgk verify: is this the decided text, and did every step of the main line keep what was decided?"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import ERRORS, OK, AkteOption, AtOption, terminal_width, wants_color
from fgk.errors import FgkError
from fgk.festlegung.pruefzeichen import MASSGEBLICH

if TYPE_CHECKING:
    from fgk.history.source import CommitSource
    from fgk.proving import Nachweis

_KENNUNG = re.compile(r"B-[0-9]{4}-[0-9]+\Z", re.IGNORECASE)
#: how fgk writes the Prüfzeichen into the properties of a PDF, which PDF/A keeps readable
_IM_PDF = re.compile(rb"fgk-pruefzeichen ([0-9A-HJKMNP-TV-Z-]{21})")


def verify(
    was: Annotated[
        str | None,
        typer.Argument(
            metavar="PRUEFZEICHEN|PDF",
            help="Ein Prüfzeichen, oder ein PDF von fgk, das eines trägt.",
            show_default=False,
        ),
    ] = None,
    *,
    history: Annotated[
        bool,
        typer.Option(
            "--history", help="Prüft jeden Schritt der Hauptlinie nach: Wurde Beschlossenes umgangen?"
        ),
    ] = False,
    akte: AkteOption = Path(),
    at: AtOption = None,
) -> None:
    """Weist nach, was ein Prüfzeichen belegt, oder prüft die Geschichte der Akte nach. Ohne Netz.

    Beispiele: „fgk verify 3YJC-27CF-31FW-0637-T“, „fgk verify beschlussvorlage.pdf“, „fgk verify --history“.
    Ergebnis: 0 bewiesen, 1 nicht bewiesen oder ein ✗, 2 wenn der Aufruf nicht geht.
    """
    if history == (was is not None):
        raise FgkError(
            "Nennen Sie ein Prüfzeichen oder ein PDF, oder --history.",
            "Beispiel: „fgk verify 3YJC-27CF-31FW-0637-T“.",
        )
    if history:
        raise typer.Exit(_history(_source(akte, at or "HEAD")))
    from fgk.festlegung.pruefzeichen import lies
    from fgk.history.hauptlinie import ref_der_hauptlinie
    from fgk.history.repository import Repository

    zeichen = lies(_zeichen(was or ""))
    try:
        source = _source(akte, at or ref_der_hauptlinie(Repository.around(akte)))
    except FgkError as error:
        typer.echo(f"Prüfzeichen: {zeichen} (richtig geschrieben)")
        typer.echo(f"Unbewiesen bleibt, wozu es gehört: {error.was}")
        typer.echo(f"  → {error.tun}\n{MASSGEBLICH}")
        raise typer.Exit(ERRORS) from error
    raise typer.Exit(_verify(source, zeichen))


def _zeichen(was: str) -> str:
    """Return the Prüfzeichen that was typed, or that a PDF carries."""
    if _KENNUNG.match(was):
        raise FgkError(
            f"„{was}“ ist die Kennung eines Beschlusses und kein Prüfzeichen.",
            "Das Prüfzeichen steht auf der Beschlussvorlage, und in der Datei des Beschlusses unter „festlegung“.",
        )
    path = Path(was)
    if path.suffix.lower() != ".pdf" and not path.is_file():
        return was
    try:
        funde = {fund.decode() for fund in _IM_PDF.findall(path.read_bytes())}
    except OSError as error:
        raise FgkError(
            f"„{path}“ lässt sich nicht lesen.", "Prüfen Sie die Schreibweise des Pfads."
        ) from error
    if len(funde) != 1:
        raise FgkError(
            f"„{path}“ trägt {'kein' if not funde else 'mehr als ein'} Prüfzeichen.",
            "Geben Sie das Prüfzeichen ein, das auf dem Papier steht.",
        )
    return str(funde.pop())


def _source(akte: Path, rev: str) -> "CommitSource":
    from fgk.history.source import akten_at

    gefunden = akten_at(akte, rev)
    if len(gefunden) > 1:
        raise FgkError(
            f"In „{akte}“ liegen {len(gefunden)} Akten.", "Nennen Sie mit --akte den Ordner von einer."
        )
    return gefunden[0]


def _history(source: "CommitSource") -> int:
    from fgk.output.progress import progress
    from fgk.output.summary import anzahl
    from fgk.output.text import TextOutput
    from fgk.proving import schritte
    from fgk.schreibweise import datum

    history = source.history
    erwartet = sum(commit in history.changes for commit in history.main)
    output = TextOutput(width=terminal_width(), color=wants_color())
    zahl = schlechte = 0
    for schritt in progress(schritte(source), erwartet, "Schritte"):
        zahl += 1
        if not schritt.diagnostics:
            continue
        schlechte += 1
        betreff = schritt.commit.message.partition("\n")[0]
        am = datum(schritt.commit.committer.when.date())
        typer.echo(f"Schritt {schritt.commit.short} vom {am}: {_sauber(betreff)}")
        for diagnostic in schritt.diagnostics:
            typer.echo(output.format(diagnostic) + "\n")
    ergebnis = (
        "keiner verletzt, was beschlossen ist" if not schlechte else f"{schlechte} nicht wie beschlossen"
    )
    typer.echo(
        f"{anzahl(zahl, 'Schritt', 'Schritte')} der Hauptlinie nachgeprüft: {ergebnis}.\n{MASSGEBLICH}"
    )
    return ERRORS if schlechte else OK


def _sauber(text: str) -> str:
    from fgk.comparing.worte import sauber

    return sauber(text)


def _verify(source: "CommitSource", zeichen: str) -> int:
    from fgk.proving import nachweis

    gefunden = nachweis(source, zeichen)
    typer.echo(f"Prüfzeichen: {zeichen}")
    if gefunden is None:
        typer.echo(
            "Kein Beschluss auf der Hauptlinie hält dieses Prüfzeichen fest.\n"
            "  → Es kann zu einer Vorlage gehören, über die noch nicht entschieden ist, zu einem Ausdruck des seither\n"
            "    geänderten Inhalts oder zu einer anderen Akte.\n"
            "    Einen anderen Zweig als die Hauptlinie nennen Sie mit --at."
        )
        typer.echo(MASSGEBLICH)
        return ERRORS
    zeilen = _zeilen(gefunden)
    for zeile in (*zeilen, MASSGEBLICH):
        typer.echo(zeile)
    return ERRORS if any(zeile.startswith("✗") for zeile in zeilen) else OK


def _zeilen(nachweis: "Nachweis") -> list[str]:
    from fgk.models.beschluss import ERGEBNIS
    from fgk.output.abweichungen import lines_of
    from fgk.schreibweise import datum

    beschluss = nachweis.beschluss
    entscheidung = beschluss.entscheidung
    gremium = _sauber(entscheidung.gremium) if entscheidung else "noch nicht entschieden"
    am = f", {datum(entscheidung.datum)}" if entscheidung and entscheidung.datum else ""
    ergebnis = f": {ERGEBNIS[entscheidung.ergebnis]}" if entscheidung and entscheidung.ergebnis else ""
    zeilen = [f"Beschluss {beschluss.kennung} „{_sauber(beschluss.titel)}“ ({gremium}{am}{ergebnis})"]
    if nachweis.teil:
        zeilen.append(
            f"  Es ist das von {nachweis.teil} allein. Das des Beschlusses: {nachweis.festlegung.pruefzeichen}"
        )
    if nachweis.ist_vorlage:
        zeilen.append(
            f"  Es ist das der Vorlage. Beschlossen wurde anderes: {nachweis.festlegung.pruefzeichen}"
        )
    wann = datum(nachweis.seit.committer.when.date())
    seit = "spätestens seit" if nachweis.ist_abgeschnitten else "seit"
    zeilen.append(f"✓ auf der Hauptlinie {seit} {wann} (Commit {nachweis.seit.short})")
    if nachweis.ist_abgeschnitten:
        zeilen.append(
            "  Was davor war, fehlt in diesem flachen Klon; holen Sie es mit „git fetch --unshallow“."
        )
    if nachweis.ist_bewiesen:
        zahl = len(nachweis.festlegung.eintraege)
        stimmen = "Datensatz stimmt" if zahl == 1 else "Datensätze stimmen"
        zeilen.append(f"✓ Inhalt nachgerechnet: {zahl} {stimmen}")
    else:
        zeilen.append("✗ Inhalt nachgerechnet: Er stimmt nicht mit dem Prüfzeichen überein")
        zeilen += [f"    {zeile}" for zeile in lines_of(nachweis.abweichung)]
    zeilen.append(_unterschrift(nachweis))
    if nachweis.aendernde:
        zeilen += [f"! geändert durch {b.kennung} „{_sauber(b.titel)}“" for b in nachweis.aendernde]
    else:
        zeilen.append("✓ seither durch keinen Beschluss geändert")
    if nachweis.heute:
        zeilen.append("✗ Die Akte enthält heute etwas anderes, ohne einen Beschluss, der es ändert:")
        zeilen += [f"    {zeile}" for zeile in lines_of(nachweis.heute)]
    return zeilen


def _unterschrift(nachweis: "Nachweis") -> str:
    tag = nachweis.siegel
    if tag is None:
        return f"– nicht unterschrieben: Es gibt kein Tag „{nachweis.tag}“"
    if tag.von is None:
        return f"✗ Unterschrift: {tag.grund}"
    if tag.pruefzeichen is None:  # a signed tag of something else under this name
        return "✗ Unterschrift: Das Tag nennt kein Prüfzeichen"
    if tag.pruefzeichen != nachweis.festlegung.pruefzeichen:
        return f"✗ Unterschrift: Das Tag nennt ein anderes Prüfzeichen ({_sauber(tag.pruefzeichen)})"
    return f"✓ unterschrieben von {_sauber(tag.von)} (Tag {tag.name})"

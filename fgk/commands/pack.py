"""fgk pack: an Akte as one file, to be sent to somebody."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fgk.commands.common import AkteArgument, one_akte, terminal_width, wants_color, warn_of_faults
from fgk.commands.saying import say

if TYPE_CHECKING:
    from fgk.sharing.pack import Packed


def pack(
    akte: AkteArgument = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DATEI",
            help="Wohin gepackt wird; ohne Angabe „ausgabe“ mit der Kennung der Akte.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Packt eine Akte in eine Datei, die Sie verschicken können.

    Beispiele: „fgk pack“, „fgk pack akten/stolberg -o stolberg.fgk.zip“.
    Wer sie bekommt, nimmt sie mit „fgk unpack“ an und sieht vorher, was sich
    ändert. Namen von Personen, Erzeugtes und die Geschichte bleiben draußen.
    """
    from fgk.sharing.pack import pack as write_pack

    folder = one_akte(akte)
    packed = write_pack(folder, output)
    _report(packed)
    for path, why in packed.content.left_out:
        say(f"Nicht im Paket: {path} ({why}).")
    warn_of_faults([folder], "Sie ist trotzdem gepackt")


def _report(packed: "Packed") -> None:
    from fgk.comparing.akten import vergleiche_akten
    from fgk.comparing.worte import sauber
    from fgk.loading.load import load_akte
    from fgk.output.aenderungsliste import MOST, Dateien, aenderungsliste, umfang
    from fgk.output.summary import anzahl
    from fgk.output.vergleich_text import VergleichText
    from fgk.sharing.result import FilesSource
    from fgk.sharing.versions import others
    from fgk.sources import short_path

    audit = packed.akte.audit
    size = (
        f"{max(packed.size // 1024, 1)} KB"
        if packed.size < 1024 * 1024
        else f"{packed.size // 1024 // 1024} MB"
    )
    files = anzahl(len(packed.content.files), "Datei", "Dateien")
    say(f"geschrieben: {short_path(packed.path).as_posix()} ({files}, {size})")
    if audit is not None:
        say(f"Akte {audit.kennung}, {sauber(audit.ort.anzeigename)}, Stand {packed.state.id[:8]}")
    for path in packed.added:
        say(
            f"Aus dem Arbeitsbereich mitgepackt: {path}. Ohne das Verfahren ließe sich die Akte nicht prüfen."
        )
    if not packed.is_remembered:
        say(
            "In den Ordner der Akte lässt sich nicht schreiben; deshalb kann sich fgk diesen Stand nicht merken. Kommt die "
            "Akte verändert zurück, gilt dort jeder Unterschied als offen."
        )
    if packed.before is None:
        return
    vorher = load_akte(FilesSource(packed.before.files, "vorher"))[0]
    vergleich = vergleiche_akten(vorher, packed.akte, ("vorher", "jetzt"))
    typer.echo()
    dateien = Dateien(*others(packed.before.files, packed.content.files))
    say(f"Seit dem Austausch davor: {umfang(vergleich, dateien) or 'kein Feld geändert'}.")
    schreiber = VergleichText(width=terminal_width(), color=wants_color())
    for line in aenderungsliste(vergleich, dateien, schreiber, MOST):
        typer.echo(line)

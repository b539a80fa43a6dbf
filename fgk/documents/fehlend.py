"""What a document still lacks: told in one list, and at the end of a draft."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from fgk.documents.dokument import Dokument
from fgk.errors import NotYetError
from fgk.markdown import cell


class Fehlend(NamedTuple):
    """A missing value: file inside the Akte, its dotted key (empty for the whole file), and what belongs there."""

    datei: str
    schluessel: str
    was: str

    @property
    def stelle(self) -> str:
        """Where it belongs inside the file, in words where there is no file yet."""
        if self.schluessel:
            return f"Schlüssel {self.schluessel}"
        return "die ganze Datei" if self.datei.endswith(".yaml") else "eine neue Datei darin"


class LackingError(NotYetError):
    """A document that lacks what makes it one; ``fehlend`` is all of it."""

    def __init__(self, titel: str, fehlend: Iterable[Fehlend]) -> None:
        self.titel = titel
        self.fehlend = tuple(fehlend)
        angaben = "eine Angabe" if len(self.fehlend) == 1 else f"{len(self.fehlend)} Angaben"
        super().__init__(
            f"Für das Dokument „{titel}“ {'fehlt' if len(self.fehlend) == 1 else 'fehlen'} noch {angaben}.",
            "Ergänzen Sie sie, oder erzeugen Sie mit --entwurf einen Entwurf, der sie nennt.",
        )

    @property
    def liste(self) -> str:
        """All that is missing, in one line."""
        return "; ".join(
            f"{f.was} ({', '.join(filter(None, (f.datei, f.schluessel)))})" for f in self.fehlend
        )

    def __reduce__(self) -> tuple[type["LackingError"], tuple[str, tuple[Fehlend, ...]]]:  # type: ignore[override]
        """Come whole out of another process."""
        return type(self), (self.titel, self.fehlend)


def mit_fehlendem(dokument: Dokument, fehlend: Sequence[Fehlend]) -> Dokument:
    """Return a draft that says what it still lacks: in a table at its end, on an Urkunde in a notice."""
    if not dokument.kopf.ist_urkunde:
        return replace(dokument, koerper=dokument.koerper + anhang(fehlend))
    saetze = [
        f"Es fehlt noch: {f.was} ({', '.join(filter(None, (f.datei, f.schluessel)))})." for f in fehlend
    ]
    return replace(dokument, kopf=replace(dokument.kopf, hinweise=(*dokument.kopf.hinweise, *saetze)))


def anhang(fehlend: Iterable[Fehlend]) -> str:
    """Return the Markdown with which a draft ends: what it still lacks."""
    zeilen = [
        f"| {cell(_gross(f.was))} | {cell(f.datei)} | {cell(f.schluessel or f.stelle)} |" for f in fehlend
    ]
    if not zeilen:
        return ""
    kopf = ["", "## Was noch fehlt", "", "Tabelle: Angaben, die diesem Entwurf fehlen", ""]
    return "\n".join([*kopf, "| Angabe | Datei | Schlüssel |", "| --- | --- | --- |", *zeilen, ""])


def _gross(text: str) -> str:
    """Begin as a table cell does: "die Laufzeit" in a sentence, "Die Laufzeit" here."""
    return text[:1].upper() + text[1:]

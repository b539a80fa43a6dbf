"""What somebody wants to create, and the Akte that it is to stand in."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.loading.load import load_akte
from fgk.models.arten import Art
from fgk.models.datum import fruehestens
from fgk.models.jahresbericht import Jahresbericht
from fgk.models.kennungen import FORMEN
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.scaffolding.bestand import Bestand, bestand
from fgk.scaffolding.nummern import Vergeben, frueher_vergeben, vorher_vergeben
from fgk.sources import FolderSource
from fgk.stand.beschlusslage import annahme_der_zielvereinbarung

#: not a kind of file, but an entry in the one of all of them
EINHEIT = "organisationseinheit"
#: no file either, but the next version of the agreement that is there
FASSUNG = "fassung"


class Entwurf(NamedTuple):
    """The values of a new record, and the Kennung that its file is called by (none for single files)."""

    werte: dict[str, Any]
    kennung: str | None = None


class Offen(NamedTuple):
    """What is still to do about a new record, in two sentences."""

    was: str
    tun: str


class Angelegt(NamedTuple):
    """A new record: where it lies, what it is called, and what is still to do about it."""

    path: Path
    kennung: str | None
    offen: list[Offen]


@dataclass
class Vorhaben:
    """A record to be: its kind, and what was said about it (by the names of fields and questions)."""

    folder: Path
    art: Art
    stichtag: date
    angaben: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def akte(self) -> Akte:
        """The Akte, with what is left of faulty records: others may be in the middle of their work."""
        return load_akte(FolderSource(self.folder), als_entwurf=True)[0]

    @cached_property
    def bestand(self) -> Bestand:
        """What the new record can refer to."""
        return bestand(self.akte)

    @cached_property
    def _vergeben(self) -> Vergeben:
        return Vergeben(self.akte, frueher_vergeben(self.folder) | vorher_vergeben(self.akte))

    def naechste(self, anfang: str, breite: int = 1) -> str:
        """Return the Kennung that was asked for, or the next free one with this beginning.

        Raises ``FgkError`` for one that is of another form, does not fit what was said, or is taken.
        """
        gewuenscht = self.angaben.get("kennung")
        if gewuenscht is None:
            return self._vergeben.naechste(anfang, breite)
        if not gewuenscht.startswith(anfang):
            raise FgkError(
                f"Die Kennung {gewuenscht} passt nicht zu den übrigen Angaben.",
                f"Sie müsste mit „{anfang}“ beginnen. Ohne --kennung nimmt fgk die nächste freie.",
            )
        return self.pruefe_kennung(gewuenscht)

    def pruefe_kennung(self, kennung: str) -> str:
        """Return a Kennung that can be given; raises ``FgkError`` for one of another form, or that is there."""
        form = FORMEN[self.art.name]
        if not form.passt(kennung):
            raise FgkError(
                f"„{kennung}“ passt nicht zu --kennung.",
                f"Gemeint ist {form.erwartet}, z. B. {form.beispiel}.",
            )
        path = self.art.pfad_zu(kennung)
        if self.art.ist_einzeln and self.akte.source.exists(path):
            raise FgkError(
                f"„{path}“ gibt es schon; eine zweite solche Datei hat eine Akte nicht.",
                "Ändern Sie die Datei, die da ist; fgk überschreibt nichts.",
            )
        if kennung in self.akte.kennungen or self.akte.source.exists(path):
            ohne = ", oder lassen Sie --kennung weg; dann nimmt fgk die nächste freie"
            gesagt = "kennung" in self.angaben and self.art.name != "analyse"
            raise FgkError(
                f"Die Kennung {kennung} gibt es schon.", f"Ändern Sie „{path}“{ohne if gesagt else ''}."
            )
        return kennung

    def jahr(self, datum: date | str | None = None) -> int:
        """Return the year that was asked for, else that of a day, else this year's."""
        text = self.angaben.get("jahr")
        if text is None:
            return fruehestens(datum or self.stichtag).year
        if not (isinstance(text, str) and text.isdecimal() and len(text) == 4 and "1900" <= text <= "2100"):
            raise FgkError(f"„{text}“ ist kein Jahr.", "Schreiben Sie das Jahr mit vier Ziffern, z. B. 2024.")
        return int(text)

    @property
    def anfangsjahr(self) -> int:
        """Return the year that the Akte is called by, or this one where that is earlier."""
        audit = self.akte.audit
        jahr = audit.kennung.rpartition("-")[2] if audit else ""
        return min(int(jahr), self.stichtag.year) if jahr.isdecimal() else self.stichtag.year

    @property
    def ist_beschlossen(self) -> bool:
        """Say whether what comes now comes after the agreement: that is decided, or reported on already."""
        if annahme_der_zielvereinbarung(self.akte, self.stichtag):
            return True
        vereinbarung = self.akte.einzeln(Zielvereinbarung)
        # reports are also there on earlier versions; what comes now belongs to the one that is being drafted
        ist_entwurf = vereinbarung is not None and bool(vereinbarung.modell.fassungen)
        return not ist_entwurf and bool(self.akte.alle(Jahresbericht))

"""What a comparison found, in words: values that ``comparing`` makes and every output lays out.

All texts are German and of one line each; none of them is escaped for any format. ``wertung`` says whether a change
is for the better (``besser``), for the worse (``schlechter``), or neither (empty).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from fgk.plaindata import Pfad

NEU, ENTFERNT, GEAENDERT, UNBEKANNT = "neu", "entfernt", "geaendert", "nicht_vergleichbar"
#: how outputs name the kind of an entry that has not only changed
ART_IN_WORTEN = {
    NEU: "neu",
    ENTFERNT: "nicht mehr da",
    GEAENDERT: "",
    UNBEKANNT: "wegen Fehlern nicht vergleichbar",
}
BESSER, SCHLECHTER = "besser", "schlechter"
KEIN_WERT = "–"


class Richtung(NamedTuple):
    """Where a change leads: ``Frist um 12 Monate verschoben``; empty where nobody can say."""

    worte: str = ""
    wertung: str = ""


class Werte(NamedTuple):
    """The plain values before and after a change, for programs."""

    vorher: Any = None
    nachher: Any = None


class Aenderung(NamedTuple):
    """One field that differs. Where ``vorher`` and ``nachher`` are ``None``, ``richtung`` says all there is."""

    feld: str
    vorher: str | None
    nachher: str | None
    richtung: Richtung = Richtung()
    pfad: Pfad = ()
    werte: Werte = Werte()


class Eintrag(NamedTuple):
    """A record, a measure or an indicator, and what is different about it.

    ``art`` is one of the four words above; ``schluessel`` tells it from all others in its part. ``kennung`` is what
    people call it, empty where only programs need one. ``ist_unterschied`` is false for what is worth knowing but
    is the same on both sides.
    """

    art: str
    schluessel: str
    kennung: str
    titel: str
    aenderungen: tuple[Aenderung, ...] = ()
    ist_unterschied: bool = True


class Abschnitt(NamedTuple):
    """A part of the comparison; ``name`` is its word for programs. ``erklaerung`` says what it lists, where needed.

    ``angaben`` are for programs.
    """

    name: str
    titel: str
    eintraege: tuple[Eintrag, ...]
    erklaerung: str = ""
    angaben: Mapping[str, Any] = MappingProxyType({})

    @property
    def anzahl(self) -> int:
        """How many entries differ."""
        return sum(eintrag.ist_unterschied for eintrag in self.eintraege)

    @property
    def ueberschrift(self) -> str:
        """The title with the number of differences, where there are any."""
        return f"{self.titel} ({self.anzahl})" if self.anzahl and not self.angaben else self.titel


class Vergleich(NamedTuple):
    """Everything that two sides differ in. ``art`` is ``berichte`` or ``akten``; a ``verlauf`` has a part for each step."""

    art: str
    titel: str
    untertitel: str
    vorher: str
    nachher: str
    hinweise: tuple[str, ...]
    abschnitte: tuple[Abschnitt, ...]

    @property
    def anzahl(self) -> int:
        """How many entries differ."""
        return sum(abschnitt.anzahl for abschnitt in self.abschnitte)

    @property
    def spalten(self) -> tuple[str, str]:
        """How a table heads the values before and after; the names of folders are too long for that."""
        return (self.vorher, self.nachher) if self.art == "berichte" else ("vorher", "nachher")

    @property
    def fazit(self) -> str:
        """One sentence: how much differs."""
        if self.art == "verlauf":
            schritte = len(self.abschnitte)
            return (
                f"{schritte} {'Schritt' if schritte == 1 else 'Schritte'}."
                if schritte
                else "Keine Änderungen."
            )
        if not self.anzahl:
            return "Keine Unterschiede."
        genannt = ", ".join(f"{a.titel} {a.anzahl}" for a in self.abschnitte if a.anzahl)
        wort = "Unterschied" if self.anzahl == 1 else "Unterschiede"
        return f"{self.anzahl} {wort}: {genannt}."

"""verfahren/NAME.yaml: a procedure of the Verein as data: its Handlungsfelder, phases, gates, stages and documents.

Three come with fgk. A file of the same form in ``verfahren/`` of the Akte, or beside an ``fgk.yaml``, brings another one
or replaces one; with ``grundlage`` it says only what is different there.
"""

from typing import Annotated

from pydantic import Field

from fgk.models.audit import SCHRITT, STUFE
from fgk.models.base import Datensatz, Teil
from fgk.models.begutachtung import ZERTIFIKATSART
from fgk.models.beschluss import BESCHLUSSART
from fgk.models.kennungen import HANDLUNGSFELD, WORT
from fgk.models.werte import Anzahl, Form, Liste, Text, Webadresse

Wort = Annotated[str, Form(WORT, "ein Wort aus Kleinbuchstaben, Ziffern und Strichen", "analyse")]

_ORTSARTEN = ("gemeinde", "kreis", "verband", "bezirk", "quartier")
#: the kinds of record that a gate can ask for
NACHWEISE = (
    "organisationseinheiten",
    "vertrag",
    "indikatoren",
    "analyse",
    "sozialraeume",
    "beteiligung",
    "ziel",
    "massnahme",
    "zielvereinbarung",
    "begutachtung",
    "jahresbericht",
)
Ortsart = Annotated[str, Form("|".join(_ORTSARTEN), "eine Art von Ort", "gemeinde")]
Nachweis = Annotated[
    str, Form("|".join(NACHWEISE), "eine Art von Datensatz, die zum Audit gehört", "vertrag")
]


class Handlungsfeld(Teil):
    """One of the fields that structure the audit."""

    kennung: Annotated[str, HANDLUNGSFELD] = Field(
        title="Kennung", description="HF und eine Ziffer, z. B. HF3."
    )
    bezeichnung: Text = Field(title="Bezeichnung", description="Name des Handlungsfelds.")


class Katalog(Teil):
    """The Handlungsfelder as they were called at one time."""

    kennung: Wort = Field(title="Kennung", description="Fassung des Katalogs, z. B. fgk-2013.")
    bezeichnung: Text = Field(title="Bezeichnung", description="Was es für eine Fassung ist.")
    adresse: Webadresse | None = Field(None, title="Adresse", description="Wo sie veröffentlicht ist.")
    handlungsfelder: Liste[Handlungsfeld] = Field(
        title="Handlungsfelder", description="Alle Handlungsfelder in ihrer Reihenfolge."
    )


class Querschnittsthema(Teil):
    """A theme that crosses the Handlungsfelder."""

    kennung: Wort = Field(title="Kennung", description="Ein Wort, z. B. inklusion.")
    bezeichnung: Text = Field(title="Bezeichnung", description="Name des Querschnittsthemas.")


class Voraussetzung(Teil):
    """Something that must be on file before a phase is done: a record, a decision, or a step with its day."""

    text: Text = Field(title="Text", description="Was vorliegen muss, z. B. Vertrag mit dem Verein.")
    datensatz: Nachweis | None = Field(
        None, title="Datensatz", description="Eine Art von Datensatz, die vorliegen muss."
    )
    felder: Liste[Text] = Field(
        (), title="Felder", description="Schlüssel des Datensatzes, die alle ausgefüllt sein müssen."
    )
    eines_von: Liste[Text] = Field(
        (), title="Eines von", description="Schlüssel, von denen wenigstens einer ausgefüllt sein muss."
    )
    werte: Liste[Text] = Field(
        (), title="Werte", description="Wörter, von denen im ersten der Felder eines stehen muss."
    )
    anzahl: Anzahl = Field(
        1,
        title="Anzahl",
        description="Wie viele Datensätze es mindestens sind; bei Jahresberichten: wie viele Jahre sie umfassen.",
    )
    ist_je_handlungsfeld: bool = Field(
        False, title="Je Handlungsfeld", description="true, wenn jedes Handlungsfeld einen braucht."
    )
    beschluss: Annotated[str, BESCHLUSSART] | None = Field(
        None, title="Beschluss", description="Eine Art von Beschluss, der gefasst sein muss."
    )
    schritt: Annotated[str, SCHRITT] | None = Field(
        None,
        title="Schritt",
        description="Ein Schritt, der stattgefunden haben muss (Termin oder Beteiligung).",
    )
    stufen: Liste[Annotated[str, STUFE]] = Field(
        (), title="Stufen", description="Nur in diesen Stufen; leer: in allen."
    )


class Phase(Teil):
    """A phase of the procedure, and its gate: what must be on file at its end."""

    kennung: Wort = Field(title="Kennung", description="Ein Wort, z. B. analyse.")
    bezeichnung: Text = Field(title="Bezeichnung", description="Name der Phase.")
    beschreibung: Text = Field(title="Beschreibung", description="Was in der Phase geschieht.")
    schritte: Liste[Annotated[str, SCHRITT]] = Field(
        (), title="Schritte", description="Die Schritte, die zu dieser Phase gehören."
    )
    voraussetzungen: Liste[Voraussetzung] = Field(
        (), title="Voraussetzungen", description="Was vorliegen muss, damit die Phase abgeschlossen ist."
    )


class Dauer(Teil):
    """The usual length of a phase in months; advice, never a fault."""

    phase: Wort = Field(title="Phase", description="Kennung der Phase.")
    monate_von: Anzahl = Field(title="Monate von", description="Übliche Dauer in Monaten, mindestens.")
    monate_bis: Anzahl = Field(title="Monate bis", description="Übliche Dauer in Monaten, höchstens.")


class Ablauf(Teil):
    """One published version of how long the phases usually take."""

    kennung: Wort = Field(title="Kennung", description="Ein Wort, z. B. verein-2018.")
    bezeichnung: Text = Field(title="Bezeichnung", description="Wessen Darstellung es ist.")
    adresse: Webadresse | None = Field(None, title="Adresse", description="Wo sie veröffentlicht ist.")
    zertifikat_nach_monaten: Anzahl | None = Field(
        None,
        title="Zertifikat nach … Monaten",
        description="Wann es üblicherweise erteilt wird, ab dem Beginn.",
    )
    dauern: Liste[Dauer] = Field(title="Dauern", description="Übliche Dauer der Phasen.")


class Stufe(Teil):
    """A stage of the certificate: which phases it has, and what it leads to."""

    kennung: Annotated[str, STUFE] = Field(title="Kennung", description="Welche Stufe.")
    zertifikat: Annotated[str, ZERTIFIKATSART] = Field(
        title="Zertifikat", description="Welches Zertifikat am Ende steht."
    )
    untertitel: Text = Field(
        title="Untertitel",
        description="Untertitel der Vereinbarung; {} steht für den Namen des Zertifikats.",
    )
    phasen: Liste[Wort] = Field(title="Phasen", description="Kennungen der Phasen in ihrer Reihenfolge.")
    ist_befristet: bool = Field(
        True, title="Befristet", description="false, wenn Vereinbarung und Zertifikat kein Ende haben."
    )
    ist_begutachtet: bool = Field(
        True, title="Begutachtung", description="false, wenn niemand von außen begutachtet."
    )
    workshop_monate: Anzahl | None = Field(
        None,
        title="Workshop alle … Monate",
        description="Wie oft ein Erhaltungsworkshop stattfindet, in Monaten.",
    )


#: what a Verfahren says itself or by its foundation, or no Akte can follow it
NOETIG = ("zertifikat", "ergebnisdokument", "ortsarten", "kataloge", "phasen", "stufen")


class Verfahren(Datensatz):
    """A procedure. What a file leaves out is as in its ``grundlage``."""

    kennung: Wort = Field(title="Kennung", description="Wie die Datei heißt, ohne .yaml.")
    bezeichnung: Text = Field(title="Bezeichnung", description="Voller Name des Verfahrens.")
    grundlage: Wort | None = Field(
        None,
        title="Grundlage",
        description="Kennung eines anderen Verfahrens, von dem alles gilt, was hier nicht steht.",
    )
    zertifikat: Text = Field("", title="Zertifikat", description="Name des Zertifikats.")
    ergebnisdokument: Text = Field(
        "", title="Ergebnisdokument", description="Zielvereinbarung oder wie es sonst heißt."
    )
    gremium: Text = Field("", title="Gremium", description="Wer beschließt, z. B. Rat oder Kreistag.")
    ortsarten: Liste[Ortsart] = Field(
        (), title="Ortsarten", description="Welche Arten von Orten es durchlaufen können."
    )
    ist_beschluss_noetig: bool = Field(
        True, title="Beschluss nötig", description="false, wenn kein Rat oder Kreistag beschließen muss."
    )
    ist_wirkung_unterschieden: bool = Field(
        False,
        title="Wirkung unterschieden",
        description="true, wenn jede Maßnahme unmittelbar oder mittelbar wirkt.",
    )
    laufzeit_jahre: Anzahl = Field(3, title="Laufzeit", description="Dauer der Umsetzung in Jahren.")
    kataloge: Liste[Katalog] = Field(
        (), title="Kataloge", description="Fassungen der Handlungsfelder; die erste gilt für neue Akten."
    )
    querschnittsthemen: Liste[Querschnittsthema] = Field(
        (), title="Querschnittsthemen", description="Themen, die die Kommune wählen kann."
    )
    phasen: Liste[Phase] = Field((), title="Phasen", description="Alle Phasen mit dem, was vorliegen muss.")
    stufen: Liste[Stufe] = Field((), title="Stufen", description="Stufen des Zertifikats.")
    ablaeufe: Liste[Ablauf] = Field(
        (), title="Abläufe", description="Veröffentlichte Dauern der Phasen; die erste gilt ohne Angabe."
    )
    dokumente: Liste[Wort] = Field(
        (), title="Dokumente", description="Welche Dokumente es gibt, z. B. zielvereinbarung."
    )

    @property
    def fehlend(self) -> list[str]:
        """How those fields are called that an Akte needs and that are empty."""
        return [type(self).model_fields[name].title or name for name in NOETIG if not getattr(self, name)]

    @property
    def hauptdokument(self) -> str:
        """The document of the agreement, as ``fgk render`` calls it."""
        return "quartierskonzept" if "quartierskonzept" in self.dokumente else "zielvereinbarung"

    def katalog(self, kennung: str) -> Katalog | None:
        """Return the catalogue version called ``kennung``."""
        return next((katalog for katalog in self.kataloge if katalog.kennung == kennung), None)

    def stufe(self, kennung: str) -> Stufe | None:
        """Return the stage called ``kennung``, ``None`` where the Verfahren has none of it."""
        return next((stufe for stufe in self.stufen if stufe.kennung == kennung), None)

    def ist_befristet(self, stufe: str) -> bool:
        """Say whether agreement and certificate of a stage come to an end, as they do where it is unknown."""
        gefunden = self.stufe(stufe)
        return gefunden is None or gefunden.ist_befristet

    def ist_begutachtet(self, stufe: str) -> bool:
        """Say whether a stage is assessed from outside, as it is where it is unknown."""
        gefunden = self.stufe(stufe)
        return gefunden is None or gefunden.ist_begutachtet

    def stufe_nach(self, kennung: str) -> str | None:
        """Return the stage that follows on another in the order of the file, ``None`` where it is the last."""
        folge = [stufe.kennung for stufe in self.stufen]
        danach = folge[folge.index(kennung) + 1 :] if kennung in folge else []
        return danach[0] if danach else None

    def phasen_in(self, stufe: str) -> list[Phase]:
        """Return the phases of a stage in their order."""
        nach_kennung = {phase.kennung: phase for phase in self.phasen}
        gefunden = self.stufe(stufe)
        return [nach_kennung[k] for k in (gefunden.phasen if gefunden else ()) if k in nach_kennung]

    def ablauf(self, kennung: str | None) -> Ablauf | None:
        """Return the lengths called ``kennung``, those that come first without one."""
        passende = (ablauf for ablauf in self.ablaeufe if kennung in (None, ablauf.kennung))
        return next(passende, None)

    def ueber(self, grundlage: "Verfahren") -> "Verfahren":
        """Return this one with everything that it leaves out as in another."""
        eigenes = {name: getattr(self, name) for name in self.model_fields_set}
        return grundlage.model_copy(update={**eigenes, "grundlage": None})

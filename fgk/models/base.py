"""What all records share: they are frozen, know every key, and take nothing for something else."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from fgk.models.werte import Datum, Liste, Text, Vokabular, Webadresse

VEROEFFENTLICHUNG = Vokabular(
    intern="nur intern", gremien="für die Gremien", oeffentlich="öffentlich"
).erklaert(
    intern="Nur die Verwaltung; gilt, wenn nichts anderes dasteht.",
    gremien="Auch die Mitglieder der Gremien.",
    oeffentlich="Alle dürfen es sehen.",
)
Veroeffentlichung = Annotated[str, VEROEFFENTLICHUNG]


#: parts that many records hold are built once and not anew inside each of them
_SHARED = ConfigDict(defer_build=False)


class Teil(BaseModel):
    """A part of a record. Validators judge and never repair (DESIGN 3)."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, defer_build=True, use_attribute_docstrings=False
    )


class Quelle(Teil):
    """Where a value or a statement comes from."""

    model_config = _SHARED

    titel: Text = Field(title="Titel", description="Was es ist: Veröffentlichung, Tabelle, Internetseite.")
    herausgeber: Text | None = Field(None, title="Herausgeber", description="Wer es veröffentlicht hat.")
    adresse: Webadresse | None = Field(None, title="Adresse", description="Internetadresse der Quelle.")
    stand: Datum | None = Field(None, title="Stand", description="Datum der Veröffentlichung.")
    abgerufen_am: Datum | None = Field(
        None, title="Abgerufen am", description="Tag, an dem sie gelesen wurde."
    )
    lizenz: Text | None = Field(
        None, title="Lizenz", description="Unter welcher Lizenz die Daten stehen, z. B. dl-de/by-2-0."
    )


class Angabe(Teil):
    """What one source says about a value that sources disagree on."""

    angabe: Text = Field(title="Angabe", description="Was diese Quelle sagt.")
    quelle: Quelle = Field(title="Quelle", description="Wo es steht.")


class Quellenkonflikt(Teil):
    """Sources disagree about a value; all of them stay on file."""

    model_config = _SHARED

    feld: Text = Field(title="Feld", description="Der Schlüssel daneben, um den es geht, z. B. datum.")
    angaben: Liste[Angabe] = Field(
        title="Angaben", description="Mindestens zwei Quellen mit dem, was sie sagen.", min_length=2
    )
    bewertung: Text | None = Field(
        None, title="Bewertung", description="Warum der eingetragene Wert gewählt wurde oder offen bleibt."
    )


VORBEHALT_ART = Vokabular(
    haushalt="Haushaltsvorbehalt",
    rechtskraft_haushalt="Vorbehalt der Rechtskraft des Haushalts",
    foerderzusage="Vorbehalt der Förderzusage",
    gremium="Vorbehalt der Zustimmung eines Gremiums",
)
VORBEHALT_STAND = Vokabular(offen="offen", erfuellt="erfüllt", gescheitert="gescheitert").erklaert(
    offen="Noch nicht entschieden.",
    erfuellt="Die Zusage gilt jetzt ohne diesen Vorbehalt.",
    gescheitert="Was vorausgesetzt war, kommt nicht.",
)


class Vorbehalt(Teil):
    """A reservation under which something was agreed; documents print it."""

    model_config = _SHARED

    art: Annotated[str, VORBEHALT_ART] = Field(title="Art", description="Wovon die Zusage abhängt.")
    stand: Annotated[str, VORBEHALT_STAND] = Field(
        "offen", title="Stand", description="Ob der Vorbehalt noch offen ist."
    )
    text: Text | None = Field(None, title="Erläuterung", description="Was genau vorbehalten ist.")
    stand_am: Datum | None = Field(
        None, title="Stand am", description="Seit wann der Vorbehalt erfüllt oder gescheitert ist."
    )


class Datensatz(Teil):
    """A record: the content of one file of the Akte."""

    veroeffentlichung: Veroeffentlichung = Field(
        "intern",
        title="Veröffentlichung",
        description="Wer diesen Datensatz sehen darf; ohne Angabe nur intern.",
    )
    musterdaten: bool = Field(
        False,
        title="Musterdaten",
        description="true kennzeichnet erfundenen Inhalt; Dokumente weisen ihn als solchen aus.",
    )
    bemerkung: Text | None = Field(
        None, title="Bemerkung", description="Interner Vermerk; erscheint in keinem Dokument."
    )
    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher die Angaben stammen.")

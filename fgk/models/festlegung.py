"""What a decision binds, as a council's decision keeps it: digests of the agreed fields, and their Prüfzeichen."""

from typing import Annotated

from pydantic import Field, JsonValue

from fgk.models.base import Teil
from fgk.models.kennungen import FORMEN
from fgk.models.werte import Form, Liste, Text

#: kinds of record that a decision can bind
FESTGELEGTE_ARTEN = ("zielvereinbarung", "ziel", "massnahme", "jahresbericht")

Profil = Annotated[str, Form("fgk1", "ein Profil der Festlegung", "fgk1")]
FestgelegteArt = Annotated[
    str, Form("|".join(FESTGELEGTE_ARTEN), "eine Art von Datensatz, die festgelegt werden kann", "massnahme")
]
FestgelegteKennung = Annotated[
    str,
    Form(
        "|".join(FORMEN[art].muster for art in FESTGELEGTE_ARTEN),
        "die Kennung eines festgelegten Datensatzes",
        "M-3.1.2",
    ),
]
Pruefsumme = Annotated[
    str, Form("fgk1:[0-9a-f]{64}", "eine Prüfsumme aus fgk1: und 64 Ziffern und Buchstaben", "fgk1:3b1f…")
]
Pruefzeichen = Annotated[
    str,
    Form(
        r"(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]",
        "ein Prüfzeichen aus vier Gruppen und einem Zeichen",
        '"3YJC-27CF-31FW-0637-T"',
    ),
]
#: what pydantic checks and its JSON Schema leaves open: no other keys
_NUR_DIESE: dict[str, JsonValue] = {"additionalProperties": False}


class Festlegung(Teil):
    """The agreed content at the moment of the decision; written by ``fgk decide``, never by hand."""

    profil: Profil = Field(title="Profil", description="Nach welcher Fassung der Regeln gerechnet wurde.")
    felder: dict[FestgelegteArt, Liste[Text]] = Field(
        title="Felder",
        description="Je Art von Datensatz die Schlüssel, die festgelegt sind.",
        json_schema_extra=_NUR_DIESE,
    )
    eintraege: dict[FestgelegteKennung, Pruefsumme] = Field(
        title="Einträge",
        description="Je festgelegtem Datensatz die Prüfsumme seines Inhalts.",
        json_schema_extra=_NUR_DIESE,
    )
    pruefzeichen: Pruefzeichen = Field(
        title="Prüfzeichen", description="Prüfzeichen des Beschlossenen über alle Einträge."
    )
    pruefzeichen_vorlage: Pruefzeichen | None = Field(
        None,
        title="Prüfzeichen der Vorlage",
        description="Nur bei „geändert beschlossen“: das Prüfzeichen auf der Beschlussvorlage.",
    )

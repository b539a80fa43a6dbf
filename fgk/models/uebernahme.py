"""What a goal or a measure was in the audit before: where it comes from, and how far it had come there."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Teil
from fgk.models.kennungen import AuditKennung, JahresberichtKennung, MassnahmeKennung, ZielKennung
from fgk.models.stand import ZIELSTAND, Status
from fgk.models.werte import Datum, Text


class _Uebernahme(Teil):
    akte: AuditKennung = Field(title="Akte", description="Kennung der Akte der vorigen Stufe.")
    bericht: JahresberichtKennung | None = Field(
        None, title="Bericht", description="Jahresbericht, aus dem der letzte Stand stammt, z. B. J-2020."
    )
    text: Text | None = Field(None, title="Text", description="Was dort zuletzt berichtet wurde.")


class Massnahmenuebernahme(_Uebernahme):
    """The measure of the audit before, with its last status."""

    kennung: MassnahmeKennung = Field(title="Kennung", description="Ihre Kennung dort, z. B. M-3.1.2.")
    status: Status | None = Field(None, title="Status", description="Ihr letzter Stand dort.")
    neue_frist: Datum | None = Field(None, title="Neue Frist", description="Die Frist, die zuletzt galt.")


class Zieluebernahme(_Uebernahme):
    """The goal of the audit before, and how far it had come."""

    kennung: ZielKennung = Field(title="Kennung", description="Seine Kennung dort, z. B. Z-3.1.")
    stand: Annotated[str, ZIELSTAND] | None = Field(
        None, title="Stand", description="Wie es zuletzt um das Ziel stand."
    )

"""begutachtung.yaml: outcome of the assessment, and the certificate."""

from datetime import date
from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Quelle, Quellenkonflikt, Teil
from fgk.models.kennungen import BegutachtungKennung
from fgk.models.werte import Datum, Liste, Text, Vokabular

BEGUTACHTUNGSERGEBNIS = Vokabular(
    offen="noch offen",
    empfohlen="Zertifikat empfohlen",
    mit_auflagen="Zertifikat mit Auflagen empfohlen",
    nicht_empfohlen="Zertifikat nicht empfohlen",
)
ZERTIFIKATSART = Vokabular(
    grundzertifikat="Grundzertifikat",
    aufbauzertifikat="Aufbauzertifikat",
    erhaltungszertifikat="Erhaltungszertifikat",
)


class Auflage(Teil):
    """A condition of the assessors."""

    text: Text = Field(title="Text", description="Was zu erfüllen ist.")
    bis: Datum | None = Field(None, title="Bis", description="Bis wann.")
    erfuellt_am: Datum | None = Field(None, title="Erfüllt am", description="Wann sie erfüllt wurde.")


class Zertifikat(Teil):
    """The certificate; its validity counts from the grant, not from the ceremony."""

    art: Annotated[str, ZERTIFIKATSART] = Field(title="Art", description="Welches Zertifikat.")
    erteilt_am: Datum | None = Field(
        None, title="Erteilt am", description="Tag der Erteilung durch den Verein."
    )
    verliehen_am: Datum | None = Field(
        None, title="Verliehen am", description="Tag der feierlichen Verleihung."
    )
    verliehen_in: Text | None = Field(None, title="Verliehen in", description="Ort der Verleihung.")
    gueltig_bis: Datum | None = Field(None, title="Gültig bis", description="Letzter Tag der Gültigkeit.")
    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher die Angaben stammen.")
    quellenkonflikt: Quellenkonflikt | None = Field(
        None, title="Quellenkonflikt", description="Wenn Quellen sich über eine Angabe uneins sind."
    )

    @property
    def seit(self) -> date | str | None:
        """The day of the grant, else of the ceremony, ``None`` where neither is on file."""
        return self.erteilt_am or self.verliehen_am


class Begutachtung(Datensatz):
    """The assessment by outside experts."""

    kennung: BegutachtungKennung = Field(title="Kennung", description="Kennung, z. B. G-2017.")
    eingereicht_am: Datum | None = Field(
        None, title="Eingereicht am", description="Wann die Dokumentation eingereicht wurde."
    )
    begutachtet_am: Datum | None = Field(None, title="Begutachtet am", description="Tag der Begutachtung.")
    gremium: Text | None = Field(None, title="Gremium", description="Wer begutachtet hat, ohne Namen.")
    ergebnis: Annotated[str, BEGUTACHTUNGSERGEBNIS] = Field(
        "offen", title="Ergebnis", description="Was die Begutachtung ergab."
    )
    empfehlungen: Liste[Text] = Field((), title="Empfehlungen", description="Empfehlungen der Gutachter.")
    auflagen: Liste[Auflage] = Field((), title="Auflagen", description="Auflagen der Gutachter.")
    zertifikat: Zertifikat | None = Field(None, title="Zertifikat", description="Das erteilte Zertifikat.")

"""organisationseinheiten.yaml: the departments and outside bodies that measures and reports refer to."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Teil
from fgk.models.kennungen import OrganisationseinheitKennung, OrganisationseinheitVerweis
from fgk.models.werte import Datum, Liste, Postfach, Text, Vokabular

ORGANISATIONSART = Vokabular(
    verwaltungsleitung="Verwaltungsleitung",
    amt="Amt oder Fachbereich",
    stabsstelle="Stabsstelle",
    eigenbetrieb="Eigenbetrieb oder Gesellschaft",
    gremium="politisches Gremium",
    traeger="Träger der freien Wohlfahrtspflege",
    verein="Verein oder Initiative",
    bildung="Schule, Kita oder Bildungsträger",
    unternehmen="Unternehmen oder Kammer",
    behoerde="andere Behörde",
    sonstige="Sonstige",
)


class Organisationseinheit(Teil):
    """One department or outside body."""

    kennung: OrganisationseinheitKennung = Field(title="Kennung", description="Kennung, z. B. OE-51.")
    name: Text = Field(title="Name", description="Voller Name, z. B. Amt für Kinder, Jugend und Familie.")
    kurz: Text | None = Field(
        None, title="Kurzname", description="Kurzer Name für Tabellen, z. B. Jugendamt."
    )
    art: Annotated[str, ORGANISATIONSART] = Field(title="Art", description="Was für eine Stelle es ist.")
    ist_extern: bool = Field(False, title="Extern", description="true, wenn sie nicht zur Verwaltung gehört.")
    postfach: Postfach | None = Field(
        None, title="Postfach", description="Funktionspostfach, keine persönliche Adresse."
    )
    bis: Datum | None = Field(
        None, title="Bis", description="Wann die Stelle aufgelöst oder umbenannt wurde."
    )
    nachfolger: OrganisationseinheitVerweis | None = Field(
        None, title="Nachfolger", description="Kennung der Stelle, auf die die Aufgaben übergegangen sind."
    )

    @property
    def anzeigename(self) -> str:
        """The short name where there is one."""
        return self.kurz or self.name


class Organisationseinheiten(Datensatz):
    """The list of all departments and outside bodies of the Akte."""

    organisationseinheiten: Liste[Organisationseinheit] = Field(
        title="Organisationseinheiten", description="Ämter, Stabsstellen und äußere Stellen."
    )

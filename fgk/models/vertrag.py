"""vertrag.yaml: the agreement between the municipality and the Verein."""

from pydantic import Field

from fgk.models.base import Datensatz, Teil
from fgk.models.kennungen import OrganisationseinheitVerweis, VertragKennung
from fgk.models.werte import Datum, Geld, Liste, Text


class Rate(Teil):
    """One instalment of the contribution."""

    betrag: Geld = Field(title="Betrag", description="Betrag in Euro, brutto.")
    faellig_am: Datum | None = Field(None, title="Fällig am", description="Wann die Rate fällig ist.")
    bezahlt_am: Datum | None = Field(None, title="Bezahlt am", description="Wann die Rate bezahlt wurde.")


class Kostenbeitrag(Teil):
    """The municipality's contribution to the cost of the audit."""

    brutto: Geld = Field(
        title="Bruttobetrag", description="Gesamtbetrag in Euro einschließlich Mehrwertsteuer."
    )
    ist_ungefaehr: bool = Field(
        False, title="Ungefähr", description="true, wenn nur ein runder Betrag bekannt ist."
    )
    zahlungspflichtig: OrganisationseinheitVerweis | None = Field(
        None, title="Zahlungspflichtig", description="Wer zahlt; leer, wenn die Kommune selbst zahlt."
    )
    raten: Liste[Rate] = Field((), title="Raten", description="Teilbeträge mit Fälligkeit.")
    erlaeuterung: Text | None = Field(None, title="Erläuterung", description="Was der Betrag umfasst.")


class Pflicht(Teil):
    """Something that one side owes the other by a date."""

    text: Text = Field(title="Text", description="Was geschuldet ist, z. B. Jahresbericht 2018.")
    faellig_am: Datum | None = Field(None, title="Fällig am", description="Bis wann.")
    erledigt_am: Datum | None = Field(None, title="Erledigt am", description="Wann es erledigt wurde.")


class Vertrag(Datensatz):
    """The agreement with the Verein."""

    kennung: VertragKennung = Field(title="Kennung", description="Kennung des Vertrags, z. B. V-2016.")
    partner: Text = Field(title="Vertragspartner", description="In der Regel Familiengerechte Kommune e. V.")
    unterzeichnet_am: Datum | None = Field(
        None, title="Unterzeichnet am", description="Tag der Unterschrift."
    )
    von: Datum | None = Field(None, title="Von", description="Beginn der Laufzeit des Vertrags.")
    bis: Datum | None = Field(None, title="Bis", description="Ende der Laufzeit des Vertrags.")
    kostenbeitrag: Kostenbeitrag | None = Field(
        None, title="Kostenbeitrag", description="Was das Audit kostet."
    )
    leistungen: Liste[Text] = Field((), title="Leistungen", description="Was der Verein leistet.")
    pflichten: Liste[Pflicht] = Field((), title="Pflichten", description="Was wann zu liefern ist.")

"""beteiligung/W-….yaml: one file a workshop or survey."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Quellenkonflikt, Teil
from fgk.models.kennungen import BeteiligungKennung, HandlungsfeldVerweis, OrganisationseinheitVerweis
from fgk.models.werte import Anzahl, Datum, Liste, Text, Vokabular

BETEILIGUNGSART = Vokabular(
    strategieworkshop="Strategieworkshop",
    beteiligungsworkshop="Beteiligungsworkshop",
    zielvereinbarungsworkshop="Zielvereinbarungsworkshop",
    erhaltungsworkshop="Erhaltungsworkshop",
    befragung="Befragung",
    buergerversammlung="Bürgerversammlung",
    expertengespraech="Expertengespräch",
    kinder_und_jugend="Beteiligung von Kindern und Jugendlichen",
    online="Online-Beteiligung",
    sonstige="Weitere Beteiligung",
)


class Gruppe(Teil):
    """A group of people who took part."""

    bezeichnung: Text = Field(
        title="Bezeichnung", description="Gruppe, z. B. Leitungen der Kitas; keine Namen."
    )
    anzahl: Anzahl | None = Field(
        None, title="Anzahl", description="Wie viele Personen; leer, wenn unbekannt."
    )


class Beteiligungsergebnis(Teil):
    """One result of the workshop or survey."""

    text: Text = Field(title="Text", description="Was herauskam.")
    handlungsfeld: HandlungsfeldVerweis | None = Field(
        None, title="Handlungsfeld", description="Zu welchem Handlungsfeld es gehört."
    )


class Beteiligung(Datensatz):
    """A workshop, a survey or another form of participation."""

    kennung: BeteiligungKennung = Field(title="Kennung", description="Kennung, z. B. W-2017-02.")
    titel: Text = Field(title="Titel", description="Name der Veranstaltung oder Befragung.")
    art: Annotated[str, BETEILIGUNGSART] = Field(title="Art", description="Form der Beteiligung.")
    datum: Datum = Field(title="Datum", description="Tag oder Beginn.")
    bis: Datum | None = Field(None, title="Bis", description="Letzter Tag, wenn es mehrere waren.")
    ort: Text | None = Field(None, title="Ort", description="Wo es stattfand.")
    veranstalter: OrganisationseinheitVerweis | None = Field(
        None, title="Veranstalter", description="Welche Stelle eingeladen hat."
    )
    gruppen: Liste[Gruppe] = Field((), title="Gruppen", description="Wer teilgenommen hat, nach Gruppen.")
    teilnehmende: Anzahl | None = Field(
        None, title="Teilnehmende", description="Wie viele Personen insgesamt."
    )
    methode: Text | None = Field(None, title="Methode", description="Wie gearbeitet wurde.")
    themen: Liste[Text] = Field((), title="Themen", description="Worum es ging.")
    ergebnisse: Liste[Beteiligungsergebnis] = Field((), title="Ergebnisse", description="Was herauskam.")
    quellenkonflikt: Quellenkonflikt | None = Field(
        None, title="Quellenkonflikt", description="Wenn Quellen sich über eine Angabe uneins sind."
    )

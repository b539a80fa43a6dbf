"""beschluesse/B-….yaml: one file a decision, with its way through the bodies."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz, Quelle, Quellenkonflikt, Teil, Vorbehalt
from fgk.models.festlegung import Festlegung
from fgk.models.kennungen import (
    AuditKennung,
    BeschlussKennung,
    BeschlussVerweis,
    BezugVerweis,
    OrganisationseinheitVerweis,
)
from fgk.models.werte import Anzahl, Datum, Geld, Liste, Text, Vokabular, Webadresse

BESCHLUSSART = Vokabular(
    teilnahme="Teilnahme am Audit",
    zielvereinbarung="Zielvereinbarung",
    aenderung="Änderung der Zielvereinbarung",
    jahresbericht="Kenntnisnahme eines Jahresberichts",
    bilanz="Bilanz und erneutes Audit",
    sonstiges="Weiterer Beschluss",
)
BERATUNGSROLLE = Vokabular(
    anhoerung="Anhörung", empfehlung="Empfehlung", entscheidung="Entscheidung", kenntnisnahme="Kenntnisnahme"
).erklaert(
    anhoerung="Das Gremium äußert sich.",
    empfehlung="Das Gremium berät vor und empfiehlt.",
    entscheidung="Das Gremium beschließt.",
    kenntnisnahme="Das Gremium nimmt entgegen, ohne zu beschließen.",
)
ERGEBNIS = Vokabular(
    unveraendert="unverändert beschlossen",
    geaendert="geändert beschlossen",
    angenommen="beschlossen",
    abgelehnt="abgelehnt",
    vertagt="vertagt",
    verwiesen="verwiesen",
    zur_kenntnis="zur Kenntnis genommen",
).erklaert(
    unveraendert="Beschlossen wie vorgeschlagen.",
    geaendert="Beschlossen mit Änderungen.",
    angenommen="Beschlossen; ob mit Änderungen, ist nicht bekannt.",
    abgelehnt="Die Vorlage fand keine Zustimmung.",
    vertagt="Auf eine spätere Sitzung verschoben.",
    verwiesen="An ein anderes Gremium gegeben.",
    zur_kenntnis="Entgegengenommen ohne eigenen Beschluss.",
)
ABSTIMMUNGSART = Vokabular(
    einstimmig="einstimmig",
    mehrheitlich="mehrheitlich",
    ohne_abstimmung="ohne Abstimmung",
    unbekannt="nicht bekannt",
).erklaert(
    einstimmig="Ohne Gegenstimme.",
    mehrheitlich="Mit Gegenstimmen.",
    ohne_abstimmung="Es wurde nicht abgestimmt.",
    unbekannt="Die Quellen nennen die Abstimmung nicht.",
)
#: outcomes that put a point into force
ANGENOMMEN = frozenset({"unveraendert", "geaendert", "angenommen", "zur_kenntnis"})


class Abstimmung(Teil):
    """How was voted; what came out is ``ergebnis``."""

    art: Annotated[str, ABSTIMMUNGSART] = Field(title="Art", description="Wie abgestimmt wurde.")
    ja: Anzahl | None = Field(None, title="Ja", description="Anzahl der Ja-Stimmen.")
    nein: Anzahl | None = Field(None, title="Nein", description="Anzahl der Nein-Stimmen.")
    enthaltungen: Anzahl | None = Field(None, title="Enthaltungen", description="Anzahl der Enthaltungen.")


class Beratung(Teil):
    """One body that dealt with the paper."""

    gremium: Text = Field(title="Gremium", description="Name des Gremiums, z. B. Rat.")
    datum: Datum | None = Field(None, title="Datum", description="Tag der Sitzung.")
    ist_oeffentlich: bool = Field(
        True, title="Öffentlich", description="false bei nichtöffentlicher Sitzung."
    )
    rolle: Annotated[str, BERATUNGSROLLE] = Field(
        title="Rolle", description="Wofür das Gremium zuständig war."
    )
    tagesordnungspunkt: Text | None = Field(
        None, title="Tagesordnungspunkt", description="Nummer, z. B. Ö 7."
    )
    ergebnis: Annotated[str, ERGEBNIS] | None = Field(
        None,
        title="Ergebnis",
        description="Was herauskam; angenommen, wenn unbekannt ist, ob geändert wurde; leer, solange nicht beraten wurde.",
    )
    abstimmung: Abstimmung | None = Field(None, title="Abstimmung", description="Wie abgestimmt wurde.")
    wortlaut: Text | None = Field(
        None, title="Wortlaut", description="Abweichender Wortlaut dieses Gremiums."
    )
    quellen: Liste[Quelle] = Field((), title="Quellen", description="Woher die Angaben stammen.")
    quellenkonflikt: Quellenkonflikt | None = Field(
        None, title="Quellenkonflikt", description="Wenn Quellen sich über eine Angabe uneins sind."
    )


class Vorlage(Teil):
    """The paper that was decided on."""

    nummer: Text | None = Field(None, title="Nummer", description="Nummer der Vorlage.")
    bezeichnung: Text | None = Field(
        None, title="Bezeichnung", description="Örtlicher Name, z. B. Beschlussvorlage oder Drucksache."
    )
    aktenzeichen: Text | None = Field(None, title="Aktenzeichen", description="Aktenzeichen der Verwaltung.")
    datum: Datum | None = Field(None, title="Datum", description="Datum der Vorlage.")
    federfuehrung: OrganisationseinheitVerweis | None = Field(
        None, title="Federführung", description="Welche Stelle die Vorlage verantwortet."
    )
    beteiligte: Liste[OrganisationseinheitVerweis] = Field(
        (), title="Beteiligte", description="Welche Stellen beteiligt waren."
    )
    sachverhalt: Text | None = Field(None, title="Sachverhalt", description="Begründung der Vorlage.")
    anlagen: Liste[Text] = Field((), title="Anlagen", description="Was der Vorlage beiliegt.")
    adresse: Webadresse | None = Field(
        None, title="Adresse", description="Adresse im Ratsinformationssystem."
    )


class Finanzen(Teil):
    """Financial effects of a decision."""

    text: Text | None = Field(None, title="Text", description="Finanzielle Auswirkungen in Worten.")
    einmalig: Geld | None = Field(None, title="Einmalig", description="Einmaliger Aufwand in Euro.")
    jaehrlich: Geld | None = Field(None, title="Jährlich", description="Jährlicher Aufwand in Euro.")
    produkt: Text | None = Field(None, title="Produkt", description="Produkt, Konto oder PSP-Element.")
    deckung: Text | None = Field(None, title="Deckung", description="Wie der Aufwand gedeckt ist.")


class Bezug(Teil):
    """A record that a point of a decision concerns, possibly in another Akte."""

    kennung: BezugVerweis = Field(title="Kennung", description="Kennung des Datensatzes, z. B. ZV-2017.")
    akte: AuditKennung | None = Field(
        None, title="Akte", description="Kennung der anderen Akte; leer für diese."
    )


class Beschlusspunkt(Teil):
    """One numbered point of a decision."""

    nummer: Anzahl = Field(title="Nummer", description="Nummer des Beschlusspunkts.")
    text: Text = Field(title="Text", description="Was beschlossen wurde.")
    betrifft: Liste[Bezug] = Field((), title="Betrifft", description="Welche Datensätze der Punkt betrifft.")
    ergebnis: Annotated[str, ERGEBNIS] | None = Field(
        None,
        title="Ergebnis",
        description="Nur wenn dieser Punkt anders ausging als der Beschluss im Ganzen.",
    )
    vorbehalte: Liste[Vorbehalt] = Field((), title="Vorbehalte", description="Wovon der Beschluss abhängt.")


class Beschluss(Datensatz):
    """A decision of the council, with all bodies that dealt with it in their order."""

    kennung: BeschlussKennung = Field(
        title="Kennung", description="Kennung des Beschlusses, z. B. B-2017-03."
    )
    titel: Text = Field(title="Betreff", description="Betreff der Vorlage.")
    art: Annotated[str, BESCHLUSSART] = Field(title="Art", description="Worum es geht.")
    vorlage: Vorlage | None = Field(None, title="Vorlage", description="Die Vorlage der Verwaltung.")
    beratungen: Liste[Beratung] = Field(
        title="Beratungen", description="Alle Gremien in der Reihenfolge der Beratung.", min_length=1
    )
    beschlusspunkte: Liste[Beschlusspunkt] = Field(
        (), title="Beschlusspunkte", description="Die einzelnen Punkte und was sie betreffen."
    )
    beschlussvorschlag: Text | None = Field(
        None, title="Beschlussvorschlag", description="Vorschlag der Verwaltung."
    )
    beschlusstext: Text | None = Field(
        None, title="Beschlusstext", description="Beschlossener Wortlaut; maßgeblich ist die Niederschrift."
    )
    finanzen: Finanzen | None = Field(
        None, title="Finanzielle Auswirkungen", description="Kosten und Deckung."
    )
    aendert: Liste[BeschlussVerweis] = Field(
        (), title="Ändert", description="Kennungen früherer Beschlüsse, die dieser ändert."
    )
    festlegung: Festlegung | None = Field(
        None,
        title="Festlegung",
        description="Was der Beschluss festlegt; schreibt „fgk decide“, bitte nicht von Hand ändern.",
    )

    @property
    def entscheidung(self) -> Beratung | None:
        """The deliberation that put it into force; ``None`` while none has, or where the last word was no.

        A body that only takes note makes no decision, except where no other was to decide.
        """
        rollen = {beratung.rolle for beratung in self.beratungen}
        rolle = "entscheidung" if "entscheidung" in rollen else "kenntnisnahme"
        beraten = [b for b in self.beratungen if b.rolle == rolle and b.ergebnis is not None]
        return beraten[-1] if beraten and beraten[-1].ergebnis in ANGENOMMEN else None

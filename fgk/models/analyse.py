"""bestandsaufnahme/analyse/HF….yaml: offers, strengths and challenges of one Handlungsfeld."""

from pydantic import Field

from fgk.models.base import Datensatz, Teil
from fgk.models.kennungen import (
    AnalyseKennung,
    HandlungsfeldVerweis,
    IndikatorVerweis,
    OrganisationseinheitVerweis,
    QuerschnittsthemaVerweis,
)
from fgk.models.werte import Liste, Text


class Angebot(Teil):
    """Something that exists already."""

    bezeichnung: Text = Field(title="Bezeichnung", description="Name des Angebots.")
    traeger: OrganisationseinheitVerweis | None = Field(None, title="Träger", description="Wer es anbietet.")
    text: Text | None = Field(None, title="Text", description="Kurze Beschreibung.")


class Befund(Teil):
    """A strength or a challenge."""

    text: Text = Field(title="Text", description="Was festgestellt wurde.")
    beleg: Text | None = Field(None, title="Beleg", description="Worauf sich die Feststellung stützt.")
    indikatoren: Liste[IndikatorVerweis] = Field(
        (), title="Indikatoren", description="Kennungen der Indikatoren, die es zeigen."
    )
    querschnittsthemen: Liste[QuerschnittsthemaVerweis] = Field(
        (), title="Querschnittsthemen", description="Welche Querschnittsthemen berührt sind."
    )


class Analyse(Datensatz):
    """The analysis of one Handlungsfeld."""

    kennung: AnalyseKennung = Field(title="Kennung", description="AN- und das Handlungsfeld, z. B. AN-HF3.")
    handlungsfeld: HandlungsfeldVerweis = Field(title="Handlungsfeld", description="Kennung, z. B. HF3.")
    zusammenfassung: Text | None = Field(
        None, title="Zusammenfassung", description="Die Lage in wenigen Sätzen."
    )
    angebote: Liste[Angebot] = Field((), title="Angebote", description="Was es schon gibt.")
    staerken: Liste[Befund] = Field((), title="Stärken", description="Was gut ist.")
    herausforderungen: Liste[Befund] = Field((), title="Herausforderungen", description="Was zu tun ist.")

    @property
    def hat_inhalt(self) -> bool:
        """Whether it says anything yet; a new file has its head only, and perhaps the dots that stand for a text."""
        zusammenfassung = (self.zusammenfassung or "").strip(" .…")
        return bool(zusammenfassung or self.angebote or self.staerken or self.herausforderungen)

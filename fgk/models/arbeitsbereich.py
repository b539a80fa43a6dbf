"""fgk.yaml: marks the folder above several Akten, and says whose it is. It may be empty."""

from typing import Annotated

from pydantic import Field

from fgk.models.base import Datensatz
from fgk.models.werte import Text, Vokabular

ROLLE = Vokabular(kommune="Kommune", beratung="Beratung", verein="Verein").erklaert(
    kommune="Eine Kommune, ein Kreis oder ein Quartier mit seinen Akten.",
    beratung="Eine Auditorin oder ein Auditor mit den Akten mehrerer Kommunen.",
    verein="Der Verein, der Zertifikate erteilt; nur er stellt Urkunden aus.",
)


class Arbeitsbereich(Datensatz):
    """The folder that several Akten lie in."""

    bezeichnung: Text | None = Field(
        None, title="Bezeichnung", description="Wie der Arbeitsbereich heißt, z. B. Akten des Vereins."
    )
    rolle: Annotated[str, ROLLE] | None = Field(
        None, title="Rolle", description="Wessen Arbeitsbereich es ist."
    )

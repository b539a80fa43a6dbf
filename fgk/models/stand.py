"""How far a measure and a goal are: the words of reports, and of what a later audit takes over."""

from typing import Annotated

from fgk.models.werte import Vokabular

STATUS = Vokabular(
    geplant="geplant",
    in_umsetzung="in Umsetzung",
    umgesetzt="umgesetzt",
    teilweise_umgesetzt="teilweise umgesetzt",
    verschoben="verschoben",
    ruht="ruht",
    ersetzt="ersetzt",
    entfallen="entfallen",
).erklaert(
    geplant="Es wurde noch nicht begonnen, und das war so vorgesehen.",
    in_umsetzung="Daran wird gearbeitet.",
    umgesetzt="Die Maßnahme ist fertig.",
    teilweise_umgesetzt="Ein Teil ist fertig, der Rest kommt nicht mehr oder erst später. Braucht eine begruendung.",
    verschoben="Sie beginnt oder endet später als vereinbart. Braucht eine begruendung.",
    ruht="Sie ist unterbrochen. Braucht eine begruendung.",
    ersetzt="Andere Maßnahmen treten an ihre Stelle. Braucht nachfolger und eine begruendung.",
    entfallen="Sie wird nicht umgesetzt. Braucht eine begruendung.",
)
Status = Annotated[str, STATUS]
#: these need a Begründung
BEGRUENDUNGSPFLICHTIG = frozenset({"teilweise_umgesetzt", "verschoben", "ruht", "ersetzt", "entfallen"})

ZIELSTAND = Vokabular(
    erreicht="erreicht",
    teilweise_erreicht="teilweise erreicht",
    auf_kurs="auf Kurs",
    gefaehrdet="gefährdet",
    nicht_erreicht="nicht erreicht",
    angepasst="angepasst",
).erklaert(
    erreicht="Das Ziel ist erreicht.",
    teilweise_erreicht="Das Ziel ist zum Teil erreicht.",
    auf_kurs="Das Ziel ist voraussichtlich erreichbar.",
    gefaehrdet="Ob das Ziel erreicht wird, ist fraglich.",
    nicht_erreicht="Das Ziel wurde verfehlt.",
    angepasst="Das Ziel wurde geändert.",
)

"""What the register says of a municipality, a Kreis and an association of municipalities."""

from datetime import date
from typing import NamedTuple

from fgk.register.herkunft import herkunft

#: the Textkennzeichen of the Gemeindeverzeichnis
_ARTEN = {
    "41": "Kreisfreie Stadt",
    "42": "Stadtkreis",
    "43": "Kreis",
    "44": "Landkreis",
    "45": "Regionalverband",
    "60": "Markt",
    "61": "Kreisfreie Stadt",
    "62": "Stadtkreis",
    "63": "Stadt",
    "64": "Gemeinde",
    "67": "Große Kreisstadt",
}
_KREISFREI = frozenset({"41", "42", "61", "62"})


class Kreis(NamedTuple):
    """A Kreis, or a city that is none of any: ``schluessel`` has five digits."""

    schluessel: str
    amtlicher_name: str
    kennzeichen: str
    land: str

    @property
    def name(self) -> str:
        """The name without what follows a comma."""
        return self.amtlicher_name.partition(",")[0]

    @property
    def art(self) -> str:
        """What it is, such as ``Landkreis``."""
        return _ARTEN[self.kennzeichen]

    @property
    def ist_kreisfrei(self) -> bool:
        """Say whether it is a city."""
        return self.kennzeichen in _KREISFREI


class Gemeinde(NamedTuple):
    """A municipality: ``ags`` has eight digits, ``ars`` twelve; ``varianten`` are other official spellings.

    ``einwohner`` is the number of inhabitants on ``einwohner_am``; with it print ``herkunft().vermerk``.
    """

    ags: str
    ars: str
    amtlicher_name: str
    kennzeichen: str
    kreis: Kreis
    einwohner: int
    varianten: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name without what follows a comma: ``Stolberg (Rhld.)`` of ``Stolberg (Rhld.), Kupferstadt``."""
        return self.amtlicher_name.partition(",")[0]

    @property
    def beiname(self) -> str:
        """What follows the comma, such as ``Kupferstadt``, empty for nothing."""
        return self.amtlicher_name.partition(",")[2].strip()

    @property
    def art(self) -> str:
        """What it is, such as ``Stadt``."""
        return _ARTEN[self.kennzeichen]

    @property
    def ist_kreisfrei(self) -> bool:
        """Say whether it belongs to no Kreis."""
        return self.kennzeichen in _KREISFREI

    @property
    def einwohner_am(self) -> date:
        """The day that ``einwohner`` was counted on."""
        return herkunft().einwohner_am

    @property
    def land(self) -> str:
        """The name of the Land."""
        return self.kreis.land


class Verband(NamedTuple):
    """An association of municipalities, such as an Amt or a Samtgemeinde; its ``ars`` ends in ``000``."""

    ars: str
    amtlicher_name: str
    kreis: Kreis

    @property
    def name(self) -> str:
        """The name without what follows a comma."""
        return self.amtlicher_name.partition(",")[0]

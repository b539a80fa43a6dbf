"""Which side counts where two have changed the same in different ways."""

from enum import StrEnum


class Vorrang(StrEnum):
    """The Akte here, or the pack that comes in."""

    hier = "hier"
    paket = "paket"

"""How messages join names."""

from collections.abc import Sequence


def aufzaehlung(namen: Sequence[str], wort: str = "und") -> str:
    """Return „A, B und C“, nothing where there is nothing."""
    if not namen:
        return ""
    return f" {wort} ".join(teil for teil in (", ".join(namen[:-1]), namen[-1]) if teil)

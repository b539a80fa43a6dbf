"""Who leads an audit and who is responsible for its measures: offices, never persons."""

from collections import Counter
from collections.abc import Iterator

from fgk.documents.ressourcen import vereinbarte
from fgk.documents.sicht import Sicht
from fgk.models.audit import Besetzung
from fgk.schreibweise import datum


def leitung(sicht: Sicht) -> list[tuple[str, str]]:
    """Return what the cover of a document says of who leads the audit today, and who accompanies it."""
    rollen = sicht.audit.rollen
    return [
        ("Projektleitung", "\n".join(sicht.besetzung(rollen.projektleitung))),
        ("Begleitung", "\n".join(sicht.besetzung(rollen.auditorin))),
    ]


def rollen(sicht: Sicht) -> Iterator[tuple[str, str, str]]:
    """Yield role, office and time of everybody who has or had one."""
    alle = sicht.audit.rollen
    for name, besetzungen in (
        ("Leitung", alle.leitung),
        ("Projektleitung", alle.projektleitung),
        ("Steuerungsgruppe", alle.steuerungsgruppe),
        ("Auditorin oder Auditor", alle.auditorin),
    ):
        for besetzung in besetzungen:
            yield name, sicht.besetzung([besetzung])[0], zeit(besetzung)


def zeit(besetzung: Besetzung) -> str:
    """Return in words since when and until when somebody holds a role, as far as it is known."""
    von, bis = datum(besetzung.von), datum(besetzung.bis)
    if von and bis:
        return f"{von} bis {bis}"
    return f"seit {von}" if von else f"bis {bis}" if bis else "–"


def stellen(sicht: Sicht) -> list[tuple[str, int]]:
    """Return who is responsible for how many measures, the most first."""
    anzahl = Counter(m.federfuehrung for m in vereinbarte(sicht.felder) if m.federfuehrung)
    return [(sicht.stelle(kennung), n) for kennung, n in anzahl.most_common()]

"""What to say where no heading of a list is found: which sheets there are, and which headings the likeliest one has."""

from collections.abc import Iterable, Mapping, Sequence

from fgk.errors import FgkError
from fgk.exchange.liste.blatt import Blatt, Zeile
from fgk.exchange.liste.felder import rate
from fgk.exchange.liste.zuordnung import Zuordnung, benannte_spalte

#: more than that no list has, and nobody reads
_HOECHSTENS = 20


def namen(blaetter: Iterable[Blatt]) -> str:
    """Return the names of sheets for a message."""
    return ", ".join(f"„{blatt.name}“" for blatt in blaetter)


def ohne_kopf(blaetter: Sequence[Blatt], zuordnung: Zuordnung, tiefe: int) -> FgkError:
    """Return the error for sheets of which none has a heading that names measures within its first rows."""
    blatt, zeile = max(
        ((blatt, zeile) for blatt in blaetter for zeile in blatt.zeilen[:tiefe]),
        key=lambda paar: _wert(paar[1], zuordnung.kopfzeile),
    )
    texte = {nummer: zelle.text for nummer, zelle in zeile.zellen.items()}
    if fehler := unbekannte_spalte(blatt.name, texte, zuordnung):
        return fehler
    was = f"Auf dem Blatt „{blatt.name}“" if len(blaetter) == 1 else f"Auf keinem Blatt ({namen(blaetter)})"
    spalte = " ".join(_wohl_massnahmen(blatt, zeile).split()) or "A"
    wo = f'--blatt "{blatt.name}" ' if len(blaetter) > 1 else ""
    return FgkError(
        f"{was} ist keine Zeile mit Überschriften zu finden, unter denen die Maßnahmen stehen. Am ehesten ist es auf "
        f"„{blatt.name}“ Zeile {zeile.nummer}: {_worte(texte)}.",
        f'Sagen Sie, in welcher Spalte die Maßnahmen stehen: {wo}--spalte "{spalte}=titel".',
    )


def _wohl_massnahmen(blatt: Blatt, kopf: Zeile) -> str:
    """Return the heading that is likely to name measures: unknown, and with the longest texts below."""

    def rang(spalte: int) -> tuple[bool, int]:
        darunter = (zeile for zeile in blatt.zeilen if zeile.nummer > kopf.nummer and spalte in zeile.zellen)
        texte = [zeile.zellen[spalte].text for zeile in darunter]
        return rate(kopf.zellen[spalte].text) is None, sum(map(len, texte))

    return kopf.zellen[max(kopf.zellen, key=rang)].text


def unbekannte_spalte(blatt: str, texte: Mapping[int, str], zuordnung: Zuordnung) -> FgkError | None:
    """Return the error for a column that the user names and that is not there, ``None`` where all are."""
    for name in zuordnung.spalten:
        if benannte_spalte(name, texte) not in texte:
            return FgkError(
                f"Eine Spalte „{name}“ gibt es auf dem Blatt „{blatt}“ nicht.",
                f'Die Überschriften sind: {_worte(texte)}. Auch der Buchstabe einer Spalte geht, z. B. --spalte "B=titel".',
            )
    return None


def _wert(zeile: Zeile, kopfzeile: int | None) -> tuple[bool, int, int]:
    """Say how likely a row is a heading: the one that was named, else by known headings, else by many texts."""
    texte = [zelle.text for zelle in zeile.zellen.values() if isinstance(zelle.wert, str) and zelle.text]
    return zeile.nummer == kopfzeile, sum(rate(text) is not None for text in texte), len(texte)


def _worte(texte: Mapping[int, str]) -> str:
    worte = [f"„{' '.join(text.split())}“" for text in texte.values() if text]
    mehr = f" und {len(worte) - _HOECHSTENS} weitere" if len(worte) > _HOECHSTENS else ""
    return ", ".join(worte[:_HOECHSTENS]) + mehr

"""What the Akte has already: a list that is read again finds its measures there, even where somebody has renamed the goal."""

from fgk.akte import Akte
from fgk.exchange.liste.eintrag import Eintrag, gleicher_text
from fgk.models.arten import art_von
from fgk.models.massnahme import Massnahme
from fgk.models.ziel import Ziel


class Bestand:
    """Goals and measures of an Akte. ``belegt`` are the Kennungen that nothing new may have."""

    def __init__(self, akte: Akte) -> None:
        self.belegt = _belegte_kennungen(akte)
        self.ziele = {record.modell.kennung: record.modell for record in akte.alle(Ziel)}
        self.ziel_mit_titel = {
            (ziel.handlungsfeld, gleicher_text(ziel.titel)): kennung for kennung, ziel in self.ziele.items()
        }
        self._nach_ziel: dict[tuple[str, str], list[str]] = {}
        self._gefunden: set[str] = set()
        self._nach_feld: dict[tuple[str, str], str] = {}
        for record in akte.alle(Massnahme):
            kennung, titel = record.modell.kennung, gleicher_text(record.modell.titel)
            self._nach_ziel.setdefault((record.modell.ziel, titel), []).append(kennung)
            self._nach_feld.setdefault((f"HF{kennung[2]}", titel), kennung)

    def massnahme(self, eintrag: Eintrag) -> str | None:
        """Return the measure that a row is about: in the goal it names, or in its Handlungsfeld where that goal is not there."""
        titel = gleicher_text(eintrag.titel or "")
        ziel = self._ziel(eintrag)
        if ziel is not None:
            return self._noch_nicht_gefunden(eintrag, self._nach_ziel.get((ziel, titel), []))
        nummer = eintrag.ziel.nummer or (eintrag.teile[0] if eintrag.teile else None)
        feld = eintrag.handlungsfeld or (f"HF{nummer[0]}" if nummer else "")
        return self._nach_feld.get((feld, titel))

    def _noch_nicht_gefunden(self, eintrag: Eintrag, kennungen: list[str]) -> str | None:
        """Return which of several measures of one title a row is: the one of its number, else the next."""
        wunsch = f"M-{eintrag.nummer_klar}"
        offen = [kennung for kennung in kennungen if kennung not in self._gefunden]
        kennung = wunsch if wunsch in kennungen else next(iter([*offen, *kennungen[-1:]]), None)
        self._gefunden.update(filter(None, [kennung]))
        return kennung

    def _ziel(self, eintrag: Eintrag) -> str | None:
        """Return the goal of the Akte that a row names, ``None`` where there is none."""
        nummer = eintrag.ziel.nummer
        if nummer is None and eintrag.ziel.titel is not None:
            return self.ziel_mit_titel.get((eintrag.handlungsfeld or "", gleicher_text(eintrag.ziel.titel)))
        if nummer is None and eintrag.teile:
            nummer = eintrag.teile[0]
        return f"Z-{nummer}" if f"Z-{nummer}" in self.ziele else None


def _belegte_kennungen(akte: Akte) -> frozenset[str]:
    """Return all Kennungen in the Akte, and all that the name of a file promises."""
    versprochen = (
        art.kennung_aus_pfad(path) for path in akte.source.paths() if (art := art_von(path)) is not None
    )
    return frozenset(akte.kennungen).union(kennung for kennung in versprochen if kennung)

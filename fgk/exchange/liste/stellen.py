"""Find the Organisationseinheiten that a list names in those of the Akte, and make the ones that are missing."""

import re
from typing import Any

from fgk.akte import Akte
from fgk.exchange.liste.felder import gefaltet
from fgk.models.kennungen import FORMEN
from fgk.models.organisation import Organisationseinheiten

#: first that fits; without one it is "sonstige"
_ARTEN = (
    ("stabsstelle", r"stabsstelle|beauftragte"),
    ("verwaltungsleitung", r"buergermeister|verwaltungsleitung|verwaltungsvorstand|landrat$|landraetin|stadtdirektor"),
    ("behoerde", r"jobcenter|agentur fuer arbeit|arbeitsagentur|polizei|kreisverwaltung|bezirksregierung|land "),
    ("eigenbetrieb", r"eigenbetrieb|stadtwerke|wirtschaftsbetriebe|\bggmbh|\bgmbh"),
    ("traeger", r"caritas|awo\b|arbeiterwohlfahrt|diakonie|drk\b|rotes kreuz|paritaet|traeger|kirche|kirchengemeinde|malteser|johanniter"),
    ("verein", r".*\bverein|.*\be v\b|initiative|verband|foerderverein|buendnis|netzwerk"),
    ("bildung", r".*schule|.*\bkitas?\b|kinderta|vhs\b|volkshochschule|.*gymnasium|familienzentr|kindergaert|kindergart"),
    ("unternehmen", r"ihk\b|handwerkskammer|unternehmen|arbeitgeber|.*wohnungsbau|.*\bag\b"),
    ("gremium", r".*ausschuss|stadtrat|gemeinderat|kreistag|.*beirat|jugendparlament|jugendrat|rat$"),
    ("amt", r".*\bamt\b|.*amt$|.*amt\b|fachbereich|fachdienst|fb\b|fd\b|abteilung|dezernat|referat|.*buero|.*stelle$|kaemmerei|amt"),
)  # fmt: skip
_EXTERN = frozenset({"traeger", "verein", "bildung", "unternehmen", "behoerde"})
#: a text has such a word: then it names a body, and commas may part several
_EINHEIT = re.compile(
    r"(?i:\w*(?:amt|ämter|büro|stelle|bereich|dienst|abteilung|dezernat|referat|schulen?|kitas?|verein|verband|träger|werke?|"
    r"zentrum|beauftragte[rn]?|beirat|rat|leitung|jobcenter|agentur|caritas|diakonie|gmbh|kirche|bibliothek|bücherei)\b)|"
    r"\b[A-ZÄÖÜ]{2,6}\b|\d"
)
_LAENGSTE = 24


class Stellen:
    """The Organisationseinheiten of an Akte, and those that a list adds: ``neue`` are plain data, by Kennung."""

    def __init__(self, akte: Akte) -> None:
        record = akte.einzeln(Organisationseinheiten)
        self.vorhandene = () if record is None else record.modell.organisationseinheiten
        self.neue: dict[str, dict[str, Any]] = {}
        self._bekannt: dict[str, str] = {}
        for stelle in self.vorhandene:
            for name in (stelle.name, stelle.kurz, stelle.kennung, stelle.kennung.removeprefix("OE-")):
                if name:
                    self._bekannt.setdefault(_schluessel(name), stelle.kennung)

    def kennungen(self, text: str) -> list[str]:
        """Return the Kennungen of the bodies that a cell names, each once; unknown ones are added to ``neue``."""
        return list(dict.fromkeys(self._finde(name) or self._lege_an(name) for name in self._namen(text)))

    def _finde(self, name: str) -> str | None:
        return self._bekannt.get(_schluessel(name))

    def _namen(self, text: str) -> list[str]:
        """Return the names in a cell: by lines and semicolons, by commas and slashes only where each part names a body."""
        flach = " ".join(text.split())
        if self._finde(flach):
            return [flach]
        namen = []
        for teil in re.split(r"[;\n]|\s\+\s", text):
            sauber = " ".join(re.sub(r"^[-–•*·\s]+", "", teil).split()).strip(" ,.") if teil else ""
            namen += self._geteilt(sauber) if sauber else []
        return namen

    def _geteilt(self, text: str) -> list[str]:
        if self._finde(text):
            return [text]
        teile = [
            teil.strip()
            for teil in re.split(r",\s|\s/\s|/(?=[A-ZÄÖÜ])|\sund\s(?=[A-ZÄÖÜ])", text)
            if teil.strip()
        ]
        if len(teile) > 1 and all(self._finde(teil) or _EINHEIT.search(teil) for teil in teile):
            return teile
        return [text]

    def _lege_an(self, name: str) -> str:
        kennung = self._freie_kennung(name)
        art = art_von(name)
        self.neue[kennung] = {"kennung": kennung, "name": name, "art": art} | (
            {"ist_extern": True} if art in _EXTERN else {}
        )
        self._bekannt[_schluessel(name)] = kennung
        return kennung

    def _freie_kennung(self, name: str) -> str:
        text = "-".join(re.findall(r"[a-z0-9]+", _schluessel(name)))
        text = (
            text if len(text) <= _LAENGSTE else text[: _LAENGSTE + 1].rpartition("-")[0] or text[:_LAENGSTE]
        ) or "stelle"
        vergeben = {stelle.kennung.casefold() for stelle in self.vorhandene} | {
            k.casefold() for k in self.neue
        }
        zahl = 1
        while (kennung := f"OE-{text}" + (f"-{zahl}" if zahl > 1 else "")).casefold() in vergeben:
            zahl += 1
        return kennung if FORMEN["organisationseinheit"].passt(kennung) else f"OE-stelle-{len(self.neue) + 1}"


def art_von(name: str) -> str:
    """Return what kind of body a name is likely to be, ``sonstige`` where it does not say."""
    text = gefaltet(name)
    return next((art for art, muster in _ARTEN if re.match(muster, text)), "sonstige")


def _schluessel(name: str) -> str:
    """Return a name as names of bodies are compared; numbers tell one Fachbereich from another."""
    from fgk.register.schreibweisen import worte

    return " ".join(wort.rstrip(".") for wort in worte(name)) or name.casefold()

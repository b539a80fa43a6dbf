"""The Urkunde: one page that the Verein signs. Only its own workspace makes one, after the gate of the certificate."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fgk.akte import Akte
from fgk.documents.dokument import Dokument
from fgk.documents.fehlend import Fehlend
from fgk.documents.gestalt import DATEI as GESTALTUNG
from fgk.documents.sicht import Sicht
from fgk.documents.vorlage import fuelle
from fgk.documents.zertifikat import art_des_zertifikats, begutachtung_von, ist_befristet
from fgk.errors import FgkError
from fgk.loading.ablagen import ablage_mit_rolle
from fgk.loading.load import load_files
from fgk.models.gestaltung import Gestaltung
from fgk.models.ortsname import verleiht
from fgk.models.verfahren import Phase
from fgk.sources import Source
from fgk.stand.tore import erfuellungen

#: the Verein's own Word and OpenDocument files for it; the letterhead of ordinary documents is none for an Urkunde
HAUSDATEIEN = ("vorlagen/urkunde.docx", "vorlagen/urkunde.odt")
_ROLLE = "verein"


@dataclass(frozen=True)
class Vereinssicht(Sicht):
    """The Akte as the Verein shows it: design and templates are those of its workspace, never of the Akte."""

    @property
    def ablagen(self) -> list[Source]:
        """The one folder that is the Verein's."""
        ablage = ablage_mit_rolle(self.akte.source, _ROLLE)
        return [ablage] if ablage else []


def sicht_des_vereins(sicht: Sicht) -> Sicht:
    """Return the view of the Verein; raises ``FgkError`` in a workspace that is not the Verein's, drafts included."""
    if ablage_mit_rolle(sicht.akte.source, _ROLLE) is None:
        raise FgkError(
            "Urkunden stellt nur der Verein aus, nicht die Kommune; dieser Arbeitsbereich ist nicht der des Vereins.",
            "Was zum Zertifikat in der Akte steht, zeigt „fgk render zertifikatsnachweis“. Beim Verein steht in der "
            "fgk.yaml des Arbeitsbereichs „rolle: verein“.",
        )
    felder = {name: getattr(sicht, name) for name in Sicht.__dataclass_fields__}
    return Vereinssicht(**felder)


def baue(sicht: Sicht, _welches: str | None) -> Dokument:
    """Return the page with lines to sign on; nobody is named and nothing is signed."""
    begutachtung = begutachtung_von(sicht)
    zertifikat = begutachtung.zertifikat if begutachtung else None
    kopf = sicht.kopf("Urkunde", sicht.verfahren.bezeichnung, [], [sicht.audit, begutachtung], ist_kurz=True)
    koerper = fuelle(
        "urkunde.md.j2",
        sicht,
        begutachtung=begutachtung,
        zertifikat=zertifikat,
        verleiht=verleiht(sicht.audit.ort),
        art=art_des_zertifikats(sicht, zertifikat),
        ist_befristet=ist_befristet(sicht),
        ist_begutachtet=bool((stufe := sicht.verfahren.stufe(sicht.audit.stufe)) and stufe.ist_begutachtet),
    )
    return Dokument(replace(kopf, angaben=(), ist_urkunde=True), koerper)


def fehlt(sicht: Sicht, _welches: str | None) -> Iterator[Fehlend]:
    """Yield what the gate of the certificate still asks for, and the Signet of the Verein."""
    phase = _phase(sicht)
    # a short Akte holds nothing but head and certificate, on purpose
    ist_kurz = sicht.audit.fuehrung == "kurz"
    for eintrag in erfuellungen(sicht.akte, sicht.verfahren, phase, sicht.stichtag) if phase else ():
        if not eintrag.ist_erfuellt and (not ist_kurz or eintrag.voraussetzung.datensatz == "begutachtung"):
            yield Fehlend(eintrag.datei, eintrag.schluessel, eintrag.voraussetzung.text)
    for ablage in sicht.ablagen:
        if not _hat_signet(ablage):
            ordner = os.path.relpath(ablage.label, sicht.akte.source.label).replace(os.sep, "/")
            yield Fehlend(f"{ordner}/{GESTALTUNG}", "signet", "Signet des Vereins")


def _phase(sicht: Sicht) -> Phase | None:
    """Return the phase at the end of which the certificate is granted."""
    phasen = sicht.verfahren.phasen_in(sicht.audit.stufe)
    return next((p for p in phasen if any(v.datensatz == "begutachtung" for v in p.voraussetzungen)), None)


def _hat_signet(ablage: Source) -> bool:
    """Say whether the Verein has a Signet: in its design, or in files of its own for the Urkunde."""
    if any(ablage.exists(datei) for datei in HAUSDATEIEN):
        return True
    record = load_files(ablage, [GESTALTUNG])[0].einzeln(Gestaltung) if ablage.exists(GESTALTUNG) else None
    return bool(record and record.modell.signet)


def alle(akte: Akte) -> list[None]:
    """Return that there is one in the workspace of the Verein; elsewhere nobody misses it."""
    return [None] if ablage_mit_rolle(akte.source, _ROLLE) else []

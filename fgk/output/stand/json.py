"""Where an audit stands, as JSON: keys that stay, dates in ISO form, ``null`` for what is not known."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from fgk.output.stand.hinweise import hinweise
from fgk.output.stand.zertifikatsworte import zertifikatssatz
from fgk.stand.felder import Feldstand, summe
from fgk.stand.fristen.frist import FRISTENSTAND, Frist
from fgk.stand.lage import Mitgliedsstand, Stand
from fgk.stand.phasenstand import PHASENSTAND, Phasenstand
from fgk.stand.schrittstand import Schrittstand
from fgk.stand.tore import Erfuellung
from fgk.stand.zeitpunkt import Monate, Zeitpunkt
from fgk.stand.zertifikatsstand import ZERTIFIKATSSTAND, Zertifikatsstand


def als_json(stand: Stand) -> str:
    """Return one JSON document on one audit."""
    return _text({"version": 1, "art": "stand", **_stand(stand)})


def alle_als_json(staende: Iterable[Stand], unlesbar: Iterable[str], stichtag: date) -> str:
    """Return one JSON document on several; ``unlesbar`` are the folders of which nothing can be said."""
    return _text(
        {
            "version": 1,
            "art": "staende",
            "stichtag": stichtag.isoformat(),
            "akten": [_stand(stand) for stand in staende],
            "unlesbar": list(unlesbar),
        }
    )


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _stand(stand: Stand) -> dict[str, Any]:
    audit, phase = stand.audit, stand.phase
    frueher = [e for p in stand.phasen if p.zustand == "unvollstaendig" for e in p.fehlt]
    return {
        "stichtag": stand.stichtag.isoformat(),
        "akte": audit.kennung,
        "ort": audit.ort.anzeigename,
        "verfahren": audit.verfahren,
        "stufe": audit.stufe,
        "fuehrung": audit.fuehrung,
        "vorgaenger": audit.vorgaenger,
        "traeger": stand.traeger,
        "ist_befristet": stand.ist_befristet,
        "zertifikat": _zertifikat(stand.zertifikat),
        "phase": phase.phase.kennung if phase else None,
        "phasen": [_phase(p) for p in stand.phasen],
        "fehlt": [_erfuellung(e) for e in (phase.fehlt if phase else ())],
        "nachzutragen": [_erfuellung(e) for e in frueher],
        "schritte": [_schritt(schritt) for schritt in stand.schritte],
        "fristen": [_frist(frist, stand.stichtag) for frist in stand.fristen],
        "fortschritt": _fortschritt(stand),
        "wirkungen": stand.wirkungen or None,
        "mitglieder": [_mitglied(m) for m in stand.mitglieder],
        "fehlerhaft": stand.fehlerhaft,
        "hinweise": list(hinweise(stand)),
    }


def _tag(tag: date | str | None) -> str | None:
    """Return a date as it stands in the Akte: a day, „2016-02“ or „2016“."""
    return tag.isoformat() if isinstance(tag, date) else tag


def _zeit(punkt: Zeitpunkt | None) -> dict[str, str] | None:
    return {"fruehestens": punkt.von.isoformat(), "spaetestens": punkt.bis.isoformat()} if punkt else None


def _monate(monate: Monate | None) -> dict[str, int] | None:
    return {"mindestens": monate.von, "hoechstens": monate.bis} if monate else None


def _zertifikat(stand: Zertifikatsstand) -> dict[str, Any]:
    zertifikat = stand.zertifikat
    return {
        "zustand": stand.zustand,
        "wort": ZERTIFIKATSSTAND[stand.zustand],
        "art": zertifikat.art if zertifikat else None,
        "erteilt_am": _tag(zertifikat.erteilt_am) if zertifikat else None,
        "verliehen_am": _tag(zertifikat.verliehen_am) if zertifikat else None,
        "gueltig_bis": _tag(zertifikat.gueltig_bis) if zertifikat else None,
        "akte": stand.akte or None,
        "neues_audit": stand.neues_audit,
        "satz": zertifikatssatz(stand),
    }


def _phase(phase: Phasenstand) -> dict[str, Any]:
    ueblich = phase.ueblich
    return {
        "kennung": phase.phase.kennung,
        "bezeichnung": phase.phase.bezeichnung,
        "zustand": phase.zustand,
        "wort": PHASENSTAND[phase.zustand],
        "beginn": _zeit(phase.beginn),
        "ende": _zeit(phase.ende),
        "monate": _monate(phase.monate),
        "ueblich": _monate(Monate(ueblich.monate_von, ueblich.monate_bis)) if ueblich else None,
        "abweichung": "laenger" if phase.ist_lang else "kuerzer" if phase.ist_kurz else None,
        "schritte": [_schritt(schritt) for schritt in phase.schritte],
        "tor": [_erfuellung(erfuellung) for erfuellung in phase.tor],
    }


def _schritt(schritt: Schrittstand) -> dict[str, Any]:
    return {
        "schritt": schritt.schritt,
        "bezeichnung": schritt.name,
        "geplant_am": _tag(schritt.geplant_am),
        "datum": _tag(schritt.datum),
        "verspaetung_tage": schritt.verspaetung,
        "datei": schritt.datei,
        "schluessel": schritt.schluessel or None,
    }


def _erfuellung(erfuellung: Erfuellung) -> dict[str, Any]:
    return {
        "text": erfuellung.voraussetzung.text,
        "ist_erfuellt": erfuellung.ist_erfuellt,
        "datei": erfuellung.datei,
        "schluessel": erfuellung.schluessel or None,
        "am": _tag(erfuellung.am),
    }


def _frist(frist: Frist, stichtag: date) -> dict[str, Any]:
    zustand = frist.stand(stichtag)
    return {
        "art": frist.art,
        "was": frist.was,
        "zustand": zustand,
        "wort": FRISTENSTAND[zustand],
        "faellig_am": _tag(frist.faellig_am),
        "ist_abgeleitet": frist.ist_abgeleitet,
        "erledigt_am": _tag(frist.erledigt_am),
        "kennung": frist.kennung,
        "zustaendig": frist.zustaendig or None,
        "datei": frist.datei,
        "schluessel": frist.schluessel or None,
        "hinweis": frist.hinweis or None,
    }


def _fortschritt(stand: Stand) -> dict[str, Any] | None:
    if not stand.felder:
        return None
    bericht = stand.bericht
    return {
        "bericht": bericht.kennung if bericht else None,
        "vorgelegt_am": _tag(bericht.vorgelegt_am) if bericht else None,
        "handlungsfelder": [_feld(feld) for feld in stand.felder],
        "gesamt": _feld(summe(stand.felder)),
    }


def _feld(feld: Feldstand) -> dict[str, Any]:
    return {
        "kennung": feld.kennung or None,
        "bezeichnung": feld.name,
        "massnahmen": feld.anzahl,
        "fortlaufend": feld.fortlaufend,
        "prozent_umgesetzt": feld.prozent,
        "status": dict(feld.status),
        "ampel": dict(feld.ampel),
    }


def _mitglied(mitglied: Mitgliedsstand) -> dict[str, Any]:
    m, stand = mitglied.mitglied, mitglied.stand
    eigene = None
    if stand is not None:
        phase = stand.phase.phase.kennung if stand.phase else None
        eigene = {"stufe": stand.audit.stufe, "phase": phase, "zertifikat": _zertifikat(stand.zertifikat)}
    return {
        "name": m.name,
        "ags": m.ags,
        "beteiligung": m.beteiligung,
        "beteiligungen": list(m.beteiligungen),
        "massnahmen": list(m.massnahmen),
        "akte": m.akte,
        "stand": eigene,
    }

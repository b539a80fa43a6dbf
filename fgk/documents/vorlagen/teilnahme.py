"""For taking part in an audit, the first or another one: procedure, contribution, and what comes next."""

from collections.abc import Iterator, Mapping
from datetime import date

from fgk.documents.phasentabelle import Phasenzeile, phasenzeilen
from fgk.documents.sicht import Sicht
from fgk.documents.vorlagen.gremium import entscheidende
from fgk.models.audit import SCHRITT, Termin
from fgk.models.beschluss import Beschluss
from fgk.models.datum import fruehestens, ist_sicher_vor
from fgk.models.vertrag import Vertrag
from fgk.schreibweise import datum
from fgk.stand.fortschritt import berichte

#: kinds of decision that an audit begins with
ARTEN = frozenset({"teilnahme", "bilanz"})


def werte(sicht: Sicht, beschluss: Beschluss) -> Mapping[str, object]:
    """Return the procedure of the stage that is decided on, and the contribution on file."""
    verfahren = sicht.verfahren
    kennung = stufe_danach(sicht, beschluss)
    stufe = verfahren.stufe(kennung)
    vertrag = vertrag_zu(sicht, beschluss)
    return {
        "stufe": stufe,
        "stufenkennung": kennung,
        "ablauf": verfahren.ablauf(sicht.audit.ablauf),
        "ablaufzeilen": _zeilen(sicht, kennung) if beschluss.art in ARTEN else [],
        "handlungsfelder": [f"„{feld.bezeichnung}“" for feld in sicht.felder],
        "kostenbeitrag": vertrag.kostenbeitrag if vertrag else None,
        "vertragsmuster": vertrag is not None and vertrag.musterdaten,
        "leistungen": vertrag.leistungen if vertrag else (),
        "naechste_schritte": list(_naechste(sicht)) if kennung == sicht.audit.stufe else [],
    }


def vertrag_zu(sicht: Sicht, beschluss: Beschluss) -> Vertrag | None:
    """Return the contract on the audit that is decided on; the one on file may be of the audit that ends."""
    gehoert_dazu = beschluss.art in ARTEN and stufe_danach(sicht, beschluss) == sicht.audit.stufe
    record = sicht.akte.einzeln(Vertrag) if gehoert_dazu else None
    return record.modell if record else None


def stufe_danach(sicht: Sicht, beschluss: Beschluss) -> str:
    """Return the stage that is decided on: a Bilanz in the Akte that it draws leads to the next one, or after the last to the same."""
    stufe = sicht.audit.stufe
    return (sicht.verfahren.stufe_nach(stufe) or stufe) if ist_bilanz_hier(sicht, beschluss) else stufe


def ist_bilanz_hier(sicht: Sicht, beschluss: Beschluss) -> bool:
    """Say whether a Bilanz is drawn of the audit of this Akte: reports are on file, and it does not come before them.

    Otherwise it is of the audit before, and this one begins with it.
    """
    erster = next(iter(berichte(sicht.akte)), None)
    beratung = entscheidende(beschluss)
    tag = beratung.datum if beratung else None
    return beschluss.art == "bilanz" and erster is not None and not ist_sicher_vor(tag, erster.modell.von)


def _zeilen(sicht: Sicht, stufe: str) -> list[Phasenzeile]:
    """Return the phases that follow on the decision to take part, which is a phase too."""
    zeilen = phasenzeilen(sicht, stufe)
    erste = sicht.verfahren.phasen_in(stufe)[:1]
    return zeilen[1:] if erste and erste[0].kennung == "teilnahme" else zeilen


def _naechste(sicht: Sicht) -> Iterator[str]:
    """Yield the steps that are planned after the Stichtag, in their order."""
    geplant = [t for t in sicht.termine if t.datum is None and t.geplant_am is not None]
    for termin in sorted(geplant, key=_tag):
        if _tag(termin) >= sicht.stichtag and termin.schritt != "teilnahmebeschluss":
            name = termin.bezeichnung or SCHRITT[termin.schritt]
            yield f"{name}: {datum(termin.geplant_am)}"


def _tag(termin: Termin) -> date:
    return fruehestens(termin.geplant_am or date.max)

"""FGK314: a step of the procedure has the day that its own record has."""

from collections.abc import Iterator
from datetime import date

from fgk.diagnostic import Severity
from fgk.models.begutachtung import Begutachtung
from fgk.models.beteiligung import Beteiligung
from fgk.models.datum import ist_sicher_vor
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule
from fgk.schreibweise import datum
from fgk.stand.beschlusslage import erste_annahme

#: steps whose record is a Beteiligung of the same kind
_WORKSHOPS = frozenset({"strategieworkshop", "zielvereinbarungsworkshop"})


@rule("FGK314", "termin-widerspricht-datensatz", severity=Severity.WARNUNG, since="0.1")
def termin_widerspricht_datensatz(kontext: Kontext) -> Iterator[Hit]:
    """Ein Termin in audit.yaml hat denselben Tag wie der Datensatz, der ihn belegt.

    ## Warum

    Der Tag des Beschlusses steht im Beschluss, der eines Workshops bei der Beteiligung, der der Verleihung beim
    Zertifikat. Nennt audit.yaml einen anderen, stehen im selben Dokument zwei Tage für dasselbe Ereignis. Sind sich
    die Quellen uneins, halten Sie das als `quellenkonflikt` am Termin fest; dann gilt die Regel dort nicht.

    ## Beispiel

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    termine:
      - schritt: strategieworkshop
        datum: 2024-02-15  # FGK314
    # datei: beteiligung/W-2024-01.yaml
    kennung: W-2024-01
    art: strategieworkshop
    titel: Strategieworkshop
    datum: 2024-02-14
    ```

    ## Stattdessen

    ```yaml
    # datei: audit.yaml
    kennung: A-musterstadt-2024
    ort:
      art: gemeinde
      name: Musterstadt
      ags: "05999001"
    verfahren: familiengerechte-kommune
    katalog: fgk-2013
    stufe: grund
    termine:
      - schritt: strategieworkshop
        datum: 2024-02-14
    # datei: beteiligung/W-2024-01.yaml
    kennung: W-2024-01
    art: strategieworkshop
    titel: Strategieworkshop
    datum: 2024-02-14
    ```
    """
    audit = kontext.akte.audit
    for nummer, termin in enumerate(audit.termine if audit else ()):
        if termin.datum is None or termin.quellenkonflikt is not None:
            continue
        belegt = [tag for tag in _tage(kontext, termin.schritt) if tag is not None]
        if belegt and not any(_kann_gleich_sein(termin.datum, tag) for tag in belegt):
            yield Hit(
                "audit.yaml",
                ("termine", nummer, "datum"),
                f"Hier steht der {datum(termin.datum)}, im zugehörigen Datensatz der {datum(belegt[0])}.",
                "Prüfen Sie, welcher Tag stimmt; sind die Quellen uneins, ergänzen Sie „quellenkonflikt:“.",
            )


def _tage(kontext: Kontext, schritt: str) -> Iterator[date | str | None]:
    """Yield the days that records give for a step; several workshops of a kind have several."""
    begutachtung = kontext.akte.einzeln(Begutachtung)
    zertifikat = begutachtung.modell.zertifikat if begutachtung else None
    if schritt == "zielvereinbarungsbeschluss":
        annahmen = (kontext.annahme, erste_annahme(kontext.akte, kontext.stichtag))
        yield from (annahme.beratung.datum for annahme in annahmen if annahme is not None)
    elif schritt in {"zertifizierung", "verleihung"} and zertifikat is not None:
        yield zertifikat.erteilt_am if schritt == "zertifizierung" else zertifikat.verliehen_am
    elif schritt in _WORKSHOPS:
        for record in kontext.akte.alle(Beteiligung):
            if record.modell.art == schritt:
                yield record.modell.datum


def _kann_gleich_sein(eins: date | str, zwei: date | str) -> bool:
    """Say whether two days that are known more or less exactly may be the same."""
    return not ist_sicher_vor(eins, zwei) and not ist_sicher_vor(zwei, eins)

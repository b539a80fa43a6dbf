"""FGK137: a gate asks for one thing that there can be."""

from collections.abc import Iterator

from fgk.diagnostic import Severity
from fgk.models.arten import art_namens
from fgk.models.verfahren import Voraussetzung
from fgk.rules.eigene_verfahren import eigene
from fgk.rules.kontext import Hit, Kontext
from fgk.rules.registry import rule


@rule("FGK137", "voraussetzung-unklar", severity=Severity.FEHLER, since="0.2")
def voraussetzung_unklar(kontext: Kontext) -> Iterator[Hit]:
    """Eine Voraussetzung verlangt genau eines, und das kann es geben.

    ## Warum

    Am Ende einer Phase wird nachgesehen, ob ein Datensatz, ein Beschluss oder ein Schritt vorliegt. Verlangt eine
    Voraussetzung nichts, zweierlei oder ein Feld, das der Datensatz nicht hat, ist sie immer oder nie erfüllt.

    ## Beispiel

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region
    bezeichnung: Audit Familiengerechte Region
    grundlage: familiengerechte-kommune
    phasen:
      - kennung: teilnahme
        bezeichnung: Teilnahme
        beschreibung: Die Region beschließt die Teilnahme.
        voraussetzungen:
          - text: Unterzeichneter Vertrag
            datensatz: vertrag
            felder: [unterschrieben_am]  # FGK137
    stufen:
      - kennung: grund
        zertifikat: grundzertifikat
        untertitel: zur Erlangung des Zertifikats „{}“
        phasen: [teilnahme]
    ablaeufe: []
    ```

    ## Stattdessen

    ```yaml
    # datei: verfahren/familiengerechte-region.yaml
    kennung: familiengerechte-region
    bezeichnung: Audit Familiengerechte Region
    grundlage: familiengerechte-kommune
    phasen:
      - kennung: teilnahme
        bezeichnung: Teilnahme
        beschreibung: Die Region beschließt die Teilnahme.
        voraussetzungen:
          - text: Unterzeichneter Vertrag
            datensatz: vertrag
            felder: [unterzeichnet_am]
    stufen:
      - kennung: grund
        zertifikat: grundzertifikat
        untertitel: zur Erlangung des Zertifikats „{}“
        phasen: [teilnahme]
    ablaeufe: []
    ```
    """
    for eigenes in eigene(kontext):
        for nummer, phase in enumerate(eigenes.record.modell.phasen):
            for index, v in enumerate(phase.voraussetzungen):
                for route, was, tun in _unklares(v):
                    yield Hit(
                        eigenes.record.path, ("phasen", nummer, "voraussetzungen", index, *route), was, tun
                    )


_EINES = "Nennen Sie genau eines von „datensatz“, „beschluss“ und „schritt“."


def _unklares(v: Voraussetzung) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    verlangt = [name for name in ("datensatz", "beschluss", "schritt") if getattr(v, name) is not None]
    if len(verlangt) != 1:
        was = f"verlangt zweierlei: {' und '.join(verlangt)}" if verlangt else "verlangt nichts"
        yield (verlangt[-1] if verlangt else "text",), f"Die Voraussetzung „{v.text}“ {was}.", _EINES
    elif verlangt != ["datensatz"]:
        if v.felder or v.eines_von:
            ort = "felder" if v.felder else "eines_von"
            yield (
                (ort,),
                f"Felder hat nur ein Datensatz; „{v.text}“ verlangt keinen.",
                f"Löschen Sie „{ort}“.",
            )
    else:
        yield from _unbekannte_felder(v)
    if v.werte and len(v.felder) != 1:
        yield ("werte",), f"Zu „werte“ gehört in „{v.text}“ genau ein Feld.", "Nennen Sie es unter „felder“."


def _unbekannte_felder(v: Voraussetzung) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    from fgk.models.felder import field_at

    art = art_namens(v.datensatz or "")
    for schluessel in ("felder", "eines_von"):
        for index, feld in enumerate(getattr(v, schluessel)):
            if field_at(art.modell, tuple(feld.split(".")), {}) is None:
                was = f"Ein Feld „{feld}“ hat der Datensatz „{art.titel}“ nicht."
                yield (schluessel, index), was, "Alle Felder stehen im Handbuch unter „Die Felder“."
    if v.ist_je_handlungsfeld and "handlungsfeld" not in art.modell.model_fields:
        was = f"Der Datensatz „{art.titel}“ gehört zu keinem Handlungsfeld."
        yield (
            ("ist_je_handlungsfeld",),
            was,
            "Löschen Sie „ist_je_handlungsfeld“, oder verlangen Sie „analyse“ oder „ziel“.",
        )

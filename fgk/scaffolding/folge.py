"""Whether a new Akte can follow on another one: its stage, place and Verfahren."""

from collections.abc import Iterator

from fgk.akte import Akte
from fgk.errors import FgkError
from fgk.loading.ablagen import verfahren_von
from fgk.models.audit import Audit, Ort
from fgk.scaffolding.gemeindesuche import Ortsangabe

#: a Grund-Audit has nothing before it
STUFEN = ("bilanzierung", "erhaltung")


def pruefe_folge(alt: Akte, angabe: Ortsangabe, verfahren: str | None, stufe: str) -> Audit:
    """Return the head of the Akte before; raises ``FgkError`` for a stage, place or Verfahren that cannot follow on it."""
    audit = alt.audit
    if audit is None:
        raise ValueError("an Akte without a head cannot be followed")
    if stufe not in STUFEN:
        raise FgkError(
            "Ein Grund-Audit hat keinen Vorgänger."
            if stufe == "grund"
            else f"Eine Stufe „{stufe}“ gibt es nicht.",
            "Nennen Sie --stufe bilanzierung oder erhaltung, oder lassen Sie --vorgaenger weg.",
        )
    if verfahren not in (None, audit.verfahren):
        raise FgkError(
            f"Die Akte {audit.kennung} folgt dem Verfahren {audit.verfahren}, nicht {verfahren}.",
            "Lassen Sie --verfahren weg: Es wird aus der vorigen Akte übernommen.",
        )
    gilt = verfahren_von(alt)
    if gilt is not None and gilt.stufe(stufe) is None:
        raise FgkError(
            f"Das {gilt.bezeichnung} hat keine Stufe „{stufe}“.",
            f"Möglich: {', '.join(s.kennung for s in gilt.stufen if s.kennung in STUFEN)}.",
        )
    _pruefe_ort(angabe, audit)
    return audit


def _pruefe_ort(angabe: Ortsangabe, alt: Audit) -> None:
    """Raise ``FgkError`` where another place was named than that of the Akte before."""
    for option, gesagt, hat in _vergleichbar(angabe, alt.ort):
        if gesagt and hat != gesagt:
            raise FgkError(
                f"Die Akte {alt.kennung} ist für {alt.ort.anzeigename}; dazu passt {option} {gesagt} nicht.",
                "Lassen Sie die Angaben zum Ort weg: Er wird aus der vorigen Akte übernommen.",
            )


def _vergleichbar(angabe: Ortsangabe, ort: Ort) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield what was said of a place beside what the Akte has; a name may be a part of the full one."""
    yield "--ags", angabe.ags, getattr(ort, "ags", None)
    yield "--kreis-schluessel", angabe.kreis_schluessel, getattr(ort, "schluessel", None)
    yield "--ars", angabe.ars, getattr(ort, "ars", None)
    for option, gesagt in (("--name", angabe.name), ("--bezirk", angabe.bezirk)):
        passt = gesagt and gesagt.casefold() in f"{ort.name} {ort.anzeigename}".casefold()
        yield option, gesagt, gesagt if passt else None

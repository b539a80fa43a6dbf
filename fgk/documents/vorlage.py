"""Fill a template of ours with a view: the one place where documents meet Jinja."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from fgk import resources, templating
from fgk.documents import wortlaut
from fgk.documents.profile import abbildungen
from fgk.documents.sicht import Sicht
from fgk.errors import FgkError
from fgk.models.audit import SCHRITT, STUFE
from fgk.models.begutachtung import BEGUTACHTUNGSERGEBNIS, ZERTIFIKATSART
from fgk.models.beschluss import ABSTIMMUNGSART, BERATUNGSROLLE, ERGEBNIS
from fgk.models.beteiligung import BETEILIGUNGSART
from fgk.models.indikatoren import MERKER, RAUMEBENE
from fgk.models.jahresbericht import PRUEFERGEBNIS, TREFFENART
from fgk.models.massnahme import PRIORITAET, WIRKUNG
from fgk.models.stand import STATUS, ZIELSTAND
from fgk.sources import READ_LIMIT, Source, UnreadableFileError, shown_path

#: signs that differ in black and white; never without the word
STATUSZEICHEN = {
    "geplant": "○",
    "in_umsetzung": "▷",
    "umgesetzt": "✓",
    "teilweise_umgesetzt": "◐",
    "verschoben": "→",
    "ruht": "‖",
    "ersetzt": "↔",
    "entfallen": "✗",
}
_WORTE = {
    "STUFE": STUFE.worte,
    "SCHRITT": SCHRITT.worte,
    "ROLLE": BERATUNGSROLLE.worte,
    "ERGEBNIS": ERGEBNIS.worte,
    "ABSTIMMUNG": ABSTIMMUNGSART.worte,
    "PRIORITAET": PRIORITAET.worte,
    "WIRKUNG": WIRKUNG.worte,
    "STATUS": STATUS.worte,
    "ZEICHEN": STATUSZEICHEN,
    "ZIELSTAND": ZIELSTAND.worte,
    "TREFFEN": TREFFENART.worte,
    "PRUEFUNG": PRUEFERGEBNIS.worte,
    "MERKER": MERKER.worte,
    "RAUMEBENE": RAUMEBENE.worte,
    "BETEILIGUNG": BETEILIGUNGSART.worte,
    "BEGUTACHTUNG": BEGUTACHTUNGSERGEBNIS.worte,
    "ZERTIFIKAT": ZERTIFIKATSART.worte,
}


_FILTER = (
    wortlaut.ergebnis,
    wortlaut.kosten,
    wortlaut.quelle,
    wortlaut.satz,
    wortlaut.uebernahme,
    wortlaut.vorbehalt,
    wortlaut.zahlwort,
    wortlaut.zeitraum,
)


def _umgebung(eigene: templating.Eigene | None = None) -> templating.Umgebung:
    umgebung = templating.environment([resources.folder("templates")], eigene)
    umgebung.globals.update(_WORTE)
    umgebung.filters.update({funktion.__name__: funktion for funktion in _FILTER})
    return umgebung


_unsere = cache(_umgebung)


def fuelle(name: str, sicht: Sicht, **werte: object) -> str:
    """Return the Markdown of the template ``name``: the municipality's, or ours.

    Raises ``FgkError`` for a faulty template.
    """
    _pruefe_namen(sicht.ablagen)
    # also one that only a template of ours includes
    hat_eigene = any(".j2" in datei for ablage in sicht.ablagen for datei in ablage.names("vorlagen"))
    umgebung = _umgebung(_eigene(sicht.ablagen)) if hat_eigene else _unsere()
    markdown = templating.render(umgebung, name, sicht=sicht, audit=sicht.audit, **werte)
    bilder = werte.get("bilder", ())
    _pruefe_bilder(markdown, name, bilder if isinstance(bilder, Mapping) else ())
    return markdown


def _pruefe_bilder(markdown: str, name: str, bilder: Collection[str]) -> None:
    for gesucht in abbildungen(markdown):
        if gesucht not in bilder:
            raise FgkError(
                f"Die Vorlage {name} nennt das Schaubild „{gesucht}“, das es in diesem Dokument nicht gibt.",
                f"Es gibt: {', '.join(sorted(bilder)) or 'keines'}. Fragen Sie davor: "
                f'{{% if "{gesucht}" in bilder %}}.',
            )


def _eigene(ablagen: Sequence[Source]) -> templating.Eigene:
    """Return what looks for templates in the folders ``vorlagen`` of Akte and workspace."""

    def gefunden(name: str) -> tuple[str, str] | None:
        if ".." in name.split("/"):
            return None
        for ablage in ablagen:
            pfad = f"vorlagen/{name}"
            if ablage.exists(pfad):
                return _text(ablage, pfad), templating.EIGENE_DATEI + shown_path(ablage, pfad)
        return None

    return gefunden


def _text(ablage: Source, pfad: str) -> str:
    datei = shown_path(ablage, pfad)
    try:
        inhalt = ablage.read(pfad)
    except UnreadableFileError as error:
        raise FgkError(f"{datei}: {error.was}", error.tun) from error
    if len(inhalt) == READ_LIMIT:
        raise FgkError(f"Die Vorlage {datei} ist größer als 1 MiB.", "Kürzen oder teilen Sie sie.")
    try:
        return inhalt.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FgkError(
            f"Die Vorlage {datei} ist nicht in UTF-8 gespeichert.",
            "Speichern Sie sie im Editor als „UTF-8“.",
        ) from error


def _pruefe_namen(ablagen: Sequence[Source]) -> None:
    """Raise ``FgkError`` for a template that no document uses: its name is misspelled, and nobody would notice."""
    unsere = {pfad.name for pfad in resources.folder("templates").glob("*.j2")}
    for ablage in ablagen:
        namen = [name for name in ablage.names("vorlagen") if ".j2" in name]
        for name in namen:
            if name in unsere or any(name in _text(ablage, f"vorlagen/{n}") for n in namen if n != name):
                continue
            raise FgkError(
                f"Die Vorlage {shown_path(ablage, f'vorlagen/{name}')} benutzt kein Dokument.",
                f"Nennen Sie sie wie eine der mitgelieferten ({', '.join(sorted(unsere))}), binden Sie sie in eine von "
                "ihnen ein, oder entfernen Sie sie.",
            )

"""Create a record: its text, checked in the Akte as it would be, in a file that nobody had before."""

from fgk.checking import check_akte, hindernisse
from fgk.diagnostic import Severity
from fgk.editing.overlay import OverlaySource
from fgk.errors import FgkError
from fgk.models.arten import Art, art_namens
from fgk.models.organisation import Organisationseinheiten
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.scaffolding.anlegen import TakenError, create_files
from fgk.scaffolding.einheiten import append_einheit
from fgk.scaffolding.entwuerfe import entwirf, ohne_bezug
from fgk.scaffolding.fassungen import begin_fassung
from fgk.scaffolding.fragen import FRAGEN
from fgk.scaffolding.kommentiert import kommentiert
from fgk.scaffolding.muster import Muster
from fgk.scaffolding.vorhaben import EINHEIT, FASSUNG, Angelegt, Entwurf, Offen, Vorhaben
from fgk.sources import FolderSource, shown_path
from fgk.writing import FaultyChangeError

SCHEMAS = ".fgk/schemas"
KOPF = (
    "Was hinter # steht, erklärt oder ist eine Möglichkeit. Soll es gelten, nehmen Sie „# “ weg:",
    "die Raute und das Leerzeichen dahinter, bei Eingerücktem auch vor der Zeile, zu der es gehört.",
)
#: how often the next number is tried while others are taking it
_VERSUCHE = 20


def arten() -> list[str]:
    """Return the kinds of which a new record can be created."""
    return list(FRAGEN)


def art_fuer(name: str) -> Art:
    """Return a kind by its name or German title; raises ``FgkError`` for a word that is none."""
    from fgk.loading.keys import ascii_german, did_you_mean

    wort = ascii_german(name).lower()
    if wort == "audit":
        raise FgkError("Eine neue Akte legt „fgk new“ nicht an.", "Das macht „fgk init“.")
    if wort == EINHEIT:
        return Art(EINHEIT, "Organisationseinheit", Organisationseinheiten, "organisationseinheiten.yaml")
    if wort == FASSUNG:
        return Art(FASSUNG, "Neue Fassung der Zielvereinbarung", Zielvereinbarung, "zielvereinbarung.yaml")
    if wort in FRAGEN:
        return art_namens(wort)
    meint = did_you_mean(wort, arten())
    raise FgkError(
        f"Eine Art von Datensatz „{name}“ gibt es nicht.",
        f"Meinten Sie „{meint}“?" if meint else f"Möglich sind: {', '.join(arten())}.",
    )


def create_record(vorhaben: Vorhaben) -> Angelegt:
    """Create the record that was asked for.

    Raises ``FaultyChangeError`` for one that would have faults, and ``FgkError`` where something is missing, is taken
    or cannot be written. Where somebody else takes a number meanwhile, the next one is given.
    """
    if vorhaben.art.name == EINHEIT:
        return append_einheit(vorhaben)
    if vorhaben.art.name == FASSUNG:
        return begin_fassung(vorhaben)
    for _ in range(_VERSUCHE):
        entwurf = entwirf(vorhaben)
        path = vorhaben.art.pfad_zu(entwurf.kennung or "")
        if vorhaben.akte.source.exists(path):
            raise _taken(path)
        raw = text_von(vorhaben, entwurf, path).encode()
        offen = _check(vorhaben, path, raw)
        try:
            create_files({vorhaben.folder / path: raw})
        except TakenError:
            if vorhaben.art.ist_einzeln or vorhaben.angaben.get("kennung"):
                raise _taken(path) from None
            vorhaben = Vorhaben(vorhaben.folder, vorhaben.art, vorhaben.stichtag, vorhaben.angaben)
        else:
            return Angelegt(vorhaben.folder / path, entwurf.kennung, [*ohne_bezug(vorhaben, entwurf), *offen])
    raise _taken(path)


def _taken(path: str) -> FgkError:
    return FgkError(f"„{path}“ gibt es schon.", "Ändern Sie die Datei, die da ist; fgk überschreibt nichts.")


def text_von(vorhaben: Vorhaben, entwurf: Entwurf, path: str) -> str:
    """Return the file of a new record."""
    bestand = {art: list(namen) for art, namen in vorhaben.bestand.items()} | _eigene(entwurf)
    muster = Muster(vorhaben.stichtag, bestand)
    schema = f"{SCHEMAS}/{vorhaben.art.name}.schema.json"
    has_schema = (vorhaben.folder / schema).is_file()
    kopf = [schema_line(path, schema)] if has_schema else []
    kopf += [vorhaben.art.titel, *KOPF]
    return kommentiert(vorhaben.art.modell, entwurf.werte, muster, kopf)


def _eigene(entwurf: Entwurf) -> dict[str, list[str]]:
    """Return the Kennungen that the record itself brings, to which it can refer."""
    listen = {"organisationseinheit": "organisationseinheiten", "sozialraum": "sozialraeume"}
    return {
        art: [eintrag["kennung"] for eintrag in entwurf.werte[name] if "kennung" in eintrag]
        for art, name in listen.items()
        if isinstance(entwurf.werte.get(name), list)
        and all(isinstance(eintrag, dict) for eintrag in entwurf.werte[name])
    }


def schema_line(path: str, schema: str) -> str:
    """Return what tells an editor which schema the file at ``path`` has."""
    return f"yaml-language-server: $schema={'../' * path.count('/')}{schema}"


def _check(vorhaben: Vorhaben, path: str, raw: bytes) -> list[Offen]:
    """Return what is to do about the new record; raises ``FaultyChangeError`` for its own faults.

    What others have in their files stands in nobody's way.
    """
    overlay = OverlaySource(FolderSource(vorhaben.folder), {path: raw})
    shown = shown_path(overlay, path)
    own = [found for found in check_akte(overlay, vorhaben.stichtag)[1] if found.path == shown]
    faults = hindernisse(own)
    if faults:
        raise FaultyChangeError(faults)
    return [Offen(found.was, found.tun) for found in own if found.severity is not Severity.HINWEIS]

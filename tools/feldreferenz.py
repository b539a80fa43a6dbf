"""Write docs/handbuch/05-felder.md: every field of every kind of record, from the models.

Run again after a change of the models:

    python tools/feldreferenz.py
"""

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fgk.models.arten import ARTEN, Art, art_namens
from fgk.models.base import Datensatz
from fgk.models.werte import Datum, Form, Geld, Vokabular

ZIEL = Path(__file__).resolve().parent.parent / "docs" / "handbuch" / "05-felder.md"
KOPF = """\
<!-- Erzeugt von tools/feldreferenz.py aus den Modellen. Bitte nicht von Hand ändern. -->

# 5. Alle Felder

Diese Seite nennt für jede Art von Datensatz alle Schlüssel. Sie ist zum Nachschlagen da; die Erklärung mit
Beispielen steht in [Die Akte](02-die-akte.md).

So lesen Sie die Tabellen:

- **Schlüssel** ist das Wort links vom Doppelpunkt in der Datei.
- **Pflicht** sagt, ob der Schlüssel dastehen muss. „nein“ heißt: Lassen Sie die Zeile weg, wenn Sie nichts
  eintragen. Steht dahinter ein Wert, gilt dieser, solange der Schlüssel fehlt.
- **Datum** ist ein Tag wie `2017-08-24`. Ist nur der Monat oder das Jahr bekannt, steht es in Anführungszeichen:
  `"2017-08"` oder `"2017"`. Bei **Tag** muss es der volle Tag sein.
- **Betrag** sind ganze Euro wie `25000`. Cent stehen in Anführungszeichen: `"12.50"`.
- **Liste** heißt: Jeder Eintrag steht in einer eigenen Zeile und beginnt mit einem Spiegelstrich.
- **Gruppe** heißt: Darunter stehen, um zwei Leerzeichen eingerückt, weitere Schlüssel.
- Wo nur bestimmte Wörter erlaubt sind, steht links das Wort für die Datei und rechts, was Dokumente drucken.
"""
_ARTIKEL = re.compile(r"^(?:die|eine?) ")
_LEER = (None, ())
_EINFACH: dict[Any, str] = {
    Datum: "Datum",
    Geld: "Betrag",
    str: "Text",
    bool: "`true` oder `false`",
    int: "ganze Zahl",
    float: "Zahl",
    date: "Tag",
}


class Stelle(NamedTuple):
    """Where a group of keys is used: by which kind of record, and under which keys."""

    art: str
    pfad: str


class Gruppe(NamedTuple):
    """A model below a record, and all places that use it."""

    modell: type[BaseModel]
    stellen: list[Stelle]

    @property
    def ist_gemeinsam(self) -> bool:
        """Say whether several kinds of record use it."""
        return len({stelle.art for stelle in self.stellen}) > 1

    @property
    def titel(self) -> str:
        """The heading."""
        if self.ist_gemeinsam:
            return f"Gruppe {self.modell.__name__}"
        pfade = ", ".join(f"`{stelle.pfad}`" for stelle in self.stellen)
        titel = f"{art_namens(self.stellen[0].art).titel}: {pfade}"
        variante = _literal(self.modell)
        return f"{titel} mit `art: {variante}`" if variante else titel


def feldreferenz() -> str:
    """Return the whole page."""
    gruppen = _gruppen()
    gemeinsam = [gruppe for gruppe in gruppen.values() if gruppe.ist_gemeinsam]
    teile = [KOPF, _inhalt(), "## In jedem Datensatz\n", _tabelle(Datensatz, Datensatz.model_fields, gruppen)]
    for art in ARTEN:
        teile += [_kopf(art), _tabelle(art.modell, _eigene(art.modell), gruppen)]
        for gruppe in gruppen.values():
            if not gruppe.ist_gemeinsam and gruppe.stellen[0].art == art.name:
                teile += [
                    f"### {gruppe.titel}\n",
                    _tabelle(gruppe.modell, gruppe.modell.model_fields, gruppen),
                ]
    teile.append("## Gruppen, die in mehreren Datensätzen vorkommen\n")
    for gruppe in gemeinsam:
        teile += [f"### {gruppe.titel}\n", _tabelle(gruppe.modell, gruppe.modell.model_fields, gruppen)]
    return "\n".join(teile)


def _inhalt() -> str:
    zeilen = [f"- [{art.titel}](#{_anker(art.titel)}): {_pfad(art)}" for art in ARTEN]
    return "\n".join(["## Inhalt\n", *zeilen, ""])


def _kopf(art: Art) -> str:
    anzahl = "eine Datei in der Akte" if art.ist_einzeln else "eine Datei je Datensatz"
    return f"## {art.titel}\n\nDatei: {_pfad(art)} ({anzahl})\n"


def _pfad(art: Art) -> str:
    if art.ist_einzeln:
        return f"`{art.pfad}`"
    form = next(extra for extra in art.modell.model_fields["kennung"].metadata if isinstance(extra, Form))
    return f"z. B. `{art.pfad_zu(form.beispiel)}`"


def _eigene(modell: type[BaseModel]) -> dict[str, FieldInfo]:
    return {name: feld for name, feld in modell.model_fields.items() if name not in Datensatz.model_fields}


def _anker(titel: str) -> str:
    return re.sub(r"[^\w\- ]", "", titel.lower()).replace(" ", "-")


# Groups


def _gruppen() -> dict[type[BaseModel], Gruppe]:
    """Return every model below the records, in the order in which they first appear."""
    gruppen: dict[type[BaseModel], Gruppe] = {}
    for art in ARTEN:
        for modell, pfad in _darunter(_eigene(art.modell), ""):
            stellen = gruppen.setdefault(modell, Gruppe(modell, [])).stellen
            if Stelle(art.name, pfad) not in stellen:
                stellen.append(Stelle(art.name, pfad))
    for modell, pfad in _darunter(Datensatz.model_fields, ""):
        gruppen.setdefault(modell, Gruppe(modell, [])).stellen.append(Stelle("", pfad))
    return gruppen


def _darunter(felder: dict[str, FieldInfo], davor: str) -> Iterator[tuple[type[BaseModel], str]]:
    for name, feld in felder.items():
        for modell in _modelle(feld.annotation):
            yield modell, davor + name
            yield from _darunter(modell.model_fields, f"{davor}{name}.")


def _modelle(hint: Any) -> list[type[BaseModel]]:
    if isinstance(hint, type) and get_origin(hint) is None:
        return [hint] if issubclass(hint, BaseModel) else []
    return [modell for arg in get_args(hint) for modell in _modelle(arg)]


def _literal(modell: type[BaseModel]) -> str | None:
    feld = modell.model_fields.get("art")
    worte = get_args(feld.annotation) if feld and get_origin(feld.annotation) is Literal else ()
    return str(worte[0]) if worte else None


# Tables


def _tabelle(
    modell: type[BaseModel], felder: dict[str, FieldInfo], gruppen: dict[type[BaseModel], Gruppe]
) -> str:
    zeilen = [
        "| Schlüssel | Bezeichnung | Art des Werts | Pflicht | Erklärung |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, feld in felder.items():
        art = _wertart(_hint(feld), gruppen)
        zellen = (f"`{name}`", feld.title, art, _pflicht(feld), feld.description)
        if not all(zellen):
            raise ValueError(f"{modell.__name__}.{name} lacks a title or a description")
        zeilen.append("| " + " | ".join(str(zelle).replace("|", "\\|") for zelle in zellen) + " |")
    return "\n".join([*zeilen, ""])


def _pflicht(feld: FieldInfo) -> str:
    if feld.is_required():
        return "ja"
    vorgabe = feld.get_default()
    if vorgabe in _LEER or isinstance(vorgabe, BaseModel):
        return "nein"
    return f"nein (`{str(vorgabe).lower()}`)"


def _hint(feld: FieldInfo) -> Any:
    """Return the field's type with everything that was annotated; pydantic keeps the two apart."""
    hint: Any = feld.annotation
    for extra in feld.metadata:
        hint = Annotated[hint, extra]
    return hint


def _wertart(hint: Any, gruppen: dict[type[BaseModel], Gruppe]) -> str:
    """Return in words what a type takes."""
    if hint in _EINFACH:
        return _EINFACH[hint]
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _verweis(gruppen[hint])
    args = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            text = _besondere(args[1:]) or _bereich(args[0], args[1:]) or _wertart(args[0], gruppen)
        case origin if origin is Literal:
            text = f"immer `{args[0]}`"
        case origin if origin is tuple:
            text = f"Liste: {_wertart(args[0], gruppen)}"
        case origin if origin is dict:
            text = f"je Zeile {_wertart(args[0], gruppen)}, dahinter: {_wertart(args[1], gruppen)}"
        case _:
            teile = [_wertart(arg, gruppen) for arg in args if arg is not type(None)]
            text = " oder ".join(dict.fromkeys(teile))
    return text


def _verweis(gruppe: Gruppe) -> str:
    return f"[{_literal(gruppe.modell) or 'Gruppe'}](#{_anker(gruppe.titel)})"


def _besondere(extras: Iterable[Any]) -> str:
    for extra in extras:
        if isinstance(extra, Vokabular):
            return "ein Wort:<br>" + "<br>".join(_wort(wort, text) for wort, text in extra.worte.items())
        if isinstance(extra, Form):
            return f"{_ARTIKEL.sub('', extra.erwartet)}, z. B. `{extra.beispiel}`"
    return ""


def _wort(wort: str, text: str) -> str:
    return f"`{wort}`" if wort == text else f"`{wort}`: {text}"


def _bereich(hint: Any, extras: Iterable[Any]) -> str:
    """Say the limits of a whole number."""
    grenzen: dict[str, int] = {}
    for extra in extras:
        for einzeln in extra.metadata if isinstance(extra, FieldInfo) else (extra,):
            grenzen |= {name: getattr(einzeln, name) for name in ("ge", "le") if hasattr(einzeln, name)}
    if hint is not int or "ge" not in grenzen:
        return ""
    return (
        f"ganze Zahl ab {grenzen['ge']}"
        if "le" not in grenzen
        else f"ganze Zahl von {grenzen['ge']} bis {grenzen['le']}"
    )


def main() -> None:
    """Write the page; another path may stand on the command line."""
    ziel = Path(sys.argv[1]) if len(sys.argv) > 1 else ZIEL
    ziel.write_text(feldreferenz(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""What each field of a model holds, as a scaffold needs to know it: its words, its form, its parts, its default."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fgk.models.base import Datensatz
from fgk.models.werte import Form, Geld, Vokabular

_GELD = get_args(Geld)[1]
#: what another command writes, and nobody by hand
_NICHT_VON_HAND = frozenset({"festlegung"})


class Feld(NamedTuple):
    """A field. ``typen`` are its Python types, ``grenzen`` what its JSON Schema says about a number."""

    name: str
    beschreibung: str
    ist_pflicht: bool
    vorgabe: Any
    ist_liste: bool = False
    ist_geld: bool = False
    form: Form | None = None
    worte: Vokabular | None = None
    modelle: tuple[type[BaseModel], ...] = ()
    typen: tuple[type, ...] = ()
    literal: str | None = None
    grenzen: tuple[tuple[str, Any], ...] = ()

    @property
    def ist_text(self) -> bool:
        """Say whether any words may stand there."""
        return self.typen == (str,) and not (self.form or self.worte or self.ist_geld)

    def modell(self, wert: Any = None) -> type[BaseModel]:
        """Return the model of its parts; of several the one whose ``art`` the value names."""
        for modell in self.modelle:
            art = modell.model_fields.get("art")
            if art is not None and isinstance(wert, dict) and wert.get("art") in get_args(art.annotation):
                return modell
        return self.modelle[0]


@cache
def felder(modell: type[BaseModel]) -> tuple[Feld, ...]:
    """Return the fields in the order of a file: what is the record's own first, what all records share last."""
    gemeinsam = Datensatz.model_fields if issubclass(modell, Datensatz) else {}
    namen = sorted(
        modell.model_fields,
        key=lambda name: (name != "art" or not _ist_unterscheidung(modell), name in gemeinsam),
    )
    return tuple(_feld(name, modell.model_fields[name]) for name in namen if name not in _NICHT_VON_HAND)


def _ist_unterscheidung(modell: type[BaseModel]) -> bool:
    """Say whether ``art`` tells a model from its sisters: then it is read first."""
    return get_origin(modell.model_fields["art"].annotation) is Literal


def feld_von(modell: type[BaseModel], name: str) -> Feld | None:
    """Return the field called ``name``, ``None`` where there is none that a person fills in."""
    return next((feld for feld in felder(modell) if feld.name == name), None)


def _feld(name: str, info: FieldInfo) -> Feld:
    feld = Feld(
        name, info.description or "", info.is_required(), None if info.is_required() else info.default
    )
    for merkmal in _merkmale(info.annotation, info.metadata):
        feld = feld._replace(**merkmal(feld) if callable(merkmal) else merkmal)
    return feld


def _merkmale(hint: Any, extras: Iterable[Any] = ()) -> Iterator[Any]:
    yield from (merkmal for extra in extras if (merkmal := _zusatz(extra)))
    if hasattr(hint, "__metadata__"):
        yield from _merkmale(hint.__origin__, hint.__metadata__)
    elif get_origin(hint) is Literal:
        yield {"literal": str(get_args(hint)[0]), "typen": (str,)}
    elif get_origin(hint) is None and isinstance(hint, type):
        yield from _einfach(hint)
    else:
        if get_origin(hint) is tuple:
            yield {"ist_liste": True}
        for arg in get_args(hint):
            if arg is not Ellipsis:
                yield from _merkmale(arg)


def _zusatz(extra: Any) -> dict[str, Any] | None:
    """Return what stands behind a type: its form, its words, its limits."""
    if extra is _GELD:
        return {"ist_geld": True}
    if isinstance(extra, Form):
        return {"form": extra}
    if isinstance(extra, Vokabular):
        return {"worte": extra}
    grenzen = getattr(extra, "json_schema", None)
    return {"grenzen": tuple(grenzen.items())} if isinstance(grenzen, dict) else None


def _einfach(typ: type) -> Iterator[Any]:
    if issubclass(typ, BaseModel):
        yield lambda feld: {"modelle": (*feld.modelle, typ)}
    elif typ is not NoneType:
        yield lambda feld: {"typen": (*feld.typen, typ)}


def ist_datum(feld: Feld) -> bool:
    """Say whether a day stands there, or a month or year in quotation marks."""
    return date in feld.typen

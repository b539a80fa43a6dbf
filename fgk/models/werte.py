"""The kinds of value that records are made of: vocabularies, Kennungen, references, dates, money.

Each carries its pydantic check, a custom error type with what a German sentence needs (never pydantic's
English text), and its JSON Schema. Errors raised: ``wert_nicht_erlaubt`` (ctx ``erlaubt``) and
``form_falsch`` (ctx ``erwartet``), besides pydantic's own types.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Self, TypeAlias, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, Strict
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

T = TypeVar("T")

#: the key in a JSON Schema under which a kind of value says in German what belongs there
FORM = "form"

#: a list in YAML, an unchangeable tuple in the record
Liste = Annotated[tuple[T, ...], Strict(False)]


class _Kern:
    """A value whose core schema is written down here.

    The same could be said with ``Field(min_length=1)``; but most fields of all records are texts, and what
    pydantic works out anew for each of them is a tenth of a small run.
    """

    def __init__(self, schema: CoreSchema, json_schema: dict[str, Any]) -> None:
        self.schema = schema
        self.json_schema = json_schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.schema

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.json_schema)


def _ganzzahl(von: int, bis: int | None = None) -> _Kern:
    grenzen = {"minimum": von} if bis is None else {"minimum": von, "maximum": bis}
    umfang = f"ab {von}" if bis is None else f"von {von} bis {bis}"
    form = {FORM: f"eine ganze Zahl {umfang}"}
    return _Kern(core_schema.int_schema(ge=von, le=bis, strict=True), {"type": "integer", **grenzen, **form})


#: any text that is not empty
Text = Annotated[
    str,
    _Kern(
        core_schema.str_schema(min_length=1, strict=True),
        {
            "type": "string",
            "minLength": 1,
            "errorMessage": "Erwartet wird ein Text; eine Zahl braucht Anführungszeichen.",
        },
    ),
]
Prozent = Annotated[int, _ganzzahl(0, 100)]
Anzahl = Annotated[int, _ganzzahl(0)]
Jahr = Annotated[int, _ganzzahl(1900, 2100)]
Jahre = Annotated[int, _ganzzahl(1, 10)]
Zahl = Annotated[
    float,
    _Kern(
        core_schema.float_schema(allow_inf_nan=False, strict=True),
        {"type": "number", FORM: "eine Zahl, mit Punkt statt Komma wie 12.5"},
    ),
]


class Vokabular:
    """A closed list of words: YAML value -> how documents and messages write it.

    ``erklaert`` adds for editors when to take which word.
    """

    def __init__(self, **worte: str) -> None:
        self.worte = worte
        self.bedeutungen: Mapping[str, str] = {}

    def erklaert(self, **bedeutungen: str) -> Self:
        """Say of every word when to take it, in a sentence; raises ``ValueError`` if one is left out."""
        if list(bedeutungen) != list(self.worte):
            raise ValueError(f"explain {list(self.worte)}, not {list(bedeutungen)}")
        self.bedeutungen = bedeutungen
        return self

    def __getitem__(self, wert: str) -> str:
        return self.worte[wert]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.custom_error_schema(
            core_schema.literal_schema(list(self.worte)),
            custom_error_type="wert_nicht_erlaubt",
            custom_error_message="value not allowed",
            custom_error_context={"erlaubt": ", ".join(self.worte)},
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "enum": list(self.worte),
            "enumDescriptions": [self._fuer_editoren(wert) for wert in self.worte],
            "errorMessage": f"Erlaubt ist nur: {', '.join(self.worte)}.",
        }

    def _fuer_editoren(self, wert: str) -> str:
        bedeutung, gedruckt = self.bedeutungen.get(wert), self.worte[wert]
        if bedeutung is None:
            return gedruckt
        return bedeutung if gedruckt == wert else f"{gedruckt}: {bedeutung}"


class Form:
    """A text of a fixed form, such as a Kennung; ``erwartet`` says it in German."""

    def __init__(self, muster: str, erwartet: str, beispiel: str) -> None:
        self.muster = muster
        self.erwartet = erwartet
        self.beispiel = beispiel

    @cached_property
    def passt(self) -> Callable[[str], re.Match[str] | None]:
        """Match a text of this form; compiled only when somebody asks, which saves start-up."""
        return re.compile(rf"(?:{self.muster})\Z").match

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.custom_error_schema(
            core_schema.str_schema(pattern=f"^(?:{self.muster})$", strict=True),
            custom_error_type="form_falsch",
            custom_error_message="wrong form",
            custom_error_context={"erwartet": self.erwartet, "beispiel": self.beispiel},
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": f"^(?:{self.muster})$",
            "examples": [self.beispiel.strip('"')],
            FORM: f"{self.erwartet}, z. B. {self.beispiel}",
        }


class Verweis(Form):
    """The Kennung of another record; ``ziel`` says which kinds it may name (see ``verweise``)."""

    def __init__(self, ziel: str, form: Form) -> None:
        super().__init__(form.muster, form.erwartet, form.beispiel)
        self.ziel = ziel


class _Geprueft:
    """A value judged by a function; used for the two forms that pydantic has no word for."""

    def __init__(self, pruefe: Callable[[Any], Any], json_schema: dict[str, Any]) -> None:
        self.pruefe = pruefe
        self.json_schema = json_schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.pruefe)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.json_schema)


_UNGENAU = re.compile(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?\Z")
#: as a JSON Schema can say it: a day of the calendar (29 February in every year), a month or a year
_DATUM = (
    r"^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|[12][0-9]))|[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?)$"
)
_CENT = re.compile(r"(?:0|[1-9][0-9]*)\.[0-9]{2}\Z")


def _pruefe_datum(wert: Any) -> date | str:
    if isinstance(wert, date) or (isinstance(wert, str) and _UNGENAU.match(wert)):
        return wert
    raise PydanticCustomError(
        "form_falsch",
        "wrong form",
        {
            "erwartet": "ein Datum",
            "beispiel": '2017-08-24 ohne oder "2017-08" und "2017" mit Anführungszeichen',
        },
    )


def _pruefe_geld(wert: Any) -> int | str:
    if isinstance(wert, int) and not isinstance(wert, bool) and wert >= 0:
        return wert
    if isinstance(wert, str) and _CENT.match(wert):
        return wert
    if isinstance(wert, int) and wert < 0:
        raise PydanticKnownError("greater_than_equal", {"ge": 0})
    raise PydanticCustomError(
        "form_falsch",
        "wrong form",
        {"erwartet": "ein Betrag in Euro", "beispiel": '25000, mit Cent "12.50" in Anführungszeichen'},
    )


#: a day, or where the source gives no more a quoted "2017-08" or "2017"; never completed by invention
Datum: TypeAlias = Annotated[
    date | str,
    _Geprueft(
        _pruefe_datum,
        {
            "type": "string",
            "pattern": _DATUM,
            "examples": ["2017-08-24", "2017-08", "2017"],
            FORM: 'ein Datum wie 2017-08-24; ist nur Monat oder Jahr bekannt, "2017-08" oder "2017" in Anführungszeichen',
        },
    ),
]
#: a day that is known exactly
Tag: TypeAlias = date
#: whole euros as an integer, or euros and cents as a text like "12.50"; never a float
Geld: TypeAlias = Annotated[
    int | str,
    _Geprueft(
        _pruefe_geld,
        {
            "type": ["integer", "string"],
            "minimum": 0,
            "pattern": r"^(?:0|[1-9][0-9]*)\.[0-9]{2}$",
            "examples": [25000, "12.50"],
            FORM: 'ein Betrag in Euro wie 25000, mit Cent "12.50" in Anführungszeichen',
        },
    ),
]

AGS = Annotated[
    str,
    Form("[0-9]{8}", "ein Amtlicher Gemeindeschlüssel mit acht Ziffern in Anführungszeichen", '"05334032"'),
]
KREISSCHLUESSEL = Annotated[
    str, Form("[0-9]{5}", "ein Kreisschlüssel mit fünf Ziffern in Anführungszeichen", '"05334"')
]
ARS = Annotated[
    str,
    Form(
        "[0-9]{12}",
        "ein Amtlicher Regionalschlüssel mit zwölf Ziffern in Anführungszeichen",
        '"053340032032"',
    ),
]
Webadresse = Annotated[str, Form(r'https?://[^\s<>"]+', "eine Internetadresse", "https://www.stolberg.de/")]
Postfach = Annotated[
    str,
    Form(r"[^@\s]+@[^@\s]+\.[^@\s]+", "die Adresse eines Funktionspostfachs", "familienbuero@stadt.example"),
]
Farbe = Annotated[
    str, Form("#[0-9a-fA-F]{6}", "eine Farbe als sechsstelliger Hexwert in Anführungszeichen", '"#1f4e79"')
]

"""The table of contents of a pack: whose Akte it is, which state, what that goes on with, and a digest for every file."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from fgk.errors import FgkError
from fgk.sharing.memory import Digest, state_id
from fgk.sharing.versions import Version

NAME = "fgk-paket.json"
FORMAT = "fgk-paket"
VERSION = 1
#: where in the pack the files of the Akte lie
FOLDER = "akte/"


class Datei(BaseModel):
    """A file of the pack."""

    model_config = ConfigDict(extra="forbid", strict=True)
    sha256: Digest
    groesse: Annotated[int, Field(ge=0)]


class Manifest(BaseModel):
    """The whole table.

    ``ausgelassen`` are files that an earlier pack held and this one does not, because they are too large by now or the
    like: they have not gone.
    """

    model_config = ConfigDict(extra="forbid", strict=True)
    format: str
    version: int
    fgk: str
    akte: str
    ort: str
    stand: Digest
    vorgaenger: list[Digest]
    commit: Annotated[str, Field(pattern="^[0-9a-f]{40,64}$")] | None
    ausgelassen: list[str]
    dateien: dict[str, Datei]

    def raw(self) -> bytes:
        """Return the bytes that stand in the pack."""
        return f"{self.model_dump_json(indent=1)}\n".encode()


class _Kopf(BaseModel):
    """What every version of the format has."""

    format: str
    version: int


def read_manifest(raw: bytes) -> Manifest:
    """Return the table; raises ``FgkError`` for one that is damaged or from a later fgk."""
    try:
        kopf = _Kopf.model_validate_json(raw)
    except ValidationError as error:
        raise _damaged("Sein Inhaltsverzeichnis ist keines von fgk.") from error
    if kopf.format != FORMAT or kopf.version < 1:
        raise _damaged("Sein Inhaltsverzeichnis ist keines von fgk.")
    if kopf.version > VERSION:
        raise FgkError(
            f"Das Paket hat eine neuere Form (Version {kopf.version}), die dieses fgk nicht kennt.",
            "Richten Sie eine neuere Fassung von fgk ein.",
        )
    try:
        manifest = Manifest.model_validate_json(raw)
    except ValidationError as error:
        raise _damaged("Sein Inhaltsverzeichnis ist unvollständig oder verändert.") from error
    files = {path: Version(datei.sha256) for path, datei in manifest.dateien.items()}
    if state_id(manifest.akte, manifest.vorgaenger, files) != manifest.stand:
        raise _damaged("Sein Inhaltsverzeichnis ist verändert: Der Stand passt nicht zu den Dateien.")
    return manifest


def _damaged(why: str) -> FgkError:
    return FgkError(f"Das Paket ist beschädigt. {why}", "Lassen Sie es sich noch einmal schicken.")

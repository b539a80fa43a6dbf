"""ZIP packages (Word, OpenDocument) whose bytes repeat: fixed dates, a fixed order, no trace of a machine."""

import io
import zipfile
from collections.abc import Mapping

#: unpacked, more than any letterhead holds
_MAX_BYTES = 64 * 1024 * 1024
#: the earliest day a ZIP can name
_TAG = (1980, 1, 1, 0, 0, 0)
#: OpenDocument wants its type first and not compressed; Word looks for its list of types first
_ZUERST = ("mimetype", "[Content_Types].xml", "_rels/.rels")


def packe(dateien: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of these files; the same files give the same bytes."""
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w") as paket:
        for name in sorted(dateien, key=lambda name: (_platz(name), name)):
            info = zipfile.ZipInfo(name, _TAG)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            paket.writestr(info, dateien[name])
    return puffer.getvalue()


def _platz(name: str) -> int:
    return _ZUERST.index(name) if name in _ZUERST else len(_ZUERST)


def entpacke(paket: bytes) -> dict[str, bytes]:
    """Return the files of a ZIP; raises ``zipfile.BadZipFile``, and ``ValueError`` for one that swells beyond measure."""
    with zipfile.ZipFile(io.BytesIO(paket)) as offen:
        if sum(info.file_size for info in offen.infolist()) > _MAX_BYTES:
            raise ValueError("too large")
        return {info.filename: offen.read(info) for info in offen.infolist() if not info.is_dir()}

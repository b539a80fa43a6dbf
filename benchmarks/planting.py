"""Faults planted into the files of a valid Akte: at most one a file, each at a line that is known."""

import re
from fnmatch import fnmatch
from typing import NamedTuple


class Expected(NamedTuple):
    """What ``fgk validate`` must report."""

    path: str
    line: int
    code: str


class _Fault(NamedTuple):
    """In the first untouched file where ``find`` occurs, ``put`` takes its place.

    The fault is then ``offset`` lines below the place, or in the line ``line`` of the file.
    """

    code: str
    files: str
    find: bytes
    put: bytes
    offset: int = 0
    line: int = 0


_MEASURES, _GOALS, _REPORTS = "massnahmen/*", "ziele/*", "jahresberichte/*"
_FAULTS = (
    _Fault(
        "FGK001",
        "bestandsaufnahme/analyse/*",
        b"zusammenfassung: [|]-\n",
        b"zusammenfassung: |-\n  f\xfcr alle\n",
        1,
    ),
    _Fault("FGK002", _GOALS, b"\ntitel: .*", b'\ntitel: "Wege\\\\u0007netz"', 1),
    _Fault("FGK003", _MEASURES, b"\ntitel: .*", b"\ntitel: Lotsendienst: Beginn im Mai", 1),
    _Fault("FGK004", _MEASURES, b"\nprioritaet: .*", b"\\g<0>\nprioritaet: hoch", 2),
    _Fault("FGK005", _MEASURES, b"\ntitel: .*", b"\ntitel: &anker Lotsendienst", 1),
    _Fault(
        "FGK007",
        "bestandsaufnahme/analyse/*",
        b"\nhandlungsfeld:",
        b"\ntief: " + b"[" * 70 + b"]" * 70 + b"\nhandlungsfeld:",
        1,
    ),
    _Fault("FGK008", _GOALS, b"\ntitel: ", b"\n{leitziel}: x\ntitel: ", 1),
    _Fault("FGK009", _MEASURES, b"\nbeginn: .*", b"\nbeginn: 2019-02-30", 1),
    _Fault("FGK010", _MEASURES, b"\nfederfuehrung:", "\nfederführung:".encode(), 1),
    _Fault("FGK011", _MEASURES, b"\ntitel: .*", b"", line=1),
    _Fault("FGK012", _MEASURES, b"\ntitel: .*", b"\ntitel: 3.10", 1),
    _Fault("FGK013", _MEASURES, b"\nprioritaet: .*", b"\nprioritaet: sehr hoch", 1),
    _Fault("FGK014", _MEASURES, b"\nziel: .*", b"\nziel: Ziel 3", 1),
    _Fault("FGK014", "beteiligung/*", b"\ndatum: .*", b'\ndatum: "14.02.2017"', 1),
    _Fault("FGK015", "begutachtung.yaml", b"(?s).*", "# noch auszufüllen\n".encode(), line=1),
    _Fault("FGK020", _GOALS, b"\\Akennung", b"\xef\xbb\xbfkennung", line=1),
    _Fault("FGK021", _MEASURES, b"\n  personal: .*", b"\n  personal: 025", 1),
    _Fault("FGK022", _REPORTS, b"\n    fortschritt: .*", b"\n    fortschritt: 120", 1),
    _Fault("FGK112", _MEASURES, b"\nende: .*", b"", line=1),
    _Fault("FGK113", _MEASURES, b"\nende: .*", b"\\g<0>\nist_fortlaufend: true", 2),
    _Fault("FGK116", _MEASURES, b"\n  - Kirchengemeinden", b"\n  - TODO", 1),
    _Fault(
        "FGK118",
        "organisationseinheiten.yaml",
        b"\n    art: amt",
        b"\\g<0>\n    postfach: erika.muster@stadt.example",
        2,
    ),
    _Fault(
        "FGK119",
        _REPORTS,
        b"\n    status: umgesetzt\n    fortschritt: 100",
        b"\n    status: umgesetzt\n    fortschritt: 40",
        2,
    ),
    _Fault("FGK121", "beschluesse/*", b"\n      nein: 0", b"\n      nein: 3", 1),
    _Fault("FGK125", "bestandsaufnahme/sozialraeume.yaml", b"\n    fallzahl: .*", b"\n    fallzahl: 3", 1),
    _Fault("FGK201", _MEASURES, b"\nbeteiligte: .*", b"\nbeteiligte: [OE-99]", 1),
    _Fault("FGK205", _MEASURES, b"\nentstanden_aus: .*", b"\nentstanden_aus: [W-1999-09]", 1),
    _Fault("FGK206", _MEASURES, b"\nsozialraeume: .*", b"\nsozialraeume: [SR-99]", 1),
    _Fault("FGK208", _MEASURES, b"\nquerschnittsthemen: .*", b"\nquerschnittsthemen: [sport]", 1),
    _Fault(
        "FGK210",
        "bestandsaufnahme/indikatoren.yaml",
        b"\n    einheit: Personen",
        "\n    einheit: Köpfe".encode(),
        1,
    ),
    _Fault("FGK301", "vertrag.yaml", b"\nbis: .*", b"\nbis: 2001-12-31", 1),
    _Fault("FGK901", _MEASURES, b"\ntitel: .*", b"\\g<0>  # fgk: ignore FGK112", 1),
    _Fault("FGK902", _GOALS, b"\ntitel: .*", "\\g<0>  # fgk: ignore FGK122 – folgt".encode(), 1),
)
_NEW = Expected("massnahme/M-9.1.1.yaml", 1, "FGK016")


def plant(files: dict[str, bytes]) -> list[Expected]:
    """Change the files (path inside the Akte -> bytes) and return what must now be reported."""
    expected = [_NEW]
    files[_NEW.path] = b"kennung: M-9.1.1\n"
    touched = {_NEW.path}
    for fault in _FAULTS:
        path = next(
            path for path in sorted(files)
            if path not in touched and fnmatch(path, fault.files) and re.search(fault.find, files[path])
        )  # fmt: skip
        touched.add(path)
        match = re.search(fault.find, files[path])
        assert match is not None
        line = fault.line or files[path].count(b"\n", 0, match.start()) + 1 + fault.offset
        files[path] = files[path][: match.start()] + match.expand(fault.put) + files[path][match.end() :]
        expected.append(Expected(path, line, fault.code))
    return expected

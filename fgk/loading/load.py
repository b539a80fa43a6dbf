"""Load one Akte: source -> records and diagnostics. Never raises for anything a folder can contain."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from fgk.akte import Akte, Record, natuerlich
from fgk.diagnostic import Diagnostic, Severity
from fgk.loading.codes import severity_of
from fgk.models.arten import ARTEN, Art, art_von
from fgk.positions import START, Span
from fgk.reading.fault import Fault
from fgk.reading.reader import ReadResult, locate, read_yaml
from fgk.sources import AKTE_FILE, Source, UnreadableFileError

_KEPT_TREES = 32


def load_akte(source: Source, *, als_entwurf: bool = False) -> tuple[Akte, list[Diagnostic]]:
    """Return the Akte and the reading and schema faults of all its files.

    With ``als_entwurf`` the Akte also holds what is left of faulty records, for drafts; checking never does.
    """
    akte, diagnostics = load_files(source, source.paths(), als_entwurf=als_entwurf)
    if art_von(AKTE_FILE) not in akte.records and AKTE_FILE not in akte.fehlerhaft:
        diagnostics += _shown(akte, AKTE_FILE, _without_head(akte))
    return akte, diagnostics


def load_files(
    source: Source, paths: Iterable[str], *, als_entwurf: bool = False
) -> tuple[Akte, list[Diagnostic]]:
    """Return some files as an Akte, which may have no head, and their reading and schema faults."""
    akte = Akte(source, _Locator(source))
    diagnostics: list[Diagnostic] = []
    for path in paths:
        diagnostics += _shown(akte, path, _load_file(akte, path, als_entwurf=als_entwurf))
    for records in akte.records.values():
        if len(records) > 1:
            records.sort(key=lambda record: natuerlich(record.kennung or ""))
    return akte, diagnostics


def _shown(akte: Akte, path: str, faults: list[Fault]) -> Iterator[Diagnostic]:
    shown = akte.shown_path(path)
    for fault in faults:
        yield Diagnostic(fault.code, severity_of(fault.code), shown, fault.was, fault.tun, fault.span)


def _without_head(akte: Akte) -> list[Fault]:
    """Return the fault of an Akte without its audit.yaml, unless another fault says why."""
    if "audit" in akte.unlesbar:
        return []
    akte.unlesbar.add("audit")
    was = f"Dieser Ordner sieht aus wie eine Akte, aber die Datei {AKTE_FILE} fehlt."
    return [
        Fault("FGK025", START, was, "Legen Sie sie an, oder holen Sie sie aus einer älteren Fassung zurück.")
    ]


def _load_file(akte: Akte, path: str, *, als_entwurf: bool) -> list[Fault]:
    art = art_von(path)
    if art is None:
        return _load_unknown(akte, path)
    try:
        raw = akte.source.read(path)
    except UnreadableFileError as error:
        _remember_faulty(akte, art, path, None)
        return [Fault(error.code, START, error.was, error.tun)]
    result = read_yaml(raw)
    faults = result.faults
    if result.is_readable and result.data is None:
        if art.darf_leer_sein:
            result = result._replace(data={})
        else:
            faults.append(_empty_file(art))
    if result.data is None:
        _remember_faulty(akte, art, path, None)
        return faults
    if b"fgk:" in raw:
        from fgk.loading.ignores import find_ignores

        akte.ausnahmen += find_ignores(path, raw, result.root)
    try:
        modell = art.modell.model_validate(result.data)
    except ValidationError as error:
        _remember_faulty(akte, art, path, result.data)
        if als_entwurf:
            _keep_rest(akte, art, path, raw, result.data)
        return _with_schema_faults(error, art, path, result, akte.source)
    if any(severity_of(fault.code) is Severity.FEHLER for fault in faults):
        _remember_faulty(akte, art, path, result.data)
        return faults
    kennung = getattr(modell, "kennung", None)
    akte.records.setdefault(art, []).append(Record(art, path, kennung, modell, result.data, raw))
    _remember_kennungen(akte, path, result.data)
    return faults


def _load_unknown(akte: Akte, path: str) -> list[Fault]:
    from fgk.loading.unknown import promised, promised_single, unknown_file

    faults = unknown_file(akte.source, path)
    # it is known that these are there, but not in a place where they count
    _, kennung = promised(path)
    if kennung is not None:
        akte.kennungen.setdefault(kennung, [])
    akte.unlesbar.update(promised_single(path))
    # a folder that cannot be looked into: what would lie in it is not missing, only unknown
    akte.unlesbar.update(art.name for art in ARTEN if path == "." or art.pfad.startswith(f"{path}/"))
    return faults


def _keep_rest(akte: Akte, art: Art, path: str, raw: bytes, data: Any) -> None:
    from fgk.loading.entwurf import salvage

    modell = salvage(art, data)
    if modell is not None:
        record = Record(art, path, getattr(modell, "kennung", None), modell, data, raw)
        akte.records.setdefault(art, []).append(record)


def _with_schema_faults(
    error: ValidationError, art: Art, path: str, result: ReadResult, source: Source
) -> list[Fault]:
    """Return the faults of reading and of the schema, for each place the one that says most."""
    from fgk.loading.sentences import explain
    from fgk.loading.unknown import in_wrong_folder

    misplaced = in_wrong_folder(art, path)
    if misplaced:
        return [misplaced]
    taken = {fault.span for fault in result.faults if severity_of(fault.code) is Severity.FEHLER}
    errors = error.errors(include_url=False, include_context=True)
    wrong = [fault for fault in explain(errors, art, path, result, source) if fault.span not in taken]
    # what is wrong about a value says more than a hint about it
    wrong_places = {fault.span for fault in wrong}
    return [fault for fault in result.faults if fault.span not in wrong_places] + wrong


def _remember_faulty(akte: Akte, art: Art, path: str, data: Any) -> None:
    """Keep the Kennungen of a faulty file, or one fault would make dozens of dangling references."""
    akte.fehlerhaft.add(path)
    if data is None and art.ist_einzeln:
        akte.unlesbar.add(art.name)
    expected = art.kennung_aus_pfad(path)
    if expected is not None:
        akte.kennungen.setdefault(expected, []).append((path, ()))
        _remember_kennungen(akte, path, data, besides=expected)
    else:
        _remember_kennungen(akte, path, data)


def _remember_kennungen(akte: Akte, path: str, data: Any, besides: str | None = None) -> None:
    if not isinstance(data, dict):
        return
    kennung = data.get("kennung")
    if isinstance(kennung, str) and kennung != besides:
        akte.kennungen.setdefault(kennung, []).append((path, ("kennung",)))
    for key in ("organisationseinheiten", "sozialraeume"):
        entries = data.get(key)
        if isinstance(entries, list):
            for index, entry in enumerate(entries):
                if isinstance(entry, dict) and isinstance(entry.get("kennung"), str):
                    akte.kennungen.setdefault(entry["kennung"], []).append((path, (key, index, "kennung")))


def _empty_file(art: Art) -> Fault:
    return Fault(
        "FGK015",
        START,
        "Die Datei ist leer.",
        f"Füllen Sie sie aus; hier gehört ein Datensatz der Art {art.titel} hin."
        if art.pfad == AKTE_FILE
        else f"Füllen Sie sie aus oder löschen Sie sie; hier gehört ein Datensatz der Art {art.titel} hin.",
    )


class _Locator:
    """Reads a file again when somebody asks for a place in it, and keeps the last few trees."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._trees: OrderedDict[str, Any] = OrderedDict()

    def __call__(self, path: str, route: Iterable[str | int], *, key: bool) -> Span:
        if path not in self._trees:
            try:
                self._trees[path] = read_yaml(self._source.read(path)).root
            except UnreadableFileError:
                self._trees[path] = None
            if len(self._trees) > _KEPT_TREES:
                self._trees.popitem(last=False)
        return locate(self._trees[path], route, key=key)

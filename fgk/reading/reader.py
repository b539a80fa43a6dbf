"""Bytes of one YAML file -> plain data, its faults, and on demand the place of every key and value.

PyYAML's C parser composes nodes with marks; the data are built from the nodes by our own YAML 1.2 rules
(``scalars``). The nodes are dropped as soon as nobody needs them: keeping them alive costs more than
reading again (docs/adr/0002-lesen.md).
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from fgk.errors import FgkError
from fgk.positions import START, Span
from fgk.reading.comments import cut_off_texts, may_be_cut_off
from fgk.reading.events import MAX_DEPTH, check_events, too_deep
from fgk.reading.fault import Fault
from fgk.reading.guards import check_bytes, find_invisible, invisible_in, is_suspicious, refused
from fgk.reading.marks import span_of
from fgk.reading.scalars import (
    MAYBE_NUMBER,
    SURELY_TEXT,
    WORDS,
    NoSuchDayError,
    has_leading_zero,
    has_thousands,
    resolve,
)

try:
    from yaml._yaml import CParser
except ImportError as error:  # pragma: no cover - only on a machine without libyaml
    raise FgkError(
        "PyYAML ist hier ohne die schnelle Bibliothek libyaml installiert.",
        "Installieren Sie PyYAML aus einem fertigen Paket: pip install --only-binary :all: pyyaml.",
    ) from error

Route = tuple[str | int, ...]
_NOTHING: dict[Any, Any] = {}


class _Parser(CParser):  # type: ignore[misc, unused-ignore]
    """The C parser with PyYAML's resolver switched off, which is asked several times a node.

    What stands in for it are the cheapest C functions that take as many arguments, make no object and return a
    constant; nothing looks at the tag that comes of it.
    """

    __slots__ = ()
    resolve = staticmethod(object.__subclasshook__)
    descend_resolver = staticmethod(_NOTHING.get)
    ascend_resolver = staticmethod("".isalnum)
    check_resolver_prefix = staticmethod(object.__subclasshook__)


class ReadResult(NamedTuple):
    """What was in one file. ``data`` is ``None`` where the file could not be read or is empty.

    ``is_readable`` is false when the faults leave no data to judge; hints and single bad values do not.
    """

    data: Any
    faults: list[Fault]
    root: Node | None
    is_readable: bool


def read_yaml(raw: bytes) -> ReadResult:
    """Read the bytes of one file; never raises for anything a file can contain."""
    data, faults = check_bytes(raw)
    if any(fault.code != "FGK020" for fault in faults):
        return ReadResult(None, faults, None, is_readable=False)
    try:
        if is_suspicious(data):
            suspicious = refused(data) or check_events(_Parser(data))
            if suspicious:
                return ReadResult(None, faults + suspicious, None, is_readable=False)
        root = _Parser(data).get_single_node()
    except yaml.YAMLError as error:
        # a ReaderError is about the rest of the control characters, which libyaml finds for us
        from fgk.reading.syntax import syntax_fault

        why = invisible_in(data) if isinstance(error, ReaderError) else syntax_fault(error, data)
        return ReadResult(None, faults + (refused(data) or [why]), None, is_readable=False)
    if root is None:
        return ReadResult(None, faults, None, is_readable=True)
    try:
        value = _build(root, faults, 0)
    except _TooDeepError as error:
        return ReadResult(None, [*faults, too_deep(error.span)], None, is_readable=False)
    if may_be_cut_off(data):
        faults += cut_off_texts(root, data)
    return ReadResult(value, faults, root, is_readable=True)


class _TooDeepError(Exception):
    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


def _build(node: Any, faults: list[Fault], depth: int) -> Any:
    if node.__class__ is ScalarNode:
        return _scalar(node, faults)
    if depth >= MAX_DEPTH:
        raise _TooDeepError(span_of(node))
    depth += 1
    if node.__class__ is not MappingNode:
        return [_build(item, faults, depth) for item in node.value]
    result: dict[str, Any] = {}
    repeated = []
    for key, value in node.value:
        if key.__class__ is not ScalarNode:
            faults.append(_key_no_text(key))
            continue
        name = key.value
        if name in result:
            repeated.append(key)
        elif name == "<<" and key.style == "":
            faults.append(_merge_key(key))
        elif value.__class__ is ScalarNode:
            text = value.value  # nine of ten values are words: one call less
            is_word = value.style == "" and text[:1] in SURELY_TEXT
            result[name] = text if is_word else _scalar(value, faults)
        else:
            result[name] = _build(value, faults, depth)
    if repeated:
        faults += _duplicates(repeated, is_record=depth == 1)
    return result


def _scalar(node: Any, faults: list[Fault]) -> Any:
    text: str = node.value
    if node.style == "":
        first = text[:1]
        if first in SURELY_TEXT:
            return text
        return _plain(node, faults) if first in MAYBE_NUMBER else WORDS.get(text, text)
    if node.style == '"' and not text.isprintable():
        return _escaped(node, faults)
    return text


def _plain(node: ScalarNode, faults: list[Fault]) -> Any:
    text = node.value
    try:
        value = resolve(text)
    except NoSuchDayError:
        faults.append(
            Fault(
                "FGK009",
                span_of(node),
                f"Den Tag {text} gibt es nicht.",
                "Prüfen Sie Monat und Tag; ein Datum steht als JJJJ-MM-TT.",
            )
        )
        return text
    if value.__class__ is str and text[0] in "+-0" and has_leading_zero(text):
        faults.append(
            Fault(
                "FGK021",
                span_of(node),
                f"Die Zahl {text} beginnt mit einer Null; sie wird als Text gelesen.",
                f'Schreiben Sie sie in Anführungszeichen: "{text}".',
            )
        )
    elif value.__class__ is float and has_thousands(text):
        faults.append(
            Fault(
                "FGK023",
                span_of(node),
                f"Die Zahl {text} wird als {str(value).replace('.', ',')} gelesen; der Punkt trennt Nachkommastellen ab.",
                f"Sind Tausender gemeint, schreiben Sie {text.replace('.', '')} ohne Punkt.",
            )
        )
    return value


def _escaped(node: ScalarNode, faults: list[Fault]) -> str:
    match = find_invisible(node.value)
    if match:
        faults.append(
            Fault(
                "FGK002",
                span_of(node),
                f"Der Text enthält ein unsichtbares Steuerzeichen (U+{ord(match.group()):04X}).",
                "Löschen Sie die Zeichenfolge mit dem umgekehrten Schrägstrich.",
            )
        )
    return str(node.value)


def _duplicates(keys: list[ScalarNode], *, is_record: bool) -> list[Fault]:
    """Return a fault for every repeated key, or only one where a second record begins."""
    start = next((key for key in keys if key.value == "kennung"), None)
    if start is None or not is_record or len(keys) == 1:
        return [_duplicate(key) for key in keys]
    return [
        Fault(
            "FGK004",
            span_of(start),
            "Ab hier beginnt ein zweiter Datensatz in derselben Datei.",
            "Legen Sie für ihn eine eigene Datei an.",
        )
    ]


def _duplicate(key: ScalarNode) -> Fault:
    return Fault(
        "FGK004",
        span_of(key),
        f"Der Schlüssel „{key.value}“ steht hier zum zweiten Mal.",
        "Löschen Sie einen der beiden Einträge oder führen Sie sie zusammen.",
    )


def _merge_key(key: ScalarNode) -> Fault:
    return Fault(
        "FGK005",
        span_of(key),
        "„<<“ übernimmt Werte von einer anderen Stelle.",
        "Schreiben Sie die Werte aus; diese Sonderform von YAML ist hier nicht erlaubt.",
    )


def _key_no_text(key: Any) -> Fault:
    return Fault(
        "FGK008",
        span_of(key),
        "Als Schlüssel steht hier eine Liste oder Gruppe statt eines Wortes.",
        "Setzen Sie Texte mit eckigen oder geschweiften Klammern in Anführungszeichen.",
    )


def locate(root: Node | None, route: Iterable[str | int], *, key: bool = False) -> Span:
    """Return the place of the value at ``route``, or of its key with ``key=True``.

    What is not there points at the first key of the mapping that lacks it, or at the last thing found.
    """
    node: Any = root
    place = START if node is None else span_of(_first(node))
    for step in route:
        if node.__class__ is MappingNode:
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                return span_of(_first(node))
            node = pair[1]
            place = span_of(pair[0] if key else _visible(pair))
        elif node.__class__ is SequenceNode and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            place = span_of(_first(node))
        else:
            return place
    return place


def _first(node: Any) -> Any:
    """Return what the eye finds first: a mapping's first key, a list's first item."""
    while node.__class__ is not ScalarNode and node.value:
        node = node.value[0]
        if node.__class__ is tuple:
            node = node[0]
    return node


def _visible(pair: tuple[Any, Any]) -> Any:
    """Return the value of a pair, or its key where the value is a group or empty and marks nothing."""
    key, value = pair
    return value if value.__class__ is ScalarNode and value.value and value.style not in ("|", ">") else key

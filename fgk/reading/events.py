"""The slow look at suspicious files: anchors, aliases, tags, directives, second documents, real depth.

PyYAML's nodes show none of these (an alias is the same node again), its events do. libyaml's event
parser keeps its stack on the heap, so it survives the nesting that would crash the composer.
"""

from typing import Any

import yaml

from fgk.positions import Span
from fgk.reading.fault import Fault
from fgk.reading.marks import span_of

MAX_DEPTH = 64

_NO_DIRECTIVE = "Löschen Sie die Zeile, die mit % beginnt, und die Zeile „---“ darunter."
_ONE_DOCUMENT = "Legen Sie für den zweiten Datensatz eine eigene Datei an."
_NO_MAGIC = (
    "Schreiben Sie Werte an jeder Stelle aus; einen Text, der mit &, * oder ! beginnt, setzen Sie in "
    "Anführungszeichen."
)


def check_events(parser: Any) -> list[Fault]:
    """Run through all events of a fresh parser and return what must not be there.

    Raises ``yaml.YAMLError`` on a syntax fault, like composing would.
    """
    faults: list[Fault] = []
    depth = documents = 0
    while parser.check_event():
        event = parser.get_event()
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                faults += _document_faults(event, documents)
            case yaml.AliasEvent():
                faults.append(_fault(event, f"„*{event.anchor}“ verweist auf eine andere Stelle (Alias)."))
            case yaml.CollectionStartEvent():
                depth += 1
                if depth == MAX_DEPTH + 1:
                    return [*faults, too_deep(span_of(event))]
                faults += _node_faults(event)
            case yaml.CollectionEndEvent():
                depth -= 1
            case yaml.ScalarEvent():
                faults += _node_faults(event)
    return faults


def too_deep(span: Span) -> Fault:
    """Return the fault for nesting beyond ``MAX_DEPTH`` levels."""
    return Fault(
        "FGK007",
        span,
        f"Die Datei ist tiefer als {MAX_DEPTH} Ebenen geschachtelt.",
        "Vereinfachen Sie den Aufbau; keine Akte braucht mehr als zehn Ebenen.",
    )


def _document_faults(event: yaml.DocumentStartEvent, number: int) -> list[Fault]:
    faults = []
    if event.version or event.tags:
        faults.append(_fault(event, "Die Datei beginnt mit einer YAML-Anweisung (%).", _NO_DIRECTIVE))
    if number == 2:
        was = "Mit „---“ beginnt hier ein zweites Dokument in derselben Datei."
        faults.append(_fault(event, was, _ONE_DOCUMENT))
    return faults


def _node_faults(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> list[Fault]:
    faults = []
    if event.anchor is not None:
        faults.append(_fault(event, f"„&{event.anchor}“ setzt einen Anker."))
    if event.tag is not None:
        written = event.tag.replace("tag:yaml.org,2002:", "!!")
        faults.append(_fault(event, f"„{written}“ ist eine YAML-Typangabe (Tag)."))
    return faults


def _fault(event: yaml.Event, was: str, tun: str = _NO_MAGIC) -> Fault:
    return Fault("FGK005", span_of(event), was, tun)

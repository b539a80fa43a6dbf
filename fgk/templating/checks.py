"""What a municipality's template says and nobody would ever see: blocks that ours do not have, text beside blocks."""

from collections.abc import Callable
from typing import TypeAlias

import jinja2
from jinja2 import nodes

from fgk.templating.errors import VorlagenFehler

#: name -> text and file of a template of the municipality, ``None`` where it has none of this name
Eigene: TypeAlias = Callable[[str], tuple[str, str] | None]


def check_blocks(umgebung: jinja2.Environment, eigene: Eigene, name: str) -> frozenset[str]:
    """Return the names of all blocks of a template and of those it extends.

    Raises ``VorlagenFehler`` for what would never show.
    """
    gefunden = eigene(name)
    if gefunden is None:
        return frozenset(umgebung.get_template(name).blocks)
    text, datei = gefunden
    baum = umgebung.parse(text, name, datei)
    eltern = baum.find(nodes.Extends)
    if eltern is None:
        return frozenset(block.name for block in baum.find_all(nodes.Block))
    if not isinstance(eltern.template, nodes.Const):
        raise VorlagenFehler(
            "Hinter extends steht der Name der Vorlage in Anführungszeichen, nichts anderes",
            eltern.lineno,
            name,
            datei,
        )
    if eltern in baum.body:
        _check_text(baum, name, datei)
    bekannt = set(check_blocks(umgebung, eigene, eltern.template.value))
    for block in baum.find_all(nodes.Block):
        if block.name not in bekannt:
            grund = f"Den Block „{block.name}“ gibt es in „{eltern.template.value}“ nicht; er erschiene nie"
            raise VorlagenFehler(grund, block.lineno, name, datei)
        bekannt.update(inner.name for inner in block.find_all(nodes.Block))
    return frozenset(bekannt)


def _check_text(baum: nodes.Template, name: str, datei: str) -> None:
    for knoten in baum.body:
        if isinstance(knoten, nodes.Output):
            for teil in knoten.nodes:
                if not isinstance(teil, nodes.TemplateData) or teil.data.strip():
                    raise VorlagenFehler(_NEBEN_BLOECKEN, _line(teil), name, datei)
        elif isinstance(knoten, (nodes.For, nodes.If, nodes.Include)):
            raise VorlagenFehler(_NEBEN_BLOECKEN, knoten.lineno, name, datei)


def _line(teil: nodes.Node) -> int:
    """Return the line where the text of a node begins; Jinja counts the empty lines before it to it."""
    if not isinstance(teil, nodes.TemplateData):
        return teil.lineno
    return teil.lineno + teil.data[: len(teil.data) - len(teil.data.lstrip())].count("\n")


_NEBEN_BLOECKEN = "Was außerhalb der Blöcke steht, erschiene nie; setzen Sie es in einen Block"

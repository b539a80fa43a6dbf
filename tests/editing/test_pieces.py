"""A text in pieces, which together are the text again."""

from contextlib import suppress
from pathlib import Path

import pytest
from hilfen import BEISPIEL
from hypothesis import given, settings
from hypothesis import strategies as st

from fgk.editing.pieces import Group, NoPiecesError, Piece, is_block, split, split_piece
from fgk.reading.reader import read_yaml


def zerlegt(text: str) -> Group:
    result = read_yaml(text.encode())
    assert result.is_readable
    return split(text, result.root, result.data)


def pruefe_innen(piece: Piece) -> None:
    if is_block(piece.node):
        group = split_piece(piece)
        assert group.join(group.pieces) == piece.body
        for inner in group.pieces:
            pruefe_innen(inner)


@pytest.mark.parametrize("datei", sorted(BEISPIEL.rglob("*.yaml")), ids=lambda pfad: pfad.name)
def test_the_example_is_the_same_when_joined_again(datei: Path) -> None:
    text = datei.read_text(encoding="utf-8")
    group = zerlegt(text)
    assert group.join(group.pieces) == text
    for piece in group.pieces:
        pruefe_innen(piece)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nur ein Kommentar\n",
        "a: 1",
        "\n\na: 1\n\n# Ende\n\n",
        "a: 1\r\nb:\r\n- x\r\n",
        "a:\n- b: 1\n  # zu c\n  c: 2\n\n- # still\n  b: 3\n-\n  b: 4\n- - 1\n  - 2\n",
        "a: |\n  # kein Kommentar\n\n  x\n\n\nb: >-\n  y\n# zu c\nc:\nd: [1,\n  2] # hier\n",
        'a: "x\n  y"\nb:\n  c: {d: 1}\n  e: null\nf:\n',
        "a: |+\n  x\n\n",
    ],
)
def test_any_block_style_is_the_same_when_joined_again(text: str) -> None:
    group = zerlegt(text)
    assert group.join(group.pieces) == text
    for piece in group.pieces:
        pruefe_innen(piece)


def test_comments_go_with_what_follows_them() -> None:
    group = zerlegt("# zu a\na: 1 # auch\n\n# zu b\nb: 2\n# Ende\n")
    assert [(p.head, p.body) for p in group.pieces] == [
        ("# zu a\n", "a: 1 # auch\n"),
        ("\n# zu b\n", "b: 2\n"),
    ]
    assert (group.names, group.tail) == (["a", "b"], "# Ende\n")


@pytest.mark.parametrize("text", ["{a: 1}\n", "a: 1\rb: 2\n", "? a\n: 1\n"])
def test_what_cannot_be_taken_apart(text: str) -> None:
    with pytest.raises(NoPiecesError):
        zerlegt(text)


@settings(max_examples=400)
@given(st.text(alphabet="ab:- #[]{},\n\n  \"'|>+?", max_size=60))
def test_whatever_can_be_read_is_the_same_when_joined_again(text: str) -> None:
    result = read_yaml(text.encode())
    if not result.is_readable or not isinstance(result.data, dict) or result.faults:
        return
    with suppress(NoPiecesError):
        group = split(text, result.root, result.data)
        assert group.join(group.pieces) == text
        for piece in group.pieces:
            pruefe_innen(piece)

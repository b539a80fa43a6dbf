"""One form for all files: indentation, blanks and quotation as the house writes them. Content and comments stay.

ruamel.yaml takes the text apart and writes it again; whether nothing is lost is judged here, by the reader that everything
else reads with. A text of which that cannot be said stays as it is.
"""

import io
import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from fgk.editing.comments import Comment, comments_in
from fgk.editing.emit import WIDTH, in_brackets
from fgk.editing.merge import is_whole, says
from fgk.errors import FgkError
from fgk.plaindata import normal
from fgk.reading.reader import ReadResult, read_yaml

#: ruamel moves comments by what it moved beside them; the second time is the last
_ROUNDS = 3
#: as wide as any text: lines are broken where their writer did it
_WIDTH = 10**6
#: a field of a record that waits to be filled in, or that somebody took out
_FIELD = re.compile(r"# ?(?:- )?[a-z_]+:(?: |$)")

#: a list of words in one line
_WORDS = re.compile(r"( *[a-z_]+:) \[([\w.-]+(?:, [\w.-]+)*)\]\Z")


def formatted(raw: bytes) -> bytes:
    """Return the text of a record in the house's form: the same content, the same comments and blank lines, the same line ends.

    Formatting what is formatted changes nothing. Raises ``FgkError`` for a text that cannot be read or formatted.
    """
    before = read_yaml(raw)
    if not is_whole(before):
        raise FgkError(
            "Sie lässt sich nicht lesen.", "Beheben Sie zuerst die Fehler, die „fgk validate“ nennt."
        )
    text = raw.decode("utf-8-sig")
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    if "\r" in plain:
        raise _cannot_format()
    if before.data is None:
        return text.encode()
    body = plain.lstrip("\n")  # ruamel drops empty lines at the top
    after = plain[: len(plain) - len(body)] + _settled(body)
    if not says(after.encode(), normal(before.data)) or _loses(plain, after) or _misleads(before, after):
        raise _cannot_format()
    return after.replace("\n", newline).encode()


def _settled(text: str) -> str:
    """Return the text written anew as often as something changes."""
    for _ in range(_ROUNDS):
        again = _with_short_lines(_tidy(_written_anew(text)))
        if again == text:
            return text
        text = again
    raise _cannot_format()


def _with_short_lines(text: str) -> str:
    """Return the text with long lists of words as the house writes them; ruamel puts each in one line."""
    lines = [line for whole in text.split("\n") for line in _broken(whole)]
    wrapped = "\n".join(lines)
    # inside a text it is no list
    return wrapped if says(wrapped.encode(), normal(read_yaml(text.encode()).data)) else text


def _broken(line: str) -> list[str]:
    found = _WORDS.match(line) if len(line) > WIDTH else None
    if found is None:
        return [line]
    head, words = found.groups()
    return list(in_brackets(head, words.split(", "), len(head) - len(head.lstrip(" "))))


def _written_anew(text: str) -> str:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    result = io.StringIO()
    try:
        yaml.dump(yaml.load(text), result)
    except (YAMLError, ValueError, TypeError, NotImplementedError) as error:
        # the last two: a list as key, comments that meet at one place
        raise _cannot_format() from error
    return result.getvalue()


def _tidy(text: str) -> str:
    """Return the text with comments at the indentation of what they are about, or two blanks behind it."""
    result = read_yaml(text.encode())
    lines = text.split("\n")
    own = []
    for comment in comments_in(text, result.root):
        before = lines[comment.line][: comment.column].rstrip()
        if before:
            lines[comment.line] = f"{before}  {comment.text}"
        else:
            own.append(comment)
    waiting = _waiting(own, lines)
    for comment in reversed(own):
        lines[comment.line] = " " * _column(comment, lines, waiting) + comment.text
    return "\n".join(lines)


def _column(comment: Comment, lines: list[str], waiting: Collection[tuple[int, int]]) -> int:
    """Return where the next line begins: a comment is about what follows; the last stays where it is.

    So does a field that waits as comment at the end of a group: further left it would be one of another group.
    """
    following = next((line for line in lines[comment.line + 1 :] if line.strip()), None)
    if following is None or (_above(comment.line, lines), comment.column) in waiting:
        return comment.column
    return len(following) - len(following.lstrip(" "))


def _waiting(own: Sequence[Comment], lines: list[str]) -> set[tuple[int, int]]:
    """Return for fields that wait as comments the line above all comments there, and the column, where it is the group's."""
    found = ((_above(comment.line, lines), comment.column) for comment in own if _FIELD.match(comment.text))
    return {(line, column) for line, column in found if column in _open_columns(line, lines)}


def _above(number: int, lines: list[str]) -> int:
    """Return the line above a comment that is neither comment nor empty, -1 where there is none."""
    return next(
        (n for n in range(number - 1, -1, -1) if lines[n].strip() and lines[n].lstrip()[0] != "#"), -1
    )


def _open_columns(number: int, lines: list[str]) -> set[int]:
    """Return where the keys of the groups begin that a line lies in."""
    columns: set[int] = set()
    least = 10**6
    for line in reversed(lines[: number + 1]):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and line[indent] != "#" and indent < least:
            least = indent
            columns |= {indent + 2} if line[indent:].startswith("- ") else {indent}
    return columns


def _loses(before: str, after: str) -> bool:
    """Say whether a comment or an empty line is missing."""
    comments: list[Counter[Any]] = []
    for text in (before, after):
        found = comments_in(text, read_yaml(text.encode()).root)
        comments.append(Counter(comment.text for comment in found))
    return comments[0] != comments[1] or _blank_lines(after) < _blank_lines(before)


def _misleads(before: ReadResult, after: str) -> bool:
    """Say whether the reader finds faults that were not there: a comment can come to look like the rest of a text."""
    then, now = (
        Counter(fault.code for fault in result.faults) for result in (before, read_yaml(after.encode()))
    )
    return bool(now - then)


def _blank_lines(text: str) -> int:
    return sum(not line.strip() for line in text.split("\n")[:-1])


def _cannot_format() -> FgkError:
    return FgkError(
        "Sie ist so geschrieben, dass fgk sie nicht umschreibt, ohne etwas zu verlieren.",
        "Lassen Sie sie so; geprüft und gelesen wird sie trotzdem.",
    )

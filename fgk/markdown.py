"""User text as Markdown that shows it exactly as typed, with as few backslashes as that takes.

The signs are those of the profile (CommonMark without HTML, and tables). One escaper serves every place a
template may put a value: start of a paragraph, after other text, heading, list item, table cell, link text.
"""

import re

# Of these ~ and $ mean something on GitHub only: struck through, a formula.
_BACKSLASH_ALWAYS = re.compile(r"[\\*`\[\]|~$]")
# An underscore between letters or digits can neither open nor close emphasis.
_UNDERSCORES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
_LESS_THAN = re.compile(r"<(?! )")
# What looks like an entity, or would if the template goes on with a semicolon.
_ENTITY = re.compile(r"&(?=#?\w*(?:;|$))")
# A template may go on with a bracket, which would make a footnote.
_FOOTNOTE = re.compile(r"\^$")
_CLOSING_HASHES = re.compile(r"(?<=[ \t])#(?=#*$)")
# Signs that mean something only where a block may start.
_BLOCK_START = re.compile(r"#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|[-:=|](?=[-:=| \t]*$)")
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=[ \t]|$)")
# Where a line's own text starts: behind the signs of headings, lists, quotes and tables.
_LINE_START = re.compile(r"[ \t]*(?:(?:[-+*>]|#{1,6}|\d{1,9}[.)])[ \t]+)*")
_BULLET = re.compile(r"^[-–•*][ \t]+(.*)")
_NUMBERED = re.compile(r"(\d{1,3})[.)][ \t]+(.*)")
_NEEDLESS_NUMBER = re.compile(r"(?<![^ \t|(])(\d{1,9})\\([.)])")

# Where GitHub, GitLab and their like make something of a text that Markdown takes for one: mentions and references
# (@name, #12, !12, ~label, GH-12), addresses (https://, mailto:, www.), emoji (:smile:).
_VERWEISEND = re.compile(
    r"[@#!~$%^&](?=[\w\"])|:(?=//)|(?<=mailto):|(?<=xmpp):|:(?=[\w+-]+:)|(?<=\bwww)(?=\.)|(?<=\bGH)-(?=\d)",
    re.IGNORECASE,
)
_FUGE = "\u200b"


def escape(text: str) -> str:
    """Return ``text`` as Markdown for one line; line breaks become blanks.

    Raises nothing. NUL, which Markdown forbids, becomes U+FFFD.
    """
    text = _one_line(text).replace("\0", "\ufffd")
    text = _BACKSLASH_ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORES.sub(lambda found: r"\_" * len(found[0]), text)
    text = _LESS_THAN.sub(r"\<", text)
    text = _ENTITY.sub(r"\&", text)
    text = _CLOSING_HASHES.sub(r"\#", text)
    text = _FOOTNOTE.sub(r"\^", text)
    text = _escape_start(text)
    return _keep_outer_blanks(text)


def inert(text: str) -> str:
    """Return ``text`` as :func:`escape` does, and so that no forge takes a part of it for a mention or a link.

    Mentions, references and emoji are looked for in what the Markdown has become, so that no backslash and no entity
    keeps them off; a blank of no width does (so do the well-known bots that write into pull requests).
    """
    return escape(_VERWEISEND.sub(lambda found: found[0] + _FUGE, text)).replace(_FUGE, "&#8203;")


def cell(text: str) -> str:
    """Return several lines of user text as one line for a table cell, with ``<br>`` between its parts.

    The parts are those of :func:`paragraphs`: lines inside a paragraph flow together, an item of a list begins
    with a bullet sign or its number.
    """
    parts = []
    number = 0
    for paragraph in _split_paragraphs(text):
        for kind, block in _split_items(paragraph):
            number = number + 1 if kind == "1" else 0
            sign = {"-": "• ", "1": f"{number}\\. "}.get(kind, "")
            parts.append(sign + block.replace("\n", " "))
    return "<br>".join(parts)


def cell_lines(text: str) -> str:
    """Return several lines as one line for a table cell, with ``<br>`` where they end; empty ones are left out."""
    return "<br>".join(escape(line.strip()) for line in _lines(text) if line.strip())


def paragraphs(text: str) -> str:
    """Return several lines of user text as Markdown paragraphs and lists.

    An empty line separates paragraphs; lines inside a paragraph flow together. A line that begins with
    ``- `` (also –, • or *) is an item of a list, unless it is the only one inside running text; so are two or more lines numbered 1., 2., … from one on. A
    line that follows an item belongs to it. Everything else comes out as typed.
    """
    blocks = [block for paragraph in _split_paragraphs(text) for block in _split_items(paragraph)]
    return "\n\n".join(_join_items(blocks))


def tidy(markdown: str) -> str:
    r"""Take back ``24\.`` where no list can start, for dates and numbers inside a line or a table."""
    return "\n".join(_tidy_line(line) for line in markdown.split("\n"))


def _one_line(text: str) -> str:
    """Put a blank where lines end, with the blanks around it."""
    if "\n" not in text and "\r" not in text:
        return text
    first, *lines = _lines(text)
    last = lines.pop()
    inner = [line.strip() for line in lines if line.strip()]
    return " ".join([first.rstrip(" \t"), *inner, last.lstrip()])


def _escape_start(text: str) -> str:
    body = text.lstrip()
    blanks = text[: len(text) - len(body)]
    if _BLOCK_START.match(body):
        return f"{blanks}\\{body}"
    return blanks + _LIST_NUMBER.sub(r"\1\\\2", body, count=1) if _LIST_NUMBER.match(body) else text


def _keep_outer_blanks(text: str) -> str:
    """Write blanks at either end as entities, because Markdown cuts them off."""
    inner = text.strip()
    if inner == text:
        return text
    start = text.index(inner) if inner else len(text)
    before, after = text[:start], text[start + len(inner) :]
    return "".join(map(_entity, before)) + inner + "".join(map(_entity, after))


def _entity(char: str) -> str:
    return f"&#{ord(char)};"


def _tidy_line(line: str) -> str:
    if "\\" not in line:
        return line
    start = _LINE_START.match(line)
    begin = start.end() if start else 0
    number = _NEEDLESS_NUMBER.match(line, begin)
    begin = number.end() if number else begin
    return line[:begin] + _NEEDLESS_NUMBER.sub(r"\1\2", line[begin:])


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _split_paragraphs(text: str) -> list[list[str]]:
    paragraphs: list[list[str]] = [[]]
    for line in _lines(text):
        if line.strip():
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def _split_items(lines: list[str]) -> list[tuple[str, str]]:
    """Split one paragraph into (kind, Markdown): the kind is ``-`` or ``1`` for a list item, else empty."""
    blocks: list[tuple[str, list[str]]] = []
    is_numbered, has_bullets = _counts_from_one(lines), _has_bullets(lines)
    for line in lines:
        bullet = _BULLET.match(line) if has_bullets else None
        number = _NUMBERED.match(line) if is_numbered else None
        if bullet:
            blocks.append(("-", [bullet[1]]))
        elif number:
            blocks.append(("1", [number[2]]))
        elif blocks:
            blocks[-1][1].append(line)
        else:
            blocks.append(("", [line]))
    return [(kind, "\n".join(map(escape, part))) for kind, part in blocks]


def _has_bullets(lines: list[str]) -> bool:
    """Tell whether dashes at the start of lines are bullets; a single one inside running text is a dash."""
    places = [place for place, line in enumerate(lines) if _BULLET.match(line)]
    return len(places) > 1 or any(place == 0 or lines[place - 1].endswith(":") for place in places)


def _counts_from_one(lines: list[str]) -> bool:
    """Tell whether the numbered lines count 1, 2, … so that a list shows the numbers that were typed."""
    numbers = [int(found[1]) for line in lines if (found := _NUMBERED.match(line))]
    return len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _join_items(blocks: list[tuple[str, str]]) -> list[str]:
    """Join neighbouring items of one kind to one tight list."""
    joined: list[str] = []
    before, number = "", 0
    for kind, text in blocks:
        number = number + 1 if kind == before else 1
        sign = {"-": "- ", "1": f"{number}. "}.get(kind, "")
        part = sign + text.replace("\n", "\n" + " " * len(sign))
        if kind and kind == before:
            joined[-1] += f"\n{part}"
        else:
            joined.append(part)
        before = kind
    return joined

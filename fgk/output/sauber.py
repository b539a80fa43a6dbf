"""Text that no log, browser or parser takes for anything else: one line, every invisible sign spelled out."""


def clean(text: str) -> str:
    r"""Return ``text`` as one line; controls, marks of direction and other invisible signs become ``\u202e``.

    What is left can move no cursor, colour nothing, turn no text round, and stands in any XML.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _spelled(c) for c in text)


def _spelled(sign: str) -> str:
    if sign == "\n":
        return "⏎"
    if sign.isspace() and sign not in "\u2028\u2029":
        return " "
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"

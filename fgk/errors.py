"""The one exception that means: this command cannot go on, and the user can do something about it."""

from collections.abc import Mapping


class FgkError(Exception):
    """Cannot go on. The command line prints the two sentences and ends with exit code 2.

    ``was`` says in one German sentence what is wrong, ``tun`` what to do about it.
    """

    def __init__(self, was: str, tun: str) -> None:
        super().__init__(was)
        self.was = was
        self.tun = tun

    def __reduce__(self) -> tuple[type["FgkError"], tuple[str, str]]:
        """Come whole out of another process, which sends what an exception was made with."""
        return type(self), (self.was, self.tun)


class NotYetError(FgkError):
    """What is asked for cannot exist on this day; in a run over everything that is no fault."""


class ChoiceError(FgkError):
    """What was said can mean several things. ``choices`` are what to type instead, each with what it means.

    The list stands behind ``kopf``, or where that says only that there is nothing, behind what to do.
    """

    def __init__(self, kopf: str, tun: str, choices: Mapping[str, str], *, hints: bool = False) -> None:
        lines = "".join(f"\n    {key}  {text}" for key, text in choices.items())
        super().__init__(kopf if hints else kopf + lines, tun + lines if hints else tun)
        self.kopf = kopf
        self.choices = choices

"""The one exception that means: this command cannot go on, and the user can do something about it."""


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

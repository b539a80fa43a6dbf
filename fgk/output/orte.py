"""Where a diagnostic is, as a platform calls it: the path from the top of the repository, with ``/``.

Finds the top by its ``.git`` alone and starts no git: most runs have no other use for it.
"""

import os
from collections.abc import Iterable
from pathlib import Path


class Orte:
    """Turns paths as the user would type them into paths inside the repository.

    ``staende`` are the revisions that stand before a path of a commit: ``HEAD~1:akten/stolberg/audit.yaml``.
    """

    def __init__(self, staende: Iterable[str] = ()) -> None:
        self._staende = tuple(f"{stand}:" for stand in staende)
        self._tops: dict[Path, Path | None] = {}

    def von(self, path: str) -> str:
        """Return the path from the top of its repository; what lies in none, from the current folder."""
        for stand in self._staende:
            if path.startswith(stand):
                return path.removeprefix(stand)
        full = Path(os.path.abspath(path))  # noqa: PTH100 - ".." is taken out, a link stays where git has it
        top = self._top(full.parent) or Path.cwd()
        try:
            return full.relative_to(top).as_posix()
        except ValueError:  # outside of everything: nothing shorter is true
            return full.as_posix()

    def _top(self, folder: Path) -> Path | None:
        if folder not in self._tops:
            is_top = os.path.lexists(folder / ".git")
            above = None if folder == folder.parent else folder.parent
            self._tops[folder] = folder if is_top else above and self._top(above)
        return self._tops[folder]

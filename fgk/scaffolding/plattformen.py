"""Which platforms a CI file is shipped for; alone, because a shell asks for it between two keys."""

from fgk import resources


def ci_plattformen() -> list[str]:
    """Return the platforms that a CI file is shipped for."""
    folder = resources.folder("templates") / "ci"
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []

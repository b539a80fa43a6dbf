"""The way in: ``fgk`` and ``python -m fgk``.

What is set here must be set before anything heavy is imported.
"""

import gc
import os
import sys


def main() -> None:
    """Run fgk and end the process with its exit code."""
    # A run is short and throws its data away Akte by Akte; the collector would only walk over it.
    gc.disable()
    # Nobody's plugin shall change how records are read, and looking for plugins costs time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from fgk.cli import main as run

    code = run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 1  # whoever read us has gone
    # All is written and closed. Taking a hundred thousand objects apart first costs more than a small Akte.
    os._exit(code)


if __name__ == "__main__":
    main()

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
    from fgk.ohne_plugins import ohne_plugins

    ohne_plugins()
    from fgk.cli import main as run
    from fgk.commands.common import CUT_OFF

    code = run()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # whoever read us has gone, or the stream was closed from outside
            code = code or CUT_OFF
    # All is written and closed. Taking a hundred thousand objects apart first costs more than a small Akte.
    os._exit(code)


if __name__ == "__main__":
    main()

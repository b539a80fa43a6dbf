"""``python -m fgk``."""

from fgk.cli import main

main()

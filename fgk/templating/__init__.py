"""Templates: Jinja that writes Markdown, in a sandbox, with German words for what is wrong in them."""

from fgk.templating.checks import Eigene
from fgk.templating.environment import UNSERE, Umgebung, environment, render
from fgk.templating.errors import EIGENE_DATEI

__all__ = ["EIGENE_DATEI", "UNSERE", "Eigene", "Umgebung", "environment", "render"]

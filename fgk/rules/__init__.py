"""The rules, one a file. To add one: write the file and list it here; everything else follows."""

from fgk.rules.massnahme_ohne_frist import massnahme_ohne_frist
from fgk.rules.registry import Rule
from fgk.rules.unbekannte_organisationseinheit import unbekannte_organisationseinheit

RULES: tuple[Rule, ...] = (
    massnahme_ohne_frist,
    unbekannte_organisationseinheit,
)

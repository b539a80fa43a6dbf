"""What makes a fault the same one in two reports, wherever it has moved to in its file.

GitLab stores faults by this and would overwrite one with another that has the same, so no two are alike.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from fgk.diagnostic import Diagnostic
from fgk.output.orte import Orte


def fingerabdruecke(diagnostics: Sequence[Diagnostic], orte: Orte) -> Iterator[str]:
    """Yield one for each diagnostic, in their order: of rule, file and sentence, and a number where these repeat."""
    gesehen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in diagnostics:
        worum = (diagnostic.code, orte.von(diagnostic.path), diagnostic.was)
        nummer = gesehen[worum]
        gesehen[worum] += 1
        text = "\0".join([*worum, str(nummer)])
        yield hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

"""The handbook lists every key that ``fgk status --format json`` writes, and every word it can say."""

import json
import re
from pathlib import Path
from typing import Any

from hilfen import BEISPIEL, WURZEL, Aufruf
from staende import kreis

from fgk.stand.fristen.frist import FRISTART, FRISTENSTAND
from fgk.stand.phasenstand import PHASENSTAND
from fgk.stand.zertifikatsstand import ZERTIFIKATSSTAND

SEITE = (WURZEL / "docs" / "handbuch" / "16-stand.md").read_text(encoding="utf-8")
TABELLE = SEITE[SEITE.index("| Schlüssel | Inhalt |") :]
GENANNT = set(re.findall(r"`([a-z_]+)`", TABELLE))


def schluessel(wert: Any) -> set[str]:
    """Return all keys of a document, without those that are words of the Akte (status and light)."""
    if isinstance(wert, list):
        return {name for teil in wert for name in schluessel(teil)}
    if not isinstance(wert, dict):
        return set()
    tiefer = {name: teil for name, teil in wert.items() if name not in {"status", "ampel", "wirkungen"}}
    return set(wert) | {name for teil in tiefer.values() for name in schluessel(teil)}


def test_every_key_is_in_the_handbook(aufruf: Aufruf, tmp_path: Path) -> None:
    for ordner, tag in ((BEISPIEL, "2019-12-31"), (kreis(tmp_path / "k"), "2023-12-01")):
        gelesen = json.loads(aufruf("status", ordner, "--stichtag", tag, "--format", "json").aus)
        assert schluessel(gelesen) - GENANNT == set()
        assert "fortlaufend" in schluessel(gelesen) or ordner != BEISPIEL


def test_every_word_is_in_the_handbook() -> None:
    worte = [*PHASENSTAND.worte, *FRISTENSTAND.worte, *ZERTIFIKATSSTAND.worte, *FRISTART]
    assert [wort for wort in worte if wort not in GENANNT] == []

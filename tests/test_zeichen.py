import sys
import time
import unicodedata
from pathlib import Path
from subprocess import run

import pytest
from fontTools.ttLib import TTFont

from fgk import resources
from fgk.zeichen import _GELAEUFIG, ersetze, fehlende_zeichen, ist_verdaechtig

SCHRIFTEN = resources.folder("templates") / "schriften"


def sections() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for line in (SCHRIFTEN / "abdeckung.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            first, last = (int(code, 16) for code in line.split("-"))
            current.update(range(first, last + 1))
    return found


def test_coverage_is_that_of_the_fonts() -> None:
    fonts = sorted(SCHRIFTEN.glob("*.otf"))
    assert len(fonts) == 4
    common = set.intersection(*(set(TTFont(path).getBestCmap()) for path in fonts))
    text = {
        code
        for code in common
        if unicodedata.category(chr(code))[0] != "C"
        and unicodedata.bidirectional(chr(code)) not in {"R", "AL", "AN"}
    }
    assert sections()["eigene"] == text


def test_what_is_taken_for_common_needs_no_close_look() -> None:
    assert {ord(sign) for sign in _GELAEUFIG} <= sections()["eigene"] | {0xA0}
    assert not any(map(unicodedata.combining, _GELAEUFIG))
    assert fehlende_zeichen("".join(sorted(_GELAEUFIG))) == set()


@pytest.mark.parametrize(
    ("text", "verdaechtig"),
    [("„Größe“ – 5 € …", False), ("Łódź", False), ("a\u0308", True), ("😀", True), ("\u202e", True)],
)
def test_only_what_may_be_missing_is_suspicious(text: str, verdaechtig: bool) -> None:
    assert ist_verdaechtig(text.encode()) is verdaechtig


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Größe, Ćirić, Łódź, Đorđević, ẞ, Ƈ, Ǟ – „€“ … → ○▷✓◐‖↔✗", ""),
        ("L̥̄ C̨̆ S̛̄ K͟h Ạ̈ ā̈ ʺ", ""),
        ("\tZeile\r\nnoch eine\u2028und\u00adso\ufeff\u200b\x07", ""),
        ("Prima 😀", "😀"),
        ("שלום", "שלום"),
        ("漢\ue000", "漢\ue000"),
        ("नि", "नि"),
        ("a\u093f", "\u093f"),
        ("⏸\ufe0f", "⏸"),
    ],
)
def test_missing(text: str, missing: str) -> None:
    assert fehlende_zeichen(text) == set(missing)


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("a\u0308", "ä"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffa\x07\u202eb", "ab"),
        ("Tren\u00adnung", "Tren\u00adnung"),
        ("😀 שלום", "□ □□□□"),
        ("a\u093f", "a□"),
        ("ʺ", "″"),
    ],
)
def test_replace(text: str, replaced: str) -> None:
    assert ersetze(text) == replaced
    assert ersetze(replaced) == replaced


def test_is_light_and_fast() -> None:
    code = "import sys, fgk.zeichen; print(sorted({'typst', 'jinja2', 'markdown_it'} & set(sys.modules)))"
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"
    start = time.process_time()
    for _ in range(10_000):
        fehlende_zeichen("Ausbau der Randzeitenbetreuung in drei Kindertageseinrichtungen")
    assert time.process_time() - start < 5

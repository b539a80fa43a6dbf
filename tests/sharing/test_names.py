"""Names that every machine takes."""

import pytest

from fgk.sharing.belongs import why_left_out
from fgk.sharing.names import colliding, why_bad


@pytest.mark.parametrize(
    "path",
    [
        "audit.yaml",
        "massnahmen/M-1.1.1.yaml",
        "bilder/Größe.png",
        "console.txt",
        "com.txt",
        "nullen/x",
        "a b/c d.txt",
        "com10.txt",
    ],
)
def test_a_good_name(path: str) -> None:
    assert why_bad(path) is None


@pytest.mark.parametrize(
    "path",
    ["", "/a", "a/", "a//b", "../a", "a/..", ".", "nul", "NUL.txt", "LPT9", "com¹", "a|b", 'a"b', "a\x00b", "a\nb",
     "a\x9bb", "a.", " a", "\u200ba", "a\ufeff"],
)  # fmt: skip
def test_a_bad_name(path: str) -> None:
    assert why_bad(path)


@pytest.mark.parametrize(
    ("paths", "both"),
    [
        (["a", "b", "c/a"], None),
        (["a/b", "A/c"], None),
        (["a", "A"], ("a", "A")),
        (["x/ä", "x/a\u0308"], ("x/ä", "x/a\u0308")),
        (["a/b", "a"], ("a", "a/b")),
        (["A/b/c", "a/B"], ("a/B", "A/b/c")),
    ],
)
def test_names_that_collide(paths: list[str], both: tuple[str, str] | None) -> None:
    assert colliding(paths) == both


@pytest.mark.parametrize(
    "path",
    [
        "audit.yaml",
        "LIESMICH.md",
        "vorlagen/logo.svg",
        "Erhebung 2024.xlsx",
        ".gitattributes",
        "namen.md",
        "schluessel.yaml",
    ],
)
def test_what_belongs_to_an_akte(path: str) -> None:
    assert why_left_out(path) is None


@pytest.mark.parametrize(
    "path", ["ausgabe/a.pdf", "x/ausgabe/a", ".fgk/austausch/x", "~$a.docx", "a/.~lock.b.odt#", "Thumbs.db"]
)
def test_what_nobody_misses(path: str) -> None:
    assert why_left_out(path) == ""


@pytest.mark.parametrize(
    "path", ["namen.yaml", "x/Personen.yml", "id_rsa", ".env.local", "Passwörter.txt", "x.FGK.ZIP"]
)
def test_what_is_left_out_and_said(path: str) -> None:
    assert why_left_out(path)

"""A new key at the end, and every other byte as it was."""

import pytest

from fgk.editing.append import append_key
from fgk.errors import FgkError
from fgk.reading.reader import read_yaml

NEU = {"profil": "fgk1", "felder": {"ziel": ["titel"]}}
BLOCK = b"festlegung:\n  profil: fgk1\n  felder:\n    ziel: [titel]\n"


@pytest.mark.parametrize(
    ("raw", "dazu"),
    [
        (b"kennung: B-1\n", BLOCK),
        (b"kennung: B-1", b"\n" + BLOCK),
        (b"kennung: B-1\r\ntitel: x\r\n", BLOCK.replace(b"\n", b"\r\n")),
        (b"kennung: B-1\r\ntitel: x", b"\r\n" + BLOCK.replace(b"\n", b"\r\n")),
        (b"\xef\xbb\xbfkennung: B-1\n", BLOCK),
        (b"# Kopf\nkennung: B-1  # Grund\n# Ende\n\n\n", BLOCK),
        (b"kennung: B-1\ntext: |\n  Zeile\n\n", BLOCK),
        (b"kennung: B-1\ntext: |+\n  Zeile\n\n", BLOCK),
        (b"kennung: B-1\ntext: >-\n  Zeile", b"\n" + BLOCK),
        (b"kennung: B-1\ntext: |\n  Zeile", b"\n" + BLOCK),
        (b"kennung: B-1\nliste:\n- a\n- b\n", BLOCK),
        (
            b"  kennung: B-1\n  titel: x\n",
            b"  festlegung:\n    profil: fgk1\n    felder:\n      ziel: [titel]\n",
        ),
        (b"kennung: B-1\rtitel: x\r", BLOCK.replace(b"\n", b"\r")),
        (b"---\nkennung: B-1\n", BLOCK),
        (b"kennung: B-1\nleer:\n", BLOCK),
        ("kennung: B-1\ntitel: Ma\u0308rz\n".encode(), BLOCK),
    ],
    ids=[
        "plain", "no end", "crlf", "crlf no end", "bom", "comments", "literal", "keep", "folded no end",
        "literal no end", "flat list", "indented", "cr", "document start", "empty value", "nfd",
    ],
)  # fmt: skip
def test_only_the_key_is_new(raw: bytes, dazu: bytes) -> None:
    before = read_yaml(raw)
    assert before.is_readable
    after = append_key(raw, "festlegung", NEU)
    assert after == raw + dazu
    data = read_yaml(after).data
    assert data.pop("festlegung") == NEU
    assert {k: v.strip() if isinstance(v, str) else v for k, v in data.items()} == {
        k: v.strip() if isinstance(v, str) else v for k, v in before.data.items()
    }


@pytest.mark.parametrize(
    "raw",
    [
        b"{kennung: B-1, titel: x}\n",
        b"- a\n- b\n",
        b"",
        b"nur Text\n",
        b"kennung: B-1\nfestlegung: schon da\n",
        b"kennung: B-1\n...\n",
        b'kennung: "B-1\n',
        b"\xff\xfe",
    ],
)
def test_what_cannot_be_continued_is_refused_in_a_sentence(raw: bytes) -> None:
    with pytest.raises(FgkError, match="Die Datei lässt sich nicht ergänzen") as refused:
        append_key(raw, "festlegung", NEU)
    assert refused.value.tun.endswith(".")

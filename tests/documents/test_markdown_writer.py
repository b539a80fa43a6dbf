from dataclasses import replace

from fgk.documents.dokument import Dokument, Kopf
from fgk.documents.markdown_writer import write_markdown

ERWARTET = """\
# Zielvereinbarung

zur Erlangung des Zertifikats\\
Kupferstadt Stolberg (Rhld.)

**ENTWURF**

| Angabe | Inhalt |
| --- | --- |
| Verfahren | Audit Familiengerechte Kommune |
| Stand | 23. November 2026 |

> Enthält erfundene Musterdaten.

**Inhalt**

- [Präambel](#präambel)
  - [1.1 Ziel \\*A\\* & B](#11-ziel-a--b)
- [Präambel](#präambel-1)

## Präambel

Text.

### 1.1 Ziel \\*A\\* & B

#### Messkriterien

## Präambel
"""


def test_whole_document(kopf: Kopf) -> None:
    koerper = (
        "\n## Präambel\r\n\n\n\nText. \n\n### 1.1 Ziel \\*A\\* & B\n\n#### Messkriterien\n\n## Präambel\n\n"
    )
    assert write_markdown(Dokument(kopf, koerper)).decode() == ERWARTET


def test_without_what_is_empty(kopf: Kopf) -> None:
    leer = replace(kopf, untertitel="", angaben=(), hinweise=(), vermerk="")
    assert (
        write_markdown(Dokument(leer, "Text")).decode()
        == "# Zielvereinbarung\n\nKupferstadt Stolberg (Rhld.)\n\nText\n"
    )


def test_head_is_plain_text(kopf: Kopf) -> None:
    fremd = replace(
        kopf, ort="1. *Stadt* #", angaben=(("A|B", "eins\nzwei <br>"),), hinweise=("> nein\n# nein",)
    )
    text = write_markdown(Dokument(fremd, "")).decode()
    assert "1\\. \\*Stadt\\* \\#\n" in text
    assert "| A\\|B | eins<br>zwei \\<br> |\n" in text
    assert "> \\> nein # nein\n" in text

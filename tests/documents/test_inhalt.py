"""What Markdown of the profile says, before it has a format."""

from fgk.documents.inhalt import (
    Absatz,
    Hinweis,
    Lauf,
    Liste,
    Tabelle,
    Trenner,
    Ueberschrift,
    Unterschrift,
    Unterschriften,
    lies,
)


def test_every_kind_of_block() -> None:
    koerper = """\
## Titel

Ein *schräger* **fetter** [Verweis](https://a.de) [nach innen](#x)<br>zweite Zeile

3. drei
4. vier

> Hinweis

---

Tabelle: Zahlen

| A | B | C |
| --- | ---: | --- |
| x | y | 12 500 € |

```unterschriften
Ort|Stadt \\| Land|Amt
Ort|Verein
```
"""
    assert lies(koerper) == (
        Ueberschrift(1, (Lauf("Titel"),)),
        Absatz(
            (
                Lauf("Ein "),
                Lauf("schräger", kursiv=True),
                Lauf(" "),
                Lauf("fetter", fett=True),
                Lauf(" "),
                Lauf("Verweis", ziel="https://a.de"),
                Lauf(" nach innen\nzweite Zeile"),
            )
        ),
        Liste(
            ((Absatz((Lauf("drei"),)),), (Absatz((Lauf("vier"),)),)),
            ist_nummeriert=True,
            beginn=3,
            ist_eng=True,
        ),
        Hinweis((Absatz((Lauf("Hinweis"),)),)),
        Trenner(),
        Tabelle(
            (Lauf("Zahlen"),),
            ((Lauf("A"),), (Lauf("B"),), (Lauf("C"),)),
            (((Lauf("x"),), (Lauf("y"),), (Lauf("12 500 €"),)),),
            ("left", "right", "right"),
        ),
        Unterschriften(
            (
                Unterschrift((Lauf("Ort"),), (Lauf("Stadt | Land"),), (Lauf("Amt"),)),
                Unterschrift((Lauf("Ort"),), (Lauf("Verein"),), ()),
            )
        ),
    )


def test_levels_have_no_gap_and_empty_headings_are_none() -> None:
    bloecke = lies("#### A\n\n##\n\n##### B\n\n## C")
    assert [(block.ebene, block.zeile) for block in bloecke] == [  # type: ignore[union-attr]
        (1, (Lauf("A"),)),
        (2, (Lauf("B"),)),
        (1, (Lauf("C"),)),
    ]


def test_a_heading_inside_a_list_is_a_label_and_no_part_of_the_outline() -> None:
    [liste] = lies("- ## A\n- b")
    assert isinstance(liste, Liste)
    assert liste.eintraege[0] == (Absatz((Lauf("A", fett=True),), ist_etikett=True),)


def test_nothing_is_no_block() -> None:
    assert lies("") == ()


def test_a_caption_is_one_only_right_before_a_table() -> None:
    assert lies("Tabelle: x\n\nText\n\n| A |\n| --- |")[-1] == Tabelle((), ((Lauf("A"),),), (), ("left",))


def test_what_leads_to_a_list_stays_with_it() -> None:
    fuehrt, liste, frei = lies("Gemeint sind:\n\n- Kinder\n\nNicht gemeint sind:\n")
    assert (fuehrt.ist_etikett, frei.ist_etikett) == (True, False)
    assert isinstance(liste, Liste)


def test_a_column_without_a_number_is_none_of_numbers() -> None:
    (tabelle,) = lies("| A | B |\n| --- | --- |\n| – | 1 |\n| – | – |\n")
    assert tabelle.ausrichtung == ("left", "right")

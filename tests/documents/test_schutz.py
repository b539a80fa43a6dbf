import pytest

from fgk.documents.schutz import schuetze


@pytest.mark.parametrize(
    ("text", "geschuetzt"),
    [
        ("z. B. ein Kind", "z._B. ein Kind"),
        ("d. h., i. d. R. und e. V.", "d._h., i._d._R. und e._V."),
        ("57 684 und 1 234 567 €", "57_684 und 1_234_567~€"),
        ("im Jahr 2017 200 Kinder", "im Jahr 2017 200 Kinder"),
        ("25.000 €, 12,5 %, 9 Uhr, 3 km", "25.000~€, 12,5~%, 9~Uhr, 3~km"),
        ("3 mal, 4 Kinder", "3 mal, 4 Kinder"),
        ("25 Mio. €", "25~Mio.~€"),
        ("§ 8 Abs. 2 Nr. 3, S. 4", "§~8 Abs.~2 Nr.~3, S.~4"),
        ("am 24. August, 3. Mai", "am 24.~August, 3.~Mai"),
        ("am 24. August 2017, im August 2017", "am 24.~August~2017, im August 2017"),
        ("01.09.2024 bis 31.08.2026", "01.09.2024~bis 31.08.2026"),
        ("Dr. Müller", "Dr.~Müller"),
        ("Familie und Beruf. In Stolberg", "Familie und Beruf. In Stolberg"),
    ],
)
def test_protected_blanks(text: str, geschuetzt: str) -> None:
    assert schuetze(text).replace("\u202f", "_").replace("\u00a0", "~") == geschuetzt
    assert schuetze(schuetze(text)) == schuetze(text)

"""Rules over several annual reports: what counts is the last word that can be read."""

from hilfen import dateien_und_stellen, pruefe

M2 = "massnahmen/M-1.1.2.yaml"
ZWEITE = "kennung: M-1.1.2\nziel: Z-1.1\ntitel: Familienbericht\nfederfuehrung: OE-51\nende: 2026-06-30\n"
NACHWEIS = "    nachweise: [{bezeichnung: Niederschrift}]\n"


def bericht(jahre: str, *eintraege: str) -> dict[str, str]:
    """Return a report of one or two years; an entry is a Kennung, a status and further lines."""
    erstes, letztes = jahre[:4], jahre[-4:]
    text = f"kennung: J-{jahre}\nvon: {erstes}-01-01\nbis: {letztes}-12-31\nmassnahmen:\n"
    for eintrag in eintraege:
        kopf, _, rest = eintrag.partition("\n")
        kennung, status = kopf.split()
        text += f"  - massnahme: {kennung}\n    status: {status}\n{rest}"
    return {f"jahresberichte/{jahre}.yaml": text}


def geprueft(akte, dateien: dict[str, str]) -> list[tuple[str, str, int, int]]:
    ordner = akte(dateien)
    return dateien_und_stellen(ordner, pruefe(ordner))


ENTFALLEN = "M-1.1.1 entfallen\n    begruendung: Kein Bedarf.\n"
UMGESETZT = f"M-1.1.1 umgesetzt\n{NACHWEIS}"


def test_a_dropped_measure_may_be_missing_from_later_reports_only(akte) -> None:
    spaeter = bericht("2024", ENTFALLEN) | bericht("2025-2026", "M-1.1.2 geplant") | {M2: ZWEITE}
    assert geprueft(akte, spaeter) == [("jahresberichte/2024.yaml", "FGK216", 4, 1)]


def test_a_measure_missing_before_it_was_dropped_is_reported(akte) -> None:
    dateien = (
        bericht("2023", "M-1.1.2 geplant") | bericht("2024", ENTFALLEN, "M-1.1.2 geplant") | {M2: ZWEITE}
    )
    assert geprueft(akte, dateien) == [("jahresberichte/2023.yaml", "FGK216", 4, 1)]


def test_nothing_is_missing_for_certain_after_a_report_that_cannot_be_read(akte) -> None:
    kaputt = {"jahresberichte/2023.yaml": "kennung: J-2023\nvon: 2023-01-01\nbis: 2023-12-31\n"}
    dateien = kaputt | bericht("2024", "M-1.1.2 geplant") | {M2: ZWEITE}
    assert geprueft(akte, dateien) == [("jahresberichte/2023.yaml", "FGK011", 1, 1)]


def test_a_faulty_measure_is_not_asked_for(akte) -> None:
    dateien = bericht("2024", "M-1.1.1 geplant") | {M2: ZWEITE + "prioritaet: dringend\n"}
    assert geprueft(akte, dateien) == [("massnahmen/M-1.1.2.yaml", "FGK013", 6, 13)]


def test_an_added_measure_is_asked_for_once_it_has_certainly_begun(akte) -> None:
    def mit(beginn: str) -> list[tuple[str, str, int, int]]:
        ergaenzt = ZWEITE + f"herkunft: ergaenzt\nbeginn: {beginn}\n"
        return geprueft(akte, bericht("2024", "M-1.1.1 geplant") | {M2: ergaenzt})

    assert mit("2025-01-01") == []
    assert mit('"2024"') == []
    assert mit('"2024-06"') == [("jahresberichte/2024.yaml", "FGK216", 4, 1)]


def test_all_missing_measures_are_named_in_one_message(akte) -> None:
    ordner = akte(
        bericht("2024")
        | {
            M2: ZWEITE,
            "jahresberichte/2024.yaml": bericht("2024")["jahresberichte/2024.yaml"].replace(
                "massnahmen:", "massnahmen: []"
            ),
        }
    )
    (meldung,) = pruefe(ordner)
    assert meldung.was == (
        "Im Jahresbericht 2024 fehlen die Maßnahmen M-1.1.1 „Steuerungsgruppe einrichten“ und M-1.1.2 „Familienbericht“."
    )


def test_two_years_may_be_one_report(akte) -> None:
    assert (
        geprueft(akte, bericht("2024", "M-1.1.1 geplant") | bericht("2025-2026", "M-1.1.1 in_umsetzung"))
        == []
    )


def test_a_merged_report_overlaps_the_report_of_its_second_year(akte) -> None:
    dateien = bericht("2024-2025", "M-1.1.1 geplant") | bericht("2025", "M-1.1.1 in_umsetzung")
    assert geprueft(akte, dateien) == [("jahresberichte/2025.yaml", "FGK304", 2, 6)]


def test_a_first_report_may_begin_in_the_autumn_before(akte) -> None:
    def ab(von: str) -> list[tuple[str, str, int, int]]:
        text = bericht("2024", "M-1.1.1 geplant")["jahresberichte/2024.yaml"]
        return geprueft(akte, {"jahresberichte/2024.yaml": text.replace("von: 2024-01-01", f"von: {von}")})

    assert ab("2023-10-01") == []
    assert ab("2023-06-30") == [("jahresberichte/2024.yaml", "FGK305", 2, 6)]


def test_a_status_is_compared_with_the_last_report_that_names_the_measure(akte) -> None:
    dateien = bericht("2024", UMGESETZT) | bericht("2026", "M-1.1.1 in_umsetzung")
    assert geprueft(akte, dateien) == [("jahresberichte/2026.yaml", "FGK306", 6, 13)]


def test_a_step_back_that_was_explained_is_not_reported_again(akte) -> None:
    dateien = (
        bericht("2024", UMGESETZT)
        | bericht("2025", "M-1.1.1 in_umsetzung\n    abweichung: Neu begonnen.\n")
        | bericht("2026", "M-1.1.1 in_umsetzung")
    )
    assert geprueft(akte, dateien) == []


def test_a_step_back_over_three_reports_is_reported_where_it_happens(akte) -> None:
    dateien = bericht("2024", UMGESETZT) | bericht("2025", UMGESETZT) | bericht("2026", "M-1.1.1 geplant")
    assert geprueft(akte, dateien) == [("jahresberichte/2026.yaml", "FGK306", 6, 13)]


def test_a_dropped_measure_that_comes_back_is_explained(akte) -> None:
    dateien = bericht("2024", ENTFALLEN) | bericht("2025", "M-1.1.1 geplant")
    assert geprueft(akte, dateien) == [("jahresberichte/2025.yaml", "FGK306", 6, 13)]


def test_a_faulty_report_in_between_may_have_explained_it(akte) -> None:
    kaputt = {"jahresberichte/2025.yaml": "kennung: J-2025\nvon: 2025-01-01\nbis: 2025-12-31\n"}
    dateien = bericht("2024", UMGESETZT) | kaputt | bericht("2026", "M-1.1.1 in_umsetzung")
    assert geprueft(akte, dateien) == [("jahresberichte/2025.yaml", "FGK011", 1, 1)]


def test_a_missing_reason_is_reported_once(akte) -> None:
    dateien = bericht("2024", UMGESETZT) | bericht("2025", "M-1.1.1 ruht")
    assert geprueft(akte, dateien) == [("jahresberichte/2025.yaml", "FGK114", 6, 13)]


def test_evidence_of_an_earlier_report_counts(akte) -> None:
    assert geprueft(akte, bericht("2024", UMGESETZT) | bericht("2025", "M-1.1.1 umgesetzt")) == []


def test_what_runs_without_end_may_run_in_full(akte) -> None:
    laufend = (
        "kennung: M-1.1.2\nziel: Z-1.1\ntitel: Elterncafé\nfederfuehrung: OE-51\nist_fortlaufend: true\n"
    )
    voll = "in_umsetzung\n    fortschritt: 100\n"
    dateien = bericht("2024", f"M-1.1.1 {voll}", f"M-1.1.2 {voll}") | {M2: laufend}
    assert geprueft(akte, dateien) == [("jahresberichte/2024.yaml", "FGK119", 7, 18)]


def test_successors_belong_to_replaced_measures_only(akte) -> None:
    falsch = "M-1.1.1 entfallen\n    begruendung: Kein Bedarf.\n    nachfolger: [M-1.1.2]\n"
    dateien = bericht("2024", falsch, "M-1.1.2 geplant") | {M2: ZWEITE}
    assert geprueft(akte, dateien) == [("jahresberichte/2024.yaml", "FGK115", 8, 5)]


def test_a_measure_does_not_replace_itself(akte) -> None:
    falsch = "M-1.1.1 ersetzt\n    begruendung: Neuer Zuschnitt.\n    nachfolger: [M-1.1.1]\n"
    assert geprueft(akte, bericht("2024", falsch)) == [("jahresberichte/2024.yaml", "FGK115", 8, 18)]

"""Papers for every kind of decision: what they say of their own accord, and what they ask for."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from beschluesse import LEITUNG, M2, J, beschluss
from beschluesse import PAPIER as DATEIEN
from hilfen import BEISPIEL, MINIMAL, Aufruf, ablage, lege_ab

from fgk.documents import Auftrag, erzeuge
from fgk.documents.fehlend import LackingError
from fgk.documents.vorlagen.gremium import mit_artikel
from fgk.errors import FgkError, NotYetError
from fgk.loading.load import load_akte
from fgk.sources import FolderSource

Anlegen = Callable[..., Path]
TAG = date(2024, 1, 31)
DATEI = "beschluesse/B-2024-01.yaml"
VERTRAG = """\
kennung: V-2024
partner: Familiengerechte Kommune e. V.
kostenbeitrag:
  brutto: 21000
  raten:
    - betrag: "10500.50"
      faellig_am: 2024-06-30
    - betrag: "10499.50"
leistungen:
  - Begleitung durch eine Auditorin
"""


def karg(
    art: str, gremium: str = "Rat", tag: str | None = "2024-02-15", *, rolle: str = "entscheidung"
) -> str:
    """Return a decision that says nothing but its kind and its body."""
    datum = f"    datum: {tag}\n" if tag else ""
    kopf = f"kennung: B-2024-01\ntitel: Vorlage\nart: {art}\n"
    return f"{kopf}beratungen:\n  - gremium: {gremium}\n{datum}    rolle: {rolle}\n"


def papier(
    ordner: Path,
    kennung: str | None = "B-2024-01",
    *,
    name: str = "beschlussvorlage",
    entwurf: bool = False,
    tag: date = TAG,
    workspace: Path | None = None,
) -> str:
    akte, _ = load_akte(FolderSource(ordner), als_entwurf=entwurf)
    umgebung = FolderSource(workspace) if workspace else None
    auftrag = Auftrag(name, kennung, ["md"])
    inhalt = erzeuge(akte, auftrag, tag, ist_entwurf=entwurf, workspace=umgebung)
    [(datei, daten)] = inhalt.items()
    assert datei.startswith("beschlussvorlage-B-")
    return daten.decode()


def aus(akte: Anlegen, dateien: Mapping[str, str | None], **wie: object) -> str:
    return papier(akte(DATEIEN | dict(dateien)), **wie)  # type: ignore[arg-type]


def test_to_take_part_the_procedure_the_promises_and_the_contribution_are_told(akte: Anlegen) -> None:
    text = aus(akte, {DATEI: karg("teilnahme"), "vertrag.yaml": VERTRAG})
    for satz in (
        "1. Der Rat beschließt die Teilnahme am Audit Familiengerechte Kommune.",
        "3. Die Ziele und Maßnahmen werden dem Rat als Zielvereinbarung zum Beschluss vorgelegt.",
        "Untersucht werden sechs Handlungsfelder: „Steuerung, Vernetzung und Nachhaltigkeit“",
        "eine Zielvereinbarung mit Zielen und Maßnahmen für drei Jahre, über die der Rat entscheidet.",
        "| Beteiligung | ",
        "| 4 bis 6 Monate |",
        "Das Zertifikat wird üblicherweise nach etwa 12 Monaten erteilt.",
        "- das Beschlossene in drei Jahren umzusetzen und darüber jährlich zu berichten.",
        "Der Kostenbeitrag beträgt 21.000 € brutto.",
        "| 30.06.2024 | 10.500,50 € |",
        "| noch offen | 10.499,50 € |",
        "- Begleitung durch eine Auditorin",
        "Nach dem Beschluss schließt die Verwaltung den Vertrag mit dem Verein.",
        "## Anlagen\n\nKeine.",
    ):
        assert satz in text, satz
    assert "Diese Vorlage trägt kein Prüfzeichen: Sie legt noch keine Ziele" in text
    assert "Entscheidung zur Teilnahme |" not in text, "that phase is this decision"


def test_before_there_is_a_contract_the_tariff_says_what_it_costs(akte: Anlegen) -> None:
    zahl = "  einwohner:\n    anzahl: 15000\n    stichtag: 2023-12-31\n"
    kopf = LEITUNG.replace('  ags: "05999001"\n', f'  ags: "05999001"\n{zahl}')
    tarif = (
        "bezeichnung: Tarif\nquelle:\n  titel: Schreiben des Vereins\nklassen:\n  - bezeichnung: bis 20 000\n"
        "    einwohner_bis: 20000\n    brutto: 10701\n"
    )
    dateien = {"audit.yaml": kopf, "tarif.yaml": tarif, DATEI: karg("teilnahme")}
    text = aus(akte, dateien)
    for satz in (
        "Für 15 000 Einwohner (31.12.2023) beträgt der Kostenbeitrag 10.701 € brutto",
        "700,07 € Mehrwertsteuer (7 %)",
        "Quelle: Schreiben des Vereins. Der Betrag ist noch nicht bestätigt.",
        "| 1. Jahr | 5.350,50 € |\n| 2. Jahr | 5.350,50 € |",
    ):
        assert satz in text, satz
    with pytest.raises(LackingError, match="eine Angabe"):
        aus(akte, dateien | {"tarif.yaml": tarif.replace("20000", "2000")})
    mit_vertrag = aus(akte, dateien | {"vertrag.yaml": VERTRAG})
    assert "10.701" not in mit_vertrag, "the contract counts"


def test_in_a_quartier_nobody_speaks_of_the_administration_or_of_a_council(akte: Anlegen) -> None:
    ort = '  art: quartier\n  name: Talachse\n  ags: "05999001"\n'
    kopf = LEITUNG.replace("familiengerechte-kommune", "generationengerechtes-wohnen").replace(
        "fgk-2013", "agwiq-pilot"
    )
    kopf = kopf[: kopf.index("  art:")] + ort + kopf[kopf.index("verfahren:") :]
    papiere = {"audit.yaml": kopf, DATEI: karg("teilnahme", "Aufsichtsrat"), "vertrag.yaml": VERTRAG}
    text = aus(akte, papiere)
    for satz in (
        "2. Die Projektleitung wird beauftragt, den Vertrag",
        "Untersucht werden vier Handlungsfelder",
        "ein Quartierskonzept mit Zielen und Maßnahmen für drei Jahre.",
        "die Menschen im Quartier zu beteiligen",
        "Nach dem Beschluss wird der Vertrag mit dem Verein geschlossen. Dann",
    ):
        assert satz in text, satz
    assert "Verwaltung" not in text
    assert "zum Beschluss vorgelegt" not in text


def test_a_kreis_names_its_members(akte: Anlegen) -> None:
    kopf = LEITUNG.replace("familiengerechte-kommune", "familiengerechter-kreis") + (
        'mitglieder:\n  - name: Łaba\n    ags: "05999001"\n  - name: Șiria\n    ags: "05999002"\n'
    )
    text = aus(akte, {"audit.yaml": kopf, DATEI: karg("teilnahme", "Kreistag"), "vertrag.yaml": VERTRAG})
    assert "Mit dem Kreis nehmen zwei Gemeinden teil: Łaba und Șiria." in text


def test_planned_steps_are_the_next_ones(akte: Anlegen) -> None:
    termine = "termine:\n" + "".join(
        f"  - schritt: {schritt}\n    geplant_am: {tag}\n"
        for schritt, tag in (
            ("strategieworkshop", "2024-09-03"),
            ("auftakt", '"2024-05"'),
            ("vertrag", "2023-01-01"),
        )
    )
    text = aus(akte, {"audit.yaml": LEITUNG + termine, DATEI: karg("teilnahme"), "vertrag.yaml": VERTRAG})
    assert "- Auftakt: Mai 2024\n- Strategieworkshop: 03.09.2024\n" in text
    assert "schließt die Verwaltung" not in text


def test_what_the_file_says_comes_first(akte: Anlegen) -> None:
    eigen = karg("teilnahme") + (
        "vorlage:\n  federfuehrung: OE-10\n  sachverhalt: Eigene Worte.\n  anlagen: [Vertragsentwurf]\n"
        "beschlussvorschlag: Wir machen mit.\nfinanzen:\n  text: Im Haushalt enthalten.\n"
    )
    text = aus(akte, {DATEI: eigen})
    for satz in (
        "Eigene Worte.",
        "Wir machen mit.",
        "Im Haushalt enthalten.",
        "1. Vertragsentwurf",
        "| Hauptamt |",
    ):
        assert satz in text
    for abgeleitet in ("Untersucht werden", "zugesagt", "Nächste Schritte", "beschließt die Teilnahme"):
        assert abgeleitet not in text
    assert "nicht angegeben" not in text, "a table of nothing says nothing"


def test_the_words_for_the_body_come_from_the_akte_else_from_the_verfahren(akte: Anlegen) -> None:
    versammlung = karg("teilnahme", "Stadtverordnetenversammlung")
    text = aus(akte, {DATEI: versammlung, "vertrag.yaml": VERTRAG})
    assert "1. Die Stadtverordnetenversammlung beschließt die Teilnahme" in text
    assert "werden der Stadtverordnetenversammlung als" in text
    kreis = LEITUNG.replace("familiengerechte-kommune", "familiengerechter-kreis")
    nur_beraten = karg("teilnahme", "Ausschuss", rolle="empfehlung")
    text = aus(akte, {"audit.yaml": kreis, DATEI: nur_beraten}, entwurf=True)
    assert "1. Der Kreistag beschließt die Teilnahme am Audit Familiengerechter Kreis." in text


@pytest.mark.parametrize(
    ("name", "wer", "wem", "wessen"),
    [
        ("Rat", "Der Rat", "dem Rat", "des Rats"),
        ("Rat der Stadt", "Der Rat der Stadt", "dem Rat der Stadt", "des Rats der Stadt"),
        ("Kreistag", "Der Kreistag", "dem Kreistag", "des Kreistags"),
        (
            "Haupt- und Finanzausschuss", "Der Haupt- und Finanzausschuss", "dem Haupt- und Finanzausschuss",
            "des Haupt- und Finanzausschusses",
        ),
        (
            "Bezirksverordnetenversammlung", "Die Bezirksverordnetenversammlung", "der Bezirksverordnetenversammlung",
            "der Bezirksverordnetenversammlung",
        ),
        (
            "Ausschuss für Jugend, Familie und Bildung", "Der Ausschuss für Jugend, Familie und Bildung",
            "dem Ausschuss für Jugend, Familie und Bildung", "des Ausschusses für Jugend, Familie und Bildung",
        ),
        ("Bezirksamt", "Das Bezirksamt", "dem Bezirksamt", "des Bezirksamts"),
        ("Quartierskonzept", "Das Quartierskonzept", "dem Quartierskonzept", "des Quartierskonzepts"),
    ],
)  # fmt: skip
def test_bodies_and_documents_get_their_article(name: str, wer: str, wem: str, wessen: str) -> None:
    benannt = mit_artikel(name)
    assert (benannt.wer, benannt.wem, benannt.wessen) == (wer, wem, wessen)


def test_a_report_is_taken_note_of_by_a_mitteilungsvorlage(akte: Anlegen) -> None:
    bericht = karg("jahresbericht", rolle="kenntnisnahme") + (
        "beschlusspunkte:\n  - nummer: 1\n    text: Kenntnisnahme.\n    betrifft:\n      - kennung: J-2024\n"
        "beschlussvorschlag:\n"
    )
    text = aus(akte, {DATEI: bericht.replace("beschlusspunkte", "beschlusspunkte")})
    assert text.startswith("# Mitteilungsvorlage\n")
    for satz in (
        "Mit dem Jahresbericht 2024 berichtet die Verwaltung über die Umsetzung der Zielvereinbarung",
        "| umgesetzt | 1 |\n| in Umsetzung | 1 |\n| **Zusammen** | **2** |",
        "Die Kenntnisnahme selbst hat keine finanziellen Auswirkungen.",
        "1. Jahresbericht 2024",
        "der zur Kenntnis gegeben wird: Jahresbericht J-2024.",
    ):
        assert satz in text, satz


def test_a_report_that_names_its_decision_is_found_too(akte: Anlegen) -> None:
    bericht = J + "beschluss: B-2024-01\nzusammenfassung: Es geht voran.\n"
    dateien = {"jahresberichte/2024.yaml": bericht, DATEI: karg("jahresbericht", rolle="kenntnisnahme")}
    text = aus(akte, dateien)
    assert "Der Rat nimmt den Jahresbericht 2024 zur Kenntnis." in text
    assert "Es geht voran." in text


def test_an_agreement_tells_how_it_came_about_and_what_it_costs(akte: Anlegen) -> None:
    teilnahme = beschluss(kennung="B-2023-01", art="teilnahme").replace("2024-02-15", "2023-02-15")
    schritte = "termine:\n  - schritt: strategieworkshop\n    datum: 2023-11-06\n  - schritt: verleihung\n    datum: 2024-01-01\n"
    dateien = {
        "audit.yaml": LEITUNG + schritte,
        "beschluesse/B-2023-01.yaml": teilnahme,
        "massnahmen/M-1.1.2.yaml": M2 + 'kosten:\n  einmalig: "1000.50"\n  ist_haushaltsvorbehalt: true\n',
    }
    text = aus(akte, dateien)
    for satz in (
        "teil (Beschluss vom 15.02.2023, Rat). Die Zielvereinbarung ist das Ergebnis dieser Schritte:",
        "- Strategieworkshop (06.11.2023)\n\n",
        "nennen zusammen 1.000,50 € einmalige und 0 € jährliche Kosten. Beziffert ist 1 von 2 Maßnahmen.",
        "Eine Maßnahme steht unter Haushaltsvorbehalt.",
    ):
        assert satz in text, satz
    assert "Verleihung" not in text


def geaendert(akte: Anlegen, aufruf: Aufruf, *, mit_git: bool, mehr: str = "") -> str:
    """Return the paper for an amendment of what was decided and then changed."""
    ordner = akte(DATEIEN)
    assert aufruf("decide", "B-2024-01", ordner).code == 0
    if mit_git:
        ablage(ordner)
    (ordner / "massnahmen/M-1.1.2.yaml").write_text(
        M2.replace("2025-06-30", "2026-06-30"), encoding="utf-8", newline="\n"
    )
    aenderung = karg("aenderung", tag="2024-09-01").replace("B-2024-01", "B-2024-02") + (
        "beschlusspunkte:\n  - nummer: 1\n    text: Die Frist wird verlängert.\n    betrifft:\n      - kennung: M-1.1.2\n"
        "      - kennung: M-1.1.3\n      - kennung: M-1.1.1\naendert: [B-2024-01]\nfinanzen:\n  text: Keine.\n"
    )
    (ordner / "beschluesse/B-2024-02.yaml").write_text(aenderung + mehr, encoding="utf-8", newline="\n")
    if mit_git:
        lege_ab(ordner, "Frist")
    return papier(ordner, "B-2024-02", tag=date(2024, 8, 1))


def test_an_amendment_sets_old_and_new_side_by_side_where_git_knows_the_old(
    akte: Anlegen, aufruf: Aufruf
) -> None:
    text = geaendert(akte, aufruf, mit_git=True)
    neu = "30.06.2026<br>(Frist um 12 Monate verschoben)"
    assert f"| Maßnahme M-1.1.2 Familienbericht vorlegen | Ende | 30.06.2025 | {neu} |" in text
    assert "| Maßnahme M-1.1.3 Telefonkette | neu | – | " in text
    assert "M-1.1.1 Steuerungsgruppe" not in text, "it is as it was decided"
    assert (
        "Geändert werden soll, was mit „Zielvereinbarung“ beschlossen wurde (Rat, 15.02.2024; B-2024-01)."
        in text
    )
    assert "### Inhalt der Zielvereinbarung" not in text


def test_without_git_an_amendment_asks_what_changes(akte: Anlegen, aufruf: Aufruf) -> None:
    with pytest.raises(LackingError) as error:
        geaendert(akte, aufruf, mit_git=False)
    [fehlend] = error.value.fehlend
    assert (fehlend.schluessel, fehlend.was.partition(";")[0]) == ("vorlage.sachverhalt", "was sich ändert")


def test_with_a_sachverhalt_of_its_own_it_shows_in_short_what_is_to_be(akte: Anlegen, aufruf: Aufruf) -> None:
    text = geaendert(akte, aufruf, mit_git=False, mehr="vorlage:\n  sachverhalt: Ein Jahr mehr Zeit.\n")
    assert "Ein Jahr mehr Zeit." in text
    neu = "Federführung: Jugendamt<br>Ende: 30.06.2026 |"
    assert f"M-1.1.2 Familienbericht vorlegen | geändert | wie bisher beschlossen | {neu}" in text


def test_a_bilanz_counts_what_became_of_the_measures_and_leads_on(akte: Anlegen) -> None:
    bilanz = karg("bilanz", tag="2027-01-20") + "finanzen:\n  text: Im Haushalt.\n"
    text = aus(akte, {DATEI: bilanz, "vertrag.yaml": VERTRAG}, tag=date(2027, 1, 1))
    for satz in (
        "1. Der Rat nimmt die Bilanz der bisherigen Umsetzung zur Kenntnis.\n2. Der Rat beschließt, das Audit",
        "fortzusetzen (Bilanzierungs-Audit).\n3. Die Verwaltung wird beauftragt",
        "Die Laufzeit der Zielvereinbarung endet am 28. Februar 2027.",
        "Über die Umsetzung wurde im Jahresbericht 2024 berichtet.",
        "| umgesetzt | 1 |",
        "Es folgt die Stufe „Bilanzierungs-Audit“. Sie führt zum Aufbauzertifikat.",
    ):
        assert satz in text, satz
    assert "21.000" not in text, "that contract is about the audit that ends"


def test_the_bilanz_of_the_audit_before_is_found_in_the_workspace(akte: Anlegen, tmp_path: Path) -> None:
    alt = akte(DATEIEN)
    alt.rename(tmp_path / "alt")
    (tmp_path / "fgk.yaml").touch()
    kopf = LEITUNG.replace("musterstadt-2024", "musterstadt-2027").replace(
        "stufe: grund", "stufe: bilanzierung"
    )
    neu = akte(
        {
            "audit.yaml": kopf + "vorgaenger: A-musterstadt-2024\n",
            DATEI: karg("bilanz"),
            "vertrag.yaml": VERTRAG,
        }
    )
    neu.rename(tmp_path / "neu")
    spaeter = J.replace("2024", "2027")  # a Bilanz that came before it is of the audit before
    (tmp_path / "neu" / "jahresberichte").mkdir()
    (tmp_path / "neu" / "jahresberichte" / "2027.yaml").write_text(spaeter, encoding="utf-8")
    text = papier(tmp_path / "neu", tag=date(2028, 1, 1))
    assert "Über die Umsetzung wurde im Jahresbericht 2024 berichtet." in text
    assert "| umgesetzt | 1 |" in text
    assert "fortzusetzen (Bilanzierungs-Audit)." in text
    assert "21.000 € brutto" in text


@pytest.mark.parametrize(
    ("dateien", "erwartet"),
    [
        (
            {DATEI: karg("teilnahme", tag=None)},
            {
                ("beratungen[0].datum", "der Tag der Sitzung (Rat)"),
                ("finanzen", "die finanziellen Auswirkungen"),
            },
        ),
        (
            {DATEI: karg("zielvereinbarung"), "audit.yaml": None},
            {("vorlage.federfuehrung", "die federführende Stelle")}
            | {("beschlusspunkte.betrifft", "die Zielvereinbarung, über die entschieden wird")},
        ),
        (
            {DATEI: karg("jahresbericht", rolle="anhoerung")},
            {("beratungen", "das Gremium, das entscheidet oder zur Kenntnis nimmt")}
            | {("beschlusspunkte.betrifft", "der Jahresbericht, der zur Kenntnis gegeben wird")},
        ),
        (
            {DATEI: karg("aenderung")},
            {("beschlusspunkte.betrifft", "die Ziele und Maßnahmen, die geändert werden")}
            | {("finanzen", "die finanziellen Auswirkungen")},
        ),
        (
            {DATEI: karg("sonstiges") + "finanzen:\n  text: Keine.\n"},
            {("beschlussvorschlag", "der Beschlussvorschlag"), ("vorlage.sachverhalt", "der Sachverhalt")},
        ),
    ],
    ids=["teilnahme", "zielvereinbarung", "jahresbericht", "aenderung", "sonstiges"],
)
def test_what_is_missing_is_one_list_with_file_and_key(
    akte: Anlegen, dateien: dict[str, str | None], erwartet: set[tuple[str, str]]
) -> None:
    ohne_amt = {"audit.yaml": (MINIMAL / "audit.yaml").read_text(encoding="utf-8")}
    dateien = dateien | (ohne_amt if dateien.get("audit.yaml", "") is None else {})
    with pytest.raises(LackingError) as error:
        aus(akte, dateien)
    assert {(f.schluessel, f.was) for f in error.value.fehlend} == erwartet
    assert {f.datei for f in error.value.fehlend} == {DATEI}
    text = aus(akte, dateien, entwurf=True)
    assert "## Was noch fehlt" in text
    for schluessel, _ in erwartet:
        assert schluessel.replace("[", "\\[").replace("]", "\\]") in text


def test_papers_are_called_as_they_are_called_here(akte: Anlegen, tmp_path: Path) -> None:
    namen = "bezeichnungen:\n  beschlussvorlage: Drucksache\n  mitteilungsvorlage: Informationsvorlage\n"
    ordner = akte(DATEIEN | {"gestaltung.yaml": namen})
    assert papier(ordner).startswith("# Drucksache\n")
    eigene = str(DATEIEN[DATEI]) + "vorlage:\n  bezeichnung: Sitzungsvorlage\n"
    (ordner / DATEI).write_text(eigene, encoding="utf-8")
    assert papier(ordner).startswith("# Sitzungsvorlage\n"), "what the decision says wins"
    bericht = beschluss("J-2024", art="jahresbericht", rolle="kenntnisnahme", ergebnis=None)
    (ordner / DATEI).write_text(bericht, encoding="utf-8")
    assert papier(ordner).startswith("# Informationsvorlage\n")
    (ordner / "gestaltung.yaml").unlink()
    arbeitsbereich = tmp_path / "bereich"
    arbeitsbereich.mkdir()
    (arbeitsbereich / "gestaltung.yaml").write_text(namen, encoding="utf-8")
    assert papier(ordner, workspace=arbeitsbereich).startswith("# Informationsvorlage\n")


def test_a_template_of_the_municipality_replaces_one_section(akte: Anlegen) -> None:
    eigene = {"vorlagen/vorlage_vorschlag.md.j2": "Wir bitten um Zustimmung.\n"}
    text = aus(akte, eigene | {DATEI: karg("teilnahme"), "vertrag.yaml": VERTRAG})
    assert "## Beschlussvorschlag\n\nWir bitten um Zustimmung.\n" in text


def test_the_other_word_finds_the_decision_that_takes_note(akte: Anlegen) -> None:
    bericht = beschluss(
        "J-2024", kennung="B-2025-01", art="jahresbericht", rolle="kenntnisnahme", ergebnis=None
    )
    ordner = akte(DATEIEN | {"beschluesse/B-2025-01.yaml": bericht})
    text = papier(ordner, None, name="mitteilungsvorlage", tag=date(2025, 1, 1))
    assert "| Beschluss in der Akte | B-2025-01 |" in text
    with pytest.raises(FgkError, match="Über B-2024-01 wird entschieden"):
        papier(ordner, "B-2024-01", name="mitteilungsvorlage")
    (ordner / "beschluesse/B-2025-01.yaml").unlink()
    with pytest.raises(NotYetError, match="noch keine Kenntnisnahme eines Jahresberichts"):
        papier(ordner, None, name="mitteilungsvorlage")


def test_all_papers_that_make_sense_are_made_with_all(aufruf: Aufruf, akte: Anlegen, tmp_path: Path) -> None:
    dateien = DATEIEN | {
        "beschluesse/B-2023-01.yaml": karg("teilnahme").replace("B-2024-01", "B-2023-01"),
        "beschluesse/B-2024-05.yaml": karg("sonstiges").replace("B-2024-01", "B-2024-05"),
        "vertrag.yaml": VERTRAG,
    }
    ziel = tmp_path / "aus"
    ergebnis = aufruf(
        "render", "--all", akte(dateien), "--format", "md", "--stichtag", "2024-06-30", "-o", ziel
    )
    gemacht = sorted(pfad.name for pfad in ziel.glob("*vorlage*"))
    assert gemacht == [f"beschlussvorlage-{k}_musterstadt-2024.md" for k in ("B-2023-01", "B-2024-01")], (
        ergebnis
    )


def test_every_paper_of_the_example_can_be_made() -> None:
    akte, _ = load_akte(FolderSource(BEISPIEL))
    from fgk.documents.beschlussvorlage import alle

    gemacht = {kennung: papier(BEISPIEL, kennung, tag=date(2021, 6, 30)) for kennung in alle(akte)}
    assert {"B-2016-01", "B-2017-01", "B-2019-01"} <= set(gemacht)
    assert not any("noch nicht eingetragen" in text for text in gemacht.values())


def test_an_amendment_nobody_fixed_tells_what_is_new_from_what_was_agreed() -> None:
    text = papier(BEISPIEL, kennung="B-2020-02", tag=date(2021, 6, 1))
    assert (
        "| Maßnahme M-3.1.3 Elternabende „Mein Kind kommt in die Schule“ (Muster) | Inhalt | schon vereinbart |"
        in text
    )
    assert "| Maßnahme M-3.1.4 Schulstart digital: Filme und Gesprächsabende (Muster) | neu | – |" in text


def test_once_it_is_decided_nothing_before_it_is_open() -> None:
    text = papier(BEISPIEL, kennung="B-2016-01", tag=date(2021, 6, 1))
    assert "| Haupt- und Finanzausschuss | 2016 | – | Empfehlung | nicht aktenkundig |" in text
    assert "| Entscheidung | beschlossen<br>Abstimmung nicht bekannt |" in text

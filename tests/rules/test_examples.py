"""The examples of every rule are its first test: what fires is marked, and what is recommended is clean."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hilfen import STICHTAG, dateien_und_stellen, lege_an

import fgk.rules
from fgk.checking import ALL, Selection, all_rules, check_akte
from fgk.diagnostic import RuleInfo
from fgk.loading.load import load_akte
from fgk.rules import RULES
from fgk.rules.kontext import Vergleichsstand
from fgk.rules.registry import Rule
from fgk.sources import FolderSource

INFOS = all_rules()
_MARK = re.compile(r"\s+#((?: FGK\d{3})+)\Z")
_DATEI = "# datei: "

Fund = tuple[str, int, str]


def _abschnitt(info: RuleInfo, titel: str) -> str:
    """Return the text under one heading of a rule's page."""
    parts = re.split(r"(?m)^## (.+)$", info.text)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(titel, "")


def _bloecke(info: RuleInfo, titel: str) -> list[str]:
    return re.findall(r"(?ms)^```yaml\n(.*?)^```$", _abschnitt(info, titel))


def _ohne_marken(block: str) -> tuple[dict[str, str], set[Fund]]:
    """Return the files of a block, and what its marks say will fire."""
    dateien: dict[str, str] = {}
    erwartet: set[Fund] = set()
    for pfad, zeilen in _dateien(block):
        sauber = []
        for nummer, zeile in enumerate(zeilen, start=1):
            mark = _MARK.search(zeile)
            erwartet |= {(pfad, nummer, code) for code in (mark[1].split() if mark else ())}
            sauber.append(zeile[: mark.start()] if mark else zeile)
        dateien[pfad] = "\n".join(sauber) + "\n"
    return dateien, erwartet


def _dateien(block: str) -> Iterator[tuple[str, list[str]]]:
    anfang, *teile = re.split(rf"(?m)^{_DATEI}", block)
    assert not anfang, "a block starts with the path of its file"
    for teil in teile:
        pfad, *zeilen = teil.splitlines()
        yield pfad.strip(), zeilen


def _fall(info: RuleInfo, block: str, ordner: Path) -> tuple[Path, set[Fund], Vergleichsstand | None]:
    """Return the Akte of an example, what will fire, and the base that it is held against.

    The block "Vorher" is the base; an example lies over it and shows only what is different. Its first line may say
    which file is gone, or which Kennung once was there.
    """
    vorher = _bloecke(info, "Vorher")
    kopf = re.match(r"# (gelöscht|entfallen): (\S+)\n", block)
    dateien, _ = _ohne_marken(vorher[0]) if vorher else ({}, set())
    neue, erwartet = _ohne_marken(block[kopf.end() :] if kopf else block)
    nachher = dateien | neue
    if kopf and kopf[1] == "gelöscht":
        del nachher[kopf[2]]
    basis = None
    if vorher or kopf:
        akte, _ = load_akte(FolderSource(lege_an(ordner / "vorher", dateien)))
        weg = frozenset({kopf[2]} if kopf and kopf[1] == "entfallen" else ())
        basis = Vergleichsstand(akte, lambda: weg)
    return lege_an(ordner / "akte", nachher), erwartet, basis


#: they ask for what a phase needs as a whole; the examples of all other rules show only a part of an Akte
_TORE = ("FGK315", "FGK316")


def _auswahl(info: RuleInfo) -> Selection:
    return ALL if info.code in _TORE else Selection(ignore=_TORE)


def _funde(ordner: Path, basis: Vergleichsstand | None = None, auswahl: Selection = ALL) -> set[Fund]:
    meldungen = check_akte(FolderSource(ordner), STICHTAG, auswahl, basis)[1]
    return {(pfad, zeile, code) for pfad, code, zeile, _ in dateien_und_stellen(ordner, meldungen)}


def _cases(titel: str) -> list[object]:
    return [
        pytest.param(info, block, id=f"{info.code}-{index}")
        for info in INFOS
        for index, block in enumerate(_bloecke(info, titel))
    ]


def test_the_minimal_akte_is_clean(tmp_path: Path) -> None:
    assert _funde(lege_an(tmp_path / "akte")) == set()


@pytest.mark.parametrize(("info", "block"), _cases("Beispiel"))
def test_example_fires_where_it_is_marked(info: RuleInfo, block: str, tmp_path: Path) -> None:
    akte, erwartet, basis = _fall(info, block, tmp_path)
    assert info.code in {code for _, _, code in erwartet}, "an example shows its own rule"
    assert _funde(akte, basis, _auswahl(info)) == erwartet


@pytest.mark.parametrize(("info", "block"), _cases("Stattdessen"))
def test_what_is_recommended_is_clean(info: RuleInfo, block: str, tmp_path: Path) -> None:
    akte, erwartet, basis = _fall(info, block, tmp_path)
    assert erwartet == set(), "what is recommended has no marks"
    assert _funde(akte, basis, _auswahl(info)) == set()


@pytest.mark.parametrize("info", INFOS, ids=lambda info: info.code)
def test_every_rule_is_documented(info: RuleInfo) -> None:
    assert re.fullmatch(r"[A-ZÄÖÜ„].*\.", info.satz), "the first paragraph is the rule in whole sentences"
    assert _abschnitt(info, "Warum").strip()
    assert _abschnitt(info, "Stattdessen").strip()
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", info.name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.info.code)
def test_every_rule_over_the_akte_has_examples(rule: Rule) -> None:
    assert _bloecke(rule.info, "Beispiel")
    assert _bloecke(rule.info, "Stattdessen")


def test_every_rule_in_the_package_is_listed() -> None:
    found = {}
    for module in iter_modules(fgk.rules.__path__):
        members = vars(import_module(f"fgk.rules.{module.name}")).values()
        found |= {id(rule): (module.name, rule) for rule in members if isinstance(rule, Rule)}
    assert set(found) == {id(rule) for rule in RULES}
    assert {name for name, _ in found.values()} == {rule.info.name.replace("-", "_") for rule in RULES}
    for name, rule in found.values():
        assert name == rule.info.name.replace("-", "_")
        assert rule.function.__name__ == name


def test_codes_and_names_are_unique_and_codes_ascend() -> None:
    codes = [rule.info.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({info.code for info in INFOS}) == len(INFOS)
    assert len({info.name for info in INFOS}) == len(INFOS)


def test_there_are_rules_of_every_group() -> None:
    gruppen = [info.code[3] for info in INFOS]
    assert sum(gruppe in "123459" for gruppe in gruppen) >= 30
    for gruppe in "0123459":
        assert gruppe in gruppen

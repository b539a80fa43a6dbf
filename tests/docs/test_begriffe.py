"""docs/begriffe.md lists every term once, and what it calls an identifier is one."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

import pytest
from pydantic import BaseModel

import fgk.models
import fgk.stand
import fgk.stand.fristen
from fgk.models.arten import ARTEN
from fgk.models.werte import Vokabular
from fgk.stand.fortschritt import AMPEL
from fgk.stand.fristen.frist import FRISTENSTAND
from fgk.stand.phasenstand import PHASENSTAND
from fgk.stand.zertifikatsstand import ZERTIFIKATSSTAND
from fgk.verfahren.laden import lade_verfahren, verfahren_namen

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "begriffe.md").read_text(encoding="utf-8")
#: what no record holds, because it follows from others
DERIVED = {
    "ampel": AMPEL,
    "phase.stand": PHASENSTAND,
    "frist.stand": FRISTENSTAND,
    "zertifikat.stand": ZERTIFIKATSSTAND,
}
VERFAHREN = [verfahren for name in verfahren_namen() if (verfahren := lade_verfahren(name))]


class Term(NamedTuple):
    spelling: str
    identifiers: tuple[str, ...]
    meaning: str
    source: str


def rows() -> Iterator[Term]:
    for line in PAGE.splitlines():
        if line.startswith("| ") and not line.startswith(("| Schreibweise |", "| ---")):
            spelling, identifiers, meaning, source = (cell.strip() for cell in line[1:-1].split(" | "))
            yield Term(spelling, tuple(re.findall(r"`([^`]+)`", identifiers)), meaning, source)


TERMS = list(rows())
SPELLING_OF = {identifier: term.spelling for term in TERMS for identifier in term.identifiers}


def keys_below(model: type[BaseModel], before: str) -> Iterator[tuple[str, Any]]:
    for name, field in model.model_fields.items():
        yield f"{before}.{name}", field
        for part in models_in(field.annotation):
            yield from keys_below(part, f"{before}.{name}")


def models_in(hint: Any) -> list[type[BaseModel]]:
    if isinstance(hint, type) and get_origin(hint) is None:
        return [hint] if issubclass(hint, BaseModel) else []
    return [model for arg in get_args(hint) for model in models_in(arg)]


def vocabulary_in(hint: Any) -> Vokabular | None:
    if isinstance(hint, Vokabular):
        return hint
    parts = [*getattr(hint, "__metadata__", ()), *get_args(hint)]
    return next((found for part in parts if (found := vocabulary_in(part))), None)


KEYS = [pair for art in ARTEN for pair in keys_below(art.modell, art.name)]


def words() -> dict[str, str]:
    """Return every identifier of a fixed word with the spelling that the code prints."""
    found = {f"{name}: {word}": text for name, worte in DERIVED.items() for word, text in worte.worte.items()}
    for path, field in KEYS:
        vocabulary = next(
            (v for part in (*field.metadata, field.annotation) if (v := vocabulary_in(part))), None
        )
        if vocabulary:
            found |= {f"{path}: {word}": text for word, text in vocabulary.worte.items()}
        elif get_origin(field.annotation) is Literal:
            found |= {f"{path}: {word}": "" for word in get_args(field.annotation)}
    for verfahren in VERFAHREN:
        found[f"audit.verfahren: {verfahren.kennung}"] = verfahren.bezeichnung
        for thema in verfahren.querschnittsthemen:
            found[f"audit.querschnittsthemen: {thema.kennung}"] = thema.bezeichnung
        for katalog in verfahren.kataloge:
            for feld in katalog.handlungsfelder:
                found[f"{katalog.kennung}/{feld.kennung}"] = feld.bezeichnung
    return found


def names_of(path: str) -> set[str]:
    """Return the ways to write a path: whole, or from any of its parts on."""
    parts = path.split(".")
    return {".".join(parts[index:]) for index in range(len(parts))}


WORDS = words()


def test_there_are_terms() -> None:
    assert len(TERMS) > 200


@pytest.mark.parametrize("art", ARTEN, ids=lambda art: art.name)
def test_every_kind_of_record_is_listed(art: Any) -> None:
    assert art.name in SPELLING_OF


def test_every_vocabulary_is_listed_word_by_word() -> None:
    for package in (fgk.models, fgk.stand, fgk.stand.fristen):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Vokabular):
                    for word, text in value.worte.items():
                        assert any(
                            identifier.endswith(f": {word}") and spelling == text
                            for identifier, spelling in SPELLING_OF.items()
                        ), f"{module.name}.{name}: {word} ({text})"


def test_every_word_has_the_spelling_that_documents_print() -> None:
    for identifier, spelling in SPELLING_OF.items():
        for path, text in WORDS.items():
            if text and identifier in names_of(path):
                assert spelling == text, identifier


def test_all_handlungsfelder_and_themes_of_all_verfahren_are_listed() -> None:
    for path in WORDS:
        if path.startswith(("audit.verfahren", "audit.querschnittsthemen")) or "/" in path:
            assert names_of(path) & SPELLING_OF.keys(), path


def test_every_identifier_exists() -> None:
    known = {art.name for art in ARTEN}
    for path in (*WORDS, *(path for path, _ in KEYS)):
        known |= names_of(path)
    assert [identifier for identifier in SPELLING_OF if identifier not in known] == []


def test_each_term_and_each_identifier_stands_once() -> None:
    spellings = Counter(term.spelling.casefold() for term in TERMS)
    identifiers = Counter(identifier for term in TERMS for identifier in term.identifiers)
    assert [spelling for spelling, count in spellings.items() if count > 1] == []
    assert [identifier for identifier, count in identifiers.items() if count > 1] == []


def test_every_term_says_one_sentence_and_its_source() -> None:
    defined = set(re.findall(r"^\[([^\]]+)\]: https?://\S+$", PAGE, re.MULTILINE))
    for term in TERMS:
        assert re.fullmatch(r"[^a-zäöü].*[^.]\.", term.meaning), term
        assert not re.search(r"[a-zäöü]{3,}\. [A-ZÄÖÜ]", term.meaning), term
        assert term.source == "fgk" or term.source.strip("[]") in defined, term
    assert defined == {term.source.strip("[]") for term in TERMS} - {"fgk"}

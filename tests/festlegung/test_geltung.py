"""Which decision binds a record once there are amendments."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from beschluesse import beschluss

from fgk.festlegung.geltung import bindungen
from fgk.loading.load import load_akte
from fgk.sources import FolderSource


def festgelegt(kennung: str, eintraege: Mapping[str, str], aendert: str | None = None) -> str:
    zeilen = [
        "festlegung:", "  profil: fgk1", "  felder: {}", "  eintraege:",
        *(f"    {name}: fgk1:{zeichen * 64}" for name, zeichen in eintraege.items()),
        '  pruefzeichen: "0000-0000-0000-0000-0"', "",
    ]  # fmt: skip
    return beschluss("ZV-2024", kennung=kennung, aendert=aendert) + "\n".join(zeilen)


@pytest.mark.parametrize(
    ("spaeter", "bindend"),
    [
        (None, {"ZV-2024": ["B-2024-01"], "M-1.1.1": ["B-2024-01"], "Z-1.1": []}),
        (
            festgelegt("B-2024-02", {"M-1.1.1": "b"}),
            {"ZV-2024": ["B-2024-01"], "M-1.1.1": ["B-2024-01", "B-2024-02"]},
        ),
        (
            festgelegt("B-2024-02", {"M-1.1.1": "b"}, "B-2024-01"),
            {"ZV-2024": ["B-2024-01"], "M-1.1.1": ["B-2024-02"]},
        ),
        (
            festgelegt("B-2024-02", {"ZV-2024": "b"}, "B-2024-01"),
            {"ZV-2024": ["B-2024-02"], "M-1.1.1": []},
        ),
        (
            beschluss("ZV-2024", kennung="B-2024-02", aendert="B-2024-01"),
            {"ZV-2024": ["B-2024-01"], "M-1.1.1": ["B-2024-01"]},
        ),
    ],
    ids=["alone", "beside", "one measure", "everything", "not yet bound"],
)
def test_an_amendment_takes_the_place_of_what_it_binds_anew(
    akte: Callable[..., Path], spaeter: str | None, bindend: Mapping[str, list[str]]
) -> None:
    erster = festgelegt("B-2024-01", {"ZV-2024": "a", "M-1.1.1": "a"})
    dateien = {"beschluesse/B-2024-01.yaml": erster}
    if spaeter:
        dateien["beschluesse/B-2024-02.yaml"] = spaeter
    gefunden, meldungen = load_akte(FolderSource(akte(dateien)))
    assert meldungen == []
    for kennung, erwartet in bindend.items():
        assert [bindung.beschluss for bindung in bindungen(gefunden, kennung)] == erwartet

"""The script that comments, run for real against a server that acts like the APIs: one comment, never a second."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from forge import ICH, PLATTFORMEN, Server, laufend
from hilfen import WURZEL

from fgk.output.vergleich_markdown import MARKE

SKRIPT = WURZEL / "templates" / "ci" / "kommentar.py"


@pytest.fixture(params=PLATTFORMEN)
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    with laufend(Server(request.param)) as einer:
        yield einer


def kommentiere(server: Server, datei: Path, text: str, **mehr: str) -> subprocess.CompletedProcess[str]:
    """Run the script as a pipeline does, on its own and without the project around it."""
    datei.write_text(text, encoding="utf-8")
    umgebung = {
        "PATH": os.environ["PATH"], "FGK_TOKEN": "geheim", "FGK_NUMMER": "12", "GITHUB_REPOSITORY": "stadt/akten",
        "GITHUB_API_URL": server.adresse, "CI_API_V4_URL": server.adresse, "CI_PROJECT_ID": "5",
        "CI_MERGE_REQUEST_IID": "12", "PYTHONIOENCODING": "utf-8", "no_proxy": "*", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    befehl = [sys.executable, "-I", "-X", "utf8", SKRIPT, server.plattform, datei]
    return subprocess.run(
        befehl, env=umgebung | mehr, cwd=datei.parent, capture_output=True, encoding="utf-8", check=False
    )


def test_the_first_run_writes_a_comment_and_the_next_ones_write_it_anew(
    server: Server, tmp_path: Path
) -> None:
    server.lege("Guten Tag", "jemand")
    for text in ("eins", "zwei", "drei ü"):
        lauf = kommentiere(server, tmp_path / "k.md", f"{MARKE}\n{text}\n")
        assert (lauf.returncode, lauf.stderr) == (0, "")
    assert [k["body"] for k in server.kommentare] == ["Guten Tag", f"{MARKE}\ndrei ü\n"]
    schluessel = "PRIVATE-TOKEN" if server.plattform == "gitlab" else "Authorization"
    koepfe = [{name.lower(): wert for name, wert in kopf.items()} for kopf in server.koepfe]
    assert all("geheim" in kopf[schluessel.lower()] for kopf in koepfe)


def test_it_is_found_behind_many_others(server: Server, tmp_path: Path) -> None:
    for nummer in range(230):
        server.lege(f"Beitrag {nummer}", "jemand")
    server.lege(f"{MARKE}\nalt", ICH[server.plattform])
    kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu")
    assert len(server.kommentare) == 231
    assert server.kommentare[-1]["body"] == f"{MARKE}\nneu"


def test_what_others_wrote_under_our_mark_is_never_touched(server: Server, tmp_path: Path) -> None:
    server.lege(f"{MARKE}\nAlles bestens!", "jemand")
    server.lege(f"Im Text {MARKE}", ICH[server.plattform])
    kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu")
    assert [k["body"] for k in server.kommentare] == [
        f"{MARKE}\nAlles bestens!", f"Im Text {MARKE}", f"{MARKE}\nneu",
    ]  # fmt: skip


def test_two_of_ours_become_one(server: Server, tmp_path: Path) -> None:
    for text in ("a", "b", "c"):
        server.lege(f"{MARKE}\n{text}", ICH[server.plattform])
    kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu")
    assert [(k["id"], k["body"]) for k in server.kommentare] == [(1, f"{MARKE}\nneu")]


@pytest.mark.parametrize("code", [401, 403, 404])
def test_a_token_that_may_not_write_is_no_failure(server: Server, tmp_path: Path, code: int) -> None:
    server.sperre = code
    lauf = kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu")
    assert lauf.returncode == 0
    assert f"Das Token darf hier nicht schreiben ({code})." in lauf.stdout
    assert server.kommentare == []


def test_what_else_goes_wrong_is_said_in_a_sentence(server: Server, tmp_path: Path) -> None:
    server.sperre = 500
    kaputt = kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu")
    assert (kaputt.returncode, kaputt.stderr) == (1, "Der Server antwortet mit 500 Internal Server Error.\n")
    ohne = kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu", FGK_TOKEN="")
    assert (ohne.returncode, ohne.stderr) == (1, "Die Variable FGK_TOKEN fehlt.\n")
    fremd = kommentiere(server, tmp_path / "k.md", "irgendetwas")
    assert (fremd.returncode, "beginnt nicht mit" in fremd.stderr) == (1, True)
    tot = {"GITHUB_API_URL": "http://127.0.0.1:9", "CI_API_V4_URL": "http://127.0.0.1:9"}
    weg = kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu", **tot)
    assert (weg.returncode, weg.stderr.startswith("Der Server ist nicht zu erreichen")) == (1, True)


def test_the_token_goes_nowhere_else(server: Server, tmp_path: Path) -> None:
    with laufend(Server(server.plattform)) as anderer:
        server.umleitung = f"{anderer.adresse}/user"
        lauf = kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu")
        assert lauf.returncode == 1
        assert "302" in lauf.stderr
        assert anderer.anfragen == []


def test_another_account_can_own_the_comment(tmp_path: Path) -> None:
    with laufend(Server("github")) as server:
        server.lege(f"{MARKE}\nalt", "stadt-bot")
        kommentiere(server, tmp_path / "k.md", f"{MARKE}\nneu", FGK_AUTOR="stadt-bot")
        assert [k["body"] for k in server.kommentare] == [f"{MARKE}\nneu"]

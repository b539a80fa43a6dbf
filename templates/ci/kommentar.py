#!/usr/bin/env python3
"""Put the comment of ``fgk comment`` below a pull request: one, written anew each time, never a second.

    python -I kommentar.py github|forgejo|gitlab DATEI

A part of the pipeline and not of fgk, which opens no connection. Needs Python alone. The platform's own variables say
where, ``FGK_TOKEN`` who; on GitHub and Forgejo ``FGK_NUMMER`` says below which pull request, and ``FGK_AUTOR`` as whom
the token writes, if it is not the pipeline's own. A token that may not write (a pull request from a fork) is no fault:
the comment is in the pipeline's results all the same. Ends with 1 where anything else goes wrong.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

MARKE = "<!-- fgk-diff -->"
_SEITE = 100
_DARF_NICHT = {401, 403, 404}
_AUTOREN = {"github": {"github-actions[bot]"}, "forgejo": {"forgejo-actions", "gitea-actions"}}


class _KeineUmleitung(HTTPRedirectHandler):
    """Follow nowhere: the token is for the one address that the platform names."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Api:
    """The API of a platform: its address, and the header that holds the token."""

    def __init__(self, adresse: str, kopf: dict[str, str]) -> None:
        if not adresse.startswith(("https://", "http://")):
            raise SystemExit(f"Keine Adresse der Schnittstelle: „{adresse}“.")
        self._adresse = adresse.rstrip("/")
        self._kopf = {**kopf, "Content-Type": "application/json", "Accept": "application/json"}
        self._oeffner = build_opener(_KeineUmleitung)

    def rufe(self, methode: str, pfad: str, daten: dict[str, str] | None = None) -> Any:
        """Call the API and return what it answers; raises ``HTTPError`` and ``URLError``."""
        rumpf = None if daten is None else json.dumps(daten).encode()
        anfrage = Request(f"{self._adresse}/{pfad}", data=rumpf, headers=self._kopf, method=methode)  # noqa: S310
        with self._oeffner.open(anfrage, timeout=30) as antwort:
            inhalt = antwort.read()
        return json.loads(inhalt) if inhalt else None

    def alle(self, pfad: str) -> Iterator[dict[str, Any]]:
        """Yield what stands on all pages; a server that knows no pages gives all on the first."""
        gesehen: set[int] = set()
        for seite in range(1, 101):
            eintraege = self.rufe("GET", f"{pfad}?per_page={_SEITE}&limit={_SEITE}&page={seite}")
            neue = [eintrag for eintrag in eintraege if eintrag["id"] not in gesehen]
            yield from neue
            gesehen.update(eintrag["id"] for eintrag in neue)
            if not neue:
                return


def _forge(plattform: str, text: str) -> str:
    """Comment on GitHub, Forgejo and Gitea, whose APIs are alike here."""
    api = Api(_umgebung("GITHUB_API_URL"), {"Authorization": f"token {_umgebung('FGK_TOKEN')}"})
    repo = f"repos/{_umgebung('GITHUB_REPOSITORY')}/issues"
    autoren = {os.environ["FGK_AUTOR"]} if os.environ.get("FGK_AUTOR") else _AUTOREN[plattform]
    liste = f"{repo}/{int(_umgebung('FGK_NUMMER'))}/comments"
    eigene = [
        kommentar["id"]
        for kommentar in api.alle(liste)
        if kommentar["user"]["login"] in autoren and kommentar["body"].startswith(MARKE)
    ]
    return _schreibe(api, eigene, text, ("PATCH", f"{repo}/comments"), liste)


def _gitlab(text: str) -> str:
    api = Api(_umgebung("CI_API_V4_URL"), {"PRIVATE-TOKEN": _umgebung("FGK_TOKEN")})
    merge_request = int(_umgebung("CI_MERGE_REQUEST_IID"))
    liste = f"projects/{int(_umgebung('CI_PROJECT_ID'))}/merge_requests/{merge_request}/notes"
    ich = api.rufe("GET", "user")["id"]
    eigene = [
        notiz["id"]
        for notiz in api.alle(liste)
        if notiz["author"]["id"] == ich and notiz["body"].startswith(MARKE)
    ]
    return _schreibe(api, eigene, text, ("PUT", liste), liste)


def _schreibe(api: Api, eigene: list[int], text: str, aendern: tuple[str, str], liste: str) -> str:
    """Write our first comment anew, or the first one; further ones of ours, from two runs at once, are taken away."""
    methode, ort = aendern
    if not eigene:
        api.rufe("POST", liste, {"body": text})
        return "Der Kommentar ist geschrieben."
    erster, *weitere = sorted(eigene)
    api.rufe(methode, f"{ort}/{erster}", {"body": text})
    for kommentar in weitere:
        api.rufe("DELETE", f"{ort}/{kommentar}")
    return "Der Kommentar ist erneuert."


def _umgebung(name: str) -> str:
    wert = os.environ.get(name, "")
    if not wert:
        raise SystemExit(f"Die Variable {name} fehlt.")
    return wert


def main() -> int:
    """Comment as the arguments say, and return the exit code."""
    if len(sys.argv) != 3 or sys.argv[1] not in {*_AUTOREN, "gitlab"}:
        raise SystemExit("Aufruf: kommentar.py github|forgejo|gitlab DATEI")
    plattform, text = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")
    if not text.startswith(MARKE):
        raise SystemExit(f"Die Datei beginnt nicht mit „{MARKE}“.")
    try:
        gesagt = _gitlab(text) if plattform == "gitlab" else _forge(plattform, text)
    except HTTPError as error:
        if error.code not in _DARF_NICHT:
            raise SystemExit(f"Der Server antwortet mit {error.code} {error.reason}.") from error
        gesagt = (
            f"Das Token darf hier nicht schreiben ({error.code}). Der Kommentar liegt bei den Ergebnissen."
        )
    except URLError as error:
        raise SystemExit(f"Der Server ist nicht zu erreichen: {error.reason}.") from error
    sys.stdout.write(f"{gesagt}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

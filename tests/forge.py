"""A small server that acts like the APIs of GitHub, GitLab and Forgejo, as far as comments go."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

ICH = {"github": "github-actions[bot]", "forgejo": "forgejo-actions", "gitlab": 7}
PLATTFORMEN = tuple(ICH)


class Server:
    """Comments of one pull request, behind an API with pages; ``wer`` owns the token, ``sperre`` forbids writing."""

    def __init__(self, plattform: str) -> None:
        self.plattform = plattform
        self.kommentare: list[dict[str, Any]] = []
        self.anfragen: list[tuple[str, str]] = []
        self.koepfe: list[dict[str, str]] = []
        self.sperre = 0
        self.umleitung = ""
        self.adresse = ""

    def lege(self, text: str, wer: object) -> None:
        autor = {"author": {"id": wer}} if self.plattform == "gitlab" else {"user": {"login": wer}}
        self.kommentare.append({"id": len(self.kommentare) + 1, "body": text, **autor})

    @property
    def liste(self) -> str:
        if self.plattform == "gitlab":
            return "/api/projects/5/merge_requests/12/notes"
        return "/api/repos/stadt/akten/issues/12/comments"

    @property
    def ort(self) -> str:
        return self.liste if self.plattform == "gitlab" else "/api/repos/stadt/akten/issues/comments"

    def antworte(self, methode: str, pfad: str, daten: Any) -> tuple[int, Any]:
        ort, _, frage = pfad.partition("?")
        if self.umleitung:
            return 302, None
        if self.sperre and methode != "GET":
            return self.sperre, {"message": "no"}
        if (methode, ort) == ("GET", "/api/user") and self.plattform == "gitlab":
            return 200, {"id": ICH["gitlab"]}
        if (methode, ort) == ("GET", self.liste):
            seite = dict(teil.split("=") for teil in frage.split("&"))
            von = (int(seite["page"]) - 1) * 100
            # Forgejo knows no pages here
            return 200, self.kommentare if self.plattform == "forgejo" else self.kommentare[von : von + 100]
        if (methode, ort) == ("POST", self.liste):
            self.lege(daten["body"], ICH[self.plattform])
            return 201, self.kommentare[-1]
        aendern = "PUT" if self.plattform == "gitlab" else "PATCH"
        [gemeint] = [k for k in self.kommentare if ort == f"{self.ort}/{k['id']}"] or [None]
        if gemeint and methode == aendern:
            gemeint["body"] = daten["body"]
            return 200, gemeint
        if gemeint and methode == "DELETE":
            self.kommentare.remove(gemeint)
            return 204, None
        return 500, {"message": f"{methode} {ort}"}


@contextmanager
def laufend(server: Server) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def _antworte(self) -> None:
            laenge = int(self.headers.get("Content-Length") or 0)
            daten = json.loads(self.rfile.read(laenge)) if laenge else None
            server.anfragen.append((self.command, self.path))
            server.koepfe.append(dict(self.headers))
            code, antwort = server.antworte(self.command, self.path, daten)
            inhalt = b"" if antwort is None else json.dumps(antwort).encode()
            self.send_response(code)
            if server.umleitung:
                self.send_header("Location", server.umleitung)
            self.send_header("Content-Length", str(len(inhalt)))
            self.end_headers()
            self.wfile.write(inhalt)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _antworte  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    faden = Thread(target=http.serve_forever)
    faden.start()
    server.adresse = f"http://127.0.0.1:{http.server_port}/api"
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        faden.join()

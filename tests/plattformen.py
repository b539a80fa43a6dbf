"""What tests of the platforms' forms share: nasty diagnostics, and a port of what GitHub's runner reads from a log."""

from typing import Any, NamedTuple

from fgk.diagnostic import Diagnostic, Severity
from fgk.positions import Span

_STELLE = Span(2, 3, 2, 5)
#: a value that somebody may write into an Akte
BOESE = "100 % @rat #1 <b>x</b> | ::error::x ##[error]y\r\n::set-output name=a::b \x1b[31m\u202e\x9b\ufffe"
_REGISTERED = {
    "error",
    "warning",
    "notice",
    "debug",
    "group",
    "endgroup",
    "add-mask",
    "stop-commands",
    "set-output",
}


def meldung(
    was: str = "Was.",
    *,
    code: str = "FGK201",
    schwere: Severity = Severity.FEHLER,
    pfad: str = "massnahmen/M-1.1.1.yaml",
    span: Span = _STELLE,
    zeilen: tuple[str, ...] = (),
    erste: int = 1,
) -> Diagnostic:
    return Diagnostic(code, schwere, pfad, was, "Tun.", span, zeilen, erste)


class Befehl(NamedTuple):
    """A command that the runner took out of a line."""

    name: str
    angaben: dict[str, str]
    text: str


def _zurueck(text: str, *tokens: str) -> str:
    for token in (*tokens, "%"):  # the percent sign last, as the runner does
        text = text.replace(f"%{ord(token):02X}", token)
    return text


def _befehl(line: str, bekannt: set[str]) -> Befehl | None:
    """Read a line as the runner does: ``::name key=value,…::text`` at its start, or ``##[name …]text`` anywhere."""
    text = line.lstrip()
    if text.startswith("::") and (ende := text.find("::", 2)) >= 0:
        name, _, rest = text[2:ende].partition(" ")
        if name in bekannt:
            paare = (paar.partition("=") for paar in rest.strip().split(",") if paar)
            angaben = {
                key: _zurueck(value, "\r", "\n", ":", ",") for key, sign, value in paare if sign and value
            }
            return Befehl(name, angaben, _zurueck(text[ende + 2 :], "\r", "\n"))
    if (von := line.find("##[")) >= 0 and (bis := line.find("]", von)) >= 0:
        name = line[von + 3 : bis].partition(" ")[0]
        if name in bekannt:
            return Befehl(name, {}, line[bis + 1 :])
    return None


def runner(log: str) -> list[Befehl]:
    """Return the commands that GitHub's runner takes out of a log, without those that only stop and resume it."""
    gefunden: list[Befehl] = []
    token: str | None = None
    for line in log.replace("\r", "\n").split("\n"):
        befehl = _befehl(line, {token} if token else _REGISTERED)
        if befehl is None:
            continue
        if token:
            token = None
        elif befehl.name == "stop-commands":
            token = befehl.text
        else:
            gefunden.append(befehl)
    assert token is None, "the runner was never told to go on"
    return gefunden


def flach(werte: Any) -> list[str]:
    """Return every text in a JSON document."""
    if isinstance(werte, str):
        return [werte]
    if isinstance(werte, dict):
        return [text for wert in werte.values() for text in flach(wert)]
    return [text for wert in werte for text in flach(wert)] if isinstance(werte, list) else []

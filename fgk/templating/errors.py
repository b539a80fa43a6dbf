"""What is wrong in a template, and where: Jinja says it in English, to people who know Jinja."""

import re
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import jinja2

from fgk.errors import FgkError
from fgk.templating.sandbox import GESPERRTE_FILTER

#: marks the files of the municipality's templates in tracebacks
EIGENE_DATEI = "vorlage:"
#: they make HTML, or trust it; what is written here is Markdown, and is escaped without being asked
HTML_FILTER = ("e", "escape", "forceescape", "safe", "striptags", "tojson", "urlize", "xmlattr")
_WIE_HTML = "Der Filter „{0}“ ist für HTML; hier entsteht Markdown, und fgk maskiert alles von selbst"
_GESPERRT = (
    "Den Filter „{0}“ gibt es hier nicht; er könnte den Speicher füllen oder jedes Mal anderes ergeben"
)
_ZEICHEN = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "das Ende der Vorlage",
}
#: Jinja's sentence -> ours; what is in quotation marks there takes the place of {0}, {1}
_SAETZE = [
    (
        r"Encountered unknown tag '(end\w+|else|elif)'\..* innermost block that needs to be closed is '(.+?)'",
        "„{0}“ passt hier nicht; offen ist noch „{1}“",
    ),
    (r"Encountered unknown tag '(.+?)'", "Einen Befehl „{0}“ gibt es nicht"),
    (
        r"Unexpected end of template.* innermost block that needs to be closed is '(.+?)'",
        "Sie endet, bevor „{0}“ geschlossen ist",
    ),
    (r"No filter named '(.+?)'", "Den Filter „{0}“ gibt es nicht"),
    (r"No test named '(.+?)'", "Die Prüfung „is {0}“ gibt es nicht"),
    (r"[Ee]xpected token '(.+?)', got '(.+?)'", "Erwartet wird „{0}“, dort steht „{1}“"),
    (r"Expected an expression, got '(.+?)'", "Vor „{0}“ fehlt ein Ausdruck"),
    (r"unexpected char '(.+?)'", "Das Zeichen „{0}“ darf hier nicht stehen"),
    (r"unexpected '(.+?)'", "„{0}“ darf hier nicht stehen"),
    (r"block '(.+?)' defined twice", "Den Block „{0}“ gibt es zweimal"),
    (r"Missing end of comment tag", "Ein Kommentar {{# wird nicht mit #}} geschlossen"),
    (r"Missing end of raw directive", "„raw“ wird nicht mit „endraw“ geschlossen"),
    (r"[Uu]nexpected end of template", "Sie endet mitten in einem Befehl"),
    (
        r"cannot assign attribute on non-namespace object",
        "Nur an einem „namespace“ lässt sich ein Wert ändern",
    ),
]


class VorlagenFehler(jinja2.TemplateSyntaxError):
    """What fgk itself finds wrong in a template; its message is a German sentence."""


def fail(ort: str, grund: str, error: Exception | None = None) -> NoReturn:
    """Raise ``FgkError`` for the template and line ``ort``."""
    raise FgkError(
        f"Die Vorlage {ort} lässt sich nicht verarbeiten: {grund.rstrip('.')}.",
        "Berichtigen Sie die Vorlage an dieser Stelle, oder nehmen Sie die mitgelieferte Vorlage.",
    ) from error


def syntax(error: jinja2.TemplateSyntaxError) -> str:
    """Return in German what is wrong with how a template is written."""
    text = error.message or ""
    if isinstance(error, VorlagenFehler):
        return text
    return _german(text) or f"Die Schreibweise ist ungültig ({text})"


def _german(text: str) -> str | None:
    for muster, satz in _SAETZE:
        fund = re.search(muster, text, re.DOTALL)
        if fund:
            teile = [_ZEICHEN.get(teil, teil) for teil in fund.groups()]
            if "filter" in muster and teile[0] in HTML_FILTER:
                return _WIE_HTML.format(*teile)
            if "filter" in muster and teile[0] in GESPERRTE_FILTER:
                return _GESPERRT.format(*teile)
            return satz.format(*teile)
    return None


def run_time(error: Exception) -> str:
    """Return in German why a template stopped."""
    if isinstance(error, ZeroDivisionError):
        return "Sie teilt durch null"
    if isinstance(error, (jinja2.TemplateError, ValueError)):
        return _german(str(error)) or str(error)
    if str(error).startswith("Dies ist kein Text"):
        return str(error)
    return f"Die Werte passen hier nicht zusammen ({error})"


def place(ordner: Sequence[Path], name: str, error: Exception) -> str:
    """Name the innermost template on the stack and its line; Jinja puts them into the traceback."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        kurz = short_name(ordner, frame.filename)
        if kurz:
            return f"{kurz}, Zeile {frame.lineno}"
    return name


def short_name(ordner: Sequence[Path], datei: str | None) -> str | None:
    """Return how messages name the file of a template in our ``ordner`` or of the municipality, ``None`` for others."""
    if datei is None:
        return None
    if datei.startswith(EIGENE_DATEI):
        return datei.removeprefix(EIGENE_DATEI)
    for einer in ordner:
        if Path(datei).is_relative_to(einer):
            return Path(datei).relative_to(einer).as_posix()
    return None

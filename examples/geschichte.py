"""Build the little history of the example: what a repository looks like after four years of audit.

    python examples/geschichte.py ZIEL

``ZIEL`` becomes a git repository with dated commits: taking part decided, survey, workshops, goals and measures on a
branch, the Zielvereinbarung decided, certificate, three reports, an amendment. The same script always gives the same
commit ids. What happened is told in ``SCHRITTE``; how a file looked on a day is derived from the finished example by
taking away what was not known yet (``fassung``), so that the last commit is the example and nothing has to be kept
twice. The amendment of 2019 (``NACHTRAG``) is invented and lies over the example, and so does what the decisions bind:
``fgk decide`` writes it in the step that records the decision, over the Akte as it stood then.

Needs git and fgk, in this Python or on the PATH.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import NamedTuple

BEISPIEL = Path(__file__).resolve().parent / "kommune-stolberg"

_NACHTRAG_BESCHLUSS = """\
kennung: B-2019-02
veroeffentlichung: oeffentlich
musterdaten: true
titel: "Änderung der Zielvereinbarung: Frist für den Spielflächenplan"
art: aenderung
aendert: [B-2017-01]
vorlage:
  nummer: 2019/0994
  bezeichnung: Beschlussvorlage
  datum: 2019-02-28
  federfuehrung: OE-68
  beteiligte: [OE-51, OE-61]
  sachverhalt: >-
    Nach dem Herbststurm konnten die Rundgänge in drei Stadtteilen nicht stattfinden. Die Verwaltung
    schlägt vor, die Frist der Maßnahme um vier Monate zu verlängern.
beratungen:
  - gremium: Jugendhilfeausschuss
    datum: 2019-03-14
    rolle: empfehlung
    tagesordnungspunkt: Ö 3
    ergebnis: unveraendert
    abstimmung:
      art: einstimmig
  - gremium: Rat
    datum: 2019-03-26
    rolle: entscheidung
    tagesordnungspunkt: Ö 6
    ergebnis: unveraendert
    abstimmung:
      art: einstimmig
beschlusspunkte:
  - nummer: 1
    text: Der Spielflächenplan mit Kindern ist bis zum 30. April 2019 fertigzustellen.
    betrifft:
      - kennung: M-5.1.1
beschlusstext: >-
  Der Rat ändert die Zielvereinbarung: Die Maßnahme „Spielflächenplan mit Kindern“ endet am 30. April
  2019 statt am 31. Dezember 2018.
"""


#: day, branch (``ab``: where a new one begins, else main; ``<-``: merges another), who, what; below it the files
SCHRITTE = """\
2016-10-04 main | Projektleitung: Akte anlegen: Teilnahme am Audit beschlossen
  + audit.yaml organisationseinheiten.yaml beschluesse/B-2016-01.yaml
2016-10-24 main | Projektleitung: Vertrag mit dem Verein aufnehmen
  + vertrag.yaml
2017-01-27 bestandsaufnahme | Projektleitung: Bestandsaufnahme: Werte der amtlichen Statistik
  + bestandsaufnahme/indikatoren.yaml vertrag.yaml
2017-02-06 bestandsaufnahme | Sozialamt: Bestandsaufnahme: Werte der Stadtteile
  + bestandsaufnahme/sozialraeume.yaml
2017-02-10 bestandsaufnahme | Auditorin: Bestandsaufnahme: Analyse der sechs Handlungsfelder
  + bestandsaufnahme/analyse/*
2017-02-14 main <- bestandsaufnahme | Projektleitung: Bestandsaufnahme abschließen
2017-03-15 main | Projektleitung: Ergebnisse des Strategieworkshops
  + beteiligung/W-2017-01.yaml audit.yaml
2017-06-28 main | Projektleitung: Ergebnisse des Beteiligungsworkshops; Zielvereinbarungsworkshop geplant
  + beteiligung/* audit.yaml
2017-07-11 ziele-und-massnahmen | Familienbüro: Entwurf: Ziele und Maßnahmen im Handlungsfeld 1
  + ziele/Z-1.* massnahmen/M-1.*
2017-07-12 ziele-und-massnahmen | Jugendamt: Entwurf: Ziele und Maßnahmen im Handlungsfeld 2
  + ziele/Z-2.* massnahmen/M-2.*
2017-07-13 ziele-und-massnahmen | Jugendamt: Entwurf: Ziele und Maßnahmen im Handlungsfeld 3
  + ziele/Z-3.* massnahmen/M-3.*
2017-07-14 ziele-und-massnahmen | Sozialamt: Entwurf: Ziele und Maßnahmen im Handlungsfeld 4
  + ziele/Z-4.* massnahmen/M-4.*
2017-07-17 ziele-und-massnahmen | Stadtentwicklung: Entwurf: Ziele und Maßnahmen im Handlungsfeld 5
  + ziele/Z-5.* massnahmen/M-5.*
2017-07-18 ziele-und-massnahmen | Sozialamt: Entwurf: Ziele und Maßnahmen im Handlungsfeld 6
  + ziele/Z-6.* massnahmen/M-6.*
2017-08-22 main | Projektleitung: Zielvereinbarungsworkshop
  + beteiligung/W-2017-03.yaml audit.yaml
2017-08-22 ziele-und-massnahmen | Projektleitung: Anregungen des Workshops in Ziele und Maßnahmen einarbeiten
  + ziele/* massnahmen/*
2017-08-22 ziele-und-massnahmen | Projektleitung: Text der Zielvereinbarung
  + zielvereinbarung.yaml begutachtung.yaml
2017-08-23 main <- ziele-und-massnahmen | Projektleitung: Vorlage an den Rat: Ziele, Maßnahmen, Zielvereinbarung
2017-08-25 main | Sitzungsdienst: Zielvereinbarung beschlossen (Rat, 24.08.2017)
  Beschluss: B-2017-01
  + beschluesse/B-2017-01.yaml zielvereinbarung.yaml audit.yaml
2017-09-11 main | Projektleitung: Festhalten, dass Quellen dem Tag des Beschlusses widersprechen
  + audit.yaml beschluesse/* beteiligung/* vertrag.yaml
2017-09-28 main | Projektleitung: Zertifikat verliehen (Osnabrück, 27.09.2017)
  + begutachtung.yaml audit.yaml
2017-10-20 main | Projektleitung: Fundstellen der Statistik nachtragen
  + bestandsaufnahme/indikatoren.yaml audit.yaml vertrag.yaml
2018-05-02 main | Projektleitung: Haushalt 2018 ist genehmigt
  + massnahmen/M-3.4.2.yaml
2019-01-07 main | Projektleitung: Mittel der Befragung bereitgestellt
  + massnahmen/M-1.3.2.yaml audit.yaml
2019-01-14 jahresbericht-2018 | Projektleitung: Jahresbericht 2018 anlegen
  + jahresberichte/2018.yaml | HF
2019-01-18 jahresbericht-2018-jugendamt ab jahresbericht-2018 | Jugendamt: Jahresbericht 2018: Handlungsfeld 3
  + jahresberichte/2018.yaml | HF 3
2019-01-18 jahresbericht-2018 | Familienbüro: Jahresbericht 2018: Handlungsfeld 1
  + jahresberichte/2018.yaml | HF 1
2019-01-21 jahresbericht-2018 | Sozialamt: Jahresbericht 2018: Handlungsfeld 6
  + jahresberichte/2018.yaml | HF 16
2019-01-22 jahresbericht-2018 <- jahresbericht-2018-jugendamt | Projektleitung: Beitrag des Jugendamts übernehmen
2019-01-24 jahresbericht-2018 | Projektleitung: Jahresbericht 2018: übrige Felder
  + jahresberichte/2018.yaml | HF 123456
2019-01-30 jahresbericht-2018 | Projektleitung: Jahresbericht 2018: Ziele, Werte, Rückblick
  + jahresberichte/2018.yaml
2019-01-31 main <- jahresbericht-2018 | Projektleitung: Jahresbericht 2018 an den Rat
2019-02-28 main | Sitzungsdienst: Jahresbericht 2018 zur Kenntnis genommen
  Beschluss: B-2019-01
  + jahresberichte/2018.yaml beschluesse/B-2019-01.yaml vertrag.yaml
2019-03-01 frist-spielflaechenplan | Projektleitung: Vorlage: Frist für den Spielflächenplan verlängern
  + beschluesse/B-2019-02.yaml massnahmen/M-5.1.1.yaml
2019-03-27 frist-spielflaechenplan | Sitzungsdienst: Änderung der Zielvereinbarung beschlossen (Rat, 26.03.2019)
  Beschluss: B-2019-02
  + beschluesse/B-2019-02.yaml
2019-03-27 main <- frist-spielflaechenplan | Projektleitung: Änderung der Zielvereinbarung in Kraft setzen
2019-04-15 main | Auditorin: Jahresbericht 2018 geprüft
  + jahresberichte/2018.yaml
2019-05-15 main | Jugendamt: Landesmittel für die Kita Stadtrandsiedlung bewilligt
  + massnahmen/M-2.1.3.yaml
2019-06-03 main | Projektleitung: Kommentare für neue Kolleginnen und Kollegen
  + massnahmen/* vertrag.yaml zielvereinbarung.yaml organisationseinheiten.yaml
2019-11-21 main | Jugendamt: Sommerschule: Stiftungsmittel abgelehnt
  + massnahmen/M-3.5.3.yaml
2020-01-20 jahresbericht-2019 | Projektleitung: Jahresbericht 2019: Maßnahmen
  + jahresberichte/2019.yaml | HF 123456
2020-01-22 jahresbericht-2019 | Projektleitung: Jahresbericht 2019: Ziele, Werte, Rückblick
  + jahresberichte/2019.yaml
2020-01-23 main <- jahresbericht-2019 | Projektleitung: Jahresbericht 2019 an den Rat
2020-02-20 main | Sitzungsdienst: Jahresbericht 2019 zur Kenntnis genommen
  Beschluss: B-2020-01
  + jahresberichte/2019.yaml beschluesse/B-2020-01.yaml vertrag.yaml
2020-04-22 main | Auditorin: Jahresbericht 2019 geprüft
  + jahresberichte/2019.yaml
2020-05-04 main | Projektleitung: Schulwegpläne einheitlich schreiben
  + massnahmen/M-5.2.1.yaml
2020-06-17 ergaenzung-pandemie | Sitzungsdienst: Drei Maßnahmen ergänzt (Rat, 16.06.2020)
  Beschluss: B-2020-02
  + beschluesse/B-2020-02.yaml massnahmen/M-3.1.4.yaml massnahmen/M-5.3.3.yaml massnahmen/M-6.1.3.yaml
2020-06-18 main <- ergaenzung-pandemie | Projektleitung: Ergänzung der Zielvereinbarung übernehmen
2021-01-18 jahresbericht-2020 | Projektleitung: Jahresbericht 2020: Maßnahmen
  + jahresberichte/2020.yaml | HF 123456
2021-01-20 jahresbericht-2020 | Projektleitung: Jahresbericht 2020: Ziele, Werte, Rückblick
  + jahresberichte/2020.yaml
2021-01-21 main <- jahresbericht-2020 | Projektleitung: Jahresbericht 2020 an den Rat
2021-02-25 main | Sitzungsdienst: Jahresbericht 2020 zur Kenntnis genommen
  Beschluss: B-2021-01
  + jahresberichte/2020.yaml beschluesse/B-2021-01.yaml vertrag.yaml
2021-04-14 main | Auditorin: Jahresbericht 2020 geprüft
  + jahresberichte/2020.yaml
2026-02-16 main | Projektleitung: Neuere Werte der amtlichen Statistik; Hinweise zur Akte
  + bestandsaufnahme/indikatoren.yaml README.md
"""
_KOPF = re.compile(
    r"(?P<tag>\S+) (?P<zweig>\S+)(?: ab (?P<ab>\S+))?(?: <- (?P<aus>\S+))? \| (?P<wer>[^:]+): (?P<betreff>.*)"
)


class Schritt(NamedTuple):
    """A commit on a branch, or with ``aus`` the merge of another branch into it.

    ``felder`` are the Handlungsfelder that a report has by then, ``None`` for the whole report.
    """

    tag: str
    zweig: str
    ab: str
    aus: str
    wer: str
    botschaft: str
    dateien: tuple[str, ...]
    felder: str | None

    @property
    def beschluss(self) -> str:
        """The decision that the step records and binds, or nothing."""
        return self.botschaft.partition("\n\nBeschluss: ")[2]


def schritte() -> Iterator[Schritt]:
    """Yield what happened, in its order."""
    for absatz in re.split(r"\n(?=\S)", SCHRITTE.rstrip()):
        kopf, *weitere = absatz.split("\n  ")
        match = _KOPF.fullmatch(kopf)
        if match is None:
            raise ValueError(f"this step cannot be read: {kopf}")
        zusatz = "".join(f"\n\n{zeile}" for zeile in weitere if not zeile.startswith("+ "))
        muster, begrenzt, felder = "".join(
            zeile[2:] for zeile in weitere if zeile.startswith("+ ")
        ).partition(" | HF")
        yield Schritt(
            match["tag"],
            match["zweig"],
            match["ab"] or "main",
            match["aus"] or "",
            match["wer"],
            match["betreff"] + zusatz,
            tuple(muster.split()),
            felder.strip() if begrenzt else None,
        )


#: what came later than the agreement, and must not be in its first drafts
_ERGAENZT = ("massnahmen/M-3.1.4.yaml", "massnahmen/M-5.3.3.yaml", "massnahmen/M-6.1.3.yaml")
_TERMINE = (
    "2015-12-01",
    "2016-01-01",
    "2017-03-14",
    "2017-06-27",
    "2017-07-01",
    "2017-08-22",
    "2017-08-24",
    "2017-09-27",
)
#: until which day a file read otherwise: (day, pattern of its path, as it is in the end, as it was before)
_FRUEHER = (
    ("2017-08-22", "massnahmen/M-3.1.2.yaml", "ist_fortlaufend: true", "ende: 2019-07-31"),
    ("2017-08-22", "massnahmen/M-3.1.2.yaml", "jaehrlich: 8000", "jaehrlich: 5000"),
    ("2017-08-22", "massnahmen/M-1.1.2.yaml", "prioritaet: hoch", "prioritaet: mittel"),
    ("2017-08-22", "ziele/Z-3.1.yaml", "zahl: 80", "zahl: 75"),
    ("2017-09-27", "begutachtung.yaml", "ergebnis: empfohlen", "ergebnis: offen"),
    ("2019-03-01", "massnahmen/M-5.1.1.yaml", "ende: 2019-04-30", "ende: 2018-12-31"),
    ("2019-05-14", "massnahmen/M-2.1.3.yaml", "stand: bewilligt", "stand: beantragt"),
    ("2019-11-20", "massnahmen/M-3.5.3.yaml", "stand: abgelehnt", "stand: beantragt"),
    (
        "2019-11-20",
        "massnahmen/M-3.5.3.yaml",
        "# Gescheitert: Warum die Maßnahme entfiel, steht im Jahresbericht 2019.\n",
        "",
    ),
)
#: until which day blocks were missing from a file: (day, pattern of its path, pattern of their first line)
_FEHLTE = (
    ("2017-08-22", "beteiligung/W-2017-03.yaml", "ergebnisse:|quellen:|bemerkung:"),
    ("2017-08-24", "zielvereinbarung.yaml", "beschluss:"),
    ("2017-09-11", "*", r" *- titel: Familiengerechte Kommune \(Pressebericht\)|\s*quellenkonflikt:"),
    ("2017-09-27", "begutachtung.yaml", "zertifikat:|quellen:|bemerkung:"),
    ("2018-01-01", "audit.yaml", "  - titel: Aktionsplan Inklusion"),
    ("2019-02-26", "jahresberichte/2018.yaml", "beschluss:"),
    ("2019-03-26", "beschluesse/B-2019-02.yaml", "    (ergebnis|abstimmung):|beschlusstext:"),
    ("2019-04-15", "jahresberichte/2018.yaml", "pruefung_verein:"),
    ("2020-02-18", "jahresberichte/2019.yaml", "beschluss:"),
    ("2020-04-22", "jahresberichte/2019.yaml", "pruefung_verein:"),
    ("2021-02-23", "jahresberichte/2020.yaml", "beschluss:"),
    ("2021-04-14", "jahresberichte/2020.yaml", "pruefung_verein:"),
)
_GESCHEHEN = re.compile(r"\s*(?:bezahlt_am|erledigt_am|abgerufen_am|vorgelegt_am): (\S+)$")
_STAND_AM = re.compile(r'\s+stand_am: "?([0-9-]+)')
_KOMMENTIERT = (
    "massnahmen/M-1.1.1.yaml",
    "massnahmen/M-3.1.1.yaml",
    "vertrag.yaml",
    "organisationseinheiten.yaml",
)


def dateien() -> dict[str, str]:
    """Return the finished Akte: the example with the amendment laid over it."""
    texte = {
        pfad.relative_to(BEISPIEL).as_posix(): pfad.read_text(encoding="utf-8")
        for pfad in sorted(BEISPIEL.rglob("*"))
        if pfad.suffix in {".yaml", ".md"} and "ausgabe" not in pfad.parts
    }
    texte["beschluesse/B-2019-02.yaml"] = _NACHTRAG_BESCHLUSS
    texte["massnahmen/M-5.1.1.yaml"] = _ersetzt(
        texte["massnahmen/M-5.1.1.yaml"], "ende: 2018-12-31", "ende: 2019-04-30"
    )
    return texte


def fassung(pfad: str, text: str, tag: str, felder: str | None = None) -> str:
    """Return a file as it was on a day: the finished text without what was not known yet."""
    for bis, muster, nachher, vorher in _FRUEHER:
        if tag < bis and fnmatch(pfad, muster):
            text = _ersetzt(text, nachher, vorher)
    for bis, muster, bloecke in _FEHLTE:
        if tag < bis and fnmatch(pfad, muster):
            text = _ohne(text, bloecke)
    text = _ohne_spaetere_tage(text, tag)
    if tag < "2019-06-03" and pfad in _KOMMENTIERT:
        text = re.sub(r"(?m)^ *#.*\n", "", text)
    if tag < "2020-05-04" and pfad == "massnahmen/M-5.2.1.yaml":
        text = _anders_geschrieben(text)
    if pfad == "audit.yaml":
        text = _mit_terminen(text, sum(termin <= tag for termin in _TERMINE))
    if tag < "2026-02-16" and pfad == "bestandsaufnahme/indikatoren.yaml":
        text = "".join(_bloecke(text, lambda block: re.search(r"jahr: (201[78]|202)", block) is None))
    return _ohne_leere(text if felder is None else _nur_massnahmen(text, felder))


def _mit_terminen(text: str, anzahl: int) -> str:
    nummer = count()
    return "".join(
        _bloecke(text, lambda block: not block.lstrip().startswith("- schritt:") or next(nummer) < anzahl)
    )


def _nur_massnahmen(text: str, felder: str) -> str:
    """Return a report that has only its measures, those of other Handlungsfelder still without a word."""
    text = _ohne(text, "(zusammenfassung|strukturen|ziele|reihen|selbstevaluation|netzwerk|ausblick):")
    stuecke = re.split(r"(?m)^(?=  - massnahme: )", text)
    return "".join(
        stueck
        if (match := re.match(r"  - massnahme: M-(\d).*\n", stueck)) is None or match[1] in felder
        else f"{match[0]}    status: geplant\n"
        for stueck in stuecke
    )


def _ersetzt(text: str, vorher: str, nachher: str) -> str:
    if vorher not in text:
        raise ValueError(f"the example no longer says '{vorher}'")
    return text.replace(vorher, nachher, 1)


def _einzug(zeile: str) -> int:
    return len(zeile) - len(zeile.lstrip(" "))


def _ohne(text: str, muster: str) -> str:
    """Drop every block whose first line matches, with the comments of its own depth right before it."""
    bleibt: list[str] = []
    tiefe = None
    for zeile in text.splitlines(keepends=True):
        if tiefe is not None and (not zeile.strip() or _einzug(zeile) > tiefe):
            continue
        tiefe = None
        if re.match(muster, zeile):
            tiefe = _einzug(zeile)
            while bleibt and bleibt[-1].startswith(" " * tiefe + "#"):
                bleibt.pop()
        else:
            bleibt.append(zeile)
    return "".join(bleibt)


def _bloecke(text: str, bleibt: Callable[[str], bool]) -> Iterator[str]:
    """Yield the text in pieces, of those that are an entry of a top list only which ``bleibt`` keeps."""
    for stueck in re.split(r"(?m)^(?=  - |\S)", text):
        if not stueck.startswith("  - ") or bleibt(stueck):
            yield stueck


def _ohne_spaetere_tage(text: str, tag: str) -> str:
    """Drop what happened later, and the outcome of a Vorbehalt that was still open."""
    bleibt: list[str] = []
    for zeile in text.splitlines(keepends=True):
        geschehen = _GESCHEHEN.match(zeile)
        if geschehen and geschehen[1] > tag:
            continue
        entschieden = _STAND_AM.match(zeile)
        if entschieden and entschieden[1] > tag:
            bleibt.pop()  # the line before says how it ended
            continue
        bleibt.append(zeile)
    return "".join(bleibt)


def _ohne_leere(text: str) -> str:
    """Drop keys whose lists have lost all entries."""
    zeilen = text.splitlines(keepends=True)
    for stelle in range(len(zeilen) - 1, -1, -1):
        danach = next((z for z in zeilen[stelle + 1 :] if not z.lstrip().startswith("#")), "")
        tiefe = _einzug(zeilen[stelle])
        hat_etwas = _einzug(danach) > tiefe or danach.startswith(" " * tiefe + "- ")
        if re.match(r" *\w+:\n", zeilen[stelle]) and not hat_etwas:
            del zeilen[stelle]
    return "".join(zeilen)


def _anders_geschrieben(text: str) -> str:
    """Write the same content as somebody else would: other quotes, other lines, another order."""
    text = re.sub(r"(?m)^titel: (.*)$", r"titel: '\1'", text)
    text = re.sub(r"(?m)^text: >-\n((?:  .*\n)+)", lambda m: f'text: "{" ".join(m[1].split())}"\n', text)
    text = re.sub(r"(?m)^  - ", "- ", text)
    kopf, ziel, rest = text.partition("ziel: Z-5.2\n")
    return f"{kopf}{rest}{ziel}"


def lege_fest(ordner: Path, beschluss: str, tag: str) -> str:
    """Run ``fgk decide`` as somebody would have on that day; return what it wrote at the end of the file."""
    datei = ordner / "beschluesse" / f"{beschluss}.yaml"
    vorher = datei.read_text(encoding="utf-8")
    lauf = subprocess.run(
        [*_fgk(), "decide", beschluss, ordner.resolve(), "--stichtag", tag],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if lauf.returncode:
        raise SystemExit(f"„fgk decide {beschluss}“ ging nicht:\n{lauf.stdout}{lauf.stderr}")
    return datei.read_text(encoding="utf-8").removeprefix(vorher)


def _fgk() -> list[str]:
    if find_spec("fgk"):
        return [sys.executable, "-m", "fgk"]
    programm = shutil.which("fgk")
    if programm is None:
        raise SystemExit("Es fehlt fgk. Installieren Sie es, und wiederholen Sie den Aufruf.")
    return [programm]


class Ablage:
    """The repository that comes into being. No setting of the machine takes part, so that ids repeat."""

    def __init__(self, ordner: Path) -> None:
        self.ordner = ordner
        programm = shutil.which("git")
        if programm is None:
            raise SystemExit("Es fehlt git. Installieren Sie es, und wiederholen Sie den Aufruf.")
        self._git = programm
        self._umgebung = {name: wert for name, wert in os.environ.items() if not name.startswith("GIT_")}
        self._umgebung |= {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "LC_ALL": "C",
            "TZ": "UTC",
        }
        self.git("init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main", ".")
        self.git("config", "core.autocrlf", "false")

    def git(self, *worte: str, **umgebung: str) -> str:
        """Run git in the repository and return what it prints."""
        lauf = subprocess.run(
            [self._git, *worte], cwd=self.ordner, env=self._umgebung | umgebung, capture_output=True, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip
        if lauf.returncode:
            raise SystemExit(f"„git {worte[0]}“ ging nicht:\n{lauf.stdout}{lauf.stderr}")
        return lauf.stdout

    def wechsle(self, zweig: str, ab: str) -> None:
        """Go to a branch; a new one begins at ``ab``."""
        zweige = self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split()
        if zweig in zweige:
            self.git("checkout", "--quiet", zweig)
        elif zweige:
            self.git("checkout", "--quiet", "-b", zweig, ab)


def baue(ziel: Path) -> None:
    """Build the repository in an empty folder."""
    ziel.mkdir(parents=True, exist_ok=True)
    if any(ziel.iterdir()):
        raise SystemExit(f"„{ziel}“ ist nicht leer. Nennen Sie einen Ordner, den es noch nicht gibt.")
    ablage, texte = Ablage(ziel), dateien()
    festgelegt: dict[str, str] = {}
    for nummer, schritt in enumerate(schritte()):
        ablage.wechsle(schritt.zweig, schritt.ab)
        person = _person(schritt, nummer)
        if schritt.aus:
            ablage.git("merge", "--quiet", "--no-ff", "-m", schritt.botschaft, schritt.aus, **person)
            continue
        for pfad, text in texte.items():
            if any(fnmatch(pfad, muster) for muster in schritt.dateien) and not _kommt_erst(
                pfad, schritt.tag
            ):
                datei = ziel / pfad
                datei.parent.mkdir(parents=True, exist_ok=True)
                damals = fassung(pfad, text, schritt.tag, schritt.felder) + festgelegt.get(pfad, "")
                datei.write_text(damals, encoding="utf-8", newline="\n")
        if schritt.beschluss:
            pfad = f"beschluesse/{schritt.beschluss}.yaml"
            festgelegt[pfad] = lege_fest(ziel, schritt.beschluss, schritt.tag)
        ablage.git("add", "--all")
        ablage.git("commit", "--quiet", "-m", schritt.botschaft, **person)


def _kommt_erst(pfad: str, tag: str) -> bool:
    return (pfad in _ERGAENZT and tag < "2020-06-16") or (
        pfad.startswith("beschluesse/") and tag[:4] < Path(pfad).stem[2:6]
    )


def _person(schritt: Schritt, nummer: int) -> dict[str, str]:
    """Return who commits when: offices, never persons; each commit a minute after the one before."""
    postfach = schritt.wer.lower().replace("ü", "ue")
    zeit = f"{schritt.tag}T10:{nummer:02}:00+00:00"
    werte = {"NAME": schritt.wer, "EMAIL": f"{postfach}@stolberg.example", "DATE": zeit}
    return {f"GIT_{rolle}_{name}": wert for rolle in ("AUTHOR", "COMMITTER") for name, wert in werte.items()}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Aufruf: python examples/geschichte.py ZIEL")
    baue(Path(sys.argv[1]))
    sys.stdout.write(
        f"Die Geschichte des Beispiels liegt in „{sys.argv[1]}“. Sehen Sie sie an: git log --graph\n"
    )

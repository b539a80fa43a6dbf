"""The record of a decision that has none yet, from what the command line says."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from fgk.editing.emit import emit
from fgk.errors import FgkError
from fgk.festlegung.profil import FELDER
from fgk.loading.load import load_files
from fgk.models.arten import art_namens
from fgk.models.beschluss import ABSTIMMUNGSART, ANGENOMMEN, ERGEBNIS
from fgk.models.kennungen import FORMEN
from fgk.models.zielvereinbarung import Zielvereinbarung
from fgk.sources import FolderSource

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_VOTES = re.compile(r"([0-9]{1,4}):([0-9]{1,4}):([0-9]{1,4})")


class NewDecision(NamedTuple):
    """What the user says about a decision that is not on file, as typed."""

    kennung: str
    gremium: str | None = None
    datum: str | None = None
    ergebnis: str | None = None
    abstimmung: str | None = None
    betrifft: tuple[str, ...] = ()


def new_record(folder: Path, new: NewDecision) -> bytes | None:
    """Return the file of a new decision; ``None`` where it is on file and nothing was said about it.

    Raises ``FgkError`` for one that is on file and said anew, and for what is missing or wrong.
    """
    ist_gesagt = any(new[1:])
    if FolderSource(folder).exists(art_namens("beschluss").pfad_zu(new.kennung)):
        if ist_gesagt:
            raise FgkError(
                f"Den Beschluss {new.kennung} gibt es schon in der Akte.",
                f"Tragen Sie Gremium, Datum und Ergebnis in „beschluesse/{new.kennung}.yaml“ ein, und lassen Sie die "
                "Angaben dazu hier weg.",
            )
        return None
    if not ist_gesagt:
        return None
    betrifft = new.betrifft or (_agreement(folder),)
    ergebnis = _outcome(new.ergebnis)
    data: dict[str, Any] = {
        "kennung": new.kennung,
        "titel": " und ".join(_subject(kennung) for kennung in betrifft),
        "art": _kind(betrifft),
        "beratungen": [
            {
                "gremium": _body(new.gremium),
                "datum": _day(new.datum),
                "rolle": "kenntnisnahme" if ergebnis == "zur_kenntnis" else "entscheidung",
                "ergebnis": ergebnis,
                "abstimmung": _vote(new.abstimmung),
            }
        ],
        "beschlusspunkte": [
            {"nummer": number, "text": _point(kennung, ergebnis), "betrifft": [{"kennung": kennung}]}
            for number, kennung in enumerate(betrifft, start=1)
        ],
    }
    return "".join(f"{line}\n" for line in emit(data)).encode()


def _agreement(folder: Path) -> str:
    akte, _ = load_files(FolderSource(folder), ["zielvereinbarung.yaml"])
    record = akte.einzeln(Zielvereinbarung)
    if record is None:
        raise FgkError(
            "Die Akte hat keine (fehlerfreie) zielvereinbarung.yaml, die beschlossen werden könnte.",
            "Legen Sie sie an, oder nennen Sie mit --betrifft, worum es geht, z. B. --betrifft J-2018.",
        )
    return record.modell.kennung


def _kind_of(kennung: str) -> str:
    for art in FELDER:
        if FORMEN[art].passt(kennung):
            return art
    raise FgkError(
        f"„{kennung}“ lässt sich nicht festlegen.",
        "Hinter --betrifft steht die Kennung der Zielvereinbarung, eines Ziels, einer Maßnahme oder eines Jahresberichts, "
        "z. B. ZV-2017 oder J-2018.",
    )


def _kind(betrifft: Sequence[str]) -> str:
    arten = {_kind_of(kennung) for kennung in betrifft}
    if "zielvereinbarung" in arten:
        return "zielvereinbarung"
    return "jahresbericht" if arten == {"jahresbericht"} else "aenderung"


def _subject(kennung: str) -> str:
    art = _kind_of(kennung)
    name = kennung.partition("-")[2] if art == "jahresbericht" else kennung
    return f"{art_namens(art).titel} {name}"


def _point(kennung: str, ergebnis: str) -> str:
    artikel = "Der" if _kind_of(kennung) == "jahresbericht" else "Das" if kennung.startswith("Z-") else "Die"
    was = "zur Kenntnis genommen" if ergebnis == "zur_kenntnis" else "beschlossen"
    return f"{artikel} {_subject(kennung)} wird {was}."


def _body(text: str | None) -> str:
    if not text or not text.strip():
        raise FgkError(
            "Für einen neuen Beschluss fehlt --gremium.",
            "Nennen Sie, wer entschieden hat, z. B. --gremium Rat.",
        )
    return text.strip()


def _day(text: str | None) -> date:
    if text is not None and _DAY.fullmatch(text):
        with suppress(ValueError):  # 2018-02-30
            return date.fromisoformat(text)
    was = "Für einen neuen Beschluss fehlt --datum." if text is None else f"„{text}“ ist kein Tag."
    raise FgkError(was, "Geben Sie den Tag der Sitzung als JJJJ-MM-TT an, z. B. --datum 2017-08-24.")


def _outcome(text: str | None) -> str:
    if text in ANGENOMMEN:
        return text
    was = "Für einen neuen Beschluss fehlt --ergebnis."
    if text is not None:
        was = (
            f"„{text}“ ist kein Ergebnis, mit dem etwas festgelegt wird."
            if text in ERGEBNIS.worte
            else f"Ein Ergebnis „{text}“ gibt es nicht."
        )
    raise FgkError(was, "Möglich sind: unveraendert, geaendert, angenommen, zur_kenntnis.")


def _vote(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    votes = _VOTES.fullmatch(text)
    if votes:
        ja, nein, enthaltungen = map(int, votes.groups())
        art = "mehrheitlich" if nein else "einstimmig"
        return {"art": art, "ja": ja, "nein": nein, "enthaltungen": enthaltungen}
    if text in ABSTIMMUNGSART.worte:
        return {"art": text}
    raise FgkError(
        f"„{text}“ ist keine Art der Abstimmung.",
        f"Möglich sind: {', '.join(ABSTIMMUNGSART.worte)}, oder Ja:Nein:Enthaltungen, z. B. 31:4:2.",
    )

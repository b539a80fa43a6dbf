"""What to say of a key that is not known where it stands: misspelled, indented too much or too little."""

import unicodedata
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from fgk.models.felder import Route, groups_with, known_keys, value_at

_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})

Sentences = tuple[str, str]
_LONGEST = 60


def ascii_german(word: str) -> str:
    """Return a word with its umlauts written out: composed and decomposed umlauts give the same."""
    return unicodedata.normalize("NFC", word).translate(_UMLAUTE)


def did_you_mean(word: str, known: list[str]) -> str | None:
    """Return the known word that was probably meant."""
    plain = ascii_german(word).lower().replace(" ", "_").replace("-", "_")
    by_plain = {candidate.lower().replace("-", "_"): candidate for candidate in known}
    close = get_close_matches(plain, list(by_plain), n=1, cutoff=0.6)
    return by_plain[close[0]] if close else None


def meant_key(model: type[BaseModel], route: Route, data: Any) -> str | None:
    """Return the key of the same group that an unknown one at ``route`` was probably meant to be."""
    key, known = _key_and_known(model, route, data)
    if key.strip() in known or ascii_german(key) in known:
        return ascii_german(key.strip())
    if _too_deep(model, route, data) or _not_deep_enough(model, route, data, must_be_there=True):
        return None
    return did_you_mean(key, known)


def unknown_key(model: type[BaseModel], route: Route, data: Any) -> Sentences:
    """Return what is wrong with an unknown key at ``route`` and what to do."""
    key, known = _key_and_known(model, route, data)
    return (
        _with_blank(key, known)
        or _with_umlaut(key, known)
        or _too_deep(model, route, data)
        or _not_deep_enough(model, route, data, must_be_there=True)
        or _misspelled(key, known)
        or _not_deep_enough(model, route, data, must_be_there=False)
        or (_no_such_key(key), f"Erlaubt sind: {', '.join(known)}.")
    )


def _key_and_known(model: type[BaseModel], route: Route, data: Any) -> tuple[str, list[str]]:
    return str(route[-1]), known_keys(model, route[:-1], data)


def _no_such_key(key: str) -> str:
    if not key.strip():
        return "Hier steht ein Wert ohne Schlüssel davor."
    return f"Den Schlüssel „{key if len(key) <= _LONGEST else key[: _LONGEST - 1] + '…'}“ gibt es hier nicht."


def _with_blank(key: str, known: list[str]) -> Sentences | None:
    """A no-break space, as Word and web pages bring them, looks like a blank and is a letter to YAML."""
    word = key.strip()
    if word == key or not word:
        return None
    art = "Leerzeichen" if key.strip(" ") == word else "geschütztes Leerzeichen"
    was = f"Am Schlüssel „{word}“ hängt ein {art}; YAML liest es als Buchstaben."
    close = f" Meinten Sie außerdem „{did_you_mean(word, known)}“?" if did_you_mean(word, known) else ""
    return was, f"Löschen Sie es und tippen Sie gewöhnliche Leerzeichen.{'' if word in known else close}"


def _with_umlaut(key: str, known: list[str]) -> Sentences | None:
    spelled = ascii_german(key)
    if spelled == key or spelled not in known:
        return None
    return f"„{key}“ heißt hier „{spelled}“.", f"Schreiben Sie „{spelled}“ ohne Umlaut."


def _too_deep(model: type[BaseModel], route: Route, data: Any) -> Sentences | None:
    """The key belongs to a group further out."""
    *parents, key = route
    for depth in range(len(parents) - 1, -1, -1):
        outer, step = tuple(parents[:depth]), parents[depth]
        if isinstance(step, str) and key in known_keys(model, outer, data):
            inner = next(name for name in reversed(parents) if isinstance(name, str))
            return (
                f"„{key}“ gehört nicht unter „{inner}“.",
                f"Lassen Sie die Zeile in derselben Spalte beginnen wie „{step}“.",
            )
    return None


def _not_deep_enough(
    model: type[BaseModel], route: Route, data: Any, *, must_be_there: bool
) -> Sentences | None:
    """The key belongs to a group inside this one, which may be in the file already."""
    *parents, key = route
    groups = groups_with(model, tuple(parents), str(key))
    here = value_at(data, tuple(parents))
    present = [name for name in groups if isinstance(here, dict) and name in here]
    if must_be_there and present:
        return (
            f"„{key}“ gehört unter „{present[0]}“.",
            f"Rücken Sie die Zeile unter „{present[0]}:“ weiter ein.",
        )
    if must_be_there or len(groups) != 1:
        return None
    tun = f"Schreiben Sie darüber eine Zeile „{groups[0]}:“ und rücken Sie diese darunter ein."
    return f"„{key}“ gehört unter „{groups[0]}“.", tun


def _misspelled(key: str, known: list[str]) -> Sentences | None:
    close = did_you_mean(key, known)
    return (_no_such_key(key), f"Meinten Sie „{close}“?") if close else None

"""Two new records that both sides gave the same number: neither is thrown away, and that of the pack can take the next.

What differs in one record is a matter of fields. Here are two records, and only their number is the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from fgk.errors import FgkError
from fgk.models.arten import Art, art_namens, art_von
from fgk.plaindata import normal
from fgk.reading.reader import read_yaml
from fgk.sharing.versions import Files, Version, version

#: their Kennungen count on; a goal is given its number before its measures, which begin with it
_COUNTED = ("ziel", "massnahme", "beteiligung", "beschluss")
_COMMENT = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)
_OTHERWISE = (
    "Eine Seite gibt ihrem Datensatz vorher eine andere Kennung: Benennen Sie die Datei um, ändern Sie darin „kennung“ und "
    "überall, wo sie genannt wird, und packen Sie neu."
)


class Doppelt(NamedTuple):
    """A Kennung that stands for one new record here and for another in the pack, with the titles of both."""

    art: Art
    kennung: str
    hier: str
    paket: str


class Sides(NamedTuple):
    """What there was in common, and what both sides made of it."""

    base: Files
    ours: Files
    theirs: Files


def doppelte(sides: Sides) -> list[Doppelt]:
    """Return the Kennungen under which both sides have a new record, each another."""
    found = []
    for path in sorted((sides.ours.keys() & sides.theirs.keys()) - sides.base.keys()):
        art = art_von(path)
        kennung = art.kennung_aus_pfad(path) if art else None
        titles = _titel(sides.ours[path]), _titel(sides.theirs[path])
        if art and kennung and art.name in _COUNTED and all(titles) and titles[0] != titles[1]:
            found.append(Doppelt(art, kennung, *titles))
    return sorted(found, key=lambda one: _COUNTED.index(one.art.name))


def new_names(found: Iterable[Doppelt], sides: Sides) -> dict[str, str]:
    """Return Kennung in the pack -> the one that it gets; raises ``FgkError`` for what a decision holds fast."""
    names: dict[str, str] = {}
    for one in found:
        if one.kennung not in names:
            new = _before(one, sides) or _next(one.kennung, sides, names.values())
            names[one.kennung] = new
            names |= _measures(one.kennung, new, sides) if one.art.name == "ziel" else {}
    _check_free_to_change(names, sides)
    return names


def renumbered(names: Mapping[str, str], sides: Sides) -> dict[str, Version]:
    """Return the files of the pack with these Kennungen: in their names, and wherever the pack says something new."""
    files = {}
    for path, there in sides.theirs.items():
        art = art_von(path)
        kennung = art.kennung_aus_pfad(path) if art else None
        new = art.pfad_zu(names[kennung]) if art and kennung and kennung in names else path
        files[new] = _rewritten(there, sides.base.get(path), names) if art else there
    return files


def _rewritten(there: Version, before: Version | None, names: Mapping[str, str]) -> Version:
    if there.raw is None or (before and before.digest == there.digest):
        return there
    old = set(_text(before).splitlines()) if before else set()
    pattern = _naming(names)
    lines = there.raw.decode("utf-8", "surrogateescape").splitlines(keepends=True)
    new = (
        line if line.rstrip("\r\n") in old else pattern.sub(lambda found: names[found[0]], line)
        for line in lines
    )
    return version("".join(new).encode("utf-8", "surrogateescape"))


def _naming(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, names))})(?!\w|[.-]\w)")


def _before(one: Doppelt, sides: Sides) -> str | None:
    """Return what this record of the pack was called here at an earlier exchange, if it was there already."""
    for path in sorted((sides.base.keys() & sides.ours.keys()) - sides.theirs.keys()):
        if art_von(path) is one.art and _titel(sides.base[path]) == one.paket:
            return one.art.kennung_aus_pfad(path)
    return None


def _next(kennung: str, sides: Sides, given: Iterable[str]) -> str:
    """Return the Kennung above all that one of the sides uses or names; gaps stay gaps."""
    number = re.findall("[0-9]+", kennung)[-1]
    begin = kennung.removesuffix(number)
    words = "\n".join([*given, *(word for files in sides for word in _words(files))])
    taken = map(int, re.findall(rf"(?<![\w.-]){re.escape(begin)}0*([0-9]{{1,6}})(?!\w)", words))
    return f"{begin}{max(taken) + 1:0{len(number) if number.startswith('0') else 1}}"


def _words(files: Files) -> Iterator[str]:
    for path, there in files.items():
        art = art_von(path)
        if art:
            yield art.kennung_aus_pfad(path) or ""
            yield _COMMENT.sub("", _text(there))


def _measures(ziel: str, new: str, sides: Sides) -> dict[str, str]:
    """Return the new names of a goal's measures, which begin with its number."""
    art = art_namens("massnahme")
    begin, instead = (f"M-{kennung.removeprefix('Z-')}." for kennung in (ziel, new))
    found = (art.kennung_aus_pfad(path) for path in sides.theirs.keys() - sides.base.keys())
    return {k: instead + k.removeprefix(begin) for k in found if k and k.startswith(begin)}


def _check_free_to_change(names: Mapping[str, str], sides: Sides) -> None:
    for path, there in sorted(sides.theirs.items()):
        art = art_von(path)
        if art is None or art.name != "beschluss" or sides.base.get(path) == there or not names:
            continue
        held = _naming(names).search(_COMMENT.sub("", _text(there)))
        if held:
            raise FgkError(
                f"{held[0]} bekommt keine andere Kennung: Im Paket nennt sie der Beschluss „{path}“.",
                _OTHERWISE,
            )


def _titel(there: Version) -> Any:
    data = read_yaml(there.raw or b"").data
    titel = normal(data).get("titel") if isinstance(data, dict) else None
    return titel if isinstance(titel, str) else ""


def _text(there: Version) -> str:
    return (there.raw or b"").decode("utf-8", "surrogateescape")

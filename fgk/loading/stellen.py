"""Find the Kennung of an Organisationseinheit that somebody called by its name."""

from fgk.models.arten import art_namens
from fgk.reading.reader import read_yaml
from fgk.sources import Source, UnreadableFileError


def kennung_of_name(source: Source, name: str) -> str | None:
    """Return the Kennung that stands beside ``name`` in organisationseinheiten.yaml, ``None`` if there is none.

    The file may be faulty: what can be read of it is enough.
    """
    try:
        data = read_yaml(source.read(art_namens("organisationseinheiten").pfad)).data
    except UnreadableFileError:
        return None
    entries = data.get("organisationseinheiten") if isinstance(data, dict) else None
    wanted = name.strip().casefold()
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("kennung"), str):
            names = (entry.get("name"), entry.get("kurz"))
            if wanted in [str(word).casefold() for word in names if word]:
                return str(entry["kennung"])
    return None

"""What a pack holds besides the folder of an Akte: the Verfahren of its workspace that it follows.

Whoever gets the Akte has another workspace or none, and could not read it otherwise. A folder ``verfahren`` in the Akte
is where a Verfahren for one Akte lies anyhow.
"""

from fgk.akte import Akte
from fgk.loading.ablagen import eigene_verfahren
from fgk.models.arten import art_namens
from fgk.sharing.versions import Files, version


def verfahren_des_arbeitsbereichs(akte: Akte, files: Files) -> Files:
    """Return the files of the own Verfahren that an Akte follows, and of those they rest on, that it does not hold itself."""
    workspace = akte.source.workspace()
    if workspace is None or akte.audit is None:
        return {}
    bekannte = {**eigene_verfahren(workspace), **eigene_verfahren(akte.source)}
    art, found, kennung = art_namens("verfahren"), {}, akte.audit.verfahren
    gesehen: set[str] = set()
    while kennung in bekannte and kennung not in gesehen:
        gesehen.add(kennung)
        path = art.pfad_zu(kennung)
        if path not in files and workspace.exists(path):
            found[path] = version(workspace.read(path))
        kennung = bekannte[kennung].grundlage or ""
    return found

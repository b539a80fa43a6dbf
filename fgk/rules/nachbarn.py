"""What the rules about other Akten of the workspace share."""

from fgk.models.audit import Bezirk, Kreis, Ort, Quartier, Verband


def ist_derselbe_ort(eins: Ort, zwei: Ort) -> bool:
    """Say whether two Akten are about the same place; a key may change over the years, as long as the name stays."""
    if eins.art != zwei.art:
        return False
    gleicher_name = eins.name.casefold() == zwei.name.casefold()
    if isinstance(eins, (Bezirk, Quartier)):  # their key is that of the city around
        return gleicher_name
    return gleicher_name or _schluessel(eins) == _schluessel(zwei)


def _schluessel(ort: Ort) -> str:
    if isinstance(ort, Kreis):
        return ort.schluessel
    return ort.ars if isinstance(ort, Verband) else ort.ags

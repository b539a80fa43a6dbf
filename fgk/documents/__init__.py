"""Documents: views for templates, one template a document, one writer a format."""

from fgk.documents.arten import DOKUMENTE
from fgk.documents.erzeugen import SCHREIBER, Auftrag, baue, erzeuge, schreibe

__all__ = ["DOKUMENTE", "SCHREIBER", "Auftrag", "baue", "erzeuge", "schreibe"]

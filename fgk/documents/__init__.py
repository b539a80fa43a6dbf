"""Documents: views for templates, one template a document, one writer a format."""

from fgk.documents.erzeugen import DOKUMENTE, SCHREIBER, Auftrag, erzeuge

__all__ = ["DOKUMENTE", "SCHREIBER", "Auftrag", "erzeuge"]

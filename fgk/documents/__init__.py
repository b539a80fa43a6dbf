"""Documents: views for templates, one template a document, one writer a format."""

from fgk.documents.erzeugen import SCHREIBER, Auftrag, erzeuge

__all__ = ["SCHREIBER", "Auftrag", "erzeuge"]

"""What a column of a list can become, and what people usually call it."""

import re
from typing import NamedTuple

from fgk.register.schreibweisen import worte


class Feld(NamedTuple):
    """A place that a column can go to: its key, how people read it, and the headings that mean it."""

    key: str
    titel: str
    muster: str


BEMERKUNG = "bemerkung"
#: columns of which nothing is taken
OHNE_INHALT = frozenset({"weglassen", "person"})

#: the first that fits a heading is taken: the narrow ones come first
FELDER = (
    Feld("person", "nicht übernommen: nennt wohl Personen", r"ansprechpartner|ansprechperson|ansprechpartnerin|kontakt|bearbeiter"),
    Feld("kosten_jaehrlich", "jährliche Kosten", r"kosten.*(?:jaehr|jahr|p ?a)|jaehrliche kosten|folgekosten"),
    Feld("personal", "Personalaufwand", r"personal"),
    Feld("produkt", "Produkt oder Konto", r"produkt|kostenstelle|haushaltsstelle|sachkonto|konto"),
    Feld("kosten_erlaeuterung", "Erläuterung zu den Kosten", r"finanzierung|foerder|deckung|kostenerlaeuterung"),
    Feld("kosten", "einmalige Kosten", r"kosten|budget|finanz|mittel(?:bedarf)?$|haushaltsmittel|aufwand|betrag"),
    Feld("status", "Bemerkung (Stand: nur im Jahresbericht)", r"status|stand|umsetzungsstand|sachstand|ampel|erledigt|fortschritt"),
    Feld("prioritaet", "Priorität", r"prio"),
    Feld("zielgruppen", "Zielgruppen", r".*zielgruppe|adressat"),
    Feld("messkriterium", "Messkriterium des Ziels", r"messkriteri|indikator|kennzahl|messgroesse|erfolgskriteri|zielwert"),
    Feld("handlungsfeld", "Handlungsfeld", r"handlungsfeld|themenfeld|handlungsbereich|themenbereich|hf$"),
    Feld("leitziel", "Leitziel", r"leitziel|oberziel|strategisches ziel|uebergeordnetes ziel"),
    Feld("zeitraum", "Beginn und Ende", r"zeitraum$|zeitl|zeitplan|laufzeit|zeitrahmen|umsetzungszeitraum|zeitschiene|dauer"),
    Feld("beginn", "Beginn", r"beginn|start|von$|ab$|ab wann|(?:zeitraum|laufzeit) (?:von|ab|beginn)"),
    Feld("ende", "Ende", r"ende|frist|bis|termin|fertigstellung|zieltermin|umsetzung bis|wann|faellig|(?:zeitraum|laufzeit) (?:bis|ende)"),
    Feld("kooperationspartner", "Kooperationspartner", r"kooperation|partner|externe"),
    Feld("beteiligte", "Beteiligte", r"beteilig|mitwirk|weitere (?:stellen|aemter|akteure)|unterstuetz|akteure"),
    Feld("federfuehrung", "Federführung", r"federfuehr|zustaendig|verantwort|wer$|amt$|fachbereich$|dienststelle|organisationseinheit"),
    Feld("text", "Text", r"\w*beschreibung|inhalt|erlaeuterung|konkretisierung|umsetzungsschritt|umsetzung$|details?$|wie$|aktivitaet"),
    Feld("titel", "Titel der Maßnahme", r"massnahmen?(?:titel|name|bezeichnung)?$|massnahme (?!nr|nummer)|titel|bezeichnung|projekt|vorhaben|was$|name$"),
    Feld("nummer", "Kennung", r"(?:lfd|laufende)? ?(?:nr|nummer|no|ziffer|kennung|id)$|massnahmen? ?(?:nr|nummer)$|massnahmen?nummer$|massnahmen?nr$|kennziffer"),
    Feld("ziel", "Ziel", r"(?:teil|unter|handlungs|operatives |entwicklungs|massnahmen)?ziele?$|zielsetzung|ziel "),
    Feld("weglassen", "nicht übernommen", r"(?!)"),
    Feld(BEMERKUNG, "Bemerkung", r"bemerkung|anmerkung|notiz|hinweis|kommentar|sonstiges"),
)  # fmt: skip
NACH_KEY = {feld.key: feld for feld in FELDER}


def gefaltet(text: str) -> str:
    """Return a heading as headings are compared: small letters, no umlauts, no footnotes, no signs."""
    ohne_fussnote = re.sub(r"[\d*¹²³]+\)?\s*\Z", "", text.replace("-\n", ""))
    ohne_klammer = re.sub(r"\([^)]*\)", " ", ohne_fussnote) if not text.startswith("(") else text
    return " ".join(wort.rstrip(".") for wort in worte(ohne_klammer))


def rate(ueberschrift: str) -> str | None:
    """Return the key of the field that a heading usually means, ``None`` where nothing is known."""
    text = gefaltet(ueberschrift)
    for feld in FELDER if text else ():
        if re.match(feld.muster, text):
            return feld.key
    return None

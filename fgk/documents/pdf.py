"""Document -> PDF/A-2a that is also PDF/UA-1, by way of Typst; nothing is read but our own files."""

import json
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

from fgk import resources
from fgk.documents.dokument import Dokument, Gestalt, Kopf
from fgk.documents.schutz import schuetze
from fgk.documents.typst_inline import quoted
from fgk.documents.typst_writer import write_typst
from fgk.errors import FgkError
from fgk.zeichen import ersetze

#: what a German text cannot do without
_DEUTSCH = "AÄÖÜäöüß"
_RAHMEN = '#import "/typst/dokument.typ": *\n#show: dokument\n\n'


def write_pdf(dokument: Dokument, *, datum: date) -> bytes:
    """Return the PDF; ``datum`` (the Stichtag) is the time it says it was made, so its bytes repeat.

    Raises :class:`FgkError` if Typst cannot set the document.
    """
    if dokument.gestalt.schrift and dokument.gestalt.schriften:
        _pruefe_schrift(dokument.gestalt.schrift, dokument.gestalt.schriften)
    quelle = _RAHMEN + write_typst(dokument.koerper)
    try:
        ergebnis = compiler(dokument.gestalt.schriften).compile(
            quelle.encode(),
            format="pdf",
            sys_inputs={
                "kopf": _kopf(dokument.kopf),
                "gestalt": _gestalt(dokument.gestalt),
                "bilder": json.dumps(
                    {name: [bild.svg, _text(bild.alt)] for name, bild in dokument.bilder.items()},
                    ensure_ascii=False,
                ),
                "anhang": json.dumps(dokument.anhang, ensure_ascii=False),
                # PDF/A keeps it readable for any program; fgk verify looks for it
                "pruefzeichen": f"fgk-pruefzeichen {dokument.pruefzeichen}" if dokument.pruefzeichen else "",
            },
            # files may only be attached to part 3, which is part 2 in everything else
            pdf_standards=["a-3a" if dokument.anhang else "a-2a", "ua-1"],
            timestamp=int(datetime.combine(datum, time(), UTC).timestamp()),
        )
    except typst.TypstError as error:
        raise FgkError(
            f"Das PDF „{dokument.kopf.titel}“ lässt sich nicht setzen: {error.message}",
            "Suchen Sie das genannte Zeichen in den Texten. Findet sich keines, melden Sie uns den Fehler.",
        ) from error
    except BaseException as error:
        # A panic of the typesetter passes by "except Exception" and would end the program without a word.
        if type(error).__name__ == "PanicException":
            raise RuntimeError(f"typst: {error}") from error
        raise
    if not isinstance(ergebnis, bytes):
        raise TypeError("typst returned no single file")
    return ergebnis


@cache
def _pruefe_schrift(name: str, ordner: Path) -> None:
    """Raise ``FgkError`` for a typeface that is not there or lacks German letters: Typst would take ours in silence."""
    fehlend = [zeichen for zeichen in _DEUTSCH if not _hat(name, ordner, zeichen)]
    if fehlend:
        raise FgkError(
            f"Der Schrift „{name}“ in „vorlagen/schriften“ fehlen Zeichen: {' '.join(fehlend)}",
            "Nehmen Sie eine vollständige Fassung der Schrift, oder lassen Sie „schrift“ weg.",
        )


def _hat(name: str, ordner: Path, zeichen: str) -> bool:
    probe = f'#set text(font: {quoted(name)}, fallback: false)\n#"{zeichen}"'
    try:
        _, warnungen = compiler(ordner).compile_with_warnings(
            probe.encode(), format="pdf", pdf_standards=["a-2b"], timestamp=0
        )
    except typst.TypstError:
        return False
    if warnungen:
        raise FgkError(
            f"Die Schrift „{name}“ liegt nicht in „vorlagen/schriften“.",
            "Legen Sie ihre Dateien (TTF oder OTF) dort ab, und schreiben Sie den Namen so, wie ihn das Programm zur "
            "Textverarbeitung zeigt.",
        )
    return True


@cache
def compiler(eigene: Path | None = None) -> typst.Compiler:
    """Return the one compiler: fonts are read once, however many documents follow; ``eigene`` come first."""
    vorlagen = resources.folder("templates")
    ordner = [vorlagen / "schriften"] if eigene is None else [eigene, vorlagen / "schriften"]
    return typst.Compiler(
        root=vorlagen, font_paths=typst.Fonts(include_system_fonts=False, font_paths=ordner)
    )


def _gestalt(gestalt: Gestalt) -> str:
    return json.dumps(
        {
            "farbe": gestalt.farbe,
            "schrift": gestalt.schrift if gestalt.schriften else None,
            "absender": [_text(zeile) for zeile in gestalt.absender],
            "logo": gestalt.logo and [gestalt.logo.svg, _text(gestalt.logo.alt)],
            "signet": gestalt.signet and [gestalt.signet.svg, _text(gestalt.signet.alt)],
        },
        ensure_ascii=False,
    )


def _kopf(kopf: Kopf) -> str:
    return json.dumps(
        {
            "titel": _text(kopf.titel),
            "untertitel": _text(kopf.untertitel),
            "ort": _text(kopf.ort),
            "angaben": [[_text(name), _text(wert)] for name, wert in kopf.angaben],
            "hinweise": [_text(hinweis) for hinweis in kopf.hinweise],
            "kolumnentitel": _text(kopf.kolumnentitel),
            "fusszeile": _text(kopf.fusszeile),
            "vermerk": _text(kopf.vermerk),
            "kurz": kopf.ist_kurz,
            "urkunde": kopf.ist_urkunde,
        },
        ensure_ascii=False,
    )


def _text(text: str) -> str:
    return schuetze(ersetze(text))

"""Draw the pictures of README and handbook from real output: pages of the example's documents, their diagrams,
and a terminal.

    python tools/bilder.py docs/bilder

The same version draws the same pictures. They depend on Pillow's encoder, so no test compares their bytes; the
terminal's text is the one that the README's test runs.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import typst
from PIL import Image

from fgk.checking import check_akte
from fgk.documents import jahresbericht, zielvereinbarung
from fgk.documents.raster import png_of
from fgk.documents.sicht import Sicht
from fgk.sources import FolderSource

EXAMPLE = Path("examples/kommune-stolberg")
SMALL = Path("tests/akten/minimal")
STICHTAG = ("--stichtag", "2026-06-30")
PAGES = (0, 5)
#: picture -> Akte and what stands behind ``fgk render``
COVERS = {
    "zielvereinbarung": (EXAMPLE, ("zielvereinbarung",)),
    "jahresbericht": (EXAMPLE, ("jahresbericht", "--jahr", "2020")),
    "kurzfassung": (EXAMPLE, ("kurzfassung", "--jahr", "2020")),
    "bilanz": (EXAMPLE, ("bilanz",)),
    "beschlussvorlage": (EXAMPLE, ("beschlussvorlage",)),
    "bestandsaufnahme": (EXAMPLE, ("bestandsaufnahme",)),
    "beteiligung": (EXAMPLE, ("beteiligung",)),
    "begutachtung": (EXAMPLE, ("begutachtung",)),
    "zertifikatsnachweis": (EXAMPLE, ("zertifikatsnachweis",)),
}
SLIPS = (
    ("M-3.1.1.yaml", r"^prioritaet: .*$", "prioritaet: sehr hoch"),
    ("M-3.1.2.yaml", r"^federfuehrung: OE-\S+", "federfuehrung: OE-510"),
)
#: what is laid over the smallest Akte of the tests to make one of a quarter
QUARTER = {
    "audit.yaml": """\
kennung: A-lindenhof-2024
musterdaten: true
ort:
  art: quartier
  name: Lindenhof
  bezeichnung: Quartier Lindenhof
  ags: "05999001"
verfahren: generationengerechtes-wohnen
katalog: agwiq-projekt
stufe: grund
traeger: [OE-10, OE-51]
rollen:
  projektleitung:
    - funktion: Quartiersmanagement
""",
    "zielvereinbarung.yaml": """\
kennung: ZV-2024
musterdaten: true
laufzeit:
  von: 2024-07-01
  bis: 2027-06-30
unterschriften:
  - stelle: Wohnungsgenossenschaft Lindenhof eG
    funktion: Vorstand
  - stelle: Stadt Musterstadt
    funktion: Bürgermeisterin
""",
    "organisationseinheiten.yaml": """\
organisationseinheiten:
  - kennung: OE-10
    name: Wohnungsgenossenschaft Lindenhof eG
    art: unternehmen
    ist_extern: true
  - kennung: OE-51
    name: Stadt Musterstadt
    art: amt
""",
}
MADE_UP_SIGNET = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><circle cx="100" cy="100" r="92" fill="#e8eff2" '
    'stroke="#17506b" stroke-width="6"/><circle cx="70" cy="90" r="24" fill="#17506b"/><circle cx="130" cy="90" r="24" '
    'fill="#4a7b93"/><circle cx="100" cy="142" r="16" fill="#8fa3ad"/></svg>'
)
_COLORS = {"31;1": "ff8a80", "33;1": "ffd180", "36;1": "84ffff", "1": "ffffff"}
_ANSI = re.compile(r"\x1b\[([0-9;]*)m")


def main(folder: Path) -> None:
    """Write all pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        draw_pages(work, folder / "seiten.png")
        draw_terminal(work, folder / "terminal.png")
        for name, (akte, words) in COVERS.items():
            draw_cover(work / name, akte, words, folder / f"{name}.png")
        draw_cover(
            work / "quartierskonzept",
            lay_quarter(work / "quartier"),
            ("quartierskonzept",),
            folder / "quartierskonzept.png",
        )
        draw_cover(work / "urkunde", lay_verein(work / "verein"), ("urkunde",), folder / "urkunde.png")
        draw_diagrams(folder)
        draw_form(work, folder / "formular.png")


def draw_form(work: Path, target: Path) -> None:
    """Show a form as LibreOffice (with Calc) prints it; without LibreOffice the picture stays as it is."""
    office = shutil.which("soffice")
    if office is None:
        return
    words = ("--jahr", "2020", "--organisationseinheit", "OE-51", "--bis", "2021-01-31", *STICHTAG)
    fgk("export", "formular", str(EXAMPLE), *words, "-o", str(work))
    form = work / "formular-2020-jugendamt.xlsx"
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(work), str(form)]
    subprocess.run(command, check=True, capture_output=True)
    page = pypdfium2.PdfDocument(form.with_suffix(".pdf"))[0].render(scale=1.9).to_pil()
    _save(page.crop((40, 30, page.width - 40, int(page.height * 0.72))), target)


def draw_cover(work: Path, akte: Path, words: tuple[str, ...], target: Path) -> None:
    """Show the first page of a document."""
    fgk("render", words[0], str(akte), *words[1:], *STICHTAG, "-o", str(work))
    pdf = pypdfium2.PdfDocument(next(work.glob("*.pdf")))
    page = pdf[0].render(scale=0.8).to_pil()
    canvas = Image.new("RGB", (page.width + 2, page.height + 2), "#8fa3ad")
    canvas.paste(page, (1, 1))
    _save(canvas, target)


def lay_quarter(akte: Path) -> Path:
    """Make an Akte of the Verfahren for quarters out of the smallest one of the tests."""
    shutil.copytree(SMALL, akte)
    for name, text in QUARTER.items():
        (akte / name).write_text(text, encoding="utf-8")
    return akte


def lay_verein(workspace: Path) -> Path:
    """Put the example into a workspace of the Verein; the Signet is a made-up one, because theirs is not ours to show."""
    akte = Path(shutil.copytree(EXAMPLE, workspace / "kommune-stolberg"))
    (workspace / "fgk.yaml").write_text("rolle: verein\n", encoding="utf-8")
    (workspace / "gestaltung.yaml").write_text("signet: signet.svg\n", encoding="utf-8")
    (workspace / "signet.svg").write_text(MADE_UP_SIGNET, encoding="utf-8")
    return akte


def draw_diagrams(folder: Path) -> None:
    """Show the diagrams of the example, each as its document has it."""
    day = date.fromisoformat(STICHTAG[1])
    view = Sicht.aus(check_akte(FolderSource(EXAMPLE), day)[0], day, ist_entwurf=False)
    pictures = {**zielvereinbarung.baue(view, None).bilder, **jahresbericht.baue(view, "2020").bilder}
    for name, picture in pictures.items():
        image = Image.open(BytesIO(png_of(picture, 16.0, 110))).convert("RGBA")
        canvas = Image.new("RGB", (image.width + 24, image.height + 24), "white")
        canvas.paste(image, (12, 12), image)
        _save(canvas, folder / f"schaubild-{name}.png")


def draw_pages(work: Path, target: Path) -> None:
    """Show the cover and a page of measures side by side."""
    fgk("render", "zielvereinbarung", str(EXAMPLE), *STICHTAG, "-o", str(work))
    pdf = pypdfium2.PdfDocument(next(work.glob("*.pdf")))
    images = [pdf[page].render(scale=1.1).to_pil() for page in PAGES]
    gap = 24
    width = sum(image.width for image in images) + gap * (len(images) + 1)
    canvas = Image.new("RGB", (width, images[0].height + 2 * gap), "#c9d1d6")
    left = gap
    for image in images:
        canvas.paste(image, (left, gap))
        left += image.width + gap
    _save(canvas, target)


def draw_terminal(work: Path, target: Path) -> None:
    """Show what ``fgk validate`` says about a copy of the example with two slips of the pen."""
    akte = work / "kommune-stolberg"
    shutil.copytree(EXAMPLE, akte)
    for name, pattern, slip in SLIPS:
        measure = akte / "massnahmen" / name
        text = re.sub(pattern, slip, measure.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        measure.write_text(text, encoding="utf-8")
    script = (
        "import sys; from fgk.checking import check_akte; from fgk.output.text import TextOutput;"
        "from fgk.output.summary import summary_line; from fgk.sources import FolderSource;"
        "from datetime import date; from pathlib import Path;"
        "a, d = check_akte(FolderSource(Path('kommune-stolberg')), date(2026, 6, 30));"
        "o = TextOutput(width=80, color=True);"
        "d = [x for x in d if x.severity > 1];"
        "print('$ fgk validate'); [print(o.format(x) + chr(10)) for x in d];"
        "print(summary_line(d, 1, sum(map(len, a.records.values())) + len(a.fehlerhaft)))"
    )
    out = subprocess.run([sys.executable, "-c", script], cwd=work, capture_output=True, text=True, check=True)
    source = _terminal_source(out.stdout.rstrip("\n"))
    png = typst.compile(source.encode(), format="png", ppi=144)
    _save(Image.open(BytesIO(png)).convert("RGB"), target)


def _terminal_source(text: str) -> str:
    lines = ['#set page(width: auto, height: auto, margin: 14pt, fill: rgb("1e2529"))']
    lines.append('#set text(font: "DejaVu Sans Mono", size: 9pt, fill: rgb("e3e8ea"))')
    lines.append("#set par(leading: 0.55em)")
    for line in text.split("\n"):
        parts, color = [], ""
        for index, piece in enumerate(_ANSI.split(line)):
            if index % 2:
                color = _COLORS.get(piece, "")
            elif piece:
                quoted = '"' + piece.replace("\\", "\\\\").replace('"', '\\"').replace(" ", "\u00a0") + '"'
                parts.append(f'#text(fill: rgb("{color}"), {quoted})' if color else f"#{quoted}")
        lines.append("".join(parts) + " \\")
    return "\n".join(lines)


def _save(image: Image.Image, target: Path) -> None:
    image.quantize(64).save(target, optimize=True)


def fgk(*arguments: str) -> None:
    """Run fgk as a user would."""
    subprocess.run([sys.executable, "-m", "fgk", *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Takes pictures of the important states into Tests/artefacts, with an index.html that shows them side by side.

No picture is compared with another: they are for people to look at. The other tests check what a program can see.
"""

import html
import json
import shutil
import subprocess

import pytest

from conftest import ARTEFACTS
from page_kinds import ENTRY, FULL_ENTRY, FULL_HOME, HOME, LONG_HOME, PERIOD, SOURCES

PICTURES = ARTEFACTS / "pictures"

# The first screens of a long page are enough; in CSS pixels.
TALLEST = 3_200

SCREENS = [(kind, mode) for kind in (HOME, ENTRY) for mode in ("desktop", "phone", "dark", "forced-colors", "no-script")]
SCREENS += [(kind, mode) for kind in (LONG_HOME, PERIOD, FULL_HOME, FULL_ENTRY, SOURCES) for mode in ("desktop", "phone")]


@pytest.fixture(scope="module", autouse=True)
def contact_sheet():
    """Empties the folder of pictures, and finally writes the page that shows them."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    yield
    write_index()


@pytest.mark.parametrize(("kind", "mode"), SCREENS, ids=lambda part: str(part))
def test_picture_of_the_screen(kind, mode, open_page):
    page = open_page(kind, mode)
    width = page.viewport_size["width"]
    body = page.locator("body").bounding_box()
    height = min(TALLEST, body["y"] + body["height"])
    file = PICTURES / f"{kind}, {mode}.png"
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    assert file.stat().st_size > 10_000


@pytest.mark.parametrize("kind", [HOME, ENTRY], ids=str)
def test_picture_of_the_paper(kind, open_page, tmp_path):
    open_page(kind).pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, format="A4")
    first, last = ("-f", "1"), ("-l", "2")
    subprocess.run(["pdftoppm", "-png", "-r", "75", *first, *last, tmp_path / "page.pdf", tmp_path / "sheet"], check=True)
    sheets = sorted(tmp_path.glob("sheet-*.png"))
    assert len(sheets) == 2
    for number, sheet in enumerate(sheets, 1):
        shutil.copy(sheet, PICTURES / f"{kind}, print {number}.png")


def write_index() -> None:
    figures = ARTEFACTS / "figures.json"
    rows = json.loads(figures.read_text(encoding="utf-8")) if figures.exists() else {}
    pictures = "".join(
        f'<figure><figcaption>{html.escape(file.stem)}</figcaption><a href="pictures/{html.escape(file.name)}">'
        f'<img src="pictures/{html.escape(file.name)}" alt=""></a></figure>\n'
        for file in sorted(PICTURES.glob("*.png")))
    measured = "".join(f"<tr><th>{html.escape(name)}</th><td>{html.escape(value)}</td></tr>\n" for name, value in rows.items())
    (ARTEFACTS / "index.html").write_text(
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Pictures of the tests</title>\n'
        "<style>body { font: 14px sans-serif; margin: 1rem } div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }"
        "figure { margin: 0; width: 22rem } img { width: 100%; border: 1px solid #999 } th { text-align: start }</style>\n"
        f"<h1>Pictures of the tests</h1>\n<div>\n{pictures}</div>\n<h2>Measured in the last run</h2>\n<table>\n{measured}</table>\n",
        encoding="utf-8")

"""Print: the home page on A4 has every entry whole, its sources, page numbers, and no controls."""

import io
import re
import subprocess

import pytest
from PIL import Image

import parts
from page_kinds import ENTRY, FULL_ENTRY, FULL_HOME, HOME


class Paper:
    """A page printed to PDF: the text of its sheets, without white space, and in lines."""

    def __init__(self, page, file):
        page.pdf(path=file, prefer_css_page_size=True, format="A4")
        # Raw mode keeps the order of the page rather than that of columns on the sheet.
        text = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout
        sheets = text.split("\f")[:-1]
        self.lines = [[line for line in sheet.splitlines() if line.strip()] for sheet in sheets]
        self.sheets = [plain(sheet) for sheet in sheets]
        self.text = "".join(self.sheets)
        self.facts = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout


def plain(text: str) -> str:
    """Text without the characters that a PDF may change or drop: white space, soft hyphens, ligatures."""
    for ligature, letters in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(ligature, letters)
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


@pytest.fixture
def printed(open_page, tmp_path):
    def printed(kind):
        page = open_page(kind, own_tab=True)
        return page, Paper(page, tmp_path / f"{kind}.pdf")

    return printed


@pytest.mark.parametrize("kind", [HOME, FULL_HOME], ids=str)
def test_every_entry_is_printed_whole(kind, printed, sites, figures):
    page, paper = printed(kind)
    entries = page.locator(parts.ENTRY).evaluate_all("""entries => entries.map(entry =>
        [...entry.querySelectorAll(".headline, .summary, .when, .voice > b, .cited li")].map(part => part.textContent))""")
    assert len(entries) == sites[kind.site].entry_count
    cut = [
        pieces[0] for pieces in entries
        if not any(all(plain(piece) in sheet for piece in pieces) for sheet in paper.sheets)
    ]
    assert cut == []
    figures(f"sheets of paper, {kind}", len(paper.sheets))


def filled(file, sheet: int = 1) -> float:
    """The lowest position of ink on a sheet, without the page number: 1 is the bottom."""
    bytes_ = subprocess.run(
        ["pdftoppm", "-r", "40", "-f", str(sheet), "-l", str(sheet), "-png", file], check=True, capture_output=True).stdout
    picture = Image.open(io.BytesIO(bytes_)).convert("L")
    text = picture.crop((0, 0, picture.width, int(picture.height * 0.93))).point(lambda grey: 255 * (grey < 200))
    return text.getbbox()[3] / text.height


@pytest.mark.parametrize("kind", [HOME, FULL_HOME], ids=str)
def test_the_first_sheet_is_not_left_blank_before_a_tall_overview(kind, printed, tmp_path):
    _, paper = printed(kind)
    assert filled(tmp_path / f"{kind}.pdf") > 0.5
    assert any(plain("How dates are drawn") in sheet for sheet in paper.sheets[:2])


@pytest.mark.parametrize("kind", [HOME, ENTRY, FULL_ENTRY], ids=str)
def test_addresses_of_sources_are_printed(kind, printed):
    page, paper = printed(kind)
    addresses = set(page.locator(parts.SOURCE_ADDRESS).evaluate_all(
        "all => all.map(e => e.dataset.url || e.getAttribute('href'))"))
    assert addresses
    assert [address for address in addresses if plain(address) not in paper.text] == []


@pytest.mark.parametrize("kind", [HOME, ENTRY], ids=str)
def test_sheets_are_a4_and_numbered(kind, printed):
    _, paper = printed(kind)
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", paper.facts)
    # In points; the browser rounds up to whole pixels of 3/4 pt.
    assert abs(float(size[1]) - 595.3) < 1 and abs(float(size[2]) - 841.9) < 1
    for number, lines in enumerate(paper.lines, 1):
        assert str(number) in (lines[0], lines[-1]), f"sheet {number} begins {lines[0]!r} and ends {lines[-1]!r}"


@pytest.mark.parametrize("kind", [HOME, ENTRY], ids=str)
def test_no_control_is_printed(kind, printed):
    page, paper = printed(kind)
    skip = page.locator(parts.SKIP_LINK).text_content()
    assert plain(skip) not in paper.text
    page.emulate_media(media="print")
    shown = page.locator(parts.NOT_ON_PAPER).evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80))")
    assert shown == []


def test_paper_is_white_for_readers_of_dark_screens(open_page):
    page = open_page(HOME, "dark", own_tab=True)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != "rgb(255, 255, 255)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.summary')).color") == "rgb(0, 0, 0)"

"""The axis of the overview: labels that do not overlap, separate days, zoom down to days, the printed drawing."""

import re
import subprocess

import pytest

from page_kinds import HOME, LONG_HOME, PERIOD, PageKind
from sites import DATES
from test_other_browsers import open_in_firefox  # noqa: F401

HOMES = {name: PageKind(name, "home", "index.html") for name in DATES}
ALL = [*HOMES.values(), HOME, LONG_HOME, PERIOD]

# Labels of the axis that overlap others; the top of a box identifies its line.
TOUCHING = """() => {
    const found = [], words = [...document.querySelectorAll(".overview-drawing .axis text, .overview-drawing .breaks text")]
        .filter(text => text.textContent.trim()).map(text => ({ text: text.textContent, box: text.getBoundingClientRect() })).filter(word => word.box.width > 0);
    for (const [place, one] of words.entries()) for (const other of words.slice(place + 1)) {
        const [a, b] = [one.box, other.box];
        if (Math.abs(a.top - b.top) < 6 && a.left < b.right + 1 && b.left < a.right + 1) found.push(one.text + " | " + other.text);
    }
    return [found, words.map(word => word.text)];
}"""
# The centre of each visible mark's symbol, with the label of the mark, from left to right.
PLACES = """() => [...document.querySelectorAll(".overview-drawing a.mark-of:not(.is-off)")].map(mark => {
    const box = (mark.querySelector("use:not(.edge)") || mark.querySelector("rect")).getBoundingClientRect();
    return [box.left + box.width / 2, mark.getAttribute("aria-label")];
}).sort((one, other) => one[0] - other[0])"""
ZOOM_IN = "() => { const all = document.querySelector('[data-zoom=in]'); for (let count = 0; count < 40; count++) all.click(); }"


def settle(page):
    """Ticks are drawn with the next frame."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("mode", ["desktop", "narrow", "phone", "no-script"])
@pytest.mark.parametrize("kind", ALL, ids=str)
def test_words_of_the_axis_never_touch(kind, mode, open_page):
    page = open_page(kind, mode)
    touching, words = page.evaluate(TOUCHING)
    assert words and touching == []


@pytest.mark.parametrize("width", [1000, 680, 530, 420])
@pytest.mark.parametrize("kind", ALL, ids=str)
def test_words_of_the_axis_never_touch_on_paper(kind, width, open_page):
    page = open_page(kind, own_tab=True)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": 800})
    touching, words = page.evaluate(TOUCHING)
    assert words and touching == []


@pytest.mark.parametrize("name", ["background", "five", "big-bang"])
def test_days_stand_apart_behind_old_entries(name, open_page):
    page = open_page(HOMES[name], "no-script")
    places = [place for place, words in page.evaluate(PLACES) if "September" in words]
    assert len(places) == sum("2023-09" in date for date in DATES[name])
    assert min(right - left for left, right in zip(places, places[1:])) >= 15
    # Each break is drawn, and a text states what it skips.
    assert page.locator(".overview-drawing .fold").count() >= 3
    assert "Left out: " in page.locator(".overview-legend").inner_text()


@pytest.mark.parametrize("name", ["decade", "one-day"])
def test_what_is_spread_evenly_has_no_break(name, open_page):
    assert open_page(HOMES[name]).locator(".overview-drawing .fold").count() == 0


def test_zooming_goes_as_far_as_days_are_apart(open_page):
    page = open_page(HOMES["centuries"])
    page.evaluate(ZOOM_IN)
    settle(page)
    places = page.evaluate(PLACES)
    assert min(right[0] - left[0] for left, right in zip(places, places[1:])) >= 12
    first = next(place for place, words in places if "25 September 1066" in words)
    page.evaluate("x => { const box = document.querySelector('.overview-scroll'); box.scrollLeft += x - 400; }", first)
    settle(page)
    touching, words = page.evaluate(TOUCHING)
    assert touching == [] and "Sep 1066" in words and "25" in words
    # The labels are at the starts of their days.
    at = page.evaluate("() => [...document.querySelectorAll('.is-live .unit')].find(text => text.textContent === '25').getBoundingClientRect().left")
    mark = next(place for place, words in page.evaluate(PLACES) if "25 September 1066" in words)
    assert 0 < mark - at < 40


@pytest.mark.parametrize("name", ["all-time", "far-ends", "big-bang"])
def test_zooming_to_the_end_and_out_again_ends(name, open_page):
    """Day numbers of such distant years are rounded: a step too small to change them would be repeated for ever."""
    page = open_page(HOMES[name])
    whole = page.evaluate("() => document.querySelector('.overview-drawing').getBoundingClientRect().width")
    for way in ("in", "out"):
        for share in (0, 0.5, 1):
            page.evaluate(ZOOM_IN.replace("[data-zoom=in]", f"[data-zoom={way}]"))
            page.evaluate("share => { const box = document.querySelector('.overview-scroll'); box.scrollLeft = share * box.scrollWidth; }", share)
            settle(page)
            assert page.locator(".is-live line").count() < 500
    assert page.evaluate("() => document.querySelector('.overview-drawing').getBoundingClientRect().width") == pytest.approx(whole, abs=1)
    assert page.locator(".is-live > *").count() == 0


@pytest.mark.parametrize("name", ["before-our-era", "big-bang", "background", "decade"])
def test_ticks_are_made_for_what_is_in_view(name, open_page):
    page = open_page(HOMES[name])
    before = set(page.evaluate(TOUCHING)[1])
    for _ in range(4):
        page.click("[data-zoom=in]")
        settle(page)
        touching, words = page.evaluate(TOUCHING)
        assert touching == []
    in_view = page.evaluate("""() => { const box = document.querySelector(".overview-scroll").getBoundingClientRect();
        return [...document.querySelectorAll(".is-live text")].filter(text => { const at = text.getBoundingClientRect(); return at.right > box.left && at.left < box.right; }).length; }""")
    assert in_view >= 1
    assert set(words) != before
    page.click("[data-zoom=all]")
    settle(page)
    assert set(page.evaluate(TOUCHING)[1]) == before


def test_years_before_the_common_era_are_round_as_people_count_them(open_page):
    page = open_page(HOMES["before-our-era"])
    words = page.evaluate(TOUCHING)[1]
    years = [int(word.split()[0].replace(",", "")) for word in words if word.endswith(" BCE")]
    assert len(years) >= 4 and [year for year in years if year % 100] == []
    page.click("[data-zoom=in]")
    page.click("[data-zoom=in]")
    settle(page)
    years = [int(word.split()[0].replace(",", "")) for word in page.evaluate(TOUCHING)[1] if word.endswith(" BCE")]
    assert years and [year for year in years if year % 5] == []


def test_what_is_counted_falls_apart_when_there_is_room(open_page):
    page = open_page(HOMES["crowd"])
    counted = page.locator(".crowd:not(.is-off)")
    slugs = "all => all.filter(mark => !mark.matches('.is-off')).flatMap(mark => (mark.dataset.slugs || mark.getAttribute('href').slice(1)).split(' ')).sort()"
    everything = page.eval_on_selector_all(".overview a.mark-of", slugs)
    assert len(everything) == 50
    before = counted.count()
    page.evaluate(ZOOM_IN)
    assert page.eval_on_selector_all(".overview a.mark-of", slugs) == everything
    if before:
        assert page.eval_on_selector_all(".crowd:not(.is-off)", "all => Math.max(0, ...all.map(mark => mark.dataset.slugs ? mark.dataset.slugs.split(' ').length : 1))") <= 2


def test_many_of_one_day_are_a_stack_and_a_count(open_page):
    page = open_page(HOMES["one-day"])
    places = [place for place, _ in page.evaluate(PLACES)]
    assert max(places) - min(places) < 2
    assert page.locator(".count-text").text_content() == "+41"


@pytest.mark.parametrize("kind", [HOMES["edges"], HOME, HOMES["background"]], ids=str)
def test_keys_walk_the_marks_in_time(kind, open_page):
    page = open_page(kind)
    places = page.evaluate(PLACES)
    stop = page.locator(".overview a[tabindex='0']")
    assert stop.count() == 1
    stop.focus()
    middle = """() => { const box = document.activeElement.querySelector("use:not(.edge)").getBoundingClientRect(); return box.left + box.width / 2; }"""
    walked = [page.evaluate(middle)]
    for _ in places[1:]:
        page.keyboard.press("ArrowRight")
        walked.append(page.evaluate(middle))
    assert walked == pytest.approx([place for place, _ in places], abs=1.5)


def test_the_strip_shows_where_the_entry_is(open_page):
    page = open_page(HOMES["edges"])
    for number in range(len(DATES["edges"])):
        page.evaluate("id => { document.getElementById(id).scrollIntoView(); }", f"thing-{number:02d}")
        page.wait_for_timeout(80)
        here = page.locator(".overview [aria-current]")
        if here.count() == 0:
            continue
        share = here.first.evaluate("mark => parseFloat(mark.querySelector('use:not(.edge)').getAttribute('x'))")
        at = float(page.locator(".overview-strip rect").get_attribute("x"))
        assert abs(at - min(996, max(0, share * 10 - 2))) < 0.1


def drawn_width(file):
    """The pages of a PDF, and the text of the first page."""
    facts = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    first = subprocess.run(["pdftotext", "-layout", "-l", "1", file, "-"], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", facts)[1]), first


@pytest.mark.parametrize("kind", [HOME, HOMES["background"], HOMES["crowd"]], ids=str)
def test_a_zoomed_overview_is_printed_as_it_was(kind, open_page, tmp_path):
    page = open_page(kind, own_tab=True)
    page.pdf(path=tmp_path / "before.pdf", format="A4", prefer_css_page_size=True)
    page.evaluate(ZOOM_IN)
    settle(page)
    page.evaluate("() => { document.querySelector('.overview-scroll').scrollLeft = 3000; }")
    settle(page)
    page.pdf(path=tmp_path / "after.pdf", format="A4", prefer_css_page_size=True)
    assert drawn_width(tmp_path / "after.pdf") == drawn_width(tmp_path / "before.pdf")


@pytest.mark.parametrize("kind", [HOME, HOMES["background"]], ids=str)
def test_a_zoomed_overview_is_printed_as_it_was_in_firefox(kind, open_in_firefox, tmp_path):  # noqa: F811
    page = open_in_firefox(kind)
    before = drawn_width(page.printed(tmp_path / "before.pdf"))
    page.js("(" + ZOOM_IN + ")()")
    page.wait("document.querySelector('.is-near .is-live text')")
    page.js("document.querySelector('.overview-scroll').scrollLeft = 3000")
    assert drawn_width(page.printed(tmp_path / "after.pdf")) == before


def test_in_firefox_no_heading_of_a_period_stands_alone_at_the_foot_of_a_sheet(open_in_firefox, tmp_path):  # noqa: F811
    for kind in (HOME, HOMES["decade"], HOMES["crowd"]):
        page = open_in_firefox(kind)
        titles = page.js("[...document.querySelectorAll('.period-title')].map(title => title.firstChild.textContent.trim())")
        file = page.printed(tmp_path / "page.pdf")
        text = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout
        feet = []
        for sheet in text.split("\f")[:-1]:
            lines = [line.strip() for line in sheet.splitlines() if line.strip() and not line.strip().isdigit()]
            feet.append(re.sub(r"\s+\d+ entr(y|ies)$", "", lines[-1]))
        assert titles and [foot for foot in feet if foot in titles] == []

"""The overview: use by mouse, wheel, keys and touch; its links with the list, in both directions."""

import pytest

import parts
from page_kinds import FULL_HOME, HOME, LONG_HOME, PERIOD
from pixels import changed_pixels, picture_of

MARK = ".overview a.mark-of"
SLUG = "2023-09-13-kim-putin-summit"
WIDTH = "() => Math.round(document.querySelector('.overview-drawing').getBoundingClientRect().width)"


def differ(one, other):
    """Whether two small pictures show different symbols."""
    return one.size != other.size or changed_pixels(one, other) >= 4


def width(page):
    return page.evaluate(WIDTH)


def place(page):
    return page.evaluate("() => document.querySelector('.overview-scroll').scrollLeft")


@pytest.mark.parametrize("kind", [HOME, FULL_HOME, PERIOD], ids=str)
def test_every_entry_of_the_list_has_a_mark_that_leads_to_it(kind, open_page):
    page = open_page(kind)
    links = page.eval_on_selector_all(".overview svg a", "links => links.flatMap(link => (link.dataset.slugs || link.href.baseVal.slice(1)).split(' '))")
    listed = page.eval_on_selector_all(parts.ENTRY, "entries => entries.map(entry => entry.id)")
    assert {slug for slug in listed} <= {link for link in links} and listed
    names = page.eval_on_selector_all(".overview svg a", "marks => marks.map(mark => mark.getAttribute('aria-label'))")
    assert len(names) >= 1 and all(name.strip() for name in names)


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
def test_a_mark_leads_to_its_entry(from_file, open_page):
    page = open_page(HOME, from_file=from_file)
    page.locator(f'.overview a[href="#{SLUG}"] :is(use, .target)').first.click()
    page.wait_for_function(f"() => location.hash === '#{SLUG}'")
    top = page.locator(f'[id="{SLUG}"]').bounding_box()["y"]
    assert 0 <= top < 800


def test_buttons_zoom_and_show_all(open_page):
    page = open_page(HOME)
    whole = width(page)
    page.click("[data-zoom=in]")
    once = width(page)
    page.click("[data-zoom=in]")
    assert whole < once < width(page)
    page.click("[data-zoom=out]")
    assert width(page) == once
    page.click("[data-zoom=all]")
    assert width(page) == whole


def test_keys_zoom_and_move(open_page):
    page = open_page(HOME)
    whole = width(page)
    page.locator(".overview-scroll").focus()
    for _ in range(3):
        page.keyboard.press("+")
    near = width(page)
    assert near > whole
    before = place(page)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"() => document.querySelector('.overview-scroll').scrollLeft > {before}")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"() => document.querySelector('.overview-scroll').scrollLeft <= {before} + 1")
    page.keyboard.press("-")
    assert width(page) < near
    page.keyboard.press("0")
    assert width(page) == whole


def test_the_wheel_scrolls_the_page_and_zooms_when_asked(open_page):
    page = open_page(HOME)
    whole = width(page)
    box = page.locator(".overview-scroll").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => scrollY > 0")
    assert width(page) == whole
    page.evaluate("() => scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function(f"() => document.querySelector('.overview-drawing').getBoundingClientRect().width > {whole} + 1")


def test_two_fingers_zoom(open_page):
    page = open_page(HOME, "phone")
    whole = width(page)
    page.locator(".overview-scroll").scroll_into_view_if_needed()
    box = page.locator(".overview-scroll").bounding_box()
    middle, height = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)

    def touch(kind, apart):
        points = [{"x": middle - apart, "y": height, "id": 1}, {"x": middle + apart, "y": height, "id": 2}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if kind != "touchEnd" else []})

    touch("touchStart", 30)
    for apart in (50, 80, 110):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    page.wait_for_function(f"() => document.querySelector('.overview-drawing').getBoundingClientRect().width > {whole} + 1")


def test_on_a_phone_the_drawing_scrolls_in_its_box_alone(open_page):
    page = open_page(HOME, "phone")
    inner, outer = page.evaluate("() => [document.querySelector('.overview-scroll'), document.documentElement].map(box => box.scrollWidth - box.clientWidth)")
    assert inner > 0 and outer <= 0


def test_marks_are_walked_by_keys(open_page):
    page = open_page(HOME)
    page.locator(MARK).first.focus()
    first = page.evaluate("() => document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("() => document.activeElement.getAttribute('href')")
    assert second.startswith("#") and second != first
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => location.hash === '{second}'")


def test_entry_and_mark_light_up_together(open_page):
    page = open_page(HOME)
    mark = page.locator(f'.overview a[href="#{SLUG}"]').first
    mark.focus()
    assert "is-lit" in page.locator(f'[id="{SLUG}"]').get_attribute("class")
    assert "Putin" in page.locator(".overview-told").inner_text()
    page.locator(f'[id="{SLUG}"] .headline a').hover()
    assert "is-lit" in mark.get_attribute("class")
    page.locator(parts.ENTRY).last.hover()
    assert "is-lit" not in mark.get_attribute("class")


def test_it_follows_the_reader(open_page):
    page = open_page(HOME)
    page.evaluate(f"() => document.getElementById('{SLUG}').scrollIntoView()")
    page.wait_for_function("() => document.querySelector('.overview [aria-current]') && document.querySelector('.overview-strip').classList.contains('is-shown')")
    here = page.locator(".overview [aria-current]").first.get_attribute("href")
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function(f"() => document.querySelector('.overview [aria-current]').getAttribute('href') !== '{here}'")
    page.evaluate("() => scrollTo(0, 0)")
    page.wait_for_function("() => !document.querySelector('.overview-strip').classList.contains('is-shown')")


def test_a_long_site_has_columns_that_lead_to_its_periods(open_page):
    page = open_page(LONG_HOME)
    links = page.eval_on_selector_all(".overview a.stretch-of", "links => links.map(link => [link.href.baseVal, link.getAttribute('aria-label')])")
    assert len(links) > 3
    assert all(name for _, name in links)
    assert page.evaluate("hashes => hashes.every(hash => document.getElementById(decodeURIComponent(hash.slice(1))))", [hash for hash, _ in links])


@pytest.mark.parametrize("kind", [HOME, LONG_HOME, PERIOD], ids=str)
def test_marks_are_large_enough_to_hit(kind, open_page):
    page = open_page(kind)
    sizes = page.eval_on_selector_all(".overview svg a:not(.is-off)", "links => links.map(link => { const box = link.getBoundingClientRect(); return Math.min(box.width, box.height); })")
    assert sizes and min(sizes) >= 23.9


def test_it_is_whole_without_script(open_page):
    drawn = open_page(HOME, "no-script")
    assert drawn.locator(MARK).count() >= 40
    assert drawn.locator("[data-zoom]:visible").count() == 0
    assert drawn.locator(".overview-legend li:visible").count() >= 5


# Each form of date has a distinct appearance, by the pixels of the legend's samples.
def test_samples_of_the_legend_differ(open_page):
    page = open_page(HOME)
    samples = [picture_of(page, sample) for sample in page.locator(".overview-legend svg").all()]
    assert len(samples) >= 6
    for number, sample in enumerate(samples):
        assert all(differ(sample, other) for other in samples[:number])


@pytest.mark.parametrize("mode", ["desktop", "dark", "forced-colors"])
def test_marks_of_different_status_differ(mode, open_page):
    page = open_page(HOME, mode)
    looks = {}
    for badge in page.locator(parts.LEGEND_BADGE).all():
        looks[badge.inner_text().strip()] = picture_of(page, badge.locator(".mark"), 1)
    assert len(looks) >= 6
    names = list(looks)
    for number, name in enumerate(names):
        assert all(differ(looks[name], looks[other]) for other in names[:number]), name

"""The page of an entry copies its address and its reference, and shows the places of the event."""

import pytest

from page_kinds import ENTRY, MAP, ROUTE


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
@pytest.mark.parametrize("button, words", [("permalink", "events/"), ("citation", "“")])
def test_texts_are_copied(button, words, from_file, open_page):
    page = open_page(ENTRY, from_file=from_file)
    if not from_file:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # The text read from the clipboard is the text that a paste would insert.
    page.click(f"#{button} + .copy button")
    page.wait_for_function(f"() => document.querySelector('#{button} + .copy').textContent === 'Copied'")
    page.evaluate("() => { const area = document.createElement('textarea'); area.id = 'pasted'; document.body.append(area); area.focus(); }")
    page.keyboard.press("Control+V")
    assert words in page.input_value("#pasted")


def test_copying_needs_a_script(open_page):
    assert open_page(ENTRY, "no-script").locator(".copy, .copy *").count() == 0


def test_the_small_map_has_its_land_and_links(open_page):
    page = open_page(ROUTE)
    page.locator(".maps").first.scroll_into_view_if_needed()
    page.wait_for_function("() => [...document.querySelectorAll('.maps img')].every(land => land.complete && land.naturalWidth > 0)")
    links = page.eval_on_selector_all(".map-marks a", "links => links.map(link => [link.href.baseVal, link.getAttribute('aria-label')])")
    assert any("places/najin.html" in address for address, _ in links)
    assert all(name for _, name in links)
    assert page.locator(".map-way").count() >= 3


@pytest.mark.parametrize("mode", ["desktop", "phone", "no-script"])
def test_the_map_tells_every_place_in_words(mode, open_page):
    page = open_page(MAP, mode)
    listed = page.locator(".map-places").inner_text()
    for name in ("Najin port", "Vostochny Cosmodrome", "Tikhoretsk", "Yellow Sea"):
        assert name in listed
    assert "no coordinates" in listed
    assert page.locator(".map-routes").inner_text().count("Disputed") >= 4
    sizes = page.eval_on_selector_all(".map-marks a .map-target", "targets => targets.filter(target => target.checkVisibility()).map(target => target.getBoundingClientRect().width)")
    assert sizes and min(sizes) >= 23.9


def test_names_on_the_map_do_not_cover_each_other(open_page):
    for mode in ("desktop", "phone"):
        page = open_page(MAP, mode)
        boxes = page.eval_on_selector_all(
            ".map-panel",
            """panels => panels.filter(panel => panel.checkVisibility()).map(panel => [...panel.querySelectorAll('.map-name')]
                .filter(name => name.checkVisibility()).map(name => { const box = name.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; }))""")
        assert sum(map(len, boxes)) >= 4
        for panel in boxes:
            for number, one in enumerate(panel):
                for other in panel[:number]:
                    apart = one[0] >= other[2] - 1 or other[0] >= one[2] - 1 or one[1] >= other[3] - 3 or other[1] >= one[3] - 3
                    assert apart, (mode, one, other)


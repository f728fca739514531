"""Accessibility by axe-core: WCAG 2.0 to 2.2, levels A and AA, and best practice, on every kind of page."""

from pathlib import Path

import axe_playwright_python
import pytest

from page_kinds import LAYOUTS, PAGE_KINDS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page, options: dict) -> list[str]:
    """The findings of axe, one per line: the rule, and the first elements that break it."""
    page.evaluate(AXE)
    result = page.evaluate("options => axe.run(document, { resultTypes: ['violations'], ...options })", options)
    # If no rule has run, nothing was tested.
    assert result["passes"] or result["violations"]
    return [
        f"{rule['id']} ({rule['impact']}) at {len(rule['nodes'])}: " + ", ".join(
            f"{node['target'][0]}: {(node.get('any') or node.get('all') or [{}])[0].get('message', '')}"
            for node in rule["nodes"][:3])
        for rule in result["violations"]
    ]


@pytest.mark.parametrize("mode", ["desktop", "phone"])
@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_axe_finds_nothing(kind, mode, open_page):
    page = open_page(kind, mode)
    found = violations(page, {"runOnly": {"type": "tag", "values": TAGS}})
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_axe_finds_nothing_in_the_dark(kind, open_page):
    """The page is the same, but its colours differ."""
    page = open_page(kind, "dark")
    assert violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}) == []


# With forced colours axe reads the page's own colours, which are not shown; test_visibility.py tests pixels instead.
@pytest.mark.parametrize("kind", LAYOUTS, ids=str)
def test_text_keeps_its_contrast_where_more_is_asked_for(kind, open_page):
    page = open_page(kind, "more-contrast")
    assert violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []

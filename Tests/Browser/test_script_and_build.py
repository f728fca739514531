"""Agreement of the script with the build, by the tables of Tests/SiteRenderingTests/Shared, which tests of the build read
too.

The script of the site is tested unchanged, except for a line at its end that gives a test the functions it needs.
"""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from page_kinds import HOME

SHARED = Path(__file__).parent.parent / "SiteRenderingTests/Shared"
END = "}());\n"
# The functions that tests call; `directory` is the value that the script would have loaded.
INNER = """window.inner = {
  words, daysOf,
  entries(text, count) {
    directory = { size: count };
    var set = none();
    addPostings(set, text);
    return entriesIn(set);
  },
  days(text) {
    var days = [];
    readDays(text, (first, last) => days.push([first, last]));
    return days;
  },
  async load(kind, number, code) {
    directory = { files: { [kind]: "-".repeat(12 * number) + code } };
    await (kind === "directory" ? loadDirectory() : loadPart(kind, number));
  },
  item(row, names) {
    directory = { names };
    offered = null;
    return resultItem(row).outerHTML;
  },
};
"""


def table(name: str):
    return json.loads((SHARED / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
def page(open_page, sites):
    """The home page, whose script exposes the functions of INNER."""
    page = open_page(HOME, own_tab=True)
    [path] = sites[HOME.site].folder.glob("script-*.js")
    script = path.read_text(encoding="utf-8")
    assert script.endswith(END)
    body = script.removesuffix(END) + INNER + END
    page.route("**/script-*.js", lambda route: route.fulfill(content_type="text/javascript", body=body))
    page.reload()
    return page


def test_words_are_cut_and_folded_alike(page):
    cases = table("words")
    assert len(cases) > 20
    read = page.evaluate("texts => texts.map(text => inner.words(text))", [text for text, _ in cases])
    assert list(zip(cases, read)) == [(case, case[1]) for case in cases]


def test_dates_have_the_same_days(page):
    cases = table("days")
    assert len(cases) > 40
    found = page.evaluate("texts => texts.map(text => inner.daysOf(text) || [null, null])", [text for text, _, _ in cases])
    assert [[text, *days] for (text, _, _), days in zip(cases, found)] == cases


def test_runs_of_days_are_read_as_they_are_written(page):
    cases = table("day-runs")
    assert [page.evaluate("text => inner.days(text)", case["text"]) for case in cases] == [case["days"] for case in cases]


def test_sets_of_entries_are_read_as_they_are_written(page):
    cases = table("postings")
    assert len(cases) > 20
    for entries, text in cases:
        count = max(entries, default=0) + 1
        assert page.evaluate("([text, count]) => inner.entries(text, count)", [text, count]) == entries, text


@pytest.mark.parametrize("case", table("data-files"), ids=lambda case: case["path"])
def test_data_files_are_asked_for_where_they_are(case, page):
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(content_type="text/javascript", body=case["call"] + "{});\n")

    page.route("**/search/**", answer)
    if case["kind"] == "directory":
        page.evaluate("path => { document.getElementById('finder').dataset.search = path; }", case["path"])
    page.evaluate("({ kind, number, code }) => inner.load(kind, number, code)", case)
    # Files that the call of the table does not provide would be requested a second time.
    assert asked == [re.sub(r"[^/]*$", "", page.url) + case["path"]]


# The test of the build reduces the output of the template in the same way; its links contain letters unencoded.
def reduced(markup: str) -> str:
    markup = re.sub(r'href="[^"]*"', lambda match: unquote(match[0]), markup)
    markup = re.sub(r'\s(?!class=|href=)[a-z-]+="[^"]*"', "", markup)
    return re.sub(r"\s+([<>])|([<>])\s+", lambda match: match[1] or match[2], markup)


def test_entries_in_lists_are_made_as_the_template_makes_them(page):
    cases = table("entry-items")
    made = page.evaluate("({ entries, names }) => entries.map(entry => inner.item(entry.row, names))", cases)
    assert [reduced(markup) for markup in made] == [entry["markup"] for entry in cases["entries"]]

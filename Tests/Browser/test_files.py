"""The files of a site, without a browser: links, anchors, sizes, node counts, nothing inline."""

import re

import pytest

from site_files import PageFile, compressed_size, target

KB = 1024
MOST_NODES = 3_000
SITES = ["story", "fifty", "five-hundred"]
ALL_SITES = SITES + ["ten-thousand"]


@pytest.fixture(scope="module")
def files(sites):
    """The pages of a site by path, read once."""
    read = {}

    def pages(name: str) -> dict[str, PageFile]:
        if name not in read:
            site = sites[name]
            read[name] = {path: PageFile(site.folder, path) for path in site.pages()}
        return read[name]

    return pages


@pytest.mark.parametrize("name", SITES)
def test_every_link_and_fragment_leads_somewhere(name, sites, files):
    pages, folder, broken, count = files(name), sites[name].folder, [], 0
    for path, page in pages.items():
        for url in page.links + page.loaded:
            found = target(path, url)
            if found is None:
                continue
            count += 1
            file, fragment = found
            if file.startswith("..") or not (folder / file).is_file():
                broken.append(f"{path}: {url}: no such file")
            elif fragment and file in pages and fragment not in pages[file].ids:
                broken.append(f"{path}: {url}: no such anchor")
    assert count > 20 * len(pages)
    assert broken == []


@pytest.mark.parametrize("name", SITES)
def test_ids_are_unique(name, files):
    assert [f"{path}: {id}" for path, page in files(name).items() for id, count in page.ids.items() if count > 1] == []


@pytest.mark.parametrize("name", SITES)
def test_nothing_is_written_into_pages_that_the_policy_refuses(name, files):
    assert [f"{path}: {page.inline}" for path, page in files(name).items() if page.inline] == []


@pytest.mark.parametrize("name", SITES)
def test_sections_and_articles_have_a_heading(name, files):
    """HTML validators warn of one without a heading. A part without one is another element, but not a `div`, which reader views drop."""
    assert [f"{path}: {part}" for path, page in files(name).items() for part in page.without_heading] == []


@pytest.mark.parametrize("name", SITES)
def test_pages_load_no_script_but_the_sites_own(name, sites, files):
    """The search data are named for programs that copy sites, but not as scripts, which browsers would load."""
    for path, page in files(name).items():
        assert [url.split("/")[-1] for url in page.scripts] == [file.name for file in sites[name].folder.glob("script-*.js")], path
    assert any(url.startswith("search/") for url in files(name)["index.html"].links)


@pytest.mark.parametrize("name", SITES)
def test_pages_load_only_the_sites_own_files(name, files):
    assert [f"{path}: {url}" for path, page in files(name).items() for url in page.loaded if target(path, url) is None] == []


@pytest.mark.parametrize("name", SITES)
def test_no_page_is_an_orphan(name, files):
    """Every page is linked to, except redirect and "not found" pages, which readers reach by old or wrong addresses, and
    the page for frames on other sites."""
    pages = files(name)
    linked = {found[0] for path, page in pages.items() for url in page.links if (found := target(path, url)) and found[0] != path}
    assert pages.keys() - linked <= {"404.html", "search.html", "embed.html", "events/an-old-address.html"}


@pytest.mark.parametrize("name", ALL_SITES)
def test_pages_are_light(name, sites, figures):
    site, folder = sites[name], sites[name].folder
    # The largest of ten thousand pages, and the top pages, which are read most.
    longest = sorted(site.pages(), key=lambda path: -(folder / path).stat().st_size)[:40]
    too_heavy, most = [], (0, "")
    for path in {"index.html", *longest}:
        page = PageFile(folder, path)
        loaded = {target(path, url)[0] for url in page.loaded}
        weight = compressed_size(folder / path) + sum(compressed_size(folder / file) for file in loaded)
        most = max(most, (weight, path))
        # The map has the outlines of the land beside what every page has.
        if weight > (48 if path == "map.html" else 46) * KB:
            too_heavy.append(f"{path}: {weight / KB:.1f} KB with all that it loads")
    figures(f"weight of the heaviest page, {name}", f"{most[0] / KB:.1f} KB ({most[1]})")
    assert too_heavy == []
    entry = max(site.matching("events/*.html")[:30], key=lambda path: compressed_size(folder / path))
    figures(f"HTML of the heaviest entry, {name}", f"{compressed_size(folder / entry) / KB:.1f} KB")
    assert compressed_size(folder / entry) <= 10 * KB


def test_script_and_style_are_light(sites, figures):
    for file, pattern, most in (("script.js", "script-*.js", 15), ("style.css", "style-*.css", 12)):
        [path] = sites["story"].folder.glob(pattern)
        size = compressed_size(path) / KB
        figures(f"weight of {file}", f"{size:.1f} KB")
        assert 0 < size <= most


# A quick count, since ten thousand pages are too many for a parser.
_START_TAG = re.compile(rb"<[a-zA-Z]")


def _elements(html: bytes) -> int:
    return len(_START_TAG.findall(html))


@pytest.mark.parametrize("name", ALL_SITES)
def test_pages_have_few_nodes(name, sites, reader, figures):
    site = sites[name]
    counts = sorted(((_elements((site.folder / path).read_bytes()), path) for path in site.pages()), reverse=True)
    page, too_many = reader.new_page("desktop"), []
    for count, path in counts[:3]:
        page.goto(site.url(path))
        # The browser's count includes the nodes that the script adds, and excludes those in templates.
        nodes = page.evaluate("document.getElementsByTagName('*').length"
                              " + [...document.querySelectorAll('template')].reduce((n, t) => n + t.content.querySelectorAll('*').length, 0)")
        assert nodes >= count
        too_many += [f"{path}: {nodes}"] if nodes > MOST_NODES else []
        if path == counts[0][1]:
            figures(f"nodes of the heaviest page, {name}", f"{nodes} ({path})")
    page.close()
    assert too_many == []


@pytest.mark.parametrize("name", ALL_SITES)
def test_every_entry_has_a_page(name, sites):
    entries = set(sites[name].matching("events/*.html")) - {"events/an-old-address.html"}
    assert len(entries) == sites[name].entry_count

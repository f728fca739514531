"""The kinds of pages. Every test of pages iterates over them; a new kind of page is added here and nowhere else."""

from dataclasses import dataclass

from sites import Site


@dataclass(frozen=True)
class PageKind:
    """A kind of page with a pattern on one of the sites: the largest file that matches."""

    site: str
    name: str
    pattern: str

    def path(self, site: Site) -> str:
        found = site.matching(self.pattern)
        assert found, f"the site {self.site} has no page {self.pattern} ({self.name})"
        return found[0]

    def __str__(self) -> str:
        return f"{self.site}-{self.name}"


HOME = PageKind("story", "home", "index.html")
ENTRY = PageKind("story", "entry", "events/*.html")
MAP = PageKind("story", "map", "map.html")
ROUTE = PageKind("story", "entry-with-a-route", "events/2023-08-sea-and-rail-route.html")
SOURCE = PageKind("story", "source", "sources/*.html")
SOURCES = PageKind("story", "sources", "sources/index.html")
KNOWN = PageKind("story", "known", "known/index.html")
NOT_FOUND = PageKind("story", "not-found", "404.html")
FULL_HOME = PageKind("fifty", "home", "index.html")
FULL_ENTRY = PageKind("fifty", "entry-with-everything", "events/*-00001.html")
MOVED = PageKind("fifty", "moved", "events/an-old-address.html")
EMBED = PageKind("story", "embed", "embed.html")
LONG_EMBED = PageKind("five-hundred", "embed", "embed.html")
LONG_HOME = PageKind("five-hundred", "home", "index.html")
PERIOD = PageKind("five-hundred", "period", "periods/*.html")
LONG_LIST = PageKind("five-hundred", "list-in-parts", "groups/*.html")

PAGE_KINDS = [
    HOME,
    ENTRY,
    ROUTE,
    MAP,
    PageKind("story", "actor", "actors/*.html"),
    SOURCE,
    PageKind("story", "place", "places/*.html"),
    PageKind("story", "tag", "tags/*.html"),
    PageKind("story", "group", "groups/*.html"),
    PageKind("story", "status", "status/*.html"),
    PageKind("story", "periods", "periods/index.html"),
    PageKind("story", "groups", "groups/index.html"),
    PageKind("story", "actors", "actors/index.html"),
    PageKind("story", "places", "places/index.html"),
    PageKind("story", "tags", "tags/index.html"),
    PageKind("story", "statuses", "status/index.html"),
    SOURCES,
    KNOWN,
    PageKind("story", "earlier-day", "known/2023-11-01.html"),
    PageKind("story", "authors-page", "pages/*.html"),
    NOT_FOUND,
    EMBED,
    LONG_EMBED,
    FULL_HOME,
    FULL_ENTRY,
    MOVED,
    PageKind("fifty", "changes", "changes.html"),
    LONG_HOME,
    PERIOD,
    PageKind("five-hundred", "periods", "periods/index.html"),
    LONG_LIST,
    PageKind("five-hundred", "second-part", "groups/*/*.html"),
]

# Pages with different layouts, for tests that take long or examine every element of a page.
LAYOUTS = [HOME, ROUTE, MAP, SOURCES, FULL_ENTRY, LONG_HOME, PERIOD]

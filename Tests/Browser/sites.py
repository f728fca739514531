"""The sites of the tests: the repository's story, generated ones of 50, 500, 900 and 10,000 entries, and an odd one."""

import os
import subprocess
from pathlib import Path

import site_content
from directions_site import ENGLISH_IN_HEBREW, HEBREW_IN_ENGLISH, write_directions_site
from odd_site import write_odd_site
from site_server import SiteServer

REPOSITORY = Path(__file__).resolve().parents[2]

# The sizes of the generated sites, by name.
SIZES = {"fifty": 50, "five-hundred": 500, "nine-hundred": 900, "ten-thousand": 10_000}

# Sites with names in the direction opposite to that of the page, by name.
DIRECTIONS = {"hebrew-in-english": HEBREW_IN_ENGLISH, "english-in-hebrew": ENGLISH_IN_HEBREW}


SEPTEMBER = [f"2023-09-{day:02d}" for day in range(1, 21)]

# The dates of generated sites that only test dates, by name.
DATES = {
    "background": ["1066", "1492", "1789", *SEPTEMBER],
    "five": ["1066", "1492", "1789", "2023-09-01", "2023-09-02"],
    "big-bang": ["Y-13800000000", "Y-4540000000", "Y-66000000", "-2999", "1969-07-20", *SEPTEMBER],
    "all-time": ["Y-13800000000", "2020-01-02", "2026-05-01"],
    "far-ends": ["Y-9999999999999999", "2026-05-01", "Y9999999999999999"],
    "before-our-era": ["-2999", "-2499", "-1999", "-0999", "-0508", "-0489", "-0429", "-0398", "-0331", "-0214", "-0145", "-0043-03-15", "0014", "0064", "0079-08-24", "0476"],
    "decade": [f"{2010 + number // 4}-{1 + number * 3 % 12:02d}-{2 + number * 7 % 26:02d}" for number in range(40)],
    "centuries": [*[f"{1000 + number * 24}-0{1 + number % 9}-1{number % 9}" for number in range(38)], "1066-09-25", "1066-09-26"],
    "one-day": ["2023-09-13"] * 49,
    "crowd": [f"2023-{1 + number % 2:02d}-{2 + number // 2 % 26:02d}" for number in range(48)] + ["1066", "2024"],
    "edges": ["2023-09-01~", "2023-09-03?", "/2023-09-05", "2023-09-07/", "2023-09-09/..", "../2023-09-11", "2023-09-1X~", "2023-09-15/2023-09-17~"],
}


class Site:
    """A built site: its folder, and its address on a server of its own."""

    def __init__(self, name: str, source: Path, folder: Path, entry_count: int):
        self.name = name
        self.source = source
        self.folder = folder
        self.entry_count = entry_count
        self.server = SiteServer(folder)

    def url(self, path: str) -> str:
        return f"{self.server.origin}/{path}"

    def file_url(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def matching(self, pattern: str) -> list[str]:
        """The pages whose path matches, the largest first.

        `*` matches the name of an item, so that `actors/*.html` excludes the list of all actors.
        """
        files = [file for file in self.folder.glob(pattern) if file.name != "index.html" or "*" not in pattern]
        files.sort(key=lambda file: (-file.stat().st_size, file.as_posix()))
        return [file.relative_to(self.folder).as_posix() for file in files]

    def pages(self) -> list[str]:
        return sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))


class Sites:
    """Builds each site on first use."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._built: dict[str, Site] = {}

    def __getitem__(self, name: str) -> Site:
        if name not in self._built:
            source = REPOSITORY
            if name in SIZES:
                source = site_content.write_site(self._folder / name, SIZES[name])
            elif name in DATES:
                source = site_content.write_dates(self._folder / name, DATES[name])
            elif name == "odd":
                source = write_odd_site(self._folder / name)
            elif name in DIRECTIONS:
                source = write_directions_site(self._folder / name, DIRECTIONS[name])
            # --strict, because generated content must have no warnings, like the story.
            output = build(source, self._folder / f"{name}-site", "--strict")
            self._built[name] = Site(name, source, output, site_content.entry_count(source))
        return self._built[name]

    def stop(self) -> None:
        for site in self._built.values():
            site.server.stop()


def build(source: Path, output: Path, *options: str) -> Path:
    """Builds a site and returns its folder."""
    command = [binary(), "build", "--quiet", "--source", source, "--output", output, *options]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, f"{source} was not built:\n{run.stdout}{run.stderr}"
    return output


def binary() -> Path:
    """The program under test: the one built by `make test`, or the one that DATELINE names."""
    path = Path(os.environ.get("DATELINE", REPOSITORY / ".build" / "debug" / "dateline"))
    assert path.is_file(), f"{path} is missing: run `swift build`, or name a binary in DATELINE"
    return path

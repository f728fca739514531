"""The sites that the tests look at: the repository's story, made-up ones of 50, 500 and 10,000 entries, and an odd one."""

import os
import subprocess
from pathlib import Path

import site_content
from directions_site import ENGLISH_IN_HEBREW, HEBREW_IN_ENGLISH, write_directions_site
from odd_site import write_odd_site
from site_server import SiteServer

REPOSITORY = Path(__file__).resolve().parents[2]

# The sizes of the made-up sites, by name.
SIZES = {"fifty": 50, "five-hundred": 500, "ten-thousand": 10_000}

# Sites with names that run against the page, by name.
DIRECTIONS = {"hebrew-in-english": HEBREW_IN_ENGLISH, "english-in-hebrew": ENGLISH_IN_HEBREW}


class Site:
    """A built site: its folder, and the address where a server of its own has it."""

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
        """The pages whose path matches, the one with most bytes first.

        `*` stands for the name of a thing, so that `actors/*.html` leaves out the list of all actors.
        """
        files = [file for file in self.folder.glob(pattern) if file.name != "index.html" or "*" not in pattern]
        files.sort(key=lambda file: (-file.stat().st_size, file.as_posix()))
        return [file.relative_to(self.folder).as_posix() for file in files]

    def pages(self) -> list[str]:
        return sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))


class Sites:
    """Builds each site when it is first asked for."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._built: dict[str, Site] = {}

    def __getitem__(self, name: str) -> Site:
        if name not in self._built:
            source = REPOSITORY
            if name in SIZES:
                source = site_content.write_site(self._folder / name, SIZES[name])
            elif name == "odd":
                source = write_odd_site(self._folder / name)
            elif name in DIRECTIONS:
                source = write_directions_site(self._folder / name, DIRECTIONS[name])
            # --strict: what is made up here is to be without a warning, like the story.
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
    """The program under test: the one that `make test` has built, or the one that DATELINE names."""
    path = Path(os.environ.get("DATELINE", REPOSITORY / ".build" / "debug" / "dateline"))
    assert path.is_file(), f"{path} is missing: run `swift build`, or name a binary in DATELINE"
    return path

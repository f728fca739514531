"""The files that an edit changes, counted by content, and the list of them that `build --changes` writes."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sites import REPOSITORY, binary

sys.path.append(str(REPOSITORY / "Tests/Benchmarks"))
from edits import OWN, apply, difference, edits, without_shards  # noqa: E402

COUNT = 2000


class Corpus:
    """A generated site, which is built again after each edit."""

    def __init__(self, folder: Path, is_plain: bool):
        self.folder = folder
        kind = ["--plain"] if is_plain else []
        corpus = REPOSITORY / "Tests/Benchmarks/corpus.py"
        subprocess.run([sys.executable, corpus, str(COUNT), folder / "Content", *kind], check=True)

    def build(self, output="Site", list_file=None, **options) -> subprocess.CompletedProcess:
        command = [binary(), "build", "--quiet", "--output", self.folder / output]
        if list_file:
            command += ["--changes", self.folder / list_file]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, **options)

    def files(self, output="Site") -> dict[str, bytes]:
        root = self.folder / output
        paths = (path for path in root.rglob("*") if path.is_file())
        return {name: path.read_bytes() for path in paths if (name := path.relative_to(root).as_posix()) not in OWN}


@pytest.fixture(scope="module", params=["plain", "everything"])
def corpus(request, tmp_path_factory):
    corpus = Corpus(tmp_path_factory.mktemp(request.param), request.param == "plain")
    assert corpus.build().returncode == 0
    return corpus


def lists_of(files: dict[str, bytes], slug: str) -> set[str]:
    """The pages, other than those of entries, that name an entry."""
    link = f"events/{slug}.html".encode()
    return {path for path, text in files.items() if path.endswith(".html") and not path.startswith("events/") and link in text}


# The most files that an edit may change, besides the lists that the entry is on and the data of its words. A new latest
# day is on the first page, on the one for frames, in the data, the calendar and the feed; the entry has a correction, before
# which its texts are not shown in a view of an earlier day: the data of its run get another name, and so does the directory.
MOST = {"body": 6, "title": 12, "new": 40, "removed": 40, "latest-day": 10}


@pytest.mark.parametrize("name", MOST)
def test_an_edit_changes_few_files(corpus, name, figures):
    texts, slug = edits(corpus.folder)[name]
    most = MOST[name]
    before = corpus.files()
    undo = apply(texts)
    try:
        built = corpus.build(list_file="list.json")
        assert built.returncode == 0, built.stderr
        after = corpus.files()
        found = difference(before, after)
        assert json.loads((corpus.folder / "list.json").read_text()) == found
        paths = set().union(*found.values())
        # A text alone is on no list; whatever else changes joins, leaves or rewrites the entry's lines there.
        lists = set() if name in ("body", "latest-day") else lists_of(before, slug) | lists_of(after, slug)
        counted = without_shards(paths)
        figures(f"files that change, {corpus.folder.name[:-1]}, {name}", len(counted))
        assert len(counted) <= most + len(lists)
        assert len(counted - lists) <= most
        # The site is the same as one that is built at once.
        assert corpus.build("Fresh").returncode == 0
        assert corpus.files("Fresh") == after
    finally:
        apply(undo)
        shutil.rmtree(corpus.folder / "Fresh", ignore_errors=True)
        assert corpus.build().returncode == 0
    assert corpus.files() == before


def test_a_new_latest_day_is_on_the_home_page_and_on_no_other_entry(corpus):
    texts, slug = edits(corpus.folder)["latest-day"]
    undo = apply(texts)
    try:
        assert corpus.build().returncode == 0
        files = corpus.files()
        pages = {path for path, text in files.items() if path.endswith(".html") and b"3 February 2024" in text}
        # Lists that show the entry in full have its correction.
        assert pages - lists_of(files, slug) == {"index.html", "embed.html", f"events/{slug}.html"}
        assert b"State of knowledge: 3 February 2024" in files["index.html"]
        assert b"as of 3 February 2024" in files[f"events/{slug}.html"]
    finally:
        apply(undo)
        assert corpus.build().returncode == 0


def kill_while_writing(corpus: Corpus) -> None:
    """Kills a build that has begun to write."""
    command = [binary(), "build", "--quiet", "--output", "Site", "--changes", "killed.json"]
    process = subprocess.Popen(command, cwd=corpus.folder)
    while not (corpus.folder / "Site/.dateline-unfinished").exists():
        assert process.poll() is None, "the build ended before it could be killed"
    process.kill()
    assert process.wait() == -signal.SIGKILL
    assert not (corpus.folder / "killed.json").exists()


def test_the_list_after_a_killed_build_has_its_changes_too(corpus):
    before = corpus.files()
    texts, _ = edits(corpus.folder)["new"]
    undo = apply(texts)
    try:
        kill_while_writing(corpus)
        assert corpus.build(list_file="list.json").returncode == 0
        found = difference(before, corpus.files())
        listed = json.loads((corpus.folder / "list.json").read_text())
        assert set(found["added"]) | set(found["changed"]) <= set(listed["added"]) | set(listed["changed"])
        assert set(found["removed"]) <= set(listed["removed"])
    finally:
        apply(undo)
        assert corpus.build().returncode == 0
    assert corpus.files() == before


def test_a_build_without_changes_lists_none(corpus):
    assert corpus.build(list_file="list.txt").returncode == 0
    assert (corpus.folder / "list.txt").read_text() == ""
    assert corpus.build(list_file="list.json").returncode == 0
    assert json.loads((corpus.folder / "list.json").read_text()) == {"added": [], "changed": [], "removed": []}

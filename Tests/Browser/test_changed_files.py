"""The files that an edit changes, counted by content, and the list of them that `build --changes` writes."""

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sites import REPOSITORY, binary

COUNT = 2000
# Files of the build itself, which are not part of the site.
OWN = {".dateline-build", ".dateline-manifest"}


class Corpus:
    """A generated site, which is built again after each edit."""

    def __init__(self, folder: Path, is_plain: bool):
        self.folder = folder
        kind = ["--plain"] if is_plain else []
        corpus = REPOSITORY / "Tests/Benchmarks/corpus.py"
        subprocess.run([sys.executable, corpus, str(COUNT), folder / "Content", *kind], check=True)
        self.entries = sorted((folder / "Content/events").iterdir())

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


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, list[str]]:
    return {
        "added": sorted(after.keys() - before.keys()),
        "changed": sorted(path for path in before.keys() & after.keys() if before[path] != after[path]),
        "removed": sorted(before.keys() - after.keys()),
    }


def slug_of(file: Path) -> str:
    return re.search(r"^slug: (.*)$", file.read_text(encoding="utf-8"), re.M)[1]


def lists_of(files: dict[str, bytes], slug: str) -> set[str]:
    """The pages, other than those of entries, that name an entry."""
    link = f"events/{slug}.html".encode()
    return {path for path, text in files.items() if path.endswith(".html") and not path.startswith("events/") and link in text}


def without_shards(paths: set[str]) -> set[str]:
    """Files other than the shards of the search's words, which are counted by the words that they hold. A file under a
    new name is one change, not two."""
    return {re.sub(r"^search/([a-z]+)-.*", r"search/\1", path) for path in paths if not path.startswith("search/terms-")}


def apart(edits: dict[Path, str | None]):
    """Applies edits, and returns a function that undoes them; None removes a file."""
    before = {file: file.read_text(encoding="utf-8") if file.exists() else None for file in edits}

    def write(texts):
        for file, text in texts.items():
            if text is None:
                file.unlink()
            else:
                file.write_text(text, encoding="utf-8")

    write(edits)
    return lambda: write(before)


def edits(corpus: Corpus) -> dict[str, tuple[dict[Path, str | None], str, int]]:
    """The edits by name: the texts of files, the slug of the entry, and the most files besides its lists."""
    file = corpus.entries[COUNT // 2]
    text = file.read_text(encoding="utf-8")
    slug = slug_of(file)
    copy = corpus.entries[COUNT // 2 + 7].read_text(encoding="utf-8")
    new = re.sub(r"^slug: .*$", "slug: quite-a-new-one", copy, count=1, flags=re.M)
    new = re.sub(r"^title: .*$", "title: Quite a new one", new, count=1, flags=re.M)
    late = text.replace("---\n", "---\ncorrections:\n  - {date: 2024-02-03, text: An older day was given.}\n", 1)
    if "\ncorrections:" in text:
        late = text.replace("corrections:\n", "corrections:\n  - {date: 2024-02-03, text: An older day was given.}\n")
    return {
        "body": ({file: text + "\nOne more sentence.\n"}, slug, 6),
        "title": ({file: re.sub(r"^title: .*$", "title: Retold", text, count=1, flags=re.M)}, slug, 12),
        "new": ({file.with_name("quite-a-new-one.md"): new}, "quite-a-new-one", 40),
        "removed": ({file: None}, slug, 40),
        "latest-day": ({file: late}, slug, 6),
    }


@pytest.mark.parametrize("name", ["body", "title", "new", "removed", "latest-day"])
def test_an_edit_changes_few_files(corpus, name, figures):
    texts, slug, most = edits(corpus)[name]
    before = corpus.files()
    undo = apart(texts)
    try:
        built = corpus.build(list_file="list.json")
        assert built.returncode == 0, built.stderr
        after = corpus.files()
        difference = changed(before, after)
        assert json.loads((corpus.folder / "list.json").read_text()) == difference
        paths = set().union(*difference.values())
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
        undo()
        shutil.rmtree(corpus.folder / "Fresh", ignore_errors=True)
        assert corpus.build().returncode == 0
    assert corpus.files() == before


def test_a_new_latest_day_is_on_the_home_page_and_on_no_other_entry(corpus):
    texts, slug, _ = edits(corpus)["latest-day"]
    undo = apart(texts)
    try:
        assert corpus.build().returncode == 0
        files = corpus.files()
        pages = {path for path, text in files.items() if path.endswith(".html") and b"3 February 2024" in text}
        # Lists that show the entry in full have its correction.
        assert pages - lists_of(files, slug) == {"index.html", f"events/{slug}.html"}
        assert b"State of knowledge: 3 February 2024" in files["index.html"]
        assert b"as of 3 February 2024" in files[f"events/{slug}.html"]
    finally:
        undo()
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
    texts, *_ = edits(corpus)["new"]
    undo = apart(texts)
    try:
        kill_while_writing(corpus)
        assert corpus.build(list_file="list.json").returncode == 0
        difference = changed(before, corpus.files())
        listed = json.loads((corpus.folder / "list.json").read_text())
        assert set(difference["added"]) | set(difference["changed"]) <= set(listed["added"]) | set(listed["changed"])
        assert set(difference["removed"]) <= set(listed["removed"])
    finally:
        undo()
        assert corpus.build().returncode == 0
    assert corpus.files() == before


def test_a_build_without_changes_lists_none(corpus):
    assert corpus.build(list_file="list.txt").returncode == 0
    assert (corpus.folder / "list.txt").read_text() == ""
    assert corpus.build(list_file="list.json").returncode == 0
    assert json.loads((corpus.folder / "list.json").read_text()) == {"added": [], "changed": [], "removed": []}

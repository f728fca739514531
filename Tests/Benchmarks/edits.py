"""Edits of a corpus, and the files of a site that they change."""

import hashlib
import re
from pathlib import Path

# What a build writes for itself, which is not part of the site.
OWN = {".dateline-build", ".dateline-manifest"}

Texts = dict[Path, str | None]


def slug_of(file: Path) -> str:
    return re.search(r"^slug: (.*)$", file.read_text(encoding="utf-8"), re.M)[1]


def edits(site: Path) -> dict[str, tuple[Texts, str]]:
    """The edits of a site by name: the new text of each file, or None to remove it, and the slug of the entry."""
    entries = sorted((site / "Content/events").iterdir())
    file = entries[len(entries) // 2]
    text, slug = file.read_text(encoding="utf-8"), slug_of(file)
    new = entries[len(entries) // 2 + 7].read_text(encoding="utf-8")
    for key, value in (("slug", "quite-a-new-one"), ("title", "Quite a new one")):
        new = re.sub(rf"^{key}: .*$", f"{key}: {value}", new, count=1, flags=re.M)
    correction = "corrections:\n  - {date: 2024-02-03, text: An older day was given.}\n"
    place = "corrections:\n" if "\ncorrections:\n" in text else "---\n"
    return {
        "body": ({file: text + "\nOne more sentence.\n"}, slug),
        "title": ({file: re.sub(r"^title: .*$", "title: Retold", text, count=1, flags=re.M)}, slug),
        "new": ({file.with_name("quite-a-new-one.md"): new}, "quite-a-new-one"),
        "removed": ({file: None}, slug),
        "latest-day": ({file: text.replace(place, correction if place != "---\n" else place + correction, 1)}, slug),
    }


def apply(texts: Texts) -> Texts:
    """Writes or removes files, and returns the texts that undo it."""
    before = {file: file.read_text(encoding="utf-8") if file.exists() else None for file in texts}
    for file, text in texts.items():
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
    return before


def digests(site: Path) -> dict[str, bytes]:
    """The digest of each file of a built site."""
    paths = (path for path in site.rglob("*") if path.is_file())
    named = ((path.relative_to(site).as_posix(), path) for path in paths)
    return {name: hashlib.sha256(path.read_bytes()).digest() for name, path in named if name not in OWN}


def difference(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, list[str]]:
    """The paths of the files that were added, changed and removed."""
    return {
        "added": sorted(after.keys() - before.keys()),
        "changed": sorted(path for path in before.keys() & after.keys() if before[path] != after[path]),
        "removed": sorted(before.keys() - after.keys()),
    }


def without_shards(paths: set[str]) -> set[str]:
    """Files other than the shards of the search's words, which are counted by the words that they hold. A file of the
    search's data under a new name is one change, not two."""
    return {re.sub(r"^search/([a-z]+)-.*", r"search/\1", path) for path in paths if not path.startswith("search/terms-")}

#!/usr/bin/env python3
"""Checks that a type is found by its name: in the file that is called so.

A type that more than six other files name stands in a file of its own name, and so does one whose name some file has.
Exits with 1, and a line for each type that is elsewhere.
"""
import collections
import re
import sys

from sources import end, read

MOST_FILES = 6
TYPE = re.compile(
    r"^((?:(?:@\w+(?:\([^)]*\))?|public|package|internal|private|fileprivate|final|indirect)\s+)*)"
    r"(?:struct|class|enum|protocol|actor)\s+(\w+)", re.MULTILINE)
# Nothing can be made of a subject's record without the context that stands before it, and neither alone is understood.
TOGETHER = {"SubjectRecord"}


def misplaced(files):
    """Each type that is in a file of another name: where it is, and which file names it or is called so."""
    homes, users, names = collections.defaultdict(list), collections.defaultdict(set), {}
    for path, code in files.items():
        module, stem = path.split("/")[0], path.split("/")[-1].removesuffix(".swift")
        names[module, stem] = path
        for access, name in TYPE.findall(code):
            if "private" not in access:
                homes[name].append(path)
    for path, code in files.items():
        for name in set(re.findall(r"(?<![.\w])[A-Z]\w+", code)) & homes.keys():
            users[name].add(path)
    for name, paths in sorted(homes.items()):
        for path in paths:
            module, stem = path.split("/")[0], path.split("/")[-1].removesuffix(".swift")
            if stem == name or name in TOGETHER:
                continue
            if (module, name) in names:
                yield f"{path}: declares {name}, but {names[module, name]} is called so"
            elif len(paths) == 1 and len(users[name] - {path}) > MOST_FILES:
                yield f"{path}: declares {name}, which {len(users[name]) - 1} other files name: it stands in {name}.swift"


def main():
    files = read()
    faults = list(misplaced(files))
    # Moved to a file of another name, a type is missed: else this would find nothing.
    path = next(path for path in files if path.endswith("/OutputTree.swift"))
    moved = {("SiteOutput/Elsewhere.swift" if name == path else name): code for name, code in files.items()}
    moved["SiteOutput/OutputTree.swift"] = ""
    if len(list(misplaced(moved))) <= len(faults):
        faults.append("a type in a file of another name was not found")
    return end(faults, "names: every type that one looks for is in the file of its name")


if __name__ == "__main__":
    sys.exit(main())

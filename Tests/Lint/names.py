#!/usr/bin/env python3
"""Checks that a type is in the file of its name.

This is required of a type that more than six other files use, and of a type for whose name there is a file.
Prints a line for each type that is elsewhere and exits with 1 if there is any.
"""
import collections
import re
import sys

from sources import end, read

MOST_FILES = 6
TYPE = re.compile(
    r"^((?:(?:@\w+(?:\([^)]*\))?|public|package|internal|private|fileprivate|final|indirect)\s+)*)"
    r"(?:struct|class|enum|protocol|actor)\s+(\w+)", re.MULTILINE)
# A subject's record can only be created by its context, and neither can be understood alone.
TOGETHER = {"SubjectRecord"}


def misplaced(files):
    """A message for each type that is in a file of another name although it should have its own."""
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
                yield f"{path}: declares {name}, but {names[module, name]} has that name"
            elif len(paths) == 1 and len(users[name] - {path}) > MOST_FILES:
                yield f"{path}: declares {name}, which {len(users[name]) - 1} other files use: move it to {name}.swift"


def main():
    files = read()
    faults = list(misplaced(files))
    # A test of this script: a type that was moved to a file of another name must be found.
    path = next(path for path in files if path.endswith("/OutputTree.swift"))
    moved = {("SiteOutput/Elsewhere.swift" if name == path else name): code for name, code in files.items()}
    moved["SiteOutput/OutputTree.swift"] = ""
    if len(list(misplaced(moved))) <= len(faults):
        faults.append("this script did not find a type in a file of another name")
    return end(faults, "names: every widely used type is in the file of its name")


if __name__ == "__main__":
    sys.exit(main())

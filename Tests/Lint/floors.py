#!/usr/bin/env python3
"""Checks that no folder of a module depends on one above it, or beside it on its floor.

The tables of Sources/README.md list the floors. The declarations of a folder and the names that it uses are read from the
code: its declarations are the types, functions and values at the left margin. An extension declares nothing: a higher
floor may extend a type of a lower one. Prints a line for each use of a higher floor and exits with 1 if there is any.
"""
import collections
import re
import sys

from sources import SOURCES, end, read

DECLARATION = re.compile(
    r"^(?:(?:@\w+(?:\([^)]*\))?|public|package|internal|final|indirect|nonisolated(?:\(unsafe\))?)\s+)*"
    r"(?:struct|class|enum|protocol|actor|typealias|func|let|var)\s+(\w+)", re.MULTILINE)
# Names that a file declares itself: nested types, generic parameters; members, labels, values, parameters.
OWN = [
    re.compile(r"\b(?:struct|class|enum|protocol|actor|typealias|associatedtype|case|func|let|var)\s+(\w+)"),
    re.compile(r"\b(?:struct|class|enum|func|extension|init)\b[^{(\n]*<(\w+)"),
    re.compile(r"\b([a-z]\w*)(?=:|\s+in\b|[\w, ]*\)? in\b)"),
]
NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*")


def floors(readme):
    """For each module, the floor number of each of its folders; the last row of the table is the ground floor."""
    modules = {}
    for module, rows in re.findall(r"^\| Floors of `(\w+)` \|.*\n\|[-| ]+\n((?:\|.*\n)+)", readme, re.MULTILINE):
        folders = [re.findall(r"`(\w+)`", row.split("|")[1]) for row in rows.splitlines()]
        modules[module] = {name: number for number, names in enumerate(reversed(folders)) for name in names}
    return modules


def in_folders(code, module):
    """The files of a module's folders, by their paths below the module."""
    return {
        path.removeprefix(module + "/"): text for path, text in code.items()
        if path.startswith(module + "/") and path.count("/") > 1}


def upward(files, floor):
    """Every use of a name that a folder on a higher or the same floor declares: path, line, name, both folders."""
    homes = collections.defaultdict(set)
    for path, code in files.items():
        for name in DECLARATION.findall(code):
            homes[name].add(path.split("/")[0])
    for path, code in files.items():
        here = path.split("/")[0]
        own = {name for pattern in OWN for name in pattern.findall(code)}
        for number, line in enumerate(code.split("\n"), 1):
            for name in dict.fromkeys(NAME.findall(line)):
                # If several folders declare a name, a use is allowed if it may refer to any of them.
                if name in own or not homes.get(name) or any(there == here or floor[there] < floor[here] for there in homes[name]):
                    continue
                yield path, number, name, here, min(homes[name])


def missing(files, floor):
    return sorted({path.split("/")[0] for path in files} - set(floor))


def finds_a_planted_edge(files, floor):
    """Tests this script: whether it finds a use of the highest floor that is added to a file of the ground floor."""
    top, ground = max(floor, key=floor.get), min(floor, key=floor.get)
    above = next(name for path, code in files.items() if path.startswith(top + "/") for name in DECLARATION.findall(code))
    path = next(path for path in files if path.startswith(ground + "/"))
    planted = {**files, path: files[path] + f"\n_ = {above}.self\n"}
    return len(list(upward(planted, floor))) > len(list(upward(files, floor)))


def main():
    modules = floors((SOURCES / "README.md").read_text(encoding="utf-8"))
    code, faults = read(), []
    for module in ("SiteRendering", "TimelineModel"):
        files, floor = in_folders(code, module), modules.get(module, {})
        faults += [
            f"Sources/{module}/{folder}: the folder is not on a floor in Sources/README.md"
            for folder in missing(files, floor)]
        if missing(files, floor):
            continue
        faults += [
            f"Sources/{module}/{path}:{number}: {here} uses {name} of {there}, which is not on a lower floor"
            for path, number, name, here, there in upward(files, floor)]
        if not finds_a_planted_edge(files, floor):
            faults.append(f"{module}: this script did not find a planted use of a higher floor")
    return end(faults, "floors: no folder depends on one above it")


if __name__ == "__main__":
    sys.exit(main())

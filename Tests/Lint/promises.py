#!/usr/bin/env python3
"""Checks what the code promises of itself and a compiler does not see: each rule is a pattern, where it may stand, and why.

Exits with 1, and a line for each place where a pattern stands elsewhere.
"""
import pathlib
import re
import sys

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"
RULES = [
    (r'"%0?" \+|"%0?\\\(|UInt8\(ascii: "%"\)', ["Diagnostics/PercentCoding.swift", "EDTF/", "TimelineModel/YAML/",
     "TimelineModel/Content/SiteAddress.swift", "CommonMark/"],
     "percent coding is Diagnostics/PercentCoding.swift's; what only looks for a % may"),
    (r"\bimport Foundation\b", ["dateline/"], "Foundation costs start-up time, and its dates mix calendars"),
    (r"\b(?:clock_gettime|ContinuousClock|SuspendingClock|gettimeofday|Date\(\)|time\(nil\))", ["dateline/", "DevServer/"],
     "the same content makes the same bytes: no clock below DevServer"),
    (r"\bgetenv\(|\bsetlocale\(|ProcessInfo", ["dateline/"], "no environment and no locale below the commands"),
    (r'(?<![\w/])"(?:Content|Templates)(?:/[^"]*)?"', ["TimelineModel/Content/ContentPath.swift", "TimelineModel/Content/InputFolder.swift", "SiteRendering/Language/", "dateline/Commands/"],
     "what a build reads is told by ContentPath and InputFolder"),
    (r"\b(?:print|debugPrint|dump)\(", ["dateline/"], "only the commands print"),
    (r"\btry!|\bas!|\bfatalError\(", ["CommonMark/DocumentMemory.swift", "TimelineModel/Files/HeapPages.swift"],
     "nothing that a user wrote may end the program"),
]


def broken(files):
    for path, code in files.items():
        for pattern, allowed, reason in RULES:
            if any(path.startswith(start) for start in allowed):
                continue
            for number, line in enumerate(code.split("\n"), 1):
                if re.search(pattern, line):
                    yield f"Sources/{path}:{number}: {line.strip()[:60]} ({reason})"


def main():
    files = {
        path.relative_to(SOURCES).as_posix(): re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
        for path in sorted(SOURCES.rglob("*.swift")) if not path.name.startswith("Coasts")}
    faults = list(broken(files))
    # A second percent coder is found: else nothing would be.
    if not list(broken({"SiteRendering/Site/Site.swift": 'text += "%" + digits'})):
        faults.append("a planted percent coder was not found")
    print("\n".join(faults) if faults else "promises: kept")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

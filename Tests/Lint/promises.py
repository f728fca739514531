#!/usr/bin/env python3
"""Checks promises that the compiler cannot check. Each rule is a pattern, the files that may contain it, and the reason.

Prints a line for each match in another file and exits with 1 if there is any.
"""
import re
import sys

from sources import end, read

RULES = [
    (r'"%0?" \+|"%0?\\\(|UInt8\(ascii: "%"\)', ["UTF8Text/PercentCoding.swift", "EDTF/", "TimelineModel/YAML/",
     "TimelineModel/Content/SiteAddress.swift", "CommonMark/", "Exports/Calendar/ContentLines.swift"],
     "only UTF8Text/PercentCoding.swift does percent coding; the other allowed files only look for a %"),
    (r"\bimport Foundation\b", ["dateline/"], "Foundation costs start-up time, and its dates mix calendars"),
    (r"\b(?:clock_gettime|ContinuousClock|SuspendingClock|gettimeofday|Date\(\)|time\(nil\))", ["dateline/", "DevServer/"],
     "the same content must give the same bytes: no clock below DevServer"),
    (r"\bgetenv\(|\bsetlocale\(|ProcessInfo", ["dateline/"], "no environment and no locale below the commands"),
    (r'(?<![\w/])"(?:Content|Templates)(?:/[^"]*)?"', ["TimelineModel/Content/ContentPath.swift", "TimelineModel/Content/InputFolder.swift", "SiteRendering/Language/", "dateline/Commands/"],
     "ContentPath and InputFolder define what a build reads"),
    (r"\b(?:print|debugPrint|dump)\(", ["dateline/"], "only the commands print"),
    (r"\btry!|\bas!|\bfatalError\(", ["CommonMark/DocumentMemory.swift", "Files/HeapPages.swift"],
     "no user input may crash the program"),
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
    faults = list(broken(read(keeping_texts=True)))
    # A test of this script: a second percent coder must be found.
    if not list(broken({"SiteRendering/Site/Site.swift": 'text += "%" + digits'})):
        faults.append("this script did not find a planted percent coder")
    return end(faults, "promises: no rule is broken")


if __name__ == "__main__":
    sys.exit(main())

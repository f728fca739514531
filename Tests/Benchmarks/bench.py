"""Compares Dateline with Hugo and a floor in C, and writes BENCHMARKS.md: see README.md.

Each build is a separate process with an empty output folder. The programs take turns within a round, so that other
work of the machine affects all of them. A ratio is computed within its round; the tables give the median, the lowest
and the highest ratio.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import corpus
import edits

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclass
class Run:
    """The cost of one process: seconds of CPU time of all threads, seconds of wall time, peak memory in MiB."""

    cpu: float
    wall: float
    peak: float


@dataclass
class Contender:
    name: str
    command: list[str]
    output: Path


def run(command: list[str]) -> Run:
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(HERE / "measured.py"), *command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return Run(**json.loads(done.stdout))


class Bench:
    def __init__(self, binary: Path, hugo: Path, folder: Path):
        self.binary, self.hugo, self.folder = binary, hugo, folder
        self.floor = folder / "floor"
        subprocess.run(
            ["cc", "-O2", str(HERE / "floor.c"), "-lcmark", "-lpthread", "-o", str(self.floor)], check=True)
        # Hugo writes into the folder of its configuration.
        self.peer = folder / "hugo"
        shutil.copytree(HERE / "hugo", self.peer)

    def site(self, count: int, is_plain: bool) -> Path:
        site = self.folder / f"{'plain' if is_plain else 'full'}-{count}"
        if not site.exists():
            corpus.write(count, site / "Content", is_plain)
        return site

    def contenders(self, site: Path, output: Path) -> list[Contender]:
        content = site / "Content"
        # Hugo does not support imprecise dates: for such content it builds the same number of plain entries.
        kind, _, count = site.name.partition("-")
        peers = self.site(int(count), True) / "Content" if kind == "full" else content
        cores = str(os.cpu_count() or 1)
        return [
            Contender(
                "dateline", [str(self.binary), "build", "--quiet", "--source", str(site), "--output", str(output / "d")],
                output / "d"),
            Contender(
                "hugo",
                [str(self.hugo), "--quiet", "--noBuildLock", "-s", str(self.peer), "-c", str(peers), "-d",
                 str(output / "h")], output / "h"),
            Contender("floor", [str(self.floor), str(content / "events"), str(output / "f"), cores], output / "f"),
        ]

    def rounds(self, site: Path, output: Path, count: int, names: set[str]) -> dict[str, list[Run]]:
        runs: dict[str, list[Run]] = {name: [] for name in names}
        for number in range(count):
            order = [each for each in self.contenders(site, output) if each.name in names]
            for contender in order if number % 2 == 0 else reversed(order):
                shutil.rmtree(contender.output, ignore_errors=True)
                runs[contender.name].append(run(contender.command))
                note(f"{site.name} {contender.name} {runs[contender.name][-1].cpu:.2f} s")
        return runs

    def timings(self, site: Path, output: Path) -> list[dict]:
        shutil.rmtree(output, ignore_errors=True)
        command = [str(self.binary), "build", "--quiet", "--timings-json", "--source", str(site), "--output", str(output)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return json.loads(printed)["stages"]


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def median(runs: list[Run], field: str) -> float:
    return statistics.median(getattr(each, field) for each in runs)


def ratio(above: list[Run], below: list[Run], field: str) -> str:
    """The median of the rounds' ratios, and their range."""
    ratios = [getattr(a, field) / getattr(b, field) for a, b in zip(above, below)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def size(folder: Path) -> tuple[int, float]:
    """The number of files in a folder, and their size in MB."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def machine() -> str:
    model = next(
        (line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), platform.processor())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}"


def builds(bench: Bench, counts: list[int], pairs: int, is_plain: bool, most: int) -> list[str]:
    lines = [
        "| Entries | | CPU s | wall s | peak MiB | files | MB |", "|---:|---|---:|---:|---:|---:|---:|"]
    ratios = ["| Entries | CPU / Hugo | wall / Hugo | peak / Hugo | CPU / floor |", "|---:|---|---|---|---|"]
    for count in counts:
        site = bench.site(count, is_plain)
        rounds = pairs if count <= most else 1
        runs = bench.rounds(site, bench.folder / "output", rounds, {"dateline", "hugo", "floor"})
        for contender in bench.contenders(site, bench.folder / "output"):
            own = runs[contender.name]
            files, megabytes = size(contender.output)
            lines.append(
                f"| {count:,} | {contender.name} | {median(own, 'cpu'):.2f} | {median(own, 'wall'):.2f} "
                f"| {median(own, 'peak'):.0f} | {files:,} | {megabytes:.0f} |")
        ours, peer, floor = runs["dateline"], runs["hugo"], runs["floor"]
        ratios.append(
            f"| {count:,} | {ratio(ours, peer, 'cpu')} | {ratio(ours, peer, 'wall')} | {ratio(ours, peer, 'peak')} "
            f"| {ratio(ours, floor, 'cpu')} |")
    return [*ratios, "", *lines]


def stages(bench: Bench, count: int, is_plain: bool) -> list[str]:
    site = bench.site(count, is_plain)
    runs = [bench.timings(site, bench.folder / "output" / "t") for _ in range(5)]
    lines = ["| Stage | CPU ms | µs per entry |", "|---|---:|---:|"]
    for place, stage in enumerate(runs[0]):
        cpu = statistics.median(each[place]["cpu_ms"] for each in runs)
        lines.append(f"| {stage['stage']} | {cpu:.0f} | {cpu * 1000 / count:.1f} |")
    return lines


def rebuilds(bench: Bench, count: int, pairs: int) -> list[str]:
    """A second build of the same content, and a build after a change in one entry."""
    site = bench.folder / "changing"
    shutil.copytree(bench.site(count, True), site)
    entry = sorted((site / "Content" / "events").iterdir())[count // 2]
    ours = bench.contenders(site, bench.folder / "output")[0]
    first, second, changed, written = [], [], [], []
    for number in range(pairs):
        shutil.rmtree(ours.output, ignore_errors=True)
        first.append(run(ours.command))
        before = stamps(ours.output)
        second.append(run(ours.command))
        assert stamps(ours.output) == before, "a build without changes wrote a file"
        entry.write_text(entry.read_text(encoding="utf-8") + f"\nA further sentence, number {number}.\n", encoding="utf-8")
        changed.append(run(ours.command))
        after = stamps(ours.output)
        written.append(sum(after.get(path) != stamp for path, stamp in before.items()))
    return [
        f"- A second build of the same content: {ratio(second, first, 'cpu')} of the CPU time and "
        f"{ratio(second, first, 'wall')} of the wall time of the first build; no file was written.",
        f"- A build after one entry has changed: {ratio(changed, first, 'cpu')} of the CPU time; "
        f"files written: {statistics.median(written):.0f}."]


def stamps(folder: Path) -> dict[str, int]:
    """The time at which each file of a site was written, without the build note."""
    return {
        str(path): path.stat().st_mtime_ns for path in folder.rglob("*")
        if path.is_file() and path.name != ".dateline-build"}


# The values of `exports`; None is a site without the key.
EXPORTS = {
    "none": [], "by default (atom, json, icalendar)": None, "one kind: json": ["json"], "one kind: csv": ["csv"],
    "one kind: timelinejs": ["timelinejs"],
    "all but records": ["json", "jsonl", "csv", "timelinejs", "geojson", "icalendar", "atom", "jsonfeed"],
    "all": ["json", "jsonl", "records", "csv", "timelinejs", "geojson", "icalendar", "atom", "jsonfeed"]}


def exports(bench: Bench, count: int, pairs: int, is_plain: bool) -> list[str]:
    """Builds with the files for other programs, each beside one without them."""
    content = bench.site(count, is_plain) / "Content"
    plain = [line for line in (content / "timeline.yml").read_text(encoding="utf-8").splitlines() if not line.startswith("exports:")]
    commands = {}
    for number, (name, formats) in enumerate(EXPORTS.items()):
        site = bench.folder / f"exports-{is_plain}-{number}"
        shutil.copytree(content, site / "Content")
        lines = plain + ([f"exports: {json.dumps(formats)}"] if formats is not None else [])
        (site / "Content" / "timeline.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        commands[name] = bench.contenders(site, bench.folder / "output")[0]
    runs: dict[str, list[Run]] = {name: [] for name in EXPORTS}
    for number in range(pairs):
        for name in EXPORTS if number % 2 == 0 else reversed(EXPORTS):
            shutil.rmtree(commands[name].output, ignore_errors=True)
            runs[name].append(run(commands[name].command))
            note(f"exports {name} {runs[name][-1].cpu:.2f} s")
    rows = ["| `exports` | CPU / none | CPU s | wall s | peak MiB |", "|---|---|---:|---:|---:|"]
    for name, own in runs.items():
        rows.append(
            f"| {name} | {ratio(own, runs['none'], 'cpu')} | {median(own, 'cpu'):.2f} | {median(own, 'wall'):.2f} "
            f"| {median(own, 'peak'):.0f} |")
    for number in range(len(EXPORTS)):
        shutil.rmtree(bench.folder / f"exports-{is_plain}-{number}")
    return rows


READING = "import csv, sys; print(sum(1 for row in csv.reader(open(sys.argv[1], encoding='utf-8', newline=''))))"


def imports(bench: Bench, count: int, pairs: int) -> list[str]:
    """Imports of a table, each beside Python's csv, which only reads the same file."""
    rows = [
        "| Table | CPU / Python's `csv` | CPU s | wall s | peak MiB | `csv`: CPU s | peak MiB |", "|---|---|---:|---:|---:|---:|---:|"]
    for is_sheet, name in ((True, "TimelineJS3's sheet"), (False, "four columns, with `--map`")):
        table, site = bench.folder / f"table-{is_sheet}.csv", bench.folder / "imported"
        corpus.write_table(count, table, is_sheet)
        command = [str(bench.binary), "import", str(table), "--into", str(site), "--quiet"]
        if not is_sheet:
            command += ["--map", "title=Title", "--map", "date=Date", "--map", "tags=Tags", "--map", "body=Text"]
        ours, peer = [], []
        for _ in range(pairs):
            shutil.rmtree(site, ignore_errors=True)
            ours.append(run(command))
            peer.append(run([sys.executable, "-S", "-E", "-c", READING, str(table)]))
            note(f"import {name} {ours[-1].cpu:.2f} s")
        written = sum(1 for _ in (site / "Content" / "events").iterdir())
        assert written == count, f"{written} entries of {count}"
        rows.append(
            f"| {name} | {ratio(ours, peer, 'cpu')} | {median(ours, 'cpu'):.2f} | {median(ours, 'wall'):.2f} "
            f"| {median(ours, 'peak'):.0f} | {median(peer, 'cpu'):.2f} | {median(peer, 'peak'):.0f} |")
        shutil.rmtree(site)
    return rows


EDITS = {
    "body": "a sentence in the text", "title": "the title", "new": "a new entry", "removed": "an entry removed",
    "latest-day": "a correction, the latest day of all"}


def files_of_edits(bench: Bench, count: int) -> list[str]:
    """The files that an edit changes by content, and those that are written again."""
    lines = [
        "| Edit | plain: change | written | hugo: change | written | all features: change | search data | written |",
        "|---|---:|---:|---:|---:|---:|---:|---:|"]
    rows: dict[str, list[str]] = {name: [] for name in EDITS}
    for is_plain, names in ((True, ("dateline", "hugo")), (False, ("dateline",))):
        site = bench.folder / ("edited-plain" if is_plain else "edited-full")
        shutil.copytree(bench.site(count, is_plain) / "Content", site / "Content")
        output = bench.folder / "edited-output"
        original = str(bench.site(count, is_plain))
        for contender in bench.contenders(bench.site(count, is_plain), output):
            if contender.name not in names:
                continue
            command = [part.replace(original, str(site)) for part in contender.command]
            for name in EDITS:
                note(f"{site.name} {contender.name} {name}")
                shutil.rmtree(contender.output, ignore_errors=True)
                run(command)
                before, written_before = edits.digests(contender.output), stamps(contender.output)
                undo = edits.apply(edits.edits(site)[name][0])
                run(command)
                edits.apply(undo)
                after, written_after = edits.digests(contender.output), stamps(contender.output)
                paths = set().union(*edits.difference(before, after).values())
                own = edits.without_shards(paths)
                rows[name].append(f"{len(own):,}")
                if not is_plain:
                    rows[name].append(f"{sum(path.startswith('search/terms-') for path in paths):,}")
                written = sum(written_before.get(path) != stamp for path, stamp in written_after.items())
                rows[name].append(f"{written:,}")
    return [*lines, *(f"| {words} | {' | '.join(rows[name])} |" for name, words in EDITS.items())]


def growth(bench: Bench, small: int, large: int, rounds: int) -> str:
    ratios, peaks = [], []
    for _ in range(rounds):
        few = bench.rounds(bench.site(small, True), bench.folder / "output", 1, {"dateline"})["dateline"][0]
        many = bench.rounds(bench.site(large, True), bench.folder / "output", 1, {"dateline"})["dateline"][0]
        ratios.append(many.cpu / few.cpu)
        peaks.append((many.peak - few.peak) * 1024 / (large - small))
    return (
        f"From {small:,} to {large:,} entries the CPU time grows {statistics.median(ratios):.1f}× "
        f"({min(ratios):.1f}–{max(ratios):.1f}), and each additional entry needs {statistics.median(peaks):.1f} KiB of memory.")


def alone(bench: Bench, count: int, disk: Path) -> str:
    """One build of very many entries by Dateline alone, on a disk because they would not fit in memory."""
    site = disk / f"plain-{count}"
    if not (site / "Content" / "timeline.yml").exists():
        corpus.write(count, site / "Content", True)
    ours = bench.contenders(site, site)[0]
    shutil.rmtree(ours.output, ignore_errors=True)
    own = run(ours.command)
    files, megabytes = size(ours.output)
    shutil.rmtree(ours.output)
    return (
        f"One build of {count:,} plain entries on a disk: {own.cpu:.0f} s CPU, {own.wall:.0f} s wall, peak "
        f"{own.peak:.0f} MiB ({own.peak * 1024 / count:.1f} KiB per entry), {files:,} files, {megabytes:.0f} MB.")


def start_up(bench: Bench) -> str:
    runs = [run([str(bench.binary), "--version"]) for _ in range(21)]
    size_of_binary = bench.binary.stat().st_size / 1e6
    return (
        f"`dateline --version` takes {median(runs, 'cpu') * 1000:.1f} ms of CPU time (median of 21); the size of the "
        f"binary, with Swift's libraries, is {size_of_binary:.0f} MB.")


def on_disk(bench: Bench, count: int, disk: Path) -> list[str]:
    with tempfile.TemporaryDirectory(dir=disk, prefix="dateline-bench-") as folder:
        runs = bench.rounds(bench.site(count, True), Path(folder), 1, {"dateline", "hugo", "floor"})
    return [f"- {name}: {own[0].cpu:.2f} s CPU, {own[0].wall:.2f} s wall" for name, own in sorted(runs.items())]


def parts_alone(binary: str) -> str:
    """Parts of the work on one entry of the story, each with a lower bound."""
    entry = "Content/events/2023-09-13-kim-putin-summit.md"
    assert (ROOT / entry).exists(), entry
    return subprocess.run([binary, str(ROOT), entry], check=True, capture_output=True, text=True).stdout


def version(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")[0].strip()


def report(bench: Bench, given: argparse.Namespace) -> str:
    middle = min(10_000, max(given.sizes))
    parts = [
        "# Benchmarks", "",
        "Written by `make bench`; [Tests/Benchmarks](Tests/Benchmarks/README.md) describes the method. Times in "
        "seconds depend on this machine; ratios can be compared between machines.", "",
        f"{date.today().isoformat()} · {machine()} · {version([str(bench.binary), '--version'])} · "
        f"{version([str(bench.hugo), 'version'])[:40]}", "",
        "## Plain entries", "",
        f"Both programs write Hugo's pages: `exports: []`, search and map are off. {given.pairs} rounds.", "",
        *builds(bench, given.sizes, given.pairs, True, given.paired_up_to), "",
        f"Stages of a build of {middle:,} plain entries:", "", *stages(bench, middle, True), "",
        "## All features", "",
        "Entries with claims, denials, imprecise dates, registered actors, places and sources; search and map are on. The "
        "floor reads the same files. Hugo does not support such dates: it builds the same number of plain entries.", "",
        *builds(bench, [size for size in given.sizes if size <= given.paired_up_to], given.pairs, False, given.paired_up_to),
        "", f"Stages of a build of {middle:,} entries:", "", *stages(bench, middle, False), "",
        "## Files for other programs", "",
        f"Builds of {middle:,} entries, each beside one with `exports: []`. Plain entries, search and map off:", "",
        *exports(bench, middle, given.pairs, True), "",
        "All features:", "", *exports(bench, middle, given.pairs, False), "",
        f"Imports of {10 * middle:,} rows, each of which becomes a file, beside a program that only reads the rows:", "",
        *imports(bench, 10 * middle, given.pairs), "",
        "## Growth, rebuilds, start-up", ""]
    if len(given.sizes) > 1 and max(given.sizes) > middle:
        parts.append("- " + growth(bench, middle, max(given.sizes), 2))
    if given.alone:
        parts.append("- " + alone(bench, given.alone, given.disk))
    parts += [*rebuilds(bench, middle, given.pairs), "- " + start_up(bench), ""]
    parts += [
        f"## Files that an edit of {middle:,} entries changes", "",
        "Files whose bytes differ after the edit, and files that the build wrote. With all features, the data of the words "
        "that are in the edited entry are counted apart.", "", *files_of_edits(bench, middle), ""]
    if given.micro:
        parts += ["## Parts of the work, measured separately", "", parts_alone(given.micro)]
    parts += [f"## One build of {middle:,} plain entries on a disk", "", *on_disk(bench, middle, given.disk), ""]
    return "\n".join(parts)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--binary", type=Path, required=True, help="Dateline's release binary")
    arguments.add_argument("--hugo", type=Path, required=True, help="Hugo's binary, not a wrapper of it")
    arguments.add_argument("--micro", help="the binary that measures parts separately")
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    arguments.add_argument("--pairs", type=int, default=5)
    arguments.add_argument("--paired-up-to", type=int, default=10_000, help="larger sizes are built once")
    arguments.add_argument("--alone", type=int, help="a size that Dateline alone builds, once, on the disk")
    arguments.add_argument("--memory", type=Path, default=Path("/dev/shm"), help="a folder in memory")
    arguments.add_argument("--disk", type=Path, default=ROOT, help="a folder on a disk")
    arguments.add_argument("--output", type=Path, help="the file to write; by default the text is printed")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=given.memory, prefix="dateline-bench-") as folder:
        text = report(Bench(given.binary.resolve(), given.hugo.resolve(), Path(folder)), given)
    if given.output:
        given.output.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Checks the files that `make dist` has written: their contents, sizes and modes, that the program in each of them builds
a site, that the wheel installs, that lintian finds no error in the package, and that the same binaries give the same bytes.

    python3 Tests/Release/test_dist.py dist

Prints a line for each check; exits with 1 at the first that fails.
"""
import hashlib
import os
import pathlib
import re
import stat
import subprocess
import sys
import tarfile
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEGABYTE = 1_000_000
# The libraries that every Linux system with this C library has.
SYSTEM = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}


def run(*command, **options) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}{done.stderr}"
    return done.stdout


def only(folder: pathlib.Path, pattern: str) -> pathlib.Path:
    found = list(folder.glob(pattern))
    assert len(found) == 1, f"{pattern}: {[file.name for file in found]}"
    return found[0]


def builds_a_site(program: pathlib.Path, scratch: pathlib.Path) -> int:
    """Writes the starter site and builds it, and returns the number of its pages."""
    # Nothing of the environment is needed but PATH.
    run(program, "new", "harbour", cwd=scratch, env={"PATH": "/usr/bin:/bin"})
    run(program, "build", "--strict", cwd=scratch / "harbour", env={"PATH": "/usr/bin:/bin"})
    pages = list((scratch / "harbour" / "Site").rglob("*.html"))
    assert (scratch / "harbour" / "Site" / "index.html").exists() and len(pages) > 10
    return len(pages)


def check_archive(dist: pathlib.Path, version: str, scratch: pathlib.Path) -> str:
    file = only(dist, f"dateline-{version}-linux-*.tar.xz")
    assert file.stat().st_size <= 8 * MEGABYTE, f"{file.name} is too large"
    with tarfile.open(file) as archive:
        items = archive.getmembers()
        assert [item.name for item in items] == sorted(item.name for item in items)
        assert {(item.uid, item.gid) for item in items} == {(0, 0)} and len({item.mtime for item in items}) == 1
        archive.extractall(scratch, filter="data")
    root = only(scratch, "dateline-*")
    names = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    assert names == {
        "LICENSE", "NOTICES", "README.md", "bin/dateline", "share/man/man1/dateline.1",
        "share/bash-completion/completions/dateline", "share/fish/vendor_completions.d/dateline.fish",
        "share/zsh/site-functions/_dateline"}, names
    program = root / "bin" / "dateline"
    assert program.stat().st_size <= 30 * MEGABYTE and program.stat().st_mode & 0o777 == 0o755
    needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-d", program)))
    assert needed <= SYSTEM, f"the program needs {needed - SYSTEM}"
    notices = (root / "NOTICES").read_text(encoding="utf-8")
    for name in ("swift-nio: NOTICE.txt", "swift-argument-parser", "libcmark", "libyaml", "zlib"):
        assert name in notices, name
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# Dateline\n") and "| `dateline build` |" in readme and "![" not in readme
    assert b".TH" in (root / "share/man/man1/dateline.1").read_bytes()
    pages = builds_a_site(program, scratch)
    return f"{file.name}: {len(names)} files, needs {', '.join(sorted(needed))}; a site of {pages} pages"


def check_package(dist: pathlib.Path, version: str, scratch: pathlib.Path) -> str:
    file = only(dist, f"dateline_{version}_*.deb")
    fields = run("dpkg-deb", "--field", file)
    for library in ("libc6 (>= ", "libcmark", "libyaml-0-2", "zlib1g", "libstdc++6"):
        assert library in re.search(r"^Depends: (.*)$", fields, re.MULTILINE)[1], library
    assert re.search(r"^Recommends: .*fonts-noto-core.*libpangocairo-1.0-0", fields, re.MULTILINE)
    root = scratch / "package"
    run("dpkg-deb", "--raw-extract", file, root)
    run("md5sum", "--check", "--strict", "--quiet", "DEBIAN/md5sums", cwd=root)
    listed = {line.split("  ", 1)[1] for line in (root / "DEBIAN/md5sums").read_text().splitlines()}
    assert listed == {path.relative_to(root).as_posix() for path in root.rglob("usr/**/*") if path.is_file()}
    for path in root.rglob("*.gz"):
        assert path.read_bytes()[4:8] == bytes(4), f"{path.name} has a time"
    assert all(line.split()[1] == "root/root" for line in run("dpkg-deb", "--contents", file).splitlines())
    program = root / "usr/bin/dateline"
    assert stat.S_IMODE(program.stat().st_mode) == 0o755
    builds_a_site(program, root)
    done = subprocess.run(
        ["lintian", "--fail-on", "error", "--allow-root", "--info", str(file)], capture_output=True, text=True)
    tags = re.findall(r"^[EW]: .*$", done.stdout, re.MULTILINE)
    assert done.returncode == 0, f"lintian:\n{done.stdout}{done.stderr}"
    return f"{file.name}: lintian finds no error" + "".join(f"\n    {tag}" for tag in tags)


def check_wheel(dist: pathlib.Path, version: str, scratch: pathlib.Path) -> str:
    file = only(dist, f"dateline-{version}-py3-none-manylinux_2_*.whl")
    with zipfile.ZipFile(file) as wheel:
        assert wheel.testzip() is None
        rows = wheel.read(f"dateline-{version}.dist-info/RECORD").decode().splitlines()
        assert {row.split(",")[0] for row in rows} == set(wheel.namelist())
    run(sys.executable, "-m", "venv", scratch / "venv")
    run(scratch / "venv/bin/python", "-m", "pip", "install", "--no-index", "--no-deps", "--disable-pip-version-check", file)
    program = scratch / "venv/bin/dateline"
    assert run(program, "--version").strip() == version
    builds_a_site(program, scratch)
    run(scratch / "venv/bin/python", "-m", "pip", "uninstall", "--yes", "dateline")
    assert not program.exists()
    return f"{file.name}: installs, runs and is removed"


def check_sameness(dist: pathlib.Path) -> str:
    binaries = ROOT / ".build" / "dist"
    with tempfile.TemporaryDirectory() as scratch:
        run(
            sys.executable, ROOT / "Sources/dateline/Release/dist.py", "--shared", binaries / "shared/dateline",
            "--static", binaries / "static/dateline", "--output", scratch, env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C"})
        sums = (dist / "SHA256SUMS").read_text()
        assert (pathlib.Path(scratch) / "SHA256SUMS").read_text() == sums, "a second run gave other bytes"
    for line in sums.splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest, name
    return "SHA256SUMS: a second run gave the same bytes"


def main():
    dist = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "dist").resolve()
    version = re.search(r'static let version = "(.*)"', (ROOT / "Sources/dateline/Dateline.swift").read_text())[1]
    for check in (check_archive, check_package, check_wheel):
        with tempfile.TemporaryDirectory() as scratch:
            print(check(dist, version, pathlib.Path(scratch)))
    print(check_sameness(dist))


if __name__ == "__main__":
    try:
        main()
    except AssertionError as failure:
        sys.exit(f"failed: {failure}")

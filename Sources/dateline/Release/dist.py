#!/usr/bin/env python3
"""Makes the files of a release: an archive, a Debian package and a Python wheel. `make dist` runs this.

The same binaries give the same bytes: names are sorted, the owner is root, and every time is SOURCE_DATE_EPOCH, by
default that of the last commit.
"""
import argparse
import base64
import email.utils
import gzip
import hashlib
import io
import lzma
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
SUMMARY = "Sourced timelines from Markdown, as a static site"
DESCRIPTION = """\
 Dateline turns a folder of Markdown entries into a static timeline that readers
 can trust: each entry says what happened, how precisely the date is known, who
 says so, who denies it, and where that was published.
 .
 Dates are written in EDTF. Everything is checked, and each mistake is reported
 with file, line, column and a fix. The site consists of plain files."""


def output(*command, **options) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options).stdout


def source_date() -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given) if given else int(output("git", "-C", ROOT, "log", "-1", "--format=%ct"))


def stripped(binary: pathlib.Path, folder: pathlib.Path) -> bytes:
    """The binary without symbols and debugging records, which are more than half of it."""
    target = folder / "stripped"
    subprocess.run(["strip", "--strip-all", "-o", target, binary], check=True)
    return target.read_bytes()


def excerpt() -> str:
    """The introduction of the README and its sections on the first site and on commands."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    wanted = [parts[0]] + [part for part in parts if re.match(r"## (A site of your own|Commands)\n", part)]
    assert len(wanted) == 3, "README.md has other sections than expected"
    # Pictures are not in the archive.
    return re.sub(r"^!\[.*\n\n", "", "".join(wanted), flags=re.MULTILINE)


def notices() -> str:
    """The licences of everything that the binary contains."""
    texts = []
    for package in sorted((ROOT / ".build" / "checkouts").iterdir()):
        for name in ("LICENSE.txt", "NOTICE.txt"):
            if (package / name).exists():
                texts.append((f"{package.name}: {name}", (package / name).read_text(encoding="utf-8")))
    swift = pathlib.Path(shutil.which("swiftc") or "/").resolve().parents[1] / "share" / "swift" / "LICENSE.txt"
    texts.append(("Swift's standard library", swift.read_text(encoding="utf-8")))
    for package in ("libcmark-dev", "libyaml-dev", "zlib1g-dev", "libstdc++-12-dev", "libstdc++-13-dev", "libstdc++-14-dev"):
        file = pathlib.Path("/usr/share/doc") / package / "copyright"
        if file.exists():
            texts.append((package, file.read_text(encoding="utf-8", errors="replace")))
    assert sum(name.endswith("-dev") for name, _ in texts) >= 4, "licences of C libraries are missing"
    line = "=" * 78
    return "".join(f"{line}\n{name}\n{line}\n\n{text.rstrip()}\n\n" for name, text in texts)


class Release:
    """The contents of a release, which its three forms share."""

    def __init__(self, shared: pathlib.Path, static: pathlib.Path, folder: pathlib.Path):
        self.folder = folder
        self.time = source_date()
        self.version = output(static, "--version").strip()
        self.machine = os.uname().machine
        self.manual = output(static, "manual").encode()
        self.completions = {
            shell: output(static, "--generate-completion-script", shell).encode() for shell in ("bash", "fish", "zsh")}
        self.licence = (ROOT / "LICENSE").read_bytes()
        self.notices = notices().encode()
        with tempfile.TemporaryDirectory() as scratch:
            # The package uses the libraries of its system, whose updates it then gets; the others run on any Linux.
            self.shared = stripped(shared, pathlib.Path(scratch))
            self.static = stripped(static, pathlib.Path(scratch))
        self.newest_glibc = self._newest_glibc(static)

    @staticmethod
    def _newest_glibc(binary: pathlib.Path) -> tuple[int, int]:
        """The version of the C library that the binary needs, by its symbols."""
        symbols = output("objdump", "-T", binary)
        versions = re.findall(r"\bGLIBC_(\d+)\.(\d+)", symbols)
        return max((int(major), int(minor)) for major, minor in versions)

    # The archive

    def write_archive(self) -> pathlib.Path:
        name = f"dateline-{self.version}-linux-{self.machine}"
        files = {
            "bin/dateline": (self.static, 0o755), "LICENSE": (self.licence, 0o644),
            "NOTICES": (self.notices, 0o644), "README.md": (excerpt().encode(), 0o644),
            "share/man/man1/dateline.1": (self.manual, 0o644),
            "share/bash-completion/completions/dateline": (self.completions["bash"], 0o644),
            "share/fish/vendor_completions.d/dateline.fish": (self.completions["fish"], 0o644),
            "share/zsh/site-functions/_dateline": (self.completions["zsh"], 0o644),
        }
        folders = {str(parent) for path in files for parent in pathlib.PurePath(path).parents}
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            for path in sorted(folders | set(files)):
                item = tarfile.TarInfo(name if path == "." else f"{name}/{path}")
                item.mtime, item.uname, item.gname = self.time, "root", "root"
                if path in folders:
                    item.type, item.mode = tarfile.DIRTYPE, 0o755
                    archive.addfile(item)
                else:
                    content, item.mode = files[path]
                    item.size = len(content)
                    archive.addfile(item, io.BytesIO(content))
        target = self.folder / f"{name}.tar.xz"
        target.write_bytes(lzma.compress(packed.getvalue(), preset=9 | lzma.PRESET_EXTREME))
        return target

    # The Debian package

    def write_package(self) -> pathlib.Path:
        architecture = output("dpkg", "--print-architecture").strip()
        maintainer = f"{os.environ.get('DEBFULLNAME', 'Dateline')} <{os.environ.get('DEBEMAIL', 'dateline@packages.example.org')}>"
        date = email.utils.formatdate(self.time)
        changes = f"dateline ({self.version}) unstable; urgency=medium\n\n  * Release {self.version}.\n\n -- {maintainer}  {date}\n"
        copyright = (
            "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: dateline\n\n"
            f"Files: *\nCopyright: {time.gmtime(self.time).tm_year} the authors of Dateline\nLicense: Apache-2.0\n\nLicense: Apache-2.0\n"
            " On Debian systems, the complete text of the Apache License 2.0 is in\n"
            " /usr/share/common-licenses/Apache-2.0. The licences of the Swift packages that\n"
            " the program contains are in /usr/share/doc/dateline/NOTICES.gz.\n")
        files = {
            "usr/bin/dateline": (self.shared, 0o755),
            "usr/share/doc/dateline/NOTICES.gz": (self._gzipped(self.notices), 0o644),
            "usr/share/doc/dateline/changelog.gz": (self._gzipped(changes.encode()), 0o644),
            "usr/share/doc/dateline/copyright": (copyright.encode(), 0o644),
            "usr/share/man/man1/dateline.1.gz": (self._gzipped(self.manual), 0o644),
            "usr/share/bash-completion/completions/dateline": (re.sub(rb"^#!.*\n", b"", self.completions["bash"]), 0o644),
            "usr/share/fish/vendor_completions.d/dateline.fish": (self.completions["fish"], 0o644),
            "usr/share/zsh/vendor-completions/_dateline": (self.completions["zsh"], 0o644),
        }
        sums = "".join(f"{hashlib.md5(content).hexdigest()}  {path}\n" for path, (content, _) in sorted(files.items()))
        target = self.folder / f"dateline_{self.version}_{architecture}.deb"
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch) / "root"
            for path, (content, mode) in files.items():
                place = root / path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
                place.chmod(mode)
            control = (
                f"Package: dateline\nVersion: {self.version}\nArchitecture: {architecture}\nMaintainer: {maintainer}\n"
                f"Installed-Size: {sum(len(content) // 1024 + 1 for content, _ in files.values())}\n"
                f"Depends: {self._dependencies(root / 'usr/bin/dateline', pathlib.Path(scratch))}\n"
                "Recommends: fonts-noto-cjk, fonts-noto-core, libpangocairo-1.0-0\nSuggests: curl\n"
                f"Section: web\nPriority: optional\nDescription: {SUMMARY.lower().replace('markdown', 'Markdown')}\n{DESCRIPTION}\n")
            (root / "DEBIAN").mkdir()
            for name, text in (("control", control), ("md5sums", sums)):
                (root / "DEBIAN" / name).write_text(text, encoding="utf-8")
                (root / "DEBIAN" / name).chmod(0o644)
            for place in [root, *root.rglob("*")]:
                if place.is_dir():
                    place.chmod(0o755)
                os.utime(place, (self.time, self.time))
            subprocess.run(
                ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, target], check=True,
                stdout=subprocess.DEVNULL, env={**os.environ, "SOURCE_DATE_EPOCH": str(self.time)})
        return target

    def _gzipped(self, content: bytes) -> bytes:
        """As by `gzip -9n`: without a name and a time."""
        return gzip.compress(content, 9, mtime=0)

    @staticmethod
    def _dependencies(binary: pathlib.Path, scratch: pathlib.Path) -> str:
        (scratch / "debian").mkdir()
        (scratch / "debian" / "control").write_text("Source: dateline\n\nPackage: dateline\nArchitecture: any\n", encoding="utf-8")
        found = output("dpkg-shlibdeps", "-O", "-e", binary, cwd=scratch)
        return found.strip().removeprefix("shlibs:Depends=")

    # The wheel

    def write_wheel(self) -> pathlib.Path:
        tag = f"py3-none-manylinux_{self.newest_glibc[0]}_{self.newest_glibc[1]}_{self.machine}"
        name = f"dateline-{self.version}"
        metadata = (
            f"Metadata-Version: 2.1\nName: dateline\nVersion: {self.version}\nSummary: {SUMMARY}\n"
            "License: Apache-2.0\nRequires-Python: >=3.8\nDescription-Content-Type: text/markdown\n\n" + excerpt())
        files = {
            # Installers copy scripts into the folder of programs; a binary is copied as it is.
            f"{name}.data/scripts/dateline": (self.static, 0o755),
            f"{name}.data/data/share/man/man1/dateline.1": (self.manual, 0o644),
            f"{name}.dist-info/METADATA": (metadata.encode(), 0o644),
            f"{name}.dist-info/WHEEL": (
                f"Wheel-Version: 1.0\nGenerator: dateline\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(), 0o644),
            f"{name}.dist-info/LICENSE": (self.licence, 0o644),
            f"{name}.dist-info/NOTICES": (self.notices, 0o644),
        }

        def row(path, content):
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            return f"{path},sha256={digest},{len(content)}\n"

        record = f"{name}.dist-info/RECORD"
        rows = "".join(row(path, content) for path, (content, _) in sorted(files.items())) + f"{record},,\n"
        files[record] = (rows.encode(), 0o644)
        target = self.folder / f"{name}-{tag}.whl"
        # Times before 1980 do not exist in this format.
        moment = time.gmtime(max(self.time, 315_532_800))[:6]
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
            for path, (content, mode) in files.items():
                item = zipfile.ZipInfo(path, moment)
                item.create_system, item.external_attr = 3, (0o100000 | mode) << 16
                item.compress_type = zipfile.ZIP_DEFLATED
                wheel.writestr(item, content, compresslevel=9)
        return target


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=pathlib.Path, required=True, help="the binary with the system's libraries")
    options.add_argument("--static", type=pathlib.Path, required=True, help="the binary that needs only the C library")
    options.add_argument("--output", type=pathlib.Path, default=ROOT / "dist")
    given = options.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    release = Release(given.shared, given.static, given.output)
    made = [release.write_archive(), release.write_package(), release.write_wheel()]
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(made))
    (given.output / "SHA256SUMS").write_text(sums, encoding="utf-8")
    print(f"{len(release.static) / 1e6:.1f} MB  the program")
    for file in made:
        print(f"{file.stat().st_size / 1e6:.1f} MB  {file}")


if __name__ == "__main__":
    main()

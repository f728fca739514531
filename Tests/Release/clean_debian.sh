#!/bin/sh
# clean_debian.sh DIST [SUITE]: makes a new Debian system in a temporary folder, installs the package and the wheel of a
# release there, and builds a site with each. The package sources of this machine are used. Needs root and debootstrap.
set -eu

dist=$(cd "$1" && pwd)
. "$(dirname "$0")/../Setup/debian.sh"
install_packages debootstrap
suite=${2:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" | head -n 1)
[ -n "$mirror" ] || { echo "The package sources of this machine do not have $suite." >&2; exit 1; }

system=$(mktemp -d)
# apt downloads as another user.
chmod 755 "$system"
cleanup() {
    umount "$system/proc" 2>/dev/null || true
    rm -rf --one-file-system "$system"
}
trap cleanup EXIT INT TERM

echo "A new Debian system: $suite"
debootstrap --variant=minbase --include=python3-venv "$suite" "$system" "$mirror" >"$system.log" 2>&1 ||
    { tail -n 20 "$system.log" >&2; exit 1; }
rm -f "$system.log"
mount -t proc proc "$system/proc"
cp "$dist"/dateline_*.deb "$dist"/dateline-*.whl "$dist"/dateline-*.tar.xz "$system/root/"
# The sources of this machine, as they may need its settings.
cp -r /etc/apt/apt.conf.d/. "$system/etc/apt/apt.conf.d/"
echo 'Dpkg::Use-Pty "0";' >"$system/etc/apt/apt.conf.d/99-no-terminal"
inside() { chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# site PROGRAM NAME: writes the first site and builds it; a warning is an error.
site() {
    inside sh -ec "cd /root && $1 new $2 && cd $2 && $1 check --strict && $1 build --strict && test -s Site/index.html"
}

inside dateline --version 2>/dev/null && { echo "The new system has Dateline already." >&2; exit 1; }
echo "The package"
inside apt-get update -qq
inside sh -ec 'apt-get install -y -qq --no-install-recommends /root/dateline_*.deb' >"$system/root/log" 2>&1 ||
    { cat "$system/root/log" >&2; exit 1; }
inside dateline --version
site dateline with-package
inside sh -ec 'apt-get purge -y -qq dateline && ! command -v dateline' >/dev/null
echo "The package with what it recommends: cards"
inside sh -ec 'apt-get install -y -qq /root/dateline_*.deb' >"$system/root/log" 2>&1 || { cat "$system/root/log" >&2; exit 1; }
inside sh -ec 'cd /root/with-package && echo "cards: true" >>Content/timeline.yml && dateline build && test -s Site/card.png'
inside sh -ec 'apt-get purge -y -qq dateline && apt-get autoremove --purge -y -qq && ! command -v dateline' >/dev/null
echo "The wheel"
inside sh -ec 'python3 -m venv /root/venv && /root/venv/bin/pip install --quiet --no-index /root/dateline-*.whl'
inside /root/venv/bin/dateline --version
site /root/venv/bin/dateline with-wheel
echo "The archive"
inside sh -ec 'apt-get install -y -qq --no-install-recommends xz-utils >/dev/null && mkdir /root/archive &&
    tar -xJf /root/dateline-*.tar.xz -C /root/archive --strip-components 1'
site /root/archive/bin/dateline with-archive
echo "The package, the wheel and the archive work in a new Debian system."

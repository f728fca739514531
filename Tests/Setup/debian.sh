# Sourced by the other scripts of this folder: installs missing packages of Debian and Ubuntu, and reports each.

# missing_of NAME…: prints the packages that are not installed.
missing_of() {
    for package in "$@"; do
        case $(dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null) in
            'install ok installed') ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

# install_servers NAME…: like install_packages, but services are neither started nor enabled: tests start their own
# servers.
install_servers() {
    new=$(missing_of "$@")
    [ -n "$new" ] || return 0
    SYSTEMD_OFFLINE=1 install_packages "$@"
    command -v systemctl >/dev/null 2>&1 || return 0
    # shellcheck disable=SC2086
    $root env SYSTEMD_OFFLINE=1 systemctl --quiet disable $new 2>/dev/null || true
}

# install_packages NAME…
install_packages() {
    missing=$(missing_of "$@")
    [ -n "$missing" ] || return 0

    echo "Installing$missing with apt-get"
    root=
    if [ "$(id -u)" != 0 ]; then
        root=sudo
        command -v sudo >/dev/null 2>&1 || {
            echo "This needs root or sudo. As root, run: apt-get install$missing" >&2
            return 1
        }
    fi
    # Another apt-get may be running: on a fresh machine often the system's own updates.
    wait=DPkg::Lock::Timeout=300
    $root apt-get -o $wait update -qq
    # shellcheck disable=SC2086
    $root env DEBIAN_FRONTEND=noninteractive ${SYSTEMD_OFFLINE:+SYSTEMD_OFFLINE=1} \
        apt-get -o $wait install -y -qq --no-install-recommends $missing
}

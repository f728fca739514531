# Read by the other scripts of this folder: installs packages of Debian and Ubuntu, where they are missing,
# and says so.

# install_packages NAME…
install_packages() {
    missing=
    for package in "$@"; do
        case $(dpkg-query --show --showformat '${Status}' "$package" 2>/dev/null) in
            'install ok installed') ;;
            *) missing="$missing $package" ;;
        esac
    done
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
    # Another apt-get may be at work, on a fresh machine often the system's own updates.
    wait=DPkg::Lock::Timeout=300
    $root apt-get -o $wait update -qq
    # shellcheck disable=SC2086
    $root env DEBIAN_FRONTEND=noninteractive \
        apt-get -o $wait install -y -qq --no-install-recommends $missing
}

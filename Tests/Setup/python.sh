# Sourced by the other scripts of this folder: Python packages in virtual environments.

# install_python_packages VENV REQUIREMENTS: creates the environment if it is missing or outdated, and reports it.
install_python_packages() {
    # The stamp is written last, so that an interrupted set-up starts again.
    stamp="$(cksum <"$2") $(python3 --version)"
    [ "$(cat "$1/stamp" 2>/dev/null)" != "$stamp" ] || return 0
    echo "Installing the packages of $2 into $1"
    rm -rf "$1"
    python3 -m venv "$1"
    "$1/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$2"
    echo "$stamp" >"$1/stamp"
}

# Read by the other scripts of this folder: Python packages in a folder of their own.

# install_python_packages VENV REQUIREMENTS: makes the environment where it is missing or was made for others, and says so.
install_python_packages() {
    # The stamp is written last: a set-up that was cut short is begun anew.
    stamp="$(cksum <"$2") $(python3 --version)"
    [ "$(cat "$1/stamp" 2>/dev/null)" != "$stamp" ] || return 0
    echo "Installing the packages of $2 into $1"
    rm -rf "$1"
    python3 -m venv "$1"
    "$1/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$2"
    echo "$stamp" >"$1/stamp"
}

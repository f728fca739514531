#!/bin/sh
# Installs the missing tools of the browser tests, and reports each: Chromium, Firefox ESR, WebKitGTK with a virtual
# screen, text browsers, programs that copy sites, web servers, pdftotext, fonts and, in .venv-browser and
# .venv-pywb, the Python packages of Tests/Browser/requirements.txt and requirements-pywb.txt.
# A tool that cannot be installed is an error.
set -eu

cd "$(dirname "$0")/../.."

if command -v dpkg >/dev/null 2>&1; then
    . Tests/Setup/debian.sh
    # On Ubuntu `chromium` only launches a snap, which does not work in a container, and there is no `firefox-esr`:
    # CHROMIUM and FIREFOX select other binaries.
    browsers=webkit2gtk-driver
    [ -n "${CHROMIUM:-}" ] || browsers="$browsers chromium"
    [ -n "${FIREFOX:-}" ] || browsers="$browsers firefox-esr"
    # shellcheck disable=SC2086
    install_packages $browsers xvfb python3-venv poppler-utils fonts-dejavu-core fonts-noto-core \
        lynx w3m links elinks wget httrack apache2-bin media-types
    install_servers nginx caddy lighttpd
    install_packages lighttpd-mod-deflate
fi

lacks() {
    echo "The browser tests need $1." >&2
    echo "On Debian it is installed automatically; here, please install it and run make test again." >&2
    exit 1
}

chromium=${CHROMIUM:-chromium}
command -v "$chromium" >/dev/null 2>&1 ||
    lacks "Chromium or Chrome, as \`chromium\` or at the path in the variable CHROMIUM"
"$chromium" --version >/dev/null 2>&1 || lacks "a Chromium that starts: $chromium --version fails"
firefox=${FIREFOX:-firefox-esr}
command -v "$firefox" >/dev/null 2>&1 ||
    lacks "Firefox, as \`firefox-esr\` or at the path in the variable FIREFOX"
command -v WebKitWebDriver >/dev/null 2>&1 || lacks "WebKitGTK's WebKitWebDriver and MiniBrowser"
command -v Xvfb >/dev/null 2>&1 || lacks "Xvfb, the screen for WebKitGTK"
for program in lynx w3m links elinks; do
    command -v "$program" >/dev/null 2>&1 || lacks "the text browser $program"
done
for program in wget httrack; do
    command -v "$program" >/dev/null 2>&1 || lacks "$program, which copies sites"
done
PATH=$PATH:/usr/sbin
for program in nginx caddy apache2 lighttpd; do
    command -v "$program" >/dev/null 2>&1 || lacks "the web server $program"
done
command -v pdftotext >/dev/null 2>&1 || lacks "pdftotext (poppler)"
command -v python3 >/dev/null 2>&1 || lacks "Python 3.11 or newer, as \`python3\`"
python3 -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    lacks "Python 3.11 or newer, with its venv module"

. Tests/Setup/python.sh
install_python_packages .venv-browser Tests/Browser/requirements.txt
install_python_packages .venv-pywb Tests/Browser/requirements-pywb.txt

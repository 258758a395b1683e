#!/usr/bin/env bash
# Installs what the system must provide, and only what is missing.
#
#   deploy/setup-debian.sh python    Python 3.11 that can make a virtual environment
#   deploy/setup-debian.sh window    the libraries Qt needs to draw, on a screen or without one
#   deploy/setup-debian.sh test      the above, and the tools that the tests drive
#   deploy/setup-debian.sh build     what Qt needs, and what PyInstaller looks into programs with
#
# On a Debian that has everything it only asks dpkg, and changes nothing.
set -euo pipefail

offscreen=(libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libxkbcommon0)
screen=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0)
tools=(xvfb xauth xdotool poppler-utils hledger)

case "${1:-}" in
    python)
        python="${PYTHON:-python3.11}"
        if command -v "$python" >/dev/null && "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            exit 0
        fi
        wanted=(python3.11 python3.11-venv)
        ;;
    window) wanted=("${offscreen[@]}" "${screen[@]}") ;;
    test) wanted=("${offscreen[@]}" "${screen[@]}" "${tools[@]}") ;;
    build)
        wanted=("${offscreen[@]}" "${screen[@]}" binutils)
        # Debian's own Python does not use its shared library; a program folder must carry it.
        [[ "$(readlink -f .venv/bin/python)" != /usr/bin/* ]] || wanted+=(libpython3.11)
        ;;
    *)
        echo "usage: $0 python|window|test|build" >&2
        exit 2
        ;;
esac

if ! command -v dpkg-query >/dev/null; then
    echo "This is not Debian or Ubuntu. If something is missing, install what they call: ${wanted[*]}" >&2
    exit 0
fi

installed() {
    # Newer releases add t64 to the names of libraries rebuilt for 64-bit time; the name that is unknown
    # makes dpkg-query fail, so only what it prints counts.
    [[ "$(dpkg-query -W -f '<${db:Status-Status}>' "$1" "$1t64" 2>/dev/null || true)" == *"<installed>"* ]]
}

missing=()
for package in "${wanted[@]}"; do
    installed "$package" || missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null; then
    as_root=(sudo)
else
    echo "Please let an administrator run:  apt-get install ${missing[*]}" >&2
    exit 1
fi

echo "Installing from the system's packages: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null

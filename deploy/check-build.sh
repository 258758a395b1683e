#!/usr/bin/env bash
# Starts the programs of a PyInstaller folder as on a machine without Python: nothing of this shell's
# environment, another working folder, an empty home.
set -euo pipefail

folder="$(cd "${1:?usage: check-build.sh FOLDER}" && pwd)"
scratch="$(mktemp -d)"
# The program writes what went wrong into its home, which is about to go.
trap 'find "$scratch" -name "fault-*.txt" -exec cat {} +; rm -rf "$scratch"' EXIT
cd "$scratch"

clean() {
    env -i HOME="$scratch" PATH=/usr/bin:/bin LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen timeout 120 "$@"
}

clean "$folder/khata" --version
clean "$folder/khata" demo "$scratch/shop.khata" --vouchers 200 --seed 1
clean "$folder/khata" verify "$scratch/shop.khata" --deep
clean "$folder/khata" report trial-balance "$scratch/shop.khata" --pdf "$scratch/trial-balance.pdf"
test -s "$scratch/trial-balance.pdf"
clean "$folder/khata-desktop" --smoke "$scratch/shop.khata"
echo "The built program starts; $folder is $(du -sm "$folder" | cut -f1) MB."

#!/bin/sh
# Make the Python environment in $1 with the first Python of 3.11 or newer: $PYTHON if given, then the usual names.
set -eu
target=$1

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

found=
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if suits "$name"; then
        found=$name
        break
    fi
done
if [ -z "$found" ]; then
    echo "Prøverom needs Python 3.11 or newer; here python3 is: $(python3 --version 2>&1 || echo missing)." >&2
    echo "Install a newer Python, or name one that you have: make run PYTHON=/path/to/python3.12" >&2
    exit 1
fi

# Debian keeps this part of Python in a package of its own.
if ! "$found" -c 'import ensurepip' >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update && apt-get install -y --no-install-recommends python3-venv
    else
        echo "This Python cannot make environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
        exit 1
    fi
fi

rm -rf "$target"
"$found" -m venv "$target"

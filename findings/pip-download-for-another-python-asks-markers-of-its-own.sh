#!/usr/bin/env bash
# `pip download --python-version 3.10` picks wheels and Requires-Python for Python 3.10, but asks the markers of a requirements file
# of the Python that runs it: a line for `python_version < '3.11'` is left out (a note that --quiet hides), so a lock file that is whole for 3.10
# downloads as an incomplete one, with exit code 0. To try a lock for another Python, run that Python, or take the markers out.
# Seen with: pip 26.0, tomli 2.4.0; Python 3.11.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check pip==26.0
printf "tomli==2.4.0 ; python_version < '3.11'\n" > requirements.txt
mkdir wheels
venv/bin/python -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.10 --dest wheels --requirement requirements.txt
downloaded=$(find wheels -type f | wc -l)
echo "with the marker:    $downloaded files"   # seen: 0
venv/bin/python -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.10 --dest wheels tomli==2.4.0
without=$(find wheels -type f | wc -l)
echo "without the marker: $without file"       # seen: 1
test "$downloaded" = 0 && test "$without" = 1

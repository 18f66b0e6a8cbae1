#!/usr/bin/env bash
# PyYAML's two safe loaders do not read the same files: where a tab stands between `name:` and its value, behind a value, or before
# a note, CSafeLoader (libyaml) takes it for a blank, as the YAML specification allows, and SafeLoader (Python) refuses the whole file.
# Behind the dash of a list both refuse it, and inside a folded text both keep it.
# So a file that builds on a machine whose wheel has libyaml can fail on one without.
# Seen with: PyYAML 6.0.3 with libyaml; Python 3.11.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check pyyaml==6.0.3
venv/bin/python - <<'PYTHON'
import yaml

assert yaml.__with_libyaml__


def reads(text, loader):
    try:
        return repr(yaml.load(text, loader))
    except yaml.YAMLError:
        return "refused"


seen = {}
for name, text in {
    "before a value": "days:\t3\n",
    "behind a value": "days: 3\t\n",
    "before a note": "days: 3\t# open\n",
    "behind a dash": "-\t3\n",
    "in a folded text": "days: >-\n  3\topen\n",
}.items():
    seen[name] = reads(text, yaml.CSafeLoader), reads(text, yaml.SafeLoader)
    print(f"a tab {name}: libyaml {seen[name][0]}, Python {seen[name][1]}")

three = repr({"days": 3}), "refused"
assert seen == {
    "before a value": three,
    "behind a value": three,
    "before a note": three,
    "behind a dash": ("refused", "refused"),
    "in a folded text": (repr({"days": "3\topen"}),) * 2,
}
PYTHON
# Seen:
# a tab before a value: libyaml {'days': 3}, Python refused
# a tab behind a value: libyaml {'days': 3}, Python refused
# a tab before a note: libyaml {'days': 3}, Python refused
# a tab behind a dash: libyaml refused, Python refused
# a tab in a folded text: libyaml {'days': '3\topen'}, Python {'days': '3\topen'}

#!/usr/bin/env bash
# A note in an .apkg replaces the one with the same guid only where its time of change is later. With an equal time Anki counts it as a
# duplicate and keeps the old words, without an error. genanki's `timestamp`, meant for packages with the same bytes from the same sources,
# is that time: with one fixed day no edited card ever arrives. Give it the time of the last change of the sources, such as that of the commit.
# Seen with: anki 26.9.3 (the library of the desktop program), genanki 0.13.1; Python 3.11.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check anki==26.9.3 genanki==0.13.1
venv/bin/python - <<'PYTHON'
import genanki
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

MODEL = genanki.Model(
    1700000001, "plain", fields=[{"name": "Front"}, {"name": "Back"}], templates=[{"name": "card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}]
)


def package(back: str, time: int) -> str:
    deck = genanki.Deck(1700000002, "deck")
    deck.add_note(genanki.Note(model=MODEL, fields=["How many days?", back], guid="one-and-the-same"))
    genanki.Package(deck).write_to_file("deck.apkg", timestamp=time)
    return "deck.apkg"


collection = Collection("collection.anki2")


def imported(path: str) -> tuple[int, int, int, str]:
    request = ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    (note,) = (collection.get_note(found) for found in collection.find_notes(""))
    return len(log.new), len(log.updated), len(log.duplicate), note.fields[1]


steps = [imported(package("14", 1_767_225_600)), imported(package("60", 1_767_225_600)), imported(package("60", 1_767_225_601))]
for step in steps:
    print("new %d, updated %d, duplicate %d, back of the card: %s" % step)
# seen: new 1, updated 0, duplicate 0, back of the card: 14
#       new 0, updated 0, duplicate 1, back of the card: 14
#       new 0, updated 1, duplicate 0, back of the card: 60
assert steps == [(1, 0, 0, "14"), (0, 0, 1, "14"), (0, 1, 0, "60")], steps
PYTHON

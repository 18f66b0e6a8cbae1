"""The table of formats: which types of question each holds, what else of a question, whether it is read, written or both."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.entries.items import ITEM_TYPES
from manusiawi.ground.catalogue import phrases

PARTS = {
    "reasons": "the reason of each option, row or step",
    "general": "a reason of the whole question",
    "scenario": "the scene before the question",
    "misconceptions": "the belief that a wrong option shows",
    "labels": "outcome and level",
    "pictures": "pictures",
    "criteria": "criteria to look for in one's own words",
    "languages": "two languages in one file",
}  # what a format can hold beside stem, options and key, in the words of messages


@dataclass(frozen=True, slots=True)
class Format:
    """One format of another tool.

    `endings` are those of its files; `types` says what the format calls each type of question that it holds, and what is missing there it
    cannot hold; `parts` are the names in PARTS that it holds.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    types: dict[str, str]
    parts: frozenset[str] = frozenset()
    read: bool = False
    written: bool = False


_COLUMNS = {name: name for name in ("single-choice", "multiple-choice", "true-false", "matching", "ordering", "short-text", "reflection")}

FORMATS: dict[str, Format] = {
    kind.name: kind
    for kind in (
        Format(
            "moodle",
            "Moodle XML",
            (".xml",),
            {
                "single-choice": "multichoice",
                "multiple-choice": "multichoice",
                "true-false": "truefalse",
                "matching": "matching",
                "ordering": "ordering",
                "short-text": "shortanswer, numerical",
                "reflection": "essay",
            },
            frozenset({"reasons", "general", "scenario", "misconceptions", "labels", "pictures", "criteria", "languages"}),
            read=True,
            written=True,
        ),
        Format(
            "gift",
            "GIFT",
            (".gift",),
            {
                "single-choice": "multiple choice",
                "multiple-choice": "multiple choice with weights",
                "true-false": "true-false",
                "matching": "matching",
                "short-text": "short answer, numerical",
                "reflection": "essay",
            },
            frozenset({"reasons", "general", "scenario", "misconceptions", "labels", "criteria", "languages"}),
            read=True,
            written=True,
        ),
        Format(
            "csv",
            "a table (CSV)",
            (".csv",),
            _COLUMNS,
            frozenset({"reasons", "general", "scenario"}),
            read=True,
        ),
        Format(
            "aiken",
            "Aiken",
            (".txt",),
            {"single-choice": "multiple choice", "multiple-choice": "multiple choice"},
            frozenset(),
            read=True,
        ),
        Format(
            "qti",
            "QTI 2.1",
            (".qti.zip", ".zip"),
            {
                "single-choice": "choiceInteraction",
                "multiple-choice": "choiceInteraction",
                "true-false": "matchInteraction with true and false",
                "matching": "matchInteraction",
                "ordering": "orderInteraction",
                "short-text": "textEntryInteraction",
                "inspection": "choiceInteraction",
                "reflection": "extendedTextInteraction",
            },
            frozenset({"reasons", "general", "scenario", "labels", "criteria"}),
            read=True,
            written=True,
        ),
        Format(
            "book",
            "a book for Moodle",
            (".book.zip",),
            dict.fromkeys(ITEM_TYPES, "text with a folded answer"),
            frozenset({"reasons", "general", "scenario", "criteria"}),
            written=True,
        ),
        Format(
            "cartridge",
            "Common Cartridge 1.1",
            (".imscc",),
            {
                "single-choice": "multiple choice",
                "multiple-choice": "multiple response",
                "true-false": "true/false, one a statement",
                "matching": "multiple choice, one a row",
                "short-text": "fill in the blank",
                "inspection": "multiple response",
                "reflection": "essay",
                "branching-case": "a page to walk through",
            },
            frozenset({"reasons", "general", "scenario", "criteria"}),
            read=True,
            written=True,
        ),
        Format(
            "h5p",
            "H5P",
            (".h5p",),
            {
                "single-choice": "H5P.MultiChoice, H5P.SingleChoiceSet",
                "multiple-choice": "H5P.MultiChoice",
                "true-false": "H5P.TrueFalse",
                "short-text": "H5P.Blanks with one gap",
                "reflection": "H5P.Essay",
            },
            frozenset({"reasons", "general", "scenario"}),
            read=True,
        ),
        Format(
            "xlsx",
            "a workbook (XLSX), also of Kahoot and Quizizz",
            (".xlsx",),
            _COLUMNS,
            frozenset({"reasons", "general", "scenario"}),
            read=True,
        ),
        Format(
            "ankitext",
            "notes of Anki as text",
            (),  # .txt, told by its first line
            {"short-text": "a gap", "reflection": "front and back"},
            frozenset({"scenario"}),
            read=True,
        ),
        Format(
            "anki",
            "cards for Anki",
            (".apkg",),
            {name: "card" for name in ITEM_TYPES if name != "branching-case"},
            frozenset({"reasons", "general", "scenario", "labels", "criteria"}),
            written=True,
        ),
        Format(
            "scorm",
            "SCORM 1.2",
            (".scorm.zip",),
            dict.fromkeys(ITEM_TYPES, "as it stands on the page"),
            frozenset({"reasons", "general", "scenario", "misconceptions", "pictures", "criteria"}),
            written=True,
        ),
    )
}


def offered(name: str, language: str) -> tuple[str, str]:
    """What a trainer reads of a format: what its files are, and what they are for and what stays behind."""
    words = phrases(language)
    return words.get(f"format-{name}", FORMATS[name].title), words.get(f"download-{name}", "")


READ = tuple(kind.name for kind in FORMATS.values() if kind.read)
WRITTEN = tuple(kind.name for kind in FORMATS.values() if kind.written)
BY_ENDING = {ending: kind.name for kind in FORMATS.values() if kind.read for ending in kind.endings}
IMPORTED = tuple(_COLUMNS)  # the types that come in
